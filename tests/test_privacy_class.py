"""`@privacy`: each field of each entity says how closely it is bound to a person, where tools and people look."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import (
    DirectiveNode,
    EnumValueNode,
    GraphQLObjectType,
    GraphQLSchema,
    build_client_schema,
    introspection_from_schema,
)
from graphql import build_schema as parse_schema

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Member
from graph.declarations.model import EntityModel
from graph.declarations.nouns import Privacy
from graph.declarations.privacy import CLOSER, closest, privacy_of
from graph.entities import graph_model
from graph.schema.sdl import build_schema, print_sdl

MODEL = graph_model()
SDL = parse_schema(print_sdl())
TOLD = build_client_schema(introspection_from_schema(build_schema()._schema))
ENTITIES = sorted(MODEL.by_type)


def class_in_sdl(directives: tuple[DirectiveNode, ...] | None) -> Privacy:
    """The class that a field's one directive names."""
    (directive,) = (each for each in directives or () if each.name.value == "privacy")
    (argument,) = directive.arguments or ()
    assert isinstance(argument.value, EnumValueNode)
    return Privacy[argument.value.value]


def fields(schema: GraphQLSchema, type_name: str) -> dict[str, Any]:
    """The fields of an object type."""
    found = schema.type_map[type_name]
    assert isinstance(found, GraphQLObjectType)
    return dict(found.fields)


@pytest.mark.parametrize("type_name", ENTITIES)
def test_every_field_of_every_entity_says_its_class(type_name: str) -> None:
    """In the SDL one directive, and in what introspection tells, so that GraphiQL's docs show it, the same word."""
    told = fields(TOLD, type_name)
    for name, field in fields(SDL, type_name).items():
        class_ = class_in_sdl(field.ast_node.directives)
        assert (told[name].description or "").endswith(f" Privacy: {class_.value}."), (type_name, name)


def test_introspection_names_the_directive_and_its_classes() -> None:
    """Whoever reads the schema from a server finds what the words mean."""
    directive = TOLD.get_directive("privacy")
    assert directive is not None
    assert str(directive.args["class"].type) == "PrivacyClass!"
    members = TOLD.type_map["PrivacyClass"].values  # type: ignore[attr-defined]  # it is an enumeration
    assert list(members) == [each.name for each in CLOSER]
    assert all(member.description for member in members.values())


@pytest.mark.parametrize("type_name", ENTITIES)
def test_a_field_is_as_close_as_what_it_is_made_of(type_name: str) -> None:
    """A column's class is the declared one; what is worked out is no less close than any column that it reads."""
    entity = MODEL.by_type[type_name]
    for name, field in fields(SDL, type_name).items():
        class_ = class_in_sdl(field.ast_node.directives)
        member = entity.members.get(name)
        if isinstance(member, Column):
            assert class_ is member.privacy
        elif isinstance(member, Computed):
            assert all(closest((class_, entity.stored[used].privacy)) is class_ for used in member.uses)
        elif name in {"history", "asKnownAt"}:
            assert class_ is closest(column.privacy for column in entity.stored.values())
        elif member is not None:
            assert class_ is not Privacy.PLAIN or not leads_to_people(entity, member)


def leads_to_people(entity: EntityModel, member: Member) -> bool:
    """Whether a link or a count is of rows about a person."""
    table = getattr(member, "target", None) or getattr(member, "table", None) or entity.table
    return MODEL.by_table[table].personal


def test_nothing_said_is_sensitive() -> None:
    """What is made of no column is no less close than a column of which nothing is said."""
    assert closest(()) is Privacy.SENSITIVE
    assert closest((Privacy.PERSONAL, Privacy.SENSITIVE)) is Privacy.PERSONAL
    child, country = MODEL.by_type["Child"], MODEL.by_type["Country"]
    assert privacy_of(MODEL, child, child.members["siblings"]) is not Privacy.PLAIN
    assert privacy_of(MODEL, country, country.members["children"]) is not Privacy.PLAIN
