"""Workbooks (XLSX), read row by row: values as they were written; a formula is refused, never worked out."""

from __future__ import annotations

import warnings
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from graph.bulk.csv_files import unreadable
from graph.bulk.csv_injection import unescaped
from graph.bulk.faults import Fault, UnreadableFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.kinds.cells import Raw

LARGEST_PART = 2_000_000_000
LARGEST_TEXTS = 100_000_000
"""Bytes of a workbook's table of texts, which is held in memory."""
MOST_ROWS = 1_048_576
"""Rows of a sheet; the library makes up those that a file leaves out."""
TEXTS = "xl/sharedStrings.xml"
BROKEN = unreadable(
    "The workbook cannot be read; it is no XLSX, or it is cut off.",
    "Save it again as .xlsx, and send all of it.",
)
TOO_LARGE = unreadable("The workbook is too large.", "Split it, or save each sheet as CSV UTF-8.")


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula, or the error that came of one."""

    text: str


@contextmanager
def _understood(label: str) -> Iterator[None]:
    """Tell a broken workbook as a fault, by whatever the library stumbles over.

    Raises:
        UnreadableFault: it is none, or it would fill the memory.
    """
    try:
        # A book's styles and its drawings are nothing to us, and what the library misses there neither.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (UnreadableFault, GeneratorExit, OSError):
        raise
    except Exception as error:
        raise UnreadableFault(Fault(label, BROKEN)) from error


class Book:
    """A workbook. It is opened once, when it is first asked: the library looks through every sheet then.

    Args:
        path: the file.
        label: what a fault calls it.
    """

    def __init__(self, path: Path, label: str) -> None:
        self.path = path
        self.label = label
        self._opened: Any = None

    def _open(self) -> Any:  # noqa: ANN401 - the library's workbook
        if self._opened is None:
            with _understood(self.label):
                _check_sizes(self.path, self.label)
                self._opened = load_workbook(self.path, read_only=True, keep_links=False)
        return self._opened

    def titles(self) -> list[str]:
        """The names of its sheets.

        Raises:
            UnreadableFault: it is no workbook, or it would fill the memory.
        """
        return [str(sheet.title) for sheet in self._open().worksheets]

    def sheet(self, title: str) -> Any:  # noqa: ANN401 - the library's sheet
        """One of its sheets.

        Raises:
            UnreadableFault: as `titles`.
        """
        return self._open()[title]

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def _check_sizes(path: Path, label: str) -> None:
    """A small file may hold parts that never end."""
    with zipfile.ZipFile(path) as packed:
        for part in packed.infolist():
            if part.file_size > (LARGEST_TEXTS if part.filename == TEXTS else LARGEST_PART):
                fault = Fault(label, TOO_LARGE)
                raise UnreadableFault(fault)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows of one sheet of a workbook.

    Attributes:
        book: the workbook.
        title: the sheet.
        label: what a fault calls it.
    """

    book: Book
    title: str
    label: str

    @property
    def pads(self) -> bool:
        """Whether cells at the end of a row may be left out."""
        return True

    def estimate(self) -> int:
        """How many rows the workbook says that there are.

        Raises:
            UnreadableFault: it is none.
        """
        return max(0, (self.book.sheet(self.title).max_row or 1) - 1)

    def close(self) -> None:
        """Let go of the workbook."""
        self.book.close()

    def __iter__(self) -> Iterator[tuple[int, list[Raw | Formula | None]]]:
        """Each row's number and its cells, the header first; empty rows are left out.

        Raises:
            UnreadableFault: the workbook cannot be read from here on.
        """
        sheet = self.book.sheet(self.title)
        with _understood(self.label):
            # Some programs write a wrong size of the sheet; the rows themselves know better.
            sheet.reset_dimensions()
            for number, row in enumerate(sheet.iter_rows(), start=1):
                if number > MOST_ROWS:
                    raise UnreadableFault(Fault(self.label, BROKEN, row=number))
                cells = [_value(cell) for cell in row]
                if any(each is not None for each in cells):
                    yield number, cells


def _value(cell: Any) -> Raw | Formula | None:  # noqa: ANN401 - the library has several kinds of cells
    value = cell.value
    if value is None:
        return None
    if cell.data_type in ("f", "e"):
        return Formula(str(getattr(value, "text", value)))
    if isinstance(value, str):
        return unescaped(value.strip(" \N{NO-BREAK SPACE}")) or None
    return value if isinstance(value, bool | int | float | date) else str(value)
