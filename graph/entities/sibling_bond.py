"""A sibling bond: that two children are brothers or sisters, for each of the two."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.constraints import refusing
from graph.declarations.days import Days, When
from graph.declarations.fields import PERIOD, Day, copied, link, sensitive
from graph.declarations.lives import Alone, Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL, DerivedMutation
from graph.declarations.rules import Rule, one_at_a_time
from graph.described import Described
from graph.reasons import Reason
from graph.refusals import bad_input, conflict


class SiblingBondKind(Described):
    """What makes two children brothers or sisters."""

    FULL = "FULL", "Both parents are the same."
    HALF = "HALF", "One parent is the same."
    STEP = "STEP", "A parent of one lives with a parent of the other."
    ADOPTIVE = "ADOPTIVE", "One of them was adopted into the family."
    SOCIAL = "SOCIAL", "They have grown up together, and call each other so."


class SiblingWish(Described):
    """What two children who are brothers or sisters wish, as they were asked (UN Guidelines, paragraphs 6 and 17)."""

    TOGETHER = "TOGETHER", "To live together."
    NEAR = "NEAR", "To live near each other, and meet often."
    APART = "APART", "To live apart."
    MIXED = "MIXED", "The two wish otherwise, or do not know."
    NOT_ASKED = "NOT_ASKED", "Nobody has asked them."


SAME_CHILD = bad_input(Reason.SAME_CHILD, "Nobody is their own brother or sister.", "Name two children.", "siblingId")
BOND_KNOWN = conflict(
    Reason.BOND_KNOWN,
    "The two are on record as brothers or sisters on one of these days already.",
    "Look at their bonds.",
    "siblingId",
)


class SiblingBond(TenantEntity, Dated, Voidable, Corrected, table=True):
    """That a child has a brother or sister; each of the two holds a bond to the other (UN Guidelines, paragraph 17)."""

    __tablename__ = "sibling_bond"
    names: ClassVar[Names] = Names("SiblingBond", "siblingBond", "siblingBonds")
    statistics_reads: ClassVar = (
        "country_code", "child_id", "sibling_id", "started_on", "ended_on", "voided_at",
    )  # fmt: skip
    owner: ClassVar = Owner("child", programme_back=True)
    natural_key: ClassVar = ("child_id", "sibling_id", "started_on")
    mirrored_by: ClassVar = "sibling_id"
    rules: ClassVar = (
        refusing(CheckConstraint("child_id <> sibling_id", name="sibling_bond_two_children_check"), SAME_CHILD),
    )
    keeps: ClassVar = (
        Rule(
            "two_children",
            "sibling_id",
            SAME_CHILD,
            of=("child_id", "sibling_id"),
            holds=lambda row, _led, _frame: row.c.child_id != row.c.sibling_id,
        ),
        one_at_a_time(
            "bond_is_new", "sibling_bond", ("child_id", "sibling_id"), BOND_KNOWN, at="sibling_id", header="started_on"
        ),
    )
    alone: ClassVar = Alone("child_id", "sibling_id", refusal=BOND_KNOWN)
    mutations: ClassVar = (
        DerivedMutation(
            "recordSiblingBond", "Records that two children are brothers or sisters, for each of the two.", creates=True
        ),
        *verbs("correct", "end", "void"),
    )

    child_id: UUID = link(
        "child",
        "The child who holds the bond.",
        back="siblingBonds",
        back_doc="The child's bonds with brothers and sisters.",
        covers=("sibling_id", "programme_id", *PERIOD),
        creates=NATIONAL,
    )
    sibling_id: UUID = link(
        "child",
        "The brother or sister; empty where another programme is responsible and the caller is a caseworker.",
        back="siblingBondsOfOthers",
        back_doc="The bonds that brothers and sisters hold with the child.",
        creates=NATIONAL,
    )
    sibling_name: str = copied(
        "sibling_id",
        "given_name",
        "The name that the brother or sister is called by, shown also where nothing else of them may be.",
    )
    kind: SiblingBondKind = sensitive(
        Kind.ENUMERATION,
        "What makes them brothers or sisters.",
        enumeration=SiblingBondKind,
        filters=True,
        creates=NATIONAL,
    )
    wish: SiblingWish | None = sensitive(
        Kind.ENUMERATION,
        "What the two wish; empty where nobody has written it down.",
        enumeration=SiblingWish,
        filters=True,
        default=None,
        creates=NATIONAL,
    )
    started_on: Day = sensitive(
        Kind.DATE,
        "The day from which the bond is known.",
        day=Days(When.FACT, born=("child_id", "sibling_id"), lives=("child_id", "sibling_id"), today=True),
        filters=True,
        orders=True,
        creates=NATIONAL,
    )
    ended_on: Day | None = sensitive(
        Kind.DATE,
        "The first day on which the bond no longer counts, once it was found mistaken or was dissolved.",
        day=Days(When.FACT, after="started_on", same_day=True),
        default=None,
        creates=NATIONAL,
        changes=NATIONAL,
        reasoned=True,
    )
