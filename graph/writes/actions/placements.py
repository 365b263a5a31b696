"""`placeChild`: coming to live in a home or elsewhere in care, and moving to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, literal_column, select

from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.key_carers import NAME_STAYS
from graph.writes.lodging import ARRANGEMENT, HOME_IF_ANY, KEEP_KEY_CARER, MOVE, PARTNER
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.placing import place, read_children
from graph.writes.stays import EXCEPTION, HOME, LOCAL_KIND
from graph.writes.writing import ONE

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing

START = Given("startedOn", Kind.DATE, "The first day there.", required=True, fills="placement.started_on")
WHY_START = Given(
    "startReason",
    Kind.ENUMERATION,
    "Why the child comes; a move where it is left out.",
    enumeration=PlacementStartReason,
)
WHY_END = Given(
    "endReason", Kind.ENUMERATION, "Why the child leaves where it lives; a move where it is left out.",
    enumeration=PlacementEndReason,
)  # fmt: skip
LIVES_THERE = conflict(
    Reason.LIVES_THERE_ALREADY, "The child lives there already.", "Look at the child as it is now.", "homeId"
)
HOME_AND_CHILD = (Lock("child", "child_ids"), Lock("home", "homeId"), Lock("child", "child_ids", kin=True), NAME_STAYS)


def _place_child(writing: Writing) -> None:
    writing.linked("childId")
    home = writing.linked("homeId", *HOME) if writing.has("homeId") else None
    children, stays = read_children(writing)
    writing.check("child_lives_elsewhere", ~_lives_there(writing, stays, home), LIVES_THERE)
    place(writing, children, stays, ONE, home=home)


def _lives_there(writing: Writing, stays: Relation, home: Relation | None) -> Sql:
    """Whether where the child lives until then is the same home, or the same of somebody else."""
    if home is not None:
        same = stays.c.home_id == select(home.c.id).scalar_subquery()
    else:
        same = stays.c.arrangement == writing.value("arrangement")
        same &= stays.c.partner_id.is_not_distinct_from(writing.value("partnerId"))
    return exists(select(literal_column("1")).select_from(stays.clause).where(same))


def _one_child(inputs: Inputs) -> None:
    inputs.values |= {"child_ids": [inputs.values.get("childId")], "ids": [inputs.id]}


ACTIONS = (
    Action(
        "placeChild",
        "Lets a child live in a home, or elsewhere in care, from a day on; where the child lives now ends on the same"
        " day.",
        "placement",
        (
            Linked("childId", "child", "The child.", required=True),
            HOME_IF_ANY, ARRANGEMENT, PARTNER, START, WHY_START, WHY_END, *MOVE, KEEP_KEY_CARER, LOCAL_KIND, EXCEPTION,
        ),
        _place_child,
        creates=True,
        locks=HOME_AND_CHILD,
        prepare=_one_child,
    ),
)  # fmt: skip
