"""Who made a watch, by id, and in which channel a company's name was added."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("watches", sa.Column("maker", sa.Text(), nullable=False, server_default=""))
    op.add_column("aliases", sa.Column("made_in", sa.Text(), nullable=False, server_default=""))
