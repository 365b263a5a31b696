"""What a client sees of the graph, read from `schema.graphql` and `access.csv` alone: a new entity is covered unasked.

A field of a type is a stored column, or a link, or derived. Which columns a derived field needs cannot be read from the
schema; the declaration says it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLNonNull,
    GraphQLObjectType,
    build_schema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from graph.declarations.members import Through, ToMany
from graph.entities import graph_model
from tests.access import read_access
from tests.oracle.worked_out import reads_of

if TYPE_CHECKING:
    from graphql import GraphQLSchema

SDL = Path(__file__).parents[3] / "schema.graphql"
ACCESS = read_access().with_selected()

COMPUTED = {
    field: (*reads, *((read, "country_code") for read in {each for each, _ in reads} if read != "country"))
    for field, reads in reads_of(graph_model()).items()
}
"""What a derived value is worked out from, as the declaration says it: what it names besides stops the start."""
THROUGH = {
    ("Child", "home"): ("placement", "child_id", "home_id"),
    ("Child", "siblings"): ("sibling_bond", "child_id", "sibling_id"),
    ("Home", "children"): ("placement", "home_id", "child_id"),
}
"""Links by way of dated rows of a third table: that table, its column that points here, and the one there.

Of one that is not named here, what its declaration says.
"""
OF_THE_PAST = {"history", "asKnownAt"}
"""Fields that no column of today answers; `test_past.py` goes through their doors."""
THE_ROW = "row"
"""The link of a selected row to the stored one, of whichever type: `test_selected.py` goes through that door."""
FEED = "changes"
"""The connection at the root whose rows are no entity; `test_past.py` too."""
VOIDED = {name: entity.void_column for name, entity in graph_model().by_table.items() if entity.void_column}
"""The column that is filled in a row that was recorded in error: lists and links leave it out."""


def snake(name: str) -> str:
    """`SiblingBond` and `startedOn` as PostgreSQL has them."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@dataclass(frozen=True, slots=True)
class Member:
    """One field of a type.

    Attributes:
        name: in GraphQL.
        needs: the (table, column) pairs that it is read from.
        column: the column of its own table, where it is stored there.
        target: the type that it links to.
        many: whether it links to a connection.
        through: the table between the two, and its columns that point here and there.
        back: the column of the target that points here.
        filters: whether `where` has it.
        orders: whether `orderBy` has it.
        worked: whether it is worked out.
    """

    name: str
    needs: tuple[tuple[str, str], ...]
    column: str | None = None
    target: str | None = None
    many: bool = False
    through: tuple[str, str, str] | None = None
    back: str | None = None
    filters: bool = False
    orders: bool = False
    worked: bool = False

    def readable(self, tier: str) -> bool:
        """Whether `access.csv` lets a tier read it."""
        own = all(ACCESS.may_read(tier, table, column) for table, column in self.needs)
        return own and (self.target is None or ACCESS.may_read(tier, snake(self.target)))


@dataclass(frozen=True, slots=True)
class Type:
    """One entity: its type, its table, its root fields, and its members by name."""

    name: str
    table: str
    one: str
    many: str
    members: dict[str, Member]

    @property
    def tenant(self) -> bool:
        """Whether its rows belong to a country."""
        return "country_code" in ACCESS.columns(self.table)

    @property
    def key(self) -> str:
        """The field that names a row."""
        return "id" if self.tenant else "code"

    @property
    def argument(self) -> str:
        """The argument of the field for one row, with its variable's type."""
        return "ID!" if self.tenant else "String!"

    def id_of(self, uuid: str) -> str:
        """What names a row of this uuid within its country; several rows of one uuid each have a code behind it."""
        selected = graph_model().selected.get(self.table)
        code = None if selected is None else selected.code
        return uuid if code is None or code.enumeration is None else f"{uuid}_{next(iter(code.enumeration))}"

    def single(self) -> list[Member]:
        """Stored and computed values, and links to one row."""
        return [member for member in self.members.values() if not member.many]

    def connections(self) -> list[Member]:
        """Links to many rows."""
        return [member for member in self.members.values() if member.many]

    def readable(self, tier: str) -> bool:
        """Whether a tier reads any of it."""
        return ACCESS.may_read(tier, self.table)


