"""Keyset paging: the rows beyond a position, both ways, stable under ties and empty values.

Empty values come last in ascending order and first in descending order, as PostgreSQL orders them: one index serves
both directions, and paging backward is the exact reverse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, UnaryExpression, and_, or_, tuple_


class SortValues(Protocol):
    """The value of each sort key, by its name."""

    def __getitem__(self, name: str, /) -> ColumnElement[Any]: ...


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key of an ordering; `nullable` says whether a row, or the position, may have no value."""

    name: str
    descending: bool
    nullable: bool


@dataclass(frozen=True, slots=True)
class SeekSide:
    """Which side of the position: `backward` is before it; `inclusive` takes the row at the position too."""

    backward: bool
    inclusive: bool = False


def ordered(keys: Sequence[SortKey], values: SortValues, *, backward: bool = False) -> list[UnaryExpression[Any]]:
    """The ORDER BY terms; where empty values go is PostgreSQL's default for each direction."""
    return [values[key.name].desc() if key.descending != backward else values[key.name].asc() for key in keys]


def beyond(
    keys: Sequence[SortKey], values: SortValues, position: SortValues, direction: SeekSide
) -> ColumnElement[bool]:
    """The rows on one side of the position.

    A row comparison serves where no key may be empty and all run one way: the index answers it whole. Otherwise the
    comparison is spelt out, with a bound on the leading key that the index can use.
    """
    leading = keys[0]
    if len({key.descending for key in keys}) == 1 and not any(key.nullable for key in keys):
        return _compare(
            tuple_(*(values[key.name] for key in keys)),
            tuple_(*(position[key.name] for key in keys)),
            smaller=leading.descending != direction.backward,
            inclusive=direction.inclusive,
        )
    spelt = _spell(keys, values, position, direction)
    if leading.nullable:
        return spelt
    smaller = leading.descending != direction.backward
    return and_(_compare(values[leading.name], position[leading.name], smaller=smaller, inclusive=True), spelt)


def _compare(left: Any, right: Any, *, smaller: bool, inclusive: bool) -> ColumnElement[bool]:  # noqa: ANN401 - columns or rows of them
    result: ColumnElement[bool]
    match smaller, inclusive:
        case True, True:
            result = left <= right
        case True, False:
            result = left < right
        case False, True:
            result = left >= right
        case _:
            result = left > right
    return result


def _spell(
    keys: Sequence[SortKey], values: SortValues, position: SortValues, direction: SeekSide
) -> ColumnElement[bool]:
    key, *later = keys
    value, bound = values[key.name], position[key.name]
    smaller = key.descending != direction.backward
    further = _compare(value, bound, smaller=smaller, inclusive=False)
    same: ColumnElement[bool] = value == bound
    if key.nullable:
        # Empty is the largest value: going up it lies beyond every other, going down every other lies beyond it.
        past = and_(value.is_not(None), bound.is_(None)) if smaller else and_(value.is_(None), bound.is_not(None))
        further = or_(further, past)
        same = value.is_not_distinct_from(bound)
    if later:
        return or_(further, and_(same, _spell(later, values, position, direction)))
    return or_(further, same) if direction.inclusive else further
