"""Habits of GraphQL schemas that linters of other people look for, and generated code reads best with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLType,
    get_named_type,
    is_introspection_type,
    is_specified_scalar_type,
)

from tests.outside.frontend import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = [
    type_
    for type_ in SCHEMA.type_map.values()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
]
CLAIMS = {"Role"}
"""Enumerations whose members are written as tokens carry them."""


def members() -> Iterator[tuple[str, GraphQLType]]:
    """Every field, argument and input below the name of its type, with what it holds."""
    for type_ in TYPES:
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in type_.fields.items():
                yield f"{type_.name}.{name}", field.type
                for argument_name, argument in field.args.items():
                    yield f"{type_.name}.{name}.{argument_name}", argument.type
        elif isinstance(type_, GraphQLInputObjectType):
            for name, value in type_.fields.items():
                yield f"{type_.name}.{name}", value.type


def test_names_are_written_as_everywhere() -> None:
    """Types begin with a capital, members do not, and members of enumerations are all capitals."""
    constants = [
        name
        for type_ in TYPES
        if isinstance(type_, GraphQLEnumType) and type_.name not in CLAIMS
        for name in type_.values
    ]
    assert [type_.name for type_ in TYPES if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", type_.name)] == []
    assert [name for name, _ in members() if not re.fullmatch(r"\w+(\.[a-z][A-Za-z0-9]*)+", name)] == []
    assert [name for name in constants if not re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", name)] == []


def test_every_type_is_used() -> None:
    """No type is left over: each is a root, implements an interface, or is what some member holds."""
    used = {get_named_type(type_).name for _, type_ in members()} | {"Query", "Mutation", "Subscription"}
    left_over = [
        type_.name
        for type_ in TYPES
        if type_.name not in used and not (isinstance(type_, GraphQLObjectType) and type_.interfaces)
    ]
    assert left_over == []
