"""What goes along with a row that changes: the columns that repeat it, and with its programme all that is its own.

Both are written in the statement that changes the row, from what that change returns.

  written_1 AS (UPDATE child … RETURNING new and old),
  written_2 AS (UPDATE placement SET programme_id = written_1.n_programme_id … WHERE child_id = written_1.n_id …), …
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select, union_all

from graph.entities.history import TABLE_OF_CLASS
from graph.plan.sql.relation import Relation
from graph.writes.history_and_feed import notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.declarations.owners import CopyOf
    from graph.writes.composer import Composer
    from graph.writes.draft import Sql, Written


def follow(writing: Composer, original: Written) -> None:
    """Change every copy of what a write has changed; what belongs to the rows goes along to another programme."""
    followed = [
        written
        for entity, copy, columns in _groups(writing, original)
        if (written := _follow(writing, original, entity, copy, columns)) is not None
    ]
    handed_over = original.entity.in_graph and original.entity.programme_column in original.columns
    # No import makes another programme responsible: it gives the columns as they are.
    if handed_over and not original.follows and not writing.draft.sparing:
        _hand_over(writing, original, followed)


def _groups(writing: Composer, original: Written) -> Iterator[tuple[EntityModel, CopyOf, list[tuple[Column, CopyOf]]]]:
    """The copies, those together that one link of one table leads to: no row is changed twice."""
    groups: dict[tuple[str, str, tuple[str, ...]], tuple[EntityModel, CopyOf, list[tuple[Column, CopyOf]]]] = {}
    for entity, column, copy in writing.model.copies(original.entity.table):
        if copy.column in original.columns:
            key = (entity.table, copy.link, copy.unless)
            groups.setdefault(key, (entity, copy, []))[2].append((column, copy))
    yield from groups.values()


def _follow(
    writing: Composer, original: Written, entity: EntityModel, copy: CopyOf, columns: list[tuple[Column, CopyOf]]
) -> Written | None:
    target, changed = writing.target(entity.table), Relation(original.cte)
    values = {column.name: changed.c[f"n_{each.column}"] for column, each in columns}
    where: list[Sql] = [
        target.c[copy.link] == changed.c.n_id,
        *(target.c[name].is_(None) for name in copy.unless),
        *(apart(target) for apart in [writing.draft.apart.get(entity.table)] if apart is not None),
    ]
    if all(each.column in original.optional for _, each in columns):
        # Nothing of what they repeat need be given: then they stay as they are.
        names = dict.fromkeys(name for _, each in columns for name in original.optional[each.column])
        where.append(or_(*(writing.gives(name) for name in names)))
    if writing.draft.sparing:
        where.append(or_(*(target.c[name].is_distinct_from(value) for name, value in values.items())))
    return writing.repeat(entity.table, values, where=where)


def _hand_over(writing: Composer, owner: Written, followed: list[Written]) -> None:
    """The new programme hears of all that has come into view, and reads the history; the old one does neither.

    Rows of others that lead there stay as they are: what they show has come into view, or gone out of it.
    """
    moved = {written.entity.table: written for written in (owner, *followed)}
    for entity in writing.model.kept:
        own = {entity.part_of, *(each.column for each in entity.owners)}
        for column in entity.stored.values():
            led = moved.get(column.target or "")
            # What leads from one row below an owner to another stays within what the owner has.
            inside = led is not owner and entity.table in moved
            if led is not None and column.name not in own and not inside:
                rows = writing.rows(entity.table)
                notice(writing, entity.table, rows, rows.c[column.name].in_(_ids(led)))
    mine = union_all(*(_ids(each) for each in moved.values())).cte("mine")
    to = {"programme_id": select(owner.cte.c[f"n_{owner.entity.programme_column}"]).scalar_subquery()}
    for name in TABLE_OF_CLASS.values():
        target = writing.target(name)
        writing.update(name, to, where=[target.c.row_id.in_(select(mine.c.id))], must=False)


def _ids(written: Written) -> Any:  # noqa: ANN401 - a SELECT
    return select(written.cte.c.n_id.label("id"))
