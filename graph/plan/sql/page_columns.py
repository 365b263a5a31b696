"""The columns of a page: those that its objects are made of, and those that it is ordered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Through
from graph.plan.sql.keyset import SortKey
from graph.plan.sql.search import RANK
from graph.plan.tree.codes import CodeOf
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
            case MayDo() | CodeOf():
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


def sort_keys(page: Page, *, national: bool) -> tuple[SortKey, ...]:
    """The sort keys, the identity last.

    Within one country the id alone tells rows apart, so that an index by (country, key, id) serves the whole ordering.
    """
    keys = [SortKey(f"order_{index}", key.descending, key.nullable) for index, key in enumerate(page.order)]
    last = keys[-1].descending if keys else False
    if page.search is not None and page.search.ranked:
        keys.insert(0, SortKey(RANK, descending=False, nullable=False))
    identity = page.entity.identity if national else page.entity.key
    return (*keys, *(SortKey(name, last, nullable=False) for name in identity))
