"""The command with which PostgreSQL fetches an archived log: the end of the log is one thing, a fault another."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from countries.archive.archive import Archive, Copy
from countries.archive.recovery import UNREADABLE, Recovery
from countries.embedded.postgres import find_binaries
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = "000000010000000000000001", "000000010000000000000002"
ENDS_RECOVERY = 125
"""What PostgreSQL takes for a file that is not there, at most; beyond it a recovery is given up."""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """One whole segment, and an unfinished one, in a folder whose name has to be quoted."""
    made = Archive(tmp_path / "an 'archive' of 100 %f")
    made.wal("00000001").mkdir(parents=True)
    (made.wal("00000001") / FIRST).write_text("first")
    (made.wal("00000001") / f"{SECOND}.partial").write_text("second")
    return made


def fetch(archive: Archive, name: str, to: Path) -> int:
    """Run the command as PostgreSQL does; its exit code."""
    copy = Copy(archive.base / "20261129T160501Z", NOW, FIRST)
    command = Recovery(archive, copy, None, None, find_binaries()).settings(archive.folder / "wal")["restore_command"]
    for sign, text in (("%%", "\0"), ("%f", name), ("%p", str(to)), ("\0", "%")):
        command = command.replace(sign, text)
    return subprocess.run(["/bin/sh", "-c", command], check=False, stderr=subprocess.DEVNULL).returncode  # noqa: S603 - our own command


def test_what_is_archived_is_fetched(archive: Archive, tmp_path: Path) -> None:
    """A whole segment, and one that was still being written."""
    assert fetch(archive, FIRST, tmp_path / "got") == 0
    assert (tmp_path / "got").read_text() == "first"
    assert fetch(archive, SECOND, tmp_path / "got") == 0
    assert (tmp_path / "got").read_text() == "second"


def test_the_log_ends_where_nothing_follows(archive: Archive, tmp_path: Path) -> None:
    """PostgreSQL takes that for the end, and takes writes from there."""
    assert 0 < fetch(archive, "000000010000000000000003", tmp_path / "got") <= ENDS_RECOVERY


def test_an_archive_that_is_away_is_not_the_end_of_the_log(archive: Archive, tmp_path: Path) -> None:
    """A disk that is not there, or a folder that PostgreSQL's account may not enter, would lose all since the copy."""
    archive.folder.rename(tmp_path / "elsewhere")
    assert fetch(archive, FIRST, tmp_path / "got") == UNREADABLE > ENDS_RECOVERY


def test_a_segment_that_cannot_be_copied_is_not_the_end_of_the_log(archive: Archive, tmp_path: Path) -> None:
    """The server's disk is full, or the segment cannot be read: it is there all the same."""
    assert fetch(archive, FIRST, tmp_path / "no folder" / "got") == UNREADABLE > ENDS_RECOVERY
