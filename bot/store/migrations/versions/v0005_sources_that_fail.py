"""How a source fared before, what of it was told, and where it was followed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("sources", sa.Column("history", sa.JSON()))
    op.add_column("sources", sa.Column("told", sa.DateTime(timezone=True)))
    op.add_column("sources", sa.Column("followed_in", sa.Text(), nullable=False, server_default=""))
