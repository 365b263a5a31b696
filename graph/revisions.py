"""The migrations as a graph: each file says which version it makes and which one it builds on.

The names of files only say when they were written. What runs after what stands in the files themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSION = re.compile(r"""^revision = ["'](\w+)["']\ndown_revision = (?:["'](\w+)["']|None)$""", re.MULTILINE)


class MigrationError(RuntimeError):
    """The migrations cannot be run, or none can be written; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Revision:
    """One migration: the version that it makes, the version that it builds on, if any, and its file."""

    version: str
    previous: str | None
    path: Path


def in_order(versions: Path) -> list[Revision]:
    """All migrations of a folder, each behind the one that it builds on.

    Raises:
        MigrationError: a file says neither, a version is made twice or by nobody, or the line parts.
    """
    read = [_read(path) for path in sorted(versions.glob("*.py"))]
    following: dict[str | None, Revision] = {}
    made: dict[str, Revision] = {}
    for revision in read:
        if revision.version in made:
            raise _parted(f"The version {revision.version} is made twice", (made[revision.version], revision))
        if revision.previous in following:
            raise _parted("Two migrations build on the same version", (following[revision.previous], revision))
        made[revision.version] = following[revision.previous] = revision
    line: list[Revision] = []
    while (behind := following.get(line[-1].version if line else None)) is not None:
        line.append(behind)
    lost = set(read) - set(line)
    if lost:
        raise _parted("A migration builds on a version that does not lead here", lost)
    return line


def _read(path: Path) -> Revision:
    found = VERSION.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise MigrationError(
            f"{path.name} does not say which version it makes, and on which it builds.",
            "Each has the lines `revision = …` and `down_revision = …`, one below the other.",
        )
    return Revision(found[1], found[2], path)


def _parted(fault: str, revisions: Iterable[Revision]) -> MigrationError:
    names = ", ".join(sorted(revision.path.name for revision in revisions))
    return MigrationError(
        f"{fault}: {names}.",
        "Let the later one build on the newest version: its `down_revision` is the `revision` of the one before it.",
    )
