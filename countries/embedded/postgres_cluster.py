"""One PostgreSQL data folder: made, checked, and served by a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from countries.embedded.postgres_binaries import ENVIRONMENT, Account, Binaries
from countries.embedded.postgres_error import PostgresError
from countries.embedded.postgres_passwords import write_privately
from countries.embedded.postgres_process import cluster_name, forget_dead_postmaster
from countries.embedded.postgres_socket import PORT
from countries.tenancy.logins import quiet

if TYPE_CHECKING:
    from collections.abc import Mapping

SUPERUSER = "postgres"
VERSION_FILE = "PG_VERSION"
DEFAULTS = {
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # The log tells of every error, with its SQLSTATE and login: a full disk is to be seen. It must hold no child's
    # name: no statement, no parameter, and no DETAIL (there stand the values of a duplicate, the statement of a killed
    # process). A sentence itself quotes a value only where text is read as something else, which no statement of
    # ours has PostgreSQL do; of what people type, no error is told (`logins.TYPED_BY_HAND`).
    "log_line_prefix": "%m [%p] %e %u ",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_messages": "error",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
}
# What the address and the recognition of the server depend on: nobody's to change.
FIXED = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_directories": ".",
    "unix_socket_permissions": "0700",
}
_LARGEST_LOG = 10_000_000  # bytes


@dataclass(frozen=True)
class Cluster:
    """A data folder and what serves it.

    Attributes:
        folder: PostgreSQL's data folder.
        log: where the server writes.
        binaries: the programs, where the account can run them.
        account: who runs them; ourselves where nothing is said.
        settings: server settings that replace or add to the defaults.
    """

    folder: Path
    log: Path
    binaries: Binaries
    account: Account | None = None
    settings: Mapping[str, str] = field(default_factory=dict)

    def exists(self) -> bool:
        """Whether there is a cluster that these programs can serve.

        Raises:
            PostgresError: the folder belongs to another major version, or to something else.
        """
        try:
            found = (self.folder / VERSION_FILE).read_text().strip()
        except FileNotFoundError:
            self._refuse_other_content()
            return False
        if found != str(self.binaries.major):
            raise PostgresError(
                f"{self.folder} was made by PostgreSQL {found}; these programs are PostgreSQL {self.binaries.version}.",
                f"Name a folder with PostgreSQL {found}'s programs in HEARTH_PG_BIN, carry the data over with pg_dump"
                " or pg_upgrade, or choose another data folder.",
            )
        return True

    def create(self, workshop: Path, password: str, lock: int) -> None:
        """Make the cluster beside its place and move it there when it is whole.

        Args:
            workshop: a folder for the making; what an interrupted attempt left in it is removed.
            password: of the superuser.
            lock: a descriptor that initdb holds while it works, however its launcher ends.

        Raises:
            PostgresError: initdb refuses.
        """
        shutil.rmtree(workshop, ignore_errors=True)
        making = workshop / "data"
        workshop.mkdir(mode=0o700)
        making.mkdir(mode=0o700)
        secret = workshop / "password"
        write_privately(secret, password)
        for path in (workshop, making, secret):
            self._hand_over(path)
        command = [str(self.binaries.folder / "initdb"), "-D", self._place(making), *self._initdb_options()]
        finished = subprocess.run(  # noqa: S603 - our own program, arguments without outside input, no shell
            command,
            cwd=making,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
            pass_fds=(lock,),
            **self._process_arguments(),
        )
        if finished.returncode != 0:
            shutil.rmtree(workshop, ignore_errors=True)
            raise PostgresError(
                f"PostgreSQL could not make a database in {self.folder}: {_reason(finished.stderr, 'error:')}.",
                "Look for free space and for a file system that keeps owners and modes.",
            )
        self._keep_quiet(making, lock)
        making.rename(self.folder)
        shutil.rmtree(workshop)

    def _keep_quiet(self, making: Path, lock: int) -> None:
        """Keep out of the log what a superuser types, before anybody can: by the one way in while no server runs."""
        subprocess.run(  # noqa: S603 - our own program, arguments from our own code, no shell
            [str(self.binaries.folder / "postgres"), "--single", "-D", self._place(making), "postgres"],
            cwd=making,
            env=ENVIRONMENT,
            input=f"{quiet(SUPERUSER)};\n",
            capture_output=True,
            text=True,
            check=False,  # whoever migrates does it too
            pass_fds=(lock,),
            **self._process_arguments(),
        )

    def launch(self, lock: int) -> subprocess.Popen[bytes]:
        """Start the server; returns at once.

        Args:
            lock: a descriptor that the server and its processes hold as long as one of them lives.

        Raises:
            PostgresError: a PostgreSQL that somebody else started works in the folder.
        """
        forget_dead_postmaster(self.folder)
        if self.account is not None and self.folder.stat().st_uid == 0:
            self._hand_over_all()
        settings = {**DEFAULTS, **self.settings, **FIXED, "cluster_name": cluster_name(self.folder)}
        command = [str(self.binaries.folder / "postgres"), "-D", self._place(self.folder)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with _opened_log(self.log) as log:
            # A session of its own, or Ctrl-C would stop PostgreSQL before the requests in flight are answered.
            return subprocess.Popen(  # noqa: S603 - our own program, arguments from our own code, no shell
                command,
                cwd=self.folder,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=(lock,),
                **self._process_arguments(),
            )

    def begin_log(self) -> int:
        """Where in the log the next start will write; a long log is put aside first."""
        size = self.log.stat().st_size if self.log.exists() else 0
        if size <= _LARGEST_LOG:
            return size
        self.log.replace(self.log.with_name(f"{self.log.name}.1"))
        return 0

    def failure(self, log_offset: int) -> str:
        """Why the server ended, from what it wrote behind this position of its log."""
        with self.log.open("rb") as log:
            log.seek(log_offset)
            return _reason(log.read().decode(errors="replace"), "FATAL:")

    def _initdb_options(self) -> list[str]:
        options = [
            f"--username={SUPERUSER}",
            "--pwfile=../password",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
        ]
        return [*options, "--no-sync"] if self.settings.get("fsync") == "off" else options

    def _place(self, folder: Path) -> str:
        """How the server is told its folder, which is also where it is started."""
        return "/proc/self/cwd" if self.account is not None and sys.platform == "linux" else str(folder)

    def _process_arguments(self) -> dict[str, Any]:
        return {} if self.account is None else self.account.process_arguments()

    def _hand_over(self, path: Path) -> None:
        if self.account is not None:
            os.chown(path, self.account.user, self.account.group, follow_symlinks=False)

    def _hand_over_all(self) -> None:
        """Give the account a cluster that root owns, as after a restored backup."""
        for parent, folders, files in os.walk(self.folder):
            for name in (*folders, *files):
                self._hand_over(Path(parent, name))
        self._hand_over(self.folder)

    def _refuse_other_content(self) -> None:
        if self.folder.exists() and any(self.folder.iterdir()):
            raise PostgresError(
                f"{self.folder} holds files, but no database.",
                "Move them away, or choose another data folder.",
            )


def _opened_log(log: Path) -> Any:  # noqa: ANN401 - whatever os.fdopen gives; used as a context alone
    return os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600), "ab")


def _reason(output: str, mark: str) -> str:
    """The first sentence behind the mark; PostgreSQL's messages about itself carry nobody's data."""
    for line in output.splitlines():
        _, found, sentence = line.partition(mark)
        if found:
            return sentence.strip().rstrip(".")
    return "it gave no reason"
