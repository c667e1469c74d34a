"""The companies as everybody goes by them now: what the program ships, and the names that people added."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.companies.names import folded
from bot.core.companies.registry import Companies


class Known:
    """One for the whole program. Who keeps a `Companies` asks with `tell` to be handed each new one."""

    def __init__(self, shipped: Companies, aliases: Mapping[str, str] | None = None) -> None:
        """`aliases` is name → company, as people added them."""
        self._shipped = shipped
        self._aliases = dict(aliases or {})
        self._told: list[Callable[[Companies], None]] = []
        self._now = shipped.with_aliases(self._aliases) if self._aliases else shipped

    @property
    def now(self) -> Companies:
        """The companies with every name that is known at this moment."""
        return self._now

    @property
    def aliases(self) -> Mapping[str, str]:
        """The names that people added: name → company."""
        return dict(self._aliases)

    def added(self, name: str) -> str | None:
        """The name as somebody added it, however it is written here; None when nobody did."""
        return next((alias for alias in self._aliases if folded(alias) == folded(name)), None)

    def tell(self, heed: Callable[[Companies], None]) -> None:
        """Have somebody told of every change from now on."""
        self._told.append(heed)

    def add(self, name: str, company: str) -> None:
        """Let a name mean a company from now on."""
        self._change({**self._aliases, name: company})

    def remove(self, name: str) -> None:
        """Forget a name that was added; the spelling is that of `added`."""
        self._change({alias: company for alias, company in self._aliases.items() if alias != name})

    def _change(self, aliases: dict[str, str]) -> None:
        self._aliases = aliases
        self._now = self._shipped.with_aliases(aliases)
        for heed in self._told:
            heed(self._now)
