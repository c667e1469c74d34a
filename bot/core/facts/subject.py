"""Whose each sum is."""

from __future__ import annotations

import re

from bot.core.companies import Companies
from bot.core.facts.grammar import before_verb
from bot.core.facts.names import OWNED, Name
from bot.core.sought import Sought

# between a name and the cue that speaks of it
_SPOKEN_OF = re.compile(
    r"^(?:[’']s(?: [\w-]+){0,3}|\s*[,(—–-]?\s*(?:which|that|who)?\s*(?:is|was|were"
    r"|has been|had been|been)?\s*(?:now|last|most recently|reportedly|recently"
    r"|already|currently|since|itself)?)\s*$",
    re.IGNORECASE,
)


def alike(one: str, other: str) -> bool:
    """Whether one name is the other cut short: "Peec" and "Peec AI", "AMI" and "AMI Labs"."""
    short, full = sorted((_letters(one), _letters(other)), key=len)
    return len(short) > 1 and full.startswith(short)


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


_VALUES = re.compile(r"(?i)valu\w+\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}$")
_VALUED = re.compile(
    r"(?i)valued|worth|valuation|market|bewert|wert|valorad|valorisé|last valued|IPO|revenue|shares"
)
_GENERIC = re.compile(
    r"(?i)\b(?:the|this|der|die|das|la|el|le|l’|l')\s?(?:[\w-]+\s+){0,3}?(?:company"
    r"|startup|start-up|firm|maker|lab|business|group|unternehmen|start-up|firma"
    r"|compañía|empresa|entreprise|société|jeune pousse|plate-?forme|pépite|éditeur|tecnológica|plataforma"
    r"|[a-zäöü-]*(?:erfinder|entwickler|hersteller|anbieter|konzern|betreiber))\b"
)
_NEAR_PRONOUN = Sought(
    r"(?i)\b(?:(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:company|startup|start-up|firm|lab"
    r"|maker)|it|they)(?:\s+(?:has|had|have|was|is|just|also|recently|now|been"
    r"|already|would|will|could|be|announced|said))*\s+$"
)
_PRONOUN = re.compile(
    r"^\W*(?:(?:the|this|der|die|das|la|el|le|l’|l'|cette"
    r"|esta)\s+(?:[\w-]+\s+){0,2}?(?:company|startup|start-up|firm|lab|round|deal"
    r"|investment|funding|maker|raise|transaction|financing|unternehmen|start-up"
    r"|[a-zäöü0-9-]*(?:erfinder|entwickler|hersteller|anbieter|konzern|betreiber)"
    r"|firma|runde|compañía|empresa|ronda|operación|tecnológica|plataforma|entreprise|société|opération"
    r"|jeune pousse|plate-?forme|pépite|licorne|spécialiste|groupe)"
    r"|l[’'](?:entreprise|opération|éditeur)|it|its|they)\b",
    re.IGNORECASE,
)
# "A lab started by alumni of Oakhurst has …" is the one whose news it is
_INDEFINITE = re.compile(
    r"(?i)^\W*(?:an?|another|the) (?:[\w-]+ ){0,4}?(?:company|start-?up|lab|neolab|firm|maker|venture)"
    r" (?:(?:co-?)?founded|started|created|run|led|launched|backed|built) by\b"
)
_CLAUSES = re.compile(r";\s|\s(?:while|whereas|although)\s|[,，]\s(?:while|whereas|but|and)\s|—|–")
_INVESTOR = re.compile(
    r"(?:led by|backed by|from|by|with|investors?|including|joined by"
    r"|participation of|von|por|par)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def spoken_of(sentence: str, cue: int, start: int, found: list[Name], subject: str) -> str:
    """The name beside the cue, which it must mean: "OpenAI, valued at", "values OpenAI at"; "" for none."""
    first = min(cue, start)
    # "Ann Lee's Tarnwell seeks a valuation of": the nearer name alone stands beside the cue
    nearer = False
    for name in reversed(found):
        if cue < name.start and name.end <= start:
            beside = (
                name.company != subject
                and not OWNED.match(sentence[name.end :])
                and _valued_between(sentence, cue, name)
            )
        else:
            beside = (
                not nearer
                and 0 <= first - name.end < 70
                and bool(_VALUED.match(sentence, cue) and _SPOKEN_OF.match(sentence[name.end : first]))
            )
            nearer = nearer or name.end <= first
        if beside and not _APPENDED.search(sentence[max(0, name.start - 60) : name.start]):
            return name.company
    return ""


# "Tarnwell, the startup of Ann Lee, valued at": who stands in the apposition only describes
_APPENDED = re.compile(
    r"(?i),\s(?:an?|the|la|le|une?|das|die|der|el|un|una|l[’'])\s?[\w -]*"
    r"(?:start-?up|company|lab|firm|maker|société|firma"
    r"|unternehmen|empresa|compañía|entreprise)\s(?:of|by|from|de|du|d[’']|von|des)\s?$"
)


def _valued_between(sentence: str, cue: int, name: Name) -> bool:
    """ "values OpenAI at": the name stands between the cue and the sum, and gives no money."""
    before = sentence[max(0, name.start - 80) : name.start]
    return bool(_VALUES.match(sentence[cue : name.start])) and not _INVESTOR.search(before)


def owner(
    sentence: str,
    cue: int,
    start: int,
    *,
    subject: str,
    found: list[Name],
    language: str,
    companies: Companies,
) -> str:
    """Whose sum it is that stands at `start` under the cue at `cue`."""
    first = min(cue, start)
    # in German the verb comes last: "wird das Unternehmen mit 2 Milliarden Euro bewertet"
    between = sentence[cue:start] if cue < start else sentence[max(0, start - 50) : start]
    if subject and (
        _NEAR_PRONOUN.search(sentence[max(0, first - 60) : first])
        or ((cue < start or language == "de") and _GENERIC.search(between))
    ):
        return subject
    if name := spoken_of(sentence, cue, start, found, subject):
        return name
    if language in ("zh", "ja", "ko"):
        return _eastern_owner(sentence, first, found, subject)
    return _clause_owner(sentence, first, companies, subject, language)


def _eastern_owner(sentence: str, place: int, found: list[Name], subject: str) -> str:
    clause = max(sentence.rfind(mark, 0, place) for mark in "，。；,;") + 1
    inside = [name for name in found if clause <= name.start < place]
    if any(name.company == subject for name in inside):
        return subject
    return inside[-1].company if inside else _carried(sentence, clause, found) or subject


def _carried(sentence: str, clause: int, found: list[Name]) -> str:
    """Who the clauses before this one are said of, where they open with one ("Oakhurst已上市，估值")."""
    opening = max(sentence.rfind(mark, 0, clause) for mark in "。；;") + 1
    first = next((name for name in found if opening <= name.start < clause), None)
    if first is None or sentence[opening : first.start].strip('“「" ') or first.end >= clause - 1:
        return ""
    return "" if _TELLS.search(sentence[first.end : clause]) else first.company


# who opens a sentence with these gives money or news, and is not worth the sum
_TELLS = re.compile(
    "领投|跟投|参投|投资|注资|入股|报道|表示|透露|指出|称|认为|预计|计划|收购|洽购|与|向|对|为|将"
)


def _clause_owner(sentence: str, place: int, companies: Companies, subject: str, language: str) -> str:
    begin = 0
    for match in _CLAUSES.finditer(sentence, max(0, place - 260), place):
        rest = sentence[match.end() : place]
        if _PRONOUN.match(rest) or before_verb(rest.split(",")[0], companies, language):
            begin = match.end()
    clause = sentence[begin:place] + " is"
    if _PRONOUN.match(clause) or _INDEFINITE.match(clause):
        return subject
    named = before_verb(clause, companies, language)
    if subject and named and named != subject and not companies.canonical(named) and subject in clause:
        # a guess never outweighs the one whose news it is
        return subject
    return named or subject
