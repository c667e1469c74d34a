"""The sources: what is followed, how each is, following and unfollowing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rapidfuzz import process

from bot.commands import watches
from bot.commands.command import Call, Shared
from bot.commands.context import Context
from bot.commands.paging import page
from bot.commands.times import when
from bot.core import text, troubles
from bot.core.message.time import ago, until
from bot.core.model import Line, Reply, Source, Verdict, Watch
from bot.core.spans import bold, code, counted, line, link, quiet
from bot.errors import QueryError, UserError
from bot.ports import FoundFeed

_NAME = 60
_CHOICES = 10


async def sources(context: Context, call: Call) -> Reply:
    """`sources`: every source with its health, the failing ones first."""
    now = context.clock.now()
    known = [source for source in await context.store.sources() if source.enabled]
    if not known:
        return Reply(
            lines=(
                line(
                    "No sources are followed. Add one: ",
                    code(call.say("follow", address="https://example.org")),
                ),
            )
        )
    failing = [source for source in known if source.failures]
    said, shown = page(call, [_source(source, now) for source in sorted(known, key=_worst_first)])
    head = line(f"{counted(len(known), 'source')} followed, {len(failing) or 'none'} failing{said}.")
    return Reply(lines=(head, *shown))


async def source(context: Context, call: Call) -> Reply:
    """`source NAME`: one source and how it fared."""
    now = context.clock.now()
    found = await _named(context, call)
    changes = [
        line(
            f"· {when(change.at, now)}: ",
            bold("well" if change.verdict is Verdict.OK else change.verdict.value),
            f", {change.cause}" if change.cause else "",
        )
        for change in reversed(found.history)
    ]
    return Reply(
        lines=(
            _source(found, now),
            line("It's read at ", link(found.target, found.target), "."),
            *((line("How it fared, the latest first:"), *changes) if changes else ()),
            line("To stop reading it: ", code(call.say("unfollow", name=found.name)), "."),
        )
    )


def _worst_first(source: Source) -> tuple[int, str]:
    return (-source.failures, source.name.casefold())


def _source(source: Source, now: datetime) -> Line:
    name = link(source.name, source.target)
    soon = f"next try {until(source.next_poll, now)}"
    if source.failures:
        cause = source.cause or (source.verdict.value if source.verdict else "failing")
        last = f", last read {when(source.last_success, now)}" if source.last_success else ", never read yet"
        times = "once" if source.failures == 1 else f"{source.failures} times in a row"
        return line(bold("! "), name, f" failed {times}: {cause}", quiet(f"{last}; {soon}"))
    if source.last_success is None:
        return line("· ", name, quiet(f"  not read yet; {soon}"))
    return line("· ", name, quiet(f"  well, read {ago(source.last_success, now)}; {soon}"))


async def follow(context: Context, call: Call) -> Reply:
    """`follow ADDRESS`: poll a feed from now on, for the whole installation."""
    found = await context.fetcher.discover(call.text("address"))
    if len(found) > 1:
        return _choice(call, found)
    source, new = await _followed(context, found[0], call)
    said = " is followed now" if new else " is followed already"
    return Reply(
        lines=(
            line(bold(source.name), f"{said}: ", link(source.target, source.target), "."),
            *(await _first_poll(context, call, source) if new else ()),
            line("Only watches ring, here as elsewhere. To be told of every item: ")
            + line(code(call.say("watch", query=_query(source)))),
            *((watches.undo(call, "unfollow", name=source.name),) if new else ()),
        )
    )


async def subscribe(context: Context, call: Call) -> Reply:
    """`subscribe ADDRESS`: follow it, and post every item of it here."""
    await watches.require_post(context, call.channel)
    await watches.require_room(context, call)
    found = await context.fetcher.discover(call.text("address"))
    if len(found) > 1:
        return _choice(call, found)
    source, new = await _followed(context, found[0], call)
    query = context.compile(_query(source))
    await watches.refuse_double(context, call, query)
    made = await watches.save(context, call, query)
    return Reply(
        lines=(
            line(
                bold(source.name), f" is followed, and watch {made.number} rings {call.here} for every item."
            ),
            *(await _first_poll(context, call, source) if new else ()),
            watches.undo(call, "unwatch", number=made.number),
        )
    )


async def shared(context: Context, call: Call) -> Shared | None:
    """A source is everybody's; its own people are those of the channel that followed it.

    One that brings nothing any more is also theirs whose watches name it: they were asked what to do.
    """
    source = await _named(context, call)
    whose = {source.followed_in} - {""}
    if troubles.asking(source):
        naming = await context.store.watches(call.channel)
        whose |= {str(watch.channel) for watch in naming if _names(context, watch, source)}
    called = "the people of the channel that followed it" if source.followed_in else ""
    return Shared(what=f"{source.name} is read for all channels", whose=whose, called=called)


async def unfollow(context: Context, call: Call) -> Reply:
    """`unfollow NAME`: stop polling a source, unless other channels' watches name it."""
    source = await _named(context, call)
    naming = [watch for watch in await context.store.watches() if _names(context, watch, source)]
    others = sorted({str(watch.channel) for watch in naming if watch.channel != call.channel})
    if others:
        raise UserError(_held(call, source, others))
    await context.store.remove_source(source.id)
    numbers = ", ".join(str(watch.number) for watch in naming)
    return Reply(
        lines=(
            line(bold(source.name), " is followed no more; what was read of it stays."),
            *(
                (line(f"These watches {call.here} name it and won't ring for it: {numbers}."),)
                if numbers
                else ()
            ),
            watches.undo(call, "follow", address=source.target),
        )
    )


