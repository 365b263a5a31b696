"""Placements: coming to live in a home, and moving to the next, alone or with brothers and sisters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, exists, func, literal_column, select, true
from sqlalchemy.dialects.postgresql import aggregate_order_by

from graph.declarations.days import LIFE
from graph.declarations.rules import Cells
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict, not_found
from graph.writes.action import Action
from graph.writes.checks import CheckKind
from graph.writes.enrolment import enrol_along, enrolled_later
from graph.writes.gates import check_gates
from graph.writes.keeping import Proposed, keep
from graph.writes.key_carers import follow_home, key_carers_follow
from graph.writes.mutation import Given, Linked, Lock, NewId
from graph.writes.parts import missing_of, place_in
from graph.writes.stays import (
    EXCEPTION,
    HOME,
    LOCAL_KIND,
    change_stay,
    check_room,
    crowding,
    insert_placement,
    local_kind,
)
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing

START = Given("startedOn", Kind.DATE, "The first day in the home.", required=True, fills="placement.started_on")
WHY_START = Given(
    "startReason",
    Kind.ENUMERATION,
    "Why the child comes; a move where it is left out.",
    enumeration=PlacementStartReason,
)
WHY_END = Given(
    "endReason", Kind.ENUMERATION, "Why the child leaves the present home; a move where it is left out.",
    enumeration=PlacementEndReason,
)  # fmt: skip
PLACEMENTS = NewId(
    "placementIds",
    "placement",
    "The ids of the new placements, one for each of `childIds` in the same order, with UUIDv7s of your own.",
    each="childIds",
)
CARE = ("care_episode_id", "care_started_on", "care_ended_on")
A_HOME = Linked("homeId", "home", "The home.", required=True)


def _place_child(writing: Writing) -> None:
    writing.linked("childId")
    home = writing.linked("homeId", *HOME)
    stays = _present_stays(writing)
    writing.check(
        "child_lives_elsewhere",
        ~_any(stays, stays.c.home_id == select(home.c.id).scalar_subquery()),
        conflict(
            Reason.LIVES_THERE_ALREADY, "The child lives there already.", "Look at the child as it is now.", "homeId"
        ),
    )
    _place(writing, home, stays, ONE)


def _place_siblings(writing: Writing) -> None:
    """All who do not live there yet move in on one day, or nobody does."""
    wanted, start = writing.given("child_ids", Kind.ID, many=True), writing.value("startedOn")
    home = writing.linked("homeId", *HOME)
    stays = _present_stays(writing)
    children = Relation(writing.draft.read["children"])
    missing = missing_of(wanted, children, "children")
    writing.check_each("children_are_there", missing, not_found("Child", "childIds"), CheckKind.MISSING)
    writing.check(
        "children_are_siblings",
        _related(writing, wanted, start),
        conflict(
            Reason.NOT_SIBLINGS,
            "They are not all brothers and sisters of one another.",
            "Record their bonds first.",
            "childIds",
        ),
        leans_on=("children_are_there",),
    )
    at_home = select(stays.c.child_id).where(stays.c.home_id == select(home.c.id).scalar_subquery())
    movers = writing.read_rows(
        "movers",
        select(*_columns(children)).select_from(children.clause).where(children.c.id.not_in(at_home)),
        many=True,
    )
    arriving = select(func.count()).select_from(movers.clause).scalar_subquery()
    writing.check(
        "somebody_moves",
        arriving > literal_column("0"),
        conflict(
            Reason.LIVES_THERE_ALREADY, "All of them live there already.", "Look at them as they are now.", "homeId"
        ),
        leans_on=("children_are_there",),
    )
    lives = select(stays.c.id).where(
        stays.c.child_id == children.c.id, stays.c.home_id == select(home.c.id).scalar_subquery()
    )
    shown = func.coalesce(lives.correlate(children.clause).scalar_subquery(), children.c.placement_id)
    prefix = literal_column("'Placement_'").op("||")(writing.country).op("||")(literal_column("'_'"))
    listed = aggregate_order_by(prefix.op("||")(cast(shown, Text)), func.array_position(wanted, children.c.id))
    ids = select(func.array_agg(listed)).select_from(children.clause).scalar_subquery()
    writing.touched = func.coalesce(ids, literal_column("'{}'::text[]"))
    _place(writing, home, stays, arriving, movers, place_in(wanted, movers.c.id))


def _related(writing: Writing, wanted: Sql, start: Sql) -> Sql:
    """Whether bonds in force on the day lead from the first of the children to every other, by way of the children."""
    listed: Sql = func.coalesce(wanted, type_=wanted.type)
    reached = select(listed[ONE].label("id")).cte("reached", recursive=True)
    bond = writing.rows("sibling_bond")
    further = (
        select(bond.c.sibling_id)
        .select_from(bond.clause, reached)
        .where(
            *writing.within("sibling_bond", bond),
            bond.c.child_id == reached.c.id,
            bond.c.sibling_id == wanted.any_(),
            bond.c.started_on <= start,
            bond.c.ended_on.is_(None) | (bond.c.ended_on > start),
        )
    )
    many = func.cardinality(wanted)
    found = select(func.count()).select_from(reached.union(further)).scalar_subquery()
    return (found == many) & (many > ONE)


def _columns(source: Relation) -> list[Sql]:
    return [source.c[name] for name in ("id", "programme_id", "enrolled_on", *LIFE, "placement_id", *CARE)]


def _care_on(writing: Writing, child: Relation, start: Sql) -> tuple[Relation, list[Sql]]:
    """The time in care of a child that a day lies in, and its columns."""
    episode = writing.rows("care_episode")
    said = select(
        episode.c.id.label("care_episode_id"),
        episode.c.started_on.label("care_started_on"),
        episode.c.ended_on.label("care_ended_on"),
    )
    there = [
        *writing.within("care_episode", episode),
        episode.c.child_id == child.c.id,
        episode.c.started_on <= start,
        episode.c.ended_on.is_(None) | (episode.c.ended_on > start),
    ]
    found = Relation(said.select_from(episode.clause).where(*there).correlate(child.clause).lateral("care_of_child"))
    return found, [found.c[name] for name in CARE]


def _any(source: Relation, *conditions: Sql) -> Sql:
    """Whether some of the rows read meet conditions."""
    return exists(select(literal_column("1")).select_from(source.clause).where(*conditions))


def _present_stays(writing: Writing) -> Relation:
    """The children who are to be placed, each with the id of the new placement; and where they live on the day."""
    wanted, ids = writing.given("child_ids", Kind.ID, many=True), writing.given("ids", Kind.ID, many=True)
    start = writing.value("startedOn")
    child = writing.rows("child")
    new = writing.item(ids, wanted, child.c.id).label("placement_id")
    rows = select(*(child.c[name] for name in ("id", "programme_id", "enrolled_on", *LIFE)), new).select_from(
        child.clause
    )
    episode, care = _care_on(writing, child, start)
    rows = rows.add_columns(*care).select_from(child.clause.outerjoin(episode.clause, true()))
    children = writing.read_rows(
        "children", rows.where(*writing.within("child", child), child.c.id == wanted.any_()), many=True
    )
    placement = writing.rows("placement")
    present = (
        select(placement.c.id, placement.c.child_id, placement.c.home_id)
        .select_from(placement.clause, children.clause)
        .where(
            *writing.within("placement", placement),
            placement.c.child_id == children.c.id,
            placement.c.started_on < start,
            placement.c.ended_on.is_(None) | (placement.c.ended_on > start),
        )
    )
    return writing.read_rows("stays", present, many=True)


def _place(
    writing: Writing,
    home: Relation,
    stays: Relation,
    arriving: Sql,
    movers: Relation | None = None,
    place: Sql | None = None,
) -> None:
    """End where the children live on the day, and begin the next home on the same one: no gap, no overlap."""
    start = writing.value("startedOn")
    children = movers or Relation(writing.draft.read["children"])
    row = _check_stays(writing, children, home, start, place)
    first = enrolled_later(writing, children, start, many=True)
    crowded = crowding(writing, home, start, None, arriving, None)
    check_room(writing, crowded, start)
    broken = check_gates(writing, home, start)
    follows = key_carers_follow(writing, home, start, stays)
    ended = writing.target("placement")
    end = {
        "ended_on": start,
        "end_reason": writing.value_or("endReason", literal_column("'MOVE'")),
    }
    moving = select(stays.c.id).where(stays.c.child_id.in_(select(children.c.id)))
    left = writing.update("placement", end, where=[ended.c.id.in_(moving)], must=False)
    change_stay(writing, left, {"ended_on": start})
    placed = insert_placement(
        writing,
        {
            "id": children.c.placement_id,
            "child_id": children.c.id,
            "home_id": home.c.id,
            "care_episode_id": children.c.care_episode_id,
            "programme_id": children.c.programme_id,
            "home_name": home.c.name,
            "started_on": start,
            "start_reason": writing.value_or("startReason", literal_column("'MOVE'")),
            **local_kind(writing),
        },
        children,
        home,
        row=row,
        crowded=crowded,
        broken=broken,
        first=left,
    )
    if follows:
        follow_home(writing, placed, start, stays)
    enrol_along(writing, children, start, first)


def _check_stays(writing: Writing, children: Relation, home: Relation, start: Sql, place: Sql | None) -> Proposed:
    """The new stays keep their rules; where the children live on the day ends then, and stands against none."""
    cells = {
        "child_id": children.c.id, "programme_id": children.c.programme_id, "started_on": start, "ended_on": NULL,
        **local_kind(writing),
        "care_episode_id": children.c.care_episode_id,
    }  # fmt: skip
    # From the first day on it is the child's programme that is responsible.
    child = Cells({"enrolled_on": start}, children)
    care = {"id": children.c.care_episode_id, "child_id": children.c.id}
    care |= {"started_on": children.c.care_started_on, "ended_on": children.c.care_ended_on}
    led = {"child_id": child, "home_id": home, "care_episode_id": Cells(care, children)}
    row = Proposed(
        "placement", cells, led, many=children, apart=lambda other: other.c.started_on >= start, place=place,
        listed="childIds", maybe=("care_episode_id",),
    )  # fmt: skip
    keep(writing, row)
    return row


def _one_child(inputs: Inputs) -> None:
    inputs.values |= {"child_ids": [inputs.values.get("childId")], "ids": [inputs.id]}


def _a_group(inputs: Inputs) -> None:
    inputs.values |= {"child_ids": inputs.values.get("childIds"), "ids": inputs.values[PLACEMENTS.value]}


HOME_AND_CHILD = (Lock("child", "child_ids"), Lock("home", "homeId"))

ACTIONS = (
    Action(
        "placeChild",
        "Lets a child live in a home from a day on; where the child lives now ends on the same day.",
        "placement",
        (
            Linked("childId", "child", "The child.", required=True),
            A_HOME, START, WHY_START, WHY_END, LOCAL_KIND, EXCEPTION,
        ),
        _place_child,
        creates=True,
        locks=HOME_AND_CHILD,
        prepare=_one_child,
    ),
    Action(
        "placeSiblings",
        "Lets brothers and sisters live in one home from a day on, all of them or none (UN Guidelines, paragraph 17).",
        "placement",
        (
            Linked("childIds", "child", "The children; those who live there already stay.", required=True, many=True),
            A_HOME, START, WHY_START, WHY_END, LOCAL_KIND, EXCEPTION,
        ),
        _place_siblings,
        creates=True,
        many=True,
        locks=HOME_AND_CHILD,
        prepare=_a_group,
        makes=(PLACEMENTS,),
    ),
)  # fmt: skip