OF_THE_LAW = {"rules", "rule", "jurisdictions"}
"""What a country lays down is nobody's row: `tests/packs/` reads it as each caller."""
FIGURE = "IndicatorCell"
"""What a field of this type shows is no row: a published figure, or the office's own count (`tests/figures`)."""


@cache
def types() -> dict[str, Type]:
    """Every entity, by the name of its type: whatever the root has a connection for."""
    schema = build_schema(SDL.read_text())
    assert schema.query_type is not None
    found: dict[str, Type] = {}
    singles = {
        get_named_type(field.type).name: name
        for name, field in schema.query_type.fields.items()
        if set(field.args) in ({"id"}, {"code"})
    }
    for many, field in schema.query_type.fields.items():
        name = get_named_type(field.type).name.removesuffix("Connection")
        # What is supposed of a row is a page of the same rows, and has its own tests.
        if name != get_named_type(field.type).name and many != FEED and not _is_asked(field):
            found[name] = Type(name, snake(name), singles[name], many, _members(schema, name))
    return found


def _is_asked(field: GraphQLField) -> bool:
    """Whether a field of the root asks for a row's id, and for what page of others."""
    return any(is_required_argument(argument) for argument in field.args.values())


def _members(schema: GraphQLSchema, name: str) -> dict[str, Member]:
    type_ = schema.type_map[name]
    where, order = schema.type_map[f"{name}Where"], schema.type_map[f"{name}OrderBy"]
    assert isinstance(type_, GraphQLObjectType)
    assert isinstance(where, GraphQLInputObjectType)
    assert isinstance(order, GraphQLInputObjectType)
    return {
        field: _member(name, field, declared, field in where.fields, field in order.fields)
        for field, declared in type_.fields.items()
        if field not in {*OF_THE_PAST, *(OF_THE_LAW if name == "Country" else ()), THE_ROW, "mayDo"}
        and get_named_type(declared.type).name != FIGURE
    }


def _through(type_name: str, name: str) -> tuple[str, str, str] | None:
    """The table between two that are linked so, and its columns."""
    link = graph_model().by_type[type_name].members.get(name)
    declared = (link.via, link.near_key, link.far_key) if isinstance(link, Through) else None
    return THROUGH.get((type_name, name), declared)


def _way_back(type_name: str, name: str) -> str:
    """The column of the other table that points here."""
    link = graph_model().by_type[type_name].members[name]
    assert isinstance(link, ToMany), f"{type_name}.{name}: say in THROUGH how it links"
    return link.far


def _member(type_name: str, name: str, field: GraphQLField, filters: bool, orders: bool) -> Member:  # noqa: FBT001 - as they stand in the schema
    table, column = snake(type_name), snake(name)
    columns = ACCESS.columns(table)
    target = get_named_type(field.type)
    if is_leaf_type(target):
        if (type_name, name) in COMPUTED:
            return Member(name, COMPUTED[type_name, name], None, filters=filters, orders=orders, worked=True)
        if name == "id" and column not in columns:
            return Member(name, ((table, "code"),), None, filters=filters, orders=orders, worked=True)
        assert column in columns, f"{type_name}.{name} is neither a column nor worked out"
        return Member(name, ((table, column),), column, filters=filters, orders=orders)
    assert not isinstance(field.type, GraphQLNonNull), f"{type_name}.{name} may lead to a row that nobody may see"
    many = target.name.endswith("Connection")
    linked = target.name.removesuffix("Connection")
    through = _through(type_name, name)
    if through is not None:
        via, near, far = through
        needs = tuple((via, used) for used in (near, far, "started_on", "ended_on"))
        return Member(name, needs, None, linked, many, through, filters=filters, orders=orders)
    if many:
        back = _way_back(type_name, name)
        assert back in ACCESS.columns(snake(linked)), f"{type_name}.{name}: say in THROUGH how it links"
        return Member(name, ((snake(linked), back),), None, linked, many=True, back=back, filters=filters)
    own = "country_code" if linked == "Country" else f"{column}_id"
    assert own in columns, f"{type_name}.{name}: say in THROUGH how it links"
    return Member(name, ((table, own),), own, linked, filters=filters, orders=orders)