def _held(call: Call, source: Source, others: Sequence[str]) -> str:
    """Why a source stays. Which channels there are elsewhere concerns nobody but who runs the bot."""
    where = ", ".join(others) if call.runs else counted(len(others), "other channel")
    return (
        f"{source.name} can't be unfollowed: watches in {where} name it. It stays until they are deleted"
        f"{'.' if call.runs else ', or whoever runs the bot sees to it.'}"
    )


def _choice(call: Call, found: Sequence[FoundFeed]) -> Reply:
    lines = [line(f"There are {len(found)} feeds behind that address. Pick one:")]
    for feed in found[:_CHOICES]:
        lines.append(line(code(call.say(call.command, address=feed.address)), quiet(f"  {_title(feed)}")))
    if len(found) > _CHOICES:
        lines.append(line(f"… and {len(found) - _CHOICES} more."))
    return Reply(lines=tuple(lines))


async def _followed(context: Context, feed: FoundFeed, call: Call) -> tuple[Source, bool]:
    """The source for a feed, and whether it is a new one."""
    known = await context.store.sources()
    for source in known:
        if (source.kind, source.target) == (feed.kind, feed.address):
            return source, False
    most = context.limits.sources
    if sum(1 for source in known if source.enabled and not source.pack) >= most:
        raise UserError(
            f"People can follow {counted(most, 'source')} at most in all channels together, and so many are "
            f"followed. Stop reading one first: {call.say('unfollow', name='NAME')}. "
            f"{call.say('sources')} shows their names."
        )
    source = await context.store.add_source(
        kind=feed.kind,
        target=feed.address,
        name=_title(feed),
        language=feed.language,
        now=context.clock.now(),
        # where people are told when it's gone
        followed_in=str(call.channel),
    )
    return source, True


async def _first_poll(context: Context, call: Call, source: Source) -> tuple[Line, ...]:
    """What came of the first poll of a new source, which is silent."""
    aside = await context.poll_soon(source.id)
    if not aside:
        return (line("Its first poll is silent: what is there already doesn't ring."),)
    shown = code(call.say("try", query=_query(source)))
    return (
        line(f"{counted(aside, 'older item')} set aside; type ", shown, " to see what they'd have rung."),
    )


def _title(feed: FoundFeed) -> str:
    """A name that can be typed: one line, no quotes, not too long; the outlet's where the feed has none."""
    name = " ".join(feed.title.replace('"', "").replace("*", "").split())[:_NAME].strip()
    return (
        name
        if any(letter.isalnum() for letter in name)
        else text.publisher(feed.address, feed.address[:_NAME])
    )


def _query(source: Source) -> str:
    return f'source:"{source.name}"'


async def _named(context: Context, call: Call) -> Source:
    typed = call.text("name").strip('"')
    known = [source for source in await context.store.sources() if source.enabled]
    for source in known:
        if typed.casefold() == source.name.casefold() or typed == source.target:
            return source
    names = [source.name for source in known]
    near = process.extractOne(typed, names, score_cutoff=50, processor=str.casefold)
    meant = f"Did you mean {call.say(call.command, name=near[0])}? " if near else ""
    raise UserError(f"No source is called “{typed[:60]}”. {meant}{call.say('sources')} shows all names.")


def _names(context: Context, watch: Watch, source: Source) -> bool:
    try:
        query = context.compile(watch.query)
    except QueryError:
        return False
    return query.names_source(source.name, text.publisher(source.target, ""))
