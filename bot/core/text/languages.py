"""Which language a text is written in."""

from __future__ import annotations

import re

from bot.core.text.folding import fold

# as much as decides; the rest of a long text says the same
_ENOUGH = 4000
_SCRIPTS = {
    # with the signs that Japan alone writes so: headlines do without kana
    "kana": re.compile("[\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9f円価売発検済図駅]"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "ko": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    "ru": re.compile("[\u0400-\u052f]"),
    "ar": re.compile("[\u0620-\u064a\u0671-\u06d3]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "th": re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]"),
    "hi": re.compile("[\u0904-\u0939\u093e-\u094d]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_ASCII = re.compile(r"[\x00-\x7f]+")
_ASCII_LETTERS = re.compile("[A-Za-z]+")
# languages that share a script with the one that the script is read as
_SAME_SCRIPT = {
    "ru": {"ru", "uk", "bg", "sr", "mk", "be", "kk"},
    "ar": {"ar", "fa", "ur", "ps"},
    "hi": {"hi", "mr", "ne"},
    "he": {"he", "yi"},
}
_OTHER_SCRIPT = {"zh", "ja", "ko", "el", "th"}.union(*_SAME_SCRIPT.values())
_OLD_CODES = {"jp": "ja", "cn": "zh", "tw": "zh", "kr": "ko", "iw": "he", "gr": "el"}
# frequent short words, without accents, most of them frequent in one of these languages only
_PROFILES = {
    "en": """
    the and of to in is that for with on by from has have its it at as was are this will be an said
    after its their which how why what who new says raises round into over more not you we can could
    would a i do does when they up out about all first make now
    """,
    "de": """
    der die das und ist nicht mit von den dem des ein eine einen einer auf fur im zu sich auch wird
    bei nach als aus uber wie sind hat werden zum zur soll kann neue mehr durch bis noch oder wurde
    seit aber um will ein zwei drei milliarden millionen
    """,
    "fr": """
    le la les des du et est une un dans pour que qui sur pas au aux par avec ce cette son ses plus
    sont ont leur mais comme nous vous il elle etre fait apres selon deja d l s n qu en de
    """,
    "es": """
    el la los las de del y es una un en para que por con no su sus se al lo como mas pero este esta
    fue ha son sobre entre segun tras hasta desde ya millones tambien ser
    """,
    "pt": """
    o a os as de do da dos das e um uma em no na nos nas para que por com nao se ao mais como sua
    seu foi sao pelo pela mas tambem ja apos segundo entre sobre ser esta milhoes
    """,
    "it": """
    il lo la i gli le di del della dei delle e un una in nel nella per che con non si al alla da dal
    piu come sono ha anche suo sua ma dopo secondo tra essere questo questa l d miliardi
    """,
    "nl": """
    de het een en van is in op te dat niet met voor zijn aan er ook door naar bij uit om als maar
    over wordt heeft nog dan deze die meer tot worden kan hun wel zich nieuwe
    """,
}
_WORDS: dict[str, list[str]] = {}
for _code, _words in _PROFILES.items():
    for _word in set(_words.split()):
        _WORDS.setdefault(_word, []).append(_code)
_TOKEN = re.compile(r"[^\W\d_]+")
# of what is folded and ASCII
_PLAIN_TOKEN = re.compile("[a-z]+")
# "Valley's" holds no French "s"
_POSSESSIVE = re.compile(r"['’]s\b", re.I)
# endings and letters that one of the languages alone uses, worth a word each
_SIGNS = {
    "de": re.compile("[ßäü]|(?:ung|keit|lich)(?:en)?\\b"),
    "fr": re.compile("[çèêœù]|\\b[lcdnsj]['’](?=\\w)"),
    "es": re.compile("[ñ¿¡]|ción\\b|ciones\\b"),
    "pt": re.compile("[ãõ]|ção\\b"),
    "it": re.compile("zioni?\\b|\\b(?:dell|nell|all)['’]"),
    "nl": re.compile("ĳ|\\w+(?:heid|ijk)\\b"),
}
# where none of a sign's parts stands, it isn't looked for
_PARTS = {
    "de": ("ung", "keit", "lich", "ß", "ä", "ü"),
    "fr": ("'", "’", "ç", "è", "ê", "œ", "ù"),
    "es": ("ción", "cion", "ñ", "¿", "¡"),
    "pt": ("ã", "õ"),
    "it": ("zion", "ll'", "ll’"),
    "nl": ("heid", "ijk", "ĳ"),
}
# from so many ideographs on a title is Chinese, even where product names outnumber them
_SOME = 5


def language(text: str, hint: str = "") -> str:
    """A two-letter code: the script decides, then frequent words, then the hint, then "en".

    `hint` is what the feed claims, in any spelling ("zh-CN", "EN_us").
    """
    sample = text[:_ENOUGH]
    wanted = _code_of(hint)
    if script := _by_script(sample):
        return wanted if wanted in _SAME_SCRIPT.get(script, ()) else script
    if wanted in _OTHER_SCRIPT and _SCRIPTS["latin"].search(sample):
        # the feed's language shows nowhere in its script
        wanted = ""
    return _by_words(sample, wanted) or wanted or "en"


def _code_of(hint: str) -> str:
    code = re.split(r"[-_]", hint.strip().lower())[0]
    code = _OLD_CODES.get(code, code)
    return code if re.fullmatch(r"[a-z]{2}", code) else ""


def _by_script(sample: str) -> str:
    if sample.isascii():
        return ""
    beyond = _ASCII.sub("", sample)
    counts = {name: len(pattern.findall(beyond)) for name, pattern in _SCRIPTS.items()}
    latin = counts.pop("latin") + sum(map(len, _ASCII_LETTERS.findall(sample)))
    # Japanese is the one language that mixes; a stray の in a Chinese brand name is no Japanese
    kana, han = counts.pop("kana"), counts.pop("han")
    counts["ja" if kana * 12 > han else "zh"] = kana + han
    best = max(counts, key=lambda name: counts[name])
    # a letter of these scripts says thrice as much as a Latin one, and Latin names stand in every text
    weight = 3 if counts[best] < _SOME or max(_scores(sample).values()) >= 1 else 6
    return best if counts[best] * weight > latin else ""


def _by_words(sample: str, wanted: str) -> str:
    scores = _scores(sample)
    best = max(scores, key=lambda code: scores[code])
    others = max(score for code, score in scores.items() if code != best)
    if wanted and wanted != best:
        # against the feed's word only clear evidence counts
        return best if scores[best] >= 3 and scores[best] >= 2 * scores.get(wanted, others) else ""
    # without a feed's word English is likeliest, so one stray word of another language is too little
    enough = 1.0 if wanted or best == "en" else 1.5
    return best if scores[best] >= enough and scores[best] > others * 1.2 else ""


def _scores(sample: str) -> dict[str, float]:
    """How much of the text is each language's: its frequent words, those that others share counting less."""
    plain = _POSSESSIVE.sub("", sample)
    scores = {
        code: float(len(sign.findall(plain))) if any(part in plain for part in _PARTS[code]) else 0.0
        for code, sign in _SIGNS.items()
    }
    scores["en"] = 0.0
    folded = fold(plain)
    tokens = (_PLAIN_TOKEN if folded.isascii() else _TOKEN).findall(folded)
    for word in filter(_WORDS.__contains__, tokens):
        codes = _WORDS[word]
        for code in codes:
            scores[code] += 1 / len(codes)
    return scores
