import pytest

from bot.commands import normalise, parse
from bot.core.model import Channel
from bot.errors import UserError
from tests.commands.desk import ANN, HERE


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("valuation &gt;= 10B", "valuation >= 10B"),
        ("a &amp;gt; b &amp; c", "a &gt; b & c"),
        ("“data center” ‘x’", "\"data center\" 'x'"),
        ("valuation ≥ 10B ≤ 20B", "valuation >= 10B <= 20B"),
        ("valuation\u00a0>=\u202f10B", "valuation >= 10B"),
        ("ｖａｌｕａｔｉｏｎ＞＝１０Ｂ", "valuation>=10B"),
        ("openai –crypto —spam", "openai -crypto -spam"),
        (
            "follow <https://lab.example/feed?a=1&amp;b=2|lab.example>",
            "follow https://lab.example/feed?a=1&b=2",
        ),
        ("follow <https://lab.example>", "follow https://lab.example"),
        ("in:<#C0123ABCD|deals>", "in:slack:C0123ABCD"),
        ("<#C0123ABCD>", "slack:C0123ABCD"),
        ("<#123456789012345678>", "discord:123456789012345678"),
        ("valuation <10B", "valuation <10B"),
        ("deep\u200bseek\ufeff", "deepseek"),
        ("cafe\u0301", "café"),
        ("a\tb\nc", "a b c"),
    ],
)
def test_what_is_typed_is_read_in_plain_signs(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    ("typed", "verb", "arguments"),
    [
        ("", "help", {}),
        ("   ", "help", {}),
        ("/newsbell", "help", {}),
        ("help watch", "help", {"command": "watch"}),
        ("watch valuation &gt;= 10B", "watch", {"query": "valuation >= 10B"}),
        ("WATCH “Data Center”", "watch", {"query": '"Data Center"'}),
        ("/newsbell watch  a  b ", "watch", {"query": "a  b"}),
        ("watch ai in:<#C0123ABCD|deals>", "watch", {"query": "ai", "channel": "slack:C0123ABCD"}),
        ("watch ai in:#deals", "watch", {"query": "ai", "channel": "#deals"}),
        ("watch ai in:slack:C0123ABCD", "watch", {"query": "ai", "channel": "slack:C0123ABCD"}),
        ("watch in:china ai", "watch", {"query": "in:china ai"}),
        ('watch "log in:here"', "watch", {"query": '"log in:here"'}),
        ("edit 3 valuation >= 20B", "edit", {"number": "3", "query": "valuation >= 20B"}),
        ("unwatch 3", "unwatch", {"number": "3"}),
        ("remove 3", "unwatch", {"number": "3"}),
        ("list", "watches", {}),
        ("list in:C0123ABCD", "watches", {"channel": "C0123ABCD"}),
        ("latest", "latest", {}),
        ("latest openai", "latest", {"query": "openai"}),
        ("why <https://a.example/x?y=1&amp;z=2|a>", "why", {"link": "https://a.example/x?y=1&z=2"}),
        ("subscribe https://a.example", "subscribe", {"address": "https://a.example"}),
        ("unfollow Hacker News", "unfollow", {"name": "Hacker News"}),
    ],
)
def test_a_line_becomes_a_request(typed: str, verb: str, arguments: dict[str, str]) -> None:
    request = parse(typed, channel=HERE, person=ANN)
    assert (request.verb, dict(request.arguments)) == (verb, arguments)
    assert (request.channel, request.person) == (HERE, ANN)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("wacth valuation", "Did you mean /newsbell watch?"),
        ("unwach 3", "Did you mean /newsbell unwatch?"),
        ("xyzzy", "/newsbell help"),
        ("watch", "/newsbell watch valuation >= 10B"),
        ("edit 3", "/newsbell edit 3 valuation >= 20B"),
        ("unwatch", "/newsbell unwatch 3"),
        ("status please", "takes nothing behind it"),
    ],
)
def test_what_cannot_be_read_is_answered_with_what_to_type(typed: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(typed, channel=Channel("terminal", "here"), person=ANN)
    assert says in str(caught.value)
