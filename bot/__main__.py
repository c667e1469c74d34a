"""The command line: `newsbell …` and `python -m bot …`.

Exit statuses: 0 done, 1 something is wrong (doctor), 2 misuse, 78 settings that can't be used.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from bot import __version__
from bot.errors import NewsbellError, SettingsError

# the status that sysexits.h keeps for configuration
_BAD_SETTINGS = 78

_ABOUT = "News alerts about the AI industry for Slack, Discord and the terminal."


# what argparse calls a set of commands
_Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the console script exits with what this returns."""
    _use_utf8()
    given = _parser().parse_args(arguments)
    start: Callable[[argparse.Namespace], int] = getattr(given, "start", _run)
    try:
        return start(given)
    except SettingsError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return _BAD_SETTINGS
    except NewsbellError as error:
        print(_clean(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our output has seen enough (| head); what Python still holds has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsbell", description=_ABOUT)
    parser.add_argument("--version", action="version", version=f"newsbell {__version__}")
    _add_once(parser)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND")
    run = verbs.add_parser("run", help="start the bot (what newsbell does without a command)")
    # SUPPRESS keeps what stood before the verb: newsbell --once run
    _add_once(run, default=argparse.SUPPRESS)
    run.set_defaults(start=_run)
    for name, start, about in (
        ("demo", _demo, "show the bot at work on recorded news; needs no network and no token"),
        ("read", _read, "read deals: one JSON object a line in, one out"),
        ("group", _group, "group articles into stories: one JSON object a line in, one out"),
        ("match", _match, "hold a watch against an article: one JSON object a line in, one out"),
        ("health", _health, "whether the bot on this database shows life; for a container's health check"),
        ("doctor", _doctor, "check settings, tokens, database, clock and sources"),
    ):
        verbs.add_parser(name, help=about).set_defaults(start=start)
    _add_backup(verbs)
    feed = verbs.add_parser("feed", help="read feed files: one JSON object a line in, one out, or FILE…")
    feed.add_argument(
        "files", nargs="*", metavar="FILE", help="feed files to show; without any, JSON lines are read"
    )
    feed.set_defaults(start=_feed)
    explain = verbs.add_parser("explain", help="show what Newsbell reads in a text, an address or a file")
    explain.add_argument(
        "what", nargs="*", metavar="TEXT|URL|FILE", help="without any, the text is read from stdin"
    )
    explain.set_defaults(start=_explain)
    trace = verbs.add_parser("trace", help="show the way of one article, from its feed to the posts")
    trace.add_argument("what", metavar="LINK|ALERT", help="an article's address, or an alert's number")
    trace.set_defaults(start=_trace)
    return parser


def _add_backup(verbs: _Verbs) -> None:
    backup = verbs.add_parser("backup", help="save the database, also while a bot runs on it")
    backup.add_argument(
        "file", nargs="?", metavar="FILE", help="a new file; without it, one in the folder of daily backups"
    )
    backup.set_defaults(start=_backup)
    restore = verbs.add_parser("restore", help="put a backup in the database's place; stop the bot first")
    restore.add_argument("file", metavar="FILE", help="a file that “newsbell backup” or the bot has made")
    restore.set_defaults(start=_restore)


def _add_once(parser: argparse.ArgumentParser, default: object = False) -> None:
    parser.add_argument(
        "--once", action="store_true", default=default, help="poll every source once, deliver, and end"
    )


def _run(given: argparse.Namespace) -> int:
    from bot import config, logs  # noqa: PLC0415 - each command loads only what it needs

    settings = config.load()
    from bot.cli import run  # noqa: PLC0415 - settings that can't be used are told before all is loaded
    from bot.lookout import Meters  # noqa: PLC0415 - see above

    meters = Meters() if settings.http and not given.once else None
    logs.set_up(
        level=settings.level(at_prompt=sys.stdin is not None and sys.stdin.isatty()),
        as_json=settings.log_format == "json",
        secrets=settings.secrets,
        listener=meters.note if meters else None,
    )
    from bot.cli.exposure import exposed  # noqa: PLC0415 - see above

    if mend := exposed():
        import structlog  # noqa: PLC0415 - only for this warning

        said = "other accounts can read .env and the tokens in it"
        structlog.get_logger().warning("settings.exposed", said=said, type_this=mend)
    if given.once:
        asyncio.run(run.once(settings))
    elif run.serve(settings, meters):
        run.begin_again()
    return 0


def _demo(_: argparse.Namespace) -> int:
    from bot.cli import demo  # noqa: PLC0415 - each command loads only what it needs

    return asyncio.run(demo.play())


def _read(_: argparse.Namespace) -> int:
    from bot.cli import protocol, read  # noqa: PLC0415 - each command loads only what it needs

    protocol.serve(read.answer, sys.stdin, sys.stdout)
    return 0


def _group(_: argparse.Namespace) -> int:
    from bot.cli import group, protocol  # noqa: PLC0415 - each command loads only what it needs

    protocol.serve(group.Grouper().answer, sys.stdin, sys.stdout)
    return 0


def _match(_: argparse.Namespace) -> int:
    from bot.cli import match, protocol  # noqa: PLC0415 - each command loads only what it needs

    protocol.serve(match.matcher(), sys.stdin, sys.stdout)
    return 0


def _feed(given: argparse.Namespace) -> int:
    from bot.cli import feed, protocol  # noqa: PLC0415 - each command loads only what it needs

    if given.files:
        return feed.show(given.files)
    protocol.serve(feed.answer, sys.stdin, sys.stdout)
    return 0


def _explain(given: argparse.Namespace) -> int:
    from bot.cli import explain  # noqa: PLC0415 - each command loads only what it needs

    return asyncio.run(explain.explain(" ".join(given.what)))


def _trace(given: argparse.Namespace) -> int:
    from bot.cli import trace  # noqa: PLC0415 - each command loads only what it needs

    return asyncio.run(trace.trace(given.what))


def _doctor(_: argparse.Namespace) -> int:
    from bot.cli import doctor  # noqa: PLC0415 - each command loads only what it needs

    return asyncio.run(doctor.examine())


def _health(_: argparse.Namespace) -> int:
    from bot import config  # noqa: PLC0415 - each command loads only what it needs
    from bot.cli import health  # noqa: PLC0415 - see above

    return asyncio.run(health.health(config.load()))


def _backup(given: argparse.Namespace) -> int:
    from bot import config  # noqa: PLC0415 - each command loads only what it needs
    from bot.cli import backup  # noqa: PLC0415 - see above

    return asyncio.run(backup.save(config.load(), given.file))


def _restore(given: argparse.Namespace) -> int:
    from bot import config  # noqa: PLC0415 - each command loads only what it needs
    from bot.cli import backup  # noqa: PLC0415 - see above

    return asyncio.run(backup.bring_back(config.load(), given.file))


def _clean(error: Exception) -> str:
    """The words of an error without any secret of the settings."""
    from bot import config, logs  # noqa: PLC0415 - only for an error

    try:
        secrets = config.load().secrets
    except SettingsError:
        secrets = ()
    return logs.Blot(secrets).text(str(error))


def _use_utf8() -> None:
    """Speak UTF-8 whatever the locale says: half of the news isn't ASCII, and a log must not end the bot."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
