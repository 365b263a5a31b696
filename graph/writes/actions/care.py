"""Care: a child is registered, comes into care, and leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, case, cast, literal_column, select

from graph.declarations.constraints import ENDS
from graph.declarations.days import LIFE
from graph.declarations.doable import RowState
from graph.declarations.obligations import NotOwedReason
from graph.declarations.rules import Cells
from graph.entities.destination import END_REASON_OF, Destination
from graph.entities.placement_reasons import PlacementStartReason
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.actions.children import ABOUT, OPTIONAL, check_case_number, child_cells
from graph.writes.care import ABOUT_CARE, TABLE, begin_care, care_cells
from graph.writes.enrolment import enrol_along, enrolled_later
from graph.writes.gates import check_gates
from graph.writes.keeping import Proposed, keep
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.key_carers import end_key_carers, follow_home, key_carers_follow
from graph.writes.mutation import Given, Linked, Lock, NewId
from graph.writes.obligations import no_longer_owed
from graph.writes.offers import TWINS
from graph.writes.stays import EXCEPTION, HOME, change_stay, check_room, crowding, insert_placement
from graph.writes.writing import NOW, NULL, ONE

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

WITHOUT_CARE = tuple(each for each in ABOUT if each.name != "reasonForCare")
PLACEMENT = NewId("placementId", "placement", "The id of the first placement, with a UUIDv7 of your own.")
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


def _register(writing: Writing) -> None:
    """The first question at the door: a child and its programme; no home yet."""
    since = writing.value_or("enrolledOn", writing.today)
    programme = writing.linked("programmeId", "started_on", "ended_on")
    born = {"birth_date": writing.value("birthDate")} if writing.has("birthDate") else {}
    keep(writing, Proposed("child", {"enrolled_on": since, **born}, {"programme_id": programme}))
    check_case_number(writing, programme)
    cells = child_cells(writing, WITHOUT_CARE)
    child = {"id": writing.id, "programme_id": programme.c.id, "enrolled_on": since, **cells}
    optional = {name: asked for name, asked in OPTIONAL.items() if name in cells}
    writing.insert("child", child, programme, optional=optional)


def _begin(writing: Writing) -> None:
    """The time in care, and the first home where it is one of ours."""
    start = writing.value("startedOn")
    child = writing.linked("childId", "programme_id", "enrolled_on", *LIFE)
    care = care_cells(writing)
    empty: dict[str, Sql] = {"ended_on": NULL, "destination": NULL, "child_id": child.c.id}
    keep(writing, Proposed(TABLE, {**empty, **care, "started_on": start}, {"child_id": child}))
    owner = {"id": writing.id, "child_id": child.c.id, "programme_id": child.c.programme_id}
    if not writing.has("homeId"):
        begin_care(writing, care, owner, start, child)
        _say_reason(writing, care, child)
        return
    home = writing.linked("homeId", *HOME)
    cells = {
        "child_id": child.c.id, "programme_id": child.c.programme_id, "care_episode_id": writing.id,
        "started_on": start, "ended_on": NULL,
    }  # fmt: skip
    enrolled = Cells({"enrolled_on": start}, child)
    begun = Cells({"id": writing.id, "child_id": child.c.id, "started_on": start, "ended_on": NULL})
    stay = Proposed("placement", cells, {"child_id": enrolled, "home_id": home, "care_episode_id": begun})
    keep(writing, stay)
    first = enrolled_later(writing, child, start)
    crowded = crowding(writing, home, start, None, ONE, None)
    check_room(writing, crowded, start)
    broken = check_gates(writing, home, start)
    follows = key_carers_follow(writing, home, start, None)
    episode = begin_care(writing, care, owner, start, child)
    placement = {
        "id": writing.given(PLACEMENT.value, Kind.ID),
        "child_id": child.c.id,
        "care_episode_id": writing.id,
        "home_id": home.c.id,
        "programme_id": child.c.programme_id,
        "home_name": home.c.name,
        "started_on": start,
        "start_reason": writing.value_or("startReason", literal_column("'ADMISSION'")),
    }
    placed = insert_placement(writing, placement, child, home, row=stay, crowded=crowded, first=episode, broken=broken)
    if follows:
        follow_home(writing, placed, start, None)
    if first is None:
        _say_reason(writing, care, child)
    else:
        enrol_along(writing, child, start, first)


def _say_reason(writing: Writing, care: dict[str, Sql], child: Relation) -> None:
    """The child's file says why it came into care the last time, where that is known."""
    row, reason = writing.target("child"), care["primary_reason"]
    changed = [reason.is_not(None), row.c.reason_for_care.is_distinct_from(reason)]
    writing.update("child", {"reason_for_care": reason}, where=[row.c.id == child.c.id, *changed], must=False)


