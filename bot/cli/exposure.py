"""Whether the tokens in `.env` lie open to others on this machine."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def exposed(env_file: Path = Path(".env")) -> str:
    """What to type when other accounts can read the file with the tokens, "" when they can't.

    Windows has no such rights to look at.
    """
    if os.name != "posix" or not env_file.is_file():
        return ""
    others = stat.S_IMODE(env_file.stat().st_mode) & 0o077
    return f"chmod 600 {env_file}" if others else ""
