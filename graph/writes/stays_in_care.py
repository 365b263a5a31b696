"""A stay and the time in care that it belongs to: two ends of care cannot disagree, nor two beginnings.

`endCare` says that a child leaves; an end of a stay says that it moves. What is set right of the one goes along with
the other: the end of a stay with which care ended, and the first day of the stay with which it began.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, or_, select

from graph.declarations.rules import Cells
from graph.entities.destination import Destination
from graph.entities.members import among, member
from graph.entities.placement_reasons import STAYS_IN_CARE
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.writes.care import leaves_care
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing, Written

TABLE = "care_episode"
LEAVES_CARE = bad_input(
    Reason.ENDS_CARE,
    "That is an end of care, and not of a stay alone.",
    "Record with endCare that the child leaves care, or with recordDeath that it has died: where it lives ends then"
    " too.",
    "endReason",
)


def check_stays_in_care(writing: Writing, reason: Sql, was: Sql | None = None) -> None:
    """An end of a stay leaves the child in care; what is on record otherwise stays so.

    Args:
        writing: the statement.
        reason: why the stay ends; empty where nobody says so.
        was: why it ended before, where it is set right.
    """
    as_it_was = [] if was is None else [reason == was]
    writing.check("reason_ends_no_care", or_(reason.is_(None), among(reason, STAYS_IN_CARE), *as_it_was), LEAVES_CARE)


@dataclass(frozen=True, slots=True)
class TimeInCare:
    """The time in care of a stay that is set right, as it was; where the stay is in none, of no row.

    Attributes:
        row: the time in care.
        begins: whether another stay in it begins on its first day: brought at two at night, elsewhere at noon.
        ends: whether another stay in it, that came later, ends on its last.
    """

    row: Relation
    begins: Sql
    ends: Sql

    def started_on(self, own: Relation, start: Sql) -> Sql:
        """Its first day: that of the stay with which it began; another one that began then holds it there."""
        with_it = and_(self.row.c.started_on == own.c.started_on, or_(~self.begins, start < own.c.started_on))
        return case((with_it, start), else_=self.row.c.started_on)

    def ended(self, own: Relation, end: Sql, why: Sql) -> tuple[Sql, Sql]:
        """Its end and where that led to, as they are to be, where it ended with the stay."""
        as_it_was, destination = why == own.c.end_reason, leaves_care(why)
        goes_on = or_(end.is_(None), and_(~as_it_was, destination.is_(None)))
        to = case((as_it_was, self.row.c.destination), else_=destination)
        return case((goes_on, NULL), else_=end), case((goes_on, NULL), else_=to)

    def ends_with(self, own: Relation) -> Sql:
        """Whether it ended with the stay; a death is said of the child."""
        alive = self.row.c.destination != member(Destination.DEATH)
        both: Sql = and_(self.row.c.ended_on == own.c.ended_on, alive, ~self.ends)
        return both

    def along(self, own: Relation, start: Sql, end: Sql, why: Sql) -> Cells:
        """The same as it is to be."""
        ended, _ = self.ended(own, end, why)
        # What a death bounds, its own rules say.
        dead = self.row.c.destination == member(Destination.DEATH)
        cells: dict[str, Sql] = {
            "started_on": self.started_on(own, start),
            "ended_on": case((dead, NULL), (self.ends_with(own), ended), else_=self.row.c.ended_on),
        }
        return Cells(cells, self.row)


def read_care(writing: Writing, own: Relation) -> TimeInCare:
    """The time in care that a stay is in.

    Args:
        writing: the statement.
        own: the stay as it was, with `care_episode_id`.
    """
    key: Any = select(own.c.care_episode_id).select_from(own.clause).scalar_subquery()
    row = writing.row("care", TABLE, key, "child_id", "started_on", "ended_on", "destination")
    begins = _another(writing, own, key, lambda other: other.c.started_on == own.c.started_on)
    later = _another(
        writing, own, key, lambda other: and_(other.c.ended_on == own.c.ended_on, other.c.started_on > own.c.started_on)
    )
    return TimeInCare(row, begins, later)


def _another(writing: Writing, own: Relation, care: Sql, meets: Callable[[Relation], Sql]) -> Sql:
    """Whether there is another stay of a time in care that meets a condition."""
    other = writing.rows("placement")
    there = [*writing.within("placement", other), other.c.care_episode_id == care, other.c.id != own.c.id, meets(other)]
    return exists(select(ONE).select_from(other.clause).where(*there).correlate_except(other.clause))


def move_care(writing: Writing, care: TimeInCare, own: Relation, start: Sql, end: Sql, why: Sql) -> Written:
    """Let a time in care begin and end with the stay that is set right, where it did.

    Args:
        writing: the statement.
        care: from `read_care`.
        own: the stay as it was.
        start: its first day as it is to be.
        end: its end.
        why: the reason of that.
    """
    row = writing.target(TABLE)
    ended, destination = care.ended(own, end, why)
    begins, with_it = care.started_on(own, start), care.ends_with(own)
    cells: dict[str, Sql] = {
        "started_on": begins,
        "ended_on": case((with_it, ended), else_=care.row.c.ended_on),
        "destination": case((with_it, destination), else_=care.row.c.destination),
    }
    changed = or_(*(value.is_distinct_from(row.c[name]) for name, value in cells.items()))
    return writing.update(TABLE, cells, where=[row.c.id == care.row.c.id, changed], must=False)
