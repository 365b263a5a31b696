"""The embedded PostgreSQL: the database that comes with the package, in a folder of its own.

    .hearth/                 0700
    ├─ data/                 the cluster; belongs to the account that runs the server; the socket is in it
    ├─ initialising/         a cluster in the making; renamed to data/ when it is whole
    ├─ passwords.json        0600, one random password a login
    ├─ postgres.log          the server's own log: no statement, no parameter, no value
    ├─ start.lock            held while somebody starts or stops the server
    ├─ users.lock            shared by every process that uses the server; the last one stops it
    └─ server.lock           held by the server itself and all its processes, however they came to lose their launcher

The server listens on a Unix socket alone. Started by root it runs as an unprivileged account, which cannot read the
folders above its data: it is put into `data/` before it changes account and knows the place as `/proc/self/cwd`.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from countries.connections.address import Address
from countries.embedded import file_locks
from countries.embedded.postgres_binaries import Binaries, find_binaries, server_account, usable_by
from countries.embedded.postgres_cluster import SUPERUSER, Cluster
from countries.embedded.postgres_error import PostgresError
from countries.embedded.postgres_passwords import complete_passwords, read_passwords
from countries.embedded.postgres_process import ask_to_stop, find_postmaster, wait_until_gone
from countries.embedded.postgres_socket import PORT, forget_link, reachable_folder

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

__all__ = ["SUPERUSER", "Binaries", "EmbeddedPostgres", "PostgresError", "find_binaries"]

START_SECONDS = 300.0  # a recovery after a kill reads everything since the last checkpoint again
STOP_SECONDS = 60.0  # the last checkpoint writes what memory holds
QUIET_SECONDS = 60.0  # for what a killed server left at work
POLL_SECONDS = 0.01
NO_SETTINGS: Mapping[str, str] = MappingProxyType({})


class EmbeddedPostgres:
    """A PostgreSQL server of our own, shared by all processes that name the same folder.

    Every call may wait for the disk and for other processes: from a coroutine, call it in a thread.

    Args:
        data_dir: the folder for everything; made when it is missing.
        binaries: the programs to run, from `find_binaries`.
        logins: who needs a password, beside the superuser. The roles themselves are made elsewhere.
        settings: server settings beside the defaults, such as `{"fsync": "off"}`; a server that already runs
            keeps the settings it was started with.
    """

    def __init__(
        self,
        data_dir: Path,
        binaries: Binaries,
        *,
        logins: Sequence[str] = (),
        settings: Mapping[str, str] = NO_SETTINGS,
    ) -> None:
        self.data_dir = data_dir.expanduser().resolve()
        self.log = self.data_dir / "postgres.log"
        self._data = self.data_dir / "data"
        self._binaries = binaries
        self._logins = (SUPERUSER, *logins)
        self._settings = settings
        self._passwords_file = self.data_dir / "passwords.json"
        self._server_lock = self.data_dir / "server.lock"
        self._use: int | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Address:
        """Use the server, starting or making it where needed; once more, it looks after a server that died.

        Raises:
            PostgresError: it cannot be had. A database that was there is untouched, and no server of ours stays behind.
        """
        with self._explained():
            self._refuse_lost_passwords()  # and another version, before anything is written
        with self._alone():
            self._refuse_lost_passwords()
            passwords = complete_passwords(self._passwords_file, self._logins)
            if self._use is None:
                self._use = file_locks.share(self.data_dir / "users.lock")
            try:
                self._ensure_running(passwords[SUPERUSER])
                host = reachable_folder(self._data)
            except BaseException:
                self._leave()
                raise
        dsn = f"postgresql:///postgres?{urlencode({'host': str(host), 'port': PORT}, quote_via=quote)}"
        return Address(dsn, {login: passwords[login] for login in self._logins})

    def stop(self) -> None:
        """Leave the server; the last process to leave stops it and waits for its end. A second call does nothing.

        Raises:
            PostgresError: the server does not end.
        """
        if self._use is None:
            return
        if not self.data_dir.is_dir():
            self._abandon()
            return
        with self._alone():
            self._leave()

    def password_for(self, login: str) -> str:
        """The password of a login in this folder, made now if it had none."""
        with self._alone():
            return complete_passwords(self._passwords_file, [login])[login]

    def __enter__(self) -> Address:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _cluster(self) -> Cluster:
        return Cluster(self._data, self.log, self._binaries, settings=self._settings)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from starting and stopping meanwhile."""
        with self._explained():
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                lock = file_locks.take(self.data_dir / "start.lock", START_SECONDS)
            except TimeoutError:
                raise PostgresError(
                    f"Another process keeps starting or stopping PostgreSQL in {self.data_dir}.",
                    "Wait for it, or end it, and try again.",
                ) from None
            try:
                yield
            finally:
                os.close(lock)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what the operating system refuses into a sentence."""
        try:
            yield
        except OSError as error:
            raise PostgresError(
                f"The data folder {self.data_dir} cannot be used: {error.strerror}.",
                "Run as the user that owns it, or choose another data folder.",
            ) from error

    def _refuse_lost_passwords(self) -> None:
        if self._cluster().exists() and SUPERUSER not in read_passwords(self._passwords_file):
            raise PostgresError(
                f"{self._passwords_file} is missing; without it the database beside it cannot be opened.",
                "Restore the file from a backup, or choose another data folder.",
            )

    def _ensure_running(self, password: str) -> None:
        """Return when the server takes connections: one that runs already, else one that is started now."""
        deadline = time.monotonic() + START_SECONDS
        begin: int | None = None
        while (server := find_postmaster(self._data)) is None or not server.ready:
            if server is None and begin is None:
                begin = self._cluster().begin_log()
                self._process = self._launch(password)
            if begin is not None and self._process is not None and self._process.poll() is not None:
                raise PostgresError(
                    f"PostgreSQL did not start: {self._cluster().failure(begin)}.", f"Its log is {self.log}."
                )
            if time.monotonic() > deadline:
                raise PostgresError("PostgreSQL takes too long to start.", f"Its log is {self.log}.")
            time.sleep(POLL_SECONDS)

    def _launch(self, password: str) -> subprocess.Popen[bytes]:
        account = server_account(self._data)
        cluster = replace(self._cluster(), account=account, binaries=usable_by(account, self._binaries))
        with self._quiet() as lock:
            if self._process is not None:
                self._process.wait(STOP_SECONDS)  # a child that was killed keeps its id until somebody asks after it
            if not cluster.exists():
                cluster.create(self.data_dir / "initialising", password, lock)
            return cluster.launch(lock)

    @contextmanager
    def _quiet(self) -> Iterator[int]:
        """Hold the server's lock, which no process of an earlier server holds any more."""
        try:
            lock = file_locks.take(self._server_lock, QUIET_SECONDS)
        except TimeoutError:
            raise PostgresError(
                f"Processes of an earlier PostgreSQL still work in {self._data}.",
                "Wait for their end or end them; another container may be using the same folder.",
            ) from None
        try:
            yield lock
        finally:
            os.close(lock)

    def _leave(self) -> None:
        """Give up our use, and stop the server where it was the last one."""
        if self._use is not None:
            os.close(self._use)
            self._use = None
        last = file_locks.take_if_free(self.data_dir / "users.lock")
        try:
            if last is not None:
                self._stop_server()
        finally:
            if last is not None:
                os.close(last)
            self._let_go()

    def _stop_server(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        else:
            ask_to_stop(self._data)
        try:
            wait_until_gone(self._data, STOP_SECONDS)
            os.close(file_locks.take(self._server_lock, STOP_SECONDS))
        except TimeoutError:
            raise PostgresError(
                f"PostgreSQL in {self.data_dir} does not stop.", f"Its log is {self.log}; kill -QUIT ends it at once."
            ) from None
        if self._process is not None:
            self._process.wait(STOP_SECONDS)
        forget_link(self._data)

    def _abandon(self) -> None:
        """End a server whose folder somebody removed: it has nothing left to save."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(STOP_SECONDS)
        if self._use is not None:
            os.close(self._use)
            self._use = None
        self._let_go()

    def _let_go(self) -> None:
        """Stop minding the child: where it still runs, it serves others and outlives us."""
        if self._process is not None and self._process.poll() is None:
            self._process.returncode = 0  # or subprocess warns of a child that is left behind
        self._process = None
