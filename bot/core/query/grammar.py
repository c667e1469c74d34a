"""The grammar of the watch language, for lark's LALR parser and its contextual lexer."""

from __future__ import annotations

from lark import Lark

from bot.core.query.fields import MEASURE_NAMES

_UNIT = (
    r"(?:k|thousand|mio|mn|mm|m|millions?|bn|bil|billions?|b|mrd|tn|trn|trillions?|t|lakh|crore|cr"
    r"|万亿|亿|万|億|兆|억|조)"
)
_CODE = (
    r"(?:us[d$]|eur|gbp|jpy|cny|rmb|krw|inr|chf|cad|aud|hkd|sgd|twd|sek|nok|dkk|ils|brl|aed|sar|vnd"
    r"|dollars?|euros?|pounds?|yen|yuan|won|rupees?|美元|人民币|元)"
)
_SIGN = r"(?:(?:us|ca|au|hk|nt|cn|jp|s|a|c|r)?[$€£¥₹₩₪])"
_END = r"(?=[\s()\"|]|\.\.|$)"
_OPERATOR = r"(?:>=|=>|<=|=<|==|[><=≥≤])"
_NAME = r"(?:market[\s_-]+cap(?:itali[sz]ation)?|[^\s()\":<>=≥≤|\/-][^\s()\":<>=≥≤|]*)"
_FIGURE = r"\d+(?:[.,_]\d+)*"
_SCALE = rf"(?:[\s-]*{_UNIT}\.?(?![^\W\d_]))"
_CURRENCY = rf"(?:\s*(?:{_CODE}(?![^\W_])|[€£¥₹₩$]))"
_NAMES = "|".join(sorted(MEASURE_NAMES, key=len, reverse=True))

GRAMMAR = rf"""
start: expr
expr: both (_OR both)*                   -> either
both: part (_AND? part)*
?part: MINUS atom                        -> without
     | _NOT atom                         -> without
     | atom
?atom: _OPEN expr _CLOSE
     | COMPARE AMOUNT                    -> compare
     | MEASURE AMOUNT                    -> equal
     | MEASURE AMOUNT _DOTS AMOUNT       -> between
     | MEASURE AMOUNT _DOTS              -> least
     | MEASURE _DOTS AMOUNT              -> most
     | FIELD _value                      -> field
     | _value                            -> term
_value: PHRASE | REGEX | WORD

_OPEN: "("
_CLOSE: ")"
_DOTS.9: /\.\.+/
_OR.8: /(?:or(?=[\s()]|$)|\|\|?)/i
_AND.8: /(?:and(?=[\s()]|$)|&&?(?=\s))/i
_NOT.8: /not(?=[\s(])/i
MINUS.8: /-(?=[^\s)])/
COMPARE.8: /{_NAME}\s*:?\s*{_OPERATOR}/i
MEASURE.7: /(?:market[\s_-]+cap|{_NAMES})\s*:/i
AMOUNT.6: /(?:(?:{_SIGN}|{_CODE}(?=[\s\d]))\s*)?{_FIGURE}{_SCALE}?{_CURRENCY}?{_END}/i
FIELD.6: /[^\W\d]\w*:(?!\/\/)/
REGEX.5: /\/(?:\\.|[^\\\n])+?\/(?=[\s)]|$)/
PHRASE.5: /"[^"]*"|'[^'"\s][^'"]*'(?=[\s)]|$)/
WORD: /[^\s()"|<>=≥≤\/-][^\s()"|<>=≥≤]*/
%ignore /\s+/
"""

PARSER = Lark(GRAMMAR, parser="lalr", lexer="contextual", propagate_positions=True, maybe_placeholders=False)
