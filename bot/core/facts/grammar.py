"""The company that a sentence's verb is said of, in the languages with capitals and verbs in the middle."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.companies import Companies
from bot.core.facts import names
from bot.core.facts.cues import alternatives
from bot.core.facts.names import Name

_VERBS = {
    "en": (
        "raises? raised raising hits? reaches reached valued values valuation is are "
        "seeks? seeking"
        " eyes eyeing closes closed secures? secured lands landed nabs nabbed bags "
        "bagged scores scored snags launches launched"
        " emerges emerged tops surpasses becomes became nears nearing doubles triples "
        "quadruples doubled tripled"
        " soars jumps jumped climbs plans aims targets wants wanted files prices buys "
        "acquires acquired bought reportedly just gets got"
        " announces announced says said tells will could may might would has had was "
        "were worth now completes completed confirms considers"
        " weighs mulls explores denies denied sells joins joined crosses crossed passes "
        "reports debuts debuted goes went set looks draws pulls adds signs makes"
        " made agrees agreed invests invested leads led backs backed bags inks picks "
        "quietly still rockets surges slips falls dips unveils expects grew generates"
        " posts posted did paid spends saw nets wins won claims sold slashed slashes cuts"
        " marks swells balloons skyrockets leaps doubling rejects dismisses grabs hauls "
        "attracts delivers commands fetches comes came steps exits exited opens opened returns heads moves"
        " taps hires tries turns turned starts started begins faces needs gives takes took brings shows walks"
        " walked ends ended scraps scrapped drops keeps continues pauses delays slates bets"
        " discloses reveals offers offered rejects rejected spurns touts merges merged ropes scoops"
        " collects collected pockets pulled raked confirmed racks commits committed expands expanded"
        " snapped swoops gains gained loses lost approaches approached overtakes trims"
    ),
    "de": (
        "sammelt sammelte erhält holt kauft übernimmt knackt will plant peilt steigt "
        "wird ist bekommt sichert schließt erreicht verkauft"
        " investiert verhandelt könnte soll gelingt macht steckt zahlt hat sucht strebt "
        "wächst verdoppelt verdreifacht nimmt erzielt meldet"
        " überschreitet übertrifft droht gewinnt wagt startet kündigt nennt ringt"
        " legt geht kommt wurde setzt dementiert steht erwägt"
    ),
    "es": (
        "obtiene obtuvo recauda recaudó levanta levantó capta captó consigue cierra "
        "cerró anuncia anunció adquiere adquirió compra compró alcanza"
        " alcanzó logra invierte registra le se busca negocia planea recibe recibió vale "
        "es supera duplica triplica ya está estaría podría niega"
        " desmiente vende prepara estudia ha dice"
    ),
    "fr": (
        "lève boucle annonce rachète acquiert investit atteint vaut obtient décroche "
        "veut serait est s'offre réunit négocie devient dépasse"
        " double triple a dément vise prépare discute pourrait cherche valorisée? signe "
        "récolte franchit envisage"
    ),
}
_PREPOSITION = re.compile(
    r"^(?:with|after|in|as|while|when|despite|following|by|on|at|for|from|since|under"
    r"|according|mit|nach|bei|con|tras|según|avec|après|selon|how|why|but|and)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:[’']s)?\s+(?:CEO|CTO|CFO|chief|president|founder|co-?founder|boss|chair\w*"
    r"|executive|cofounder)\b(?![’']s)",
    re.IGNORECASE,
)
# "Oakhurst founder's AI glasses startup" is not Oakhurst
_OF_FOUNDER = re.compile(r"^ (?:co-?)?(?:founder|CEO|chief|alum|executive|boss|veteran)s?[’']s? ")
# a name behind an office is a person's
_TITLED = re.compile(
    r"(?i)\b(?:CEO|CTO|CFO|president|founders?|co-?founder|boss|chairman|executive"
    r"|prince|judge|entrepreneur|by)\s+$"
)
_WITHIN = re.compile(r"\b(?:with|against|for|over|about|from|after|on|into|than|gegen|contra|contre)\b")
_SPEAKS = re.compile(r"(?:says|said|tells|told|thinks|on|leaves|joins|wants)$", re.IGNORECASE)
# verbs that are such only before certain words
_VERBS_BEFORE = {
    "en": r"in (?:\w+ )?(?:talks|discussions|negotiations)|more than (?:doubl|tripl"
    r"|quadrupl)\w+"
    r"|to (?:back|fund|raise|buy|acquire|invest|sell|be valued|go public|lead|hit|reach|pay"
    r"|merge|seek|double|launch|license|supply|build|use|cut|list|open|join|become|get|give|take|make"
    r"|spend|close|issue|offer|expand|form|create|power|deploy|add|start|partner|bring|file|float|split"
    r"|receive|secure|land|price|put|shut|move|invest|offload|lose|need|delay|unveil|release)|on (?:track"
    r"|the cusp|the verge)"
    r"|(?:(?<=shares )|(?<=stock ))"
    r"(?:jump|soar|surge|rise|climb|slide|drop|slip|sink|plunge|tumble|rally|fall)"
}


@lru_cache(maxsize=16)
def _verbs(language: str) -> re.Pattern[str]:
    words = _VERBS.get(language, _VERBS["en"]).split()
    if language in _VERBS_BEFORE or language not in _VERBS:
        words = [*alternatives(_VERBS_BEFORE["en"]), *words]
    # two hundred alternatives at each word are many, those with its first letter few
    plain = [word for word in words if word[0].isalpha()]
    letters = {word[0]: "|".join(other[1:] for other in plain if other[0] == word[0]) for word in plain}
    verbs = "|".join(
        [word for word in words if word not in plain]
        + [f"{letter}(?:{rests})" for letter, rests in letters.items()]
    )
    return re.compile(rf"\s(?<=[\w’'\"”),]\s)\s*(?:{verbs})(?![\w’'-])", re.IGNORECASE)


def _head(phrase: str, found: list[Name]) -> list[Name]:
    """The names up to the first preposition behind one: "Oakhurst's feud with Marlin" is Oakhurst's."""
    for place in range(1, len(found)):
        if _WITHIN.search(phrase[found[place - 1].end : found[place].start]):
            return found[:place]
    return found


