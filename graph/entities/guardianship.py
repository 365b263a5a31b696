"""A guardianship: who decides for a child before the law, for a time."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from graph.declarations.base import OFFICE, Kind, Names, Owner, TenantEntity
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.given_rules import SomeGivenWhere
from graph.declarations.lives import Corrected, Dated, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.declarations.row_rules import held
from graph.described import Described
from graph.reasons import Reason
from graph.refusals import bad_input
from graph.text import TextForm


class GuardianshipHolder(Described):
    """Who decides for a child before the law."""

    PARENTS = "PARENTS", "The parents, or one of them."
    RELATIVE = "RELATIVE", "Somebody else of the family."
    CAREGIVER = "CAREGIVER", "Whoever cares for the child every day."
    AUTHORITY = "AUTHORITY", "A public authority."
    APPOINTED = "APPOINTED", "A person whom a court or an authority has appointed."


class GuardianshipScope(Described):
    """How far a guardianship reaches."""

    FULL = "FULL", "In everything."
    PARTIAL = "PARTIAL", "In some matters alone, as a medical treatment."
    TEMPORARY = "TEMPORARY", "In everything, until it is decided who does for good."


HOLDER_UNNAMED = bad_input(
    Reason.EMPTY,
    "It is not said who decides for the child.",
    "Name the relative; or give the name of the relative, the caregiver or the person who was appointed.",
    "name",
)
NAMED = (GuardianshipHolder.RELATIVE, GuardianshipHolder.CAREGIVER, GuardianshipHolder.APPOINTED)


class Guardianship(TenantEntity, Dated, Voidable, Corrected, table=True):
    """Who decides for a child before the law, for a time (UN Guidelines, paragraphs 18, 19, 101 and 104)."""

    __tablename__ = "guardianship"
    names: ClassVar[Names] = Names("Guardianship", "guardianship", "guardianships")
    owner: ClassVar = Owner("child")
    natural_key: ClassVar = ("child_id", "holder", "scope", "started_on", "name")
    cut_by_death: ClassVar = True
    voided_by: ClassVar = OFFICE
    rules: ClassVar = (
        held(
            "guardianship_holder_known_check",
            SomeGivenWhere(("name", "relative_id"), "holder", NAMED),
            HOLDER_UNNAMED,
        ),
    )
    mutations: ClassVar = verbs("record", "correct", "end", "void")

    holder: GuardianshipHolder = sensitive(
        Kind.ENUMERATION, "Who decides.", enumeration=GuardianshipHolder, filters=True, creates=NATIONAL
    )
    scope: GuardianshipScope = sensitive(
        Kind.ENUMERATION, "How far it reaches.", enumeration=GuardianshipScope, filters=True, creates=NATIONAL
    )
    name: str | None = personal(
        Kind.TEXT, "The name of whoever decides.", default=None, creates=NATIONAL, form=TextForm.NAME
    )
    reference: str | None = personal(
        Kind.TEXT, "The number under which it is kept at the court or the authority.", default=None, creates=NATIONAL,
        form=TextForm.NAME,
    )  # fmt: skip
    relative_id: UUID | None = link(
        "relative",
        "The relative who decides, where it is one on record.",
        back="guardianships",
        back_doc="Where the relative decides, or has decided, for the child before the law.",
        default=None,
        creates=NATIONAL,
    )
    started_on: Day | None = sensitive(
        Kind.DATE,
        "The first day; empty where nobody knows it.",
        day=Days(When.PLAN, owners=True),
        filters=True,
        orders=True,
        default=None,
        creates=NATIONAL,
    )
    ended_on: Day | None
