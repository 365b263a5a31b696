"""`access.csv`, read: who may read and write each column, as people wrote it down; nothing derives from it.

To write is two rights: to give a value with a new row (`creates`), and to change it later (`changes`).
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("access.csv")
HEADER = ["table", "column", "tier", "reads", "creates", "changes"]
TIERS = ("caseworker", "office", "region", "headquarters", "auditor", "statistics", "listener")
"""Every login that serves requests or figures, without `hearth_`."""
WORDS = {"yes": True, "no": False}

FIGURES = frozenset(
    {
        "release",
        "published_figure",
        "figure_proof",
        "proof_beside",
        "country_count",
        "drawing_key",
        "release_coverage",
    }
)
"""Tables of figures: no country's rows, and the only ones that the statistics login adds to."""


@dataclass(frozen=True, slots=True)
class Access:
    """The whole file.

    Attributes:
        reads: the (table, column, tier) that may be read.
        creates: the (table, column, tier) that may be given with a new row.
        changes: the (table, column, tier) that may be changed.
        lines: every (table, column, tier), in the order of the file.
    """

    reads: frozenset[tuple[str, str, str]]
    creates: frozenset[tuple[str, str, str]]
    changes: frozenset[tuple[str, str, str]]
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

    def may_create(self, tier: str, table: str) -> list[str]:
        """The columns that a tier may give with a new row of a table."""
        return [column for column in self.columns(table) if (table, column, tier) in self.creates]

    def may_change(self, tier: str, table: str) -> list[str]:
        """The columns of a table that a tier may change."""
        return [column for column in self.columns(table) if (table, column, tier) in self.changes]


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
    reads, creates, changes = (
        frozenset(line for line, row in zip(lines, rows, strict=True) if WORDS[row[place]]) for place in (3, 4, 5)
    )
    return Access(reads, creates, changes, tuple(lines))
