"""What an entity says of its rows in files: what tells them apart, and what a file leaves to a mutation.

All else of a sheet derives: its name is the connection's, its columns are those that the office gives with a new row,
and the cells of a link are those by which its target is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Kept:
    """`in_files=Kept("…")` of a column: an import does not change it in a row on record, though the office may.

    Attributes:
        instead: which mutation changes it, in a sentence.
        once: whether a file may fill it where it is empty.
    """

    instead: str
    once: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A column of a part that a file may also give in its whole's row, under a name of its own."""

    header: str
    doc: str


@dataclass(frozen=True, slots=True)
class Files:
    """What is said of an entity's rows in files.

    Attributes:
        key: the columns that tell a row apart where it has no id; none where an id alone does; None where nothing is
            said.
        no_sheet: why no file holds them, in a sentence.
        mirrored_by: the link to the other one of a pair, each of whom has a row: a file may hold one of the two.
        beside: the columns that stand in the whole's sheet too.
    """

    key: tuple[str, ...] | None = None
    no_sheet: str | None = None
    mirrored_by: str | None = None
    beside: Mapping[str, Beside] = field(default_factory=dict)
