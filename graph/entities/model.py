"""The nouns of a declaration: what an entity is once it has been read.

The planner, the schema, the tenancy statements and the demonstration data read these frozen descriptions and nothing
else, so that an entity's own file is the only place that knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from sqlalchemy import ColumnElement

from countries.caller import Tier

Condition = Callable[[Any, ColumnElement[Any]], ColumnElement[bool]]
"""(columns, today) -> predicate."""

Expression = Callable[[Any, ColumnElement[Any]], ColumnElement[Any]]
"""(columns, today) -> value."""

NATIONAL = frozenset({Tier.CASEWORKER, Tier.OFFICE})
FEDERATION = NATIONAL | {Tier.REGION, Tier.HEADQUARTERS}


class TableKind(Enum):
    """Which promises a table keeps (the catalogue test checks them)."""

    TENANT = "tenant"
    """Rows of one country; key (country_code, id); forced row security."""
    REGISTER = "register"
    """The same for every country: read by all, written by migrations and `hearth migrate`."""
    FEDERATION = "federation"
    """Published figures and rates, without a personal row."""


class Kind(Enum):
    """What a value is: its PostgreSQL type, its GraphQL scalar and its operators follow from it."""

    ID = "id"
    TEXT = "text"
    TEXT_LIST = "text list"
    INTEGER = "integer"
    BIG_INTEGER = "big integer"
    DECIMAL = "decimal"
    DATE = "date"
    INSTANT = "instant"
    ENUMERATION = "enumeration"


class Privacy(Enum):
    """How closely a value is bound to a person."""

    PLAIN = "plain"
    """Says nothing of a person: whoever reads the row may read it."""
    PERSONAL = "personal"
    """Names or identifies a person; never leaves the country."""
    SENSITIVE = "sensitive"
    """Anything else that stays in the country: the default."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stored value.

    Attributes:
        name: the column in PostgreSQL.
        api: the field in GraphQL; empty where only links use the column.
        enumeration: the members, for `Kind.ENUMERATION`.
        readers: the tiers that hold the GRANT.
        filters: whether `where` may use it.
        orders: whether `orderBy` may use it.
    """

    name: str
    api: str
    kind: Kind
    doc: str
    nullable: bool
    privacy: Privacy
    readers: frozenset[Tier]
    filters: bool = False
    orders: bool = False
    enumeration: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """A value that a statement works out from columns of its own row; never stored."""

    api: str
    kind: Kind
    doc: str
    expression: Expression
    uses: tuple[str, ...]
    readers: frozenset[Tier]
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of another table point here and meet a condition today."""

    api: str
    doc: str
    table: str
    column: str
    uses: tuple[str, ...]
    condition: Condition
    readers: frozenset[Tier]


@dataclass(frozen=True, slots=True)
class ToOne:
    """A stored link to one row. It may lead to a row that the caller does not see, so it is always nullable.

    `near` is the column here, `far` the one there; both tables' `country_code` are joined too.
    """

    api: str
    target: str
    near: str
    far: str
    doc: str
    readers: frozenset[Tier]
    filters: bool = True


@dataclass(frozen=True, slots=True)
class ToMany:
    """The rows of another table that point here: a connection."""

    api: str
    target: str
    near: str
    far: str
    doc: str
    readers: frozenset[Tier]
    filters: bool = True


@dataclass(frozen=True, slots=True)
class Through:
    """A link by way of dated rows of a third table, such as a child's home by its placement in force today.

    `via.near_key` points here, `via.far_key` at the target.
    """

    api: str
    target: str
    via: str
    near_key: str
    far_key: str
    uses: tuple[str, ...]
    condition: Condition
    many: bool
    doc: str
    readers: frozenset[Tier]
    filters: bool = True


Link = ToOne | ToMany | Through
Member = Column | Computed | Count | Link


@dataclass(frozen=True, slots=True)
class EntityModel:
    """One entity, read.

    Attributes:
        type_name: its GraphQL type.
        table: its table.
        one: the root field for one row.
        many: the root field for a connection.
        key: the columns of the primary key; the last one is the identity within a country.
        programme_column: the column that a caseworker's policy compares; none where every caseworker of the country
            may read the table.
        stored: every column of the table by its name.
        members: what GraphQL shows, by GraphQL name, in the order of the declaration.
        personal: whether its rows are about a person.
    """

    type_name: str
    table: str
    kind: TableKind
    doc: str
    one: str
    many: str
    key: tuple[str, ...]
    programme_column: str | None
    stored: Mapping[str, Column]
    members: Mapping[str, Member]
    readers: frozenset[Tier]
    personal: bool

    @property
    def is_tenant(self) -> bool:
        """Whether rows belong to one country."""
        return self.kind is TableKind.TENANT


@dataclass(frozen=True, slots=True)
class GraphModel:
    """All entities: by GraphQL type and by table."""

    by_type: Mapping[str, EntityModel]
    by_table: Mapping[str, EntityModel]
