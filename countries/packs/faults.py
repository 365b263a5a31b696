"""What is wrong with a pack: file, line, column, what, and what to do about it; all of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PackFault:
    """A fault at one place.

    Attributes:
        file: the file.
        line: counted from 1; the header is line 1. 0 where it is about the whole file.
        column: the column's name in the header; empty where it is about the whole line.
        what: what is wrong, without a full stop.
        hint: what to do, without a full stop.
    """

    file: Path
    line: int
    column: str
    what: str
    hint: str

    def __str__(self) -> str:
        place = str(self.file)
        place += f", line {self.line}" if self.line else ""
        place += f", column {self.column}" if self.column else ""
        return f"{place}: {self.what}; {self.hint}"


class PacksError(ValueError):
    """Packs that cannot be meant.

    Attributes:
        faults: every fault, by file and line.
    """

    def __init__(self, faults: Sequence[PackFault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda each: (str(each.file), each.line, each.column)))
        super().__init__("\n".join(str(each) for each in self.faults))
