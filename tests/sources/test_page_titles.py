"""What a page says that it is: its headline, a feed, or nothing to read."""

import pytest

from bot.errors import ReadError
from bot.sources import page

SENTENCE = "Corven Robotics has raised $600 million in a round led by Northlight. "
STORY = f"<article><p>{SENTENCE * 4}</p></article>"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="Corven\'s &quot;big&quot; round">', 'Corven\'s "big" round'),
        ("<title>Corven valued at $9 billion - The Example Wire</title>", "Corven valued at $9 billion"),
        ("<title>Corven | Wire</title><h1 class='x'>Corven is worth\n more</h1>", "Corven is worth more"),
        ("", ""),
    ],
)
async def test_a_page_is_called_as_it_calls_itself(head: str, title: str) -> None:
    found, text = await page.read(f"<html><head>{head}</head><body>{STORY}</body></html>".encode())
    assert found == title
    assert "Northlight" in text


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', "it is a feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "it is a feed"),
        (b"\x89PNG\r\n\0\0\0", "it is no web page"),
    ],
)
async def test_what_is_no_page_is_called_what_it_is(body: bytes, cause: str) -> None:
    with pytest.raises(ReadError, match=cause):
        await page.read(body)
