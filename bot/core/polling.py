"""When a source is asked next, and which of its items are news: state and time in, a decision out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.core.model import (
    Change,
    Fetched,
    FetchFailed,
    FetchResult,
    Item,
    NotModified,
    Source,
    SourceId,
    Verdict,
)
from bot.core.text import canonical

# the longest rest of a source that keeps failing: it is never given up
LONGEST_REST = timedelta(days=1)

# after a longer sleep the backlog is set aside instead of rung
LONGEST_SLEEP = timedelta(days=2)

# how many changes of a source are remembered, and how much of what caused each
MOST_CHANGES = 20
_LONGEST_CAUSE = 500

# how far polls are spread, as a share of the interval, so that sources don't all come at once
_SPREAD = 0.1

# a feed that shows this many items, all of them new although it was read before, has renamed them
_REISSUED = 5

# what feeds' clocks may be ahead or behind
_SKEW = timedelta(hours=1)

# a clock that is set back by less counts as one that goes a little slow
_SET_BACK = timedelta(minutes=1)

# longer ids are kept as a hash
_LONGEST_ID = 200


def due(source: Source, now: datetime) -> bool:
    """Whether a source is to be polled now. One that was polled after now is: the clock was set back."""
    set_back = source.last_poll is not None and source.last_poll > now + _SET_BACK
    return source.next_poll <= now or set_back


def after(source: Source, result: FetchResult, *, now: datetime, interval: timedelta) -> Source:
    """The source's whole new state after a poll.

    Success: next after `interval`, spread a little. 429 and 503: exactly as long as told, a day at most. Any
    other failure: the interval, doubled with every failure in a row, a day at most.
    """
    match result:
        case FetchFailed():
            return _failed(source, result, now, interval)
        case Fetched(title=title):
            verdict, name = Verdict.OK, source.name or title
        case NotModified():
            verdict, name = Verdict.UNCHANGED, source.name
    moved = result.moved_to if result.moved_to != source.target else None
    return replace(
        source,
        name=name,
        target=moved or source.target,
        validators=result.validators,
        primed=True,
        last_poll=now,
        last_success=now,
        next_poll=now + interval * (1 + _SPREAD * _share(source.id)),
        verdict=verdict,
        cause="",
        failures=0,
        history=_history(
            source,
            Change(at=now, verdict=Verdict.OK),
            *([Change(at=now, verdict=Verdict.MOVED, cause=moved)] if moved else ()),
        ),
    )


def _history(source: Source, *changes: Change) -> tuple[Change, ...]:
    """The source's changes and those of these that are any; a poll that ends as the last one did is none."""
    kept = list(source.history)
    for change in changes:
        moves = [one for one in kept if one.verdict is Verdict.MOVED]
        polls = [one for one in kept if one.verdict is not Verdict.MOVED]
        if change.verdict is Verdict.MOVED:
            # two addresses may send to each other, or the new one be followed already: no news each time
            known = any(one.cause == change.cause for one in moves)
        else:
            known = bool(polls) and polls[-1].verdict is change.verdict
        if not known:
            kept.append(replace(change, cause=change.cause[:_LONGEST_CAUSE]))
    return tuple(kept[-MOST_CHANGES:])


def _failed(source: Source, result: FetchFailed, now: datetime, interval: timedelta) -> Source:
    failures = source.failures + 1
    if result.retry_after:
        rest = min(timedelta(seconds=min(result.retry_after, LONGEST_REST.total_seconds())), LONGEST_REST)
    else:
        # 2 ** 20 seconds are twelve days; a much higher power would overflow
        rest = min(interval * 2.0 ** min(failures, 20), LONGEST_REST)
        rest = min(rest * (1 + _SPREAD * _share(source.id)), LONGEST_REST)
    return replace(
        source,
        last_poll=now,
        next_poll=now + rest,
        verdict=result.verdict,
        cause=result.reason,
        failures=failures,
        history=_history(source, Change(at=now, verdict=result.verdict, cause=result.reason)),
    )


def _share(source: SourceId) -> float:
    """A number from 0 to 1 that is always the same for one source."""
    return int.from_bytes(blake2b(str(source).encode(), digest_size=4).digest()) / 0xFFFFFFFF


def identities(item: Item) -> tuple[str, ...]:
    """Every name under which an item is known in its source: its id, its page, else its words.

    An item whose date or text changes keeps its names, and so does a page that comes under a new id.
    """
    link = canonical(item.link)
    names = [f"id:{_brief(item.id)}"] if item.id else []
    if link and (not item.id or _names_a_page(link)):
        names.append(f"link:{_brief(link)}")
    return tuple(names) or ("words:" + _hash(f"{item.title}\n{item.text}"),)


def named(items: Sequence[Item]) -> list[tuple[Item, tuple[str, ...]]]:
    """Each item of one body with its identities.

    A page that half of the items link to, such as a show's page under its episodes, names none of them.
    """
    links = Counter(canonical(item.link) for item in items if item.id)
    shared = {
        f"link:{_brief(link)}" for link, count in links.items() if count >= 3 and count * 2 >= len(items)
    }
    return [
        (item, tuple(name for name in identities(item) if not (item.id and name in shared))) for item in items
    ]


def _names_a_page(link: str) -> bool:
    """False for a bare home page, which some feeds give as the link of all their items."""
    return link.partition("://")[2].partition("/")[2] != ""


def _brief(name: str) -> str:
    return name if len(name) <= _LONGEST_ID else _hash(name)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def fresh(published: datetime | None, now: datetime, max_age: timedelta) -> bool:
    """Whether an item first seen now may ring. A missing or future date counts as now."""
    return published is None or now - published <= max_age


def silent(source: Source, new: Sequence[Item], *, of: int, now: datetime) -> bool:
    """Whether the new ones among a poll's `of` items are set aside without ringing.

    So it is at the first poll of a source, after a long sleep, and when a feed has renamed all its items.
    """
    if not source.primed or source.last_success is None:
        return True
    return now - source.last_success > LONGEST_SLEEP or reissued(new, of=of, since=source.last_success)


def retold(source: Source, published: datetime | None, *, now: datetime, restored: datetime | None) -> bool:
    """Whether an item may have rung in what was lost when the database went on from a backup.

    So it is with what a source shows at its first good poll since, but for what is dated after it.
    """
    if restored is None or (source.last_success is not None and source.last_success > restored):
        return False
    return published is None or not restored < published <= now


def reissued(new: Sequence[Item], *, of: int, since: datetime) -> bool:
    """Whether a feed gave new names to what it showed before.

    Then nothing in it is known any more, though hardly any item is dated after `since`, the last good poll.
    Real news may replace a whole feed as well, but then it carries dates that say so.
    """
    if of < _REISSUED or len(new) < of:
        return False
    recent = sum(item.published is not None and item.published > since - _SKEW for item in new)
    return recent * 2 < len(new)
