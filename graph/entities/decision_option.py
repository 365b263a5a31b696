"""An option of a decision: a home that was looked at for a child, and whether it was taken."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Index, and_, column, literal_column

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.constraints import refusing
from graph.declarations.fields import link, sensitive
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import NATIONAL
from graph.described import Described
from graph.reasons import Reason
from graph.refusals import conflict


class OptionChoice(Described):
    """What became of a home that was looked at."""

    TAKEN = "TAKEN", "The child is to live there."
    NOT_TAKEN = "NOT_TAKEN", "The child is not to live there; why that is stands beside it."


TAKEN: ColumnElement[str] = literal_column(f"'{OptionChoice.TAKEN}'")
ONE_IS_TAKEN = conflict(
    Reason.NAMED_TWICE, "A child lives in one home: one option is taken.", "Say of the others NOT_TAKEN.", "choice"
)
NAMED_ONCE = conflict(
    Reason.NAMED_TWICE, "The same home is an option twice.", "Name each home once, with what became of it.", "homeId"
)


class DecisionOption(TenantEntity, Voidable, Corrected, table=True):
    """A home that was looked at for a child, whether it was taken, and why or why not (UN Guidelines, 57, 64)."""

    __tablename__ = "decision_option"
    names: ClassVar[Names] = Names("DecisionOption", "decisionOption", "decisionOptions")
    owner: ClassVar = Owner("child", part_of="decision_id")
    natural_key: ClassVar = ("decision_id", "home_id")
    rules: ClassVar = (
        # What was taken back leaves its place to what is recorded rightly.
        refusing(
            Index(
                "decision_option_taken_key",
                "country_code",
                "decision_id",
                unique=True,
                postgresql_where=and_(column("choice") == TAKEN, column("voided_at").is_(None)),
            ),
            ONE_IS_TAKEN,
        ),
        refusing(
            Index(
                "decision_option_home_key",
                "country_code",
                "decision_id",
                "home_id",
                unique=True,
                postgresql_where=column("voided_at").is_(None),
            ),
            NAMED_ONCE,
        ),
    )
    mutations: ClassVar = verbs("record", "correct", "void")

    decision_id: UUID = link(
        "decision",
        "The decision for which it was looked at.",
        back="options",
        back_doc="The homes that were looked at, which of them was taken, and which were not.",
        creates=NATIONAL,
    )
    home_id: UUID = link("home", "The home.", back=None, creates=NATIONAL)
    choice: OptionChoice = sensitive(
        Kind.ENUMERATION, "Whether it was taken.", enumeration=OptionChoice, filters=True, creates=NATIONAL
    )
    why: str | None = sensitive(
        Kind.TEXT,
        "Why it was taken, or why not; it says nothing of other children who live there.",
        default=None,
        creates=NATIONAL,
    )
