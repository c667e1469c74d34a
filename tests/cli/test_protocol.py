"""What `read`, `group`, `match` and `feed` have in common, each as a process of its own."""

import json
from pathlib import Path

import pytest

from tests.cli.newsbell import Conversation, ask, run

VERBS = ("read", "group", "match", "feed")

FEED = """<rss version="2.0"><channel><title>Wire</title>
<item><title>Acme raises $2M</title><link>/acme</link><guid>a</guid>
<pubDate>Wed, 06 May 2026 10:00:00 GMT</pubDate><description>So it does.</description></item>
</channel></rss>"""


def line(number: object, folder: Path) -> dict[str, object]:
    """One that each of the commands can answer."""
    return {
        "id": number,
        "title": "Acme raises $2M",
        "query": "acme",
        "path": str(folder.parent / "wire.xml"),
        "url": "https://wire.example/feed",
        "surplus": {"of": ["anything"]},
    }


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "wire.xml").write_text(FEED)
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("verb", VERBS)
async def test_a_line_is_answered_before_the_next_is_written(verb: str, empty: Path) -> None:
    async with Conversation(empty, verb) as asked:
        for number in (1, "two", None, 3.5):
            await asked.say("")
            await asked.say(json.dumps(line(number, empty)))
            answer = await asked.hear()
            assert answer["id"] == number
            assert "error" not in answer
        ended = await asked.end()
    assert (ended.status, ended.out, ended.err) == (0, "", "")


@pytest.mark.parametrize("verb", VERBS)
async def test_a_line_that_cannot_be_used_is_answered_in_its_place(verb: str, empty: Path) -> None:
    unusable = ["no JSON", "[1]", '"text"', "{", '{"id": NaN}', "[" * 20_000]
    answers = await ask(empty, verb, line(1, empty), "   ", *unusable, "", line(2, empty))
    assert [answer["id"] for answer in answers] == [1, *[None] * len(unusable), 2]
    assert all("JSON" in answer["error"] for answer in answers[1:-1])
    assert "error" not in answers[-1]


@pytest.mark.parametrize("verb", VERBS)
async def test_neither_settings_nor_a_database_are_touched(verb: str, empty: Path) -> None:
    given = json.dumps(line(1, empty))
    unusable = {"NEWSBELL_DATABASE_URL": "nonsense", "NEWSBELL_POLL_MINUTES": "often", "SLACK_BOT_TOKEN": "x"}
    ended = await run(empty, verb, given=given, **unusable)
    assert (ended.status, ended.err, len(ended.answers)) == (0, "", 1)
    assert left_in(empty) == []


@pytest.mark.parametrize("verb", VERBS)
async def test_no_input_is_no_answer(verb: str, empty: Path) -> None:
    ended = await run(empty, verb)
    assert (ended.status, ended.out, ended.err) == (0, "", "")


@pytest.mark.parametrize("verb", VERBS)
async def test_any_bytes_are_answered(verb: str, empty: Path) -> None:
    whole = json.dumps(line("é", empty), ensure_ascii=False)
    strange = [
        b"\xef\xbb\xbf" + whole.encode(),
        b'{"id": 2, "title": "\xff\xfe", "query": "acme"}',
        b'{"id": 3, "title": "half a pair \\ud83d of $2B", "query": "acme \\ud83d", "path": "\\ud83d"}',
        b'{"id": 4, "title": ["no text"], "text": {"a": 1}, "query": 7, "path": 7, "lang": 7, "url": 7}',
        whole.encode().replace("é".encode(), b"5"),
    ]
    ended = await run(empty, verb, given=b"\r\n".join(strange))
    assert (ended.status, ended.err) == (0, "")
    assert [answer["id"] for answer in ended.answers] == ["é", 2, 3, 4, "5"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("raed",), "invalid choice"),
        (("read", "surplus"), "unrecognized arguments"),
        (("demo", "--loud"), "unrecognized arguments"),
        (("--twice",), "unrecognized arguments"),
    ],
)
async def test_misuse_is_told_on_stderr(typed: tuple[str, ...], said: str, empty: Path) -> None:
    ended = await run(empty, *typed)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


async def test_settings_that_cannot_be_used_are_told_all_at_once(empty: Path) -> None:
    ended = await run(empty, "run", NEWSBELL_POLL_MINUTES="often", NEWSBELL_TERMINAL="perhaps")
    assert ended.status == 78
    assert "NEWSBELL_POLL_MINUTES" in ended.err
    assert "NEWSBELL_TERMINAL" in ended.err
    assert left_in(empty) == []
