"""A death: the days that it leaves a child, what stands against it, and what ends with it.

A child lives in a home, and has its ties, until the day of its death. That day is the first one no longer there, as
with every other end; what began on that very day holds it still. Of a death of which a month or a year is known, things
end on its first day, and nothing may come after its last one.

Facts on record of later days stand against a death: it is refused, and nothing is lost. Plans end with it: a placement
that is to begin is voided, and a tie that is to begin keeps its first day. Brothers and sisters stay what they are:
bonds do not end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal_column, or_, select

from graph.declarations.days import DIED, is_born, last_day
from graph.declarations.lives import VOID_REASON
from graph.declarations.obligations import NotOwedReason
from graph.declarations.rules import Cells, stands
from graph.entities.members import member
from graph.plan.sql.relation import Relation
from graph.plan.sql.rule_frame import SqlFrame
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.writes.draft import TRUE
from graph.writes.obligations import no_longer_owed
from graph.writes.shadows import change_shadow
from graph.writes.writing import NOW, ONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement

    from graph.declarations.model import EntityModel, GraphModel
    from graph.refusals import Path
    from graph.writes.writing import Sql, Writing

DEATH: ColumnElement[Any] = literal_column("'DEATH'")
EXACT: ColumnElement[Any] = literal_column("'DAY'")
ON_RECORD = "death_is_on_record"
"""The rule of a placement that an end by death follows the death."""
CHILD, ENDED_ON, STAY = "child", "ended_on", "placement"
LONG_AGO: ColumnElement[Any] = literal_column("'-infinity'::date")
FOREVER: ColumnElement[Any] = literal_column("'infinity'::date")
PLAN_VOID: ColumnElement[Any] = literal_column("'The child has died.'")
"""The reason of a plan that a death voids."""

KNOWN = conflict(
    Reason.DEATH_KNOWN, "The child's death is on record already.", "Set it right with correctDeath.", "diedOn"
)
BORN_LATER = conflict(
    Reason.BORN_LATER, "The child was born after that day.", "Check the day, or the birth date.", "diedOn"
)
DIED_EARLIER = conflict(
    Reason.DEATH_EARLIER,
    "A placement on record ended by death before that day.",
    "Check the day, or set the placement's end right with correctPlacement first.",
    "diedOn",
)


def ending(model: GraphModel) -> Iterator[EntityModel]:
    """What ends with a death: every dated row of a child's whose end lies in its life; where it lives before all."""
    for entity in sorted(model.owned_by(CHILD), key=lambda each: (each.table != STAY, each.table)):
        end = entity.stored.get(ENDED_ON)
        links = {owner.column for owner in entity.owners if owner.table == CHILD}
        if entity.is_tenant and end is not None and end.day is not None and not links.isdisjoint(end.day.lives):
            yield entity


def holds_stays(model: GraphModel, table: str) -> bool:
    """Whether stays lie within the days of a table's rows."""
    stored = model.by_table[STAY].stored
    day = stored[ENDED_ON].day
    return day is not None and table in {stored[link].target for link in day.inside}


def first_day(row: Relation) -> Sql:
    """The first day of a row; one that nobody knows lies before every other."""
    return func.coalesce(row.c.started_on, LONG_AGO)


def as_ended(row: Any, death: Any, today: Sql, *besides: Sql) -> Cells:  # noqa: ANN401 - whatever gives columns
    """A row as a death leaves it: it ends with what still goes on.

    Args:
        row: with `started_on` and `ended_on`.
        death: `died_on`, and `until`, the last day of life.
        today: today's date.
        besides: what else lets a row's end follow the death.
    """
    follows = or_(row.c.ended_on.is_(None), row.c.ended_on > today, *besides)
    # What began after the death is not ended by it: somebody has to say what it was.
    ended = and_(follows, first_day(row) <= death.c.until)
    return Cells({ENDED_ON: case((ended, end_of(row, death.c.died_on)), else_=row.c.ended_on)}, row)


def end_of(row: Relation, died_on: Sql) -> Sql:
    """The day on which a row ends with a death: that very day, unless it is the row's first."""
    return func.greatest(died_on, row.c.started_on + ONE)


def read_death(writing: Writing, child: Relation, died_on: Sql, precision: Sql) -> Relation:
    """A death as it is to be: `id` of the child, `died_on`, `died_on_precision`; and `until`, the last day of life."""
    cells = select(child.c.id, died_on.label("died_on"), precision.label("died_on_precision")).select_from(child.clause)
    said = Relation(cells.subquery("said"))
    until = last_day(said, DIED, writing.today).label("until")
    return writing.read_rows(
        "death",
        select(said.c.id, said.c.died_on, said.c.died_on_precision, until).select_from(said.clause),
    )


