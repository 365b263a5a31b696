"""An assignment: that a caregiver cares for a home, lives in it, or is the key carer of a child, for a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, copied, link, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import RowRule, held
from graph.described import Described
from graph.entities.members import member
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.row_rules import ReadCells


class CaregiverRole(Described):
    """What a caregiver is to a home, or to a child."""

    PARENT = "PARENT", "The parent of a home: whoever its children grow up with."
    CO_WORKER = "CO_WORKER", "Works beside the parent."
    TEAM = "TEAM", "One of a fixed team that looks after a group in shifts."
    YOUTH_WORKER = "YOUTH_WORKER", "Stands beside young people."
    RESPITE = "RESPITE", "Comes so that the others may rest."
    LIVES_THERE = "LIVES_THERE", "Lives in the home, and cares for nobody."
    KEY_CARER = "KEY_CARER", "The one adult whom a child turns to first (UN Guidelines, paragraph 90)."


class AssignmentEndReason(Described):
    """Why an assignment ended; none of them tells of a complaint."""

    MOVED_HOME = "MOVED_HOME", "The caregiver works in another home."
    CHILD_MOVED = "CHILD_MOVED", "The child lives in another home."
    HANDED_OVER = "HANDED_OVER", "Somebody has taken the home over."
    REPLACED = "REPLACED", "Somebody else is the child's key carer."
    CHILD_ASKED = "CHILD_ASKED", "The child has asked for it."
    ILLNESS = "ILLNESS", "The caregiver is ill."
    RETIRED = "RETIRED", "The caregiver has retired."
    LEFT_SERVICE = "LEFT_SERVICE", "The caregiver has left."
    CARE_ENDED = "CARE_ENDED", "The child is in care no longer."
    DIED = "DIED", "The caregiver, or the child, has died."
    OTHER = "OTHER", "None of these."


@dataclass(frozen=True, slots=True)
class OfOne(RowRule):
    """One of two links is given, and not both."""

    one: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return self.one, self.other

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns by `c`
        """As `RowRule.holds`."""
        alone: ColumnElement[bool] = row.c[self.one].is_(None) | row.c[self.other].is_(None)
        return alone

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        return self.other if row.has(self.one) and row.has(self.other) else None


@dataclass(frozen=True, slots=True)
class KeyCarerOfAChild(RowRule):
    """The row of a child, and no other, is a key carer's."""

    @property
    def columns(self) -> tuple[str, ...]:
        """As `RowRule.columns`."""
        return "role", "child_id"

    def holds(self, row: Any) -> ColumnElement[bool]:  # noqa: ANN401 - as above
        """As `RowRule.holds`."""
        is_key = row.c["role"] == member(CaregiverRole.KEY_CARER)
        alike: ColumnElement[bool] = is_key.self_group() == row.c["child_id"].is_not(None).self_group()
        return alike

    def fails(self, row: ReadCells) -> str | None:
        """As `RowRule.fails`."""
        if not row.has("role"):
            return None
        return None if (row.value("role") == CaregiverRole.KEY_CARER) == row.has("child_id") else "role"


BOTH = bad_input(
    Reason.TIED_TO_BOTH,
    "An assignment is of a home or of a child, and not of both.",
    "Name one of them: assignCaregiver is of a home, nameKeyCarer of a child.",
    "homeId",
)
NO_KEY_CARER = bad_input(
    Reason.TIED_TO_BOTH,
    "A child's caregiver is its key carer, and a home's is none.",
    "Give KEY_CARER with a child, and another role with a home.",
    "role",
)
CARED_FOR = conflict(
    Reason.ONE_AT_A_TIME,
    "The child has, or is to have, a key carer on one of these days already.",
    "Use nameKeyCarer, which ends the one before; or end, correct or void the other one first.",
    "startedOn",
)


class CaregiverAssignment(TenantEntity, Dated, Voidable, Corrected, table=True):
    """Who cared for a home, lived in it, or was a child's key carer, from when to when (paragraphs 12, 87 and 90)."""

    __tablename__ = "caregiver_assignment"
    names: ClassVar[Names] = Names("CaregiverAssignment", "caregiverAssignment", "caregiverAssignments")
    statistics_reads: ClassVar = ("country_code", "child_id", "role", "started_on", "ended_on", "voided_at")
    owner: ClassVar = Owner("child", "home")
    natural_key: ClassVar = ("caregiver_id", "child_id", "home_id", "started_on")
    at_end: ClassVar = ("end_reason",)
    at_death: ClassVar = {"end_reason": AssignmentEndReason.DIED}
    alone: ClassVar = Alone("child_id", refusal=CARED_FOR)
    rules: ClassVar = (
        held("caregiver_assignment_of_one_check", OfOne("child_id", "home_id"), BOTH),
        held("caregiver_assignment_key_carer_check", KeyCarerOfAChild(), NO_KEY_CARER),
    )
    mutations: ClassVar = verbs("correct", "end", "void")

    child_id: UUID | None = link(
        "child",
        "The child, where the caregiver is its key carer.",
        back="caregiverAssignments",
        back_doc="Who has been the child's key carer, and when.",
        default=None,
        creates=NATIONAL,
    )
    home_id: UUID | None = link(
        "home",
        "The home, where the caregiver cares for it, or lives there.",
        back="assignments",
        back_doc="Who cares, or has cared, for the home, and who lives or lived there: the days say when.",
        default=None,
        creates=NATIONAL,
    )
    caregiver_id: UUID = link(
        "caregiver",
        "The caregiver.",
        back="assignments",
        back_doc="What the caregiver cares, or has cared, for.",
        creates=NATIONAL,
        owned=True,
    )
    caregiver_name: str = copied(
        "caregiver_id", "given_name", "The name that the caregiver is called by, whoever else of them may be seen."
    )
    role: CaregiverRole = sensitive(
        Kind.ENUMERATION,
        "What the caregiver is to the home, or to the child.",
        enumeration=CaregiverRole,
        filters=True,
        creates=NATIONAL,
        owned=True,
    )
    started_on: Day = sensitive(
        Kind.DATE,
        "The first day.",
        day=Days(When.PLAN, owners=True, inside=("caregiver_id",)),
        filters=True,
        orders=True,
        creates=NATIONAL,
    )
    ended_on: Day | None
    end_reason: AssignmentEndReason | None = sensitive(
        Kind.ENUMERATION,
        "Why it ended.",
        enumeration=AssignmentEndReason,
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        reasoned=True,
    )
