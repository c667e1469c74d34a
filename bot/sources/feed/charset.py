"""Bytes to text: what the bytes themselves show outranks what feed and server say of them."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# how "<" and the letter behind it look without a mark, and "<?xm" in EBCDIC
_SHAPES = (
    (re.compile(rb"<\0\0\0.\0\0\0", re.S), "utf-32-le"),
    (re.compile(rb"\0\0\0<\0\0\0.", re.S), "utf-32-be"),
    (re.compile(rb"<\0[^\0]\0", re.S), "utf-16-le"),
    (re.compile(rb"\0<\0[^\0]", re.S), "utf-16-be"),
    (re.compile(rb"\x4c\x6f\xa7\x94"), "cp037"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})\s*["']""")
_SERVED = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)

# the wider sets that are meant by the names of the narrow ones, as browsers take them (WHATWG Encoding)
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# 7-bit codes: their text looks like ASCII, which says nothing
_SEVEN_BIT = ("iso2022", "hz", "utf-7")

# the two characters that a letter becomes when its UTF-8 is taken for Western and encoded again
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]")

# what tells whether it's mostly UTF-8
_LARGE_SAMPLE = 500_000

# letters that are no byte of a Western set, so that no text with one was encoded twice
_NEVER_WESTERN = re.compile("[\u2123-\U0010ffff]")

# what a guess may look at
_SAMPLE = 20_000

# bytes of another encoding in UTF-8 that are read one by one; with more, it's broken rather than mixed
_MOST_FOREIGN = 10_000

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))

# cp1252 with its five holes as in Latin-1, and the way back
_WESTERN = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_WESTERN_BYTES = codecs.charmap_build(_WESTERN)


def decode(data: bytes, content_type: str = "") -> str:
    """The text of a feed. Never raises: what can't be read becomes the replacement character."""
    bare = data.lstrip(b" \t\r\n")
    if bare.startswith(codecs.BOM_UTF8):
        data = bare[3:]
    for mark, name in _MARKS:
        if bare.startswith(mark):
            return bare[len(mark) :].decode(name, "replace")
    for shape, name in _SHAPES:
        if shape.match(bare):
            # the EBCDIC feed says which of its many pages it uses; the others are what they look like
            declared = _codec_in(bare.decode(name, "replace").encode("utf-8"))
            return bare.decode(declared if name == "cp037" and declared else name, "replace")
    return _by_content(data, _codec_in(data), _codec(_found(_SERVED, content_type)))


def _by_content(data: bytes, declared: str, served: str) -> str:
    said = [name for name in (declared, served) if name]
    for name in said:
        if name.startswith(_SEVEN_BIT) and data.isascii():
            return data.decode(name, "replace")
    try:
        return _once(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    return _mostly_utf8(data) or _as_said(data, [name for name in said if not name.startswith("utf")])


def _as_said(data: bytes, said: list[str]) -> str:
    """The text in the first encoding that fits, damaged in the first one, or guessed where none is named."""
    for name in said:
        if name == "cp1252":
            return _western(data)
        try:
            return data.decode(name)
        except (UnicodeDecodeError, ValueError):
            continue
    return data.decode(said[0], "replace") if said else _guessed(data)


def _once(text: str) -> str:
    """Undo an encoding that was done twice ("Ã©" for "é"): only where all of the text reads on as UTF-8."""
    if text.isascii() or not _TWICE.search(text) or _NEVER_WESTERN.search(text):
        return text
    # by tables in one go: a letter at a time takes seconds and hundreds of MB for a hostile text
    for table in (_WESTERN_BYTES, None):
        try:
            return codecs.charmap_encode(text, "strict", table)[0].decode("utf-8")
        except UnicodeError:
            continue
    return text


def _mostly_utf8(data: bytes) -> str:
    """The text of UTF-8 with some foreign bytes in it, each read as cp1252; "" when it's no UTF-8 at all."""
    good, bad = _right(data[:_LARGE_SAMPLE])
    # where the sample ends inside a character, it holds three more foreign bytes at most
    if len(data) <= _LARGE_SAMPLE or good > bad - 3:
        good, bad = _right(data)
    # in another encoding hardly any sequence is right by chance
    if not (good > bad or (good and bad <= 3)):
        return ""
    return data.decode("utf-8", "newsbell-cp1252" if bad <= _MOST_FOREIGN else "replace")


def _right(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are good UTF-8, and how many bytes are none."""
    whole = data.decode("utf-8", "ignore")
    return len(whole) - len(whole.encode("ascii", "ignore")), len(data) - len(whole.encode("utf-8"))


def _foreign(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _western(error.object[error.start : error.end]), error.end


codecs.register_error("newsbell-cp1252", _foreign)


def _western(data: bytes) -> str:
    """cp1252; its five holes as in Latin-1, which the cleaning then takes out."""
    return codecs.charmap_decode(data, "strict", _WESTERN)[0]


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 100:
        # no text of any encoding; a guess at noise takes seconds
        return _western(data)
    high = bytes(byte for byte in data[:_SAMPLE] if byte > 0x7F)
    # hardly any letters beyond ASCII: a Western European text
    if len(high) * 20 < min(len(data), _SAMPLE):
        return _western(data)
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return _western(data)
    return data.decode(_MEANT.get(_normal(best.encoding), best.encoding), "replace")


def _codec_in(data: bytes) -> str:
    found = _DECLARED.search(data[:2000])
    return _codec(found[1].decode("ascii", "ignore")) if found else ""


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _codec(name: str) -> str:
    """Python's codec for a label, "" for none."""
    try:
        found = codecs.lookup(name.strip().replace("x-sjis", "shift_jis")) if name else None
        # codecs such as zip or rot13 are none for text
        usable = found is not None and isinstance(b"a".decode(found.name, "ignore"), str)
    except (LookupError, ValueError, UnicodeError):
        return ""
    return _MEANT.get(_normal(found.name), found.name) if found and usable else ""


def _normal(name: str) -> str:
    """The name under which `_MEANT` knows a codec."""
    return codecs.lookup(name).name