# those who stand behind "founded by" made the company, and are not it
_MADE_BY = re.compile(
    r"(?i)^(?:an?|the|this|its|another) (?:[\w-]+ ){0,4}?"
    r"(?:company|start-?up|lab|neolab|firm|maker|venture|unicorn)"
    r" (?:\w+ )?(?:(?:co-?)?founded|started|created|run|led|launched|backed|built|from|by)\b"
)


def pick(phrase: str, companies: Companies, verb: str) -> str:
    """The company in the noun phrase before a verb: its last name, unless that is a person's."""
    if _MADE_BY.match(phrase):
        return ""
    found = [
        name
        for name in names.find(phrase, companies)
        if not re.match(
            r"(?: Ventures| Capital)?"
            r"-(?:backed|owned|based|led|funded|parent|rival|maker|style|like|linked|[A-Z]\w{3})",
            phrase[name.end :],
        )
        and not _TITLED.search(phrase[: name.start])
        and not _OF_FOUNDER.match(phrase[name.end :])
        and not names.OWNED.match(phrase[name.end :])
        and not phrase[: name.start].casefold().endswith(("ex-", "former "))
    ]
    if not found:
        return ""
    found = _head(phrase, found)
    for name in found:
        if _OFFICE.match(phrase[name.end :]):
            return name.company
    last = found[-1]
    if len(found) > 1 and _SPEAKS.search(verb) and phrase[found[0].end :].startswith(("’s ", "'s ")):
        return found[0].company
    return last.company


def before_verb(text: str, companies: Companies, language: str) -> str:
    """The company that the sentence's first verb is said of; "" without one."""
    verb = _verbs(language).search(text[:300])
    if not verb:
        return ""
    phrases = [part.strip(" 🧠👋👀") for part in re.split(r",\s+|\s–\s|\s—\s", text[: verb.start()])]
    guesses = [
        (phrase, pick(phrase, companies, verb.group()))
        for phrase in phrases
        if not _PREPOSITION.match(phrase)
    ]
    guesses = [(phrase, name) for phrase, name in guesses if name]
    bare = [name for phrase, name in guesses if len(phrase) <= len(name) + 3]
    if guesses and bare and guesses[0][1] != bare[0] and "of" in guesses[0][0].split():
        # "One of Berlin's young startups, Lumen, just crossed …"
        return bare[-1]
    return guesses[0][1] if guesses else ""
