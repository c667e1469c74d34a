"""Whose news a title tells, by its grammar."""

from __future__ import annotations

import re

from bot.core.companies import Companies
from bot.core.facts import eastern, names
from bot.core.facts.grammar import before_verb, pick
from bot.core.facts.objects import object_of

_SEGMENT = re.compile(r"\s[|–—-]\s|[|｜丨:：?？]\s*")
# "How Rillet raised …" tells of Rillet
_ASKS = re.compile(
    r"^(?:how|why|inside|exclusive:|sources?:|update:|report:|bericht:|medien(?:bericht)?:|insider:"
    r"|exklusiv:)\s+",
    re.IGNORECASE,
)
# a press wire's place and day: "Madrid, 28 feb (EFE).-"
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][\w .]{2,30}(?:\s?\([^)]{2,24}\))?,\s+(?:\d{1,2}\.?\s+\w{3,10}|\w{3,10}\.?\s+\d{1,2})\.?\s*"
    r"(?:\([^)]{2,30}\))?\s*\.?\s*[-–—]+\s*"
)
_OUTLET = re.compile(r"\s(?:[|–—-])\s[^|–—]{2,40}$")
# words under which a title may be about the one that something is done to
_DONE_TO = re.compile(
    # merging with an empty shell is going public
    r"(?i)^(?!.*\b(?:SPAC|blank[- ]check)\b)"
    r".*\b(?:acqui|buy|bought|takeover|merger|valu|bewert|valor|round (?:for|in)|stake|invest"
    r"|commit|pledg|\bsells |\bsold |offload|\bpa(?:y|ys|id)\b|s[’']offr|purchase|sale (?:to|by)\b|(?:legt"
    r"|blättert|zahlt"
    r"|bietet) für|kauf|übern|compra|adqui"
    r"|rach|deal|bid"
    r"|offer|inver|invier|stecken|steigt bei|backs?\s)"
)


def of_title(title: str, text: str, companies: Companies, language: str) -> str:
    """Whose news the title tells; "" where its grammar doesn't say."""
    if language in ("zh", "ja", "ko"):
        return eastern.of_title(title, text, companies, language)
    stripped = _main(_ASKS.sub("", _OUTLET.sub("", _DATELINE.sub("", title))), companies, language)
    segments = _SEGMENT.split(stripped)
    if valued := _valued(stripped, companies):
        return valued
    for segment in segments:
        if (
            _DONE_TO.search(segment)
            and not _OWN_VALUE.match(segment)
            and not _COMBINED.search(segment)
            and (found := object_of(segment, companies, language))
        ):
            return found
    spoken = _SPEAKER.match(stripped)
    if spoken and not companies.find(stripped[spoken.end() :]):
        return spoken.group(1)
    for segment in segments:
        if found := before_verb(segment, companies, language):
            return _said_of(found, segment, companies)
    return _opening(stripped, companies) or _named_anyhow(title, segments, companies, language)


# "While Oakhurst, valued at $9bn, makes headlines, Tarnwell raises …" tells of Tarnwell
_BESIDE = re.compile(r"(?:While|Whereas|Unlike|Although|Though|As)\s")


def _main(title: str, companies: Companies, language: str) -> str:
    """The title from its main clause on, where it opens with one that only sets the scene."""
    if language != "en" or not _BESIDE.match(title):
        return title
    for comma in re.finditer(r",\s", title[:300]):
        rest = title[comma.end() :]
        if before_verb(rest.split(", ", maxsplit=1)[0], companies, language):
            return rest
    return title


def _named_anyhow(title: str, segments: list[str], companies: Companies, language: str) -> str:
    """The company of a title without a verb that we know."""
    known = companies.find(title)
    if known and not (len(segments) > 1 and _HEADED.match(segments[0])):
        doing = [name.company for name in known if not _GIVER.search(title[: name.start])]
        return doing[0] if doing else ""
    headed = len(segments) > 1 and len(segments[0]) < 60
    if headed and (language == "de" or _HEADED.match(segments[0])):
        # what stands before the colon of "Nachhilfefirma Lernwerk: Europas größtes …" is the company
        return next((name.company for name in reversed(names.find(segments[0], companies))), "")
    return ""


