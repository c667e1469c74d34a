"""Whether an answer only phrases an article: its figures, names and claims are the article's, or it falls."""

from __future__ import annotations

import re

from bot.core import facts
from bot.core.companies import Companies
from bot.core.facts.merge import close
from bot.core.handed import Matter
from bot.core.model import Fact, Status
from bot.core.money import Rates
from bot.core.phrasing import names
from bot.core.phrasing.figures import Figures
from bot.core.teasers import shared
from bot.core.text import language

# an answer with fewer of the title's words tells something else
_ENOUGH = 0.25
_ADDRESS = re.compile(r"(?i)https?:|www\.|\S@\S|(?:^|\s)@\w|[<>`|{}]|\]\(")
_DOMAIN = re.compile(r"\b[^\W_][\w-]*(?:\.[^\W_][\w-]*)*\.[a-z]{2,}\b")
# the same thing, said of a company that is listed and of one that isn't
_ALIKE = {"market_cap": "valuation"}


class Checker:
    """Holds answers against the articles that they were phrased from."""

    def __init__(self, *, companies: Companies, rates: Rates) -> None:
        self._companies = companies
        self._rates = rates

    def fault(self, summary: str, matter: Matter) -> str:
        """What the summary says that the article doesn't, in a few words; "" when all of it holds."""
        told = f"{matter.title}\n{matter.text}"
        if not summary:
            return "no whole sentence that fits"
        if _ADDRESS.search(summary) or any(name not in told for name in _DOMAIN.findall(summary)):
            return "an address or markup"
        if language(summary, matter.language) != matter.language:
            return "another language"
        if figure := Figures(summary, matter.language).beyond(Figures(told, matter.language)):
            return f"a figure that the article doesn't give: {figure}"
        if name := names.unknown(summary, told, matter.language, self._companies):
            return f"a name that the article doesn't give: {name}"
        if shared(matter.title, summary) < _ENOUGH:
            return "something else than the title"
        return self._claims(summary, matter)

    def _claims(self, summary: str, matter: Matter) -> str:
        """A figure of the article in another role: a raise told as a valuation, talks told as done."""
        said = self._read("", summary, matter.language)
        told = self._read(matter.title, matter.text, matter.language)
        for fact in said:
            alike = [other for other in told if fact.amount is not None and close(fact, other)]
            if alike and not any(_backs(other, fact) for other in alike):
                return f"a claim that the article doesn't make: {fact.quote}"
        return ""

    def _read(self, title: str, text: str, spoken: str) -> tuple[Fact, ...]:
        return facts.read(title, text, language=spoken, companies=self._companies, rates=self._rates).facts


def _backs(told: Fact, said: Fact) -> bool:
    """Whether a fact of the article carries a claim of the summary; what is `other` claims little."""
    kinds = {_ALIKE.get(fact.kind, fact.kind) for fact in (told, said)}
    if len(kinds) > 1 and "other" not in kinds:
        return False
    if told.company and said.company and told.company != said.company:
        return False
    # what is not done yet, denied or past must not be told as done
    return said.status is not Status.REPORTED or told.status is Status.REPORTED
