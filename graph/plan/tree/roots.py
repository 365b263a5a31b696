"""The nouns of root fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.plan.tree.feed import Feed
from graph.plan.tree.figures import FigureRoot

if TYPE_CHECKING:
    from graph.plan.tree.sources import FromBoth, FromWords
    from graph.plan.tree.view import View
from graph.plan.tree.filters import IsCode, IsId
from graph.plan.tree.options import PlacementOptions
from graph.plan.tree.rows import Page, Row
from graph.plan.tree.values import Fixed, Value


@dataclass(frozen=True, slots=True)
class ById:
    """A root field that answers one row by its key.

    `leads` says that the key of a record that was taken back for another one leads on to that one.
    """

    row: Row
    country: Value | None
    key: Value
    code: Value | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class ByIds:
    """`nodes(ids:)`: one entry for each id, in their order, null where the caller sees no such row.

    `rows` holds, for each type that the ids name and the tier may read, the row and which of the ids are its own.
    """

    rows: tuple[tuple[Row, IsId | IsCode], ...]
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


@dataclass(frozen=True, slots=True)
class Worded:
    """What no table holds, in the language of the answer: the catalogue of indicators, the values of an enumeration."""

    source: FromWords | FromBoth


Root = Carried | Feed | FigureRoot | Page | PlacementOptions | ById | ByIds | Viewed | Introspected | Worded | Fixed
