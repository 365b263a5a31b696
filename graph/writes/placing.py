"""Children who come to live somewhere on a day: where they live until then ends on the same one, and they are in care.

No gap, no overlap, and one home after the other, of one child or of many in one step. Whoever came on that very day has
spent no night where it came first: that stay holds none, and stays on record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import literal_column, select, true

from graph.declarations.days import LIFE
from graph.declarations.fields import in_force
from graph.declarations.rules import Cells
from graph.entities.placement_rules import THE_HOMES
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.writes.begun import has_begun
from graph.writes.distance import Spot
from graph.writes.ending_along import look_for_ends
from graph.writes.enrolment import enrol_along, enrolled_later
from graph.writes.keeping import Proposed, keep
from graph.writes.lodging import ARRANGEMENT, lodge, settle
from graph.writes.stays import change_stay, local_kind
from graph.writes.stays_in_care import check_stays_in_care
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from graph.writes.lodging import Lodging
    from graph.writes.writing import Sql, Writing, Written

CARE = {
    "id": "care_episode_id", "started_on": "care_started_on", "ended_on": "care_ended_on",
    "family_latitude_e2": "family_latitude_e2", "family_longitude_e2": "family_longitude_e2",
}  # fmt: skip
"""What is read of the time in care that a day lies in, and what it is called beside its child."""
LIVES = ("id", "child_id", "home_id", "arrangement", "partner_id")


def columns_of_children(source: Relation) -> list[Sql]:
    """What is needed of a child that is placed, as `read_children` has read it."""
    return [source.c[name] for name in ("id", "programme_id", "enrolled_on", *LIFE, "placement_id", *CARE.values())]


def read_children(writing: Writing) -> tuple[Relation, Relation]:
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
        select(*(placement.c[name] for name in LIVES))
        .select_from(placement.clause, children.clause)
        .where(
            *writing.within("placement", placement),
            placement.c.child_id == children.c.id,
            has_begun(placement, start, writing.today),
            placement.c.ended_on.is_(None) | (placement.c.ended_on > start),
        )
    )
    return children, writing.read_rows("stays", present, many=True)


def _care_on(writing: Writing, child: Relation, start: Sql) -> tuple[Relation, list[Sql]]:
    """The time in care of a child that a day lies in, and its columns."""
    episode = writing.rows("care_episode")
    said = select(*(episode.c[name].label(label) for name, label in CARE.items()))
    there = [
        *writing.within("care_episode", episode),
        episode.c.child_id == child.c.id,
        in_force(episode, start),
    ]
    found = Relation(said.select_from(episode.clause).where(*there).correlate(child.clause).lateral("care_of_child"))
    return found, [found.c[name] for name in CARE.values()]


def place(
    writing: Writing,
    children: Relation,
    stays: Relation,
    arriving: Sql,
    at: Sql | None = None,
    home: Relation | None = None,
) -> None:
    """End where the children live on the day, and begin the next home on the same one: no gap, no overlap.

    Args:
        writing: the statement.
        children: who comes, from `read_children`.
        stays: where they live until then, likewise.
        arriving: how many come.
        at: the place of each in a list of the input, where there is one.
        home: the home, where it was read before.
    """
    start = writing.value("startedOn")
    check_stays_in_care(writing, writing.value("endReason"))
    where = lodge(writing, start, arriving, stays, home)
    row = _check_stays(writing, children, where, start, at)
    first = enrolled_later(writing, children, start, many=True)
    left = _leave(writing, children, stays, start)
    settle(
        writing,
        where,
        {
            "id": children.c.placement_id,
            "child_id": children.c.id,
            "care_episode_id": children.c.care_episode_id,
            "programme_id": children.c.programme_id,
            "started_on": start,
            "start_reason": writing.value_or("startReason", literal_column("'MOVE'")),
            **local_kind(writing),
        },
        children,
        row=row,
        start=start,
        family=Spot(children.c.family_latitude_e2, children.c.family_longitude_e2),
        first=left,
    )
    enrol_along(writing, children, start, first)


def _leave(writing: Writing, children: Relation, stays: Relation, start: Sql) -> Written:
    """End where the children live until then."""
    moving = select(stays.c.id).where(stays.c.child_id.in_(select(children.c.id)))
    look_for_ends(writing, "placement", lambda row, link: row.c[link].in_(moving), start)
    ended = writing.target("placement")
    end = {"ended_on": start, "end_reason": writing.value_or("endReason", literal_column("'MOVE'"))}
    left = writing.update("placement", end, where=[ended.c.id.in_(moving)], must=False)
    change_stay(writing, left, {"ended_on": start})
    return left


def _check_stays(writing: Writing, children: Relation, where: Lodging, start: Sql, at: Sql | None) -> Proposed:
    """The new stays keep their rules; where the children live on the day ends then, and stands against none."""
    cells = {
        "child_id": children.c.id, "programme_id": children.c.programme_id, "started_on": start, "ended_on": NULL,
        "prepared_on": writing.value("preparedOn"), **where.cells, **local_kind(writing),
        "care_episode_id": children.c.care_episode_id,
    }  # fmt: skip
    # From the first day on it is the child's programme that is responsible.
    child = Cells({"enrolled_on": start}, children)
    care = {name: children.c[label] for name, label in CARE.items()} | {"child_id": children.c.id}
    led = {"child_id": child, **where.led, "care_episode_id": Cells(care, children)}
    row = Proposed(
        "placement", cells, led, many=children, apart=lambda other: ~has_begun(other, start, writing.today), place=at,
        listed="childIds", maybe=("care_episode_id",),
    )  # fmt: skip
    # Where nobody says how the children live, the home does.
    keep(writing, row, besides=() if ARRANGEMENT in writing.action.takes else (THE_HOMES,))
    return row
