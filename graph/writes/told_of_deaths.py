"""A death, and the brothers and sisters: whoever cares for them has a task, so that no child learns of it by chance.

Of those whom the caller does not see, of another programme it may be, nothing is written: they are left to the office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, or_, select

from graph.entities.members import member
from graph.entities.task import TaskKind
from graph.plan.sql.relation import Relation
from graph.writes.draft import NOW

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.writes.writing import Sql, Writing

TABLE = "task"
KIND: ColumnElement[Any] = member(TaskKind.OTHER)
TITLE: ColumnElement[Any] = literal_column("'Tell the child that a brother or sister has died, and stay with it.'")
IN_ERROR: ColumnElement[Any] = literal_column("'The death was recorded in error.'")


def _siblings(writing: Writing, child: Sql) -> Any:  # noqa: ANN401 - a SELECT
    """Brothers and sisters of a child, who live, as far as the caller sees them: `id`, `programme_id`."""
    bond, sibling = writing.rows("sibling_bond"), writing.rows("child")
    bound = [
        *writing.within("sibling_bond", bond),
        bond.c.child_id == child,
        or_(bond.c.ended_on.is_(None), bond.c.ended_on > writing.today),
    ]
    there = [*writing.within("child", sibling), sibling.c.id == bond.c.sibling_id, sibling.c.died_on.is_(None)]
    found = select(sibling.c.id, sibling.c.programme_id).select_from(bond.clause, sibling.clause)
    return found.where(*bound, *there).distinct()


def let_siblings_know(writing: Writing, death: Relation) -> None:
    """Open a task for each of them.

    Args:
        writing: the statement, which records the death.
        death: whoever has died, by `id`.
    """
    each = Relation(_siblings(writing, death.c.id).subquery("bereaved"))
    cells: dict[str, Sql] = {
        "id": func.uuidv7(), "child_id": each.c.id, "programme_id": each.c.programme_id, "kind": KIND, "title": TITLE,
        "due_on": writing.today,
    }  # fmt: skip
    writing.insert(TABLE, cells, each, must=False)


def take_back_what_they_were_told(writing: Writing, child: Sql) -> None:
    """Of a death that never was nobody is told any more; what was done by then stays on record."""
    row, each = writing.target(TABLE), _siblings(writing, child).subquery("bereaved")
    open_ones = [row.c.kind == KIND, row.c.title == TITLE, row.c.done_on.is_(None)]
    mine = row.c.child_id.in_(select(each.c.id))
    cells: dict[str, Sql] = {"voided_at": NOW, "void_reason": IN_ERROR}
    writing.update(TABLE, cells, where=[mine, *open_ones], voids=True, must=False)
