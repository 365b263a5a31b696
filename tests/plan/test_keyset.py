"""The rows beyond a position: what the comparison says, over every pair of rows, in every direction."""

from __future__ import annotations

from functools import cmp_to_key, partial
from itertools import product
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import column, select, values
from sqlalchemy.types import Integer

from graph.plan.sql.compiled import text_of
from graph.plan.sql.keyset import SeekSide, SortKey, beyond, ordered

if TYPE_CHECKING:
    from collections.abc import Iterable

    import asyncpg
    from sqlalchemy import Values

Row = tuple[int | None, int | None, int]

PAIRS = list(product((None, 1, 2), repeat=2))
DOMAIN: list[Row] = [(one, other, number) for number, (one, other) in enumerate([*PAIRS, *PAIRS[:5]], 1)]
FULL: list[Row] = [row for row in DOMAIN if None not in row]
NAMES = ("a", "b", "id")


def compare(left: Row, right: Row, keys: list[SortKey]) -> int:
    """What the ordering says of two rows: an empty value is the largest."""
    for key in keys:
        index = NAMES.index(key.name)
        one, other = ((value is None, value or 0) for value in (left[index], right[index]))
        if one != other:
            return (1 if one > other else -1) * (-1 if key.descending else 1)
    return 0


ORDERINGS = [
    [SortKey("a", first, nullable), SortKey("b", second, nullable), SortKey("id", last, nullable=False)]
    for first, second, last, nullable in product((False, True), repeat=4)
] + [[SortKey("id", last, nullable=False)] for last in (False, True)]
DIRECTIONS = [SeekSide(backward, inclusive) for backward, inclusive in product((False, True), repeat=2)]


def table(name: str, rows: Iterable[Row]) -> Values:
    """Rows as a table of a statement."""
    return values(*(column(each, Integer()) for each in NAMES), name=name, literal_binds=True).data(list(rows))


def written(keys: list[SortKey]) -> str:
    """An ordering as a person reads it."""
    return ",".join(key.name + ("-" if key.descending else "+") + ("?" if key.nullable else "") for key in keys)


@pytest.mark.parametrize("keys", ORDERINGS, ids=written)
@pytest.mark.parametrize("direction", DIRECTIONS, ids=repr)
async def test_beyond_is_the_ordering(
    operator: asyncpg.Connection[asyncpg.Record], keys: list[SortKey], direction: SeekSide
) -> None:
    """For every position, the rows beyond it are those that the ordering puts there, ties and empty values included."""
    rows = DOMAIN if keys[0].nullable else FULL
    row, position = table("row", rows), table("position", rows)
    condition = beyond(keys, row.c, position.c, direction)
    statement = select(position.c.id, row.c.id).select_from(position.join(row, condition))
    found = {tuple(pair) for pair in await operator.fetch(text_of(statement))}
    wanted = {-1 if direction.backward else 1} | ({0} if direction.inclusive else set())
    assert found == {(there[2], each[2]) for there, each in product(rows, rows) if compare(each, there, keys) in wanted}


@pytest.mark.parametrize("keys", ORDERINGS, ids=written)
async def test_order_by_is_the_ordering(operator: asyncpg.Connection[asyncpg.Record], keys: list[SortKey]) -> None:
    """PostgreSQL puts the rows in the order that `beyond` speaks of, and backward in the exact reverse."""
    rows = DOMAIN if keys[0].nullable else FULL
    row = table("row", rows)
    forward, backward = (
        text_of(select(row.c.id).order_by(*ordered(keys, row.c, backward=side))) for side in (False, True)
    )
    in_order = sorted(rows, key=cmp_to_key(partial(compare, keys=keys)))
    expected = [each[2] for each in in_order]
    assert [each["id"] for each in await operator.fetch(forward)] == expected
    assert [each["id"] for each in await operator.fetch(backward)] == expected[::-1]


def test_one_direction_without_nulls_is_a_row_comparison() -> None:
    """Where an index can answer the whole comparison, the statement says it as one."""
    columns = {name: column(name, Integer()) for name in NAMES}
    bounds = {name: column(f"{name}_bound", Integer()) for name in NAMES}
    keys = [SortKey("a", True, False), SortKey("id", True, False)]
    assert str(beyond(keys, columns, bounds, SeekSide(backward=False))) == "(a, id) < (a_bound, id_bound)"


def test_mixed_directions_bound_the_leading_key() -> None:
    """Otherwise the comparison is spelt out, with a bound on the leading key that an index can use."""
    columns = {name: column(name, Integer()) for name in NAMES}
    bounds = {name: column(f"{name}_bound", Integer()) for name in NAMES}
    keys = [SortKey("a", False, False), SortKey("id", True, False)]
    assert str(beyond(keys, columns, bounds, SeekSide(backward=False))).startswith("a >= a_bound AND (")
