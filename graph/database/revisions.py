"""The migrations as a graph: each file says which version it makes and which one it builds on.

The names of files only say when they were written. What runs after what stands in the files themselves. One after which
servers of the version before may write no longer has the line `contracts = True`. All others expand, and they go on.

    servers        A (knows 1, 2)         B (knows 1 … 4)
    migrations     1 ── 2 ── 3 expands ── 4 contracts
    database at    3: A reads and writes, B reads          4: A reads, B reads and writes

The database carries a mark: its version, and the oldest version whose servers may write. So a server can tell of
versions that came after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

VERSION = re.compile(r"""^revision = ["'](\w+)["']\ndown_revision = (?:["'](\w+)["']|None)$""", re.MULTILINE)
CONTRACTS = re.compile(r"^contracts = True$", re.MULTILINE)
MARK = re.compile(r"version (\w+), written by servers of (\w+) and later")
TABLE = "public.hearth_migration"
"""Where Alembic keeps the version; its comment is the mark, which every login may read."""


class MigrationError(RuntimeError):
    """The migrations cannot be run, or none can be written; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Revision:
    """One migration.

    Attributes:
        version: the one that it makes.
        previous: the one that it builds on, if any.
        path: its file.
        contracts: whether servers of the version before may write no longer.
    """

    version: str
    previous: str | None
    path: Path
    contracts: bool = False


@dataclass(frozen=True, slots=True)
class SchemaMark:
    """What a database says of its schema.

    Attributes:
        version: the newest migration that has run.
        oldest_writer: servers that know this one may write.
    """

    version: str
    oldest_writer: str

    @property
    def text(self) -> str:
        """As it stands in the database."""
        return f"version {self.version}, written by servers of {self.oldest_writer} and later"

    @staticmethod
    def of_text(text: str | None) -> SchemaMark | None:
        """The mark of a text; nothing where it is none, as in a database of before there were marks."""
        found = MARK.fullmatch(text or "")
        return None if found is None else SchemaMark(found[1], found[2])


class Fit(Enum):
    """How a database's schema suits a server."""

    SAME = "the server's own"
    EXPANDED = "newer, and servers of this version may still write"
    NEWER = "too new for this server to write"
    OLDER = "older than this server"
    MISSING = "not there"

    @property
    def may_write(self) -> bool:
        """Whether the server writes what the schema expects."""
        return self in {Fit.SAME, Fit.EXPANDED}


def fit(mark: SchemaMark | None, line: Sequence[str]) -> Fit:
    """How a schema suits a server.

    Args:
        mark: of a database that has tables.
        line: the versions that the server knows, in order.
    """
    if mark is None:
        return Fit.OLDER
    if mark.version == line[-1]:
        return Fit.SAME
    if mark.version in line:
        return Fit.OLDER
    return Fit.EXPANDED if mark.oldest_writer in line else Fit.NEWER


def mark_at(version: str, line: Sequence[Revision]) -> SchemaMark:
    """The mark of a database that a line of migrations has brought to a version."""
    writers = line[0].version
    for revision in line:
        writers = revision.version if revision.contracts else writers
        if revision.version == version:
            break
    return SchemaMark(version, writers)


def mark_statement(mark: SchemaMark | None) -> str:
    """The statement that leaves a mark, or takes it away."""
    return f"COMMENT ON TABLE {TABLE} IS " + ("NULL" if mark is None else f"'{mark.text}'")


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
    text = path.read_text(encoding="utf-8")
    found = VERSION.search(text)
    if found is None:
        raise MigrationError(
            f"{path.name} does not say which version it makes, and on which it builds.",
            "Each has the lines `revision = …` and `down_revision = …`, one below the other.",
        )
    return Revision(found[1], found[2], path, contracts=CONTRACTS.search(text) is not None)


def _parted(fault: str, revisions: Iterable[Revision]) -> MigrationError:
    names = ", ".join(sorted(revision.path.name for revision in revisions))
    return MigrationError(
        f"{fault}: {names}.",
        "Let the later one build on the newest version: its `down_revision` is the `revision` of the one before it.",
    )
