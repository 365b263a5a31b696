"""The columns that the rows of a page are read with: what their objects are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Through
from graph.plan.tree.doable import MayDo
from graph.plan.tree.past import KnownAt
from graph.plan.tree.rows import Edges, Many, Nodes, One, OneOfMany, Row, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.plan.tree.rows import Page


def needed_columns(row: Row) -> Iterator[str]:
    """The stored columns that a row's object is made of, and what is told beside it, besides its key."""
    if row.shown is not None:
        yield row.shown.name
    for _, output in row.outputs:
        match output:
            case Scalar(Column() as column):
                yield column.name
            case MayDo():
                yield from output.uses
            case Scalar(Computed() as computed):
                yield from computed.uses
            case KnownAt(columns=columns):
                yield from (column.name for column in columns)
                yield "created_at"
            case One(link) | Many(link) if not isinstance(link, Through):
                yield link.near
            case OneOfMany(link):
                yield link.kind
            case _:
                pass


def page_rows(page: Page) -> Iterator[Row]:
    """Every row shape that a page answers: one for each `nodes`, one for each `node` of `edges`."""
    for _, part in page.parts:
        if isinstance(part, Nodes):
            yield part.row
        elif isinstance(part, Edges):
            yield from (entry for _, entry in part.entries if isinstance(entry, Row))
