"""What can be wrong with a query, in words: where, what, and what to type instead."""

from __future__ import annotations

import re

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from bot.core.model import Status
from bot.core.query.fields import FIELDS, LANGUAGES, MEASURE_NAMES, MEASURES, STATUSES, nearest
from bot.errors import QueryError

_QUOTED = re.compile(r'"[^"]*"|/(?:\\.|[^\\\n])+?/(?=[\s)]|$)')
_SHOWN = 40


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _column(token: Token) -> int:
    return (token.start_pos or 0) + 1


def empty() -> QueryError:
    """Nothing was typed."""
    return QueryError(
        "There is nothing to watch for", column=1, advice="Type words or a comparison: valuation >= 10B"
    )


def too_long(limit: int) -> QueryError:
    """More text than a watch may hold."""
    return QueryError(
        f"A watch holds at most {limit} characters",
        column=limit + 1,
        advice="Make two watches of it instead.",
    )


def too_many(limit: int) -> QueryError:
    """More terms than a watch may hold."""
    return QueryError(
        f"A watch holds at most {limit} terms", column=1, advice="Make two watches of it instead."
    )


def too_many_expressions(limit: int) -> QueryError:
    """More regular expressions than a watch may hold."""
    return QueryError(
        f"A watch holds at most {limit} regular expressions",
        column=1,
        advice="Put them into one, as in /gpt-?5|o3-pro/, or make two watches of it.",
    )


def only_exclusions() -> QueryError:
    """A query that asks for nothing would ring for everything."""
    return QueryError(
        "This only says what to leave out",
        column=1,
        advice="Add what to watch for, for example: openai -crypto",
    )


def check_depth(text: str, limit: int) -> None:
    """Raise QueryError where brackets open deeper than the limit."""
    depth = 0
    for place, letter in enumerate(_QUOTED.sub(lambda found: "_" * len(found[0]), text)):
        depth += (letter == "(") - (letter == ")")
        if depth > limit:
            raise QueryError(
                f"Brackets stand within brackets more than {limit} deep",
                column=place + 1,
                advice="Take out brackets that aren't needed.",
            )


def no_such_field(name: Token, value: Token) -> QueryError:
    """A word before a colon that names no field."""
    typed = name[:-1]
    near = nearest(typed, [*FIELDS, *MEASURE_NAMES])
    meant = f"Did you mean {near}:? If not, put" if near else "Put"
    words = _short(f"{typed}:{value.strip(chr(34))}")
    return QueryError(
        f"There is no field “{_short(typed)}”",
        column=_column(name),
        advice=f'{meant} it in quotes to search for the words: "{words}". Fields are {", ".join(FIELDS)}.',
    )


def no_such_measure(name: Token, typed: str) -> QueryError:
    """A word before an operator that names no kind of fact."""
    near = nearest(typed, list(MEASURE_NAMES))
    return QueryError(
        f"“{_short(typed)}” can't be compared",
        column=_column(name),
        advice=(f"Did you mean {near}? " if near else "") + f"What can be compared: {', '.join(MEASURES)}.",
    )


def no_value(field: str, value: Token) -> QueryError:
    """A field with nothing that can be its value."""
    return QueryError(
        f"{field}: needs a name", column=_column(value), advice=f'Type {field}:name or {field}:"two words".'
    )


def no_amount(token: Token) -> QueryError:
    """Something that looks like an amount, and can't be read as one."""
    return QueryError(
        f"“{_short(token)}” is no amount",
        column=_column(token),
        advice="Type it like 10B, $1.5 billion or €300M.",
    )


def no_unit(token: Token) -> QueryError:
    """A bare small figure: a unit was forgotten."""
    figure = re.sub(r"[^0-9.,]", "", token)
    return QueryError(
        f"“{_short(token)}” has no unit",
        column=_column(token),
        advice=f"Type {figure}B for billions or {figure}M for millions.",
    )


def no_rate(token: Token, currency: str) -> QueryError:
    """A currency without an exchange rate."""
    return QueryError(
        f"There is no exchange rate for {currency}",
        column=_column(token),
        advice="Type the amount in dollars: $10B.",
    )


def upside_down(low: Token, high: Token) -> QueryError:
    """A range whose first end is the greater one."""
    return QueryError(
        "The range is upside down",
        column=_column(low),
        advice=f"Type the smaller amount first: {high}..{low}.",
    )


def stray_operator(token: Token) -> QueryError:
    """OR, AND or NOT where nothing can be joined."""
    return QueryError(
        f"{token.upper()} joins nothing here",
        column=_column(token),
        advice=f'Type what stands on its other side, or "{token}" in quotes to search for the word.',
    )


def star_inside(token: Token) -> QueryError:
    """A star anywhere but at the end."""
    return QueryError(
        "A * may only stand at the end of a word",
        column=_column(token) + token.index("*"),
        advice="Type gpt* for words that start with gpt, or a regular expression: /g.*t/",
    )


