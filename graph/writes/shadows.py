"""Shadows: tables that have a row for each row of others, under the same id (`shadow_of` of a declaration)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.plan.sql.relation import Relation
from graph.writes.draft import NULL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.declarations.model import EntityModel
    from graph.writes.writing import Sql, Writing, Written


def cast_shadow(writing: Writing, made: Written) -> None:
    """Write the rows that other tables have of new ones."""
    rows = Relation(made.cte)
    for shadow in _shadows(writing, made):
        given = {name: rows.c[f"n_{name}"] if name in made.columns else NULL for name in shadow.stored}
        cells = {name: cell for name, cell in given.items() if name not in shadow.key}
        writing.insert(shadow.table, {"id": rows.c.n_id, **cells}, rows)


def move_shadow(writing: Writing, changed: Written) -> None:
    """Let the rows that other tables have of changed ones hold what those hold now."""
    rows = Relation(changed.cte)
    for shadow in _shadows(writing, changed):
        values = {name: rows.c[f"n_{name}"] for name in shadow.stored if name in changed.columns}
        if values:
            _change(writing, shadow, changed, values)


def change_shadow(writing: Writing, changed: Written, values: Mapping[str, Sql]) -> None:
    """Change the rows that another table has of these, under the same ids; nothing where there is no such table."""
    for shadow in _shadows(writing, changed):
        _change(writing, shadow, changed, values)


def _shadows(writing: Writing, written: Written) -> Iterator[EntityModel]:
    return (each for each in writing.model.by_table.values() if written.entity.table in each.shadow_of)


def _change(writing: Writing, shadow: EntityModel, changed: Written, values: Mapping[str, Sql]) -> None:
    target, rows = writing.target(shadow.table), Relation(changed.cte)
    writing.update(shadow.table, values, where=[target.c.id == rows.c.n_id], must=False)
