"""How often a post went unanswered, and when a hold was set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns, and an index for what one channel is owed."""
    op.add_column("alerts", sa.Column("unanswered", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("alerts", sa.Column("repeated", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_alerts_channel_state", "alerts", ["channel", "state"])
    # a hold of an older version was set at some moment before now
    ever = "1970-01-01 00:00:00.000000"
    op.add_column(
        "holds", sa.Column("since", sa.DateTime(timezone=True), nullable=False, server_default=ever)
    )
