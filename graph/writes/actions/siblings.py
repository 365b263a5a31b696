"""`placeSiblings`: brothers and sisters come to live in one home, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict, not_found
from graph.writes.action import Action
from graph.writes.actions.placements import HOME_AND_CHILD, START, WHY_END, WHY_START
from graph.writes.checks import CheckKind
from graph.writes.lodging import KEEP_KEY_CARER, MOVE
from graph.writes.mutation import Linked, NewId
from graph.writes.parts import missing_of, place_in
from graph.writes.placing import columns_of_children, place, read_children
from graph.writes.stays import EXCEPTION, HOME, LOCAL_KIND
from graph.writes.writing import ONE

if TYPE_CHECKING:
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing

PLACEMENTS = NewId(
    "placementIds",
    "placement",
    "The ids of the new placements, one for each of `childIds` in the same order, with UUIDv7s of your own.",
    each="childIds",
)


def _place_siblings(writing: Writing) -> None:
    """All who do not live there yet move in on one day, or nobody does."""
    wanted, start = writing.given("child_ids", Kind.ID, many=True), writing.value("startedOn")
    home = writing.linked("homeId", *HOME)
    children, stays = read_children(writing)
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
        select(*columns_of_children(children)).select_from(children.clause).where(children.c.id.not_in(at_home)),
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
    place(writing, movers, stays, arriving, place_in(wanted, movers.c.id), home)


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


def _a_group(inputs: Inputs) -> None:
    inputs.values |= {"child_ids": inputs.values.get("childIds"), "ids": inputs.values[PLACEMENTS.value]}


ACTIONS = (
    Action(
        "placeSiblings",
        "Lets brothers and sisters live in one home from a day on, all of them or none (UN Guidelines, paragraph 17).",
        "placement",
        (
            Linked("childIds", "child", "The children; those who live there already stay.", required=True, many=True),
            Linked("homeId", "home", "The home.", required=True),
            START, WHY_START, WHY_END, *MOVE, KEEP_KEY_CARER, LOCAL_KIND, EXCEPTION,
        ),
        _place_siblings,
        creates=True,
        many=True,
        locks=HOME_AND_CHILD,
        prepare=_a_group,
        makes=(PLACEMENTS,),
    ),
)  # fmt: skip
