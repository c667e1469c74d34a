"""One JSON object a line in, one a line out: the form of the commands for scripts."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TextIO

from bot.errors import NewsbellError

Answering = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def serve(answer: Answering, given: TextIO, out: TextIO) -> None:
    """Answer every line, in order, each flushed; a line that can't be used is answered with its error."""
    for line in given:
        # some shells put a byte order mark before what they pipe
        if line := line.strip().removeprefix("\ufeff"):
            out.write(json.dumps(_answered(answer, line), ensure_ascii=False) + "\n")
            out.flush()


def words(record: Mapping[str, Any], name: str) -> str:
    """A field's text; "" when it's missing or no text. A number is taken as it's written."""
    value = record.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    # half of a surrogate pair, which JSON can write and no library can encode
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _answered(answer: Answering, line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return {"id": None, "error": "this line is not JSON; write one object a line"}
    if not isinstance(record, dict):
        return {"id": None, "error": "this line is not a JSON object"}
    try:
        return answer(record)
    except NewsbellError as error:
        return {"id": record.get("id"), "error": str(error)}
    except Exception as error:
        # a fault of ours on one line of thousands must not cost the others their answers
        traceback.print_exc(file=sys.stderr)
        return {"id": record.get("id"), "error": f"Newsbell failed on this line ({type(error).__name__})"}


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity are Python's, not JSON's. Raises ValueError."""
    raise ValueError(constant)