# "Fidelity marks down Tarnwell's valuation": whose value it is
_OF_VALUE = re.compile(r"[’']s? (?:\w+ ){0,2}?(?:valuation|market (?:cap|value)\w*)\b")


def _valued(title: str, companies: Companies) -> str:
    """The one whose value a title speaks of; "" when it speaks of none."""
    if not (told := _OF_VALUE.search(title)):
        return ""
    behind = [
        name
        for name in names.find(title[: told.end()], companies)
        if told.start() - 1 <= name.end <= told.end()
    ]
    return behind[-1].company if behind else ""


def _said_of(found: str, segment: str, companies: Companies) -> str:
    """Of "Jo Hart says reports that Marlin AI …" the company that is known, not the one who speaks."""
    if companies.canonical(found):
        return found
    said = _SAYS.search(segment)
    known = companies.find(segment[said.start() :]) if said else []
    return known[0].company if known else found


_SAYS = re.compile(
    r"(?i)\b(?:says?|said|tells|told|claims|calls|denies|confirms|insists)"
    r" (?:(?:reports?|that|the|talk|rumou?rs?|it)\b|(?=(?-i:\w*[A-Z]\S*) (?:is|isn|has|won|will|was"
    r"|could)\b))"
)


# "Nordwerk-Chef: …" tells of Nordwerk
_SPEAKER = re.compile(
    r"^([A-ZÄÖÜ][\w.&]*(?:[ -][A-ZÄÖÜ][\w.&]*){0,2}?)-(?:Chef|Gründer|Boss|CEO|Vorstand"
    r"|Geschäftsführer)(?:in|s)?"
    r"(?: [A-ZÄÖÜ][\w-]+){0,3}\s?:"
)
# "Tarnwell, the maker of chips, …": whoever opens a title and is described at once
_DESCRIBED = re.compile(
    r"^,\s(?:an?|the|[A-Z][\w’']+(?: [A-Z][\w’']+)*[’']s?|which|co-?founded|founded|led|backed)\s"
)


def _opening(title: str, companies: Companies) -> str:
    """The name that opens a title and is described at once; "" when none does."""
    first = next(iter(names.find(title[:120], companies)), None)
    return first.company if first and first.start == 0 and _DESCRIBED.match(title[first.end :]) else ""


# who gives the money is not who gets it
_GIVER = re.compile(r"(?i)\b(?:from|by|with|by the likes of|backers?)\s$")
# of "Oakhurst closes $500M round, hits $5B valuation and completes $1B Tarnwell purchase" it is Oakhurst
_OWN_VALUE = re.compile(
    r"[^,]*?\b(?:was|were) (?:last )?valued at\b|[^,]*\b(?:acquire[sd]|buys|bought)\b[^,$€£₹]*, (?:and )?"
    r"(?:raises|closes|lands|secures|nabs|bags)\b"
    r"|[^,]*\b(?:raises?|closes?|lands?|secures?|nabs?|bags?|nets?)\b[^,]*,[^,]*\b(?:valuation"
    r"|valued)\b[^,]*\b(?:and|,)\s"
)
# what the two are worth together is the buyer's new value
_COMBINED = re.compile(r"(?i)\b(?:combined|merged) (?:company|entity|group|firm|business)\b")
# before the colon of "Tarnwell IPO: …"
_HEADED = re.compile(r"^\S+(?: \S+)? (?:IPO|valuation|funding|round|deal|acquisition|stake)$")


def guess(title: str, companies: Companies, language: str) -> str:
    """The first name of a title that says nothing of anybody, for want of better; "" without one."""
    if language in ("zh", "ja", "ko"):
        return ""
    stripped = _ASKS.sub("", _OUTLET.sub("", _DATELINE.sub("", title)))[:80]
    found = names.find(stripped, companies)
    ahead = re.match(r"\S*(?: [^ ]{1,12}(?= |$))?", stripped[found[0].end :]) if found else None
    return (
        pick(stripped[: found[0].end + ahead.end()], companies, "")
        if ahead and found and found[0].start < 30
        else ""
    )
