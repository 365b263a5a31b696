"""The stories that are looked at, by table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from countries.register.register import load_register
from graph.demo import country_rows
from graph.entities.home_form import HomeForm

TODAY = date(2026, 11, 22)
LEAP_DAY = date(2024, 2, 29)
FAMILY_FORMS = frozenset({HomeForm.SOS_FAMILY, HomeForm.FOSTER_FAMILY, HomeForm.KINSHIP_FAMILY})
CASES = (
    ("BE", 100, 1, TODAY),
    ("KE", 100, 1, TODAY),
    ("JP", 120, 5, LEAP_DAY),
    ("BO", 7, 2, TODAY),
    ("BE", 1000, 1, TODAY),
)

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]
Case = tuple[str, int, int, date]


@cache
def told(case: Case) -> Tables:
    """The story of a case, by table."""
    code, children, number, today = case
    tables: Tables = defaultdict(list)
    for batch in country_rows(load_register()[code], children, number, today):
        tables[batch.table] += [dict(zip(batch.columns, row, strict=True)) for row in batch.rows]
    return tables


def by_id(rows: Rows) -> dict[UUID, dict[str, Any]]:
    """Rows by their identity."""
    return {row["id"]: row for row in rows}


def grouped(rows: Rows, column: str) -> Iterator[Rows]:
    """Rows that share a value."""
    groups: dict[object, Rows] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return iter(groups.values())


def spans(rows: Iterable[dict[str, Any]]) -> list[tuple[date, date | None]]:
    """When each of the rows is in force."""
    return [(row["started_on"], row["ended_on"]) for row in rows]
