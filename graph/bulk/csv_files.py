"""CSV files, read row by row: UTF-8 with or without its mark, commas or semicolons, quotation marks that close."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.bulk.csv_injection import unguarded
from graph.bulk.faults import Fault, UnreadableFault
from graph.reasons import Reason
from graph.refusals import bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from graph.kinds.cells import Raw
    from graph.refusals import Param, Refusal

MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
HEAD = 4_096
MANY_NULS = 0.2
LONGEST_LINE = 1_000_000
"""Bytes of a line; whoever leaves the line ends out does not fill the memory."""
LONGEST_CELL = 131_072
SAVE_AS = "Save the file as CSV UTF-8."


def unreadable(sentence: str, advice: str, **params: Param) -> Refusal:
    """That a file cannot be read as what its name says."""
    return bad_input(Reason.FILE_UNREADABLE, sentence, advice, **params)


EMPTY_FILE = unreadable("The file is empty.", "Its first row names the columns.")
ENDLESS = unreadable("A line never ends.", "Check that the file is CSV, one row a line.")
NOT_UTF_8 = unreadable("The file is not UTF-8; it looks like Latin-1 (Windows-1252).", SAVE_AS)


@dataclass(frozen=True, slots=True)
class CsvRows:
    """The rows of one CSV file.

    Attributes:
        path: the file.
        label: what a fault calls it.
    """

    path: Path
    label: str

    @property
    def pads(self) -> bool:
        """Whether cells at the end of a row may be left out."""
        return False

    def close(self) -> None:
        """Nothing is held between two readings."""

    def estimate(self) -> int:
        """How many rows there are, about: cells may hold line ends."""
        with self.path.open("rb") as file:
            return max(0, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1)

    def __iter__(self) -> Iterator[tuple[int, list[Raw | None]]]:
        """Each row's number and its cells, the header first; rows without a cell are left out.

        Raises:
            UnreadableFault: the file is no CSV in UTF-8 from some row on.
        """
        number = 0
        with self.path.open("rb") as file:
            lines = _TextLines(file, self.label)
            reader = csv.reader(lines, delimiter=lines.delimiter(), strict=True)
            while True:
                try:
                    row = next(reader, None)
                except csv.Error as error:
                    raise UnreadableFault(self._broken(error, number + 1)) from None
                except _EncodingError:
                    raise UnreadableFault(_not_utf_8(self.label, number + 1)) from None
                if row is None:
                    return
                number += 1
                cells: list[Raw | None] = [_cell(each) for each in row]
                if any(each is not None for each in cells):
                    yield number, cells

    def _broken(self, error: csv.Error, row: int) -> Fault:
        """What the reader's complaint means; its own words change with Python's version."""
        told = str(error)
        if "end of data" in told or "field limit" in told:
            refusal = unreadable(
                "A quotation mark is opened and never closed.", "Close it; the file may also be cut off."
            )
        elif "new-line" in told or "newline" in told:
            refusal = unreadable("A line ends in a way that CSV does not know.", SAVE_AS)
        else:
            refusal = unreadable(
                "A quotation mark stands inside a cell.",
                "Write the cell in quotation marks, and each mark in it twice.",
            )
        return Fault(self.label, refusal, row=row)


class _EncodingError(ValueError):
    pass


class _TextLines:
    """A file's lines as text, one at a time."""

    def __init__(self, file: BinaryIO, label: str) -> None:
        self._file = file
        self._label = label
        self._count = 0
        head = file.read(HEAD)
        if head.startswith(UTF_16) or head.count(0) > MANY_NULS * len(head):
            raise UnreadableFault(Fault(label, unreadable("The file looks like UTF-16, not UTF-8.", SAVE_AS)))
        if not head.removeprefix(MARK).strip():
            raise UnreadableFault(Fault(label, EMPTY_FILE))
        self._first = head.removeprefix(MARK).partition(b"\n")[0]
        file.seek(len(MARK) if head.startswith(MARK) else 0)

    def delimiter(self) -> str:
        """Spreadsheets of many countries put semicolons between cells."""
        return ";" if self._first.count(b";") > self._first.count(b",") else ","

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self._count += 1
        if len(line) == LONGEST_LINE:
            raise UnreadableFault(Fault(self._label, ENDLESS, row=self._count))
        try:
            return line.decode()
        except UnicodeDecodeError:
            raise _EncodingError from None


def _cell(raw: str) -> str | None:
    """A cell's text without the space around it; a guarded one as it stands."""
    text, whole = unguarded(raw)
    return (text if whole else text.strip()) or None


def _not_utf_8(label: str, row: int) -> Fault:
    return Fault(label, NOT_UTF_8, row=row)
