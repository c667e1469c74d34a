from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import open_store
from tests.commands.desk import Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    yield Desk(store)
    await store.close()
