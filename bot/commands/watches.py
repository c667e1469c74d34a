"""Making, changing and listing the watches of a channel."""

from __future__ import annotations

from bot.commands.command import Call
from bot.commands.context import Context
from bot.commands.paging import page
from bot.commands.rehearsal import rehearse
from bot.commands.times import when
from bot.core.model import Channel, Line, Reply, Watch
from bot.core.query import Query
from bot.core.spans import bold, code, counted, line, quiet
from bot.errors import QueryError, UserError


async def watch(context: Context, call: Call) -> Reply:
    """`watch QUERY`: a new watch, with what it would have rung."""
    query = context.compile(call.text("query"))
    await refuse_double(context, call, query)
    await require_room(context, call)
    await require_post(context, call.channel)
    made = await save(context, call, query)
    return Reply(
        lines=(
            line(bold(f"Watch {made.number}"), f" rings {call.here} for: {query.words()}"),
            *await _rehearsed(context, call, query),
            undo(call, "unwatch", number=made.number),
        )
    )


async def save(context: Context, call: Call, query: Query) -> Watch:
    """Store a watch that has been checked."""
    return await context.store.add_watch(
        channel=call.channel,
        query=query.text,
        made_by=call.person.name,
        maker=call.who,
        now=context.clock.now(),
    )


async def edit(context: Context, call: Call) -> Reply:
    """`edit N QUERY`: another query under the same number."""
    old = await numbered(context, call)
    query = context.compile(call.text("query"))
    if query.text == old.query:
        raise UserError(f"Watch {old.number} asks that already: {old.query}")
    await refuse_double(context, call, query, but=old)
    await context.store.edit_watch(old.id, query.text, context.clock.now())
    return Reply(
        lines=(
            line(bold(f"Watch {old.number}"), f" now rings {call.here} for: {query.words()}"),
            *_resting(old, call),
            *await _rehearsed(context, call, query),
            undo(call, "edit", number=old.number, query=old.query),
        )
    )


async def unwatch(context: Context, call: Call) -> Reply:
    """`unwatch N`: delete a watch; its number is never given again."""
    old = await numbered(context, call)
    await context.store.remove_watch(old.id)
    return Reply(
        lines=(
            line(bold(f"Watch {old.number}"), f" {call.here} is deleted: ", code(old.query)),
            undo(call, "watch", query=old.query),
        )
    )


async def pause(context: Context, call: Call) -> Reply:
    """`pause N`: keep a watch, but let it rest."""
    old = await numbered(context, call)
    if old.paused:
        raise UserError(
            f"Watch {old.number} is paused already ({old.paused}). {call.say('resume', number=old.number)}"
        )
    await context.store.pause_watch(old.id, f"by {call.person.name}")
    return Reply(
        lines=(
            line(bold(f"Watch {old.number}"), f" {call.here} is paused: ", code(old.query)),
            undo(call, "resume", number=old.number),
        )
    )


async def resume(context: Context, call: Call) -> Reply:
    """`resume N`: let a paused watch ring again."""
    old = await numbered(context, call)
    if not old.paused:
        raise UserError(f"Watch {old.number} isn't paused; it rings for what is read from now on.")
    await require_post(context, call.channel)
    await context.store.pause_watch(old.id, "")
    return Reply(
        lines=(
            line(bold(f"Watch {old.number}"), f" rings {call.here} again, for what is read from now on: "),
            line(code(old.query)),
            undo(call, "pause", number=old.number),
        )
    )


