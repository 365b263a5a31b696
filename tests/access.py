"""`access.csv`, read: who may read and write each column, as people wrote it down; nothing derives from it.

A line a column, a cell a tier. `r` reads. To write is two rights: to give a value with a new row (`c`, creates), and to
change it later (`w`, changes). A tier that may nothing has `-`: an empty cell was forgotten.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FILE = Path(__file__).with_name("access.csv")
SELECTED = Path(__file__).with_name("access_selected.csv")
"""The same of entities whose rows are in no table: no login has rights on them, the planner alone refuses."""
TIERS = ("caseworker", "office", "region", "headquarters", "auditor", "statistics", "listener")
"""Every login that serves requests or figures, without `hearth_`."""
EMPTIED = frozenset(
    {
        ("import_row", "office"),
        ("child_search_key", "caseworker"),
        ("child_search_key", "office"),
        ("community_partner_search_key", "caseworker"),
        ("community_partner_search_key", "office"),
        ("home_search_key", "office"),
    }
)
"""Who takes rows away of which table. What an import works with is no record, nor is what a name was found by before it
was changed. Nobody else takes any away."""
HEADER = ["table", "column", *TIERS]
NOTHING = "-"
CELLS = {NOTHING, "r", "c", "w", "rc", "rw", "cw", "rcw"}

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


@dataclass(frozen=True)
class Access:
    """The whole file.

    Attributes:
        cells: what stands in each line, by tier, by (table, column), in the order of the file.
        selected: the names that are no tables.
    """

    cells: Mapping[tuple[str, str], Mapping[str, str]]
    selected: frozenset[str] = frozenset()

    def with_selected(self) -> Access:
        """The tables, and beside them the entities whose rows are in none."""
        others = read_access(SELECTED)
        return Access({**self.cells, **others.cells}, frozenset(others.tables))

    def _having(self, right: str) -> frozenset[tuple[str, str, str]]:
        return frozenset(
            (*line, tier) for line, cells in self.cells.items() for tier, cell in cells.items() if right in cell
        )

    @cached_property
    def reads(self) -> frozenset[tuple[str, str, str]]:
        """The (table, column, tier) that may be read."""
        return self._having("r")

    @cached_property
    def creates(self) -> frozenset[tuple[str, str, str]]:
        """The (table, column, tier) that may be given with a new row."""
        return self._having("c")

    @cached_property
    def changes(self) -> frozenset[tuple[str, str, str]]:
        """The (table, column, tier) that may be changed."""
        return self._having("w")

    @cached_property
    def _columns(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for table, column in self.cells:
            found.setdefault(table, []).append(column)
        return found

    @property
    def tables(self) -> list[str]:
        """The tables that it names, each once."""
        return [table for table in self._columns if table not in self.selected]

    def columns(self, table: str) -> list[str]:
        """The columns of a table, each once."""
        return self._columns.get(table, [])

    @cached_property
    def _read_tables(self) -> frozenset[tuple[str, str]]:
        return frozenset((table, tier) for table, _, tier in self.reads)

    def may_read(self, tier: str, table: str, *columns: str) -> bool:
        """Whether a tier may read all these columns; without columns: whether it may read any of the table."""
        if not columns:
            return (table, tier) in self._read_tables
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
        ValueError: the header is another one, a line is too short or too long, a cell is none that we know, or a column
            stands twice.
    """
    with path.open(newline="") as file:
        header, *rows = csv.reader(file)
    if header != HEADER:
        raise ValueError(f"{path.name}: the header is {header}, not {HEADER}")
    unknown = [row for row in rows if len(row) != len(HEADER) or {*row[2:]} - CELLS]
    twice = [line for line, count in Counter((row[0], row[1]) for row in rows if len(row) > 1).items() if count > 1]
    if unknown or twice:
        raise ValueError(f"{path.name}: not understood {unknown[:3]}, twice {twice[:3]}")
    return Access({(table, column): dict(zip(TIERS, cells, strict=True)) for table, column, *cells in rows})
