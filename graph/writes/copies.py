"""What goes along with a row that changes: the columns that repeat it, and with its programme all that is its own.

Both are written in the statement that changes the row, from what that change returns.

  written_1 AS (UPDATE child … RETURNING new and old),
  written_2 AS (UPDATE placement SET programme_id = written_1.n_programme_id … WHERE child_id = written_1.n_id …), …
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, or_, select, tuple_, union_all

from graph.declarations.leading_on import same_as_column
from graph.declarations.owners import CopyOf
from graph.entities.history import TABLE_OF_CLASS
from graph.plan.sql.relation import Relation
from graph.writes.draft import ONE
from graph.writes.history_and_feed import notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import EntityModel
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


_Place = tuple[str, str, tuple[str, ...]]
"""A table, its link, and the links that are given first."""


def _groups(writing: Composer, original: Written) -> Iterator[tuple[EntityModel, CopyOf, dict[str, str]]]:
    """The copies, those together that one link of one table leads to: no row is changed twice.

    Of each the columns that are written, and which of the original's each of them repeats.
    """
    groups: dict[_Place, tuple[EntityModel, CopyOf, dict[str, str]]] = {}
    for entity, name, copy in _copies(writing, original):
        if copy.column in original.columns or copy.column in original.instead:
            key = (entity.table, copy.link, copy.unless)
            groups.setdefault(key, (entity, copy, {}))[2][name] = copy.column
    yield from groups.values()


def _copies(writing: Composer, original: Written) -> Iterator[tuple[EntityModel, str, CopyOf]]:
    """The columns that repeat one of the original's table, and those that say where its record leads on to."""
    table, same_as = original.entity.table, original.entity.same_as
    for entity, column, copy in writing.model.copies(table):
        yield entity, column.name, copy
    if same_as is not None:
        for entity in writing.model.kept:
            for link in entity.led_on:
                if entity.stored[link].target == table:
                    yield entity, same_as_column(link), CopyOf(link, table, same_as)


def _follow(
    writing: Composer, original: Written, entity: EntityModel, copy: CopyOf, columns: dict[str, str]
) -> Written | None:
    target, changed = writing.target(entity.table), Relation(original.cte)
    values = {
        name: original.instead[repeated] if repeated in original.instead else changed.c[f"n_{repeated}"]
        for name, repeated in columns.items()
    }
    where: list[Sql] = [
        target.c[copy.link] == changed.c.n_id,
        *(target.c[name].is_(None) for name in copy.unless),
        *(apart(target) for apart in [writing.draft.apart.get(entity.table)] if apart is not None),
    ]
    if all(repeated in original.optional for repeated in columns.values()):
        # Nothing of what they repeat need be given: then they stay as they are.
        names = dict.fromkeys(name for repeated in columns.values() for name in original.optional[repeated])
        where.append(or_(*(writing.gives(name) for name in names)))
    if writing.draft.sparing:
        where.append(or_(*(target.c[name].is_distinct_from(value) for name, value in values.items())))
    return writing.repeat(entity.table, values, where=where, borrows=copy.link not in _own(entity))


def _own(entity: EntityModel) -> set[str | None]:
    """The links that say whose a row is: of what owns it, of its whole, of the record that it was taken back for."""
    return {entity.part_of, entity.same_as, *(each.column for each in entity.owners)}


def _hand_over(writing: Composer, owner: Written, followed: list[Written]) -> None:
    """The new programme hears of all that has come into view, and reads the history; the old one does neither.

    Rows of others that lead there stay as they are: what they show has come into view, or gone out of it.
    """
    # What only repeats a name stays with its own programme.
    handed = (each for each in followed if each.entity.programme_column in each.columns)
    moved = {written.entity.table: written for written in (owner, *handed)}
    for entity in writing.model.kept:
        own = _own(entity)
        for column in entity.stored.values():
            led = moved.get(column.target or "")
            # What leads from one row below an owner to another stays within what the owner has.
            inside = led is not owner and entity.table in moved
            if led is not None and column.name not in own and not inside:
                rows = writing.rows(entity.table)
                notice(writing, entity.table, rows, rows.c[column.name].in_(_ids(led)))
    # One uuid may name rows of two types: a client chooses it.
    mine = union_all(
        *(_ids(each).add_columns(literal_column(f"'{each.entity.type_name}'").label("type")) for each in moved.values())
    ).cte("mine")
    # Records that lead on to the row go where it goes.
    programme = select(owner.cte.c[f"n_{owner.entity.programme_column}"]).limit(ONE)
    to = {"programme_id": programme.scalar_subquery()}
    for name in TABLE_OF_CLASS.values():
        target = writing.target(name)
        theirs = tuple_(target.c.type, target.c.row_id).in_(select(mine.c.type, mine.c.id))
        writing.update(name, to, where=[theirs], must=False)


def _ids(written: Written) -> Any:  # noqa: ANN401 - a SELECT
    return select(written.cte.c.n_id.label("id"))
