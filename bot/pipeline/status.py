"""Status: how the bot is, in words, the same for everyone who asks."""

from __future__ import annotations

from collections.abc import Mapping

from bot import __version__
from bot.core.message.time import until
from bot.core.model import AlertState, Line, Source
from bot.core.spans import bold, code, counted, text
from bot.pipeline.checks import Checks
from bot.ports import Clock, Store


async def status_lines(*, store: Store, clock: Clock, checks: Checks, offline: bool) -> tuple[Line, ...]:
    """Sources, watches and alerts, and what each check says, which is what `/readyz` says too."""
    sources = [source for source in await store.sources() if source.enabled]
    failing = [source for source in sources if source.failures]
    watches = await store.watches()
    paused = sum(1 for watch in watches if watch.paused)
    channels = len({watch.channel for watch in watches})
    lines: list[Line] = [
        (bold(f"Newsbell {__version__}"),),
        (text(_polls(sources, clock)),),
        (text(f"{counted(len(watches), 'watch')} in {counted(channels, 'channel')}, {paused} paused."),),
        (text(_alerts(await store.alert_counts(), await store.repeated())),),
    ]
    if failing and not offline:
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
    for check in await checks.ready():
        lines.append((text(check.said),) if check.well else (bold("Not well: "), text(check.said)))
    return tuple(lines)


def _polls(sources: list[Source], clock: Clock) -> str:
    if not sources:
        return "No sources are followed."
    soonest = min(source.next_poll for source in sources)
    return f"{counted(len(sources), 'source')} followed, next poll {until(soonest, clock.now())}."


def _alerts(counts: Mapping[AlertState, int], repeated: int) -> str:
    sent = counts.get(AlertState.SENT, 0)
    waiting = counts.get(AlertState.PROMISED, 0) + counts.get(AlertState.SENDING, 0)
    said = f"{counted(sent, 'alert')} sent, {waiting} waiting"
    if unknown := counts.get(AlertState.UNKNOWN, 0):
        said += f", {unknown} being settled (the answer was lost)"
    if refused := counts.get(AlertState.REFUSED, 0):
        said += f", {refused} refused"
    if repeated:
        said += f", {repeated} possibly repeated (the answer was lost, and we may not look)"
    return said + "."
