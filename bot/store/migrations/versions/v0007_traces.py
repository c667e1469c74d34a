"""What `newsbell trace` shows: why an article stands in its story, and each step of an alert."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0002"

_IDENT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the reason to articles, and make the table of steps."""
    op.add_column("articles", sa.Column("placed", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "steps",
        sa.Column("id", _IDENT, nullable=False),
        sa.Column("alert", _IDENT, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["alert"], ["alerts.id"], name="fk_steps_alert", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_steps"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_steps_alert", "steps", ["alert"])
    op.create_index("ix_steps_state_at", "steps", ["state", "at"])
