"""The variables of an operation: what a request gives becomes values of the declared types.

graphql-core's `get_variable_values` builds the signature of every variable anew for each request, and walks input
objects type by type. Nearly all variables fit: they are read here, by functions that are made once for each type. Where
one does not fit at once, `misfits.py` says what is wrong; where nothing is, graphql-core reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLSchema,
    Undefined,
    VariableDefinitionNode,
    get_variable_values,
    is_input_type,
    type_from_ast,
    value_from_ast,
)

from graph.errors import BadUserInput, HearthError, Place
from graph.plan.read.misfits import of_value
from graph.plan.read.named_places import variable_error
from graph.plan.read.rest import Misread, Rest
from graph.plan.tree.sources import TOLD
from graph.reasons import Reason
from graph.shares.steps import LONG_LIST, paced, step

MAX_ERRORS = 100
"""Values that do not fit, as far as one answer names them."""


Read: TypeAlias = Callable[[object, int], object]
"""What a given value means; `Undefined` where it needs a closer look. The number says how deep it lies."""

DEEPEST = 130
"""Deeper input is left to graphql-core. None is: a request nests half as deep, and a value that stands alone for a list
of one is as deep again."""
SHORT_LIST = 8
"""Values of a list that are no steps of their own."""
OBJECT_STEPS = 10
"""Steps that reading an object takes besides those of what lies in it."""


class _Variable(NamedTuple):
    """A variable: how to read what is given for it."""

    name: str
    type: GraphQLInputType
    read: Read
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
        objects = READERS.setdefault(schema, {})
        self._variables = [_variable(schema, definition, objects) for definition in definitions]

    def read_values(self, given: Mapping[str, object]) -> Mapping[str, object] | Misread:
        """The values by name, absent ones left out; or what does not fit, and the rest."""
        quick = self._quick(given)
        if quick is not None:
            return quick
        # First what does not fit: graphql-core goes through all of it without a pause where one value is wrong.
        if faults := self._faults(given):
            return Misread(faults, *self._rest(given))
        slowly = {each.name: _slowly(given[each.name]) for each in self._variables if each.name in given}
        read = get_variable_values(self._schema, self._definitions, slowly, max_errors=1)
        if not isinstance(read, list):
            return read.coerced
        _clear_traces(read)
        deep = BadUserInput("The variables nest too deep.", "Flatten them.", reason=Reason.DOES_NOT_FIT)
        return Misread([deep], {}, [])

    def _rest(self, given: Mapping[str, object]) -> tuple[dict[str, object], list[Place]]:
        rest, values = Rest(), dict[str, object]()
        for definition, variable in zip(self._definitions, self._variables, strict=True):
            value = given.get(variable.name, Undefined)
            if value is not Undefined:
                values[variable.name] = rest.read(value, variable.type, (f"${variable.name}",))
            elif definition.default_value is not None:
                values[variable.name] = value_from_ast(definition.default_value, variable.type)
            elif not variable.may_be_absent:
                values[variable.name] = TOLD
                rest.told.append((f"${variable.name}",))
        return values, rest.told

    def _faults(self, given: Mapping[str, object]) -> list[HearthError]:
        found: list[HearthError] = []
        for definition, variable in zip(self._definitions, self._variables, strict=True):
            value = given.get(variable.name, Undefined)
            if value is Undefined and definition.default_value is not None:
                continue
            for each in of_value(value, variable.type):
                if len(found) == MAX_ERRORS:
                    return [*found, BadUserInput("More values do not fit.", "Correct those that are named first.")]
                found.append(variable_error(each, variable.name, definition))
        return found

    def _quick(self, given: Mapping[str, object]) -> dict[str, object] | None:
        """All values, or nothing where one of them needs a closer look."""
        values: dict[str, object] = {}
        for variable in self._variables:
            value = given.get(variable.name, Undefined)
            if value is Undefined:
                if not variable.may_be_absent:
                    return None
                continue
            found = variable.read(value, 0)
            if found is Undefined:
                return None
            values[variable.name] = found
        return values


def _clear_traces(errors: Sequence[BaseException]) -> None:
    """Let errors no more lead back to the frames that they were raised in, which hold them and what was given."""
    waiting: list[BaseException | None] = [*errors]
    while waiting:
        error = waiting.pop()
        if error is None:
            continue
        waiting += [error.__cause__, error.__context__, getattr(error, "original_error", None)]
        error.__traceback__ = error.__cause__ = error.__context__ = None
        if isinstance(error, GraphQLError):
            error.original_error = None


class _Slow(list[object]):
    """A long list each of whose values is a step for whoever goes through it."""

    def __iter__(self) -> Iterator[object]:
        for value in super().__iter__():
            step(5)
            yield value


def _slowly(value: object) -> object:
    """The same value; its long lists take steps."""
    if isinstance(value, dict):
        return {name: _slowly(inner) for name, inner in paced(value.items())}
    if isinstance(value, list):
        found = [_slowly(inner) for inner in paced(value)]
        return found if len(found) < LONG_LIST else _Slow(found)
    return value


READERS: WeakKeyDictionary[GraphQLSchema, dict[str, Read]] = WeakKeyDictionary()
"""How to read each input object, by its name: made once for a type system, since one leads to nearly all others."""


def _variable(schema: GraphQLSchema, definition: VariableDefinitionNode, objects: dict[str, Read]) -> _Variable:
    type_ = type_from_ast(schema, definition.type)
    if not is_input_type(type_):
        raise TypeError(definition.variable.name.value)
    may_be_absent = not isinstance(type_, GraphQLNonNull) and definition.default_value is None
    return _Variable(definition.variable.name.value, type_, _reader(type_, objects), may_be_absent)


def _closer(value: object, depth: int) -> object:
    del value, depth
    return Undefined


def _reader(type_: GraphQLInputType, objects: dict[str, Read]) -> Read:
    """How to read a value of a type; `objects` holds what was made for input objects, which may lie in each other."""
    if isinstance(type_, GraphQLNonNull):
        inner = _reader(type_.of_type, objects)
        return lambda value, depth: Undefined if value is None else inner(value, depth)
    if isinstance(type_, GraphQLList):
        return _list(_reader(type_.of_type, objects))
    if isinstance(type_, GraphQLInputObjectType):
        if type_.name not in objects:
            # Fields may lead back here: they find this reader, which finds the fields once they are there.
            fields: dict[str, _Field] = {}
            objects[type_.name] = _object(type_, fields)
            for name, field in type_.fields.items():
                needed = isinstance(field.type, GraphQLNonNull) and field.default_value is Undefined
                read = _reader(field.type, objects)
                fields[name] = _Field(field.out_name or name, read, field.default_value, is_required=needed)
        return objects[type_.name]
    return _leaf(type_) if isinstance(type_, GraphQLScalarType | GraphQLEnumType) else _closer


def _leaf(type_: GraphQLScalarType | GraphQLEnumType) -> Read:
    parse: Callable[[Any], Any] = type_.parse_value

    def read(value: object, depth: int) -> object:
        del depth
        if value is None:
            return None
        try:
            return parse(value)
        except Exception:  # noqa: BLE001 - whatever a scalar says, graphql-core turns it into the error
            return Undefined

    return read


def _list(item: Read) -> Read:
    """A list; a single value stands for a list of one."""

    def read(value: object, depth: int) -> object:
        if value is None:
            return None
        if depth > DEEPEST:
            return Undefined
        if not isinstance(value, list):
            one = item(value, depth + 1)
            return Undefined if one is Undefined else [one]
        if SHORT_LIST < len(value) < LONG_LIST:
            step(len(value))
        found = []
        for each in paced(value):
            inner = item(each, depth + 1)
            if inner is Undefined:
                return Undefined
            found.append(inner)
        return found

    return read


class _Field(NamedTuple):
    """A field of an input object."""

    name: str
    read: Read
    default: object
    is_required: bool


def _object(type_: GraphQLInputObjectType, fields: Mapping[str, _Field]) -> Read:
    """An object in the order of its type's fields, as graphql-core gives it; unknown fields are left to it."""

    def read(value: object, depth: int) -> object:
        if value is None:
            return None
        if not isinstance(value, dict) or depth > DEEPEST or not value.keys() <= fields.keys():
            return Undefined
        if type_.is_one_of and (len(value) != 1 or None in value.values()):
            return Undefined
        step(OBJECT_STEPS)
        found: dict[str, object] = {}
        for name, field in fields.items():
            given = value.get(name, Undefined)
            if given is Undefined:
                if field.is_required:
                    return Undefined
                if field.default is not Undefined:
                    found[field.name] = field.default
                continue
            inner = field.read(given, depth + 1)
            if inner is Undefined:
                return Undefined
            found[field.name] = inner
        return type_.out_type(found)

    return read
