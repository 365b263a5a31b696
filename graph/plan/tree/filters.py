"""The nouns of conditions and orders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Link, Through, ToOne
from graph.declarations.model import EntityModel
from graph.declarations.suggestions import Suggestion
from graph.plan.tree.values import Value


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

    `code` is the column that tells rows of one uuid apart: `<COUNTRY>_<uuid>_<code>` then. `leads` is the entity whose
    records lead on, where they do: the id of one that was taken back for another is the other's.
    """

    pairs: Value
    uuids: Value
    code: Column | None = None
    leads: EntityModel | None = None


@dataclass(frozen=True, slots=True)
class IsCode:
    """The row of a register against codes."""

    codes: Value


@dataclass(frozen=True, slots=True)
class IsNull:
    """Whether a value is empty."""

    column: Column | Computed


@dataclass(frozen=True, slots=True)
class IsAnswer:
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
class SomeLinked:
    """At least one linked row that the caller sees meets the filter; without one, there is such a row."""

    link: Link
    target: EntityModel
    filter: Filter | None


@dataclass(frozen=True, slots=True)
class IsSuggested:
    """Whether a suggestion finds the row of another one, which is named by its country and its uuid."""

    entity: EntityModel
    suggestion: Suggestion
    country: Value
    key: Value


Filter = Compare | IsAnswer | IsId | IsCode | IsNull | All | Any | Not | SomeLinked | IsSuggested


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
