"""A support service: help that is fitted to a child, its family or its carers, instead of care, beside it and after."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, sensitive
from graph.declarations.lives import Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.described import Described


class SupportKind(Described):
    """What help is about (UN Guidelines, paragraphs 32 to 38)."""

    HEALTH = "HEALTH", "A doctor, a treatment, medicine."
    SPEECH = "SPEECH", "Help with speaking and understanding."
    LEARNING = "LEARNING", "Help with school and learning."
    DISABILITY = "DISABILITY", "What a disability asks for: aids, assistance, therapy."
    COUNSELLING = "COUNSELLING", "Somebody to talk with, for one person."
    FAMILY_COUNSELLING = "FAMILY_COUNSELLING", "Somebody to talk with, for the family together."
    MATERIAL = "MATERIAL", "Money, food, clothes, what a household needs."
    HOUSING = "HOUSING", "A place to live, or to live better."
    LEGAL = "LEGAL", "Advice, papers, somebody who represents."
    MEDIATION = "MEDIATION", "Somebody who helps to settle a quarrel."
    RESPITE = "RESPITE", "Hours or nights in which somebody else cares."
    WORK = "WORK", "Work, or a way to earn a living."


class SupportFor(Described):
    """Whom help is for."""

    CHILD = "CHILD", "The child, or the young person."
    FAMILY = "FAMILY", "The child's family."
    CAREGIVERS = "CAREGIVERS", "Those who care for the child."


class SupportOrigin(Described):
    """What help goes back to."""

    GATEKEEPING = "GATEKEEPING", "It was found when it was asked whether care is necessary."
    PLAN = "PLAN", "A care plan names it."
    REVIEW = "REVIEW", "A review has asked for it."
    INCIDENT = "INCIDENT", "Something has happened."
    AFTERCARE = "AFTERCARE", "It is for the time after care."
    RETURN = "RETURN", "Somebody who has left came back and asked for it."
    OWN_REQUEST = "OWN_REQUEST", "The child, the family or the carers have asked for it themselves."


class SupportAnswer(Described):
    """What came of the asking."""

    OPEN = "OPEN", "Nobody has answered yet."
    ACCEPTED = "ACCEPTED", "It was offered and accepted."
    DECLINED = "DECLINED", "It was offered and not wanted."
    WAITING_LIST = "WAITING_LIST", "It is there, and not yet."
    NOT_THERE = "NOT_THERE", "There is no such help within reach."


class SupportEndReason(Described):
    """Why help has ended."""

    AIM_REACHED = "AIM_REACHED", "What it was for is reached."
    NOT_WANTED_ANY_MORE = "NOT_WANTED_ANY_MORE", "Those whom it is for do not want it any more."
    NOT_OFFERED_ANY_MORE = "NOT_OFFERED_ANY_MORE", "Whoever gave it gives it no more."
    REPLACED = "REPLACED", "Other help has taken its place."
    MOVED_AWAY = "MOVED_AWAY", "Those whom it is for live elsewhere now."
    OTHER = "OTHER", "None of these."


class SupportService(TenantEntity, Dated, Voidable, Corrected, table=True):
    """Help for a child, its family or its carers: asked for, offered, given (UN Guidelines, paragraphs 9, 32-38)."""

    __tablename__ = "support_service"
    names: ClassVar[Names] = Names("SupportService", "supportService", "supportServices")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "kind", "asked_on", "for_whom")
    at_end: ClassVar = ("end_reason",)
    cut_by_death: ClassVar = True
    mutations: ClassVar = (
        DerivedMutation(
            "openSupport",
            "Records that help is asked for, for a child, its family or its carers: what keeps a family together.",
            creates=True,
        ),
        *verbs("change", "correct", "end", "void"),
    )

    kind: SupportKind | None = sensitive(
        Kind.ENUMERATION,
        "What the help is about; empty until somebody has talked about it.",
        enumeration=SupportKind,
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    for_whom: SupportFor = sensitive(
        Kind.ENUMERATION, "Whom it is for.", enumeration=SupportFor, filters=True, creates=NATIONAL
    )
    origin: SupportOrigin = sensitive(
        Kind.ENUMERATION, "What it goes back to.", enumeration=SupportOrigin, filters=True, creates=NATIONAL
    )
    wish: str | None = sensitive(
        Kind.TEXT, "What is asked for, in their own words where possible.", default=None, creates=NATIONAL,
        changes=NATIONAL,
    )  # fmt: skip
    asked_on: Day = sensitive(
        Kind.DATE,
        "The day on which it was asked for.",
        day=Days(When.FACT, born=("child_id",), today=True),
        filters=True,
        orders=True,
        creates=NATIONAL,
    )
    offered_on: Day | None = sensitive(
        Kind.DATE,
        "The day on which it was offered.",
        day=Days(When.FACT),
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    answer: SupportAnswer = sensitive(
        Kind.ENUMERATION,
        "What came of the asking.",
        enumeration=SupportAnswer,
        filters=True,
        default=SupportAnswer.OPEN,
        default_sql="'OPEN'",
        creates=NATIONAL,
        changes=NATIONAL,
    )
    partner_id: UUID | None = link(
        "community_partner",
        "The partner that gives it, where it is on record.",
        back="supportServices",
        back_doc="The help that the partner gives, or is asked for.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    relative_id: UUID | None = link(
        "relative",
        "The relative whom it is for, where it is for one of the family.",
        back="supportServices",
        back_doc="The help that the relative is given, or has asked for.",
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    started_on: Day | None = sensitive(
        Kind.DATE,
        "The first day on which it is given; empty until it was accepted.",
        day=Days(When.PLAN, owners=True),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
    )
    ended_on: Day | None
    end_reason: SupportEndReason | None = sensitive(
        Kind.ENUMERATION, "Why it has ended.", enumeration=SupportEndReason, default=None, creates=NATIONAL
    )
