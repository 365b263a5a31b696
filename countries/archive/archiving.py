"""Keeping an archive: PostgreSQL's own programs receive what a server writes, and copy it whole.

The log is received, not sent: an archive that is away for a while stops no write, and what has come in is there within
the second, rather than when a segment of 16 MB is full. A slot on the server keeps what has not come in yet.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from countries.archive.archive import STAMP, Archive, ArchiveError, Copy
from countries.embedded.file_locks import alone
from countries.embedded.postgres_binaries import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from countries.connections.address import Address
    from countries.embedded.postgres_binaries import Binaries

SLOT = "hearth_archive"
STOP_SECONDS = 20
NO_SERVER = "Check HEARTH_REPLICATION_URL, the login's right to replicate and its line in pg_hba.conf."


@dataclass(frozen=True)
class ArchivedServer:
    """The server that is archived.

    Attributes:
        address: where it is; its URL names a login with the right to replicate.
        binaries: PostgreSQL's programs, of the server's major version.
        environment: further variables for them: a password, a password file.
    """

    address: Address
    binaries: Binaries
    environment: Mapping[str, str]

    def identify(self) -> tuple[str, str]:
        """The server's identifier, and its timeline as the archive's folders are named.

        Raises:
            ArchiveError: it does not answer this login.
        """
        system, timeline, *_ = self._ask("IDENTIFY_SYSTEM")
        return system, f"{int(timeline):08X}"

    def hold(self) -> None:
        """Let the server keep what the archive has not received yet, from this moment on.

        The slot that pg_receivewal makes keeps nothing until it has received something: a checkpoint in between would
        remove what it is about to ask for.

        Raises:
            ArchiveError: the server has no room for a slot.
        """
        kind, *_ = self._ask(f'READ_REPLICATION_SLOT "{SLOT}"')
        if not kind:
            self._ask(f'CREATE_REPLICATION_SLOT "{SLOT}" PHYSICAL (RESERVE_WAL)')

    def _ask(self, command: str) -> list[str]:
        """The one row that a command of the replication protocol answers with."""
        told = self.run(
            "psql", "--no-psqlrc", "--no-align", "--tuples-only", "--no-password", f"--command={command}",
            f"{self._url} replication=true",
        )  # fmt: skip
        return told.strip().split("|")

    def run(self, program: str, *arguments: str) -> str:
        """Run a program to its end; what it prints.

        Raises:
            ArchiveError: it fails; the sentence is its own last one.
        """
        ended = subprocess.run(  # noqa: S603 - PostgreSQL's own programs here and below, no shell
            [self._path(program), *arguments], check=False, capture_output=True, text=True, env=self._environment
        )
        if ended.returncode:
            raise ArchiveError(f"{program} fails: {said_by(ended.stderr)}.", NO_SERVER)
        return ended.stdout

    def connection(self) -> str:
        """How the programs find the server."""
        return f"--dbname={self._url}"

    @contextmanager
    def running(self, program: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """Run a program until the block ends, and let it write down what it holds."""
        process = subprocess.Popen(  # noqa: S603 - as above
            [self._path(program), *arguments], stderr=subprocess.PIPE, text=True, env=self._environment
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _path(self, program: str) -> str:
        return str(self.binaries.folder / program)

    @property
    def _url(self) -> str:
        """Without a password: a program's arguments are everybody's to read."""
        parts = urlsplit(self.address.dsn)
        words = {
            "host": parts.hostname, "port": parts.port, "user": self.address.login,
            **{name: value for name, value in parse_qsl(parts.query) if name != "password"},
            "application_name": SLOT,
        }  # fmt: skip
        return " ".join(f"{name}={_quoted(str(value))}" for name, value in words.items() if value is not None)

    @property
    def _environment(self) -> dict[str, str]:
        given = self.address.connect_arguments(self.address.login or "")
        secret = given.get("password") or _password_of(self.address.dsn)
        return {**ENVIRONMENT, **self.environment, **({"PGPASSWORD": secret} if secret else {})}


def receive(archive: Archive, source: ArchivedServer, tell: Callable[[str], None], *, keep: int) -> None:
    """Receive the server's log until it goes away, after a first copy where the timeline has none.

    Args:
        archive: where to.
        source: where from.
        tell: hears what happens, a sentence each.
        keep: how many copies stay when a first one of a timeline is made.

    Raises:
        ArchiveError: the archive is another server's, or the server goes away: whoever runs it begins anew.
    """
    system, timeline = source.identify()
    archive.belong_to(system)
    folder = archive.wal(timeline)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    source.hold()
    with source.running(
        "pg_receivewal", source.connection(), f"--directory={folder}", f"--slot={SLOT}", "--synchronous", "--no-loop",
        "--no-password",
    ) as receiver:  # fmt: skip
        tell(f"The log of timeline {int(timeline, 16)} is received.")
        if not any(copy.timeline == timeline for copy in archive.copies()):
            tell(told(make_copy(archive, source, keep=keep)))
        _, said = receiver.communicate()
    raise ArchiveError(f"pg_receivewal ended: {said_by(said)}.", "It is started again by whoever started it.")


def make_copy(archive: Archive, source: ArchivedServer, *, keep: int) -> Copy:
    """Make a whole copy of the server, check it, and remove what the copies that are kept do not need.

    Args:
        archive: where to.
        source: where from.
        keep: how many copies are kept, this one too.

    Raises:
        ArchiveError: the archive is another server's, the server refuses, or the copy is not what its list says.
    """
    system, timeline = source.identify()
    archive.belong_to(system)
    if not archive.wal(timeline).is_dir():
        raise ArchiveError(
            f"The log of timeline {int(timeline, 16)} is not received into {archive.folder}.",
            "Run hearth archive on that folder first, and leave it running: a copy alone brings back one instant.",
        )
    archive.base.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(archive.base):
        shutil.rmtree(archive.making, ignore_errors=True)
        source.run(
            "pg_basebackup", source.connection(), f"--pgdata={archive.making}", "--wal-method=stream",
            "--checkpoint=fast", "--manifest-checksums=SHA256", "--no-password",
        )  # fmt: skip
        verify(archive.making, source.binaries)
        # A name has whole seconds: the next one, because an instant before the copy was whole cannot be recovered.
        at = datetime.now(UTC) + timedelta(seconds=1)
        while (archive.base / at.strftime(STAMP)).exists():
            at += timedelta(seconds=1)
        archive.making.rename(archive.base / at.strftime(STAMP))
        archive.keep(keep)
        return archive.copies()[-1]


def verify(copy: Path, binaries: Binaries) -> None:
    """Compare a copy with the list of its files, their sizes and digests, and read the log that it begins with.

    Raises:
        ArchiveError: something is missing, too much, or another.
    """
    ended = subprocess.run(  # noqa: S603 - as above
        [str(binaries.folder / "pg_verifybackup"), "--quiet", "--exit-on-error", str(copy)],
        check=False, capture_output=True, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    if ended.returncode:
        raise ArchiveError(
            f"The copy {copy.name} is damaged: {said_by(ended.stderr)}.",
            "Recover from another copy, and look at the disk that this one lies on.",
        )


def told(copy: Copy) -> str:
    """That a copy was made."""
    return f"Copied the server: {copy.folder.name}."


def said_by(output: str) -> str:
    """The first sentence in which a program says what is wrong, else its last one; without its own name."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    wrong = [line.partition("error: ")[2] for line in lines if "error: " in line]
    return (wrong or lines[-1:] or ["it gave no reason"])[0].rstrip(".")


def _password_of(dsn: str) -> str | None:
    parts = urlsplit(dsn)
    return unquote(parts.password) if parts.password else dict(parse_qsl(parts.query)).get("password")


def _quoted(value: str) -> str:
    """A value as libpq reads it in a list of words."""
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
