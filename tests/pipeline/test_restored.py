"""A backup took the database's place: what was done since it was made isn't done again."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from bot.core.model import AlertState
from bot.pipeline import settle_restored
from bot.ports import RESTORED, Restored
from bot.store import open_store
from tests.pipeline.conftest import ADDRESS, BEGAN, DEALS, Bell, item

ROUND = "DeepSeek valued at $45 billion after first funding round"


async def back_to(bell: Bell, backup: Path, tmp_path: Path) -> None:
    """What the lost database did stands in the chat; the bot starts on the backup."""
    await bell.store.close()
    bell.store = await open_store(f"sqlite:///{backup}")
    note = Restored(at=bell.clock.now(), made=BEGAN, said="Went on from the backup.")
    await bell.store.put(RESTORED, note.written())
    await settle_restored(bell.store, bell.clock, name="another", say=bell.notice)
    bell.wire(await bell.store.get("installation") or "")
    await bell.ingest.open()
    await bell.delivery.open()


async def save(bell: Bell, tmp_path: Path) -> Path:
    """The database as it stands now, kept as a backup."""
    await bell.store.put("installation", "test")
    await bell.store.close()
    shutil.copy(tmp_path / "newsbell.db", tmp_path / "backup.db")
    bell.store = await open_store(f"sqlite:///{tmp_path}/newsbell.db")
    bell.wire()
    await bell.ingest.open()
    return tmp_path / "backup.db"


async def owe(bell: Bell, *titles: str) -> None:
    bell.fetcher.serve(ADDRESS, *(item(title, published=bell.clock.now()) for title in titles))
    await bell.poll()


async def test_an_alert_that_the_backup_owes_and_that_was_sent_since_is_found_and_not_repeated(
    bell: Bell, tmp_path: Path
) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    await owe(bell, ROUND)
    backup = await save(bell, tmp_path)
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1
    await back_to(bell, backup, tmp_path)
    await bell.deliver(10)
    assert len(bell.chat.said(DEALS)) == 1
    assert (await bell.store.alert_counts())[AlertState.SENT] == 1


async def test_many_that_left_in_one_message_are_found_in_it(bell: Bell, tmp_path: Path) -> None:
    await bell.follow()
    await bell.watch("lang:en")
    await owe(
        bell,
        ROUND,
        "Kestrel Robotics opens an office in Lima",
        "A court fines three brokers over spam",
        "Whales learn to sing in a new key, study says",
        "Nvidia ships its newest chip to schools",
        "Parliament votes on cookie banners again",
        "Mistral hires a chef for its canteen",
    )
    backup = await save(bell, tmp_path)
    await bell.deliver()
    assert len(bell.chat.said(DEALS)) == 1
    await back_to(bell, backup, tmp_path)
    await bell.deliver(10)
    assert len(bell.chat.said(DEALS)) == 1
    assert (await bell.store.alert_counts())[AlertState.SENT] == 7


async def test_one_that_was_never_sent_is_sent_then(bell: Bell, tmp_path: Path) -> None:
    await bell.follow()
    await bell.watch("deepseek")
    await owe(bell, ROUND)
    await back_to(bell, await save(bell, tmp_path), tmp_path)
    await bell.deliver(10)
    assert len(bell.chat.said(DEALS)) == 1


async def test_what_was_told_since_the_backup_does_not_ring_again_and_what_comes_after_does(
    bell: Bell, tmp_path: Path
) -> None:
    await bell.follow()
    await bell.watch("deepseek OR kestrel")
    backup = await save(bell, tmp_path)
    told = [
        item(ROUND, published=bell.clock.now()),
        item("Kestrel opens an office in Lima", published=None),
        # a feed whose clock is wrong
        item("Kestrel robots fold laundry at an airport", published=bell.clock.now() + timedelta(hours=5)),
    ]
    await bell.publish(*told)
    assert len(bell.chat.said(DEALS)) == 3
    await back_to(bell, backup, tmp_path)
    bell.clock.advance(seconds=60)
    # never seen before, but dated after the restore
    await bell.publish(item("Kestrel sues its landlord", published=bell.clock.now()), *told)
    assert len(bell.chat.said(DEALS)) == 4
    await bell.publish(item("DeepSeek bakes a cake", published=None), *told)
    assert len(bell.chat.said(DEALS)) == 5


async def test_ids_that_the_lost_database_had_given_meet_no_old_post(bell: Bell, tmp_path: Path) -> None:
    await bell.follow()
    await bell.watch("deepseek OR kestrel")
    backup = await save(bell, tmp_path)
    await bell.publish(item(ROUND, published=bell.clock.now()))
    await back_to(bell, backup, tmp_path)
    bell.clock.advance(seconds=60)
    await bell.publish(item("Kestrel sues its landlord", published=bell.clock.now()))
    (old, _), (new, _) = bell.chat.stands[DEALS]
    # the same alert's id, another key
    assert old != new


async def test_people_are_told_once(bell: Bell, tmp_path: Path) -> None:
    await back_to(bell, await save(bell, tmp_path), tmp_path)
    name = await bell.store.get("installation")
    await settle_restored(bell.store, bell.clock, name="a third", say=bell.notice)
    assert bell.notices == ["Went on from the backup."]
    assert await bell.store.get("installation") == name == "another"
