"""Selections on figures as JSON in SQL: objects, arrays, and the splits of a figure, which the plan knows by heart."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import case, func, literal_column, select

from graph.indicators.splits import CATEGORIES
from graph.plan.sql.relation import MAX_IDENTIFIER, JsonObject, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Select

    from graph.indicators.splits import Splits
    from graph.plan.sql.composition import Composition
    from graph.plan.sql.levels import Level, Pairs
    from graph.plan.sql.paging import Sql
    from graph.plan.tree.view import View

Values = Mapping[str, Any]
"""The value of each field, by its name: an expression, or a function from what is selected inside to one."""
NO_JSON: ColumnElement[Any] = literal_column("null::json")


def before(place: int) -> str:
    """What the columns of a period that is compared with begin with."""
    return f"compared_{place}_" if place else "compared_"


def compared_in(view: View, many: int) -> int:
    """How many of the periods that cells are compared with are asked for."""
    names = {name for _, name, _ in view.fields}
    return many if "comparisons" in names else min(many, 1) if "comparison" in names else 0


def several(objects: Sequence[Sql]) -> Sql:
    """Some objects as a JSON array."""
    return func.json_build_array(*objects) if objects else literal_column("'[]'::json")


def word(text: str) -> ColumnElement[Any]:
    """A word of the catalogue in SQL: a code, a dimension, a category; it needs no escape."""
    made: ColumnElement[Any] = literal_column(f"'{text}'")
    return made


def pairs_of(view: View, values: Values) -> Pairs:
    """Response keys with their values, in order."""
    pairs: Pairs = []
    for key, name, inside in view.fields:
        if name == "__typename":
            pairs.append((key, word(view.type_name)))
        else:
            pairs.append((key, values[name] if inside is None else values[name](inside)))
    return pairs


def listed(predicates: Composition, pairs: Pairs, level: Level, conditions: Sequence[Any], order: Sequence[Any]) -> Sql:
    """A JSON array with an object for each row of a level, in this order."""
    whole = bool(pairs) and all(len(key) <= MAX_IDENTIFIER for key, _ in pairs)
    columns = [value.label(key) for key, value in pairs] if whole else [JsonObject(pairs).label("entry")]
    rows = select(*columns).select_from(level.clause).where(*conditions).order_by(*order).correlate(None)
    cells = Relation(rows.subquery(f"listed_{predicates.number()}"))
    entry = func.row_to_json(cells.row) if whole else cells.c.entry
    gathered = func.coalesce(func.json_agg(entry), literal_column("'[]'::json"))
    return select(gathered).select_from(cells.clause).correlate(None).scalar_subquery()


def categories_of(splits: Splits) -> Iterator[tuple[str, ...]]:
    """Every combination of categories, in the order in which published figures lie."""
    yield from sorted(product(*(CATEGORIES[each] for each in splits)), key=",".join)


def splits_text(view: View, splits: Splits, categories: Sequence[str]) -> str:
    """`splits` of a figure as JSON: dimension and value of each."""
    named = [{"dimension": one.value, "value": other} for one, other in zip(splits, categories, strict=True)]
    return orjson.dumps(view.of(named)).decode()


def splits_literal(view: View, splits: Splits, categories: Sequence[str]) -> ColumnElement[Any]:
    """The same as SQL; names and categories need no escape."""
    made: ColumnElement[Any] = literal_column(f"'{splits_text(view, splits, categories)}'::json")
    return made


def splits_value(view: View, splits: Splits, key: ColumnElement[Any], keys: Mapping[tuple[str, ...], Sql]) -> Sql:
    """`splits` of each row, by a key that stands for its categories."""
    if not splits:
        return splits_literal(view, (), ())
    return case({number: splits_literal(view, splits, one) for one, number in keys.items()}, value=key)


def alone(predicates: Composition, pairs: Pairs, name: str) -> Select[Any]:
    """One object that hangs on no row."""
    if not pairs or any(len(key) > MAX_IDENTIFIER for key, _ in pairs):
        return select(JsonObject(pairs).label("value"))
    made = Relation(select(*(value.label(key) for key, value in pairs)).subquery(f"{name}_{predicates.number()}"))
    return select(func.row_to_json(made.row).label("value")).select_from(made.clause)
