"""Settings from the environment and `.env`. Importing this module reads nothing; `load` does."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import written
from bot.core.model import Channel
from bot.errors import SettingsError

_WRITTEN: Mapping[str, Callable[[str], object]] = {
    "packs": written.packs,
    "http": written.address,
    "private_hosts": written.hosts,
    "backups": written.backups,
}


class TerminalMode(StrEnum):
    """Whether the terminal is a chat: `auto` when stdin is a terminal, `on` also through a pipe, `off`."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class LogFormat(StrEnum):
    """How log lines look: for people or for machines."""

    CONSOLE = "console"
    JSON = "json"


class LogLevel(StrEnum):
    """The least important kind of log line that is written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Settings(BaseSettings):
    """Everything that can be set, each with its default; an empty value counts as not set."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, extra="ignore", frozen=True, populate_by_name=True
    )

    slack_bot_token: SecretStr | None = Field(None, alias="SLACK_BOT_TOKEN")
    slack_app_token: SecretStr | None = Field(None, alias="SLACK_APP_TOKEN")
    discord_token: SecretStr | None = Field(None, alias="DISCORD_TOKEN")
    database_url: SecretStr = Field(SecretStr("sqlite:///data/newsbell.db"), alias="NEWSBELL_DATABASE_URL")
    backups: str = Field("on", alias="NEWSBELL_BACKUPS")
    packs: Annotated[tuple[str, ...], NoDecode] = Field(("ai",), alias="NEWSBELL_PACKS")
    poll_minutes: float = Field(3, alias="NEWSBELL_POLL_MINUTES")
    max_age_days: float = Field(7, alias="NEWSBELL_MAX_AGE_DAYS")
    admin: Channel | None = Field(None, alias="NEWSBELL_ADMIN")
    terminal: TerminalMode = Field(TerminalMode.AUTO, alias="NEWSBELL_TERMINAL")
    log_level: LogLevel = Field(LogLevel.INFO, alias="NEWSBELL_LOG_LEVEL")
    log_format: LogFormat = Field(LogFormat.CONSOLE, alias="NEWSBELL_LOG_FORMAT")
    private_hosts: bool | frozenset[str] = Field(default=False, alias="NEWSBELL_ALLOW_PRIVATE_HOSTS")
    fetch_pages: bool = Field(default=True, alias="NEWSBELL_FETCH_PAGES")
    llm_url: str = Field("", alias="NEWSBELL_LLM_URL")
    llm_key: SecretStr | None = Field(None, alias="NEWSBELL_LLM_KEY")
    llm_model: str = Field("", alias="NEWSBELL_LLM_MODEL")
    llm_monthly_tokens: int = Field(1_000_000, alias="NEWSBELL_LLM_MONTHLY_TOKENS", gt=0)
    http: Annotated[tuple[str, int] | None, NoDecode] = Field(("127.0.0.1", 8642), alias="NEWSBELL_HTTP")
    repeat_unanswered: bool = Field(default=True, alias="NEWSBELL_REPEAT_UNANSWERED")
    slack_history: bool = Field(default=True, alias="NEWSBELL_SLACK_HISTORY")
    slack_url: str = Field("", alias="NEWSBELL_SLACK_URL")
    discord_url: str = Field("", alias="NEWSBELL_DISCORD_URL")

    @field_validator("packs", "http", "private_hosts", "backups", mode="before")
    @classmethod
    def _read(cls, value: object, about: ValidationInfo) -> object:
        return _WRITTEN[str(about.field_name)](value) if isinstance(value, str) else value

    @field_validator("admin", mode="before")
    @classmethod
    def _parse_admin(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        channel = Channel.parse(value)
        if channel.platform not in ("slack", "discord"):
            raise ValueError("write slack:C0123 or discord:1234")
        return channel

    @field_validator("terminal", "log_level", "log_format", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown: every token and key, and the database's password."""
        given = (self.slack_bot_token, self.slack_app_token, self.discord_token, self.llm_key)
        tokens = tuple(token.get_secret_value() for token in given if token)
        addresses = (self.database_url.get_secret_value(), self.slack_url, self.discord_url)
        return (*tokens, *filter(None, map(_password, addresses)))

    @property
    def http_named(self) -> bool:
        """Whether a person chose the address of the web server."""
        return "http" in self.model_fields_set

    @property
    def mark(self) -> str:
        """Eight characters for this database, so that two bots on one machine aren't taken for each other.

        The password is no part of it.
        """
        url = self.database_url.get_secret_value()
        scheme, _, rest = url.partition("://")
        where = str(Path(rest[1:]).absolute()) if scheme == "sqlite" else rest.rpartition("@")[2]
        return blake2b(where.encode("utf-8", "replace"), digest_size=4).hexdigest()

    def level(self, *, at_prompt: bool) -> str:
        """The log's level; where a person reads and types, info lines would only be in the way."""
        quiet = at_prompt and self.terminal is not TerminalMode.OFF and self.log_level is LogLevel.INFO
        return LogLevel.WARNING if quiet else self.log_level

    @property
    def poll_interval(self) -> timedelta:
        """How long a healthy source rests between two polls."""
        return timedelta(minutes=self.poll_minutes)

    @property
    def max_age(self) -> timedelta:
        """How old an item may be, when first seen, and still ring."""
        return timedelta(days=self.max_age_days)

    @property
    def slack(self) -> tuple[str, str] | None:
        """The bot and the app token, when Slack is set up."""
        if self.slack_bot_token is None or self.slack_app_token is None:
            return None
        return self.slack_bot_token.get_secret_value(), self.slack_app_token.get_secret_value()

    @property
    def discord(self) -> str | None:
        """The bot token, when Discord is set up."""
        return self.discord_token.get_secret_value() if self.discord_token else None


def load(env_file: Path | None = Path(".env"), environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings. Raises SettingsError with every problem in a sentence of its own.

    The environment wins over `.env`. `environment` stands in for the process's own in tests.
    """
    given: dict[str, str] = {**_read_file(env_file), **(os.environ if environment is None else environment)}
    known = {str(field.alias) for field in Settings.model_fields.values()}
    values = {name: value for name, value in given.items() if name in known and value.strip()}
    problems: list[str] = []
    settings = None
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        problems += [_sentence(str(detail["loc"][0]), values) for detail in _once(error)]
    problems += _cross_check(values)
    problems += [
        f"{name} is no setting of Newsbell{_nearest(name, known)}."
        for name in sorted(_strangers(given, known))
    ]
    if problems or settings is None:
        raise SettingsError(tuple(problems))
    return settings


def _password(address: str) -> str:
    """The password in an address, also in one that can't be taken apart."""
    found = re.match(r"[a-z0-9+.-]*://[^/@]*?:(.*)@", address, re.IGNORECASE)
    return found[1] if found else ""


def _once(error: ValidationError) -> list[Any]:
    """One detail a setting: a union reports each of its members."""
    return list({str(detail["loc"][0]): detail for detail in error.errors()}.values())


def _read_file(path: Path | None) -> dict[str, str]:
    if path is None or not path.is_file():
        return {}
    # pydantic-settings brings python-dotenv, whose quoting rules people know
    from dotenv import dotenv_values  # noqa: PLC0415 - not needed where the environment says it all

    return {name: value for name, value in dotenv_values(path).items() if value is not None}


def _strangers(given: Mapping[str, str], known: set[str]) -> set[str]:
    return {name for name in given if name.startswith("NEWSBELL_")} - known


def _nearest(name: str, known: set[str]) -> str:
    from rapidfuzz.process import extractOne  # noqa: PLC0415 - only for a mistake

    found = extractOne(name, sorted(known), score_cutoff=80)
    return f": did you mean {found[0]}" if found else "; .env.example lists them all"


_EXPECTED = {
    "NEWSBELL_POLL_MINUTES": "a number of minutes above 0, such as 3 or 0.1",
    "NEWSBELL_MAX_AGE_DAYS": "a number of days above 0, such as 7",
    "NEWSBELL_ADMIN": "slack:C0123 or discord:1234",
    "NEWSBELL_TERMINAL": "auto, on or off",
    "NEWSBELL_LOG_LEVEL": "debug, info, warning or error",
    "NEWSBELL_LOG_FORMAT": "console or json",
    "NEWSBELL_FETCH_PAGES": "on or off",
    "NEWSBELL_LLM_MONTHLY_TOKENS": "a whole number above 0, such as 1000000",
    "NEWSBELL_HTTP": "an address and a port, such as 127.0.0.1:8642, or off",
    "NEWSBELL_SLACK_HISTORY": "on or off",
    "NEWSBELL_REPEAT_UNANSWERED": "on or off",
    "NEWSBELL_ALLOW_PRIVATE_HOSTS": "off, on, or hosts such as rsshub:1200 with commas between them",
}


def _sentence(name: str, values: Mapping[str, Any]) -> str:
    return f"{name} is {values.get(name)!r}; write {_EXPECTED.get(name, 'another value')}."


def _cross_check(values: Mapping[str, str]) -> list[str]:
    problems = []
    for one, other in (("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"), ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN")):
        if one in values and other not in values:
            problems.append(
                f"{one} is set but {other} is not; Slack needs both (docs/slack.md shows where to find them)."
            )
    problems += _check_model(values)
    for name, start in (("SLACK_BOT_TOKEN", "xoxb-"), ("SLACK_APP_TOKEN", "xapp-")):
        if name in values and not values[name].startswith(start):
            # the value is a secret and stays out of the sentence
            problems.append(f"{name} does not start with {start}; it is another kind of token.")
    for name in ("NEWSBELL_POLL_MINUTES", "NEWSBELL_MAX_AGE_DAYS"):
        if _is_number(values.get(name, "1")) and not 0 < float(values.get(name, "1")) < 1e6:
            problems.append(_sentence(name, values))
    url = values.get("NEWSBELL_DATABASE_URL", "sqlite:///x")
    if not re.match(r"(sqlite:///.|postgresql://.)", url):
        # a mistyped URL may still hold a password
        problems.append(
            "NEWSBELL_DATABASE_URL can't be used; write sqlite:///path/to/file.db or postgresql://user:password@host/name."
        )
    return problems


def _check_model(values: Mapping[str, str]) -> list[str]:
    problems = []
    url = values.get("NEWSBELL_LLM_URL", "")
    if url and not re.match(r"https?://[^/?#@\s]+(?:/[^?#\s]*)?$", url):
        # a password or a key in an address stays out of the sentence
        problems.append(
            "NEWSBELL_LLM_URL can't be used; write http:// or https://, a host and a path; no user, no query."
        )
    pair = ("NEWSBELL_LLM_URL", "NEWSBELL_LLM_MODEL")
    for one, other in (pair, pair[::-1]):
        if one in values and other not in values:
            problems.append(f"{one} is set but {other} is not; summaries by a model need both.")
    return problems


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
