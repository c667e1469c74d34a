"""No token and no password in anything that a real bot writes, whatever goes wrong with them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from tests.cli.newsbell import run
from tests.whole.process import Process

PASSWORD = "p@ss/w0rd%2Fhunter2"
TOKENS = {
    "SLACK_BOT_TOKEN": "xoxb-1111-2222-botsecretbotsecret",
    "SLACK_APP_TOKEN": "xapp-1-A1-3333-appsecretappsecret",
    "DISCORD_TOKEN": "MTAwMDAwMDAwMDAwMDAwMDAw.GaBcDe.discordsecretdiscordsecretdisco",
}
CLOSED = "127.0.0.1:9"
DATABASE = f"postgresql://bell:{quote(PASSWORD, safe='')}@{CLOSED}/bell"
PARTS = (
    *TOKENS.values(),
    PASSWORD,
    quote(PASSWORD, safe=""),
    "botsecret",
    "appsecret",
    "discordsecret",
    "hunter2",
)


def keeps_quiet(said: str) -> None:
    assert [part for part in PARTS if part in said] == []


async def test_tokens_that_are_refused_stay_out_of_the_most_talkative_log(tmp_path: Path) -> None:
    settings = {
        **TOKENS,
        "NEWSBELL_SLACK_URL": f"http://{CLOSED}/api/",
        "NEWSBELL_DISCORD_URL": f"http://{CLOSED}/api/v10",
        "NEWSBELL_LOG_LEVEL": "debug",
    }
    async with Process(tmp_path, **settings) as bell:
        await bell.logs("chat=slack", seconds=60)
        await bell.logs("chat=discord", seconds=60)
    keeps_quiet(bell.out + bell.log)


async def test_a_database_out_of_reach_is_told_without_its_password(tmp_path: Path) -> None:
    for verb in ("doctor", "health"):
        ended = await run(tmp_path, verb, NEWSBELL_DATABASE_URL=DATABASE, NEWSBELL_PACKS="none", PATH="")
        assert ended.status == 1
        assert CLOSED.partition(":")[0] in ended.out + ended.err or "database" in ended.out + ended.err
        keeps_quiet(ended.out + ended.err)


async def test_a_password_in_an_odd_place_of_the_address_is_told_without_it(tmp_path: Path) -> None:
    odd = f"postgresql://bell@{CLOSED}/bell?password={quote(PASSWORD, safe='')}"
    ended = await run(tmp_path, "run", NEWSBELL_DATABASE_URL=odd, NEWSBELL_LOG_LEVEL="debug")
    assert ended.status == 78
    assert "The PostgreSQL address has password behind its ?" in ended.err
    keeps_quiet(ended.out + ended.err)


async def test_an_open_env_file_is_warned_about_at_the_start(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("NEWSBELL_PACKS=none\n")
    file.chmod(0o644)
    async with Process(tmp_path) as bell:
        await bell.logs("settings.exposed")
        await bell.logs("chmod 600 .env")
