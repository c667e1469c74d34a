"""`newsbell match`: whether a watch meets an article, line by line; needs no database and no settings.

In: `{id, query, title, text?, source?, lang?}`, out: `{id, match, why}`.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot import shipped
from bot.cli.protocol import Answering, words
from bot.core import facts, query
from bot.core.model import Reading
from bot.core.query import Document, Query

# the same few watches meet many lines
_REMEMBERED = 256


def matcher() -> Answering:
    """A function that answers one line. It raises QueryError for a query that can't be read."""
    compiled = lru_cache(_REMEMBERED)(_compile)

    def answer(record: Mapping[str, Any]) -> Mapping[str, Any]:
        asked = compiled(words(record, "query"))
        # what people paste from a feed holds entities
        title, text = html.unescape(words(record, "title")), html.unescape(words(record, "text"))
        language = words(record, "lang")
        reading = _read(asked, title, text, language)
        document = Document(
            title,
            text,
            source=words(record, "source"),
            language=language,
            companies=reading.companies,
            facts=reading.facts,
        )
        why = asked.match(document)
        return {"id": record.get("id"), "match": why is not None, "why": list(why or ())}

    return answer


def _compile(typed: str) -> Query:
    return query.compile(typed, companies=shipped.companies(), rates=shipped.rates())


def _read(asked: Query, title: str, text: str, language: str) -> Reading:
    if not asked.asks_facts:
        return Reading(company="", facts=(), headline=None)
    return facts.read(title, text, language=language, companies=shipped.companies(), rates=shipped.rates())
