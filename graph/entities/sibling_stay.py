"""Sibling stays: where each child lives, for whoever asks whether those who belong together live together.

That must be told also of a brother who is another programme's, whose placements a caseworker does not see. Each
placement has one row here, under the same id, with the child, the home and the days, and without a name. Nobody looks
for rows here but by way of a tie that the own child's file holds: its bonds, and the relatives who are children of ours
(UN Guidelines, paragraph 17). That somebody belongs together stands in those alone, and not a second time here: a row
of the pair would have to follow each of the two, and what two people write at once it would not hear of.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index

from graph.declarations.base import Kind, Names
from graph.declarations.days import MADE, Days, When
from graph.declarations.fields import Day
from graph.declarations.ledger import Ledger, entry
from graph.declarations.nouns import NATIONAL, OFFICE


class SiblingStay(Ledger, table=True):
    """Where a child lives, and on which days, for the sake of those whom it belongs together with."""

    __tablename__ = "sibling_stay"
    names: ClassVar[Names] = Names("SiblingStay", "siblingStay", "siblingStays")
    shadow_of: ClassVar = ("placement",)
    void_column: ClassVar = "voided_at"
    rules: ClassVar = (
        Index(
            "sibling_stay_child_id_idx", "country_code", "child_id", "started_on", "ended_on",
            postgresql_include=["home_id", "voided_at"],
        ),
    )  # fmt: skip

    id: UUID = entry(Kind.ID, "The id of the placement.", primary_key=True)
    child_id: UUID = entry(Kind.ID, "The child in whose file the placement stands.", changes=OFFICE)
    home_id: UUID | None = entry(Kind.ID, "The home; empty where it is none of ours.", default=None, changes=NATIONAL)
    started_on: Day = entry(Kind.DATE, "The first day.", day=MADE, changes=NATIONAL)
    ended_on: Day | None = entry(
        Kind.DATE,
        "The first day on which the child no longer lives there; empty while that is open.",
        day=Days(When.MADE, after="started_on", same_day=True),
        default=None,
        changes=NATIONAL,
    )
    voided_at: datetime | None = entry(
        Kind.INSTANT, "When the placement was found to be an error.", default=None, changes=NATIONAL
    )
