"""Which outlet a text credits for its news.

A known outlet, or one whose name says that it is one ("The Example Times"), counts only where a phrase of
credit stands directly before or behind it. People, companies and data firms are no origin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.core.text.outlets import Mention, mentions, named
from bot.core.text.phrases import DATELINE, DAY, FIRST_LEFT, FIRST_RIGHT, LEFT, NOT_NEWS, RIGHT
from bot.core.text.strays import strays

# a credit for the news stands in the lead; further down outlets are credited for background
_LEAD = 1500
_LONGEST = 20_000
# the longest phrase of credit on either side of a name
_LEFT, _RIGHT = 120, 80
_GOES_ON = re.compile(rf"^ (?!{DAY}\b)(?-i:[A-Z])[\w’']+", re.I)
_UNKNOWN = re.compile(
    r"\b(?:[Tt]he )?(?:[A-Z][\w&’'-]{0,30} ){1,4}"
    r"(?:Times|Post|Journal|News|Herald|Tribune|Gazette|Chronicle|Daily|Weekly|Magazine|Review|Press|Observer|Mail"
    r"|Telegraph|Courier|Examiner|Inquirer|Dispatch|Sentinel|Bulletin|Newspaper|Wire|Radio|TV|Zeitung|Nachrichten"
    r"|Anzeiger|Tagblatt|Rundschau)\b"
    r"|(?<=《)[^《》]{2,16}(?:报|報|新闻|新聞|周刊|週刊|财经|杂志)(?=》)"
    r"|[가-힣]{2,8}(?:일보|신문|뉴스)(?=(?:에|의|은|는|이|가| 보도))"
)
_BEGINNING = re.compile(r"^([^:：|]{2,30})[:：]\s?")
_ENDING = re.compile(r"(?:(?:\s[-–—|]|[:：])\s+|\s[(（](?:via )?)([^-–—|:：()（）]{2,40})[)）]?$")


def origin(title: str, text: str, *, publisher: str = "") -> str:
    """The outlet that a text credits for its news, by its usual name ("TechCrunch").

    "" when it credits none or only itself; `publisher` is its own domain or name. Give the text
    before padding is cut, as a source line is padding too.
    """
    own = named(publisher) or publisher
    title = title[:_LEAD]
    whole = f"{title}\n{text[:_LONGEST]}"
    lead_ends = len(title) + _LEAD
    found = [
        (mention.name, strength)
        for mention in _candidates(whole)
        if (strength := _strength(whole, mention, in_lead=mention.start <= lead_ends))
    ]
    first = next((name for name, strength in found if strength == "first"), "")
    if first and first != own:
        return first
    datelines = [name for name, strength in found if strength == "dateline"]
    lead = [name for name, strength in found if strength in ("some", "first")] or datelines
    if own and own in lead:
        # its own reporters were told; the others that it names are background
        return ""
    return lead[0] if lead else _trailing(whole, own) or _titled(title, own)


def _strength(text: str, mention: Mention, *, in_lead: bool) -> str:
    """How a name is credited: "first" to have the news, in the lead "some" or "dateline"; else ""."""
    left = text[max(0, mention.start - _LEFT) : mention.start]
    right = text[mention.end : mention.end + _RIGHT]
    if NOT_NEWS.match(right) or (_GOES_ON.match(right) and not right[1:].startswith(mention.name)):
        return ""
    dateline = DATELINE.match(right) and not left.endswith(("据", "據", " "))
    if not dateline and (FIRST_LEFT.search(left) or FIRST_RIGHT.match(right)):
        return "first"
    if not in_lead:
        return ""
    if dateline:
        return "dateline"
    return "some" if LEFT.search(left) or RIGHT.match(right) else ""


def _candidates(text: str) -> list[Mention]:
    known = mentions(text)
    return sorted([*known, *_unknown(text, known)], key=lambda mention: mention.start)


def _unknown(text: str, known: list[Mention]) -> Iterator[Mention]:
    """Names that say by their last word that they are an outlet's, where no known one stands."""
    taken = {position for mention in known for position in range(mention.start, mention.end)}
    for hit in _UNKNOWN.finditer(text):
        if hit.start() not in taken and hit.end() - 1 not in taken:
            yield Mention(hit.start(), hit.end(), re.sub(r"^the ", "The ", hit[0]))


def _trailing(text: str, own: str) -> str:
    """The outlet whose bare name stands behind two sentences or more, as lost links leave it."""
    counts = Counter(stray.mention.name for line in text.split("\n") for stray in strays(line))
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    return name if count > 1 and name != own else ""


def _titled(title: str, own: str) -> str:
    """The outlet in "Headline - TechCrunch", "Headline: Reuters", "Headline (CNBC)" or "Axios: Headline"."""
    found = (pattern.search(title) for pattern in (_ENDING, _BEGINNING))
    names = [name for hit in found if hit and (name := named(hit[1]))]
    return next((name for name in names if name != own), "")
