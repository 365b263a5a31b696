"""The nouns of a plan: what to read, as plain frozen data. `planner` makes the tree, `render` writes it as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.groupings import Grouped
from graph.declarations.members import Column, Link, Through, ToOne, ToRow
from graph.declarations.model import EntityModel
from graph.plan.tree.codes import CodeOf, CodesOf
from graph.plan.tree.doable import MayDo
from graph.plan.tree.figures import FigureOf
from graph.plan.tree.filters import Filter, OrderKey
from graph.plan.tree.past import KnownAt, Past
from graph.plan.tree.rules import JurisdictionsOf, RulesOf
from graph.plan.tree.search import Search
from graph.plan.tree.values import Cursor, Fixed, PageSize, Value
from graph.plan.tree.view import View

if TYPE_CHECKING:
    from graph.plan.tree.sources import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One JSON object for one row: response keys with what they answer, in order.

    `shown` is a column of identities that are told beside the answer (`beside.py`): whose file the row is in.
    """

    entity: EntityModel
    outputs: tuple[tuple[str, Output], ...]
    shown: Column | None = None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A stored or computed value of the row; `on` is the day that the caller names, where the value takes one."""

    member: Column | Computed
    on: Value | None = None


@dataclass(frozen=True, slots=True)
class One:
    """A link to one row."""

    link: ToOne | Through
    row: Row


@dataclass(frozen=True, slots=True)
class OneOfMany:
    """A link from a selected row to the stored one: the kinds that are of each type, and what is answered of it."""

    link: ToRow
    rows: tuple[tuple[tuple[str, ...], Row], ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A link to many rows: a connection."""

    link: Link
    page: Page


Output = (
    Scalar
    | Fixed
    | One
    | OneOfMany
    | Many
    | Past
    | KnownAt
    | FigureOf
    | MayDo
    | RulesOf
    | JurisdictionsOf
    | CodeOf
    | CodesOf
)


class PageInfoField(Enum):
    """The fields of Relay's PageInfo."""

    HAS_NEXT = "hasNextPage"
    HAS_PREVIOUS = "hasPreviousPage"
    START = "startCursor"
    END = "endCursor"


@dataclass(frozen=True, slots=True)
class Nodes:
    """`nodes`: the page's rows."""

    row: Row


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges`: the page's rows, each in an object; an entry is a row, a cursor (`None`), or a fixed text."""

    entries: tuple[tuple[str, Row | Fixed | None], ...]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`pageInfo`."""

    entries: tuple[tuple[str, PageInfoField | Fixed], ...]


@dataclass(frozen=True, slots=True)
class TotalCount:
    """`totalCount`: how many rows meet the filter, whatever the page."""


@dataclass(frozen=True, slots=True)
class GroupedBy:
    """A value, or a link, that rows are grouped by; `word` is what a client calls it."""

    word: str
    member: Grouped


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """`counts`: how many rows of each combination of values meet the filter, the most first."""

    by: tuple[GroupedBy, ...]
    size: PageSize
    view: View


@dataclass(frozen=True, slots=True)
class Distinct:
    """`distinct`: the values that rows which meet the filter have, each once, in order."""

    of: GroupedBy
    size: PageSize


PagePart = Nodes | Edges | PageInfo | TotalCount | GroupCounts | Distinct | Fixed


@dataclass(frozen=True, slots=True)
class Page:
    """One connection: which rows, in which order, how many, and what of them is answered.

    Attributes:
        digest: names entity and ordering; part of every cursor.
        path: the response keys that lead to it.
        search: what its rows are found by; all of them where nothing is searched for.
        on: the day whose rows are meant, where the connection takes one and the caller names it; else today's.
    """

    entity: EntityModel
    filter: Filter | None
    order: tuple[OrderKey, ...]
    size: PageSize
    after: Cursor | None
    before: Cursor | None
    parts: tuple[tuple[str, PagePart], ...]
    digest: str
    path: Path
    search: Search | None = None
    on: Value | None = None
