"""What an archive holds, told from its folder alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from countries.archive.archive import Archive, ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
SIZE = 1 << 24


def segment(number: int, timeline: int = 1) -> str:
    """The name of the segment with this number, of 16 MB each."""
    return f"{timeline:08X}{number // 256:08X}{number % 256:08X}"


def with_copy(archive: Archive, stamp: str, start: str) -> None:
    """Put a copy into an archive, as far as its folder tells it."""
    folder = archive.base / stamp
    folder.mkdir(parents=True)
    (folder / "backup_label").write_text(f"START WAL LOCATION: 0/2000028 (file {start})\nSTART TIMELINE: 1\n")


def with_log(archive: Archive, *names: str) -> None:
    """Put segments into it, of the size that they have, without their bytes."""
    for name in names:
        folder = archive.wal(name[:8])
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / name).open("wb") as file:
            file.truncate(SIZE)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Two copies, of eleven and of noon, and a log that goes on over the end of a whole log file."""
    made = Archive(tmp_path / "archive")
    with_copy(made, "20261129T120000Z", segment(254))
    with_copy(made, "20261129T110000Z", segment(252))
    with_log(made, *map(segment, range(252, 258)), f"{segment(258)}.partial")
    return made


def test_copies_are_known_by_the_instant_at_which_they_were_whole(archive: Archive) -> None:
    """Oldest first; what an interrupted copy left, or somebody else put there, is none."""
    archive.making.mkdir()
    (archive.base / "20261129T130000Z").mkdir()
    (archive.base / "notes").mkdir()
    assert [copy.at.hour for copy in archive.copies()] == [11, 12]
    assert {copy.timeline for copy in archive.copies()} == {"00000001"}


def test_an_instant_is_recovered_from_the_newest_copy_before_it(archive: Archive) -> None:
    """A copy that became whole later cannot go back; before the first one nothing can be recovered, and it is said."""
    assert archive.copy_before(NOON).at == NOON
    assert archive.copy_before(NOON.replace(hour=11, minute=59)).at.hour == 11
    assert archive.copy_before(None).at == NOON
    with pytest.raises(ArchiveError, match="does not go back that far") as refused:
        archive.copy_before(NOON.replace(hour=10))
    assert "2026-11-29T11:00:00Z" in refused.value.hint


def test_an_archive_without_a_copy_says_how_to_make_one(tmp_path: Path) -> None:
    """An empty folder, and one that is not there, hold none."""
    with pytest.raises(ArchiveError, match="no whole copy") as refused:
        Archive(tmp_path / "none").copy_before(None)
    assert "hearth archive --copy" in refused.value.hint


def test_the_log_is_followed_over_the_end_of_a_log_file(archive: Archive) -> None:
    """Behind the last segment of one comes the first of the next; the unfinished one counts."""
    reach = archive.reach(archive.copy_before(None))
    assert [path.name.removesuffix(".partial") for path in reach.segments] == list(map(segment, range(254, 259)))
    assert reach.missing is None


def test_a_gap_in_the_log_is_named(archive: Archive) -> None:
    """What comes behind it cannot be recovered; the copy's own first segment cannot be missed at all."""
    (archive.wal("00000001") / segment(256)).unlink()
    assert archive.reach(archive.copy_before(None)).missing == segment(256)
    (archive.wal("00000001") / segment(254)).unlink()
    with pytest.raises(ArchiveError, match=segment(254)):
        archive.reach(archive.copy_before(None))


def test_what_no_kept_copy_needs_is_removed(archive: Archive) -> None:
    """Older copies go, and the log before the oldest that stays; nothing that a copy begins with."""
    assert [copy.at.hour for copy in archive.keep(1)] == [11]
    assert [copy.at.hour for copy in archive.copies()] == [12]
    left = sorted(path.name.removesuffix(".partial") for path in archive.wal("00000001").iterdir())
    assert left == list(map(segment, range(254, 259)))
    assert archive.keep(1) == []


def test_a_timeline_goes_with_its_last_copy_and_the_one_being_written_stays(archive: Archive) -> None:
    """The log of a past without a copy is of no use; that of a later one may be waiting for its first."""
    with_copy(archive, "20261129T130000Z", segment(257, 2))
    with_log(archive, segment(257, 2), segment(259, 3))
    archive.keep(1)
    assert sorted(path.name for path in (archive.folder / "wal").iterdir()) == ["00000002", "00000003"]


def test_an_archive_belongs_to_one_server(tmp_path: Path) -> None:
    """Another one's log would stand among its own."""
    archive = Archive(tmp_path / "archive")
    archive.belong_to("7577")
    archive.belong_to("7577")
    with pytest.raises(ArchiveError, match="another server"):
        archive.belong_to("7578")
    assert archive.folder.stat().st_mode & 0o777 == 0o700
