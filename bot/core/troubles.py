"""What people must be told of a source: that it is gone, has moved, or shows something else now."""

from __future__ import annotations

from bot.core.fared import Change, Verdict
from bot.core.model import Source

# a page in place of a feed may be a maintenance notice; after so many polls it is no accident
_PATIENCE = 3


def untold(source: Source) -> Change | None:
    """The latest change that asks for a decision and hasn't been told yet."""
    found = [change for change in source.history if source.told is None or change.at > source.told]
    return next((change for change in reversed(found) if _matters(source, change)), None)


def asking(source: Source) -> bool:
    """Whether a source brings nothing any more, so that its readers are asked to give it up."""
    if source.verdict is Verdict.NOT_A_FEED:
        return source.failures >= _PATIENCE
    return source.verdict is Verdict.GONE


def _matters(source: Source, change: Change) -> bool:
    match change.verdict:
        case Verdict.MOVED:
            return True
        case Verdict.GONE | Verdict.NOT_A_FEED:
            return change.verdict is source.verdict and asking(source)
    return False


def sentence(source: Source, change: Change, unfollow: str, follow: str) -> str:
    """What happened and what to type next; the commands are given as this chat takes them."""
    if change.verdict is Verdict.MOVED:
        return (
            f"{source.name} has moved for good and is read at its new address now: {change.cause} "
            f"Nothing needs to be done; {unfollow} stops reading it."
        )
    if change.verdict is Verdict.GONE:
        what = f"{source.name} is gone: its server says that the feed was removed for good."
    else:
        what = (
            f"{source.name} has shown no feed for {source.failures} polls: {change.cause}. "
            "Its address may have changed hands."
        )
    return (
        f"{what} It was read at {source.target} and is still tried once a day at least. "
        f"Type {unfollow} to stop, or {follow} if it has a new address."
    )
