"""History: every write of a row, one table for each privacy class, so that each class has grants of its own.

A row's history has one entry for each write and each class of which the write touched a column.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index

from graph.declarations.base import Kind, Names
from graph.declarations.ledger import Ledger, entry, moment
from graph.declarations.nouns import NOBODY, OFFICE, Privacy


class History(Ledger):
    """What one write did to a row's columns of one privacy class."""

    programme_column: ClassVar = "programme_id"

    id: UUID | None = entry(
        Kind.ID, "The entry.", creates=NOBODY, primary_key=True, default=None, default_sql="uuidv7()"
    )
    type: str = entry(Kind.TEXT, "The GraphQL type of the row that was written.")
    row_id: UUID = entry(Kind.ID, "The row that was written.")
    version: int = entry(Kind.INTEGER, "The row's version after the write.", privacy=Privacy.PLAIN)
    programme_id: UUID | None = entry(
        Kind.ID, "The programme that is responsible for the row.", default=None, changes=OFFICE
    )
    recorded_at: datetime | None = moment("When.")
    issuer: str = entry(Kind.TEXT, "Who vouched for whoever wrote.", privacy=Privacy.PLAIN)
    subject: str = entry(Kind.TEXT, "Who wrote, at that issuer.", privacy=Privacy.PERSONAL)
    operation: str = entry(Kind.TEXT, "The mutation, or the command.")
    reason: str | None = entry(Kind.TEXT, "Why, where the operation asks for it.", default=None)
    before: Any = entry(
        Kind.JSON, "What the columns held, by GraphQL name; empty for a new row.", default=None, nullable=True
    )
    after: Any = entry(Kind.JSON, "What they hold since, by GraphQL name.")


class HistoryPlain(History, table=True):
    """History of what says nothing of a person."""

    __tablename__ = "history_plain"
    names: ClassVar[Names] = Names("HistoryPlain", "historyPlain", "historyPlains")
    rules: ClassVar = (Index("history_plain_row_id_idx", "country_code", "row_id", "version"),)


class HistoryPersonal(History, table=True):
    """History of what names or identifies a person."""

    __tablename__ = "history_personal"
    names: ClassVar[Names] = Names("HistoryPersonal", "historyPersonal", "historyPersonals")
    rules: ClassVar = (Index("history_personal_row_id_idx", "country_code", "row_id", "version"),)


class HistorySensitive(History, table=True):
    """History of everything else that stays in the country."""

    __tablename__ = "history_sensitive"
    names: ClassVar[Names] = Names("HistorySensitive", "historySensitive", "historySensitives")
    rules: ClassVar = (Index("history_sensitive_row_id_idx", "country_code", "row_id", "version"),)


TABLE_OF_CLASS = {
    Privacy.PLAIN: "history_plain",
    Privacy.PERSONAL: "history_personal",
    Privacy.SENSITIVE: "history_sensitive",
}
