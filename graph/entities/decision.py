"""A decision: what was decided about a child, by whom and why, and when somebody looks at it again."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.link_rules import Differs
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.member_rules import GivenWhere
from graph.declarations.nouns import NATIONAL, OFFICE, PartsOf
from graph.declarations.obligations import Obligation
from graph.declarations.row_rules import NotBefore, held
from graph.described import Described
from graph.entities.sibling_bond import SAME_CHILD
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.text import TextForm


class DecisionKind(Described):
    """What a decision is about (UN Guidelines, paragraphs 6, 17, 57 and 64 to 66)."""

    ADMISSION = "ADMISSION", "Whether the child comes into care."
    SUPPORT_INSTEAD = "SUPPORT_INSTEAD", "That its family is supported, and the child stays in it."
    PLACEMENT = "PLACEMENT", "Where the child lives."
    SIBLINGS_APART = "SIBLINGS_APART", "That brothers and sisters live apart: from whom, why, and until when."
    CONTACT = "CONTACT", "Whom of its family the child meets, and whom it does not meet for a time."
    PLAN = "PLAN", "What its care is to come to."
    RETURN = "RETURN", "That the child goes home."
    PERMANENCE = "PERMANENCE", "That it belongs to another family for good."
    LEAVING = "LEAVING", "How a young person leaves care."
    OTHER = "OTHER", "None of these; the outcome says what."


LOOKED_AT_AGAIN = (DecisionKind.SIBLINGS_APART, DecisionKind.CONTACT)
"""What keeps a child from somebody of its own: never for good, so that there is a day to look at it again."""

NO_DAY_TO_LOOK_AGAIN = bad_input(
    Reason.EMPTY,
    "Whoever keeps a child apart from somebody of its own says when that is looked at again.",
    "Give lookAgainOn.",
    "lookAgainOn",
)
APART_FROM_NOBODY = bad_input(
    Reason.EMPTY, "It is not said from whom the child lives apart.", "Name the brother or sister.", "siblingId"
)
LOOKED_AGAIN_BEFORE = conflict(
    Reason.ENDS_BEFORE_START, "It would be looked at again before it was decided.", "Check the days.", "lookAgainOn"
)
LOOKED_AT_BEFORE = conflict(
    Reason.ENDS_BEFORE_START, "It was looked at again before it was decided.", "Check the days.", "lookedAtOn"
)


class Decision(TenantEntity, Voidable, Corrected, table=True):
    """What was decided about a child, by whom, why, and when it is looked at again (UN Guidelines, 57, 64 to 66)."""

    __tablename__ = "decision"
    names: ClassVar[Names] = Names("Decision", "decision", "decisions")
    statistics_reads: ClassVar = ("country_code", "id", "child_id", "programme_id", "decided_on", "voided_at")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "kind", "decided_on", "sibling_id")
    obligation: ClassVar = Obligation(due="look_again_on", done="looked_at_on")
    rules: ClassVar = (
        held("decision_look_again_check", GivenWhere("look_again_on", "kind", LOOKED_AT_AGAIN), NO_DAY_TO_LOOK_AGAIN),
        held(
            "decision_sibling_check",
            GivenWhere("sibling_id", "kind", (DecisionKind.SIBLINGS_APART,)),
            APART_FROM_NOBODY,
        ),
        held("decision_two_children_check", Differs("sibling_id", "child_id"), SAME_CHILD),
        held("decision_look_again_day_check", NotBefore("look_again_on", "decided_on"), LOOKED_AGAIN_BEFORE),
        held("decision_looked_at_day_check", NotBefore("looked_at_on", "decided_on"), LOOKED_AT_BEFORE),
    )
    voided_by: ClassVar = OFFICE
    mutations: ClassVar = verbs(
        "record", "correct", "void", parts=(PartsOf("participation"), PartsOf("decision_option"))
    )

    kind: DecisionKind = sensitive(
        Kind.ENUMERATION, "What it is about.", enumeration=DecisionKind, filters=True, creates=NATIONAL
    )
    decided_on: Day = sensitive(
        Kind.DATE,
        "The day on which it was decided.",
        day=Days(When.FACT, born=("child_id",), lives=("child_id",), today=True),
        filters=True,
        orders=True,
        creates=NATIONAL,
    )
    decided_by: str = personal(Kind.TEXT, "Who has decided it.", creates=NATIONAL, form=TextForm.NAME)
    outcome: str = sensitive(Kind.TEXT, "What was decided.", creates=NATIONAL)
    reasons: str | None = sensitive(Kind.TEXT, "Why.", default=None, creates=NATIONAL)
    look_again_on: Day | None = sensitive(
        Kind.DATE,
        "The day by which somebody looks at it again.",
        day=Days(When.PLAN),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    looked_at_on: Day | None = sensitive(
        Kind.DATE,
        "The day on which somebody has looked at it again.",
        day=Days(When.FACT),
        filters=True,
        default=None,
        creates=NATIONAL,
    )
    event_id: UUID | None = sensitive(
        Kind.UUID,
        "What decisions have in common that were taken as one, as of all brothers and sisters who come apart; empty of"
        " one that stands alone.",
        filters=True,
        default=None,
        creates=NATIONAL,
    )
    placement_id: UUID | None = link(
        "placement",
        "The placement that came of it, or that it is about.",
        back="decisions",
        back_doc="What was decided about it, and who was heard.",
        default=None,
        creates=NATIONAL,
    )
    care_episode_id: UUID | None = link(
        "care_episode",
        "The time in care that it is about.",
        back="decisions",
        back_doc="What was decided in it, and who was heard.",
        default=None,
        creates=NATIONAL,
    )
    sibling_id: UUID | None = link(
        "child",
        "The brother or sister from whom the child lives apart, or whom it meets.",
        back="decisionsAsSibling",
        back_doc="What was decided of brothers and sisters about living apart from the child, or meeting it.",
        default=None,
        creates=NATIONAL,
    )
