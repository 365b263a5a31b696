"""A server brought back from its archive, as it was at an instant: into a folder for good, or for a look.

For good, the folder is left as PostgreSQL recovers it when it is started. For a look, it is recovered at once by a
server without a network, on a socket that nobody else can reach, and removed afterwards.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from countries.archive.archive import PARTIAL, Archive, ArchiveError, Copy
from countries.archive.archiving import verify
from countries.connections.address import Address
from countries.embedded.postgres_binaries import ENVIRONMENT, Account, Binaries, server_account, usable_by
from countries.embedded.postgres_cluster import VERSION_FILE, Cluster
from countries.embedded.postgres_process import ask_to_stop, find_postmaster, wait_until_gone
from countries.embedded.postgres_socket import PORT, forget_link, reachable_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMMIT = re.compile(r"desc: COMMIT(?:_PREPARED)? (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+) UTC")
POLL_SECONDS = 0.1
STOP_SECONDS = 60.0
MARK = "# until it is recovered"
FORGET = f"sed -i '/{MARK}$/d' postgresql.auto.conf"
"""A server that is copied from the recovered one would look for its instant too, and end when it is promoted."""
UNREADABLE = 200
"""How the command that fetches the log ends where the archive is away, closed to PostgreSQL's account, or damaged."""
TRUST = "local all all trust\n"
"""Who may log in to a server for a look: whoever reaches its socket, which is in a folder of ours with mode 0700."""


