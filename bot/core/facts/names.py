"""Finds the names of companies in a sentence, known or not, by the grammar around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.core.companies import Companies
from bot.core.sought import Sought

# "n8n" and "xAI" are names as well
_WORD = r"(?:[A-Z0-9À-Þ]|[a-z]\d[a-z]|[a-z]{1,2}[A-Z])[\w&.’'+-]*"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:[ \u00a0](?:(?:of|de|&|and|von|for) (?={_WORD}))?{_WORD})*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# capitalised words that describe, date or begin a sentence, and are no part of a name
_PLAIN = _words(
    """
    rs rs. inr usd eur gbp q1 q2 q3 q4 h1 h2 spac layoffs
    the a an in on at of to for from with by as and or but while when after before since if it its
    he she they we you i wir ich sie unser nous nosotros
    this that these those there here how why what who which where is are was
    were has have had will would could may might should can not no new now just one two three four
    five six seven eight nine ten first last also both each every all some many most more monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december today yesterday exclusive update breaking report reports
    sources source judge court
    jury lawmakers senators regulators regulator inside
    meet watch live opinion startup start-up company firm maker giant lab labs
    unicorn insurance ai chip chipmaker fintech biotech healthtech edtech legaltech cybersecurity
    robotics software coding accounting defense defence tech nuclear ev semiconductor quantum crypto
    cloud video business consumer enterprise deep medtech proptech insurtech agtech climate energy
    space data developer platform app chinese american european british french german indian israeli
    japanese korean swedish dutch swiss spanish canadian us uk eu usa u.s. u.k. ceo cfo cto coo founder
    founders cofounder co-founder president chairman investors investor billionaire former ex- mr
    mrs dr series seed round ipo valuation funding deal vc rival another despite according under
    over paris berlin london munich tokyo beijing stockholm zurich boston seattle york san francisco
    texas california germany france china india japan korea israel europe asia shanghai hangzhou
    shenzhen seoul bengaluru bangalore mumbai delhi washington even still then meanwhile however
    additionally although though only such because during between among earlier later recently
    currently previously overall instead indeed so yet nearly about almost around thanks once der
    die das ein eine einer den dem des im am bei für und mit von aus nach neuer neue neues münchner
    berliner hamburger kölner europas unternehmen konzern hersteller anbieter einhorn firma startups
    damit dabei doch laut wie was wer wenn als auch nur noch jetzt nun dann danach zudem außerdem
    allerdings dagegen insgesamt zuletzt zuvor seit bis rund etwa mehr weitere bericht medien
    medienbericht kreise insider börsengang gewinn verlust kapital runde finanzierung
    finanzierungsrunde übernahme verkauf anteil anteile geld investition investitionen markt chef
    börsenwert prozent jahr quartal selon ainsi cette ce ces cet il elle depuis según así esta este
    su sus tras desde también ahora
    investoren bewertung umsatz milliarde million milliarden millionen dollar euro
    el la los las un una en con por del al empresa
    compañía startup-ul le les une dans avec pour société entreprise jeune l’entreprise
    l'entreprise pousse éditeur
    """
)
# the last of these before a name ends its description
_NOUNS = _words(
    "startup start-up company firm maker chipmaker giant lab unicorn rival fintech konzern"
    " hersteller anbieter"
)
# these describe before a name and belong to it behind
_ENDINGS = _words("ai labs robotics energy cloud space lab quantum health data")
_OFFICES = _words("ceo cto cfo coo president chairman founder co-founder cofounder chief")
_DESCRIBES = re.compile(
    r"^(?:.*-(?:based|backed|owned|founded|focused|listed|native|powered|led|funded|linked|style|like"
    r"|controlled|incubated|headquartered)"
    r"|[\w]+-(?:Rivale|Konkurrent|Zulieferer|Gründer|Chef|Mutter)"
    r"|[\w]+-\w*(?:firma|hersteller|anbieter|konzern|händler|entwickler|spezialist|riese|tochter|dienst"
    r"|lieferdienst|bank|versicherer"
    r"|plattform|schmiede|bauer|betreiber|einhorn)"
    r"|[\w]+-(?:Startup|Start-up|Hersteller|Anbieter|Konzern|Fonds|Firma|Unternehmen"
    r"|Spezialist|startup)|\d.*|.*[’']s|ex-.*|fy\d+|[qh][1-4](?:fy)?\d*"
    r"|\w{4,}(?:firma|hersteller|anbieter|konzern|unternehmen|händler|entwickler|spezialist))$",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?: Ventures| Capital)?-\S+")
# with one of these behind it, a name is not the known company that it begins like
_OTHER = re.compile(
    r" (?:Health|Materials|Therapeutics|Bio|Biosciences|Medical|Pharma\w*"
    r"|Capital|Ventures|Partners|Motors?|Aerospace"
    r"|Foods|School|Finance|Logistics|Genomics|Photonics|Diagnostics|Nuclear|Fusion|Robotics|Holdings"
    r"|Biotech)\b(?!-)"
)
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
_LEGAL = re.compile(r"(?:\s+(?:Inc|Corp|Ltd|LLC|PLC|GmbH|AG|SA|Limited|Technologies Inc)\.?)+$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence and the canonical company that it means."""

    start: int
    end: int
    company: str


