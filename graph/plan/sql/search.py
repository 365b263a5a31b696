"""The rows that a search finds, and how far each is from what was typed.

    found_1   each beginning and each key that is looked for, and the rows that have it:
                FROM unnest($starts, $ends, $places) JOIN child_search_key ON key >= start AND key < end
                UNION ALL FROM unnest($keys, $places, $far) JOIN child_search_key ON key = key
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
    from collections.abc import Mapping

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
    begun, known = predicates.alias(search.keys_of), predicates.alias(search.keys_of)
    number = predicates.number()
    sought = _lists(predicates, search.beginnings, f"beginnings_{number}")
    begins = (
        select(begun.c[ROW], sought.c.place, case((begun.c[KEY] == sought.c.start, ZERO), else_=ONE).label("far"))
        .select_from(sought.clause.join(begun.clause, true()))
        .where(
            *predicates.parameters.tenancy(search.keys_of, begun),
            begun.c[KEY] >= sought.c.start,
            begun.c[KEY] < sought.c.until,
        )
    )
    keys = _lists(predicates, search.keys, f"keys_{number}")
    has = (
        select(known.c[ROW], keys.c.place, keys.c.far)
        .select_from(keys.clause.join(known.clause, true()))
        .where(*predicates.parameters.tenancy(search.keys_of, known), known.c[KEY] == keys.c.key)
    )
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


TYPES: Mapping[Kind, TypeEngine[Any]] = {Kind.TEXT: Text(), Kind.INTEGER: Integer()}
"""Of the lists' values."""


def _lists(predicates: Predicates, lists: tuple[tuple[str, Value], ...], name: str) -> Relation:
    """Lists in step, as rows."""
    values = (predicates.parameters.value(value) for _, value in lists)
    columns: list[Any] = [column(each, TYPES[value.kind]) for each, value in lists]
    return Relation(func.unnest(*values).table_valued(*columns).render_derived(name=name))
