"""What a document writes as an argument, made ready to be read: once for the document, then only the variables vary.

graphql-core's `value_from_ast` goes through the syntax tree with the types beside it, for each request. Here that walk
happens once and leaves functions; a part without a variable in it is a value from then on. What the functions answer is
what `value_from_ast` answers (specification, 6.4.1 and 3.10).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from graphql import (
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    ListValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    value_from_ast,
)

from graph.plan.read.named_places import names_in

Variables: TypeAlias = Mapping[str, object]
Read: TypeAlias = Callable[[Variables], object]
"""The value under some variables; `Undefined` where they do not fit, or where one that stands alone is not given."""


def has_variable(node: ValueNode) -> bool:
    """Whether a variable stands anywhere in it."""
    return bool(names_in(node))


def reader_of(node: ValueNode, type_: GraphQLInputType) -> Read:
    """How to read a value of that type."""
    if not has_variable(node):
        value = value_from_ast(node, type_)
        return lambda _: value
    if isinstance(type_, GraphQLNonNull):
        return _present(reader_of(node, type_.of_type))
    if isinstance(node, VariableNode):
        name = node.name.value
        return lambda variables: variables.get(name, Undefined)
    if isinstance(type_, GraphQLList):
        return _list(node, type_.of_type)
    if isinstance(type_, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
        return _object(node, type_)
    return lambda variables: value_from_ast(node, type_, dict(variables))


def _present(read: Read) -> Read:
    def value(variables: Variables) -> object:
        found = read(variables)
        return Undefined if found is None else found

    return value


def _list(node: ValueNode, item_type: GraphQLInputType) -> Read:
    """A list; a single value stands for a list of one. An item whose variable is missing is null."""
    nodes = node.values if isinstance(node, ListValueNode) else (node,)
    items = [(_variable(item), reader_of(item, item_type)) for item in nodes]
    may_be_null = not isinstance(item_type, GraphQLNonNull)

    def value(variables: Variables) -> object:
        found: list[object] = []
        for variable, read in items:
            if variable is not None and may_be_null and variable not in variables:
                found.append(None)
                continue
            item = read(variables)
            if item is Undefined:
                return Undefined
            found.append(item)
        return found

    return value


def _object(node: ObjectValueNode, type_: GraphQLInputObjectType) -> Read:
    """An object; a field that is not written, or whose variable is missing, has its default, or is absent."""
    written = {field.name.value: field.value for field in node.fields}
    parts = [_part(name, field, written.get(name)) for name, field in type_.fields.items()]
    parts = [part for part in parts if part.read is not None or part.default is not Undefined or part.is_required]

    def value(variables: Variables) -> object:
        found: dict[str, object] = {}
        for part in parts:
            if part.read is None or (part.variable is not None and part.variable not in variables):
                if part.default is not Undefined:
                    found[part.name] = part.default
                elif part.is_required:
                    return Undefined
                continue
            inner = part.read(variables)
            if inner is Undefined:
                return Undefined
            found[part.name] = inner
        if type_.is_one_of and (len(written) != 1 or len(found) != 1 or None in found.values()):
            return Undefined
        return type_.out_type(found)

    return value


class _InputField(NamedTuple):
    """A field of an input object: what it is called in Python, what is written, and what holds where nothing is."""

    name: str
    read: Read | None
    variable: str | None
    default: object
    is_required: bool


def _part(name: str, field: GraphQLInputField, node: ValueNode | None) -> _InputField:
    return _InputField(
        field.out_name or name,
        None if node is None else reader_of(node, field.type),
        None if node is None else _variable(node),
        field.default_value,
        isinstance(field.type, GraphQLNonNull),
    )


def _variable(node: ValueNode) -> str | None:
    """The variable that stands there alone."""
    return node.name.value if isinstance(node, VariableNode) else None