async def watches(context: Context, call: Call) -> Reply:
    """`watches`: the watches of a channel, by number, a page at a time."""
    known = await context.store.watches(call.channel)
    if not known:
        return Reply(
            lines=(
                line(
                    f"There are no watches {call.here} yet. Make one: ",
                    code(call.say("watch", query="valuation >= 10B")),
                ),
            )
        )
    said, shown = page(call, [_listed(context, each) for each in known])
    lines = [line(f"{counted(len(known), 'watch')} {call.here}{said}:"), *shown]
    lines.append(
        line(
            quiet("Change one with "),
            code(call.say("edit", number=known[0].number, query="QUERY")),
            quiet(", "),
        )
        + line(code(call.say("pause", number=known[0].number)), quiet(" or "))
        + line(code(call.say("unwatch", number=known[0].number)))
    )
    return Reply(lines=tuple(lines))


def _listed(context: Context, watch: Watch) -> Line:
    try:
        words = context.compile(watch.query).words()
    except QueryError as error:
        # saved by a version that knew more
        words = f"it can't be read any more: {error}"
    made = f" · by {watch.made_by}, {when(watch.made_at, context.clock.now())}"
    rest = (bold(f" · paused {watch.paused}"),) if watch.paused else ()
    return line(bold(str(watch.number)), "  ", code(watch.query), quiet(f"  {words}{made}"), *rest)


async def numbered(context: Context, call: Call) -> Watch:
    """The watch with the typed number. Raises UserError when the channel has none of that number."""
    number = call.number()
    known = await context.store.watches(call.channel)
    for each in known:
        if each.number == number:
            return each
    numbers = ", ".join(str(each.number) for each in known)
    have = f"The watches {call.here} are: {numbers}." if numbers else f"There are no watches {call.here}."
    raise UserError(f"There is no watch {number} {call.here}. {have}")


async def refuse_double(context: Context, call: Call, query: Query, but: Watch | None = None) -> None:
    """Raise UserError when the channel has a watch that asks the same."""
    for each in await context.store.watches(call.channel):
        if each != but and _same(context, each.query, query):
            resting = f" It is paused; {call.say('resume', number=each.number)}" if each.paused else ""
            raise UserError(f"Watch {each.number} {call.here} asks that already: {each.query}{resting}")


def _same(context: Context, saved: str, query: Query) -> bool:
    try:
        return saved == query.text or context.compile(saved).words() == query.words()
    except QueryError:
        return False


async def require_room(context: Context, call: Call) -> None:
    """Raise UserError when the channel has as many watches as one may, or the person has made so many."""
    most = context.limits.watches
    if len(await context.store.watches(call.channel)) >= most:
        raise UserError(
            f"A channel can have {counted(most, 'watch')} at most, and so many are {call.here}. "
            f"Delete one first: {call.say('unwatch', number='NUMBER')}. {call.say('watches')} shows them."
        )
    most = context.limits.watches_a_person
    if call.typed_in.platform != "terminal" and await _made(context, call) >= most:
        raise UserError(
            f"One person can make {counted(most, 'watch')} at most in all channels together, and so many of "
            "yours are there. Delete one first, here or in another channel: "
            f"{call.say('unwatch', number='NUMBER')}."
        )


async def _made(context: Context, call: Call) -> int:
    return sum(each.maker == call.who for each in await context.store.watches())


async def require_post(context: Context, channel: Channel) -> None:
    """Raise UserError, with what to do about it, when we can't post in the channel."""
    chat = context.chats.get(channel.platform)
    obstacle = await chat.check(channel) if chat else f"Newsbell is not connected to {channel.platform}."
    if obstacle:
        raise UserError(f"{obstacle} Nothing was changed.")


async def _rehearsed(context: Context, call: Call, query: Query) -> tuple[Line, ...]:
    rehearsal = await rehearse(context, query)
    return (rehearsal.told(context.clock.now()), *rehearsal.advice(call))


def _resting(watch: Watch, call: Call) -> tuple[Line, ...]:
    if not watch.paused:
        return ()
    return (line(f"It is still paused {watch.paused}: ", code(call.say("resume", number=watch.number))),)


def undo(call: Call, command: str, **arguments: str | int) -> Line:
    """The command that takes it back."""
    return line(quiet("Undo: "), code(call.say(command, **arguments)))
