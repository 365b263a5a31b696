"""How an entity is declared whose rows are selected from those of others rather than stored."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from sqlalchemy import MetaData, Uuid

from countries.tenancy.caller import Tier
from graph.declarations.base import Entity, Kind
from graph.declarations.declared import RowDeclaration, Stored
from graph.declarations.fields import column_of
from graph.declarations.nouns import FEDERATION, Privacy, TableKind
from graph.declarations.selection import RowsOfMany, SelectOf
from graph.kinds.table import STORED

__all__ = ["RowsOfMany", "SelectOf", "SelectedEntity", "the_row"]


class SelectedEntity(Entity):
    """The base of every entity whose rows are in no table.

    Its key is (country_code, id): the `id` of the row that it is about. Where one row gives several here, a third
    column of the key, an enumeration's or a whole number, tells them apart, and stands at the end of their ids.
    """

    metadata: ClassVar[MetaData] = MetaData()
    """Its own, of which nothing is made."""
    table_kind: ClassVar[TableKind] = TableKind.SELECTED
    selection: ClassVar[RowsOfMany | SelectOf]
    order: ClassVar[tuple[str, ...]] = ()
    """The columns that its rows are ordered by where nobody says; `-day` is the latest first."""
    readers: ClassVar[frozenset[Tier]] = frozenset(Tier)
    """Whoever reads all that it reads, and no more than these."""

    country_code: str = column_of(
        Stored(
            Kind.TEXT, "The country that the row belongs to.", Privacy.PLAIN, FEDERATION, filters=False, orders=False,
            api=None, hidden=True,
        ),
        STORED[Kind.TEXT],
        primary_key=True,
    )  # fmt: skip
    id: UUID | None = column_of(
        Stored(
            Kind.ID, "What names the row here, as long as what it is selected from is there.", Privacy.PLAIN,
            FEDERATION, filters=True, orders=True, api=None,
        ),
        Uuid(),
        primary_key=True,
        default=None,
    )  # fmt: skip


def the_row(doc: str) -> RowDeclaration:
    """A link to the stored row itself, whatever its type: of an entity that is `RowsOfMany`."""
    return RowDeclaration(doc)
