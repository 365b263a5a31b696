"""The enumerations of a schema by their names: what each value is called in a document, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graphql import GraphQLEnumType, GraphQLScalarType, is_specified_scalar_type

if TYPE_CHECKING:
    from graphql import GraphQLSchema

OWN = "__"
"""What the names of the type system's own types begin with."""


def enumerations_of(schema: GraphQLSchema) -> Mapping[str, Mapping[str, str]]:
    """What each value means, by its name, by the enumeration's: values in the order in which they are declared."""
    return {
        name: {value: each.description or "" for value, each in type_.values.items()}
        for name, type_ in sorted(schema.type_map.items())
        if isinstance(type_, GraphQLEnumType) and not name.startswith(OWN)
    }


def scalars_of(schema: GraphQLSchema) -> Mapping[str, str]:
    """How values of each scalar of ours are written, by its name: what is told where one does not fit."""
    return {
        name: type_.description
        for name, type_ in sorted(schema.type_map.items())
        if isinstance(type_, GraphQLScalarType) and not is_specified_scalar_type(type_) and type_.description
    }
