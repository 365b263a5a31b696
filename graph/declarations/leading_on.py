"""Rows of one thing that was recorded twice: one is taken back, and leads on to the other.

    same_as: ClassVar = "same_as_id"

No row is re-owned: a link keeps the record that it was written with. Beside each link to such an entity stand two
columns, which nobody gives. `<link>_same_as_id` repeats where that record leads on to; it is empty until then.
`<link>_file_id` is the record in whose file the row stands: PostgreSQL works it out of both. Whatever asks a row for
the link is given that one, under the link's own name (`graph/plan/sql/relation.py`): connections, filters, rules, locks
and figures alike. So the file of the record that stays shows the rows of both, and nothing has to know of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Computed, Table, Uuid

from graph.declarations.declared import Stored, stored_of
from graph.declarations.nouns import NATIONAL, OFFICE, Privacy, WrittenBy
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from countries.tenancy.caller import Tier


def same_as_column(link: str) -> str:
    """The column that repeats where the record that a link names leads on to."""
    return f"{link.removesuffix('_id')}_same_as_id"


def file_column(link: str) -> str:
    """The column of the record in whose file a row stands by a link."""
    return f"{link.removesuffix('_id')}_file_id"


def complete_leading(table: Table, same_as: str | None, leading: Collection[str]) -> None:
    """Add both columns beside each link to an entity whose records lead on.

    Args:
        table: an entity's table.
        same_as: the link by which its own records lead on, if they do.
        leading: the tables of the entities whose records lead on.
    """
    for link in list(_leading(table, same_as, leading)):
        if file_column(link) in table.columns:
            continue
        repeated, file = same_as_column(link), file_column(link)
        worked_out = Computed(f"coalesce({repeated}, {link})", persisted=True)
        told = _stored(f"The record that the one of {link} leads on to, where it was taken back for one.", OFFICE)
        stands = _stored(f"The record in whose file the row stands by {link}.", frozenset())
        optional = bool(table.columns[link].nullable)
        table.append_column(Column(repeated, Uuid(), nullable=True, comment=told.doc, info={"hearth": told}))
        table.append_column(
            Column(file, Uuid(), worked_out, nullable=optional, comment=stands.doc, info={"hearth": stands})
        )


def led_on(table: Table) -> dict[str, str]:
    """The links of a table that lead on, each with the column that says whereto."""
    return {name: file_column(name) for name in map(str, table.columns.keys()) if file_column(name) in table.columns}


def _leading(table: Table, same_as: str | None, leading: Collection[str]) -> Iterator[str]:
    """The links to records that lead on; the one by which such a record does so itself is none."""
    for column in table.columns:
        declared = stored_of(column).link
        if declared is not None and declared.target in leading and column.name != same_as:
            yield column.name


def _stored(doc: str, changes: frozenset[Tier]) -> Stored:
    return Stored(
        Kind.UUID, doc, Privacy.SENSITIVE, NATIONAL, filters=False, orders=False, api=None, hidden=True,
        written=WrittenBy(changes=changes, owned=True),
    )  # fmt: skip
