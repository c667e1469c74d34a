"""The known companies, read from the shipped table and from what users add."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz, process

from bot.core.companies.finder import Finder
from bot.core.companies.names import Care, Mention, Name, folded, usual_care

# what the program ships, beside this file; `bot.app` reads it
TABLE = "companies.toml"


class Companies:
    """Known companies with every spelling of their names. Immutable; `with_aliases` gives another one."""

    def __init__(
        self,
        names: Iterable[Name],
        *,
        parents: Mapping[str, str],
        products: Mapping[str, str],
        words: Mapping[str, Any],
        principals: Mapping[str, str] | None = None,
    ) -> None:
        """`parents` is company → its direct parent, `products` folded product → company.

        `principals` is holding → the company that it is known by.
        """
        self._principals = dict(principals or {})
        self._names = tuple(names)
        self._parents = dict(parents)
        self._products = dict(products)
        self._words = words
        self._by_folded = {folded(name.written): name.company for name in self._names}
        self._by_company: dict[str, tuple[str, ...]] = {}
        for name in self._names:
            self._by_company[name.company] = (*self._by_company.get(name.company, ()), name.written)
        self._finder = Finder(self._names, words)

    @classmethod
    def parse(cls, toml: str) -> Companies:
        """Read the table (its head says how it is written).

        Raises ValueError for a name that two companies claim, and for a parent that isn't in the table.
        """
        table = tomllib.loads(toml)
        entries: dict[str, dict[str, Any]] = table["company"]
        names: list[Name] = []
        claimed: dict[str, str] = {}
        for company, entry in entries.items():
            for name in _names(company, entry):
                other = claimed.setdefault(folded(name.written), company)
                if other != company:
                    raise ValueError(f"{name.written!r} is claimed by {other} and {company}")
                names.append(name)
            parent = entry.get("parent")
            if parent is not None and parent not in entries:
                raise ValueError(f"{company}: its parent {parent!r} is not in the table")
        parents = {company: entry["parent"] for company, entry in entries.items() if "parent" in entry}
        products = {
            folded(product): company
            for company, entry in entries.items()
            for product in entry.get("products", ())
        }
        principals = {
            company: entry["principal"] for company, entry in entries.items() if "principal" in entry
        }
        return cls(names, parents=parents, products=products, words=table["words"], principals=principals)

    def with_aliases(self, extra: Mapping[str, str]) -> Companies:
        """These companies with further names, alias → company; a known name moves to the new company.

        The company may be given by any of its names; an unknown one becomes known by both.
        """
        moved = {folded(alias) for alias in extra}
        names = [name for name in self._names if folded(name.written) not in moved]
        for alias, company in extra.items():
            canonical = self.canonical(company) or company
            known = {name.company for name in names}
            if canonical not in known and folded(canonical) not in moved:
                names.append(Name(written=canonical, company=canonical, care=usual_care(canonical)))
            names.append(Name(written=alias, company=canonical, care=usual_care(alias)))
        return Companies(
            names,
            parents=self._parents,
            products=self._products,
            words=self._words,
            principals=self._principals,
        )

    def canonical(self, name: str) -> str | None:
        """The company's one name, for any spelling ("深度求索" is DeepSeek); None for an unknown one."""
        return self._by_folded.get(folded(name))

    def names(self, company: str) -> tuple[str, ...]:
        """The canonical name and all other spellings; an unknown company has its own name alone."""
        canonical = self.canonical(company) or company
        others = self._by_company.get(canonical, ())
        return (canonical, *(name for name in others if name != canonical))

    def nearest(self, typed: str) -> str | None:
        """The company with the name that is most like what was typed; None when none is like it."""
        spellings = {name.written: name.company for name in self._names}
        near = process.extractOne(
            typed, spellings.keys(), scorer=fuzz.ratio, score_cutoff=65, processor=str.casefold
        )
        return spellings[near[0]] if near else None

    def find(self, text: str) -> list[Mention]:
        """Every known company named in the text, in order, in time linear in its length."""
        return self._finder.find(text)

    def product(self, name: str) -> str | None:
        """The company whose product bears that name ("ChatGPT" is OpenAI's); None for an unknown one."""
        return self._products.get(folded(name))

    def related(self, a: str, b: str) -> bool:
        """Whether both are one company or one owns the other (Google, Alphabet and DeepMind)."""
        first, second = self.canonical(a) or a, self.canonical(b) or b
        return first == second or second in self._owners(first) or first in self._owners(second)

    def covers(self, wanted: str, named: str) -> bool:
        """Whether who follows one company wants the news of the other: itself, and all that it owns.

        Its owner's news is not its own, but for a holding that is known by it: Google's followers want
        Alphabet, GitHub's don't want Microsoft.
        """
        first, second = self.canonical(wanted) or wanted, self.canonical(named) or named
        return first in {second, *self._owners(second), self._principals.get(second)}

    def _owners(self, company: str) -> list[str]:
        owners: list[str] = []
        while (parent := self._parents.get(company)) is not None and parent not in owners:
            owners.append(parent)
            company = parent
        return owners


def _names(company: str, entry: Mapping[str, Any]) -> Iterable[Name]:
    """Every spelling of one entry of the table, the canonical one first."""
    not_after = frozenset(word.lower() for word in entry.get("not_after", ()))
    not_before = frozenset(word.lower() for word in entry.get("not_before", ()))
    cares = {Care.CAPITAL: entry.get("capital", ()), Care.EVIDENCE: entry.get("evidence", ())}
    care_of = {written: care for care, some in cares.items() for written in some}
    for written in dict.fromkeys([company, *entry.get("aliases", ()), *care_of]):
        yield Name(
            written=written,
            company=company,
            care=care_of.get(written, usual_care(written)),
            not_after=not_after,
            not_before=not_before,
        )
