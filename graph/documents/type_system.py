"""The type system as `__schema` and `__type` tell it, with the price of what is told.

What a field is, graphql-core says (its introspection types' own resolvers). The same selection of the same type is
worked out once for an answer, however often types lead back to each other; so little is done before the price is known,
which counts everything as often as it stands in the answer.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from graphql import (
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
    Undefined,
    introspection_types,
    is_leaf_type,
)

from graph.errors import TooCostly
from graph.shares.steps import step

if TYPE_CHECKING:
    from graphql import GraphQLField, GraphQLSchema

CHARACTERS = 100
"""Characters of a text that cost as much as one value."""
VALUE_STEPS = 4


class AskedField(NamedTuple):
    """A field, seen through fragments, variables and conditions: equal for all that mean the same.

    Attributes:
        name: of the field.
        arguments: name and value of those that are given.
        inside: what is selected of it, by response key.
    """

    name: str
    arguments: tuple[tuple[str, Hashable], ...]
    inside: tuple[tuple[str, AskedField], ...]

    @property
    def is_plain(self) -> bool:
        """Whether every response key is the name of its field, as in what tools send."""
        return all(key == field.name and field.is_plain for key, field in self.inside)

    @property
    def size(self) -> int:
        """Bytes that it takes, by estimate."""
        own = 200 + sum(sys.getsizeof(value) for _, value in self.arguments)
        return own + sum(50 + len(key) + field.size for key, field in self.inside)


class JsonValue(NamedTuple):
    """A value, ready to be written as JSON, and how many values it comes to."""

    value: object
    price: int


def too_much(bound: int) -> TooCostly:
    """An operation that asks for more values than it may."""
    return TooCostly(
        "The operation asks for more than {limit} values of the schema.",
        "Ask for the schema once, as tools do, or for single types.",
        params=(("limit", bound),),
    )


def meta_field(name: str) -> GraphQLField:
    """`__schema` or `__type`."""
    return SchemaMetaFieldDef if name == "__schema" else TypeMetaFieldDef


def field_of(type_: GraphQLObjectType, name: str) -> GraphQLField:
    """A field of one of introspection's types."""
    return TypeNameMetaFieldDef if name == "__typename" else type_.fields[name]


class TypeSystem:
    """Reads the type system.

    Args:
        schema: the type system.
        bound: values that may be asked for; without, any number.
    """

    def __init__(self, schema: GraphQLSchema, bound: int | None) -> None:
        self._info: Any = SimpleNamespace(schema=schema)
        self._bound = bound
        self._worked_out = 0
        self._held: dict[tuple[int, int], JsonValue] = {}

    def meta(self, asked: AskedField) -> JsonValue:
        """One of `META` with all that is selected of it.

        Raises:
            TooCostly: more would have to be worked out than may be asked for.
        """
        return self._resolved(asked, meta_field(asked.name), None)

    def _resolved(self, asked: AskedField, definition: GraphQLField, source: object) -> JsonValue:
        step(VALUE_STEPS)
        self._worked_out += 1
        # Whatever is worked out stands in the answer at least once.
        if self._bound is not None and self._worked_out > self._bound:
            raise too_much(self._bound)
        arguments = {
            name: argument.default_value
            for name, argument in definition.args.items()
            if argument.default_value is not Undefined
        }
        resolve: Any = definition.resolve
        value = resolve(source, self._info, **{**arguments, **dict(asked.arguments)})
        return self._completed(asked, definition.type, value)

    def _completed(self, asked: AskedField, type_: object, value: Any) -> JsonValue:  # noqa: ANN401 - whatever graphql-core holds
        if isinstance(type_, GraphQLNonNull):
            return self._completed(asked, type_.of_type, value)
        if value is None:
            return NOTHING
        if isinstance(type_, GraphQLList):
            told = [self._completed(asked, type_.of_type, each) for each in value]
            return JsonValue([each.value for each in told], 1 + sum(each.price for each in told))
        if isinstance(type_, GraphQLObjectType):
            return self._object(asked, type_, value)
        if is_leaf_type(type_):
            leaf = type_.serialize(value)
            return JsonValue(leaf, 1 + (len(leaf) // CHARACTERS if isinstance(leaf, str) else 0))
        raise TypeError(asked.name)

    def _object(self, asked: AskedField, type_: GraphQLObjectType, source: object) -> JsonValue:
        # Only types outlive the answer and come again; fields and the like are made anew each time.
        key = (id(asked), id(source)) if type_ is introspection_types["__Type"] else None
        held = self._held.get(key) if key is not None else None
        if held is None:
            told = {name: self._typed(field, type_, source) for name, field in asked.inside}
            price = 1 + sum(each.price for each in told.values())
            held = JsonValue({name: each.value for name, each in told.items()}, price)
            if key is not None:
                self._held[key] = held
        return held

    def _typed(self, asked: AskedField, type_: GraphQLObjectType, source: object) -> JsonValue:
        if asked.name == "__typename":
            return JsonValue(type_.name, 1)
        return self._resolved(asked, field_of(type_, asked.name), source)


NOTHING = JsonValue(None, 1)
