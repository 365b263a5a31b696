"""Home stays: which days of a home are taken, without a word of whom by.

Whether a home has room must be told from all its children, also those of programmes that a caseworker does not see.
Each placement has one row here, under the same id, and so has each temporary stay, which takes a place of its host;
whatever writes one of them writes both in the same statement. That of a child who lives in none of our homes takes no
home's days: its home is empty.
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
from graph.declarations.nouns import NATIONAL


class HomeStay(Ledger, table=True):
    """The days of a home that one placement takes, or one temporary stay."""

    __tablename__ = "home_stay"
    names: ClassVar[Names] = Names("HomeStay", "homeStay", "homeStays")
    shadow_of: ClassVar = ("placement", "temporary_stay")
    void_column: ClassVar = "voided_at"
    rules: ClassVar = (
        Index(
            "home_stay_home_id_idx", "country_code", "home_id", "started_on", "ended_on",
            postgresql_include=["voided_at"],
        ),
    )  # fmt: skip

    id: UUID = entry(Kind.ID, "The id of the placement, or of the temporary stay.", primary_key=True)
    home_id: UUID | None = entry(Kind.ID, "The home; empty where it is none of ours.", default=None, changes=NATIONAL)
    started_on: Day = entry(Kind.DATE, "The first day.", day=MADE, changes=NATIONAL)
    ended_on: Day | None = entry(
        Kind.DATE,
        "The first day no longer taken; empty while that is open.",
        day=Days(When.MADE, after="started_on", same_day=True),
        default=None,
        changes=NATIONAL,
    )
    voided_at: datetime | None = entry(
        Kind.INSTANT, "When it was found to be an error.", default=None, changes=NATIONAL
    )
