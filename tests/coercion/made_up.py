"""Values of every input type of the schema, as JSON and as literals: such that fit, and such that do not somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from graphql import (
    BooleanValueNode,
    EnumValueNode,
    FloatValueNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    IntValueNode,
    NullValueNode,
    StringValueNode,
    ValueNode,
    is_required_input_field,
)

from graph.errors import Place
from tests.oracle.literals import list_of, object_of

SECRETIVE = "Xanthippe"
"""What stands where it does not fit: no message may repeat it."""
GOOD: dict[str, list[object]] = {
    "Int": [0, 1, -5, 2**31 - 1, 7.0],
    "Float": [0, 1.5],
    "String": ["", "Ada", "\u00e9\U0001f600"],
    "ID": ["Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", 12],
    "Boolean": [True, False],
    "Date": ["2015-01-31", "2026-11-22"],
    "DateTime": ["2026-05-31T09:30:00Z", "2026-05-31T09:30:00.123456+05:45"],
    "Decimal": ["1250.00", "-1", 3],
    "BigInt": ["12", 12, -1],
}
"""JSON that each scalar takes."""
BAD: dict[str, list[object]] = {
    "Int": [SECRETIVE, 1.5, 2**31, -(2**31) - 1, True, [1], {"a": 1}, 1e300],
    "Float": [SECRETIVE, True],
    "String": [3, True, 1.5, [1, 2], {"a": SECRETIVE}],
    "ID": [True, 1.5, {}],
    "Boolean": ["true", 0, 1, {}],
    "Date": [SECRETIVE, "31/05/2015", "2015-02-30", "0000-00-00", "10000-01-01", "infinity", 20150531, True, {}],
    "DateTime": [SECRETIVE, "2015-02-03", "2015-02-03T00:00:00", "2015-02-03T25:00:00Z", 3, {}],
    "Decimal": [SECRETIVE, 1.5, "1e3", "NaN", "1" * 31, "", True, {}],
    "BigInt": [SECRETIVE, 1.5, 10**18, "1" * 19, True, {}],
}
"""JSON that none of them takes."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of the schema, named as `Query.children(where:)`."""

    owner: GraphQLObjectType
    field: str
    name: str
    type: GraphQLInputType

    def __str__(self) -> str:
        return f"{self.owner.name}.{self.field}({self.name}:)"


def all_arguments(schema: GraphQLSchema) -> Iterator[Argument]:
    """Every argument of every field, but for introspection's own."""
    for owner in schema.type_map.values():
        if isinstance(owner, GraphQLObjectType) and not owner.name.startswith("__"):
            for field_name, field in owner.fields.items():
                for name, argument in field.args.items():
                    yield Argument(owner, field_name, name, argument.type)


def bare(type_: GraphQLInputType) -> Any:  # noqa: ANN401 - a nullable input type: graphql-core has no name for it
    """The type without its `!`."""
    return type_.of_type if isinstance(type_, GraphQLNonNull) else type_


def good(random: Random, type_: GraphQLInputType, depth: int = 3) -> Any:  # noqa: ANN401 - JSON of any shape
    """JSON that fits."""
    if not isinstance(type_, GraphQLNonNull) and random.random() < 0.1:
        return None
    match bare(type_):
        case GraphQLList(of_type=item):
            if random.random() < 0.15 and not isinstance(bare(item), GraphQLList):
                return good(random, GraphQLNonNull(bare(item)), depth - 1)
            return [good(random, item, depth - 1) for _ in range(random.randrange(3 if depth > 0 else 1))]
        case GraphQLInputObjectType() as object_type:
            return _good_object(random, object_type, depth)
        case GraphQLEnumType(values=values):
            return random.choice(list(values))
        case scalar:
            return random.choice(GOOD[scalar.name])


