"""From the entities to the GraphQL schema: types, connections, filters, orderings, and the root.

Strawberry is the type system; nothing here resolves a field, because the plan answers whole operations. Types are made
in two passes: first each with its own values, then the links between them, which may run in circles.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.schema_directives import OneOf
from strawberry.tools import create_type
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Through, ToMany, ToOne, ToRow
from graph.declarations.nouns import Privacy
from graph.declarations.privacy import privacy_of, privacy_of_history
from graph.declarations.visibility import is_partial
from graph.kinds.kind import Kind
from graph.kinds.table import KINDS, said_of
from graph.schema.codes import CodeTypes
from graph.schema.doable import may_do_field
from graph.schema.fields import (  # fmt: skip
    OPERATOR_DOCS,
    ORDER_DOC,
    PAGE_ARGUMENTS,
    SEARCH_DOC,
    WHERE_DOC,
    Direction,
    add_fields,
    argument,
    enumeration_of,
    input_field,
    list_of,
    optional,
    output_field,
    presence_field,
)
from graph.schema.figures import FigureTypes
from graph.schema.groups import GroupTypes
from graph.schema.history_and_feed import LedgerTypes
from graph.schema.privacy import marked
from graph.schema.rules import RuleTypes
from graph.schema.scalars import TYPE_OF_KIND
from graph.schema.semantic_nulls import is_seen_with_it, with_an_error

if TYPE_CHECKING:
    from graph.declarations.members import Link, Member
    from graph.declarations.model import EntityModel, GraphModel


class SchemaBuilder:
    """Makes the types of a graph; each is made once and found again by its name."""

    def __init__(self, model: GraphModel) -> None:
        self.model = model
        self.types: dict[str, Any] = {}
        self.enumerations: dict[type[Enum], Any] = {}
        self.direction = enumeration_of(Direction)
        self.node = create_type(
            "Node",
            [output_field("id", strawberry.ID, "The identity of the row: opaque, and the same for ever.")],
            is_interface=True,
            description="Anything that has an id.",
        )
        self.page_info = create_type(
            "PageInfo",
            [
                output_field("hasNextPage", bool, "Whether rows follow this page."),
                output_field("hasPreviousPage", bool, "Whether rows come before this page."),
                output_field("startCursor", optional(str), "The cursor of the page's first row."),
                output_field("endCursor", optional(str), "The cursor of the page's last row."),
            ],
            description="Where a page lies within its connection.",
        )
        self.ledgers = LedgerTypes(model, self.node, self.page_info)
        self.changes = self.ledgers.connection()
        self.figures = FigureTypes(self.types)
        self.rules = RuleTypes()
        self.groups = GroupTypes(model)
        self.codes = CodeTypes()

    def enumeration(self, members: type[StrEnum]) -> Any:  # noqa: ANN401 - as above
        """The GraphQL type of an enumeration; the same one for the same members."""
        if members not in self.enumerations:
            self.enumerations[members] = enumeration_of(members)
        return self.enumerations[members]

    def _type_of(self, member: Column | Computed) -> Any:  # noqa: ANN401 - as above
        members = member.enumeration if isinstance(member, Column) else None
        return self.type_of(member.kind, members)

    def type_of(self, kind: Kind, members: type[StrEnum] | None) -> Any:  # noqa: ANN401 - as above
        """The GraphQL type of a kind; of an enumeration's, that of its members."""
        if members is None:
            return TYPE_OF_KIND[kind]
        return list_of(self.enumeration(members)) if KINDS[kind].listed else self.enumeration(members)

    # First pass: every type with its own values

    def own_types(self, entity: EntityModel) -> None:
        """The entity's object, edge, connection, filter and ordering, without links."""
        name = entity.type_name
        own = [self._value(entity, member) for member in entity.members.values() if not _is_link(member)]
        made = create_type(name, own, description=entity.doc)
        if entity.has_id:
            get_object_definition(made, strict=True).interfaces.append(get_object_definition(self.node, strict=True))
        self.types[name] = made
        edge = create_type(
            f"{name}Edge",
            [output_field("cursor", str, "The row's place in this ordering."), output_field("node", made, "The row.")],
            description=f"A {name} at its place in a connection.",
        )
        self.types[f"{name}Connection"] = create_type(
            f"{name}Connection",
            [
                output_field("edges", list_of(edge), "The page's rows, each with its cursor."),
                output_field("nodes", list_of(made), "The page's rows."),
                output_field("pageInfo", self.page_info, "Where the page lies."),
                output_field("totalCount", int, "How many rows that you see meet the filter, on all pages."),
                *self.groups.of_connection(entity),
            ],
            description=f"A page of {name} rows.",
        )
        self._own_inputs(entity)

    def _value(self, entity: EntityModel, member: Member) -> StrawberryField:
        if not isinstance(member, Column | Computed):
            raise TypeError(member.api)
        type_: Any = self.codes.code if member.kind is Kind.CODE else self._type_of(member)
        nullable = member.nullable or member.readers != entity.readers
        doc = member.doc + said_of(member) if isinstance(member, Column) else member.doc
        asks = member.asks if isinstance(member, Computed) else None
        named = member.asked_as if isinstance(member, Computed) else ""
        taken = [] if asks is None else [argument(named, optional(TYPE_OF_KIND[Kind.DATE]), asks)]
        made = output_field(member.api, optional(type_) if nullable else type_, doc, taken)
        if nullable and not member.nullable:
            made = with_an_error(made)
        return marked(made, privacy_of(self.model, entity, member))

    def _own_inputs(self, entity: EntityModel) -> None:
        name = entity.type_name
        columns = [member for member in entity.members.values() if isinstance(member, Column | Computed)]
        filters = [input_field(each.api, optional(self._filter(each)), each.doc) for each in columns if each.filters]
        doc = f"Which {name} rows: every condition named must hold."
        where = create_type(f"{name}Where", filters, is_input=True, description=doc)
        add_fields(
            where,
            [
                input_field("and", optional(list_of(where)), "Every one of these holds."),
                input_field("or", optional(list_of(where)), "At least one of these holds."),
                input_field("not", optional(where), "This does not hold, also where a value is missing."),
                presence_field(many=False),
            ],
        )
        self.types[f"{name}Where"] = where
        self.types[f"{name}ListWhere"] = create_type(
            f"{name}ListWhere",
            [
                input_field("some", optional(where), "At least one of the linked rows is so."),
                input_field("none", optional(where), "None of the linked rows is so."),
                input_field("every", optional(where), "All linked rows are so; also where there is none."),
                presence_field(many=True),
            ],
            is_input=True,
            description=f"A condition on linked {name} rows, as far as the caller sees them.",
        )
        self.types[f"{name}OrderBy"] = create_type(
            f"{name}OrderBy",
            [input_field(column.api, optional(self.direction), column.doc) for column in columns if column.orders],
            is_input=True,
            description=f"One ordering of {name} rows: exactly one of these.",
            directives=[OneOf()],
        )

    def _filter(self, column: Column | Computed) -> Any:  # noqa: ANN401 - as above
        row = KINDS[column.kind]
        name = f"{column.enumeration.__name__ if column.enumeration else row.condition}Filter"
        if name not in self.types:
            value = self._type_of(column)
            taken = {"in": list_of(value), "notIn": list_of(value), "isNull": bool}
            self.types[name] = create_type(
                name,
                [input_field(each, optional(taken.get(each, value)), OPERATOR_DOCS[each]) for each in row.operators],
                is_input=True,
                description="Conditions on a value; every one named must hold. A missing value meets none but isNull.",
            )
        return self.types[name]

    # Second pass: the links

    def links(self, entity: EntityModel) -> None:
        """Add the entity's links to its object, its filter and its ordering."""
        made = self.types[entity.type_name]
        past = [marked(each, privacy_of_history(entity)) for each in self.ledgers.of_node()]
        add_fields(made, [*past, may_do_field(entity)] if entity.is_tenant else [])
        links = [member for member in entity.members.values() if isinstance(member, ToOne | ToMany | Through)]
        add_fields(made, [marked(self._link(entity, link), privacy_of(self.model, entity, link)) for link in links])
        for row in (member for member in entity.members.values() if isinstance(member, ToRow)):
            shown = output_field(row.api, optional(self.node), row.doc)
            add_fields(made, [marked(shown, privacy_of(self.model, entity, row))])
        where, order = self.types[f"{entity.type_name}Where"], self.types[f"{entity.type_name}OrderBy"]
        for link in links:
            target = self.model.at(link.target).type_name
            met = self.types[f"{target}ListWhere" if _is_many(link) else f"{target}Where"]
            add_fields(where, [input_field(link.api, optional(met), link.doc)])
            if not _is_many(link):
                add_fields(order, [input_field(link.api, optional(self.types[f"{target}OrderBy"]), link.doc)])
        # An office's figures are counted live, also those of few.
        add_fields(made, [marked(each, Privacy.SENSITIVE) for each in self.figures.of_row(entity)])
        add_fields(made, [marked(each, Privacy.PLAIN) for each in self.rules.of_row(entity)])
        add_fields(made, [self.codes.of_country()] if entity.table == "country" else [])
        self._in_declared_order(entity, made)

    @staticmethod
    def _in_declared_order(entity: EntityModel, made: type) -> None:
        beside = ["codes", "indicator", "jurisdictions", "rules", "rule", "mayDo", "history", "asKnownAt"]
        order = [*entity.members, *beside]
        get_object_definition(made, strict=True).fields.sort(key=lambda each: order.index(each.graphql_name or ""))

    def _link(self, entity: EntityModel, link: Link) -> StrawberryField:
        target = self.model.at(link.target)
        if not _is_many(link):
            made = output_field(link.api, optional(self.types[target.type_name]), link.doc)
            return with_an_error(made) if is_seen_with_it(self.model, entity, link) else made
        page = optional(self.types[f"{target.type_name}Connection"])
        doc = f"{link.doc} As far as they are yours to see." if is_partial(self.model, entity, link) else link.doc
        asks = link.asks if isinstance(link, Through) else None
        asked = [] if asks is None else [argument("on", optional(TYPE_OF_KIND[Kind.DATE]), asks)]
        return with_an_error(output_field(link.api, page, doc, [*asked, *self.page_arguments(target, 20)]))

    def page_arguments(self, entity: EntityModel, default: int) -> list[StrawberryArgument]:
        """The arguments of a connection."""
        where, order = self.types[f"{entity.type_name}Where"], self.types[f"{entity.type_name}OrderBy"]
        paging = [argument(name, optional(type_), doc) for name, type_, doc in PAGE_ARGUMENTS]
        order_doc = ORDER_DOC
        if entity.order:
            named = ", ".join(
                f"{entity.stored[name].api}{' from the last' if last else ''}" for name, last in entity.order
            )
            order_doc += f" Left out, by {named}."
        first = paging[0]
        first.description = f"How many rows from the start, 1 to 1000; {default} where neither first nor last is given."
        return [
            *paging,
            *([argument("search", optional(str), _search_doc(entity))] if entity.searched else []),
            argument("where", optional(where), WHERE_DOC),
            argument("orderBy", optional(list_of(order)), order_doc),
        ]


def _search_doc(entity: EntityModel) -> str:
    """What a search of an entity's rows finds."""
    texts = [column.api for column in entity.searched.texts] if entity.searched else []
    return SEARCH_DOC.format(" or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts))


def _is_link(member: Member) -> bool:
    return isinstance(member, ToOne | ToMany | Through | ToRow)


def _is_many(link: Link) -> bool:
    return isinstance(link, ToMany) or (isinstance(link, Through) and link.many)
