"""Reads a text: sentences → amounts → what each is → whose → how far from done → the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.core import text as words
from bot.core.companies import Companies
from bot.core.facts import amounts, investors, lists, names, refuted, roles, stage, subject, titles, unicorn
from bot.core.facts import round as rounds
from bot.core.facts.headline import dealing, headline, newsy, of_round
from bot.core.facts.kinds import KINDS
from bot.core.facts.merge import join, same
from bot.core.facts.objects import object_of
from bot.core.facts.roles import Role
from bot.core.model import Fact, Reading, Status
from bot.core.money import Amount, Rates

# a longer run without a full stop is cut, so that no rule looks at more than this many characters at once
_LONGEST = 1200
# more claims than this in one article are a table, not news
_MOST_FACTS = 40
# a denial further down isn't of the news
_DENIED_BY = 6
# a quote is for reading: longer ones are cut at a word
_QUOTE = 400
# a title's dash parts two clauses
_DASH = re.compile(r"\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class _Claim:
    fact: Fact
    newsy: bool
    # 0 is the title
    place: int


@dataclass(frozen=True, slots=True)
class _Page:
    """What stays the same while one text is read."""

    language: str
    published: datetime | None
    companies: Companies
    rates: Rates
    subject: str
    # where initials may be spelled out
    lead: str
    # whether the title is one of deals
    deal: bool
    # whether it is one of a round
    raising: bool

    @property
    def day(self) -> date:
        return self.published.astimezone(UTC).date() if self.published else date.max


def read(
    title: str,
    text: str,
    *,
    language: str = "",
    cleaned: bool = False,
    published: datetime | None = None,
    companies: Companies,
    rates: Rates,
) -> Reading:
    """What a text says of money: its facts, whose news it is and the one figure that a threshold uses.

    `language` is a hint; `published` dates the exchange rates and tells what is past; `cleaned` says that
    the text's padding is gone already.
    """
    # the article's first words; a teaser's language may have been guessed before its page was read
    tongue = words.language(f"{title}\n{text[:600]}", language).split("-")[0]
    body = text if cleaned else words.body(text, title=title)
    page = _Page(
        tongue,
        published,
        companies,
        rates,
        _canonical(titles.of_title(title, body, companies, tongue), companies, body),
        body[:2000],
        dealing(title),
        of_round(title),
    )
    claims = _claims(title, body, page)
    company = page.subject or next((c.fact.company for c in claims if c.newsy and c.fact.company), "")
    company = company or titles.guess(title, companies, tongue)
    company = company or next((c.fact.company for c in claims if c.fact.company), "")
    facts, chief = _settle(title, claims, company, page)
    named = dict.fromkeys(mention.company for mention in companies.find(f"{title}\n{body[:20_000]}"))
    if company:
        named = dict.fromkeys((company, *named)) if company not in named else named
    return Reading(company=company, facts=facts, headline=chief, companies=tuple(named))


def _canonical(name: str, companies: Companies, lead: str) -> str:
    """The company's one name: who a title's verb is said of is a company, whatever else the word may mean."""
    return companies.canonical(name) or names.in_full(name, lead, companies) or name


def _sentences(title: str, body: str, language: str) -> Iterator[tuple[int, str]]:
    yield 0, title.strip()
    for place, sentence in enumerate(words.sentences(body, language), 1):
        for start in range(0, len(sentence), _LONGEST):
            yield place, sentence[start : start + _LONGEST].strip()


def _claims(title: str, body: str, page: _Page) -> list[_Claim]:
    found: list[_Claim] = []
    # what a title denies without a sum, its text names
    denied = False
    for place, sentence in _sentences(title, body, page.language):
        if len(found) >= _MOST_FACTS:
            break
        told = list(_read_sentence(sentence, place, page, body[:300] if place == 0 else title[:300]))
        if not told and place <= _DENIED_BY and refuted.denies(sentence, page.language):
            denied = denied or place == 0
            found = [_denied(claim) for claim in found]
        found.extend(map(_denied, told) if denied else told)
    return found[:_MOST_FACTS]


def _denied(claim: _Claim) -> _Claim:
    """A claim that the next sentence denies: what is done or over isn't what it speaks of."""
    if claim.fact.status not in (Status.TALKS, Status.TARGET) or claim.fact.kind == "revenue":
        return claim
    return replace(claim, fact=replace(claim.fact, status=Status.DENIED))