@dataclass(frozen=True)
class Recovery:
    """What is to be brought back.

    Attributes:
        archive: where from.
        copy: the copy that it begins with.
        until: the instant; as far as the log goes where there is none.
        newest: when what is newest in the log was written; none where nothing was since the copy.
        binaries: PostgreSQL's programs.
    """

    archive: Archive
    copy: Copy
    until: datetime | None
    newest: datetime | None
    binaries: Binaries

    @classmethod
    def plan(cls, archive: Archive, until: datetime | None, binaries: Binaries) -> Recovery:
        """Choose the copy, and make sure that it and the log behind it are whole.

        Raises:
            ArchiveError: there is no copy from before, it is damaged, of another PostgreSQL, or a segment is missing.
        """
        copy = archive.copy_before(until)
        made_by = (copy.folder / VERSION_FILE).read_text(encoding="ascii").strip()
        if made_by != str(binaries.major):
            raise ArchiveError(
                f"The copy {copy.folder.name} was made by PostgreSQL {made_by}; these programs are {binaries.version}.",
                f"Name a folder with PostgreSQL {made_by}'s programs in HEARTH_PG_BIN.",
            )
        verify(copy.folder, binaries)
        reach = archive.reach(copy)
        if reach.missing is not None:
            raise ArchiveError(
                f"The segment {reach.missing} is missing, and later ones are there.",
                "Bring it back from wherever the archive is copied to, or move the later ones away to recover so far.",
            )
        newest = _newest_commit(reach.segments, binaries)
        # PostgreSQL refuses an instant after which nothing was written: it cannot know that it has come so far.
        behind = until is not None and (newest is None or newest <= until)
        return cls(archive, copy, None if behind else until, newest, binaries)

    def fill(self, folder: Path) -> None:
        """Make a data folder that PostgreSQL recovers when it is started on it.

        Raises:
            ArchiveError: something is in the folder already. It is not touched.
        """
        self._refuse_content(folder)
        making = folder.with_name(f"{folder.name}.recovering")
        shutil.rmtree(making, ignore_errors=True)
        making.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copytree(self.copy.folder, making, symlinks=True)
        making.chmod(0o700)
        settings = {**self.settings(self.archive.folder.resolve() / "wal"), "recovery_end_command": FORGET}
        # What stands last in this file counts.
        with (making / "postgresql.auto.conf").open("a", encoding="utf-8") as file:
            for name, value in settings.items():
                file.write(f"{name} = '{value.replace(chr(39), chr(39) * 2)}' {MARK}\n")
        (making / "recovery.signal").touch(mode=0o600)
        os.sync()
        if folder.exists():
            folder.rmdir()
        making.rename(folder)

    def settings(self, wal: Path) -> dict[str, str]:
        """What tells PostgreSQL where the log is, and where to stop. It begins a timeline then, and takes writes.

        Args:
            wal: where the folders of timelines are, as the server will see them.
        """
        # The timelines that exist are looked for everywhere, so that the new one gets a number that nobody has had.
        # What cannot be read is not taken for the end of the log: beyond 125 PostgreSQL gives the recovery up.
        place = shlex.quote(str(wal).replace("%", "%%"))
        fetch = (
            f"ls {place}/*/ > /dev/null || exit {UNREADABLE}; for each in {place}/*/%f {place}/*/%f.partial;"
            f' do test -f "$each" && {{ cp "$each" "%p" && exit 0; exit {UNREADABLE}; }}; done; exit 1'
        )
        return {
            "restore_command": fetch,
            "recovery_target_timeline": "current",
            "recovery_target_action": "promote",
            "recovery_target_time": "" if self.until is None else self.until.isoformat(),
        }

    @contextmanager
    def looked_at(self, scratch: Path | None) -> Iterator[Address]:
        """Recover into a folder of its own and serve it there until the block ends; then nothing is left.

        Args:
            scratch: where there is room for the copy; the system's folder for temporary files where nothing is said.

        Raises:
            ArchiveError: PostgreSQL does not come so far; the sentence is its own.
        """
        with tempfile.TemporaryDirectory(prefix="hearth-rehearsal-", dir=scratch) as made:
            room = Path(made)
            data = room / "data"
            data.mkdir(mode=0o700)
            account = server_account(data)
            if account is not None:
                # It has to pass through, to what is its own.
                room.chmod(0o711)
            cluster = self._prepared(room, data, account)
            with (room / "lock").open("w") as lock:
                process = cluster.launch(lock.fileno())
            try:
                while (server := find_postmaster(data)) is None or not server.ready:
                    if process.poll() is not None:
                        raise ArchiveError(
                            f"PostgreSQL does not come that far: {cluster.failure(0)}.",
                            "The log may end before the instant that was asked for; name an earlier one, or none.",
                        )
                    time.sleep(POLL_SECONDS)
                host = reachable_folder(data)
                yield Address(f"postgresql:///postgres?{urlencode({'host': str(host), 'port': PORT}, quote_via=quote)}")
            finally:
                ask_to_stop(data)
                wait_until_gone(data, STOP_SECONDS)
                process.wait(STOP_SECONDS)
                forget_link(data)

    def _prepared(self, room: Path, data: Path, account: Account | None) -> Cluster:
        """The data folder, with settings of our own: the server's may lean on files that are not in its copy."""
        data.rmdir()
        shutil.copytree(self.copy.folder, data, symlinks=True)
        data.chmod(0o700)
        (data / "postgresql.auto.conf").write_text("")
        (data / "postgresql.conf").write_text("")
        (data / "pg_hba.conf").write_text(TRUST)
        (data / "pg_ident.conf").write_text("")
        (data / "recovery.signal").touch(mode=0o600)
        wal = self.archive.folder.resolve() / "wal"
        if account is not None:
            # An account that is not ours may not read the archive: it gets a log of its own.
            own = data / "hearth-wal"
            shutil.copytree(wal, own)
            wal = own
        settings = {
            **self.settings(Path("hearth-wal") if account is not None else wal),
            # Nobody looks at it before it is there, and then nothing has to be as large as it was.
            "hot_standby": "off", "archive_mode": "off", "fsync": "off", "full_page_writes": "off",
        }  # fmt: skip
        return Cluster(data, room / "postgres.log", usable_by(account, self.binaries), account, settings)

    def _refuse_content(self, folder: Path) -> None:
        if folder.exists() and any(folder.iterdir()):
            raise ArchiveError(
                f"{folder} is not empty: a database may live there.",
                "Stop its server and move the folder away, then recover again; nothing is written over.",
            )


def _newest_commit(segments: Sequence[Path], binaries: Binaries) -> datetime | None:
    """When what is newest in these segments was written: PostgreSQL's own reading of them, from the last one back."""
    with tempfile.TemporaryDirectory(prefix="hearth-log-") as made:
        for segment in reversed(segments):
            # An unfinished segment is read under the name that it will have.
            named = Path(made) / segment.name.removesuffix(PARTIAL)
            named.symlink_to(segment.resolve())
            read = subprocess.run(  # noqa: S603 - PostgreSQL's own program, no shell
                [str(binaries.folder / "pg_waldump"), "--rmgr=Transaction", str(named)],
                check=False, capture_output=True, text=True, env=ENVIRONMENT,
            )  # fmt: skip
            found = _COMMIT.findall(read.stdout)
            if found:
                return datetime.fromisoformat(found[-1]).replace(tzinfo=UTC)
    return None
