"""PostgreSQL servers on ports of this machine, with passwords, as containers have them: primaries and replicas."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from benchmarks.ports import claim_port
from countries.connections.address import Address
from countries.embedded.postgres import SUPERUSER, Binaries, find_binaries
from countries.embedded.postgres_binaries import ENVIRONMENT, server_account, usable_by

WAIT_SECONDS = 60.0
QUICK = {"fsync": "off", "full_page_writes": "off", "shared_buffers": "16MB", "max_connections": "60"}


class TcpPostgres:
    """A server of a test's own, on 127.0.0.1 alone, run by the same account as the embedded one.

    Args:
        folder: its data; made by `create`, or filled by whoever makes a replica.
        password: of the superuser.
    """

    def __init__(self, folder: Path, password: str) -> None:
        self.folder = folder
        self.password = password
        self.port = claim_port()
        self.log = folder.with_name(f"{folder.name}.log")
        folder.mkdir(mode=0o700, exist_ok=True)
        self._account = server_account(folder)
        self.binaries: Binaries = usable_by(self._account, find_binaries())
        self._process: subprocess.Popen[bytes] | None = None

    def create(self, *options: str) -> None:
        """An empty cluster, made with further options of `initdb`."""
        secret = self.folder.with_name(f"{self.folder.name}.password")
        secret.write_text(self.password)
        if self._account is not None:
            os.chown(secret, self._account.user, self._account.group)
        with secret.open() as given:
            self._run(
                "initdb", f"--username={SUPERUSER}", "--pwfile=/dev/stdin", "--auth=scram-sha-256", "--encoding=UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync", *options, stdin=given,
            )  # fmt: skip

    def follow(self, primary: TcpPostgres) -> None:
        """A copy of another server that will follow it."""
        self._run(
            "pg_basebackup", f"--dbname=postgresql://{SUPERUSER}@127.0.0.1:{primary.port}", "--write-recovery-conf",
            "--wal-method=stream", "--checkpoint=fast", "--no-sync", PGPASSWORD=primary.password,
        )  # fmt: skip

    def start(self, *options: str) -> Address:
        """Start it with further options of `postgres`, and wait until it takes connections."""
        settings = [f"-c{name}={value}" for name, value in QUICK.items()]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - PostgreSQL's own programs here and below, no shell
                [
                    str(self.binaries.folder / "postgres"), "-D", self._place, f"-cport={self.port}",
                    "-clisten_addresses=127.0.0.1", "-cunix_socket_directories=", *settings, *options,
                ],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **self._arguments,
            )  # fmt: skip
        deadline = time.monotonic() + WAIT_SECONDS
        while not self.is_ready():
            assert self._process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.02)
        return Address(f"postgresql://127.0.0.1:{self.port}/postgres", {SUPERUSER: self.password})

    def is_ready(self) -> bool:
        """Whether `pg_isready` says so."""
        asked = [str(self.binaries.folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(asked, check=False, env=ENVIRONMENT).returncode == 0  # noqa: S603 - as above

    def kill(self) -> None:
        """End it and all its processes at once: nothing is written, nobody is told."""
        self._signal(signal.SIGKILL)
        assert self._process is not None
        self._process.wait(WAIT_SECONDS)

    def freeze(self) -> None:
        """Halt all its processes in the middle of what they do: connections stay, answers do not come."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        server = self._process.pid
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        for process in (server, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(process, number)

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(WAIT_SECONDS)

    def _own(self) -> None:
        """Give the folder to the account that serves it."""
        if self._account is not None:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, self._account.user, self._account.group)

    @property
    def _place(self) -> str:
        # An account that may not read the folders above is put into its own.
        return str(self.folder) if self._account is None else "/proc/self/cwd"

    @property
    def account_arguments(self) -> dict[str, Any]:
        """What `subprocess` needs to run a program in the folder as the account that serves it."""
        self._own()
        return {"cwd": self.folder, **({} if self._account is None else self._account.process_arguments())}

    @property
    def _arguments(self) -> dict[str, Any]:
        return {"env": ENVIRONMENT, **self.account_arguments}

    def _run(self, program: str, *arguments: str, stdin: IO[str] | None = None, **environment: str) -> None:
        finished = subprocess.run(  # noqa: S603 - as above
            [str(self.binaries.folder / program), "-D", self._place, *arguments],
            check=False, capture_output=True, text=True, stdin=stdin,
            **{**self._arguments, "env": ENVIRONMENT | environment},
        )  # fmt: skip
        assert finished.returncode == 0, finished.stderr
