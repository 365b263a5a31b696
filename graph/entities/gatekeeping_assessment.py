"""A gatekeeping assessment: whether care is necessary, and which care is suitable, asked before a child comes."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, listed
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.member_rules import NotBoth, OnlyWhere
from graph.declarations.nouns import NATIONAL
from graph.declarations.obligations import Obligation
from graph.declarations.row_rules import BothOrNeither, NotBefore, held
from graph.described import Described
from graph.entities.home_form import HomeForm
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.text import TextForm


class Assessor(Described):
    """Who asks whether care is necessary."""

    AUTHORITY = "AUTHORITY", "The authority that is responsible for children."
    JOINT = "JOINT", "The authority and the association together."
    OWN = "OWN", "The association alone."


class Necessity(Described):
    """Whether care is necessary (UN Guidelines, paragraphs 32 to 56)."""

    NECESSARY = "NECESSARY", "The child cannot be cared for in its family, with whatever support."
    NOT_NECESSARY = "NOT_NECESSARY", "The child can stay in its family."
    NOT_YET_CLEAR = "NOT_YET_CLEAR", "It cannot be said yet."


class Alternative(Described):
    """What was tried or offered so that a child can stay in its family."""

    MONEY_OR_GOODS = "MONEY_OR_GOODS", "Money, food, or what a household needs."
    COUNSELLING = "COUNSELLING", "Somebody to talk with."
    DAY_CARE = "DAY_CARE", "Somebody cares for the child by day."
    RESPITE = "RESPITE", "Hours or nights in which somebody else cares."
    KIN_WITHOUT_ORDER = "KIN_WITHOUT_ORDER", "Relatives take the child in, without an order."
    HOUSING = "HOUSING", "A place to live."
    HEALTH_CARE = "HEALTH_CARE", "A treatment of the child, or of a parent."
    LEGAL_AID = "LEGAL_AID", "Advice, papers, somebody who represents."
    MEDIATION = "MEDIATION", "Somebody who helps to settle a quarrel."
    NONE_AT_HAND = "NONE_AT_HAND", "There was nothing to be had."


class GatekeepingOutcome(Described):
    """What came of the assessment."""

    ADMIT = "ADMIT", "The child comes into care."
    SUPPORT_FAMILY = "SUPPORT_FAMILY", "The family is supported, and the child stays in it."
    KIN_WITHOUT_ORDER = "KIN_WITHOUT_ORDER", "Relatives take the child in, without an order."
    OTHER_PROVIDER = "OTHER_PROVIDER", "Somebody else takes the child in."
    NO_NEED = "NO_NEED", "Nothing is needed."


TWO_STEPS = bad_input(
    Reason.HALF_GIVEN,
    "A form of care is suitable only where care is necessary.",
    "Say that care is necessary, or leave the form out.",
    "recommendedForm",
)
COMPLETED = bad_input(
    Reason.HALF_GIVEN,
    "The day on which an assessment was completed and its outcome come together.",
    "Give both, or neither.",
    "outcome",
)
OPENED_LATER = conflict(
    Reason.ENDS_BEFORE_START, "It was completed before it was opened.", "Check the days.", "completedOn"
)
POVERTY_ALONE = conflict(
    Reason.POVERTY_ALONE,
    "Poverty alone takes no child from its family.",
    "Support the family instead: openSupport records what it needs.",
    "outcome",
)


class GatekeepingAssessment(TenantEntity, Voidable, Corrected, table=True):
    """Whether care is necessary, and which suits, asked before a child comes (UN Guidelines, paragraphs 32-58)."""

    __tablename__ = "gatekeeping_assessment"
    names: ClassVar[Names] = Names("GatekeepingAssessment", "gatekeepingAssessment", "gatekeepingAssessments")
    statistics_reads: ClassVar = ("country_code", "care_episode_id", "completed_on", "assessor", "voided_at")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "opened_on")
    obligation: ClassVar = Obligation(due="due_on", done="completed_on")
    rules: ClassVar = (
        held(
            "gatekeeping_assessment_two_steps_check",
            OnlyWhere("recommended_form", "necessity", (Necessity.NECESSARY,)),
            TWO_STEPS,
        ),
        held("gatekeeping_assessment_completed_check", BothOrNeither("completed_on", "outcome"), COMPLETED),
        held("gatekeeping_assessment_days_check", NotBefore("completed_on", "opened_on"), OPENED_LATER),
        held(
            "gatekeeping_assessment_poverty_alone_check",
            NotBoth("outcome", GatekeepingOutcome.ADMIT, "poverty_only", Answer.YES),
            POVERTY_ALONE,
        ),
    )
    mutations: ClassVar = verbs("correct", "void")

    opened_on: Day = sensitive(
        Kind.DATE,
        "The day on which the question was asked.",
        day=Days(When.FACT, born=("child_id",), lives=("child_id",), today=True),
        filters=True,
        orders=True,
        creates=NATIONAL,
    )
    due_on: Day = sensitive(
        Kind.DATE, "The day by which it is to be answered.", day=Days(When.PLAN), filters=True, orders=True,
        creates=NATIONAL,
    )  # fmt: skip
    completed_on: Day | None = sensitive(
        Kind.DATE, "The day on which it was answered.", day=Days(When.FACT), filters=True, orders=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    assessor: Assessor | None = sensitive(
        Kind.ENUMERATION, "Who asks and answers.", enumeration=Assessor, default=None, creates=NATIONAL
    )
    assessed_by: str | None = personal(Kind.TEXT, "Their names.", default=None, creates=NATIONAL, form=TextForm.NAME)
    necessity: Necessity | None = sensitive(
        Kind.ENUMERATION, "Whether care is necessary.", enumeration=Necessity, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    alternatives: list[Alternative] | None = listed(
        Alternative, "What was tried or offered before, so that the child can stay in its family.", default=None,
        creates=NATIONAL,
    )  # fmt: skip
    poverty_only: Answer = answered(
        "Whether poverty is all that speaks for care: then the family is supported.", filters=True, creates=NATIONAL
    )
    recommended_form: HomeForm | None = sensitive(
        Kind.ENUMERATION, "The form of care that suits the child.", enumeration=HomeForm, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    suitability_reasons: str | None = sensitive(Kind.TEXT, "Why it suits the child.", default=None, creates=NATIONAL)
    outcome: GatekeepingOutcome | None = sensitive(
        Kind.ENUMERATION, "What came of it.", enumeration=GatekeepingOutcome, filters=True, default=None,
        creates=NATIONAL,
    )  # fmt: skip
    care_episode_id: UUID | None = link(
        "care_episode",
        "The time in care that came of it, or that it is about.",
        back="gatekeeping",
        back_doc="Whether it was necessary, and who has asked.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
