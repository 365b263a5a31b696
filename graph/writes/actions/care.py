"""Care ends: where a child lives ends with it, and what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, case, cast, literal_column, select

from graph.declarations.constraints import ENDS
from graph.declarations.doable import RowState
from graph.declarations.obligations import NotOwedReason
from graph.entities.destination import Destination
from graph.entities.members import member
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.begun import has_begun
from graph.writes.care import TABLE
from graph.writes.ending_along import look_for_ends
from graph.writes.ends_of_care import reason_of_end
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.key_carers import end_key_carers
from graph.writes.mutation import Given, Lock, NewId
from graph.writes.obligations import no_longer_owed
from graph.writes.stays import change_stay
from graph.writes.writing import NOW

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

TASK = NewId("taskId", "task", "The id of the task that follows, with a UUIDv7 of your own.")
PLAN_VOID: ColumnElement[Any] = literal_column("'Care ends before.'")
FOLLOW_UP: ColumnElement[Any] = literal_column("'FOLLOW_UP'")
LOOK_AFTER: ColumnElement[Any] = literal_column("'Look after the child and its family.'")
DIED = conflict(Reason.DEATH_NOT_KNOWN, "A death is said of the child.", "Record it with recordDeath.", "destination")
GOES_ON = RowState(
    "care_goes_on",
    ("ended_on",),
    lambda row, today: row.c.ended_on.is_(None) | (row.c.ended_on > today),
    conflict(Reason.ENDED_ALREADY, "Care has ended already.", "Set a wrong day right with correctCareEpisode.", "id"),
)


def _end(writing: Writing) -> None:
    """One step: where the child lives ends on that day too, and nothing is owed any more but what follows it home."""
    entity, ended = writing.model.by_table[TABLE], writing.value("endedOn")
    destination = writing.value("destination")
    names = ("ended_on", "destination")
    own = writing.own(*dict.fromkeys(("child_id", "programme_id", "started_on", *reads_of(writing, entity, names))))
    writing.check("ends_after_start", ended >= own.c.started_on, ENDS)
    writing.check("death_is_said_of_the_child", destination != member(Destination.DEATH), DIED)
    keep_changed(writing, entity, own, {"ended_on": ended, "destination": destination})
    child: Sql = select(own.c.child_id).select_from(own.clause).scalar_subquery()
    look_for_ends(writing, "placement", lambda row, _link: row.c.child_id == child, ended)
    row = writing.target(TABLE)
    cells: dict[str, Sql] = {"ended_on": ended, "destination": destination}
    cells["follow_up_until"] = case(
        (writing.gives("followUpUntil"), writing.value("followUpUntil")), else_=row.c.follow_up_until
    )
    mine = [row.c.id == own.c.id, row.c.version == own.c.version]
    writing.update(TABLE, cells, where=mine, optional={"follow_up_until": ("followUpUntil",)})
    _end_stays(writing, own, ended, destination)
    end_key_carers(writing, own.c.child_id, ended)
    no_longer_owed(writing, "child", child, ended, NotOwedReason.CARE_ENDED)
    if writing.has("followUpUntil"):
        task = {
            "id": writing.given(TASK.value, Kind.ID),
            "child_id": own.c.child_id,
            "programme_id": own.c.programme_id,
            "care_episode_id": own.c.id,
            "kind": FOLLOW_UP,
            "title": LOOK_AFTER,
            "due_on": writing.value("followUpUntil"),
        }
        writing.insert("task", task, own)


def _end_stays(writing: Writing, own: Relation, ended: Sql, destination: Sql) -> None:
    """The home of the day ends with care, and what was planned behind it is not to be."""
    stay = writing.target("placement")
    said = reason_of_end(destination)
    others = [stay.c.child_id == own.c.child_id, stay.c.ended_on.is_(None) | (stay.c.ended_on > ended)]
    cells: dict[str, Sql] = {"ended_on": ended, "end_reason": said}
    left = writing.update("placement", cells, where=[*others, has_begun(stay, ended, writing.today)], must=False)
    change_stay(writing, left, {"ended_on": cast(ended, Date)})
    void: dict[str, Sql] = {"voided_at": NOW, "void_reason": PLAN_VOID}
    plans = [*others, stay.c.started_on >= ended, stay.c.started_on > writing.today]
    gone = writing.update("placement", void, where=plans, voids=True, must=False)
    change_stay(writing, gone, {"voided_at": NOW})


ACTIONS = (
    Action(
        "endCare",
        "Records that a child leaves care, and with whom it lives then. Where it lives ends on that day, and nothing is"
        " owed any more but what follows it home.",
        TABLE,
        (
            Given(
                "endedOn", Kind.DATE, "The first day no longer in care.", required=True, fills=f"{TABLE}.ended_on"
            ),
            Given(
                "destination", Kind.ENUMERATION, "With whom the child lives then.", required=True,
                enumeration=Destination, fills=f"{TABLE}.destination",
            ),
            Given(
                "followUpUntil", Kind.DATE,
                "The day until which somebody looks after the child and its family: a task is opened for it.",
                fills=f"{TABLE}.follow_up_until",
            ),
        ),
        _end,
        creates=False,
        locks=(Lock("child", "id", through=(TABLE, "child_id")),),
        makes=(TASK,),
        state=GOES_ON,
    ),
)  # fmt: skip
