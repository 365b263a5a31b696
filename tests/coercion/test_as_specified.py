"""Every argument of the schema is read as the specification says: graphql-core reads the same, or refuses it too."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    NameNode,
    ValuesOfCorrectTypeRule,
    VariableDefinitionNode,
    VariableNode,
    get_argument_values,
    get_variable_values,
    parse,
    parse_type,
    print_ast,
    validate,
)
from graphql import ValueNode as Written

from graph.documents.value_rules import FittingValues
from graph.plan.read.arguments import value_in
from graph.plan.read.literals import has_variable, reader_of
from graph.plan.read.misfits import Misfit
from graph.plan.read.operation import Slot
from graph.plan.read.places import find
from graph.plan.read.rest import Misread
from graph.plan.read.variables import VariableReader
from graph.plan.tree.sources import ABSENT
from graph.reasons import Reason
from graph.schema.sdl import build_schema
from tests.coercion.made_up import SECRETIVE, Argument, all_arguments, bare, broken, good, literal_of
from tests.oracle.literals import list_of, object_of

SCHEMA = build_schema()._schema
ARGUMENTS = list(all_arguments(SCHEMA))
SAMPLES = 40
"""Requests for each argument."""


class Request:
    """One argument with variables in it: how it is written, the definitions, and what is given."""

    def __init__(self, random: Random, argument: Argument) -> None:
        self.random = random
        self.definitions: list[VariableDefinitionNode] = []
        self.given: dict[str, Any] = {}
        self.node = self._written(argument.type, 3)

    def _written(self, type_: GraphQLInputType, depth: int, *, is_one_of: bool = False) -> Written:
        chance = self.random.random()
        if chance < 0.35:
            return self._variable(GraphQLNonNull(bare(type_)) if is_one_of else type_)
        inner = bare(type_)
        if depth > 0 and chance < 0.85:
            if isinstance(inner, GraphQLList):
                return list_of([self._written(inner.of_type, depth - 1) for _ in range(self.random.randrange(4))])
            if isinstance(inner, GraphQLInputObjectType):
                return self._object(inner, depth)
        return literal_of(good(self.random, GraphQLNonNull(inner) if is_one_of else type_, depth), type_)

    def _object(self, type_: GraphQLInputObjectType, depth: int) -> Written:
        value = good(self.random, GraphQLNonNull(type_), depth)
        return object_of(
            {name: self._written(type_.fields[name].type, depth - 1, is_one_of=type_.is_one_of) for name in value}
        )

    def _variable(self, type_: GraphQLInputType) -> Written:
        """A variable that may stand there: of that type, of a stricter one, or of a looser one with a default."""
        name = f"v{len(self.definitions)}"
        declared: GraphQLInputType = type_
        default: Any = None
        if self.random.random() < 0.4:
            declared = bare(type_) if isinstance(type_, GraphQLNonNull) else GraphQLNonNull(type_)
        if (declared is not type_ and isinstance(type_, GraphQLNonNull)) or self.random.random() < 0.3:
            default = literal_of(good(self.random, GraphQLNonNull(bare(type_))), type_)
        self.definitions.append(
            VariableDefinitionNode(
                variable=VariableNode(name=NameNode(value=name)), type=parse_type(str(declared)), default_value=default
            )
        )
        chance = self.random.random()
        if chance < 0.08:
            self.given[name], _ = broken(self.random, good(self.random, GraphQLNonNull(bare(declared))), declared)
        elif chance < 0.25:
            self.given[name] = None
        elif chance < 0.75:
            self.given[name] = good(self.random, declared)
        return VariableNode(name=NameNode(value=name))


def as_core_reads(argument: Argument, request: Request) -> object:
    """graphql-core's reading; nothing where it refuses."""
    read = get_variable_values(SCHEMA, request.definitions, request.given)
    if isinstance(read, list):
        return None
    node = FieldNode(
        name=NameNode(value=argument.field),
        arguments=(ArgumentNode(name=NameNode(value=argument.name), value=request.node),),
    )
    field = argument.owner.fields[argument.field]
    only = type(field)(field.type, args={argument.name: field.args[argument.name]})
    try:
        return ("read", get_argument_values(only, node, read).get(argument.name, ABSENT))
    except GraphQLError:
        return None


