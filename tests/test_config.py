"""Settings: everything has a default, everything wrong is said at once, nothing secret is shown."""

import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot import config
from bot.config import LogFormat, Settings, TerminalMode
from bot.core.model import Channel
from bot.errors import SettingsError

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.alias), raising=False)


def problems(monkeypatch: pytest.MonkeyPatch, **given: str) -> str:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        config.load(None)
    return "\n".join(caught.value.problems)


def test_nothing_needs_to_be_set() -> None:
    settings = config.load(None)
    assert settings.slack is None
    assert settings.discord is None
    assert settings.packs == ("ai",)
    assert settings.poll_interval == timedelta(minutes=3)
    assert settings.max_age == timedelta(days=7)
    assert settings.private_hosts is False


def test_everything_can_be_set_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
        "DISCORD_TOKEN": "d",
        "NEWSBELL_PACKS": "ai, /srv/my.toml",
        "NEWSBELL_POLL_MINUTES": "0.05",
        "NEWSBELL_ADMIN": "slack:C1",
        "NEWSBELL_TERMINAL": "ON",
        "NEWSBELL_FETCH_PAGES": "off",
        "NEWSBELL_LOG_FORMAT": "json",
        "NEWSBELL_ALLOW_PRIVATE_HOSTS": "RSS.lan., 127.0.0.1:1200, nas:*, fd00:0::1, [fd00::2]:80",
    }.items():
        monkeypatch.setenv(name, value)
    settings = config.load(None)
    assert settings.slack == ("xoxb-1", "xapp-1")
    assert settings.discord == "d"
    assert settings.packs == ("ai", "/srv/my.toml")
    assert settings.poll_interval == timedelta(seconds=3)
    assert settings.admin == Channel("slack", "C1")
    assert settings.terminal is TerminalMode.ON
    assert settings.fetch_pages is False
    assert settings.log_format is LogFormat.JSON
    assert settings.private_hosts == frozenset(
        {"rss.lan", "127.0.0.1:1200", "nas:*", "[fd00::1]", "[fd00::2]:80"}
    )


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("NEWSBELL_POLL_MINUTES=5\nNEWSBELL_MAX_AGE_DAYS=2\n")
    monkeypatch.setenv("NEWSBELL_POLL_MINUTES", "9")
    settings = config.load(file)
    assert settings.poll_interval == timedelta(minutes=9)
    assert settings.max_age == timedelta(days=2)


def test_packs_none_starts_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSBELL_PACKS", "none")
    assert config.load(None).packs == ()


def test_every_problem_is_listed_in_a_sentence_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    said = problems(
        monkeypatch,
        NEWSBELL_POLL_MINUTES="often",
        NEWSBELL_ADMIN="#general",
        NEWSBELL_TERMINAL="maybe",
        NEWSBELL_DATABASE_URL="mysql://x",
    )
    assert len(said.splitlines()) == 4
    assert "NEWSBELL_POLL_MINUTES is 'often'; write a number of minutes above 0" in said
    assert "write slack:C0123 or discord:1234" in said
    assert "auto, on or off" in said
    assert "sqlite:///" in said


