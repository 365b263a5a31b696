"""Caregivers: who leaves, and who moves to another programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from graph.declarations.doable import RowState
from graph.declarations.nouns import OFFICE
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.mutation import Given, Linked
from graph.writes.rules import HELD_WHOLLY

if TYPE_CHECKING:
    from graph.writes.writing import Writing

ASSIGNMENT = "caregiver_assignment"
CARES_STILL = conflict(
    Reason.CARES_STILL,
    "The caregiver cares for a child or a home on that day, or later.",
    "End that first with endCaregiverAssignment, nameKeyCarer or handOverHome.",
    "leftOn",
)
RESPONSIBLE_ALREADY = conflict(
    Reason.RESPONSIBLE_ALREADY,
    "That programme has engaged the caregiver already.",
    "Look at the caregiver as it is now.",
    "programmeId",
)
NOT_LEFT = RowState(
    "caregiver_has_not_left",
    ("left_on",),
    lambda row, today: row.c.left_on.is_(None) | (row.c.left_on > today),
    conflict(
        Reason.ENDED_ALREADY, "The caregiver has left already.", "Set a wrong day right with correctCaregiver.", "id"
    ),
)


def _end(writing: Writing) -> None:
    """Nobody leaves whom a child or a home still counts on."""
    own = writing.own("engaged_on")
    day = writing.value("leftOn")
    row = writing.rows(ASSIGNMENT)
    still: Any = select(row.c.id).where(
        *writing.within(ASSIGNMENT, row),
        row.c.caregiver_id == select(own.c.id).select_from(own.clause).scalar_subquery(),
        or_(row.c.ended_on.is_(None), row.c.ended_on > day),
    )
    writing.check_none("caregiver_cares_for_none", still, CARES_STILL, "CaregiverAssignment")
    target = writing.target("caregiver")
    mine = [target.c.id == own.c.id, target.c.version == own.c.version]
    writing.update("caregiver", {"left_on": day}, where=mine)


def _move(writing: Writing) -> None:
    """Credentials and checks go along; what the caregiver cares for stays its home's, or its child's."""
    own = writing.own("programme_id")
    programme = writing.linked("programmeId", "started_on", "ended_on", stays=True)
    writing.check("programme_changes", own.c.programme_id != programme.c.id, RESPONSIBLE_ALREADY)
    target = writing.target("caregiver")
    mine = [target.c.id == own.c.id, target.c.version == own.c.version]
    writing.update("caregiver", {"programme_id": programme.c.id}, where=mine)


ACTIONS = (
    Action(
        "endCaregiver",
        "Says when a caregiver has left; it is refused while the caregiver cares for a child or a home.",
        "caregiver",
        (Given("leftOn", Kind.DATE, "The first day no longer there.", required=True, fills="caregiver.left_on"),),
        _end,
        creates=False,
        tiers=OFFICE,
        locks=HELD_WHOLLY,
        state=NOT_LEFT,
    ),
    Action(
        "moveCaregiver",
        "Lets another programme engage a caregiver, with what the office has checked and the caregiver has learned.",
        "caregiver",
        (Linked("programmeId", "programme", "The programme.", required=True),),
        _move,
        creates=False,
        tiers=OFFICE,
        locks=HELD_WHOLLY,
    ),
)  # fmt: skip
