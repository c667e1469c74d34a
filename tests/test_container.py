"""Whether the image would work: the Dockerfile's own steps in a clean venv, with the files that it copies."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text("utf-8")
SECRET = re.compile(r"TOKEN\s*[=:]\s*\S|xox[bp]-|xapp-|password\s*[=:]", re.IGNORECASE)
# what pip says when packages can't be had here, which is no fault of the Dockerfile
UNREACHABLE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ProxyError|Network is unreachable"
)


def steps(word: str) -> list[str]:
    """What follows an instruction, each time that it stands there."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.removeprefix(word).strip() for line in joined.splitlines() if line.startswith(f"{word} ")]


def _copy(folder: Path) -> None:
    for step in steps("COPY"):
        *given, place = step.split()
        for name in given:
            source, target = ROOT / name, folder / place
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a venv that went through the Dockerfile's steps."""
    folder = tmp_path_factory.mktemp("image")
    app = folder / "app"
    app.mkdir()
    _copy(app)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    ran = [step.split() for step in steps("RUN") if step.startswith("python -m pip")]
    assert any("--require-hashes" in step for step in ran)
    assert not any("-e" in step for step in ran)
    for step in ran:
        done = subprocess.run(
            [programs / "python", *step[1:]],
            cwd=app,
            env=_environment(),
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode and UNREACHABLE.search(done.stdout + done.stderr):
            pytest.skip("THE CONTAINER'S STEPS WERE NOT TESTED: no package can be fetched here")
        assert done.returncode == 0, done.stdout + done.stderr
    return programs


def _environment(**settings: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEWSBELL_", "PYTHON", "VIRTUAL_ENV", "SLACK_", "DISCORD_"))
    }
    return kept | settings


def _newsbell(installed: Path, folder: Path, verb: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [installed / "newsbell", verb],
        cwd=folder,
        env=_environment(NEWSBELL_DATABASE_URL=f"sqlite:///{folder}/newsbell.db"),
        check=False,
        capture_output=True,
        text=True,
    )


def test_what_is_installed_plays_the_demo(installed: Path, tmp_path: Path) -> None:
    played = _newsbell(installed, tmp_path, "demo")
    assert played.returncode == 0, played.stdout + played.stderr
    assert "$45B" in played.stdout


def test_the_health_check_tells_a_running_bot_from_none(installed: Path, tmp_path: Path) -> None:
    before = _newsbell(installed, tmp_path, "health")
    assert (before.returncode, before.stdout) == (1, "No bot has run on this database yet.\n")
    settings = {
        "NEWSBELL_DATABASE_URL": f"sqlite:///{tmp_path}/newsbell.db",
        "NEWSBELL_PACKS": "none",
        "NEWSBELL_TERMINAL": "off",
    }
    bot = subprocess.Popen(
        [installed / "newsbell", "run"],
        cwd=tmp_path,
        env=_environment(**settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(60):
            health = _newsbell(installed, tmp_path, "health")
            if health.returncode == 0:
                break
            time.sleep(0.5)
        assert health.returncode == 0, health.stdout + health.stderr
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(60) == 0
    finally:
        bot.kill()
        bot.wait()


def test_the_installed_package_says_that_it_is_typed(installed: Path) -> None:
    found = subprocess.run(
        [installed / "python", "-c", "import bot, pathlib; print(pathlib.Path(bot.__file__).parent)"],
        cwd=installed,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    package = Path(found.stdout.strip())
    assert ROOT not in package.parents
    assert (package / "py.typed").is_file()


def test_it_runs_without_rights_and_keeps_its_data_in_a_volume() -> None:
    (user,) = steps("USER")
    assert user not in ("root", "0")
    assert DOCKERFILE.index("\nUSER ") > DOCKERFILE.rindex("\nRUN ")
    assert steps("VOLUME") == ["/data"]
    assert "sqlite:////data/" in DOCKERFILE
    (check,) = steps("HEALTHCHECK")
    assert check.endswith('CMD ["newsbell", "health"]')
    assert steps("CMD") == ['["newsbell", "run"]']


def test_no_secret_is_baked_in() -> None:
    assert not SECRET.search(DOCKERFILE)
    assert not SECRET.search(COMPOSE)
    assert not any(name == "." or ".env" in name for step in steps("COPY") for name in step.split()[:-1])
    assert ".env" in (ROOT / ".dockerignore").read_text("utf-8").split()


def test_compose_builds_it_with_a_volume_and_settings_from_env() -> None:
    lines = [line.strip() for line in COMPOSE.splitlines()]
    for wanted in ("build: .", "- path: .env", "required: false", "- data:/data", "read_only: true"):
        assert wanted in lines
    assert COMPOSE.rstrip().endswith("volumes:\n  data:")
    (address,) = re.findall(r"NEWSBELL_DATABASE_URL: (\S+)", COMPOSE)
    assert f"NEWSBELL_DATABASE_URL={address}" in DOCKERFILE
    assert "privileged: true" not in COMPOSE


def test_compose_takes_every_right_away() -> None:
    lines = [line.strip() for line in COMPOSE.splitlines()]
    for right, what in (
        ("cap_drop:", "- ALL"),
        ("security_opt:", "- no-new-privileges:true"),
        ("tmpfs:", "- /tmp"),
    ):
        assert lines[lines.index(right) + 1] == what


def test_the_image_takes_a_python_that_the_package_supports() -> None:
    (image,) = steps("FROM")
    found = re.fullmatch(r"python:3\.(\d+)-slim", image)
    assert found
    assert int(found.group(1)) >= 11