def _read_sentence(sentence: str, place: int, page: _Page, context: str) -> Iterator[_Claim]:
    title, lead = (context, "") if place else ("", context)
    sums = amounts.in_sentence(sentence, page.language, title, lead)
    if not sums:
        return
    found: list[names.Name] | None = None
    first: Role | None = None
    # the company of a list whose turn it is
    turn = ""
    for amount, own in zip(sums, roles.assign(sentence, sums, page.language, context), strict=True):
        role = own
        if found is None and role is not None:
            found = names.find(sentence, page.companies, unknown=page.language not in ("zh", "ja", "ko"))
        if place and found and first and (listed := lists.named(sentence, amount, found)):
            turn, role = listed, first
        first = first or role
        if found is None or role is None or _too_small(amount, role, page):
            continue
        claim = _claim(sentence, place, amount, role, found, page)
        yield replace(claim, fact=replace(claim.fact, company=turn)) if turn else claim


def _too_small(amount: Amount, role: Role, page: _Page) -> bool:
    dollars = page.rates.usd(amount.high or amount.low, amount.currency, page.day)
    return dollars is not None and dollars < KINDS[role.kind].least


def _claim(
    sentence: str, place: int, amount: Amount, role: Role, found: list[names.Name], page: _Page
) -> _Claim:
    state = stage.of(
        sentence, amount, role, title=place == 0, language=page.language, published=page.published
    )
    tells = newsy(
        sentence,
        role.hit.start,
        amount.start,
        amount.end,
        kind=role.kind,
        place=place,
        deal=page.deal,
        raising=page.raising,
    )
    near = sentence[max(0, amount.start - 60) : amount.end + 60]
    fact = Fact(
        kind=role.kind,
        company=_owner(sentence, place, amount, role, found, page),
        status=state,
        quote=_quote(sentence),
        amount=amount.low,
        amount_max=amount.high,
        currency=amount.currency,
        usd=page.rates.usd(amount.low, amount.currency, page.day),
        usd_max=page.rates.usd(amount.high, amount.currency, page.day) if amount.high is not None else None,
        bound=amount.bound,
        round=rounds.name(near) if role.kind in ("raised", "valuation") else "",
        investors=investors.names(sentence) if role.kind in ("raised", "valuation") else (),
    )
    return _Claim(fact, tells and role.kind in ("valuation", "market_cap"), place)


def _owner(
    sentence: str, place: int, amount: Amount, role: Role, found: list[names.Name], page: _Page
) -> str:
    name = _canonical(_named(sentence, place, amount, role, found, page), page.companies, page.lead)
    return page.subject if page.subject and name and subject.alike(name, page.subject) else name


def _named(
    sentence: str, place: int, amount: Amount, role: Role, found: list[names.Name], page: _Page
) -> str:
    if role.kind in ("acquisition", "investment"):
        target = object_of(sentence, page.companies, page.language)
        if target or place == 0:
            return target
    if place == 0:
        return _title_owner(sentence, amount, role, found, page)
    return subject.owner(
        sentence,
        role.hit.start,
        amount.start,
        subject=page.subject,
        found=found,
        language=page.language,
        companies=page.companies,
    )


def _title_owner(sentence: str, amount: Amount, role: Role, found: list[names.Name], page: _Page) -> str:
    if not page.subject:
        return ""
    cue = role.hit.start
    apart = _DASH.sub(" ; ", sentence)
    return subject.spoken_of(apart, cue, amount.start, found, page.subject) or page.subject


def _quote(sentence: str) -> str:
    if len(sentence) <= _QUOTE:
        return sentence
    return sentence[:_QUOTE].rsplit(" ", 1)[0] + "…"


def _settle(
    title: str, claims: list[_Claim], company: str, page: _Page
) -> tuple[tuple[Fact, ...], Fact | None]:
    """Each claim once, and which of them is the headline."""
    facts = join([claim.fact for claim in claims], company, page.companies.canonical)
    values = [claim for claim in claims if claim.newsy and _is_of(claim.fact, company, page)]
    told = [claim.fact for claim in values if claim.place == 0]
    chief = headline(told, company) or headline([claim.fact for claim in values if claim.place <= 6], company)
    if chief is not None:
        chief = next((fact for fact in facts if same(fact, chief)), chief)
    elif bound := unicorn.bound(title, [claim.fact for claim in claims], company):
        facts = (*facts, bound)
    return facts, chief


def _is_of(fact: Fact, company: str, page: _Page) -> bool:
    return not fact.company or fact.company == company or page.companies.related(fact.company, company)
