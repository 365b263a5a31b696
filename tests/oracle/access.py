"""Who may read which column: `tests/access.csv`, written by hand, from which nothing of the product derives."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

ACCESS = Path(__file__).parents[1] / "access.csv"


@dataclass(frozen=True, slots=True)
class Access:
    """The columns that each tier reads, as (tier, table, column)."""

    readable: frozenset[tuple[str, str, str]]

    def column(self, tier: str, table: str, *columns: str) -> bool:
        """Whether the tier reads all these columns."""
        return all((tier, table, column) in self.readable for column in columns)

    def table(self, tier: str, table: str) -> bool:
        """Whether the tier reads any column of the table."""
        return any(entry[:2] == (tier, table) for entry in self.readable)


def read_access(path: Path = ACCESS) -> Access:
    """Read the file: table, column, tier, reads, and who writes it."""
    with path.open(encoding="utf-8", newline="") as file:
        return Access(
            frozenset(
                (line["tier"], line["table"], line["column"]) for line in csv.DictReader(file) if line["reads"] == "yes"
            )
        )