def check_death(
    writing: Writing, child: Relation, death: Relation, *, day: str, besides: Sequence[Relation] = ()
) -> None:
    """A death is known, comes after the birth, and no fact is on record of a later day.

    Args:
        writing: the statement.
        child: the child's row, with what `LIFE` names.
        death: from `read_death`.
        day: the input that gives the day.
        besides: rows whose end follows the death, by `id`.
    """
    place = ("input", day)
    writing.check(
        "died_by_today",
        death.c.died_on <= writing.today,
        bad_input(
            Reason.DAY_IN_FUTURE,
            "The day lies in the future.",
            "A death is recorded once it is known; check the day.",
            day,
        ),
    )
    writing.check(
        "died_after_birth",
        is_born(child, death.c.until),
        replace(BORN_LATER, path=place),
    )
    frame = SqlFrame(writing.today, writing.country)
    for entity in ending(writing.model):
        # Of a time in care the stays in it tell what came after: it ends with them.
        if not holds_stays(writing.model, entity.table):
            _check_no_later(writing, entity.table, death, frame, place, besides)
    stay = writing.rows("placement")
    rule = next(each for each in writing.model.by_table["placement"].keeps if each.name == ON_RECORD)
    mine = [*writing.within("placement", stay), stay.c.child_id == death.c.id, *_none_of(stay, besides)]
    said = stands(rule, stay, {"child_id": death}, frame, nullable=True)
    earlier = select(ONE).select_from(stay.clause, death.clause).where(*mine, said.is_not(TRUE))
    writing.check(
        "no_earlier_death", child.c.died_on.is_not(None) | ~exists(earlier), replace(DIED_EARLIER, path=place)
    )


def _check_no_later(
    writing: Writing, name: str, death: Relation, frame: SqlFrame, place: Path, besides: Sequence[Relation]
) -> None:
    """No row would go on after the death, as the table's own rule says it, once the death has ended what it ends."""
    seen = next(
        each for entity, _, each in writing.model.seen_from("child") if entity.table == name and each.at == DIED
    )
    if seen.holds is None:
        raise TypeError(seen.name)
    row = writing.rows(name)
    mine = [*writing.within(name, row), row.c.child_id == death.c.id]
    moved = (row.c.id.in_(select(each.c.id).select_from(each.clause)) for each in besides)
    over = seen.holds(as_ended(row, death, writing.today, *moved), {seen.link: death}, frame)
    later = [first_day(row) <= writing.today, over.is_not(TRUE)]
    there = select(ONE).select_from(row.clause, death.clause).where(*mine, *later)
    writing.check(f"no_later_{name}", ~exists(there), replace(seen.refusal, path=place))


def _none_of(row: Relation, besides: Sequence[Relation]) -> list[Sql]:
    return [row.c.id.not_in(select(each.c.id).select_from(each.clause)) for each in besides]


def end_with_death(writing: Writing, death: Relation) -> None:
    """End what is open, and what is planned; of as many deaths as are told.

    Args:
        writing: the statement.
        death: from `read_death`, or from what a file says.
    """
    no_longer_owed(writing, CHILD, death.c.id, death.c.died_on, NotOwedReason.CHILD_DIED)
    for entity in ending(writing.model):
        _end_rows(writing, entity, death)


def _end_rows(writing: Writing, entity: EntityModel, death: Relation) -> None:
    """The rows of one table: those that go on end, and those that are planned keep their first day or are voided."""
    today, row = writing.today, writing.target(entity.table)
    end = end_of(row, death.c.died_on)
    others = [row.c.child_id == death.c.id]
    latest = end if holds_stays(writing.model, entity.table) else today
    lasting = [row.c.ended_on.is_(None) | (row.c.ended_on > latest), row.c.ended_on.is_distinct_from(end)]
    # What nobody takes back is not voided either.
    is_cut = entity.cut_by_death or entity.void_column is None
    begun = [] if is_cut else [first_day(row) <= today]
    cells: dict[str, Sql] = {ENDED_ON: end}
    cells |= {name: member(each) for name, each in entity.at_death.items()}
    ended = writing.update(entity.table, cells, where=[*others, *lasting, *begun], must=False)
    change_shadow(writing, ended, {ENDED_ON: Relation(ended.cte).c.n_ended_on})
    if is_cut:
        return
    void: dict[str, Sql] = {str(entity.void_column): NOW, VOID_REASON: PLAN_VOID}
    plans = writing.update(entity.table, void, where=[*others, row.c.started_on > today], voids=True, must=False)
    change_shadow(writing, plans, {str(entity.void_column): NOW})


def say_death(writing: Writing, death: Relation, *where: Sql) -> None:
    """Write the day of death, the one place where it is said."""
    child = writing.target("child")
    writing.update(
        "child",
        {"died_on": death.c.died_on, "died_on_precision": death.c.died_on_precision},
        where=[child.c.id == death.c.id, *where],
    )
