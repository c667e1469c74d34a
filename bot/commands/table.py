"""The command table: from it come Discord's options, the parser of typed lines, help and the docs."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands import aliases, following, helping, news, rehearsal, watches
from bot.commands.command import Command, Parameter

_CHANNEL = Parameter(
    name="channel", kind="channel", required=False, description="Another channel than this one"
)
_QUERY = Parameter(
    name="query", description='What to watch for, such as: valuation >= 10B, or "data center" -crypto'
)
_NUMBER = Parameter(name="number", kind="number", description="The number of a watch", suggests="watches")
_PAGE = Parameter(name="page", kind="number", required=False, description="Of a long list, which page")

_LANGUAGE = (
    'A space means AND; OR, -word and brackets work as in a search engine; "quotes" make a phrase.\n'
    "Facts: valuation, raised, acquisition, market_cap, ipo, revenue, fund or investment with >= > <= < =, "
    "or valuation:1B..5B. Amounts are US dollars unless they say otherwise: 10B, €40bn, $1.5 billion.\n"
    'Also: company:name, source:"name", title:word, lang:en, status:talks, origin:outlet, '
    'case:"US", gpt*, /regex/.'
)

# in the order in which help shows them
_ENTRIES = (
    Command(
        name="watch",
        parameters=(_QUERY, _CHANNEL),
        summary="Be told here when a story meets a query",
        help=_LANGUAGE,
        examples=(
            "watch valuation >= 10B",
            "watch company:deepseek valuation > €40bn",
            'watch "series b" OR unicorn -crypto',
            "watch raised:100M..1B lang:en -status:talks",
        ),
        changes=True,
        costs="rehearsal",
        handler=watches.watch,
    ),
    Command(
        name="watches",
        parameters=(_PAGE, _CHANNEL),
        summary="List the watches of this channel",
        help=(
            "Each with its number, who made it and when, and why it rests if it is paused. A long list comes "
            "in pages."
        ),
        examples=("watches", "watches 2"),
        handler=watches.watches,
    ),
    Command(
        name="unwatch",
        parameters=(_NUMBER,),
        summary="Delete a watch of this channel",
        help="Its number is not given to another watch. The answer shows how to take it back.",
        examples=("unwatch 3",),
        changes=True,
        handler=watches.unwatch,
    ),
    Command(
        name="edit",
        parameters=(_NUMBER, _QUERY),
        summary="Give a watch another query",
        help="The number stays. It rings only for what is read from now on.",
        examples=("edit 3 valuation >= 20B",),
        changes=True,
        costs="rehearsal",
        handler=watches.edit,
    ),
    Command(
        name="pause",
        parameters=(_NUMBER,),
        summary="Let a watch rest",
        help="It stays in the list and rings for nothing until it is resumed.",
        examples=("pause 3",),
        changes=True,
        handler=watches.pause,
    ),
    Command(
        name="resume",
        parameters=(_NUMBER,),
        summary="Let a paused watch ring again",
        help="It rings for what is read from now on, not for what came while it rested.",
        examples=("resume 3",),
        changes=True,
        handler=watches.resume,
    ),
    Command(
        name="try",
        parameters=(_QUERY,),
        summary="Show what a query would have rung in the last 14 days, without saving it",
        help="Also what was set aside by a silent first poll is asked.",
        examples=("try valuation >= 1B", "try openai OR anthropic"),
        costs="rehearsal",
        handler=rehearsal.attempt,
    ),
    Command(
        name="latest",
        parameters=(
            Parameter(name="query", required=False, description="Only stories that meet this query"),
        ),
        summary="Show the newest stories, or the newest that meet a query",
        help="Also those that were set aside and did not ring.",
        examples=("latest", "latest company:deepseek"),
        costs="rehearsal",
        handler=news.latest,
    ),
    Command(
        name="why",
        parameters=(Parameter(name="link", description="The address of an article"),),
        summary="Show what was read in an article, and why it rang here or didn't",
        help="The facts with their quotes, the story that it joined, and every watch of this channel.",
        examples=("why https://example.com/deepseek-valued-at-45-billion",),
        handler=news.why,
    ),
    Command(
        name="sources",
        parameters=(_PAGE,),
        summary="List the sources and how each is",
        help="Failing ones come first, with the cause and the next try. A long list comes in pages.",
        examples=("sources", "sources 2"),
        handler=following.sources,
    ),
    Command(
        name="follow",
        parameters=(Parameter(name="address", description="A feed, or a page that has one"),),
        summary="Read another feed from now on",
        help=(
            "Sources are polled once for all channels. The first poll is silent, and only watches ring: "
            'source:"NAME" in a watch rings for all that a source brings.'
        ),
        examples=("follow https://example.com/feed.xml",),
        changes=True,
        costs="follow",
        handler=following.follow,
    ),
    Command(
        name="unfollow",
        parameters=(Parameter(name="name", description="The name of a source", suggests="sources"),),
        summary="Stop reading a source",
        help=(
            "For the channel that followed it, and for those who run Newsbell. "
            "Refused while watches of other channels name it."
        ),
        examples=("unfollow Example News",),
        changes=True,
        sharing=following.shared,
        handler=following.unfollow,
    ),
    Command(
        name="status",
        summary="Show how the bot is",
        help="Sources, chats, watches and alerts, and what is wrong with any of them.",
        examples=("status",),
        handler=helping.status,
    ),
)

# commands that are offered where lines are typed, beside those of every platform
_TYPED = (
    Command(
        name="source",
        parameters=(Parameter(name="name", description="The name of a source", suggests="sources"),),
        summary="Show one source and how it fared",
        help="Its address, its last polls where they ended otherwise than before, and the next try.",
        examples=("source Example News",),
        typed_only=True,
        handler=following.source,
    ),
    Command(
        name="subscribe",
        parameters=(Parameter(name="address", description="A feed, or a page that has one"),),
        summary="Follow a feed and post every item of it here",
        help='It is follow, and then watch source:"NAME".',
        examples=("subscribe https://example.com/feed.xml",),
        changes=True,
        typed_only=True,
        costs="follow",
        handler=following.subscribe,
    ),
    Command(
        name="alias",
        parameters=(
            Parameter(name="alias", required=False, description="A name, =, and the company that it means"),
        ),
        summary="Add another name of a company, or show those that were added",
        help=(
            "It counts at once and in every channel. Without a company the name is removed again, by the "
            "channel that added it. A name that Newsbell brings along is given to another company by those "
            "who run Newsbell alone."
        ),
        examples=("alias Deep Seek Labs = DeepSeek", "alias Deep Seek Labs =", "alias"),
        changes=True,
        typed_only=True,
        sharing=aliases.shared,
        handler=aliases.alias,
    ),
)

# other words for the same, where lines are typed
SAME: Mapping[str, str] = {"list": "watches", "remove": "unwatch"}

_LAST = (
    Command(
        name="help",
        parameters=(
            Parameter(
                name="command", required=False, description="The name of a command", suggests="commands"
            ),
        ),
        summary="Show all commands, or one with examples",
        help="",
        examples=("help", "help watch"),
        handler=helping.helper(lambda: ALL, SAME),
    ),
    Command(
        name="test",
        summary="Post a sample alert here, marked as such",
        help="It shows what an alert looks like, and whether one can be posted here.",
        examples=("test",),
        changes=True,
        handler=helping.test,
    ),
)

# what every platform offers
COMMANDS: Mapping[str, Command] = {command.name: command for command in (*_ENTRIES, *_LAST)}

# and what can be typed besides
ALL: Mapping[str, Command] = {command.name: command for command in (*_ENTRIES, *_TYPED, *_LAST)}