def _good_object(random: Random, type_: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
    leaves = {
        name: field
        for name, field in type_.fields.items()
        if not isinstance(bare(field.type), GraphQLInputObjectType | GraphQLList)
    }
    usable = type_.fields if depth > 0 or not leaves else leaves
    if type_.is_one_of:
        name = random.choice(list(usable))
        return {name: good(random, GraphQLNonNull(bare(type_.fields[name].type)), depth - 1)}
    chosen = set(random.sample(list(usable), random.randrange(min(3, len(usable)) + 1)))
    return {
        name: good(random, field.type, depth - 1)
        for name, field in type_.fields.items()
        if name in chosen or is_required_input_field(field)
    }


def broken(random: Random, value: Any, type_: GraphQLInputType, steps: Place = ()) -> tuple[Any, Place]:  # noqa: ANN401 - as above
    """JSON that fits but in one place, and that place."""
    inner = bare(type_)
    if isinstance(type_, GraphQLNonNull) and random.random() < 0.3:
        return None, steps
    if isinstance(inner, GraphQLList) and isinstance(value, list) and value:
        index = random.randrange(len(value))
        item, place = broken(random, value[index], inner.of_type, (*steps, index))
        return [*value[:index], item, *value[index + 1 :]], place
    if isinstance(inner, GraphQLInputObjectType):
        return _broken_object(random, value, inner, steps)
    if isinstance(inner, GraphQLList):
        item, place = broken(random, good(random, GraphQLNonNull(bare(inner.of_type))), inner.of_type, (*steps, 0))
        return [item], place
    return random.choice([SECRETIVE, 3, {}] if isinstance(inner, GraphQLEnumType) else BAD[inner.name]), steps


def _broken_object(random: Random, value: Any, type_: GraphQLInputObjectType, steps: Place) -> tuple[Any, Place]:  # noqa: ANN401 - as above
    required = [name for name, field in type_.fields.items() if is_required_input_field(field)]
    chance = random.random()
    if not isinstance(value, dict) or chance < 0.1:
        return random.choice([SECRETIVE, 3, [3]]) if not isinstance(value, dict) else SECRETIVE, steps
    if chance < 0.25:
        return {**value, SECRETIVE: SECRETIVE}, steps
    if chance < 0.4 and required:
        name = random.choice(required)
        return {key: inner for key, inner in value.items() if key != name}, (*steps, name)
    if chance < 0.5 and type_.is_one_of:
        return {}, steps
    if not value:
        name = random.choice(list(type_.fields))
        value = {name: good(random, GraphQLNonNull(bare(type_.fields[name].type)))}
    name = random.choice(list(value))
    field_type = type_.fields[name].type
    held = value[name] if value[name] is not None else good(random, GraphQLNonNull(bare(field_type)))
    inner, place = broken(random, held, field_type, (*steps, name))
    return {**value, name: inner}, place


def literal_of(value: Any, type_: GraphQLInputType) -> ValueNode:  # noqa: ANN401 - as above
    """JSON as it is written in a document, at a place of that type."""
    inner = bare(type_)
    match value:
        case None:
            return NullValueNode()
        case list():
            item = inner.of_type if isinstance(inner, GraphQLList) else inner
            return list_of([literal_of(each, item) for each in value])
        case _ if isinstance(inner, GraphQLList):
            return literal_of(value, inner.of_type)
        case dict():
            known = inner.fields if isinstance(inner, GraphQLInputObjectType) else {}
            types = {key: known[key].type if key in known else GraphQLString for key in value}
            return object_of({key: literal_of(each, types[key]) for key, each in value.items()})
        case str() if isinstance(inner, GraphQLEnumType):
            return EnumValueNode(value=value)
        case str():
            return StringValueNode(value=value)
        case bool():
            return BooleanValueNode(value=value)
        case int():
            return IntValueNode(value=str(value))
        case float() if value.is_integer() and abs(value) < 2**31:
            return IntValueNode(value=str(int(value)))
        case _:
            return FloatValueNode(value=repr(value))
