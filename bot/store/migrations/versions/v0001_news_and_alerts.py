"""The first tables: sources, stories, articles, watches, alerts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_IDENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def upgrade() -> None:
    """Make the tables."""
    _make_sources()
    _make_stories()
    _make_articles()
    _make_watches()
    _make_alerts()
    op.create_table("notes", _text("key"), _text("value"), sa.PrimaryKeyConstraint("key", name="pk_notes"))


def _make_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", _IDENT, nullable=False),
        *(_text(name) for name in ("kind", "target", "key", "name", "topic", "language", "pack")),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("primed", sa.Boolean(), nullable=False),
        *(_text(name, nullable=True) for name in ("etag", "last_modified", "body_hash")),
        sa.Column("next_poll", _MOMENT, nullable=False),
        sa.Column("last_poll", _MOMENT),
        sa.Column("last_success", _MOMENT),
        _text("verdict", nullable=True),
        _text("cause"),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("key", name="uq_sources_key"),
        sqlite_autoincrement=True,
    )


def _make_stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", _IDENT, nullable=False),
        *(_text(name) for name in ("title", "link", "language", "company")),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("headline", sa.Integer()),
        _text("summary"),
        sa.Column("first_seen", _MOMENT, nullable=False),
        sa.Column("last_seen", _MOMENT, nullable=False),
        sa.Column("follows", _IDENT),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
        sa.ForeignKeyConstraint(["follows"], ["stories.id"], name="fk_stories_follows", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stories_last_seen", "stories", ["last_seen"])
    op.create_index("ix_stories_follows", "stories", ["follows"])


def _make_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", _IDENT, nullable=False),
        sa.Column("story", _IDENT, nullable=False),
        *(_text(name) for name in ("source", "publisher", "link", "link_key", "title", "text")),
        sa.Column("published", _MOMENT, nullable=False),
        sa.Column("first_seen", _MOMENT, nullable=False),
        _text("language"),
        _text("origin"),
        sa.Column("rings", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_articles_story", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_articles_story", "articles", ["story"])
    op.create_index("ix_articles_link_key", "articles", ["link_key"])
    op.create_table(
        "seen",
        sa.Column("source", _IDENT, nullable=False),
        _text("key"),
        sa.Column("article", _IDENT),
        sa.PrimaryKeyConstraint("source", "key", name="pk_seen"),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name="fk_seen_source", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_seen_article", ondelete="SET NULL"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_seen_article", "seen", ["article"])


def _make_watches() -> None:
    op.create_table(
        "watches",
        sa.Column("id", _IDENT, nullable=False),
        _text("channel"),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("query"),
        _text("made_by"),
        sa.Column("made_at", _MOMENT, nullable=False),
        _text("paused"),
        sa.PrimaryKeyConstraint("id", name="pk_watches"),
        sa.UniqueConstraint("channel", "number", name="uq_watches_channel_number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "numbers",
        _text("channel"),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", name="pk_numbers"),
    )


def _make_alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", _IDENT, nullable=False),
        sa.Column("story", _IDENT, nullable=False),
        _text("channel"),
        _text("platform"),
        sa.Column("reasons", sa.JSON(), nullable=False),
        _text("state"),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("next_try", _MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        *(_text(name) for name in ("post_key", "message_id", "cause")),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_alerts_story"),
        sa.UniqueConstraint("story", "channel", name="uq_alerts_story_channel"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alerts_post_key", "alerts", ["post_key"])
    op.create_index("ix_alerts_state_next_try", "alerts", ["state", "next_try"])
    op.create_table(
        "holds",
        _text("target"),
        sa.Column("until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("target", name="pk_holds"),
    )
