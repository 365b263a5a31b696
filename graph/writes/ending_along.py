"""What ends with another row: a temporary stay with the placement in whose days it lies (`ends_with` of an entity).

    look_for_ends   before anything is written: which rows reach beyond the end, and whether one begins behind it
    end_along       in the statement that ends the other row: they end on its day, and what was planned is voided

Few mutations need it, and the others do not pay for it (`seldom`). What has begun on that day ends on it, and holds no
night; what has begun later is a fact that stands against the end: it is named, and set right first. A death ends rows
by its own rule (`deaths.py`); an end that is set right takes along what had ended with it (`following_ends.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, literal_column, or_, select

from graph.declarations.day_rules import began_later
from graph.declarations.declared import camel
from graph.declarations.lives import ENDED_ON, STARTED_ON, VOID_REASON
from graph.plan.sql.relation import Relation
from graph.writes.begun import has_begun
from graph.writes.following_ends import follow_end, look_for_followers
from graph.writes.shadows import change_shadow
from graph.writes.writing import NOW, ONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.declarations.model import EntityModel, GraphModel
    from graph.writes.writing import Sql, Writing, Written

ENDS_BEFORE: Sql = literal_column("'What it belongs to ends before.'")


def ending_with(model: GraphModel, table: str) -> Iterator[tuple[EntityModel, str]]:
    """The entities whose rows end with those of a table, each with its link to them."""
    for entity in model.kept:
        link = entity.ends_with
        if link is not None and entity.stored[link].target == table:
            yield entity, link


def look_for_ends(
    writing: Writing, table: str, whose: Callable[[Any, str], Sql], ended: Sql, began: Sql | None = None
) -> None:
    """Refuse an end behind which something of the row's has begun; see whether something ends along.

    Args:
        writing: the statement, before anything is written.
        table: whose rows end.
        whose: (row, link) -> whether what ends with them hangs on one of those that end.
        ended: the first day no longer there.
        began: the first day, where that changes too: it is written for all then, as the text has its own questions.
    """
    for entity, link in ending_with(writing.model, table):
        row = writing.rows(entity.table)
        mine = [*writing.within(entity.table, row), whose(row, link)]
        reaches = or_(row.c[ENDED_ON].is_(None), row.c[ENDED_ON] > ended)
        beyond = select(ONE).select_from(row.clause).where(*mine, reaches)
        if began is None and not writing.seldom(_asked(entity), exists(beyond.correlate_except(row.clause))):
            continue
        outside = [and_(row.c[STARTED_ON] > ended, row.c[STARTED_ON] <= writing.today)]
        if began is not None:
            outside.append(row.c[STARTED_ON] < began)
        rows = select(row.c.id).select_from(row.clause).where(*mine, or_(*outside))
        refusal = replace(began_later(entity), path=("input", _day_of(writing)))
        writing.check_none(f"no_{entity.table}_is_left_out", rows, refusal, entity.type_name)


def look_who_follows(writing: Writing, table: str, of: Sql, was: Sql) -> None:
    """See which rows ended with one whose end is set right. Arguments as of `look_for_followers`."""
    for entity, link in ending_with(writing.model, table):
        look_for_followers(writing, entity, link, of, was)


def _day_of(writing: Writing) -> str:
    """The input that says when it ends: of whoever moves, when the next one begins."""
    ended, began = (camel(name) for name in (ENDED_ON, STARTED_ON))
    return ended if any(taken.name == ended for taken in writing.action.takes) else began


def end_along(writing: Writing, changed: Written) -> None:
    """End what ends with rows that have ended, and void what was planned behind; void what hangs on voided ones.

    Args:
        writing: the statement.
        changed: rows of which the end was written, or that were taken back.
    """
    for entity, link in ending_with(writing.model, changed.entity.table):
        follow_end(writing, entity, changed)
        if writing.asked.get((_asked(entity),)) is False:
            continue
        rows, row = Relation(changed.cte), writing.target(entity.table)
        apart = writing.draft.apart.get(entity.table)
        mine = [row.c[link] == rows.c.n_id, *([apart(row)] if apart is not None else [])]
        void: dict[str, Sql] = {str(entity.void_column): NOW, VOID_REASON: ENDS_BEFORE}
        if changed.voids:
            _void(writing, entity, void, mine)
        elif ENDED_ON in changed.columns:
            end = rows.c[f"n_{ENDED_ON}"]
            goes_on = [has_begun(row, end, writing.today), or_(row.c[ENDED_ON].is_(None), row.c[ENDED_ON] > end)]
            ended = writing.update(entity.table, {ENDED_ON: end}, where=[*mine, *goes_on], must=False)
            change_shadow(writing, ended, {ENDED_ON: Relation(ended.cte).c[f"n_{ENDED_ON}"]})
            _void(writing, entity, void, [*mine, row.c[STARTED_ON] >= end, row.c[STARTED_ON] > writing.today])


def _void(writing: Writing, entity: EntityModel, cells: dict[str, Sql], where: list[Sql]) -> None:
    plans = writing.update(entity.table, cells, where=where, voids=True, must=False)
    change_shadow(writing, plans, {str(entity.void_column): NOW})


def _asked(entity: EntityModel) -> str:
    return f"{entity.table}_ends_along"
