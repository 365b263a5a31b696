"""What is wrong with a file: every fault with its place, its sentence and its hint; bounded in number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.refusals import Refusal

MOST_FAULTS = 1_000
"""Faults that are told one by one; of the rest, how many there are."""
LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        file: the file, and the sheet where it holds several.
        refusal: what is wrong, why, and what to do.
        row: the row's number as a person sees it in the sheet: the header is row 1.
        column: the header of the column.
        value: what stands there.
    """

    file: str
    refusal: Refusal
    row: int | None = None
    column: str | None = None
    value: str | None = None

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.refusal.message

    @property
    def hint(self) -> str:
        """What to do."""
        return self.refusal.hint


class UnreadableFault(Exception):
    """A file that cannot be read on from here; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(slots=True)
class Faults:
    """Collects faults, the first `MOST_FAULTS` of them by themselves.

    Attributes:
        listed: those that are kept.
        total: how many there were.
    """

    listed: list[Fault] = field(default_factory=list)
    total: int = 0

    @property
    def room(self) -> int:
        """How many more are kept."""
        return MOST_FAULTS - len(self.listed)

    def add(self, fault: Fault) -> None:
        """One more."""
        self.count([fault], 1)

    def count(self, faults: list[Fault], total: int) -> None:
        """Several more: the first of `total`."""
        self.listed += faults[: self.room]
        self.total += total

    def __bool__(self) -> bool:
        return self.total > 0

    def __iter__(self) -> Iterator[Fault]:
        """File by file, row by row."""
        order = {name: place for place, name in enumerate(dict.fromkeys(each.file for each in self.listed))}
        return iter(sorted(self.listed, key=lambda each: (order[each.file], each.row or 0)))


class FaultyFilesError(Exception):
    """The files are not taken, and nothing of them was written; `faults` says why."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(f"{faults.total} faults")
        self.faults = faults


def shown(value: object) -> str | None:
    """A value as a fault repeats it: on one line, not endless, without what a terminal would obey."""
    if value is None:
        return None
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(value))
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"
