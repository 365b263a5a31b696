"""From a cell to a value that PostgreSQL takes: by its kind, or the row that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import BadUserInput
from graph.kinds.cells import CellFault, Raw, text
from graph.kinds.kind import Kind
from graph.kinds.table import reads_cell
from graph.plan.read import ids
from graph.reasons import Reason
from graph.refusals import bad_input

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from graph.bulk.sheets import SheetColumn

AN_ID = re.compile(r"[A-Za-z]+_[A-Z]{2}_[0-9a-f]{8}-[0-9a-f-]{27}", re.ASCII)


def id_of(type_name: str, country: str) -> Callable[[Raw], UUID]:
    """The identity in an id of that type and country."""

    def identity(raw: Raw) -> UUID:
        try:
            found = ids.parse_id(raw)
        except BadUserInput:
            found = None
        if found is None or found.type_name != type_name:
            raise CellFault(
                bad_input(
                    Reason.DOES_NOT_FIT,
                    "That is no id of a {name}.",
                    "Write {name}_{country}_… as an export does.",
                    name=type_name,
                    country=country,
                )
            )
        if found.country != country:
            raise CellFault(
                bad_input(
                    Reason.ID_OF_ANOTHER_COUNTRY,
                    "That id is of another country.",
                    "Import it there, or leave the id out.",
                )
            )
        return found.uuid

    return identity


def conversion(cell: SheetColumn, type_name: str, country: str) -> Callable[[Raw], object]:
    """What makes a cell of this column a value.

    A name that stands for a row becomes a text, or a UUID where the row's id stands in its place.

    Args:
        cell: the column.
        type_name: the GraphQL type of the sheet's rows.
        country: whose rows.
    """
    if cell.kind is Kind.ID:
        return id_of(type_name, country)
    if cell.names is not None:
        identity = id_of(cell.names, country)
        return lambda raw: identity(raw) if isinstance(raw, str) and AN_ID.fullmatch(raw) else text(raw, cell.form)
    return reads_cell(cell)
