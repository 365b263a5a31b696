"""Gatekeeping where care begins: the question that was asked before is linked, and where none was, it is asked now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, cast, exists, func, literal_column, or_, select

from countries.packs.keys import KEYS
from graph.declarations.obligations import FROM
from graph.entities.gatekeeping_assessment import GatekeepingOutcome
from graph.entities.members import member
from graph.kinds.kind import Kind
from graph.plan.sql.policies import laid_down
from graph.plan.sql.relation import Relation
from graph.writes.draft import NOW, NULL, ONE
from graph.writes.mutation import NewId

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.writes.writing import Sql, Writing, Written

TABLE = "gatekeeping_assessment"
ASSESSMENT = NewId(
    "gatekeepingAssessmentId",
    TABLE,
    "The id of the assessment that is opened where none is on record, with a UUIDv7 of your own.",
)
HOURS = KEYS["gatekeeping_hours"]
A_DAY: Sql = literal_column("24", Integer)
LESS_THAN_A_DAY: Sql = literal_column("23", Integer)
NEVER_WAS: ColumnElement[Any] = literal_column("'The time in care was recorded in error.'")
ADMIT: Sql = member(GatekeepingOutcome.ADMIT)


def due_by(writing: Writing, day: Sql) -> Sql:
    """The day by which an assessment is due: the country's hours after a day, rounded up to whole days."""
    hours = laid_down(writing.rows("policy"), HOURS, writing.country, day).scalar_subquery()
    return cast(day + cast(hours + LESS_THAN_A_DAY, Integer).op("/")(A_DAY), Date)


def read_asked(writing: Writing, child: Relation) -> Relation:
    """The newest assessment of this entry: it belongs to no time in care, and is open or lets the child come.

    One that was answered otherwise has led to something else; one behind which the child has come into care, and of
    which nobody has said so, is of that time.
    """
    row, care = writing.rows(TABLE), writing.rows("care_episode")
    since = [
        *writing.within("care_episode", care), care.c.child_id == row.c.child_id, care.c.started_on >= row.c.opened_on,
    ]  # fmt: skip
    there = [
        *writing.within(TABLE, row),
        row.c.child_id == select(child.c.id).select_from(child.clause).scalar_subquery(),
        row.c.care_episode_id.is_(None),
        row.c[FROM].is_(None),
        or_(row.c.completed_on.is_(None), row.c.outcome == ADMIT),
        ~exists(select(ONE).select_from(care.clause).where(*since).correlate_except(care.clause)),
    ]
    newest = select(row.c.id).select_from(row.clause).where(*there).order_by(row.c.opened_on.desc(), row.c.id.desc())
    return writing.read_rows("asked", newest.limit(ONE), many=True)


def link_or_open(writing: Writing, episode: Relation, start: Sql, asked: Relation | None) -> None:
    """The time in care that begins has its assessment.

    Args:
        writing: the statement.
        episode: the new row of it, as written.
        start: its first day.
        asked: from `read_asked`; none of a child that nobody has recorded before.
    """
    none = []
    if asked is not None:
        row = writing.target(TABLE)
        writing.update(TABLE, {"care_episode_id": episode.c.n_id}, where=[row.c.id == asked.c.id], must=False)
        none = [~exists(select(ONE).select_from(asked.clause))]
    cells = {
        "id": writing.given(ASSESSMENT.value, Kind.ID),
        "child_id": episode.c.n_child_id,
        "programme_id": episode.c.n_programme_id,
        "care_episode_id": episode.c.n_id,
        # Of a care that is planned the question is asked today.
        "opened_on": func.least(start, writing.today),
        "due_on": due_by(writing, start),
    }
    writing.insert(TABLE, cells, episode, where=none, must=False)


def let_go(writing: Writing, voided: Written) -> None:
    """A time in care that never was owes no assessment: what was asked because of it is taken back with it.

    What was asked before that, or has been answered, stays, and belongs to no time in care.
    """
    row, gone = writing.target(TABLE), Relation(voided.cte)
    its = row.c.care_episode_id == gone.c.n_id
    asked_by_it = row.c.completed_on.is_(None) & (row.c.opened_on >= gone.c.n_started_on)
    void: dict[str, Sql] = {"voided_at": NOW, "void_reason": NEVER_WAS, "care_episode_id": NULL}
    writing.update(TABLE, void, where=[its, asked_by_it], voids=True, must=False)
    writing.update(TABLE, {"care_episode_id": NULL}, where=[its, ~asked_by_it], must=False)
