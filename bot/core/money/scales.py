"""Scale words: what "bn", "crore", "Mrd.", "億" and "조" multiply by, and where a language disagrees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

THOUSAND, LAKH, MILLION, CRORE = Decimal(10**3), Decimal(10**5), Decimal(10**6), Decimal(10**7)
BILLION, TRILLION, QUINTILLION = Decimal(10**9), Decimal(10**12), Decimal(10**18)


def listed(row: str) -> frozenset[str]:
    """The words of a table's row."""
    return frozenset(row.split())


def _table(rows: Mapping[Decimal, str]) -> dict[str, Decimal]:
    return {word: value for value, words in rows.items() for word in words.split()}


# words that mean the same wherever they stand; an English word in a German text keeps its sense
_EVERYWHERE = _table(
    {
        THOUSAND: "k thousand thousands tausend",
        LAKH: "lakh lakhs lac lacs",
        MILLION: "m mn mm mln mio million millions mill millionen millón millon millones milhão milhões "
        "milioni milione miljoen miljoner",
        CRORE: "cr crs crore crores",
        BILLION: "b bn bln bil billion billions milliard milliards milliarde milliarden mrd mrds md mds mia "
        "miliardi miliardo miljard miljarder bilhão bilhões",
        TRILLION: "t tn trn tln trillion trillions billón billones trilhão trilhões biljoen",
    }
)

# the long scale: there a billion is a million millions
_LOCAL: Mapping[str, Mapping[str, Decimal]] = {
    "de": {
        "trillion": QUINTILLION,
        "trillionen": QUINTILLION,
        "billionen": TRILLION,
        "tsd": THOUSAND,
        "bio": TRILLION,
    },
    "fr": {"billion": TRILLION, "billions": TRILLION, "mille": THOUSAND, "trillion": QUINTILLION},
    "es": {"mil": THOUSAND, "billon": TRILLION, "mdd": MILLION, "mdp": MILLION},
    "pt": {"mil": THOUSAND, "mi": MILLION, "bi": BILLION, "tri": TRILLION},
    "it": {"mila": THOUSAND, "bilioni": TRILLION},
}

# too short to be a scale by themselves: they need a currency beside them ("$5k", "₹500 cr", "5 M€")
SHORT = listed("k m b t mm cr crs md mds mi bi tri mia mil mill bil lac lacs")
# Mexico's millions of dollars and of pesos
WITH_CURRENCY: Mapping[str, str] = {"mdd": "USD", "mdp": "MXN"}
# "mil millones", "mille milliards", "lakh crore": these multiply the next scale word
THOUSANDS = listed("mil mille tausend thousand lakh")

_SIGNS: Mapping[str, Decimal] = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": THOUSAND,
    "万": Decimal(10**4),
    "萬": Decimal(10**4),
    "만": Decimal(10**4),
    "억": Decimal(10**8),
    "亿": Decimal(10**8),
    "億": Decimal(10**8),
    "兆": TRILLION,
    "조": TRILLION,
    "천": THOUSAND,
    "백": Decimal(100),
    "십": Decimal(10),
}
SIGN_RUN = re.compile("[十百千천백십]{0,2}[万萬만亿億억兆조]{1,2}")


def scale(word: str, language: str) -> Decimal | None:
    """What a Latin word multiplies by in a text of that language, None when it is no scale word.

    German nouns are capitalised: "Billion" is 10¹² in a German text, an English "billion" in it 10⁹.
    """
    lower = word.lower()
    if language == "de" and word == "Billion":
        return TRILLION
    local = _LOCAL.get(language)
    if local and lower in local:
        return local[lower]
    return _EVERYWHERE.get(lower)


def sign_scale(run: str) -> Decimal:
    """What a run of Chinese, Japanese or Korean scale signs multiplies by: "千万" by 10⁷, "万亿" by 10¹²."""
    value = Decimal(1)
    for sign in run:
        value *= _SIGNS[sign]
    return value
