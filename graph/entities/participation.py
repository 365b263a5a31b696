"""A participation: how somebody took part in a decision or an assessment, what they said, and what came of it.

One table for the child's voice on whatever is decided about it. A further occasion, as a review or a plan, joins by
its link here, written as the two below, by its name in `IN_ONE`, and by `PartsOf("participation")` in the mutation that
records it: input, checks and what is taken back with it follow from that name.
"""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered
from graph.declarations.fields import link, personal, sensitive
from graph.declarations.link_rules import InOne
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import held
from graph.described import Described
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.text import TextForm


class ParticipationRole(Described):
    """As what somebody took part."""

    CHILD = "CHILD", "The child itself."
    MOTHER = "MOTHER", "Its mother."
    FATHER = "FATHER", "Its father."
    RELATIVE = "RELATIVE", "Somebody else of its family."
    CAREGIVER = "CAREGIVER", "Who cares for the child every day."
    KEY_WORKER = "KEY_WORKER", "Who answers for the child's case."
    SCHOOL = "SCHOOL", "Its school."
    HEALTH = "HEALTH", "Who treats it, or has examined it."
    AUTHORITY = "AUTHORITY", "The authority that is responsible for children."
    ADVOCATE = "ADVOCATE", "Who speaks for the child, and for nobody else."
    OTHER = "OTHER", "None of these; the name says who."


class ParticipationHow(Described):
    """By what means somebody said what they want; a child that cannot speak yet is heard too."""

    SPOKE = "SPOKE", "By speaking."
    SHOWED = "SHOWED", "By what they did, drew or pointed at."
    WROTE = "WROTE", "In writing."
    THROUGH_SOMEBODY = "THROUGH_SOMEBODY", "Somebody else told what they want."
    SAID_NOTHING = "SAID_NOTHING", "They were asked, and said nothing."


class Agreement(Described):
    """Whether somebody agrees to what was decided."""

    AGREES = "AGREES", "They agree."
    PARTLY = "PARTLY", "They agree to some of it."
    DISAGREES = "DISAGREES", "They do not agree."
    NOT_SAID = "NOT_SAID", "They have not said."


IN_ONE = InOne("decision_id", "gatekeeping_id")
"""Of which one occasion it is a part."""
OF_ONE_OCCASION = bad_input(
    Reason.ONE_OF_TWO,
    "Somebody takes part in one occasion.",
    "Name the decision or the assessment, and not both; who took part in two has a row in each.",
    "decisionId",
)


class Participation(TenantEntity, Voidable, Corrected, table=True):
    """How somebody took part in a decision about a child, what they said, what came of it (UN Guidelines, 6, 57)."""

    __tablename__ = "participation"
    names: ClassVar[Names] = Names("Participation", "participation", "participations")
    statistics_reads: ClassVar = ("country_code", "decision_id", "role", "present", "how", "voided_at")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "decision_id", "gatekeeping_id", "role", "name", "relative_id")
    rules: ClassVar = (held("participation_in_one_check", IN_ONE, OF_ONE_OCCASION),)
    mutations: ClassVar = verbs("record", "correct", "void")

    decision_id: UUID | None = link(
        "decision",
        "The decision that they took part in.",
        back="participations",
        back_doc="Who took part in it, and what they said.",
        default=None,
        creates=NATIONAL,
    )
    gatekeeping_id: UUID | None = link(
        "gatekeeping_assessment",
        "The assessment that they took part in.",
        back="participations",
        back_doc="Who took part in it, and what they said.",
        default=None,
        creates=NATIONAL,
    )
    role: ParticipationRole = sensitive(
        Kind.ENUMERATION, "As what they took part.", enumeration=ParticipationRole, filters=True, creates=NATIONAL
    )
    present: Answer = answered("Whether they were there.", filters=True, creates=NATIONAL)
    how: ParticipationHow | None = sensitive(
        Kind.ENUMERATION,
        "By what means they said what they want; empty where nobody has noted it.",
        enumeration=ParticipationHow,
        filters=True,
        default=None,
        creates=NATIONAL,
    )
    asked_by: str | None = personal(
        Kind.TEXT, "Who has asked them.", default=None, creates=NATIONAL, form=TextForm.NAME
    )
    language: str | None = sensitive(
        Kind.TEXT, "The language in which they spoke.", default=None, creates=NATIONAL, form=TextForm.NAME
    )
    view: str | None = sensitive(Kind.TEXT, "What they said, in their own words.", default=None, creates=NATIONAL)
    agrees: Agreement = sensitive(
        Kind.ENUMERATION,
        "Whether they agree.",
        enumeration=Agreement,
        filters=True,
        default=Agreement.NOT_SAID,
        default_sql="'NOT_SAID'",
        creates=NATIONAL,
    )
    effect: str | None = sensitive(
        Kind.TEXT, "What came of it: what was done, or why it was not.", default=None, creates=NATIONAL
    )
    name: str | None = personal(Kind.TEXT, "Who they are.", default=None, creates=NATIONAL, form=TextForm.NAME)
    relative_id: UUID | None = link(
        "relative",
        "Who they are, where they are of the child's family.",
        back="participations",
        back_doc="What they took part in.",
        default=None,
        creates=NATIONAL,
    )
    caregiver_id: UUID | None = link(
        "caregiver",
        "Who they are, where they care for our children.",
        back="participations",
        back_doc="What they took part in.",
        default=None,
        creates=NATIONAL,
    )
