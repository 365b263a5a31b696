"""A family contact: a visit, call, letter or outing of a child with its family, a friend or an earlier carer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import Text, and_, literal_column, or_

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered
from graph.declarations.days import Days, When, last_day
from graph.declarations.fields import Day, link, sensitive
from graph.declarations.given_rules import OneGiven
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import NATIONAL, OFFICE
from graph.declarations.obligations import Obligation
from graph.declarations.row_rules import OnlyWith, SomeGiven, held
from graph.declarations.rules import Others, Rule, RuleFrame, Sql
from graph.described import Described
from graph.entities.kinship import MAY_NOT_MEET
from graph.entities.met_with import MetWith
from graph.reasons import Reason
from graph.refusals import bad_input, conflict

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


class ContactKind(Described):
    """How a child is in touch; nights with the family are temporary stays."""

    VISIT = "VISIT", "They meet where one of them lives, or elsewhere."
    CALL = "CALL", "They talk on the telephone."
    VIDEO = "VIDEO", "They see each other on a screen."
    LETTER = "LETTER", "A letter, a parcel, a message."
    OUTING = "OUTING", "They go out and do something together."


class MissedReason(Described):
    """Why a contact did not come about; none of them is a punishment (UN Guidelines, paragraphs 81, 96 and 97)."""

    FAMILY_DID_NOT_COME = "FAMILY_DID_NOT_COME", "The others did not come, or did not call."
    FAMILY_ILL = "FAMILY_ILL", "One of the others was ill."
    CHILD_DID_NOT_WANT = "CHILD_DID_NOT_WANT", "The child did not want it that day."
    CHILD_ILL = "CHILD_ILL", "The child was ill."
    NO_ESCORT = "NO_ESCORT", "There was nobody to go along."
    NO_TRANSPORT = "NO_TRANSPORT", "There was no way to get there."
    NOT_ALLOWED = "NOT_ALLOWED", "A court, or whoever decides, did not allow it."
    CALLED_OFF_BY_US = "CALLED_OFF_BY_US", "The home or the programme has called it off."
    OTHER = "OTHER", "None of these."


FACING: Mapping[object, MissedReason] = {
    MissedReason.CHILD_ILL: MissedReason.FAMILY_ILL,
    MissedReason.FAMILY_ILL: MissedReason.CHILD_ILL,
    MissedReason.CHILD_DID_NOT_WANT: MissedReason.FAMILY_DID_NOT_COME,
    MissedReason.FAMILY_DID_NOT_COME: MissedReason.OTHER,
}
"""What a brother's or sister's file says where this one says why: whoever was the child here is the family there."""


class ContactWish(Described):
    """Whether the child wants it: it is asked, each time."""

    WANTED = "WANTED", "The child wants it."
    NOT_WANTED = "NOT_WANTED", "The child does not want it."
    MIXED = "MIXED", "The child wants it, and does not."
    NOT_ASKED = "NOT_ASKED", "Nobody has asked."


class Mirror(Described):
    """Whether a brother's or sister's file says the same of a contact."""

    WRITTEN = "WRITTEN", "It stands in their file too, as it stands here."
    WAITING = "WAITING", "Who wrote it does not see their file: the office's run of the night writes it there."


WITH_ONE = bad_input(
    Reason.HALF_GIVEN,
    "A contact is with one: a relative, a brother or sister, or a caregiver.",
    "Name one of them.",
    "relativeId",
)
SOME_DAY = bad_input(
    Reason.HALF_GIVEN, "A contact is planned for a day, or was held on one.", "Give one of the days.", "dueOn"
)
KNOWN = conflict(
    Reason.CONTACT_KNOWN,
    "This contact of the two is on record already.",
    "Look at the child's contacts of that day: both files hold it.",
    "heldOn",
)
NOT_NOW = conflict(
    Reason.MAY_NOT_MEET,
    "It is laid down that the two may not meet for now.",
    "Look at the relative's contact and its reason; what has come about all the same is recorded with recordContact.",
    "dueOn",
)
DEAD = conflict(Reason.HAS_DIED, "The relative has died.", "Look at the relative, and at the day.", "dueOn")
_NOT_TO_MEET = tuple(literal_column(f"'{member.value}'", Text()) for member in MAY_NOT_MEET)
_DIED: Sql = literal_column(f"'{Answer.NO.value}'", Text())
MIRRORED_ALONE = bad_input(
    Reason.HALF_GIVEN, "What stands in a brother's or sister's file is a contact with one.", "Leave it out.", "mirror"
)


def _same(row: Any, other: Any) -> ColumnElement[bool]:  # noqa: ANN401 - whatever gives columns
    """The same two, in the same way, on one day: of two calls one row says so."""
    return and_(
        other.c.child_id == row.c.child_id,
        other.c.sibling_id == row.c.sibling_id,
        other.c.kind == row.c.kind,
        other.c.held_on == row.c.held_on,
    )


def _is_planned(row: Any, frame: RuleFrame) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """It is still to be: what was held, or missed, is a fact."""
    return and_(row.c.held_on.is_(None), row.c.missed_reason.is_(None), row.c.due_on >= frame.today)


def _lived(row: Any, relative: Any, frame: RuleFrame) -> ColumnElement[bool]:  # noqa: ANN401 - as above
    """Nobody meets somebody who is dead: of a month or a year in which they died, its last day bounds it."""
    lived: ColumnElement[bool] = row.c.held_on <= last_day(relative, "died_on", frame.today)
    return or_(relative.c.died_on.is_(None), lived)


class FamilyContact(TenantEntity, Voidable, Corrected, table=True):
    """A visit, call, letter or outing with family, a friend or an earlier carer (UN Guidelines, paragraphs 81, 82)."""

    __tablename__ = "family_contact"
    names: ClassVar[Names] = Names("FamilyContact", "familyContact", "familyContacts")
    statistics_reads: ClassVar = ("country_code", "child_id", "kind", "held_on", "met_with", "voided_at")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ()
    obligation: ClassVar = Obligation(due="due_on", done="held_on", missed="missed_reason", between="sibling_id")
    rules: ClassVar = (
        held("family_contact_with_one_check", OneGiven(("relative_id", "sibling_id", "caregiver_id")), WITH_ONE),
        held("family_contact_some_day_check", SomeGiven(("due_on", "held_on")), SOME_DAY),
        held("family_contact_mirrored_check", OnlyWith("mirror", "sibling_id"), MIRRORED_ALONE),
    )
    keeps: ClassVar = (
        Rule(
            "contact_is_new",
            "held_on",
            KNOWN,
            of=("child_id", "sibling_id", "kind", "held_on"),
            others=Others("family_contact", ("child_id", "sibling_id", "kind", "held_on"), _same),
        ),
        Rule(
            "they_may_meet",
            "due_on",
            NOT_NOW,
            of=("relative_id", "due_on", "held_on", "missed_reason"),
            reads={"relative_id": ("contact",)},
            holds=lambda row, led, frame: ~_is_planned(row, frame) | led["relative_id"].c.contact.not_in(_NOT_TO_MEET),
            left=True,
        ),
        Rule(
            "relative_may_come",
            "due_on",
            DEAD,
            of=("relative_id", "due_on", "held_on", "missed_reason"),
            reads={"relative_id": ("living",)},
            holds=lambda row, led, frame: ~_is_planned(row, frame) | (led["relative_id"].c.living != _DIED),
            left=True,
        ),
        Rule(
            "relative_lived",
            "held_on",
            DEAD,
            of=("relative_id", "held_on"),
            reads={"relative_id": ("died_on", "died_on_precision")},
            holds=lambda row, led, frame: _lived(row, led["relative_id"], frame),
            left=True,
        ),
    )
    mutations: ClassVar = verbs("correct", "void")

    kind: ContactKind = sensitive(
        Kind.ENUMERATION, "How they are in touch.", enumeration=ContactKind, filters=True, creates=NATIONAL
    )
    event_id: UUID = sensitive(
        Kind.UUID,
        "What the contacts of one event have in common: three children and their mother at one table, one event.",
        filters=True,
        creates=NATIONAL,
        changes=OFFICE,
        owned=True,
    )
    due_on: Day | None = sensitive(
        Kind.DATE,
        "The day for which it is planned; empty of one that was not.",
        day=Days(When.PLAN, born=("child_id",)),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    held_on: Day | None = sensitive(
        Kind.DATE,
        "The day on which it came about.",
        day=Days(When.FACT, born=("child_id",), lives=("child_id",)),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    missed_reason: MissedReason | None = sensitive(
        Kind.ENUMERATION,
        "Why it did not come about; empty where it did, or is still to.",
        enumeration=MissedReason,
        filters=True,
        default=None,
        creates=NATIONAL,
    )
    supervised: Answer = answered("Whether somebody is there to look after the child meanwhile.", creates=NATIONAL)
    wish: ContactWish = sensitive(
        Kind.ENUMERATION,
        "Whether the child wants it.",
        enumeration=ContactWish,
        filters=True,
        default=ContactWish.NOT_ASKED,
        default_sql="'NOT_ASKED'",
        creates=NATIONAL,
    )
    met_with: MetWith = sensitive(
        Kind.ENUMERATION,
        "Who it is with, as figures count it: written when it is recorded.",
        enumeration=MetWith,
        filters=True,
        creates=NATIONAL,
        owned=True,
    )
    mirror: Mirror | None = sensitive(
        Kind.ENUMERATION,
        "Whether the brother's or sister's file says the same; empty of a contact with anybody else.",
        enumeration=Mirror,
        filters=True,
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        owned=True,
    )
    note: str | None = sensitive(
        Kind.TEXT, "How it was, and what somebody has to know of it.", default=None, creates=NATIONAL
    )
    relative_id: UUID | None = link(
        "relative",
        "The relative, or friend, whom the child meets.",
        back="contacts",
        back_doc="When they have met, are to meet, and did not.",
        default=None,
        creates=NATIONAL,
        owned=True,
    )
    sibling_id: UUID | None = link(
        "child",
        "The brother or sister; empty where another programme is responsible and the caller is a caseworker.",
        back="contactsAsSibling",
        back_doc="The contacts that brothers and sisters have on record with the child.",
        default=None,
        creates=NATIONAL,
        owned=True,
    )
    caregiver_id: UUID | None = link(
        "caregiver",
        "The carer of before, whom the child is still in touch with.",
        back="contacts",
        back_doc="The contacts that children whom they have cared for have with them.",
        default=None,
        creates=NATIONAL,
        owned=True,
    )
