"""An archive: whole copies of a server, and everything that it has written since, in a folder.

    archive/
    ├─ system                        the server's identifier: two servers never share an archive
    ├─ base/20261129T160501Z/        a copy, named after the instant at which it was whole
    ├─ base/.making/                 a copy in the making
    └─ wal/00000001/                 the write-ahead log of one timeline; its last segment is `.partial`

A server that was recovered or promoted begins a timeline. Its log goes into a folder of its own, beside a copy of its
own, so that a recovery follows one timeline from a copy on and never has to choose between two pasts. A copy and the
segments from its beginning on bring back any instant after it was whole.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STAMP = "%Y%m%dT%H%M%SZ"
PARTIAL = ".partial"
FEWEST_COPIES = 1
_SEGMENT = re.compile(r"[0-9A-F]{24}")
"""The timeline, the log and the segment within it, eight digits each."""
_START = re.compile(r"^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)$", re.MULTILINE)
_WHOLE_LOG = 0x1_0000_0000


class ArchiveError(RuntimeError):
    """An archive cannot be written or does not give back what was asked; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Copy:
    """A whole copy of the server.

    Attributes:
        folder: where it is.
        at: the instant at which it was whole: no earlier one can be recovered from it.
        start: the first segment that it needs.
    """

    folder: Path
    at: datetime
    start: str

    @property
    def timeline(self) -> str:
        """The timeline in which it was made, as the archive's folders are named."""
        return self.start[:8]


@dataclass(frozen=True)
class LogReach:
    """How far the log goes on from a copy.

    Attributes:
        segments: their files, oldest first and without a gap; the last one may be unfinished.
        missing: the first one that is not there though later ones are; none where nothing is missing.
    """

    segments: tuple[Path, ...]
    missing: str | None


@dataclass(frozen=True)
class Archive:
    """A folder with copies and logs.

    Attributes:
        folder: where it is.
    """

    folder: Path

    @property
    def base(self) -> Path:
        """Where the copies are."""
        return self.folder / "base"

    @property
    def making(self) -> Path:
        """Where a copy is made."""
        return self.base / ".making"

    def wal(self, timeline: str) -> Path:
        """Where the log of a timeline is."""
        return self.folder / "wal" / timeline

    def belong_to(self, system: str) -> None:
        """Make the archive that of a server, or make sure that it is.

        Raises:
            ArchiveError: it is another server's.
        """
        note = self.folder / "system"
        if not note.exists():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            note.write_text(f"{system}\n", encoding="ascii")
        elif note.read_text(encoding="ascii").strip() != system:
            raise ArchiveError(
                f"{self.folder} holds the archive of another server.",
                "Name an empty folder for this one, and keep the other until nobody needs it.",
            )

    def copies(self) -> list[Copy]:
        """The whole copies, oldest first; what an interrupted one left is none."""
        return sorted(self._copies(), key=lambda each: each.at)

    def _copies(self) -> Iterator[Copy]:
        if not self.base.is_dir():
            return
        for folder in self.base.iterdir():
            try:
                at = datetime.strptime(folder.name, STAMP).replace(tzinfo=UTC)
                start = _START.search((folder / "backup_label").read_text(encoding="utf-8", errors="replace"))
            except (ValueError, OSError):
                continue
            if start is not None:
                yield Copy(folder, at, start[1])

    def copy_before(self, until: datetime | None) -> Copy:
        """The newest copy that was whole by an instant.

        Args:
            until: the instant; the newest of all where there is none.

        Raises:
            ArchiveError: there is none.
        """
        copies = self.copies()
        if not copies:
            raise ArchiveError(f"There is no whole copy in {self.base}.", "Make one: hearth archive --copy.")
        found = [each for each in copies if until is None or each.at <= until]
        if not found:
            raise ArchiveError(
                "The archive does not go back that far.",
                f"The earliest instant that can be recovered is {copies[0].at:%Y-%m-%dT%H:%M:%SZ}.",
            )
        return found[-1]

    def reach(self, copy: Copy) -> LogReach:
        """How far the log goes on from a copy.

        Raises:
            ArchiveError: not even the copy's own first segment is there.
        """
        held = _segments(self.wal(copy.timeline))
        if copy.start not in held:
            raise ArchiveError(
                f"The segment {copy.start} is missing, which the copy {copy.folder.name} begins with.",
                "Recover from another copy, or bring the segment back from wherever the archive is copied to.",
            )
        per_log = _WHOLE_LOG // held[copy.start].stat().st_size
        number, found = copy.start, []
        while number in held:
            found.append(held[number])
            number = _next(number, per_log)
        return LogReach(tuple(found), number if max(held) > number else None)

    def keep(self, copies: int) -> list[Copy]:
        """Remove all but the newest copies, and the log that none of those needs.

        Args:
            copies: how many are kept, at least one.

        Returns:
            The copies that are gone.
        """
        found = self.copies()
        kept, gone = found[-max(copies, FEWEST_COPIES) :], found[: -max(copies, FEWEST_COPIES)]
        for copy in gone:
            shutil.rmtree(copy.folder)
        first: dict[str, str] = {}
        for copy in kept:
            first[copy.timeline] = min(copy.start, first.get(copy.timeline, copy.start))
        # A later timeline is the one that is being written, its copy perhaps in the making.
        newest = max(first, default="")
        for folder in self._timelines():
            if folder.name in first:
                for segment, path in _segments(folder).items():
                    if segment < first[folder.name]:
                        path.unlink()
            elif folder.name < newest:
                shutil.rmtree(folder)
        return gone

    def _timelines(self) -> list[Path]:
        wal = self.folder / "wal"
        return sorted(wal.iterdir()) if wal.is_dir() else []


def _segments(folder: Path) -> dict[str, Path]:
    """The segments in a folder by name, the unfinished last one too."""
    if not folder.is_dir():
        return {}
    found = {path.name.removesuffix(PARTIAL): path for path in sorted(folder.iterdir(), reverse=True)}
    return {name: path for name, path in found.items() if _SEGMENT.fullmatch(name)}


def _next(segment: str, per_log: int) -> str:
    """The name of the segment that follows."""
    number = int(segment[8:16], 16) * per_log + int(segment[16:], 16) + 1
    return f"{segment[:8]}{number // per_log:08X}{number % per_log:08X}"
