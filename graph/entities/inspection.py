"""An inspection: that a home was licensed, registered or looked at, by whom, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from graph.declarations.base import Kind, Names, Owner, TenantEntity
from graph.declarations.columns import Answer, answered
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, sensitive
from graph.declarations.lives import Corrected, Voidable, verbs
from graph.declarations.nouns import OFFICE
from graph.declarations.row_rules import MoreThan, held
from graph.described import Described
from graph.reasons import Reason
from graph.refusals import bad_input


class InspectionKind(Described):
    """What an inspection of a home is (UN Guidelines, paragraphs 55, 105 and 128)."""

    LICENCE = "LICENCE", "The authority allows the home to take children in, for a time or for good."
    REGISTRATION = "REGISTRATION", "The home is entered in a register of homes."
    INSPECTION = "INSPECTION", "Somebody comes to look at how children live there."
    COMPLAINT_VISIT = "COMPLAINT_VISIT", "Somebody comes because of a complaint."


class InspectionOutcome(Described):
    """What came of an inspection."""

    PASSED = "PASSED", "All is as it should be."
    CONDITIONS = "CONDITIONS", "It may go on, and something has to change."
    FAILED = "FAILED", "It was refused, or is not as it should be."
    WITHDRAWN = "WITHDRAWN", "What was allowed before is allowed no longer."


FEWER_THAN_NONE = bad_input(
    Reason.WRONG_AMOUNT, "Fewer than no children were heard.", "Give 0 or more.", "childrenHeard"
)


class Inspection(TenantEntity, Voidable, Corrected, table=True):
    """That a home was licensed, registered or inspected (UN Guidelines, paragraphs 55, 105, 128 and 129)."""

    __tablename__ = "inspection"
    names: ClassVar[Names] = Names("Inspection", "inspection", "inspections")
    owner: ClassVar = Owner("home")
    natural_key: ClassVar = ("home_id", "held_on", "kind", "carried_out_by")
    rules: ClassVar = (held("inspection_children_heard_check", MoreThan("children_heard", -1), FEWER_THAN_NONE),)
    mutations: ClassVar = verbs("record", "correct", "void")

    kind: InspectionKind = sensitive(
        Kind.ENUMERATION, "What it is.", enumeration=InspectionKind, filters=True, creates=OFFICE
    )
    held_on: Day = sensitive(
        Kind.DATE,
        "The day on which it was, or was decided.",
        day=Days(When.FACT),
        filters=True,
        orders=True,
        creates=OFFICE,
    )
    valid_until: Day | None = sensitive(
        Kind.DATE,
        "The first day on which a licence or a registration holds no longer: `9999-12-31` for one without end; empty"
        " where it is not known.",
        day=Days(When.PLAN, after="held_on", endless=True),
        filters=True,
        orders=True,
        default=None,
        creates=OFFICE,
    )
    outcome: InspectionOutcome = sensitive(
        Kind.ENUMERATION, "What came of it.", enumeration=InspectionOutcome, filters=True, creates=OFFICE
    )
    announced: Answer = answered("Whether the home knew beforehand that somebody would come.", creates=OFFICE)
    children_heard: int | None = sensitive(
        Kind.INTEGER,
        "With how many of the children somebody talked; empty where nobody has written that down.",
        default=None,
        creates=OFFICE,
    )
    carried_out_by: str = sensitive(Kind.TEXT, "Which authority or body carried it out.", creates=OFFICE)
    note: str | None = sensitive(Kind.TEXT, "What has to change, or was seen to be good.", default=None, creates=OFFICE)
