"""What an entity selects whose rows are in no table: rows of many tables together, or whatever a select says.

A selected entity is read as any other: it filters, orders, pages, links and counts, under the policies of the tables
beneath it. It is never written, and has neither history nor a place in the feed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.declarations.selections import SelectionFrame

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.declarations.model import GraphModel


@dataclass(frozen=True, slots=True)
class PartOf:
    """The rows of one table that stand in a selection.

    Attributes:
        table: the table.
        name: what tells them from those of other parts.
        doc: what they are, in a sentence.
        columns: the selection's columns, and the table's own that each repeats; those that are not named are empty.
    """

    table: str
    name: str
    doc: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowsOfMany:
    """Rows of many tables, one beside the other, each with its own identity (`UNION ALL`).

    PostgreSQL takes such a select apart: what is asked of it is asked of each table, by that table's own index. It does
    so where a part is nothing but columns, which is why conditions are of the columns of the whole.

    Attributes:
        parts: from the entities that are stored to the rows that stand here.
        kind: the column that says of which part a row is; its members are the parts' names.
        given: the columns that are never empty here: rows without them are left out.
    """

    parts: Callable[[GraphModel], Iterable[PartOf]]
    kind: str
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SelectOf:
    """Rows that a select works out: joined, grouped, compared.

    Attributes:
        select: from what may be read to a select whose columns are called as the entity's.
    """

    select: Callable[[SelectionFrame], Select[Any]]
