"""The rows that a search finds, and how far each is from what was typed.

    found_1   each beginning and each key that is looked for, and the rows that have it:
                FROM unnest($starts, $untils, $places), LATERAL (… child_search_key WHERE key >= start AND key < until)
                UNION ALL FROM unnest($keys, $places, $far), LATERAL (… child_search_key WHERE key = key)
    search_1  of each row its nearest match for each word; a row that has them all, or all as one

The index of the keys is asked for equality and ranges alone, which PostgreSQL does under row security, row by row of
what is looked for: it finds what it asks for in a few milliseconds, however many children a country has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, Integer, Text, case, column, func, literal_column, select, true, union_all

from graph.declarations.search_keys import KEY, ROW
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.types import TypeEngine

    from graph.plan.sql.predicates import Predicates
    from graph.plan.tree.search import Search
    from graph.plan.tree.values import Value

RANK = "search_rank"
"""How far a row is from what is searched for: the lower, the nearer."""
ZERO: Any = literal_column("0")
ONE: Any = literal_column("1")


def found_rows(predicates: Predicates, search: Search) -> CTE:
    """The rows: `row_id` and `search_rank`."""
    number = predicates.number()
    sought = _lists(predicates, search.beginnings, f"beginnings_{number}")
    begun = _looked_up(predicates, search, sought, lambda key: [key >= sought.c.start, key < sought.c.until])
    far = case((begun.c[KEY] == sought.c.start, ZERO), else_=ONE).label("far")
    begins = select(begun.c[ROW], sought.c.place, far).select_from(sought.clause.join(begun.clause, true()))
    keys = _lists(predicates, search.keys, f"keys_{number}")
    known = _looked_up(predicates, search, keys, lambda key: [key == keys.c.key])
    has = select(known.c[ROW], keys.c.place, keys.c.far).select_from(keys.clause.join(known.clause, true()))
    found = Relation(union_all(begins, has).subquery(f"found_{number}"))
    nearest = (
        select(found.c[ROW], found.c.place, func.min(found.c.far).label("far"))
        .select_from(found.clause)
        .group_by(found.c[ROW], found.c.place)
    )
    near = Relation(nearest.subquery(f"nearest_{number}"))
    words = predicates.parameters.value(search.words)
    word, whole = near.c.place < words, near.c.place == words
    together = case((func.count().filter(word) == words, func.sum(near.c.far).filter(word)))
    rank = func.least(together, func.min(near.c.far).filter(whole))
    ranked = (
        select(near.c[ROW], rank.label(RANK)).select_from(near.clause).group_by(near.c[ROW]).having(rank.is_not(None))
    )
    return ranked.cte(f"search_{number}").prefix_with("MATERIALIZED")


def _looked_up(
    predicates: Predicates, search: Search, sought: Relation, where: Callable[[Any], list[ColumnElement[bool]]]
) -> Relation:
    """The keys that one thing that is sought meets, by the index.

    With an offset PostgreSQL plans it by itself. It expects a handful of lists' values and any number of keys behind
    each, and would rather read all keys of a country.
    """
    keys = predicates.alias(search.keys_of)
    met = [*predicates.parameters.tenancy(search.keys_of, keys), *where(keys.c[KEY])]
    chosen = select(keys.c[ROW], keys.c[KEY]).select_from(keys.clause).where(*met).offset(ZERO)
    return Relation(chosen.correlate(sought.clause).lateral(f"met_{predicates.number()}"))


TYPES: Mapping[Kind, TypeEngine[Any]] = {Kind.TEXT: Text(), Kind.INTEGER: Integer()}
"""Of the lists' values."""


def _lists(predicates: Predicates, lists: tuple[tuple[str, Value], ...], name: str) -> Relation:
    """Lists in step, as rows."""
    values = (predicates.parameters.value(value) for _, value in lists)
    columns: list[Any] = [column(each, TYPES[value.kind]) for each, value in lists]
    return Relation(func.unnest(*values).table_valued(*columns).render_derived(name=name))
