"""The nouns of a plan: what to read, as plain frozen data. `planner` makes the tree, `render` writes it as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from graph.entities.computed import Computed
from graph.entities.model import Column, EntityModel, Link, Through, ToOne, ToRow
from graph.plan.figures.nouns import FigureOf, FigureRoot, Stated
from graph.plan.ledgers import Feed, KnownAt, Past

if TYPE_CHECKING:
    from graph.kinds.kind import Kind
    from graph.plan.values import FromArgument, FromBoth, FromWrite, Path
    from graph.plan.view import View


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter: its kind decides the type in PostgreSQL, its source where the value comes from."""

    kind: Kind
    source: FromArgument | FromBoth | FromWrite
    many: bool = False


class Operator(Enum):
    """How a column is compared with a parameter."""

    EQ = "eq"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"
    IN = "in"
    STARTS_WITH = "startsWith"
    CONTAINS = "contains"


@dataclass(frozen=True, slots=True)
class Compare:
    """A value against a parameter; false where the value is empty. `end` is where the range of `STARTS_WITH` ends."""

    column: Column | Computed
    operator: Operator
    value: Value
    end: Value | None = None


@dataclass(frozen=True, slots=True)
class IsId:
    """The row's identity against ids, given twice in step: `<COUNTRY>_<uuid>` as text, and the uuid.

    `code` is the column that tells rows of one uuid apart: `<COUNTRY>_<uuid>_<code>` then.
    """

    pairs: Value
    uuids: Value
    code: Column | None = None


@dataclass(frozen=True, slots=True)
class IsNull:
    """Whether a value is empty."""

    column: Column | Computed


@dataclass(frozen=True, slots=True)
class Holds:
    """Whether a yes or no that is worked out is the one that is asked for; the document says which."""

    column: Computed
    asked: bool


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The exact complement: also where a comparison met an empty value."""

    part: Filter


@dataclass(frozen=True, slots=True)
class Linked:
    """At least one linked row that the caller sees meets the filter."""

    link: Link
    target: EntityModel
    filter: Filter


Filter = Compare | Holds | IsId | IsNull | All | Any | Not | Linked


@dataclass(frozen=True, slots=True)
class OrderKey:
    """One ordering: a value of the row itself, or of a row that links to one lead to.

    Empty values come last in ascending order and first in descending order.
    """

    links: tuple[tuple[ToOne | Through, EntityModel], ...]
    column: Column | Computed
    descending: bool

    @property
    def nullable(self) -> bool:
        """Whether the key may be empty."""
        return bool(self.links) or self.column.nullable


@dataclass(frozen=True, slots=True)
class Cursor:
    """A position: the row that it names, read again under the caller's own policies."""

    country: Value
    identity: Value
    path: Path
    code: Value | None = None


@dataclass(frozen=True, slots=True)
class PageSize:
    """How many rows: fixed by the document, or a parameter."""

    fixed: int | None
    value: Value | None
    backward: bool


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
class Fixed:
    """A text that is the same for all rows: `__typename`, or nothing (null)."""

    text: str | None


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


Output = Scalar | Fixed | One | OneOfMany | Many | Past | KnownAt | FigureOf


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


PagePart = Nodes | Edges | PageInfo | TotalCount | Fixed


@dataclass(frozen=True, slots=True)
class Page:
    """One connection: which rows, in which order, how many, and what of them is answered.

    Attributes:
        digest: names entity and ordering; part of every cursor.
        path: the response keys that lead to it.
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


@dataclass(frozen=True, slots=True)
class ById:
    """A root field that answers one row by its key."""

    row: Row
    country: Value | None
    key: Value
    code: Value | None = None


@dataclass(frozen=True, slots=True)
class ByIds:
    """`nodes(ids:)`: one entry for each id, in their order, null where the caller sees no such row.

    `rows` holds, for each type that the ids name and the tier may read, the row and which of the ids are its own.
    """

    rows: tuple[tuple[Row, IsId], ...]
    ids: Value


@dataclass(frozen=True, slots=True)
class Viewed:
    """`viewer`: answered from the caller's scope, without a table."""

    view: View


@dataclass(frozen=True, slots=True)
class Introspected:
    """`__schema` or `__type`: graphql-core answers it; its JSON takes its place under the response key."""

    key: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Part of a mutation's payload that no table holds: it comes in as JSON and takes its place.

    Attributes:
        key: its response key.
        name: the payload's field.
        view: what is selected of it, where it is an object.
    """

    key: str
    name: str
    view: View | None


Root = Carried | Feed | FigureRoot | Page | ById | ByIds | Viewed | Introspected | Stated | Fixed
