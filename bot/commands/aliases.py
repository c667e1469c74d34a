"""Further names of companies, which people add for the whole installation."""

from __future__ import annotations

from bot.commands.command import Call
from bot.commands.context import Context
from bot.commands.watches import undo
from bot.core.everyday import everyday
from bot.core.model import Line, Reply, Span
from bot.core.spans import bold, code, counted, line, quiet
from bot.errors import UserError

_SHOWN = 100
_LONGEST = 60
_EXAMPLE = "Deep Seek Labs = DeepSeek"


async def alias(context: Context, call: Call) -> Reply:
    """`alias NAME = COMPANY` adds a name, `alias NAME =` removes it, `alias` lists what was added."""
    typed = call.text("alias")
    if not typed:
        return _list(context, call)
    name, equals, company = (_tidy(part) for part in typed.partition("="))
    if not equals:
        raise UserError(_without_equals(context, call, name))
    if not name:
        raise UserError(
            f"No name stands before the “=”. Type it like this: {call.say('alias', alias=_EXAMPLE)}"
        )
    return await (_add(context, call, name, company) if company else _remove(context, call, name))


def _tidy(part: str) -> str:
    return " ".join(part.split()).strip('"').strip()


def _without_equals(context: Context, call: Call, name: str) -> str:
    company = context.companies.now.canonical(name)
    meant = f"“{name[:_LONGEST]}” is a name of {company}. " if company else ""
    return f"{meant}To add a name, put “=” and the company behind it: {call.say('alias', alias=_EXAMPLE)}"


def _list(context: Context, call: Call) -> Reply:
    added = context.companies.aliases
    if not added:
        return Reply(lines=(line("No names of companies were added yet. Add one: ", _said(call, _EXAMPLE)),))
    lines: list[Line] = [line(f"{counted(len(added), 'name')} added, for every channel:")]
    lines += [line(bold(name), f" = {company}") for name, company in list(added.items())[-_SHOWN:]]
    if len(added) > _SHOWN:
        lines.append(line(f"… and {len(added) - _SHOWN} older ones."))
    lines.append(line(quiet("Remove one with "), _said(call, f"{next(reversed(list(added)))} =")))
    return Reply(lines=tuple(lines))


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
    await context.store.add_alias(name, company, call.person.name, context.clock.now())
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
    if holder:
        raise UserError(f"“{name}” is a name of {holder}. It can't be {company}'s as well.")
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
