"""`access.csv`, read: who may read and write each column, as people wrote it down; nothing derives from it."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("access.csv")
HEADER = ["table", "column", "tier", "reads", "writes"]
TIERS = ("caseworker", "office", "region", "headquarters", "auditor", "statistics", "listener")
"""Every login that serves requests or figures, without `hearth_`."""
WORDS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Access:
    """The whole file.

    Attributes:
        reads: the (table, column, tier) that may be read.
        writes: the (table, column, tier) that may be written.
        lines: every (table, column, tier), in the order of the file.
    """

    reads: frozenset[tuple[str, str, str]]
    writes: frozenset[tuple[str, str, str]]
    lines: tuple[tuple[str, str, str], ...]

    @property
    def tables(self) -> list[str]:
        """The tables that it names, each once."""
        return list(dict.fromkeys(table for table, _, _ in self.lines))

    def columns(self, table: str) -> list[str]:
        """The columns of a table, each once."""
        return list(dict.fromkeys(column for found, column, _ in self.lines if found == table))

    def may_read(self, tier: str, table: str, *columns: str) -> bool:
        """Whether a tier may read all these columns; without columns: whether it may read any of the table."""
        if not columns:
            return any((table, column, tier) in self.reads for column in self.columns(table))
        return all((table, column, tier) in self.reads for column in columns)


def read_access(path: Path = FILE) -> Access:
    """The file, read strictly.

    Raises:
        ValueError: the header, a tier or an answer is none that we know, or a line stands twice.
    """
    with path.open(newline="") as file:
        header, *rows = csv.reader(file)
    if header != HEADER:
        raise ValueError(f"{path.name}: the header is {header}, not {HEADER}")
    unknown = [row for row in rows if len(row) != len(HEADER) or row[2] not in TIERS or {*row[3:]} - {*WORDS}]
    lines = [(row[0], row[1], row[2]) for row in rows]
    twice = [line for line, count in Counter(lines).items() if count > 1]
    if unknown or twice:
        raise ValueError(f"{path.name}: not understood {unknown[:3]}, twice {twice[:3]}")
    return Access(
        reads=frozenset(line for line, row in zip(lines, rows, strict=True) if WORDS[row[3]]),
        writes=frozenset(line for line, row in zip(lines, rows, strict=True) if WORDS[row[4]]),
        lines=tuple(lines),
    )