def as_we_read(argument: Argument, request: Request) -> object:
    """Our reading; nothing where we refuse, with a place for each fault."""
    variables = VariableReader(SCHEMA, tuple(request.definitions)).read_values(request.given)
    if isinstance(variables, Misread):
        for error in variables.faults:
            assert error.reason is Reason.DOES_NOT_FIT
            assert error.place is not None
            assert str(error.place[0]).removeprefix("$") in request.given.keys() | {
                each.variable.name.value for each in request.definitions
            }
            assert SECRETIVE not in f"{error.formatted()}"
        return None
    read = reader_of(request.node, argument.type)
    literal = not has_variable(request.node)
    slot = Slot(argument.name, argument.field, request.node, argument.type, read, literal)
    value = value_in(slot, variables)
    if isinstance(value, Misfit):
        assert value.expected == str(find(slot, value.steps).type_)
        return None
    return ("read", value)


@pytest.mark.parametrize("argument", ARGUMENTS, ids=str)
def test_an_argument_is_read_as_specified(argument: Argument) -> None:
    """Literals, variables, defaults, nulls and missing values in every place: the same value, or both refuse."""
    random = Random(str(argument))  # noqa: S311 - reproducible, not secret
    for _ in range(SAMPLES):
        request = Request(random, argument)
        assert as_we_read(argument, request) == as_core_reads(argument, request), (request.node, request.given)


def test_the_samples_reach_every_outcome() -> None:
    """Of all samples many are read, many are absent, and many are refused: the comparison is none of nothing."""
    outcomes = {"read": 0, "absent": 0, "refused": 0, "misfit": 0}
    for argument in ARGUMENTS:
        random = Random(str(argument))  # noqa: S311 - as above
        for _ in range(SAMPLES):
            request = Request(random, argument)
            read = as_core_reads(argument, request)
            if read is None:
                fits = not isinstance(get_variable_values(SCHEMA, request.definitions, request.given), list)
                outcomes["misfit" if fits else "refused"] += 1
            else:
                outcomes["absent" if read == ("read", ABSENT) else "read"] += 1
    assert min(outcomes.values()) > 100, outcomes


@pytest.mark.parametrize("argument", ARGUMENTS, ids=str)
def test_the_place_of_one_fault(argument: Argument) -> None:
    """Where one place of a variable does not fit, that place is told, with its type, and no other."""
    random = Random(f"broken {argument}")  # noqa: S311 - as above
    definition = VariableDefinitionNode(
        variable=VariableNode(name=NameNode(value="v")), type=parse_type(str(argument.type))
    )
    reader = VariableReader(SCHEMA, (definition,))
    for _ in range(SAMPLES // 2):
        value, place = broken(random, good(random, GraphQLNonNull(bare(argument.type))), argument.type)
        read = reader.read_values({"v": value})
        assert isinstance(read, Misread), value
        assert {error.place for error in read.faults} == {("$v", *place)}, value
        for error in read.faults:
            told = error.formatted()
            assert SECRETIVE not in f"{told}"
            assert error.expected in told["message"]  # type: ignore[operator]  # the message is text


@pytest.mark.parametrize("argument", ARGUMENTS, ids=str)
def test_a_literal_is_refused_as_specified(argument: Argument) -> None:
    """What the specification's rule refuses in a document ours does too, at its place, without repeating it."""
    random = Random(f"literal {argument}")  # noqa: S311 - as above
    for _ in range(SAMPLES // 2):
        value = good(random, argument.type)
        if random.random() < 0.7:
            value, _ = broken(random, good(random, GraphQLNonNull(bare(argument.type))), argument.type)
        written = f"{argument.field}({argument.name}: {print_ast(literal_of(value, argument.type))})"
        document = parse(f"fragment F on {argument.owner.name} {{ {written} }}")
        expected = validate(SCHEMA, document, [ValuesOfCorrectTypeRule])
        found = validate(SCHEMA, document, [FittingValues])
        assert bool(found) == bool(expected), (written, expected, found)
        for error in found:
            assert SECRETIVE not in error.message.replace(f".{SECRETIVE}`", ""), error
            assert error.locations
            assert error.extensions is not None
            assert error.extensions["place"][0] == argument.name
            assert SECRETIVE not in error.extensions["hint"]


def test_no_argument_has_a_default() -> None:
    """Arguments and inputs have no defaults of their own: what is absent is absent."""
    for argument in ARGUMENTS:
        assert argument.owner.fields[argument.field].args[argument.name].default is None
    for type_ in SCHEMA.type_map.values():
        if isinstance(type_, GraphQLInputObjectType):
            assert all(field.default is None for field in type_.fields.values())
