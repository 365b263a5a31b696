"""A relative: somebody of a child's family, or as close as family."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, column

from countries.packs.keys import KEYS
from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered, day_about
from graph.declarations.constraints import refusing
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.forgetting import Behind, Forgets
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.member_rules import AmongWhere, GivenWhere, OnlyWhere
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.declarations.row_rules import NotBefore, Within, held
from graph.declarations.rules import Rule
from graph.declarations.verbs import Verb
from graph.entities.home_address import EAST, NO_SUCH_LATITUDE, NO_SUCH_LONGITUDE, NORTH
from graph.entities.kinship import MAY_NOT_MEET, ContactReason, ContactRule, Kinship, Tracing, Whereabouts
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.text import TextForm

ITSELF = bad_input(
    Reason.OWN_RELATIVE, "Nobody is their own relative.", "Name another child, or leave it out.", "otherChildId"
)
PERSON_KNOWN = conflict(
    Reason.RELATIVE_KNOWN,
    "The person is on record as a relative of that child already.",
    "Use correctRelative.",
    "personId",
)
NO_REASON = bad_input(Reason.EMPTY, "It is not said why they may not meet.", "Give the reason of it.", "contactReason")
NO_COURT = bad_input(
    Reason.NO_COURT_ORDER,
    "Only a court forbids a child to meet its family.",
    "Give COURT_ORDER as the reason; or say NOT_NOW, and when somebody looks again.",
    "contactReason",
)
LIVES = bad_input(
    Reason.HALF_GIVEN,
    "Only of somebody who lives no longer there is a day of death.",
    "Say that they are not living, or leave the day out.",
    "diedOn",
)
DIED_BEFORE_BIRTH = conflict(
    Reason.ENDS_BEFORE_START, "The day of death lies before the birth.", "Set one of the two days right.", "diedOn"
)
TOO_SELDOM = bad_input(
    Reason.WRONG_AMOUNT,
    "They meet once in {least} to {most} days.",
    "Give the days from one contact to the next, or leave it out.",
    "contactEveryDays",
    least=1,
    most=366,
)
OF_PERSON = (
    "given_name", "family_name", "birth_date", "birth_date_precision", "living", "died_on", "died_on_precision",
    "whereabouts", "tracing", "phone", "locality", "language", "latitude_e2", "longitude_e2", "caregiver_id",
)  # fmt: skip
"""The columns of the person: the same in the rows of all children whose relative it is. The others are of the tie."""


class Relative(TenantEntity, Voidable, Corrected, table=True):
    """Somebody of a child's family, or as close; of one person each child has a row (paragraphs 14, 42, 81, 148)."""

    __tablename__ = "relative"
    names: ClassVar[Names] = Names("Relative", "relative", "relatives")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "person_id")
    named_by: ClassVar = ("given_name", "family_name")
    forgets: ClassVar = Forgets(
        ("phone", "locality", "latitude_e2", "longitude_e2"),
        KEYS["contact_details_years"],
        behind=Behind("care_episode", "child_id"),
    )
    rules: ClassVar = (
        refusing(CheckConstraint("child_id <> other_child_id", name="relative_two_children_check"), ITSELF),
        # What was taken back leaves its place to whatever is recorded rightly.
        refusing(
            Index(
                "relative_person_key",
                "country_code",
                "child_id",
                "person_id",
                unique=True,
                postgresql_where=column("voided_at").is_(None),
            ),
            PERSON_KNOWN,
        ),
        held("relative_contact_reason_given_check", GivenWhere("contact_reason", "contact", MAY_NOT_MEET), NO_REASON),
        held(
            "relative_forbidden_by_court_check",
            AmongWhere("contact_reason", (ContactReason.COURT_ORDER,), "contact", ContactRule.FORBIDDEN),
            NO_COURT,
        ),
        held("relative_contact_every_days_check", Within("contact_every_days", 1, 366), TOO_SELDOM),
        held("relative_died_check", OnlyWhere("died_on", "living", (Answer.NO,)), LIVES),
        held("relative_died_after_birth_check", NotBefore("died_on", "birth_date"), DIED_BEFORE_BIRTH),
        held("relative_latitude_check", Within("latitude_e2", -NORTH, NORTH), NO_SUCH_LATITUDE),
        held("relative_longitude_check", Within("longitude_e2", -EAST, EAST), NO_SUCH_LONGITUDE),
    )
    keeps: ClassVar = (
        Rule(
            "not_its_own_relative",
            "other_child_id",
            ITSELF,
            of=("child_id", "other_child_id"),
            holds=lambda row, _led, _frame: row.c.other_child_id.is_(None) | (row.c.child_id != row.c.other_child_id),
        ),
    )
    mutations: ClassVar = (
        DerivedMutation(
            "correctRelative",
            "Sets right what is on record of a relative, and says why. What is of the person is so in the rows of the"
            " other children too, as far as they are yours; whether they meet is each child's own.",
            creates=False,
            verb=Verb.CORRECT,
        ),
        *verbs("void"),
    )

    person_id: UUID = sensitive(
        Kind.UUID,
        "Who it is: the same in the rows of brothers and sisters whose relative it is.",
        filters=True,
        default=None,
        default_sql="uuidv7()",
        nullable=False,
        creates=NATIONAL,
    )
    relation: Kinship = sensitive(
        Kind.ENUMERATION, "What the relative is to the child.", enumeration=Kinship, filters=True, creates=NATIONAL
    )
    given_name: str | None = personal(
        Kind.TEXT,
        "The name that the relative is called by; empty where nobody knows it.",
        searched=True,
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
        form=TextForm.NAME,
    )
    family_name: str | None = personal(
        Kind.TEXT,
        "The family's name; some people have one name only.",
        searched=True,
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
        form=TextForm.NAME,
    )
    birth_date: Day | None = day_about(
        "The day of birth, or the first day of the time that is known; empty where it is unknown.",
        day=Days(When.FACT, anothers=True),
        known="How much of the birth date is known.",
        noun="birth date",
        of=personal,
        default=None,
        creates=NATIONAL,
    )
    living: Answer = answered("Whether the relative is living.", filters=True, creates=NATIONAL)
    died_on: Day | None = day_about(
        "The day on which the relative died, or the first day of the time that is known.",
        day=Days(When.FACT),
        known="How much of the day of death is known.",
        noun="day of death",
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    whereabouts: Whereabouts = sensitive(
        Kind.ENUMERATION,
        "Whether it is known where the relative is.",
        enumeration=Whereabouts,
        filters=True,
        creates=NATIONAL,
    )
    tracing: Tracing = sensitive(
        Kind.ENUMERATION,
        "Where the search for the relative stands.",
        enumeration=Tracing,
        filters=True,
        default=Tracing.NOT_NEEDED,
        default_sql="'NOT_NEEDED'",
        creates=NATIONAL,
    )
    phone: str | None = personal(
        Kind.TEXT,
        "Where the relative is reached; emptied some years after care, as the country has laid down.",
        default=None,
        creates=NATIONAL,
    )
    locality: str | None = personal(
        Kind.TEXT,
        "The village, town or quarter where the relative lives; emptied as `phone` is.",
        default=None,
        creates=NATIONAL,
        form=TextForm.NAME,
    )
    language: str | None = sensitive(
        Kind.TEXT,
        "ISO 639 code of the language in which one talks with the relative.",
        default=None,
        creates=NATIONAL,
        form=TextForm.NAME,
    )
    latitude_e2: int | None = sensitive(
        Kind.INTEGER,
        "How far north of the equator the relative lives, in hundredths of a degree, a kilometre or so; emptied as"
        " `phone` is.",
        default=None,
        creates=NATIONAL,
    )
    longitude_e2: int | None = sensitive(
        Kind.INTEGER,
        "How far east of Greenwich, in hundredths of a degree; emptied as `phone` is.",
        default=None,
        creates=NATIONAL,
    )
    contact: ContactRule = sensitive(
        Kind.ENUMERATION, "Whether the two meet.", enumeration=ContactRule, filters=True, creates=NATIONAL
    )
    contact_reason: ContactReason | None = sensitive(
        Kind.ENUMERATION,
        "Why they may not meet, or not alone.",
        enumeration=ContactReason,
        default=None,
        creates=NATIONAL,
    )
    contact_every_days: int | None = sensitive(
        Kind.INTEGER,
        "Within how many days they meet again; the country's own expectation where it is empty.",
        default=None,
        creates=NATIONAL,
    )
    other_child_id: UUID | None = link(
        "child",
        "The relative, where it is a child of ours, as the mother of sixteen is; empty where another programme is"
        " responsible and the caller is a caseworker.",
        back="relativeOf",
        back_doc="Of whom the child is a relative, by these children's own rows.",
        default=None,
        creates=NATIONAL,
    )
    caregiver_id: UUID | None = link(
        "caregiver",
        "The caregiver that the relative is, where it is one of ours: a grandmother who becomes a kinship carer.",
        back="relatives",
        back_doc="The children whose relative the caregiver is.",
        default=None,
        creates=NATIONAL,
    )