@pytest.mark.parametrize(
    ("given", "missing"),
    [("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"), ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN")],
)
def test_half_a_slack_names_the_missing_half(
    monkeypatch: pytest.MonkeyPatch, given: str, missing: str
) -> None:
    value = "xoxb-1" if given == "SLACK_BOT_TOKEN" else "xapp-1"
    assert f"{given} is set but {missing} is not" in problems(monkeypatch, **{given: value})


def test_tokens_in_the_wrong_places_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    said = problems(monkeypatch, SLACK_BOT_TOKEN="xapp-9", SLACK_APP_TOKEN="xoxb-9")
    assert "SLACK_BOT_TOKEN does not start with xoxb-" in said
    assert "-9" not in said


@pytest.mark.parametrize("minutes", ["0", "-1", "nan", "inf"])
def test_an_interval_that_is_no_time_is_refused(monkeypatch: pytest.MonkeyPatch, minutes: str) -> None:
    assert "NEWSBELL_POLL_MINUTES" in problems(monkeypatch, NEWSBELL_POLL_MINUTES=minutes)


def test_a_mistyped_setting_names_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    said = problems(monkeypatch, NEWSBELL_POLL_MINUTE="3")
    assert "NEWSBELL_POLL_MINUTE is no setting of Newsbell: did you mean NEWSBELL_POLL_MINUTES" in said


def test_a_database_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    said = problems(monkeypatch, NEWSBELL_DATABASE_URL="postgres://bell:hunter2@db/x")
    assert "hunter2" not in said
    monkeypatch.setenv("NEWSBELL_DATABASE_URL", "postgresql://bell:hunter2@db/x")
    settings = config.load(None)
    assert "hunter2" not in repr(settings)
    assert "hunter2" in settings.secrets


def test_a_model_needs_its_endpoint_and_an_endpoint_its_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "NEWSBELL_LLM_MODEL is not" in problems(monkeypatch, NEWSBELL_LLM_URL="http://localhost:11434/v1")
    monkeypatch.delenv("NEWSBELL_LLM_URL")
    assert "NEWSBELL_LLM_URL is not" in problems(monkeypatch, NEWSBELL_LLM_MODEL="small")


@pytest.mark.parametrize(
    "url", ["localhost:11434", "https://me:hunter2@llm.example/v1", "https://x/?key=hunter2"]
)
def test_an_endpoint_that_can_not_be_asked_is_refused_without_its_secrets(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    said = problems(monkeypatch, NEWSBELL_LLM_URL=url, NEWSBELL_LLM_MODEL="small")
    assert said.startswith("NEWSBELL_LLM_URL can't be used")
    assert "hunter2" not in said


@pytest.mark.parametrize("tokens", ["0", "-5", "many", "1.5"])
def test_a_budget_that_is_no_number_of_tokens_is_refused(
    monkeypatch: pytest.MonkeyPatch, tokens: str
) -> None:
    assert "a whole number above 0" in problems(monkeypatch, NEWSBELL_LLM_MONTHLY_TOKENS=tokens)


def test_the_key_of_the_endpoint_is_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSBELL_LLM_KEY", "sk-hunter2")
    settings = config.load(None)
    assert "sk-hunter2" in settings.secrets
    assert "hunter2" not in repr(settings)


def test_the_example_holds_every_setting_with_its_default_and_a_line_of_why() -> None:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    shown = {line.partition("=")[0]: line.partition("=")[2] for line in lines if re.match(r"[A-Z_]+=", line)}
    assert set(shown) == {str(field.alias) for field in Settings.model_fields.values()}
    for name in shown:
        above = lines[next(place for place, line in enumerate(lines) if line.startswith(f"{name}=")) - 1]
        assert above.startswith("# "), f"{name} has no line of why"


def test_the_example_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text((ROOT / ".env.example").read_text("utf-8"))
    assert config.load(file) == config.load(None)


def test_the_program_ends_with_status_78_and_the_sentences(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env={
            "PATH": "",
            "PYTHONPATH": str(ROOT),
            "NEWSBELL_POLL_MINUTES": "x",
            "SLACK_BOT_TOKEN": "xoxb-secret",
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 78
    assert len(run.stderr.strip().splitlines()) == 2
    assert "xoxb-secret" not in run.stderr + run.stdout


def test_info_lines_stay_out_of_a_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert config.load(None).level(at_prompt=True) == "warning"
    assert config.load(None).level(at_prompt=False) == "info"
    monkeypatch.setenv("NEWSBELL_LOG_LEVEL", "debug")
    assert config.load(None).level(at_prompt=True) == "debug"
    monkeypatch.setenv("NEWSBELL_LOG_LEVEL", "info")
    monkeypatch.setenv("NEWSBELL_TERMINAL", "off")
    assert config.load(None).level(at_prompt=True) == "info"


def test_importing_the_settings_reads_nothing() -> None:
    program = "import os; os.environ.clear(); import bot.config; print('fine')"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert run.stdout.strip() == "fine"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("127.0.0.1:9000", ("127.0.0.1", 9000)),
        ("0.0.0.0:8642", ("0.0.0.0", 8642)),
        ("[::1]:8642", ("::1", 8642)),
        ("newsbell:80", ("newsbell", 80)),
        ("OFF", None),
    ],
)
def test_the_web_server_has_an_address_or_is_off(
    typed: str, read: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert config.load(None).http == ("127.0.0.1", 8642)
    assert not config.load(None).http_named
    monkeypatch.setenv("NEWSBELL_HTTP", typed)
    settings = config.load(None)
    assert settings.http == read
    assert settings.http_named


@pytest.mark.parametrize("typed", ["8642", ":8642", "localhost", "127.0.0.1:99999", "http://a:1", "::1:80"])
def test_an_address_that_is_none_is_told(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "NEWSBELL_HTTP" in problems(monkeypatch, NEWSBELL_HTTP=typed)


def test_two_databases_have_two_marks_and_a_password_is_no_part_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def mark(url: str) -> str:
        monkeypatch.setenv("NEWSBELL_DATABASE_URL", url)
        return config.load(None).mark

    assert mark("sqlite:///a.db") != mark("sqlite:///b.db")
    assert mark("sqlite:///a.db") == mark(f"sqlite:///{Path('a.db').absolute()}")
    assert mark("postgresql://bell:one@db/news") == mark("postgresql://bell:two@db/news")
