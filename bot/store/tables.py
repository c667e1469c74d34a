"""The tables. A change here needs a migration beside it: a test compares the two.

Ids are never given twice, not even after rows were deleted: post keys are made of them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from bot.store.columns import Changes, Facts, Ident, Moment, Reasons, Words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# before any moment of ours
_EVER = "1970-01-01 00:00:00.000000"

# `key` columns are digests: an index can't hold an address or a guid of any length
sources = Table(
    "sources",
    metadata,
    Column("id", Ident, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target", Words, nullable=False),
    # of kind and target
    Column("key", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("topic", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("pack", Words, nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("primed", Boolean, nullable=False),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("body_hash", Text),
    Column("next_poll", Moment, nullable=False),
    Column("last_poll", Moment),
    Column("last_success", Moment),
    Column("verdict", Text),
    Column("cause", Words, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("history", Changes),
    Column("told", Moment),
    Column("followed_in", Text, nullable=False, server_default=""),
    UniqueConstraint("key"),
    sqlite_autoincrement=True,
)

stories = Table(
    "stories",
    metadata,
    Column("id", Ident, primary_key=True),
    Column("title", Words, nullable=False),
    Column("link", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("company", Words, nullable=False),
    Column("facts", Facts, nullable=False),
    # the place of the headline fact in `facts`
    Column("headline", Integer),
    Column("summary", Words, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False, index=True),
    Column("follows", Ident, ForeignKey("stories.id", ondelete="SET NULL"), index=True),
    sqlite_autoincrement=True,
)

articles = Table(
    "articles",
    metadata,
    Column("id", Ident, primary_key=True),
    Column("story", Ident, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False, index=True),
    # the source's name, which outlives the source
    Column("source", Words, nullable=False),
    Column("publisher", Words, nullable=False),
    Column("link", Words, nullable=False),
    Column("link_key", Text, nullable=False, index=True),
    Column("title", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("published", Moment, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("language", Words, nullable=False),
    Column("origin", Words, nullable=False),
    Column("rings", Boolean, nullable=False),
    # why it stands in its story; "" for what was read before this was kept
    Column("placed", Words, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)

# what each source has shown; kept after the article itself is pruned
seen = Table(
    "seen",
    metadata,
    Column("source", Ident, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False),
    Column("key", Text, nullable=False),
    Column("article", Ident, ForeignKey("articles.id", ondelete="SET NULL"), index=True),
    PrimaryKeyConstraint("source", "key"),
    # half the size: the largest table by far in rows
    sqlite_with_rowid=False,
)

watches = Table(
    "watches",
    metadata,
    Column("id", Ident, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("query", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("paused", Words, nullable=False),
    # who made it, by id; "" for what was made before this was kept
    Column("maker", Words, nullable=False, server_default=""),
    UniqueConstraint("channel", "number"),
    sqlite_autoincrement=True,
)

# the last number that each channel has given to a watch, so that none comes twice
numbers = Table(
    "numbers",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Ident, primary_key=True),
    Column("story", Ident, ForeignKey("stories.id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("reasons", Reasons, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    # PROMISED: not before then; SENDING: when the attempt began; UNKNOWN: when to look
    Column("next_try", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("post_key", Text, nullable=False, index=True),
    Column("message_id", Text, nullable=False),
    Column("cause", Words, nullable=False),
    # how many of its posts were never answered
    Column("unanswered", Integer, nullable=False, server_default="0"),
    # whether one of them was sent once more without a look
    Column("repeated", Boolean, nullable=False, server_default=false()),
    # exactly one alert for a story in a channel
    UniqueConstraint("story", "channel"),
    Index("ix_alerts_state_next_try", "state", "next_try"),
    Index("ix_alerts_channel_state", "channel", "state"),
    sqlite_autoincrement=True,
)

# every move of an alert after its promise, for whoever asks later what became of it
steps = Table(
    "steps",
    metadata,
    Column("id", Ident, primary_key=True),
    Column("alert", Ident, ForeignKey("alerts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("cause", Words, nullable=False),
    Index("ix_steps_state_at", "state", "at"),
    sqlite_autoincrement=True,
)

# channels ("slack:C1") and platforms ("slack") for which nothing may leave before then
holds = Table(
    "holds",
    metadata,
    Column("target", Text, primary_key=True),
    Column("until", Moment, nullable=False),
    # when it was set; a clock that shows less was set back
    Column("since", Moment, nullable=False, server_default=_EVER),
)

# small remembered values, such as the installation's id
notes = Table(
    "notes",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Words, nullable=False),
)

# names of companies that people added
aliases = Table(
    "aliases",
    metadata,
    # of the name in small letters
    Column("key", Text, primary_key=True),
    Column("name", Words, nullable=False),
    Column("company", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made_at", Moment, nullable=False),
    # the channel in which it was added; "" for what was added before this was kept
    Column("made_in", Text, nullable=False, server_default=""),
)
