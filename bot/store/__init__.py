"""What is remembered: SQLite by default, PostgreSQL when outgrown. `open_store` is the way in."""

from bot.store.backups import Backups, backups_of, recover, restore, save_now, save_to
from bot.store.copies import complaint_of
from bot.store.opening import open_store

__all__ = ["Backups", "backups_of", "complaint_of", "open_store", "recover", "restore", "save_now", "save_to"]
