"""What is a part of a row that is taken back is taken back with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.lives import VOID_REASON
from graph.plan.sql.relation import Relation
from graph.writes.draft import NOW

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing, Written


def void_parts(writing: Writing, whole: Written, reason: Sql) -> None:
    """Take the parts of a row back, and their own parts; what was before stays so.

    Args:
        writing: the statement.
        whole: the row that is taken back, or the rows.
        reason: why.
    """
    for part in writing.model.kept:
        links = [part.stored[name] for name in (part.part_of, *part.in_one) if name is not None]
        link = next((each for each in links if each.target == whole.entity.table), None)
        if link is None or part.void_column is None:
            continue
        target = writing.target(part.table)
        cells: dict[str, Sql] = {part.void_column: NOW, VOID_REASON: reason}
        where = [target.c[link.name] == Relation(whole.cte).c.n_id]
        void_parts(writing, writing.update(part.table, cells, where=where, voids=True, must=False), reason)
