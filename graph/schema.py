"""From the entities to the GraphQL schema: types, connections, filters, orderings, and the root.

Strawberry is the type system; nothing here resolves a field, because the plan answers whole operations. Types are made
in two passes: first each with its own values, then the links between them, which may run in circles.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from functools import cache
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.config import StrawberryConfig
from strawberry.schema_directives import OneOf
from strawberry.tools import create_type
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField

from graph.entities import graph_model
from graph.entities.model import Column, Computed, Count, Kind, Through, ToMany, ToOne
from graph.scalars import SCALARS, TYPE_OF_KIND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.entities.model import EntityModel, GraphModel, Link, Member

COMPARED = ("eq", "ne", "in", "notIn")
ORDERED = ("lt", "lte", "gt", "gte")
TEXTUAL = ("startsWith", "contains")
OPERATORS: dict[Kind, tuple[str, ...]] = {
    Kind.ID: COMPARED,
    Kind.TEXT: (*COMPARED, *ORDERED, *TEXTUAL, "isNull"),
    Kind.ENUMERATION: (*COMPARED, "isNull"),
    Kind.INTEGER: (*COMPARED, *ORDERED, "isNull"),
    Kind.BIG_INTEGER: (*COMPARED, *ORDERED, "isNull"),
    Kind.DECIMAL: (*COMPARED, *ORDERED, "isNull"),
    Kind.DATE: (*COMPARED, *ORDERED, "isNull"),
    Kind.INSTANT: (*COMPARED, *ORDERED, "isNull"),
}
FILTER_NAMES = {
    Kind.ID: "ID",
    Kind.TEXT: "Text",
    Kind.INTEGER: "Int",
    Kind.BIG_INTEGER: "BigInt",
    Kind.DECIMAL: "Decimal",
    Kind.DATE: "Date",
    Kind.INSTANT: "DateTime",
}
OPERATOR_DOCS = {
    "eq": "Is this value.",
    "ne": "Has a value, and it is another one.",
    "in": "Is one of these values.",
    "notIn": "Has a value, and it is none of these.",
    "lt": "Is smaller, or earlier.",
    "lte": "Is smaller or the same.",
    "gt": "Is larger, or later.",
    "gte": "Is larger or the same.",
    "startsWith": "Begins with this text; capitals count.",
    "contains": "Holds this text somewhere; capitals count.",
    "isNull": "Has no value (true), or has one (false).",
}
PAGE_ARGUMENTS = (
    ("first", int, "How many rows from the start, 1 to 1000."),
    ("after", str, "Only rows after the one with this cursor."),
    ("last", int, "How many rows from the end, 1 to 1000."),
    ("before", str, "Only rows before the one with this cursor."),
)


class Direction(StrEnum):
    """The direction of an ordering. Rows without a value come last in ASC and first in DESC."""

    ASC = "ASC"
    DESC = "DESC"


class Role(StrEnum):
    """What a token says that its bearer is."""

    caseworker = "caseworker"
    office = "office"
    region = "region"
    headquarters = "headquarters"
    auditor = "auditor"


def _field(name: str, type_: object, doc: str, arguments: Iterable[StrawberryArgument] = ()) -> StrawberryField:
    made = StrawberryField(
        python_name=name, graphql_name=name, type_annotation=StrawberryAnnotation(type_), description=doc
    )
    made.arguments = list(arguments)
    return made


def _argument(name: str, type_: object, doc: str) -> StrawberryArgument:
    return StrawberryArgument(
        python_name=name, graphql_name=name, type_annotation=StrawberryAnnotation(type_), description=doc
    )


def _input(name: str, type_: object, doc: str) -> StrawberryField:
    return StrawberryField(
        python_name=f"{name}_" if iskeyword(name) else name,
        graphql_name=name,
        type_annotation=StrawberryAnnotation(type_),
        description=doc,
        default=strawberry.UNSET,
    )


def _list(type_: Any) -> Any:  # noqa: ANN401 - as _optional
    return list[type_]


def _optional(type_: Any) -> Any:  # noqa: ANN401 - a type made at run time
    return type_ | None


def _add(made: type, fields: Iterable[StrawberryField]) -> None:
    definition = get_object_definition(made, strict=True)
    for each in fields:
        each.origin = made
        definition.fields.append(each)


class SchemaBuilder:
    """Makes the types of a graph; each is made once and found again by its name."""

    def __init__(self, model: GraphModel) -> None:
        self.model = model
        self.types: dict[str, Any] = {}
        self.enumerations: dict[type[Enum], Any] = {}
        self.direction = strawberry.enum(Direction, description=Direction.__doc__)
        self.node = create_type(
            "Node",
            [_field("id", strawberry.ID, "The identity of the row: opaque, and the same for ever.")],
            is_interface=True,
            description="Anything that has an id.",
        )
        self.page_info = create_type(
            "PageInfo",
            [
                _field("hasNextPage", bool, "Whether rows follow this page."),
                _field("hasPreviousPage", bool, "Whether rows come before this page."),
                _field("startCursor", _optional(str), "The cursor of the page's first row."),
                _field("endCursor", _optional(str), "The cursor of the page's last row."),
            ],
            description="Where a page lies within its connection.",
        )

    def _enumeration(self, members: type[StrEnum]) -> Any:  # noqa: ANN401 - as above
        if members not in self.enumerations:
            self.enumerations[members] = strawberry.enum(members, description=(members.__doc__ or "").strip())
        return self.enumerations[members]

    def _type_of(self, member: Column | Computed) -> Any:  # noqa: ANN401 - as above
        members = member.enumeration if isinstance(member, Column) else None
        return TYPE_OF_KIND[member.kind] if members is None else self._enumeration(members)

    # First pass: every type with its own values

    def own_types(self, entity: EntityModel) -> None:
        """The entity's object, edge, connection, filter and ordering, without links."""
        name = entity.type_name
        own = [self._value(entity, member) for member in entity.members.values() if not _is_link(member)]
        made = create_type(name, own, description=entity.doc)
        if entity.is_tenant:
            get_object_definition(made, strict=True).interfaces.append(get_object_definition(self.node, strict=True))
        self.types[name] = made
        edge = create_type(
            f"{name}Edge",
            [_field("cursor", str, "The row's place in this ordering."), _field("node", made, "The row.")],
            description=f"A {name} at its place in a connection.",
        )
        self.types[f"{name}Connection"] = create_type(
            f"{name}Connection",
            [
                _field("edges", _list(edge), "The page's rows, each with its cursor."),
                _field("nodes", _list(made), "The page's rows."),
                _field("pageInfo", self.page_info, "Where the page lies."),
                _field("totalCount", int, "How many rows meet the filter, whatever the page."),
            ],
            description=f"A page of {name} rows.",
        )
        self._own_inputs(entity)

    def _value(self, entity: EntityModel, member: Member) -> StrawberryField:
        if isinstance(member, Count):
            type_: Any = int
            nullable = member.readers != entity.readers
        elif isinstance(member, Column | Computed):
            type_ = self._type_of(member)
            nullable = member.nullable or member.readers != entity.readers
        else:
            raise TypeError(member.api)
        return _field(member.api, _optional(type_) if nullable else type_, member.doc)

    def _own_inputs(self, entity: EntityModel) -> None:
        name = entity.type_name
        columns = [member for member in entity.members.values() if isinstance(member, Column)]
        filters = [
            _input(column.api, _optional(self._filter(column)), column.doc) for column in columns if column.filters
        ]
        where = create_type(
            f"{name}Where", filters, is_input=True, description=f"Which {name} rows: every condition named must hold."
        )
        _add(
            where,
            [
                _input("and", _optional(_list(where)), "Every one of these holds."),
                _input("or", _optional(_list(where)), "At least one of these holds."),
                _input("not", _optional(where), "This does not hold, also where a value is missing."),
            ],
        )
        self.types[f"{name}Where"] = where
        self.types[f"{name}ListWhere"] = create_type(
            f"{name}ListWhere",
            [
                _input("some", _optional(where), "At least one of the linked rows is so."),
                _input("none", _optional(where), "None of the linked rows is so."),
                _input("every", _optional(where), "All linked rows are so; also where there is none."),
            ],
            is_input=True,
            description=f"A condition on linked {name} rows, as far as the caller sees them.",
        )
        self.types[f"{name}OrderBy"] = create_type(
            f"{name}OrderBy",
            [_input(column.api, _optional(self.direction), column.doc) for column in columns if column.orders],
            is_input=True,
            description=f"One ordering of {name} rows: exactly one of these.",
            directives=[OneOf()],
        )

    def _filter(self, column: Column) -> Any:  # noqa: ANN401 - as above
        name = f"{column.enumeration.__name__ if column.enumeration else FILTER_NAMES[column.kind]}Filter"
        if name not in self.types:
            value = self._type_of(column)
            taken = {"in": _list(value), "notIn": _list(value), "isNull": bool}
            self.types[name] = create_type(
                name,
                [
                    _input(each, _optional(taken.get(each, value)), OPERATOR_DOCS[each])
                    for each in OPERATORS[column.kind]
                ],
                is_input=True,
                description="Conditions on a value; every one named must hold. A missing value meets none but isNull.",
            )
        return self.types[name]

    # Second pass: the links

    def links(self, entity: EntityModel) -> None:
        """Add the entity's links to its object, its filter and its ordering."""
        made = self.types[entity.type_name]
        links = [member for member in entity.members.values() if isinstance(member, ToOne | ToMany | Through)]
        _add(made, [self._link(link) for link in links])
        where, order = self.types[f"{entity.type_name}Where"], self.types[f"{entity.type_name}OrderBy"]
        for link in links:
            target = self.model.by_table[link.target].type_name
            if _is_many(link):
                _add(where, [_input(link.api, _optional(self.types[f"{target}ListWhere"]), link.doc)])
            else:
                _add(where, [_input(link.api, _optional(self.types[f"{target}Where"]), link.doc)])
                _add(order, [_input(link.api, _optional(self.types[f"{target}OrderBy"]), link.doc)])
        self._in_declared_order(entity, made)

    @staticmethod
    def _in_declared_order(entity: EntityModel, made: type) -> None:
        order = list(entity.members)
        get_object_definition(made, strict=True).fields.sort(key=lambda each: order.index(each.graphql_name or ""))

    def _link(self, link: Link) -> StrawberryField:
        target = self.model.by_table[link.target]
        if _is_many(link):
            connection = self.types[f"{target.type_name}Connection"]
            return _field(link.api, _optional(connection), link.doc, self.page_arguments(target, 20))
        return _field(link.api, _optional(self.types[target.type_name]), link.doc)

    def page_arguments(self, entity: EntityModel, default: int) -> list[StrawberryArgument]:
        """The arguments of a connection."""
        where, order = self.types[f"{entity.type_name}Where"], self.types[f"{entity.type_name}OrderBy"]
        paging = [_argument(name, _optional(type_), doc) for name, type_, doc in PAGE_ARGUMENTS]
        paging[
            0
        ].description = f"How many rows from the start, 1 to 1000; {default} where neither first nor last is given."
        return [
            *paging,
            _argument("where", _optional(where), "Which rows."),
            _argument(
                "orderBy", _optional(_list(order)), "In which order; rows that tie are ordered by their identity."
            ),
        ]

    # The root

    def query(self) -> type:
        """The root of every query."""
        fields = [
            _field("viewer", self._viewer(), "Who is asking, and what they may do."),
            _field(
                "node",
                _optional(self.node),
                "The row with this id; empty where there is none that you may see.",
                [_argument("id", strawberry.ID, "The row's id.")],
            ),
            _field(
                "nodes",
                _optional(_list(_optional(self.node))),
                "The rows with these ids, in their order; empty where there is none that you may see.",
                [_argument("ids", _list(strawberry.ID), "At most 100 ids.")],
            ),
        ]
        for entity in self.model.by_type.values():
            made = self.types[entity.type_name]
            key = (
                ("id", strawberry.ID, "Its id.") if entity.is_tenant else ("code", str, "Its ISO 3166-1 alpha-2 code.")
            )
            fields += [
                _field(
                    entity.one,
                    _optional(made),
                    f"The {entity.type_name} with this {key[0]}; empty where there is none that you may see.",
                    [_argument(*key)],
                ),
                _field(
                    entity.many,
                    _optional(self.types[f"{entity.type_name}Connection"]),
                    f"A page of the {entity.type_name} rows that you may see.",
                    self.page_arguments(entity, 50),
                ),
            ]
        return create_type("Query", fields, description="Everything that can be asked.")

    @staticmethod
    def _viewer() -> type:
        limits = create_type(
            "Limits",
            [
                _field("rows", int, "Rows that one operation may ask for: the product of page sizes down the tree."),
                _field("bytes", int, "Bytes that one answer may have."),
                _field("pageSize", int, "Rows that one page may have."),
            ],
            description="What one operation may ask for.",
        )
        permission = create_type(
            "Permission",
            [
                _field("type", str, "The type."),
                _field("reads", _list(str), "Its fields that the caller may read."),
                _field("filters", _list(str), "Its fields that the caller may filter by."),
            ],
            description="What the caller may do with one type.",
        )
        return create_type(
            "Viewer",
            [
                _field("subject", str, "Who it is at the issuer of the token."),
                _field("role", strawberry.enum(Role, description=Role.__doc__), "Which role the token carries."),
                _field("countries", _list(str), "ISO codes of the countries it is bound to; none for headquarters."),
                _field("programmes", _list(strawberry.ID), "Ids of the programmes that a caseworker is bound to."),
                _field("limits", limits, "What one operation may ask for."),
                _field("may", _list(permission), "What the caller may read, type by type."),
            ],
            description="Who is asking.",
        )


def _is_link(member: Member) -> bool:
    return isinstance(member, ToOne | ToMany | Through)


def _is_many(link: Link) -> bool:
    return isinstance(link, ToMany) or (isinstance(link, Through) and link.many)


@cache
def build_schema() -> strawberry.Schema:
    """The schema of all entities."""
    model = graph_model()
    builder = SchemaBuilder(model)
    for entity in model.by_type.values():
        builder.own_types(entity)
    for entity in model.by_type.values():
        builder.links(entity)
    return strawberry.Schema(
        query=builder.query(),
        types=[builder.types[name] for name in model.by_type],
        config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS, disable_field_suggestions=True),
    )


def print_sdl() -> str:
    """The schema in GraphQL's schema definition language; `schema.graphql` holds the same."""
    return build_schema().as_str() + "\n"
