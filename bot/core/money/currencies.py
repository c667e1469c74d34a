"""Currency marks: the signs, codes and words beside a figure, and what a language means by them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.money.scales import listed

CODES = listed(
    "USD EUR GBP JPY CNY INR KRW HKD TWD SGD AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AED SAR "
    "QAR KWD RUB UAH BRL MXN ARS CLP COP ZAR NGN KES EGP THB VND IDR MYR PHP PKR ISK"
)
# "RMB" and the like are written as codes but are none
_CODE_LIKE = {"RMB": "CNY", "CNH": "CNY", "NTD": "TWD", "NIS": "ILS", "Rs": "INR", "RM": "MYR", "Rp": "IDR"}

SIGNS: Mapping[str, str] = {
    "$": "USD",
    "＄": "USD",
    "€": "EUR",
    "£": "GBP",
    "￡": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "￦": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₦": "NGN",
}
# letters glued before "$", "¥" or "£" that name the country
_LETTERED: Mapping[str, str] = {
    "US$": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "S$": "SGD",
    "SG$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "R$": "BRL",
    "MX$": "MXN",
    "CN¥": "CNY",
    "RMB¥": "CNY",
    "JP¥": "JPY",
}
# in a code's place before a figure: "USD 45", "RMB10", "Rs. 500", "US $45"
BEFORE: Mapping[str, str] = {**{code: code for code in CODES}, **_CODE_LIKE, **_LETTERED, **SIGNS}

_WORDS: Mapping[str, str] = {
    "USD": "dollar dollars bucks usd dólar dólares dollari dólars usdollar",
    "EUR": "euro euros eur",
    "GBP": "pound pounds sterling gbp pfund",
    "JPY": "yen jpy yens",
    "CNY": "yuan yuans rmb renminbi cny cnh yuanes",
    "INR": "rupee rupees inr rupien rupias roupies rs",
    "KRW": "won krw wons",
    "CHF": "franken francs chf franc",
    "SAR": "riyal riyals sar",
    "AED": "dirham dirhams aed",
    "SEK": "kronor sek",
    "NOK": "kroner",
    "DKK": "dkk",
    "BRL": "real reais reales brl",
    "ILS": "shekel shekels",
    "RUB": "ruble rubles rouble roubles rubel",
    "TRY": "lira liras",
    "SGD": "sgd",
    "HKD": "hkd",
    "ZAR": "rand",
    "VND": "dong",
    "THB": "baht",
    "IDR": "rupiah",
    "MYR": "ringgit",
    "MXN": "peso pesos",
    "PLN": "zloty zlotys zł",
}
WORDS: Mapping[str, str] = {word: code for code, words in _WORDS.items() for word in words.split()}
# these mean something else without a scale word before them: "45 pounds" of weight, "3 won", "2 real"
NEEDS_SCALE = listed("pound pounds won wons real sterling rand franc bucks rs pfund peso")

# an adjective before "dollars" or "pounds": Hong Kong dollars, dólares canadienses come after
_ADJECTIVES = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "canadian": "CAD",
    "australian": "AUD",
    "singapore": "SGD",
    "hong kong": "HKD",
    "taiwan": "TWD",
    "new taiwan": "TWD",
    "new zealand": "NZD",
    "british": "GBP",
    "saudi": "SAR",
    "swiss": "CHF",
    "indian": "INR",
    "chinese": "CNY",
    "japanese": "JPY",
    "korean": "KRW",
    "south korean": "KRW",
    "egyptian": "EGP",
}
# "$45 billion Hong Kong", with "dollars" or "pounds" after it
ADJECTIVES: Mapping[str, str] = _ADJECTIVES

# Chinese, Japanese and Korean names, the longest first where one is the end of another
_CJK: Mapping[str, str] = {
    "USD": "美元 元美金 美金 美圆 美圓 米ドル ドル 달러 미달러 美刀",
    "CNY": "元人民币 人民币 人民幣 人民元 中国元 元 圆 块钱 위안 위안화",
    "HKD": "港元 元港币 港币 港幣 香港ドル 홍콩달러",
    "EUR": "欧元 歐元 ユーロ 유로",
    "JPY": "日元 日圆 日圓 日币 円 엔",
    "KRW": "韩元 韓元 韩圆 ウォン 원",
    "GBP": "英镑 英鎊 ポンド 파운드",
    "TWD": "元新台币 元新台幣 元台币 新台币 新台幣 新臺幣 台币 台幣 台湾ドル 대만달러",
    "SGD": "新币 新元 新加坡元 シンガポールドル 싱가포르달러",
    "AUD": "澳元 豪ドル 호주달러",
    "CAD": "加元 カナダドル 캐나다달러",
    "INR": "卢比 印度卢比 ルピー 루피",
    "CHF": "瑞士法郎 法郎 スイスフラン 프랑",
    "RUB": "卢布 ルーブル 루블",
    "AED": "迪拉姆 ディルハム 디르함",
    "SAR": "里亚尔 沙特里亚尔 リヤル 리얄",
}
CJK: Mapping[str, str] = {name: code for code, names in _CJK.items() for name in names.split()}
_LONGEST_FIRST = "|".join(sorted(CJK, key=len, reverse=True))
CJK_AFTER = re.compile(_LONGEST_FIRST)
# by their last sign
CJK_BEFORE: dict[str, list[str]] = {}
for _name in CJK:
    if len(_name) > 1:
        CJK_BEFORE.setdefault(_name[-1], []).append(_name)

_AT_HOME: Mapping[str, str] = {
    "zh": "CNY",
    "ja": "JPY",
    "ko": "KRW",
    "de": "EUR",
    "fr": "EUR",
    "es": "EUR",
    "it": "EUR",
    "pt": "BRL",
    "nl": "EUR",
}
_RENMINBI = re.compile(r"\b(?:yuan|RMB|renminbi|CNY)\b", re.IGNORECASE)


# whose pesos, by the country that the text names; Mexico's where it names none
_PESOS = re.compile(
    r"(?P<COP>colombi)|(?P<ARS>argentin)|(?P<CLP>chile)|(?P<PHP>philippin|filipin)", re.IGNORECASE
)


def peso(nearby: str) -> str:
    """The currency that "pesos" means in that part of a text."""
    match = _PESOS.search(nearby)
    return match.lastgroup or "MXN" if match else "MXN"


def usual(language: str) -> str:
    """The currency that a text of that language means when it writes none."""
    return _AT_HOME.get(language, "USD")


def yen_sign(text: str, language: str) -> str:
    """What "¥" means: renminbi in a Chinese text and beside the word yuan, else yen."""
    if language == "zh" or (language != "ja" and _RENMINBI.search(text)):
        return "CNY"
    return "JPY"