def _end(writing: Writing) -> None:
    """One step: where the child lives ends on that day too, and nothing is owed any more but what follows it home."""
    entity, ended = writing.model.by_table[TABLE], writing.value("endedOn")
    destination = writing.value("destination")
    names = ("ended_on", "destination")
    own = writing.own(*dict.fromkeys(("child_id", "programme_id", "started_on", *reads_of(writing, entity, names))))
    writing.check("ends_after_start", ended > own.c.started_on, ENDS)
    writing.check("death_is_said_of_the_child", destination != literal_column(f"'{Destination.DEATH.value}'"), DIED)
    keep_changed(writing, entity, own, {"ended_on": ended, "destination": destination})
    row = writing.target(TABLE)
    cells: dict[str, Sql] = {"ended_on": ended, "destination": destination}
    cells["follow_up_until"] = case(
        (writing.gives("followUpUntil"), writing.value("followUpUntil")), else_=row.c.follow_up_until
    )
    mine = [row.c.id == own.c.id, row.c.version == own.c.version]
    writing.update(TABLE, cells, where=mine, optional={"follow_up_until": ("followUpUntil",)})
    _end_stays(writing, own, ended, destination)
    end_key_carers(writing, own.c.child_id, ended)
    child: Sql = select(own.c.child_id).select_from(own.clause).scalar_subquery()
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
    said = case(*((destination == _word(to), _word(reason)) for to, reason in END_REASON_OF.items()))
    others = [stay.c.child_id == own.c.child_id, stay.c.ended_on.is_(None) | (stay.c.ended_on > ended)]
    cells: dict[str, Sql] = {"ended_on": ended, "end_reason": said}
    left = writing.update("placement", cells, where=[*others, stay.c.started_on < ended], must=False)
    change_stay(writing, left, {"ended_on": cast(ended, Date)})
    void: dict[str, Sql] = {"voided_at": NOW, "void_reason": PLAN_VOID}
    plans = [*others, stay.c.started_on >= ended, stay.c.started_on > writing.today]
    gone = writing.update("placement", void, where=plans, voids=True, must=False)
    change_stay(writing, gone, {"voided_at": NOW})


def _word(member: Any) -> Sql:  # noqa: ANN401 - of whichever enumeration
    return literal_column(f"'{member.value}'")


ACTIONS = (
    Action(
        "registerChild",
        "Registers a child before anything is decided: who it is, and which programme asks. It is not in care by that.",
        "child",
        (
            *WITHOUT_CARE,
            Linked("programmeId", "programme", "The programme that is responsible for the child.", required=True),
            Given(
                "enrolledOn", Kind.DATE, "The day from which it is; today where it is left out.",
                fills="child.enrolled_on",
            ),
        ),
        _register,
        creates=True,
        locks=(Lock("programme", "programmeId", in_turn=True, shared=True),),
        supposes=(TWINS,),
    ),
    Action(
        "beginCare",
        "Takes a registered child into care, or one that comes back: why, from where, and the first home where it is"
        " one of ours. No condition is asked of whoever comes back.",
        TABLE,
        (
            Linked("childId", "child", "The child.", required=True, fills=f"{TABLE}.child_id"),
            Given(
                "startedOn", Kind.DATE, "The first day in care, and in the home.", required=True,
                fills=f"{TABLE}.started_on", fills_too=("placement.started_on",),
            ),
            Linked("homeId", "home", "The first home; left out where the child lives in none of ours."),
            Given(
                "startReason", Kind.ENUMERATION, "Why the child comes to the home; its admission where it is left out.",
                enumeration=PlacementStartReason,
            ),
            *ABOUT_CARE,
            EXCEPTION,
        ),
        _begin,
        creates=True,
        locks=(Lock("child", "childId"), Lock("home", "homeId")),
        makes=(PLACEMENT,),
    ),
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