def short_prefix(token: Token) -> QueryError:
    """A prefix of one letter would meet nearly everything."""
    return QueryError(
        f"“{_short(token)}” is too short a beginning",
        column=_column(token),
        advice="Type two letters or more before *.",
    )


def no_letters(token: Token) -> QueryError:
    """Punctuation alone can't be searched for."""
    return QueryError(
        f"“{_short(token)}” has no letter or digit in it",
        column=_column(token),
        advice="Type a word to look for.",
    )


def bad_expression(token: Token, cause: Exception) -> QueryError:
    """An expression that google-re2 refuses."""
    said = cause.args[0] if cause.args else ""
    detail = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return QueryError(
        f"The regular expression can't be read: {_short(detail) or 'unknown syntax'}",
        column=_column(token),
        advice="Check its brackets, and use no look-around and no back-references; an example: /gpt-?[5-9]/",
    )


def empty_expression(token: Token) -> QueryError:
    """An expression that every text meets."""
    return QueryError(
        "The regular expression is met by any text",
        column=_column(token),
        advice="Use + where you wrote * or ?.",
    )


def no_such_language(token: Token, typed: str) -> QueryError:
    """No code or name of a language."""
    near = nearest(typed, [name.casefold() for name in LANGUAGES.values()])
    meant = next((code for code, name in LANGUAGES.items() if name.casefold() == near), "en")
    return QueryError(
        f"“{_short(typed)}” is no language",
        column=_column(token),
        advice=f"Type its code, for example lang:{meant}.",
    )


def no_such_status(token: Token, typed: str) -> QueryError:
    """No status of a fact."""
    near = nearest(typed, list(STATUSES))
    known = ", ".join(status.value for status in Status)
    return QueryError(
        f"“{_short(typed)}” is no status",
        column=_column(token),
        advice=(f"Did you mean status:{near}? " if near else "") + f"One of {known}.",
    )


def explain(error: UnexpectedInput, text: str) -> QueryError:
    """What lark could not read, in words."""
    place = len(text.rstrip())
    if isinstance(error, UnexpectedCharacters):
        place = error.pos_in_stream or 0
    elif isinstance(error, UnexpectedToken) and error.token.type != "$END":
        place = error.token.start_pos or 0
    wanted = _wanted(error)
    rest = text[place:].strip()
    problem, advice = _cut_short(text, wanted) if not rest else _unexpected(rest, text[:place], wanted)
    return QueryError(problem, column=place + 1, advice=advice)


def _wanted(error: UnexpectedInput) -> set[str]:
    names = (
        getattr(error, "allowed", None) or getattr(error, "accepts", None) or getattr(error, "expected", None)
    )
    return set(names or ())


def _cut_short(text: str, wanted: set[str]) -> tuple[str, str]:
    if "AMOUNT" in wanted:
        return "The amount is missing", "Type it behind: valuation >= 10B"
    if "_CLOSE" in wanted:
        place = _open(text)
        return f"The bracket that opens at column {place} is never closed", "Add a ) or take the ( away."
    last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
    if last.endswith(":"):
        return f"{last} needs a name", f"Type {last}name without a space."
    return (
        f"Something is missing after “{_short(last)}”",
        f'Type what else to look for, or "{_short(last)}" in quotes.',
    )


def _open(text: str) -> int:
    places: list[int] = []
    for place, letter in enumerate(_QUOTED.sub(lambda found: "_" * len(found[0]), text)):
        if letter == "(":
            places.append(place)
        elif letter == ")" and places:
            places.pop()
    return (places[-1] if places else 0) + 1


def _unexpected(rest: str, before: str, wanted: set[str]) -> tuple[str, str]:
    word = _short(rest.split(maxsplit=1)[0])
    if "AMOUNT" in wanted:
        return f"“{word}” is no amount", "Type it like 10B, $1.5 billion or €300M."
    if rest[0] == '"':
        return "The quote that opens here is never closed", 'Add a " at the end of the phrase.'
    if rest[0] == "/":
        return (
            "The regular expression that opens here is never closed",
            "Add a / at its end, or put the word in quotes.",
        )
    if rest[0] == ")":
        return "This bracket closes nothing", "Take it away, or open one with ( before."
    if rest[0] in "<>=≥≤":
        return "It isn't clear what is compared", "Name it before the sign: valuation >= 10B"
    if rest[0] == "-":
        return "A minus needs the word that it excludes", "Type it without a space: -crypto"
    if rest[0] == "(" and before.rstrip().endswith(":"):
        name = before.rsplit(maxsplit=1)[-1]
        return f"{name} takes one name, no bracket", f"Type {name}one OR {name}two."
    return f"“{word}” can't stand here", f'Put it in quotes to search for it: "{word}"'
