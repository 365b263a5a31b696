"""A check of a caregiver: what the office asks before it lets somebody care for a child, and nobody else reads."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from countries.packs.keys import KEYS
from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.forgetting import Forgets
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import OFFICE
from graph.described import Described
from graph.entities.caregiver_credential import CredentialOutcome


class CaregiverCheckKind(Described):
    """What a check asks (UN Guidelines, paragraphs 113 to 115)."""

    BACKGROUND_CHECK = "BACKGROUND_CHECK", "What courts and police know."
    HEALTH_CHECK = "HEALTH_CHECK", "Whether health allows for it."
    REFERENCE = "REFERENCE", "What those say who know the caregiver."
    APPROVAL = "APPROVAL", "Whether an authority has approved of the caregiver."


class CaregiverCheck(TenantEntity, Voidable, Corrected, table=True):
    """That a caregiver was checked: a colleague's record and health are the office's alone (paragraphs 113 to 115)."""

    __tablename__ = "caregiver_check"
    names: ClassVar[Names] = Names("CaregiverCheck", "caregiverCheck", "caregiverChecks")
    readers: ClassVar = OFFICE
    owner: ClassVar = Owner("caregiver")
    natural_key: ClassVar = ("caregiver_id", "kind", "decided_on")
    # The law lets nobody keep for ever what was held against somebody (GDPR 5 and 10).
    forgets: ClassVar = Forgets(
        ("outcome", "reference"),
        KEYS["failed_check_months"],
        since="decided_on",
        where="outcome",
        among=(CredentialOutcome.FAILED,),
    )
    mutations: ClassVar = verbs("record", "correct", "void")

    caregiver_id: UUID = link(
        "caregiver",
        "The caregiver.",
        back="checks",
        back_doc="What the office has checked of the caregiver.",
        readers=OFFICE,
        creates=OFFICE,
    )
    kind: CaregiverCheckKind = sensitive(
        Kind.ENUMERATION,
        "What was asked.",
        enumeration=CaregiverCheckKind,
        filters=True,
        readers=OFFICE,
        creates=OFFICE,
    )
    decided_on: Day = sensitive(
        Kind.DATE,
        "The day on which it was decided.",
        day=Days(When.FACT),
        filters=True,
        orders=True,
        readers=OFFICE,
        creates=OFFICE,
    )
    valid_until: Day | None = sensitive(
        Kind.DATE,
        "The first day on which it holds no longer: `9999-12-31` for one without end; empty where it is not known,"
        " which clears nobody.",
        day=Days(When.PLAN, after="decided_on", endless=True),
        filters=True,
        orders=True,
        default=None,
        readers=OFFICE,
        creates=OFFICE,
    )
    outcome: CredentialOutcome | None = sensitive(
        Kind.ENUMERATION,
        "What came of it; empty once it is kept no longer, which clears nobody.",
        enumeration=CredentialOutcome,
        filters=True,
        default=None,
        readers=OFFICE,
        creates=OFFICE,
    )
    reference: str | None = personal(
        Kind.TEXT, "The number of the paper, where it is kept.", default=None, readers=OFFICE, creates=OFFICE
    )
