"""The changes feed: what was written in a country, in the order in which it was committed.

A number is taken last in a transaction and held until it commits, so that the numbers of a country are in commit order
and have no gap. A row names what changed and never what it held. Rows from before that was kept do not
say who wrote.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, Index

from graph.declarations.base import Kind, Names
from graph.declarations.constraints import NO_MEMBER, refusing
from graph.declarations.ledger import Ledger, entry, moment
from graph.declarations.nouns import NATIONAL, NOBODY, Privacy
from graph.described import Described


class ChangeKind(Described):
    """What happened to a row."""

    CREATED = "CREATED", "It was recorded."
    UPDATED = "UPDATED", "It was changed."
    VOIDED = "VOIDED", "It was found to have been recorded in error."
    LEFT = "LEFT", "Another programme has become responsible for it."


class Change(Ledger, table=True):
    """That a row changed."""

    __tablename__ = "change"
    names: ClassVar[Names] = Names("Change", "change", "changes")
    programme_column: ClassVar = "programme_id"
    rules: ClassVar = (
        refusing(
            CheckConstraint(f"kind IN ({', '.join(repr(str(kind)) for kind in ChangeKind)})", name="change_kind_check"),
            NO_MEMBER,
        ),
        Index("change_programme_id_idx", "country_code", "programme_id", "number"),
    )

    number: int = entry(Kind.BIG_INTEGER, "Its place in the country's feed, from 1.", primary_key=True)
    type: str = entry(Kind.TEXT, "The GraphQL type of the row that changed.")
    row_id: UUID = entry(Kind.ID, "The row that changed.", privacy=Privacy.PLAIN)
    kind: str = entry(Kind.TEXT, "What happened to it.")
    programme_id: UUID | None = entry(
        Kind.ID,
        "The programme whose caseworkers hear of it; all of the country's where there is none.",
        default=None,
    )
    changed_at: datetime | None = moment("When.")
    writer: UUID | None = entry(
        Kind.ID, "Who wrote: a digest that tells one from another, and nobody who.", privacy=Privacy.PERSONAL,
        default=None,
    )  # fmt: skip
    operation: str | None = entry(Kind.TEXT, "The mutation, or the command.", default=None)
    key: str | None = entry(Kind.TEXT, "The idempotency key under which it was sent.", default=None)


class ChangeCounter(Ledger, table=True):
    """The last number of each country's feed; whoever writes holds it until the transaction commits."""

    __tablename__ = "change_counter"
    names: ClassVar[Names] = Names("ChangeCounter", "changeCounter", "changeCounters")
    statistics_reads: ClassVar = ("country_code", "last")

    last: int = entry(Kind.BIG_INTEGER, "The number taken last.", changes=NATIONAL)
    secret: UUID | None = entry(
        Kind.ID,
        "What the numbers of the country's cursors are sealed with; no answer has it.",
        creates=NOBODY,
        generated=Computed("hearth_secret(country_code)", persisted=True),
        default=None,
        nullable=False,
    )