def trim(run: str) -> str:
    """A capitalised run without the words that only describe: "Insurance Startup Corgi" gives "Corgi"."""
    words = _POSSESSIVE.sub("", run).split()
    office = next((place for place, word in enumerate(words) if word.casefold() in _OFFICES), 0)
    if office:
        # "Tarnwell CEO Ann Lee"
        words = words[:office]
    for place in range(len(words) - 1, 0, -1):
        if words[place - 1].casefold() in _NOUNS:
            # "Radiology Startup Gleamer"
            words = words[place:]
            break
    while words and _is_plain(words[0]):
        words.pop(0)
    while words and words[-1].casefold().strip(".,’'") in _PLAIN and words[-1].casefold() not in _ENDINGS:
        words.pop()
    return _LEGAL.sub("", _POSSESSIVE.sub("", " ".join(words)).strip(" .,’'-"))


def _is_plain(word: str) -> bool:
    return word.casefold().strip(".,") in _PLAIN or bool(_DESCRIBES.match(word))


def _runs(text: str) -> Iterator[Name]:
    for match in _RUN.finditer(text):
        start = match.start()
        for begin, name in _named(match.group()):
            yield Name(start + begin, start + begin + len(name), name)


# an article says the same names over and over
@lru_cache(maxsize=2048)
def _named(run: str) -> tuple[tuple[int, str], ...]:
    """The names in a run of capitalised words, each with its place in it."""
    found = []
    # a possessive in the middle ends the name before it
    for part in re.finditer(r"\S.*?(?:[’']s(?=\s)|$)", run):
        name = trim(part.group()) if not part.group().endswith(("’s", "'s")) else trim(part.group()[:-2])
        if name and not name.isdigit() and len(name) > 1:
            found.append((part.start() + max(0, part.group().find(name)), name))
    return tuple(found)


def find(text: str, companies: Companies, *, unknown: bool = True) -> list[Name]:
    """Every name in the order of the text; a known company wins over a guess at the same place."""
    known = [Name(mention.start, mention.end, mention.company) for mention in companies.find(text)]
    if not unknown:
        return known
    known = [name for name in known if not _OTHER.match(text, name.end)]
    for name in known:
        if compound := _COMPOUND.match(text, name.end):
            # "Apple-Zulieferer Lumira": the compound only describes
            text = text[: name.start] + " " * (compound.end() - name.start) + text[compound.end() :]
    known += _makers(text, companies, known)
    taken = [(name.start, name.end) for name in known]
    guesses = (
        name for name in _runs(text) if not any(name.start < end and start < name.end for start, end in taken)
    )
    return sorted([*known, *guesses], key=lambda name: name.start)


# the maker of a product, the startup of a person is meant, and not named by it
OWNED = re.compile(
    r"^(?:(?:[’']s)?[- ](?:maker|parent|owner|operator|developer|creator|founder|alum\w*|veteran)s?\b"
    r"|[’']s? (?:[\w-]+ ){0,3}?(?:start-?up|company|venture)\b"
    r"| (?:[a-z-]+ ){0,2}(?:company|start-?up|firm|business) at\b)"
)
# "the company behind Marlin", "Marlin's maker", "Marlin-maker"
_MAKER = Sought(
    r"\b(?:makers?|company|start-?up|developers?|creators?|firm|lab|owner|parent) (?:of|behind) (?:the )?"
    r"(?:[a-z][\w-]* ){0,4}?([A-Z][\w-]*(?: [A-Z][\w-]*)?)"
    r"|\b([A-Z][\w-]*?(?: [A-Z]\w*)?)(?:[’']s)?[ -](?:maker|creator|developer|owner|parent)\b"
)


def _makers(text: str, companies: Companies, known: list[Name]) -> list[Name]:
    """The companies that are told by a product of theirs, where they stand."""
    found = []
    for match in _MAKER.finditer(text):
        company = companies.product(match.group(1) or match.group(2))
        if company and not any(match.start() < name.end and name.start < match.end() for name in known):
            found.append(Name(match.start(), match.end(), company))
    return found


def in_full(initials: str, text: str, companies: Companies) -> str:
    """The known company that the text spells out before its initials: "Advanced Chips Co (ACC)"; "" else."""
    if not (2 <= len(initials) <= 6 and initials.isalpha() and initials.isupper()):
        return ""
    place = text.find(f"({initials})")
    words = text[max(0, place - 100) : max(0, place)].split()[-len(initials) :]
    if [word[0] for word in words] != list(initials):
        return ""
    return companies.canonical(" ".join(words)) or ""


_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?:[A-Za-z0-9.&’'-]|:(?=[a-z]))*(?: [A-Z][A-Za-z0-9.&-]*)*")
# what Latin letters in a Chinese, Japanese or Korean title often are, beside names
_COMMON = _words(
    "ai ceo cto cfo ipo gpu cpu hbm app ar vr ev llm agi api saas aigc agent nand dram ssd a h it pre esg"
    " ces vc pe usb pc os store"
)


def find_latin(text: str, companies: Companies) -> list[Name]:
    """Names in a text whose script isn't Latin: known ones, and what stands in Latin letters."""
    known = [Name(mention.start, mention.end, mention.company) for mention in companies.find(text)]
    guesses = [
        Name(
            match.start(), match.end(), companies.product(match.group()) or _LEADING_AI.sub("", match.group())
        )
        for match in _LATIN.finditer(text)
        if match.group().casefold().removeprefix("app ") not in _COMMON
        and len(match.group()) > 2
        and not _ROUND.match(match.group())
        and not any(match.start() < name.end and name.start < match.end() for name in known)
    ]
    return sorted([*known, *guesses], key=lambda name: name.start)


_ROUND = re.compile(r"(?i)^(?:pre-?)?(?:series )?[a-k]\d?$")
_LEADING_AI = re.compile(r"^(?:AI|CEO|IPO) ")
