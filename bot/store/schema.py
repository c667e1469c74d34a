"""Brings a database's tables up to date; refuses one that a newer Newsbell has written."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.errors import SettingsError

_FOLDER = Path(__file__).parent / "migrations"


def current(link: Connection) -> bool:
    """Whether nothing is to be done. Raises SettingsError for a database from a newer Newsbell."""
    scripts = ScriptDirectory.from_config(_config())
    stands = MigrationContext.configure(link).get_current_revision()
    known = {step.revision for step in scripts.walk_revisions()}
    if stands is not None and stands not in known:
        problem = (
            f"The database was last used by a newer Newsbell (its tables stand at {stands}, this version "
            f"knows them up to {scripts.get_current_head()}). Install that version again."
        )
        raise SettingsError((problem,))
    return stands == scripts.get_current_head()


def knows(revision: str) -> bool:
    """Whether this version can read, and bring up to date, tables that stand there."""
    scripts = ScriptDirectory.from_config(_config())
    return revision in {step.revision for step in scripts.walk_revisions()}


def upgrade(link: Connection, to: str = "head") -> None:
    """Run the missing steps, all or none, in the transaction of the connection; up to a version, if named."""
    config = _config()
    config.attributes["connection"] = link
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    # a percent sign would be read as a placeholder
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
