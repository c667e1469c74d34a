"""One JSON object a line in, one a line out: the form of the commands for scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from bot.errors import NewsbellError

Answering = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def serve(answer: Answering, given: TextIO, out: TextIO) -> None:
    """Answer every line, in order, each flushed; a line that can't be used is answered with its error."""
    for line in given:
        if line.strip():
            out.write(json.dumps(_answered(answer, line), ensure_ascii=False) + "\n")
            out.flush()


def _answered(answer: Answering, line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": "this line is not JSON; write one object a line"}
    if not isinstance(record, dict):
        return {"id": None, "error": "this line is not a JSON object"}
    try:
        return answer(record)
    except NewsbellError as error:
        return {"id": record.get("id"), "error": str(error)}
