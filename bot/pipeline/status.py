"""Status: how the bot is, in words, the same for everyone who asks."""

from __future__ import annotations

from collections.abc import Mapping

from bot import __version__
from bot.core.message.time import ago, until
from bot.core.model import AlertState, Line, Source
from bot.core.spans import bold, code, counted, text
from bot.ports import Chat, Clock, Store


async def status_lines(
    *, store: Store, chats: Mapping[str, Chat], clock: Clock, offline: bool
) -> tuple[Line, ...]:
    """Sources, chats, watches and alerts, and what is wrong with any of them."""
    now = clock.now()
    sources = [source for source in await store.sources() if source.enabled]
    failing = [source for source in sources if source.failures]
    watches = await store.watches()
    counts = await store.alert_counts()
    paused = sum(1 for watch in watches if watch.paused)
    channels = len({watch.channel for watch in watches})
    lines: list[Line] = [
        (bold(f"Newsbell {__version__}"), text(", " + _chats(chats))),
        (text(_polls(sources, clock)),),
        (text(f"{counted(len(watches), 'watch')} in {counted(channels, 'channel')}, {paused} paused."),),
        (text(_alerts(counts)),),
    ]
    if offline:
        lines.append((bold("No source can be reached: "), text("the network seems to be down; trying on.")))
    elif failing:
        lines.append(
            (
                text(f"{counted(len(failing), 'source')} failing; "),
                code("/newsbell sources"),
                text(" says why."),
            )
        )
    lost = [source for source in sources if source.last_success is None and not source.failures]
    if lost and not offline:
        lines.append((text(f"{counted(len(lost), 'source')} not read yet; the first poll is silent."),))
    latest = max((source.last_success for source in sources if source.last_success), default=None)
    if latest:
        lines.append((text(f"Last successful poll {ago(latest, now)}."),))
    return tuple(lines)


def _chats(chats: Mapping[str, Chat]) -> str:
    if not chats:
        return "no chat is set up"
    return ", ".join(
        f"{name} {'connected' if chat.connected else 'NOT connected'}" for name, chat in chats.items()
    )


def _polls(sources: list[Source], clock: Clock) -> str:
    if not sources:
        return "No sources are followed."
    soonest = min(source.next_poll for source in sources)
    return f"{counted(len(sources), 'source')} followed, next poll {until(soonest, clock.now())}."


def _alerts(counts: Mapping[AlertState, int]) -> str:
    sent = counts.get(AlertState.SENT, 0)
    waiting = counts.get(AlertState.PROMISED, 0) + counts.get(AlertState.SENDING, 0)
    said = f"{counted(sent, 'alert')} sent, {waiting} waiting"
    if unknown := counts.get(AlertState.UNKNOWN, 0):
        said += f", {unknown} being settled (the answer was lost)"
    if refused := counts.get(AlertState.REFUSED, 0):
        said += f", {refused} refused"
    return said + "."
