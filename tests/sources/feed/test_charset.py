"""Bytes to text, whatever feed and server say of them."""

from __future__ import annotations

import codecs

import pytest

from bot.sources.feed.charset import decode

TEXT = "<rss><title>Zürich’s “tidal” café – 3 €</title></rss>"


def declared(encoding: str, text: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    marks = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    assert decode(TEXT.encode(encoding)) == TEXT
    assert decode(marks[encoding] + TEXT.encode(encoding)) == TEXT


def test_a_mark_behind_blank_lines_is_still_a_mark() -> None:
    assert decode(b"\r\n  " + codecs.BOM_UTF8 + TEXT.encode()) == TEXT


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("windows-1251", "Портовый ИИ привлёк деньги"),
        ("koi8-r", "Портовый ИИ привлёк деньги"),
        ("iso-8859-2", "Przypływ zdobył środki"),
        ("iso-8859-15", "3 € für Zürich"),
        ("gb2312", "港口智能完成首轮融资"),
        ("gbk", "港口智能完成首輪融資"),
        ("gb18030", "港口智能完成首轮融资"),
        ("big5", "港口智能完成首輪融資"),
        ("shift_jis", "港のAIが資金を調達した"),
        ("euc-jp", "港のAIが資金を調達した"),
        ("iso-2022-jp", "港のAIが資金を調達した"),
        ("euc-kr", "항구 인공지능이 투자를 받았다"),
        ("tis-620", "ท่าเรือ"),
        ("windows-1254", "Liman şirketi yatırım aldı"),
    ],
)
def test_a_declared_encoding_is_used_and_so_is_a_served_one(encoding: str, words: str) -> None:
    text = declared(encoding, f"<rss>{words}</rss>")
    assert decode(text.encode(encoding)) == text
    bare = f"<rss>{words}</rss>"
    assert decode(bare.encode(encoding), f"text/xml; charset={encoding}") == bare


def test_ebcdic_is_no_riddle() -> None:
    text = declared("cp037", "<rss>HARBOUR</rss>")
    assert decode(text.encode("cp037")) == text


@pytest.mark.parametrize(
    "said", ["iso-8859-1", "us-ascii", "utf-16", "windows-1251", "no-such-thing", "rot13", "zip"]
)
def test_bytes_that_are_utf8_are_utf8_whatever_they_are_called(said: str) -> None:
    text = declared(said, TEXT)
    assert decode(text.encode(), f"text/xml; charset={said}") == text


@pytest.mark.parametrize("said", ["iso-8859-1", "us-ascii", "utf-8", "windows-1252"])
def test_curly_quotes_of_windows_survive_a_wrong_label(said: str) -> None:
    text = declared(said, TEXT)
    assert decode(text.encode("cp1252")) == text


def test_windows_bytes_without_any_label_are_western() -> None:
    assert decode(TEXT.encode("cp1252")) == TEXT


def test_a_few_windows_bytes_in_utf8_are_read_as_such() -> None:
    data = "Zürich é à ü ".encode() + b"\x93quoted\x94"
    assert decode(data) == "Zürich é à ü “quoted”"


def test_text_encoded_twice_is_decoded_twice() -> None:
    text = "<rss><title>Zürich’s café – 3 €</title></rss>"
    assert decode(text.encode().decode("cp1252").encode()) == text


def test_a_letter_that_merely_looks_encoded_twice_is_left() -> None:
    text = "<rss>Ã© is what a wrong decoder makes of é</rss>"
    assert decode(text.encode()) == text


def test_an_unlabelled_asian_feed_is_guessed() -> None:
    words = (
        "港口智能宣布完成首轮融资，投资方包括码头资本与灯塔基金。公司计划扩大研发团队，并在明年推出新的模型。"
        * 5
    )
    assert words in decode(f"<rss>{words}</rss>".encode("gb18030"))


def test_a_cut_in_the_middle_of_a_letter_costs_one_letter() -> None:
    assert decode("<rss>日本語日本語".encode()[:-1]).startswith("<rss>日本語日本")


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xff\xfe", b"\x00", b"\xfe\xff\x00", bytes(range(256))])
def test_any_bytes_give_some_text(data: bytes) -> None:
    assert isinstance(decode(data, "text/xml; charset="), str)
