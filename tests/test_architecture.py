"""The house rules that a machine can check: who may import whom, how long things are, what loads."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"

# a place and what it may import of ours; the longest matching place counts
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "bot.errors": (),
    "bot.config": ("bot", "bot.core", "bot.errors", "bot.written"),
    "bot.written": (),
    "bot.logs": (),
    "bot.answering": ("bot.commands", "bot.core", "bot.ports"),
    "bot.shipped": ("bot.core",),
    "bot.core": ("bot.core", "bot.errors"),
    "bot.ports": ("bot.core", "bot.errors", "bot.memory"),
    "bot.memory": ("bot.core", "bot.errors"),
    "bot.schedule": (),
    "bot.supervise": ("bot.errors", "bot.ports"),
    "bot.pipeline": ("bot", "bot.core", "bot.errors", "bot.pipeline", "bot.ports"),
    "bot.commands": ("bot.commands", "bot.core", "bot.errors", "bot.ports"),
    "bot.sources": ("bot", "bot.core", "bot.errors", "bot.ports", "bot.sources"),
    "bot.lookout": ("bot", "bot.core", "bot.errors", "bot.lookout"),
    "bot.store": ("bot.core", "bot.errors", "bot.ports", "bot.store"),
    "bot.summarise": ("bot.core", "bot.errors", "bot.ports", "bot.summarise"),
    "bot.chat": ("bot.chat", "bot.commands", "bot.core", "bot.errors", "bot.ports"),
    "bot.chat.slack": ("bot.chat", "bot.chat.slack", "bot.commands", "bot.core", "bot.errors", "bot.ports"),
    "bot.chat.discord": (
        "bot.chat",
        "bot.chat.discord",
        "bot.commands",
        "bot.core",
        "bot.errors",
        "bot.ports",
    ),
    "bot.chat.terminal": (
        "bot.chat",
        "bot.chat.terminal",
        "bot.commands",
        "bot.core",
        "bot.errors",
        "bot.ports",
    ),
}

# the four that know everything
KNOW_ALL = ("bot.app", "bot.opening", "bot.__main__", "bot.cli")

# what the core may use beside the standard library: libraries for text
TEXT_LIBRARIES = {"babel", "lark", "lxml", "rapidfuzz", "re2", "rensa", "sentencex"}

# what core, pipeline, commands and config must load without
HEAVY = (
    *("discord", "slack_bolt", "slack_sdk", "httpx", "aiohttp"),
    *("sqlalchemy", "aiosqlite", "asyncpg", "prometheus_client"),
)

# who may talk to the network beside the guarded client, and to whom
TALKS = {
    "bot.sources": "addresses that people and feeds give, all through the guarded client",
    "bot.chat.slack": "the platform, at an address from the settings",
    "bot.chat.discord": "the platform, at an address from the settings",
    "bot.summarise": "the model's endpoint, at an address from the settings",
    "bot.lookout": "those who ask us",
    "bot.cli.health": "our own pages",
    "bot.cli.demo": "itself",
}
NETWORK = {
    *("aiohttp", "httpx", "httpx_aiohttp", "requests", "urllib3", "socket", "ftplib"),
    *("urllib.request", "http.client"),
}

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(BOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively"
            # `from bot.core import facts` imports bot.core.facts
            found |= {
                f"{node.module}.{name.name}" if f"{node.module}.{name.name}" in MODULES else node.module
                for name in node.names
            }
    return found


def ours(names: set[str]) -> set[str]:
    return {name for name in names if name == "bot" or name.startswith("bot.")}


def within(name: str, place: str) -> bool:
    return name == place or (name.startswith(place + ".") and place != "bot")


def allowed(module: str) -> tuple[str, ...] | None:
    places = [place for place in MAY_IMPORT if within(module, place)]
    return MAY_IMPORT[max(places, key=len)] if places else None


@pytest.mark.parametrize("module", [name for name in MODULES if name != "bot"])
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    if any(within(module, place) for place in KNOW_ALL):
        return
    rule = allowed(module)
    assert rule is not None, f"{module} stands in no layer: add it to the table"
    wrong = {
        name for name in ours(imports(MODULES[module])) if not any(within(name, place) for place in rule)
    }
    assert not wrong, f"{module} may not import {sorted(wrong)}"


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "bot.core")])
def test_the_core_uses_text_libraries_alone(module: str) -> None:
    roots = {name.partition(".")[0] for name in imports(MODULES[module])} - {"bot"}
    assert roots <= TEXT_LIBRARIES | set(sys.stdlib_module_names)


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, "bot.core")])
def test_the_core_asks_no_clock(module: str) -> None:
    source = MODULES[module].read_text("utf-8")
    assert ".now(" not in source
    assert ".today(" not in source
    assert "time.time(" not in source


@pytest.mark.parametrize("module", list(MODULES))
def test_nothing_goes_out_beside_the_guarded_client(module: str) -> None:
    if not any(within(module, place) for place in TALKS):
        found = {name for name in imports(MODULES[module]) for place in NETWORK if within(name, place)}
        assert not found, f"{module} may not use {sorted(found)}: what goes out goes through bot.sources"


def test_among_the_sources_one_module_alone_opens_connections() -> None:
    openers = {
        module
        for module, path in MODULES.items()
        if within(module, "bot.sources")
        and re.search(r"ClientSession|AsyncClient\(|TCPConnector|socket\.socket\(", path.read_text("utf-8"))
    }
    # the client makes its transports in the module of the guard
    assert openers == {"bot.sources.connections", "bot.sources.http"}


def test_no_import_goes_in_a_circle() -> None:
    graph = {name: ours(imports(path)) & set(MODULES) for name, path in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        # a package's __init__ gathers its own modules, which may import their siblings
        assert name not in trail, " → ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for further in graph[name]:
                visit(further, (*trail, name))
            done.add(name)

    for name in MODULES:
        visit(name, ())


@pytest.mark.parametrize(
    "module", ["bot.pipeline", "bot.commands", "bot.config", "bot.core.query", "bot.core.facts"]
)
def test_the_inside_loads_without_any_platform_or_database(module: str) -> None:
    program = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("module", list(MODULES))
def test_files_and_functions_stay_short(module: str) -> None:
    source = MODULES[module].read_text("utf-8")
    assert source.count("\n") <= LONGEST_FILE
    long = [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > LONGEST_FUNCTION
    ]
    assert not long, f"over {LONGEST_FUNCTION} lines: {long}"


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A function's own lines: the signature and the docstring don't make it harder to follow."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_every_suppression_gives_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in [*BOT.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if path != Path(__file__) and re.search(r"# (noqa|type: ignore)", line)
        # the reason stands behind a dash, or for the type checker behind a second sign
        if not re.search(r"# noqa: [A-Z0-9, ]+ - \w|# type: ignore\[[a-z, -]+\]  # \w", line)
    ]
    assert not bare
