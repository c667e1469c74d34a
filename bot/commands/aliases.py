"""Further names of companies, which people add for the whole installation."""

from __future__ import annotations

from bot.commands.command import Call, Shared
from bot.commands.context import Context
from bot.commands.watches import undo
from bot.core.companies import folded
from bot.core.everyday import everyday
from bot.core.model import AddedName, Line, Reply, Span
from bot.core.spans import bold, code, counted, line, quiet
from bot.errors import UserError

_SHOWN = 100
_LONGEST = 60
_EXAMPLE = "Deep Seek Labs = DeepSeek"


async def alias(context: Context, call: Call) -> Reply:
    """`alias NAME = COMPANY` adds a name, `alias NAME =` removes it, `alias` lists what was added."""
    name, equals, company = _parts(call)
    if not name and not equals:
        return await _list(context, call)
    if not equals:
        raise UserError(_without_equals(context, call, name))
    if not name:
        raise UserError(
            f"No name stands before the “=”. Type it like this: {call.say('alias', alias=_EXAMPLE)}"
        )
    return await (_add(context, call, name, company) if company else _remove(context, call, name))


async def shared(context: Context, call: Call) -> Shared | None:
    """A name that somebody added is its channel's to remove; one that Newsbell brings along is nobody's.

    Nor may a new name take a company's news away: "OpenAI Labs" speaks of OpenAI already.
    """
    name, equals, typed = _parts(call)
    if not equals:
        return None
    if not typed:
        return await _removing(context, name)
    companies = context.companies.now
    company, holder = companies.canonical(typed), companies.canonical(name)
    if company is None or context.companies.added(name) or (holder and folded(holder) == folded(name)):
        # it can't be done at all as it stands, and the answer says so
        return None
    meant = [holder, *(mention.company for mention in companies.find(name))]
    others = [found for found in meant if found and found != company]
    if not others:
        return None
    return Shared(what=f"“{name[:_LONGEST]}” speaks of {others[0]} in every channel")


async def _removing(context: Context, typed: str) -> Shared | None:
    name = context.companies.added(typed)
    if name is None:
        return None
    where = {added.made_in for added in await context.store.added_names() if added.name == name} - {""}
    called = "the people of the channel that added it" if where else ""
    return Shared(what=f"“{name}” counts in every channel", whose=where, called=called)


def _parts(call: Call) -> tuple[str, str, str]:
    """What stands before the “=”, that sign, and what stands behind it."""
    name, equals, company = call.text("alias").partition("=")
    return _tidy(name), equals, _tidy(company)


def _tidy(part: str) -> str:
    return " ".join(part.split()).strip('"').strip()


def _without_equals(context: Context, call: Call, name: str) -> str:
    company = context.companies.now.canonical(name)
    meant = f"“{name[:_LONGEST]}” is a name of {company}. " if company else ""
    return f"{meant}To add a name, put “=” and the company behind it: {call.say('alias', alias=_EXAMPLE)}"


async def _list(context: Context, call: Call) -> Reply:
    added = await context.store.added_names()
    if not added:
        return Reply(lines=(line("No names of companies were added yet. Add one: ", _said(call, _EXAMPLE)),))
    lines: list[Line] = [line(f"{counted(len(added), 'name')} added, for every channel:")]
    lines += [
        line(bold(each.name), f" = {each.company}", quiet(f"  {_origin(each, call)}"))
        for each in added[-_SHOWN:]
    ]
    if len(added) > _SHOWN:
        lines.append(line(f"… and {len(added) - _SHOWN} older ones."))
    lines.append(line(quiet("Remove one with "), _said(call, f"{added[-1].name} =")))
    return Reply(lines=tuple(lines))


def _origin(name: AddedName, call: Call) -> str:
    """Who added a name, and where. What people elsewhere are called concerns those who run the bot alone."""
    if name.made_in == str(call.channel):
        return f"by {name.made_by} here"
    if call.runs and name.made_in:
        return f"by {name.made_by} in {name.made_in}"
    return f"by {name.made_by}" if call.runs and name.made_by else "by another channel"


async def _add(context: Context, call: Call, name: str, typed: str) -> Reply:
    companies = context.companies.now
    company = companies.canonical(typed)
    if company is None:
        near = companies.nearest(typed)
        meant = f"Did you mean {call.say('alias', alias=f'{name} = {near}')}? " if near else ""
        raise UserError(
            f"No company “{typed[:_LONGEST]}” is known. {meant}"
            "A company that isn't listed is watched by its words, as in: "
            f"{call.say('watch', query='company:name')}"
        )
    _refuse_taken(context, call, name, company)
    _refuse_vague(name)
    _require_room(context, call)
    await context.store.add_alias(
        AddedName(name=name, company=company, made_by=call.person.name, made_in=str(call.channel)),
        context.clock.now(),
    )
    context.companies.add(name, company)
    return Reply(
        lines=(
            line(
                bold(name),
                f" is a name of {company} from now on, in every channel. What is read now counts, "
                "not what was read before.",
            ),
            undo(call, "alias", alias=f"{name} ="),
        )
    )


async def _remove(context: Context, call: Call, typed: str) -> Reply:
    name = context.companies.added(typed)
    if name is None:
        company = context.companies.now.canonical(typed)
        said = f"is a name of {company} that Newsbell brings along, and stays" if company else "was not added"
        raise UserError(f"“{typed[:_LONGEST]}” {said}. {call.say('alias')} shows the names that were added.")
    company = context.companies.aliases[name]
    await context.store.remove_alias(name)
    context.companies.remove(name)
    return Reply(
        lines=(
            line(bold(name), f" is no name of {company} any more."),
            undo(call, "alias", alias=f"{name} = {company}"),
        )
    )


def _refuse_taken(context: Context, call: Call, name: str, company: str) -> None:
    """Raise UserError for a name that means something already."""
    companies = context.companies.now
    holder = companies.canonical(name)
    if holder == company:
        raise UserError(f"“{name}” is a name of {company} already.")
    if holder and (added := context.companies.added(name)):
        raise UserError(
            f"“{name}” is a name of {holder}, as somebody added. Remove that first: "
            f"{call.say('alias', alias=f'{added} =')}"
        )
    if holder and folded(holder) == folded(name):
        raise UserError(f"“{name}” is {holder}'s own name. It can't be {company}'s as well.")
    if (maker := companies.product(name)) and maker != company:
        raise UserError(f"“{name}” is a product of {maker}. It can't be a name of {company}.")


def _refuse_vague(name: str) -> None:
    """Raise UserError for a name that would be found where nobody means the company."""
    if len(name) > _LONGEST:
        raise UserError(f"A name has {_LONGEST} characters at most; this one has {len(name)}.")
    if sum(map(str.isalnum, name)) < 2 or not any(map(str.isalpha, name)):
        raise UserError(f"“{name}” is too short: a name needs two letters, or a letter and a digit.")
    if everyday(name):
        raise UserError(
            f"“{name}” is made of everyday words, which much news holds that isn't about the company. "
            "Give the name in full, with its capitals, such as: Deep Seek Labs"
        )


def _require_room(context: Context, call: Call) -> None:
    """Raise UserError when as many names were added as may be."""
    most = context.limits.aliases
    if len(context.companies.aliases) >= most:
        raise UserError(
            f"{counted(most, 'name')} at most can be added in all channels together, and so many were. "
            f"Remove one first: {call.say('alias', alias='NAME =')}. {call.say('alias')} shows them."
        )


def _said(call: Call, typed: str) -> Span:
    return code(call.say("alias", alias=typed))
