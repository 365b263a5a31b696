"""The variables of an operation: what a request gives becomes values of the declared types.

graphql-core's `get_variable_values` says what is wrong with what; it also builds the signature of every variable anew
for each request. Nearly all variables are scalars and enumerations that fit: those are read here, and whatever does not
fit at once is left to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLSchema,
    Undefined,
    VariableDefinitionNode,
    get_variable_values,
    is_input_type,
    type_from_ast,
)

MAX_ERRORS = 10


class _Leaf(NamedTuple):
    """A variable of a scalar or an enumeration."""

    name: str
    parse: Callable[[Any], Any]
    may_be_null: bool
    may_be_absent: bool


class VariableReader:
    """Reads the variables of one operation.

    Args:
        schema: what the operation was validated against.
        definitions: its variables.
    """

    def __init__(self, schema: GraphQLSchema, definitions: tuple[VariableDefinitionNode, ...]) -> None:
        self._schema = schema
        self._definitions = definitions
        leaves = [_leaf(schema, definition) for definition in definitions]
        self._leaves = None if None in leaves else [leaf for leaf in leaves if leaf is not None]

    def read(self, given: Mapping[str, object]) -> Mapping[str, object] | list[GraphQLError]:
        """The values by name, absent ones left out; or what does not fit."""
        quick = self._quick(given) if self._leaves is not None else None
        if quick is not None:
            return quick
        read = get_variable_values(self._schema, self._definitions, dict(given), max_errors=MAX_ERRORS)
        return read if isinstance(read, list) else read.coerced

    def _quick(self, given: Mapping[str, object]) -> dict[str, object] | None:
        """All values, or nothing where one of them needs a closer look."""
        values: dict[str, object] = {}
        for leaf in self._leaves or ():
            value = given.get(leaf.name, Undefined)
            if value is Undefined:
                if not leaf.may_be_absent:
                    return None
                continue
            if value is None:
                if not leaf.may_be_null:
                    return None
                values[leaf.name] = None
                continue
            try:
                parsed = leaf.parse(value)
            except Exception:  # noqa: BLE001 - whatever a scalar says, graphql-core turns it into the error
                return None
            if parsed is Undefined:
                return None
            values[leaf.name] = parsed
        return values


def _leaf(schema: GraphQLSchema, definition: VariableDefinitionNode) -> _Leaf | None:
    """A variable that can be read at once; nothing for lists and input objects."""
    type_ = type_from_ast(schema, definition.type)
    may_be_null = not isinstance(type_, GraphQLNonNull)
    bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if not is_input_type(type_) or not isinstance(bare, GraphQLScalarType | GraphQLEnumType):
        return None
    may_be_absent = may_be_null and definition.default_value is None
    return _Leaf(definition.variable.name.value, bare.parse_value, may_be_null, may_be_absent)
