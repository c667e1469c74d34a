"""Every deliberate error, sorted by what to do next.

NewsbellError
├── SettingsError        correct the settings, start again (exit status 78)
├── UserError            tell the person who typed; the text says what to type instead
│   ├── QueryError       a watch that can't be read, with the column
│   └── NotAllowed       the person may not change this channel's watches
├── ReadError            bytes that are no feed, or an address that must not be fetched
├── NoSummary            a summariser has nothing to offer; the article's own sentences serve
├── StoreDown            the database can't be used at the moment; nothing was written, try again later
│   └── StoreDamaged     the database file is damaged: set it aside and go on from a backup
└── DeliveryError        a message did not (certainly) arrive
    ├── TryLater         not sent; wait the seconds that the platform named, then send again
    ├── Refused          not sent and never will be: the platform rejects this very message
    ├── ChannelGone      not sent; nothing can be posted to this channel any more
    ├── ChatDown         not sent; the platform can't be reached, which is nobody's channel's fault
    │   └── TokenRejected  the platform rejects our token: only a person can mend that
    └── Unknown          sent or not? settle it by looking
"""


class NewsbellError(Exception):
    """Whatever Newsbell raises on purpose."""


class SettingsError(NewsbellError):
    """Settings that can't be used: `problems` holds one plain sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class UserError(NewsbellError):
    """Something a person typed can't be done; the text is the answer that they get."""


class QueryError(UserError):
    """A watch query that can't be read. `column` counts from 1; `advice` says what to type instead."""

    def __init__(self, problem: str, *, column: int, advice: str) -> None:
        super().__init__(f"{problem} (column {column}). {advice}")
        self.problem = problem
        self.column = column
        self.advice = advice


class NotAllowed(UserError):
    """The person may not change what they tried to change."""


class ReadError(NewsbellError):
    """Bytes that can't be read as what they were taken for; the text is the cause in plain words."""


class NoSummary(NewsbellError):
    """A summariser can't serve this article; the text is the cause in plain words, without any secret."""


class StoreDown(NewsbellError):
    """The database can't be used now, after some short tries; the text is the cause in plain words.

    What was being written is not written, unless the connection broke at the very end of it.
    """


class StoreDamaged(StoreDown):
    """The database file holds what SQLite never wrote; trying again can't help, a backup can."""


class DeliveryError(NewsbellError):
    """A message did not, or did perhaps not, reach its channel."""


class TryLater(DeliveryError):
    """Not sent: wait `seconds`, as the platform said; `everywhere` when its limit is on all we send."""

    def __init__(self, seconds: float, *, everywhere: bool = False) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds
        self.everywhere = everywhere


class Refused(DeliveryError):
    """Not sent, and sending the same again can't help; the text is the platform's cause."""


class ChannelGone(DeliveryError):
    """Not sent: the channel is deleted, archived, or closed to us; the text is the cause."""


class ChatDown(DeliveryError):
    """Not sent: there is no working connection to the platform at the moment."""


class TokenRejected(ChatDown):
    """Not sent, and nothing will be with this token; the text says where to get another."""


class Unknown(DeliveryError):
    """The connection broke after the request left: the message may stand in the channel or not.

    `limit`: for how long the platform wants to hear nothing more, when it said so since.
    """

    def __init__(self, cause: str, *, limit: TryLater | None = None) -> None:
        super().__init__(cause)
        self.limit = limit
