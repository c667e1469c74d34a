"""Names the round that a sum belongs to, as a reader would say it."""

from __future__ import annotations

import re

_SERIES = re.compile(
    r"\b(?:series|serie|série|시리즈|シリーズ)[\s-]?([A-K])(?:[\s-]?(?:\d|extension"
    r"|\+))?(?![a-z])|([A-K])\s?\+{0,2}\s?轮"
    r"|(?:시리즈|シリーズ)\s?([A-K])",
    re.IGNORECASE,
)
_PRE_A = re.compile(r"\bpre-?\s?(?:series )?A(?![A-Za-z])|프리시리즈\s?A", re.IGNORECASE)
_NAMED = (
    (re.compile(r"pre-?\s?seed|프리시드|プレシード", re.IGNORECASE), "pre-seed"),
    (re.compile(r"天使(?:\+)?轮|天使融资|\bangel round\b", re.IGNORECASE), "angel"),
    (re.compile(r"\bseed\b|种子轮|시드|シード|amorçage|semilla", re.IGNORECASE), "seed"),
    (re.compile(r"\bbridge (?:round|financing|loan)\b|过桥", re.IGNORECASE), "bridge"),
    (
        re.compile(
            r"first(?:[- ]ever)? (?:\w+ )?(?:funding|fundraising|fundraise|financing"
            r"|investment|external|outside|round)"
            r"|maiden (?:funding|round)|首轮|首次融资|erste(?:n|r)? Finanzierungsrunde|primera ronda"
            r"|premi(?:er|ère) (?:tour|levée)|첫 투자|初の(?:資金調達|外部)",
            re.IGNORECASE,
        ),
        "first round",
    ),
)


# no round is named without one of these, which are sooner looked for
_PARTS = (
    *(
        "seri",
        "séri",
        "시리즈",
        "シリーズ",
        "轮",
        "pre",
        "프리",
        "プレ",
        "seed",
        "시드",
        "シード",
        "种子",
        "天使",
        "angel",
    ),
    *(
        "amor",
        "semilla",
        "bridge",
        "过桥",
        "first",
        "maiden",
        "首",
        "erste",
        "primera",
        "premi",
        "첫",
        "初の",
    ),
)


def name(text: str) -> str:
    """The round that the words name: "Series B", "seed", "first round", …; "" for none."""
    folded = text.lower()
    if not any(part in folded for part in _PARTS):
        return ""
    if _PRE_A.search(text):
        return "pre-A"
    if match := _SERIES.search(text):
        return f"Series {next(group for group in match.groups() if group).upper()}"
    return next((label for pattern, label in _NAMED if pattern.search(text)), "")
