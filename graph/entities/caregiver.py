"""A caregiver: an adult who cares for children, lives where they live, or answers for those who do."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, column

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, day_about
from graph.declarations.constraints import refusing
from graph.declarations.days import MADE, Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.files import Kept
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.reckoned import Reckoned
from graph.described import Described
from graph.entities.clearance import READS as CHECK_READS
from graph.entities.clearance import USES, cleared_until
from graph.entities.qualified import USES as QUALIFIED_BY
from graph.entities.qualified import is_qualified
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm


class CaregiverKind(Described):
    """What an adult is to the children of a home, as far as checks hang on it; all else is a role, for a time."""

    FAMILY_CARER = "FAMILY_CARER", "A parent of the family that children live in."
    STAFF = "STAFF", "Works with children in a home."
    MANAGER = "MANAGER", "Answers for a home, or for several."
    SOCIAL_WORKER = "SOCIAL_WORKER", "Stands beside children and families from outside."
    HOUSEHOLD_ADULT = "HOUSEHOLD_ADULT", "Lives where children live, and cares for nobody."


class EducationLevel(Described):
    """A level of the International Standard Classification of Education, ISCED 2011."""

    ISCED_0 = "ISCED_0", "Early childhood education."
    ISCED_1 = "ISCED_1", "Primary education."
    ISCED_2 = "ISCED_2", "Lower secondary education."
    ISCED_3 = "ISCED_3", "Upper secondary education."
    ISCED_4 = "ISCED_4", "After secondary education, and not yet tertiary."
    ISCED_5 = "ISCED_5", "Short tertiary education."
    ISCED_6 = "ISCED_6", "A bachelor's degree, or what equals it."
    ISCED_7 = "ISCED_7", "A master's degree, or what equals it."
    ISCED_8 = "ISCED_8", "A doctorate, or what equals it."


LOGIN_TAKEN = conflict(
    Reason.LOGIN_TAKEN,
    "Another caregiver of the country has that login.",
    "Look for the caregiver before you write it anew.",
    "loginSubject",
)


class Caregiver(TenantEntity, Voidable, Corrected, table=True):
    """An adult who cares for children, lives where they live, or answers for those who do (paragraphs 71, 106-122)."""

    __tablename__ = "caregiver"
    names: ClassVar[Names] = Names("Caregiver", "caregiver", "caregivers")
    statistics_reads: ClassVar = ("country_code", "kind", "minimum_qualification", "engaged_on", "left_on", "voided_at")
    owner: ClassVar = Owner("programme")
    natural_key: ClassVar = ()
    named_by: ClassVar = ("given_name", "family_name")
    country_back: ClassVar = ("caregivers", "The caregivers in the country.")
    rules: ClassVar = (
        # What was taken back leaves its login to whoever is recorded rightly.
        refusing(
            Index(
                "caregiver_login_key",
                "country_code",
                "login_issuer",
                "login_subject",
                unique=True,
                postgresql_where=column("voided_at").is_(None),
            ),
            LOGIN_TAKEN,
        ),
    )
    mutations: ClassVar = verbs("record", "correct", "void")

    programme_id: UUID = link(
        "programme",
        "The programme that has engaged the caregiver.",
        back="caregivers",
        back_doc="The caregivers whom the programme has engaged.",
        creates=OFFICE,
        changes=OFFICE,
        in_files=Kept("moveCaregiver lets another programme engage a caregiver."),
    )
    given_name: str = personal(
        Kind.TEXT,
        "The name that the caregiver is called by.",
        filters=True,
        orders=True,
        creates=OFFICE,
        form=TextForm.NAME,
    )
    family_name: str | None = personal(
        Kind.TEXT,
        "The family's name; some people have one name only.",
        filters=True,
        orders=True,
        default=None,
        creates=OFFICE,
        form=TextForm.NAME,
    )
    birth_date: Day | None = day_about(
        "The day of birth, or the first day of the time that is known; empty where it is unknown.",
        day=Days(When.FACT),
        known="How much of the birth date is known.",
        noun="birth date",
        of=personal,
        default=None,
        creates=OFFICE,
    )
    kind: CaregiverKind = sensitive(
        Kind.ENUMERATION,
        "What the caregiver is, as far as checks hang on it.",
        enumeration=CaregiverKind,
        filters=True,
        creates=OFFICE,
    )
    qualification: EducationLevel | None = sensitive(
        Kind.ENUMERATION,
        "The highest level of education that was completed; empty where nobody has written that down.",
        enumeration=EducationLevel,
        filters=True,
        default=None,
        creates=OFFICE,
    )
    minimum_qualification: Answer = answered(
        "Whether the caregiver has what the country asks of one of that kind at least, by the level of education; also"
        " where it asks for nothing.",
        creates=OFFICE,
        changes=OFFICE,
        owned=True,
        reckoned=Reckoned(None, "", (), QUALIFIED_BY, is_qualified),
    )
    phone: str | None = personal(
        Kind.TEXT, "Where the office reaches the caregiver.", default=None, readers=OFFICE, creates=OFFICE
    )
    engaged_on: Day = sensitive(
        Kind.DATE, "The first day.", day=Days(When.PLAN), filters=True, orders=True, creates=OFFICE
    )
    left_on: Day | None = sensitive(
        Kind.DATE,
        "The first day no longer there; empty while it goes on.",
        day=Days(When.PLAN, after="engaged_on"),
        filters=True,
        default=None,
        creates=OFFICE,
        in_files=Kept("endCaregiver says when a caregiver has left.", once=True),
    )
    cleared_until: Day | None = sensitive(
        Kind.DATE,
        "The first day on which the caregiver is cleared no longer, by the newest check of every kind that the country"
        " asks of one: `9999-12-31` for no end; empty where one of them is missing, was not passed, or nobody knows.",
        day=MADE,
        filters=True,
        orders=True,
        default=None,
        creates=OFFICE,
        changes=OFFICE,
        owned=True,
        reckoned=Reckoned("caregiver_check", "caregiver_id", CHECK_READS, USES, cleared_until),
    )
    login_issuer: str | None = personal(
        Kind.TEXT, "Who vouches for the caregiver's login.", default=None, readers=OFFICE, creates=OFFICE
    )
    login_subject: str | None = personal(
        Kind.TEXT,
        "What the issuer calls the caregiver: what is sealed is kept from who it is about.",
        default=None,
        readers=OFFICE,
        creates=OFFICE,
    )
