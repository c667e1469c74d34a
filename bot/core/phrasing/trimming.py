"""An answer brought to the form of a summary: plain text, whole sentences, no longer than allowed."""

from __future__ import annotations

import re

from bot.core.text import plain, sentences

# what models that think aloud put before their answer
_THOUGHT = re.compile(r"(?s)<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)")
_LABEL = re.compile(r"(?i)^\W*(?:summary|zusammenfassung|résumé|resumen|摘要|総括|要約|요약)\W*[:：]\s*")
_QUOTED = re.compile(r'^["“„«](.*)["”»]$', re.S)
_ENDED = re.compile("[.!?。！？؟।][\"”’'」』»)）\\]]*$")
_CJK_END = re.compile("[\u3000-\u9fff\uff00-\uffef]$")
# more of an answer than this is not read
_LONGEST = 8_000


def trimmed(answer: str, language: str, limit: int) -> str:
    """The whole sentences at the beginning of an answer that fit; "" when not even the first one does."""
    said = " ".join(plain(_THOUGHT.sub("", answer[:_LONGEST])).replace("**", "").split())
    said = _LABEL.sub("", said)
    if quoted := _QUOTED.match(said):
        said = quoted[1]
    out = ""
    for sentence in sentences(said, language):
        gap = "" if not out or _CJK_END.search(out) else " "
        longer = out + gap + sentence.strip()
        if len(longer) > limit or not _ENDED.search(longer):
            break
        out = longer
    return out
