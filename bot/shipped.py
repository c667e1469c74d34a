"""The data files that ship with the program, read once and handed to the core as values."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bot.core.companies import Companies
from bot.core.money import Rates


@cache
def companies() -> Companies:
    """The table of companies and their aliases."""
    return Companies.parse(files("bot.core.companies").joinpath("companies.toml").read_text("utf-8"))


@cache
def rates() -> Rates:
    """The dated table of exchange rates."""
    return Rates.parse(files("bot.core.money").joinpath("rates.csv").read_text("utf-8"))
