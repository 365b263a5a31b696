"""`__schema` and `__type`: priced, answered from the type system, and remembered however it is written."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import orjson
from graphql import (
    FragmentDefinitionNode,
    GraphQLObjectType,
    OperationDefinitionNode,
    get_introspection_query,
    get_named_type,
)

from graph.documents.parsing import parse_document
from graph.documents.type_system import AskedField, TypeSystem, field_of, meta_field, too_much
from graph.memory import Latest
from graph.plan.read.arguments import argument_values
from graph.plan.read.misfits import Misfit
from graph.plan.read.operation import Field
from graph.plan.read.places import argument_error
from graph.plan.read.prepare import prepare_operation
from graph.plan.read.reading import Reading
from graph.plan.read.selection import Selector
from graph.plan.tree.sources import ABSENT
from graph.shares.steps import step

if TYPE_CHECKING:
    from graphql import GraphQLField, GraphQLSchema


META = ("__schema", "__type")
ARGUMENTS = ("name", "includeDeprecated")
"""The arguments of introspection's fields."""
TIMES_ALL = 2
"""How many times as much one operation may ask about the schema as the tools' own query, which asks for all of it."""
ANSWERS, ANSWER_BYTES = 256, 20_000_000
WHOLE_ANSWERS, WHOLE_BYTES = 32, 40_000_000
"""Answers that are remembered: what tools ask for apart from all else, so that nobody's own words push it out."""
OPERATIONS, OPERATION_BYTES = 256, 20_000_000


class _Held(NamedTuple):
    """An answer that is remembered, and how many values it holds."""

    json: bytes
    price: int


class Introspection:
    """Answers the introspection fields at the root of an operation, whatever else it asks for."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._operations: Latest[_Key, Mapping[str, bytes]] = Latest(OPERATIONS, OPERATION_BYTES)
        self._answers: Latest[AskedField, _Held] = Latest(ANSWERS, ANSWER_BYTES)
        self._whole: Latest[AskedField, _Held] = Latest(WHOLE_ANSWERS, WHOLE_BYTES)
        self._price_of_all = 0

    def held(self, reading: Reading) -> Mapping[str, bytes] | None:
        """The JSON of each introspection field, by response key, where it is remembered for this very operation."""
        return self._operations.get(_key(reading))

    def answer(self, reading: Reading) -> Mapping[str, bytes]:
        """The JSON of each introspection field, by response key.

        Raises:
            BadUserInput: a variable is null where nothing may be.
            TooCostly: all of them together ask for too much.
        """
        asked = _asked(reading)
        held = {key: self._answers.get(field) or self._whole.get(field) for key, field in asked.items()}
        answer = {key: json for key, (json, _) in (self._checked(held) or self._work_out(asked)).items()}
        key = _key(reading)
        weight = len(key.text) + sum(map(len, key.given)) + sum(map(len, answer.values()))
        self._operations.put(key, answer, weight)
        return answer

    @property
    def bound(self) -> int:
        """Values that one operation may ask for."""
        if not self._price_of_all:
            self._price_of_all = _price_of_all(self._schema)
        return TIMES_ALL * self._price_of_all

    def _checked(self, held: Mapping[str, _Held | None]) -> dict[str, _Held] | None:
        """All answers, where all are remembered; what is remembered has its price as well."""
        found = {key: each for key, each in held.items() if each is not None}
        if sum(each.price for each in found.values()) > self.bound:
            raise too_much(self.bound)
        return found if len(found) == len(held) else None

    def _work_out(self, asked: Mapping[str, AskedField]) -> dict[str, _Held]:
        schema = TypeSystem(self._schema, self.bound)
        told = {key: schema.meta(field) for key, field in asked.items()}
        if sum(each.price for each in told.values()) > self.bound:
            raise too_much(self.bound)
        found: dict[str, _Held] = {}
        for key, (value, price) in told.items():
            json = orjson.dumps(value)
            step(len(json) // 1000)
            field = asked[key]
            memory = self._whole if field.is_plain and 2 * price > self._price_of_all else self._answers
            found[key] = _Held(json, price)
            memory.put(field, found[key], len(json) + field.size)
        return found


class _Key(NamedTuple):
    """What is asked, as it is written: an operation, the outcome of its conditions, and what may be introspection's."""

    text: str
    conditions: tuple[bool, ...]
    given: tuple[str, ...]


def _key(reading: Reading) -> _Key:
    numbered = enumerate(reading.operation.slots)
    given = tuple(str(reading.arguments[number]) for number, slot in numbered if slot.name in ARGUMENTS)
    return _Key(reading.operation.normal_text, reading.conditions, given)


def _asked(reading: Reading) -> dict[str, AskedField]:
    """The introspection fields at an operation's root, by response key."""
    selector = Selector(reading.operation, reading.conditions, {})
    fields = selector.fields("Query", [reading.operation.definition.selection_set])
    seen = (field for field in fields if field.name in META)
    return {field.key: _seen(selector, field, reading, meta_field(field.name)) for field in seen}


def _seen(selector: Selector, field: Field, reading: Reading, definition: GraphQLField) -> AskedField:
    given = [(name, _value(reading, slot)) for name, slot in sorted(field.arguments.items())]
    arguments = tuple((name, value) for name, value in given if value is not ABSENT and isinstance(value, Hashable))
    type_ = get_named_type(definition.type)
    inside: tuple[tuple[str, AskedField], ...] = ()
    if isinstance(type_, GraphQLObjectType):
        inside = tuple(
            (each.key, _seen(selector, each, reading, field_of(type_, each.name)))
            for each in selector.fields(type_.name, field.selection_sets)
        )
    return AskedField(field.name, arguments, inside)


def _value(reading: Reading, slot: int) -> object:
    """The value of an argument.

    Raises:
        BadUserInput: a variable in it is null where nothing may be.
    """
    value = reading.arguments[slot]
    if isinstance(value, Misfit):
        raise argument_error(value, reading.operation, reading.conditions, slot)
    return value


def _price_of_all(schema: GraphQLSchema) -> int:
    """What the most complete query costs that tools send."""
    text = get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
        one_of=True,
    )
    parsed = parse_document(text)
    definition = next(node for node in parsed.definitions if isinstance(node, OperationDefinitionNode))
    fragments = {node.name.value: node for node in parsed.definitions if isinstance(node, FragmentDefinitionNode)}
    operation = prepare_operation(schema, definition, fragments)
    asked = _asked(Reading(operation, argument_values(operation, {}), (), ()))
    told = TypeSystem(schema, None)
    return sum(told.meta(field).price for field in asked.values())
