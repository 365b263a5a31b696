"""What an analyst would write: `workloads/W8.sql`, statement by statement, and whether its numbers are ours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.workloads import FOLDER
from graph.entities import graph_model
from graph.indicators.catalogue import all_measures
from graph.indicators.splits import Dimension, Splits, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import asyncpg

    from countries.register.register import Register
    from graph.indicators.model import Measure

NAMED = re.compile(r"^-- (\w+)\n(.+?);$", re.MULTILINE | re.DOTALL)
COUNTED = """
SELECT p.area, p.split_by, p.categories, p.amount FROM figure_proof p JOIN release r ON r.id = p.release_id
WHERE r.year = $1 AND r.quarter IS NULL AND r.month IS NULL AND p.measure = $2
"""

Key = tuple[str, Splits, tuple[str, ...]]
"""An area, and a category for each dimension."""


class DisagreementError(RuntimeError):
    """A statement counts otherwise than the closing of a period."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One measure.

    Attributes:
        measure: what it counts.
        text: the SQL.
        splits: by what it splits.
    """

    measure: Measure
    text: str
    splits: tuple[Splits, ...]


@cache
def statements() -> tuple[Statement, ...]:
    """Every statement of the file."""
    graph_model()
    text = (FOLDER / "W8.sql").read_text("utf-8")
    found = []
    for name, body in NAMED.findall(text):
        measure = all_measures()[name]
        # What countries do not have is counted for regions, whole.
        splits = tuple(sorted(each for each in measure.splits if not _is_form(each))) or ((),)
        if name == "children_in_care":
            splits = tuple(sorted({*splits, (Dimension.SETTING,)}))
        found.append(Statement(measure, body, splits))
    return tuple(found)


def _is_form(split: Splits) -> bool:
    return not {Dimension.SETTING, Dimension.CARE_FORM, Dimension.PROGRAMME_KIND}.isdisjoint(split)


def amounts(rows: Iterable[asyncpg.Record]) -> Counter[Key]:
    """What a statement found."""
    found: Counter[Key] = Counter()
    for row in rows:
        held = {each: row[each.column] for each in Dimension if each.column in row}
        split = in_order({each for each, category in held.items() if category is not None})
        found[row["country_code"], split, tuple(held[each] for each in split)] += row["amount"]
    return found


async def check(
    connection: asyncpg.Connection[asyncpg.Record],
    statement: Statement,
    found: Mapping[Key, int],
    year: int,
    register: Register,
) -> int:
    """Compare every count that a release rests on with what a statement found.

    Args:
        connection: whoever may read what the counts are.
        statement: what counted.
        found: what it found by country.
        year: the release's.
        register: the countries, for their regions.

    Returns:
        how many counts were compared.

    Raises:
        DisagreementError: one differs; says which.
    """
    theirs: Counter[Key] = Counter()
    for (code, split, categories), amount in found.items():
        for area in (code, register[code].region.value, "FEDERATION"):
            theirs[area, split, categories] += amount
    ours: dict[Key, int] = {}
    for row in await connection.fetch(COUNTED, year, statement.measure.code):
        split = tuple(Dimension(each) for each in _listed(row["split_by"]))
        if split in statement.splits:
            ours[row["area"], split, _listed(row["categories"])] = row["amount"]
    areas = {area for area, _, _ in ours}
    for key in ours.keys() | {key for key in theirs if key[0] in areas}:
        if ours.get(key, 0) != theirs[key]:
            message = f"{statement.measure.code} {key}: {ours.get(key, 0)} by us, {theirs[key]} by hand"
            raise DisagreementError(message)
    return len(ours)


def _listed(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()
