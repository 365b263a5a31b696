"""A credential: what a caregiver has learned, or promised."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, sensitive
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import OFFICE
from graph.described import Described


class CaregiverCredentialKind(Described):
    """What a credential is about (UN Guidelines, paragraphs 113 to 115)."""

    QUALIFICATION = "QUALIFICATION", "An education that was completed."
    TRAINING = "TRAINING", "A course beside the work."
    CODE_OF_CONDUCT = "CODE_OF_CONDUCT", "A promise of how to treat children, signed."


class CredentialOutcome(Described):
    """What came of a course, an examination or a check."""

    PASSED = "PASSED", "All is as it should be."
    CONDITIONS = "CONDITIONS", "It counts, and something has to change."
    FAILED = "FAILED", "It does not count."


class CaregiverCredential(TenantEntity, Voidable, Corrected, table=True):
    """What a caregiver has learned or signed: every team may know it (UN Guidelines, paragraphs 113 to 115)."""

    __tablename__ = "caregiver_credential"
    names: ClassVar[Names] = Names("CaregiverCredential", "caregiverCredential", "caregiverCredentials")
    owner: ClassVar = Owner("caregiver")
    natural_key: ClassVar = ("caregiver_id", "kind", "title", "issued_on")
    mutations: ClassVar = verbs("record", "correct", "void")

    caregiver_id: UUID = link(
        "caregiver",
        "The caregiver.",
        back="credentials",
        back_doc="What the caregiver has learned, or signed.",
        creates=OFFICE,
    )
    kind: CaregiverCredentialKind = sensitive(
        Kind.ENUMERATION, "What it is about.", enumeration=CaregiverCredentialKind, filters=True, creates=OFFICE
    )
    title: str = sensitive(Kind.TEXT, "What it is called.", creates=OFFICE)
    provider: str | None = sensitive(Kind.TEXT, "Who has given it.", default=None, creates=OFFICE)
    issued_on: Day = sensitive(
        Kind.DATE, "The day on which it was given.", day=Days(When.FACT), filters=True, orders=True, creates=OFFICE
    )
    valid_until: Day | None = sensitive(
        Kind.DATE,
        "The first day on which it holds no longer: `9999-12-31` for one without end; empty where it is not known.",
        day=Days(When.PLAN, after="issued_on", endless=True),
        filters=True,
        orders=True,
        default=None,
        creates=OFFICE,
    )
    outcome: CredentialOutcome = sensitive(
        Kind.ENUMERATION, "What came of it.", enumeration=CredentialOutcome, filters=True, creates=OFFICE
    )
