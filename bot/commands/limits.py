"""How much of each thing people may have and do, so that nobody takes the bot from the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """All limits on people; docs/watching.md lists them."""

    # in one channel, whether they rest or not
    watches: int = 100
    # made by one person on one platform, in all channels
    watches_a_person: int = 200
    # in the whole installation, those of packs not counted
    sources: int = 500
    # names of companies that people added, in the whole installation
    aliases: int = 500
    # of one person on one platform
    commands_a_minute: int = 30
    rehearsals_a_minute: int = 6
    follows_an_hour: int = 10
    # what one query may ask of the stored news: so many stories, and so many seconds
    stories: int = 5000
    seconds: float = 2
