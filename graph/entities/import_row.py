"""What an import has read and worked out, where a transaction's own tables cannot be joined with a country's rows.

One server keeps it in temporary tables (`graph/bulk/staging.py`). On a distributed one those would be where the client
is, and not where the country is: there it is kept here, beside the country's rows, under its row security. Whoever laid
rows down takes them away before the commit; nobody else ever sees one.
"""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index

from graph.declarations.base import Kind, Names
from graph.declarations.ledger import Ledger, country_of, entry
from graph.declarations.nouns import OFFICE


class ImportRow(Ledger, table=True):
    """A row that an import works with until its commit."""

    __tablename__ = "import_row"
    names: ClassVar[Names] = Names("ImportRow", "importRow", "importRows")
    readers: ClassVar = OFFICE
    emptied_by: ClassVar = OFFICE
    rules: ClassVar = (Index("import_row_row_id_idx", "country_code", "row_id"),)

    country_code: str = country_of(OFFICE)
    run: UUID = entry(Kind.ID, "Which import it is.", readers=OFFICE, primary_key=True)
    part: str = entry(
        Kind.TEXT, "What the row is one of: a file's rows, or those that are to be.", readers=OFFICE, primary_key=True
    )
    place: int = entry(Kind.INTEGER, "Its place among those.", readers=OFFICE, primary_key=True)
    row_id: UUID | None = entry(Kind.ID, "The row of the country that it stands for.", readers=OFFICE, default=None)
    cells: Any = entry(Kind.JSON, "What it says, column by column.", readers=OFFICE)
