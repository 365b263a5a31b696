"""Where in a request a value stands: from an error that knows the argument and the steps in it to what a caller reads.

A plan is shared by documents that write their values differently, so the compiler knows an argument's number and the
keys inside it. The document of the request at hand says whether a variable stands there, and at which line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    VariableNode,
)

from graph.errors import BadUserInput, HearthError
from graph.plan.read.named_places import locations, written
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphql import GraphQLInputType, SelectionSetNode, ValueNode

    from graph.errors import Place
    from graph.plan.read.misfits import Misfit
    from graph.plan.read.operation import Operation, Slot


class Found(NamedTuple):
    """A place in a document.

    Attributes:
        place: as errors tell it.
        named: the same for a message; a variable inside an argument is named with both.
        node: what is written there.
        type_: what is expected there.
        argument: the place from the argument on, also where a variable stands there.
    """

    place: Place
    named: str
    node: ValueNode
    type_: GraphQLInputType
    argument: Place


def find(slot: Slot, steps: Place) -> Found:
    """The place that steps inside an argument lead to; from a variable on, it is a place inside the variable."""
    node, type_ = slot.node, slot.type
    whole: Place = (slot.name, *steps)
    place: Place = (_variable(node) or slot.name,)
    outside = 0
    for number, step in enumerate(steps, 1):
        if isinstance(step, int) and not isinstance(_bare(type_), GraphQLList):
            continue  # the one value of an argument that elsewhere is a list
        node, type_ = inside(node, step), _type_inside(type_, step)
        variable = _variable(node)
        if variable is None or variable == place[0]:
            place = (*place, step)
        else:
            place, outside = (variable,), number
    named = f"`{written(place)}` (`{written(whole[: outside + 1])}`)" if outside else f"`{written(place)}`"
    return Found(place, named, node, type_, whole)


def _variable(node: ValueNode) -> str | None:
    return f"${node.name.value}" if isinstance(node, VariableNode) else None


def inside(node: ValueNode, step: str | int) -> ValueNode:
    """What is written at a step; the node itself where a variable, or one value for a list of one, stands there."""
    match node:
        case ListValueNode(values=values) if isinstance(step, int) and step < len(values):
            return values[step]
        case ObjectValueNode(fields=fields):
            return next((field.value for field in fields if field.name.value == step), node)
        case _:
            return node


def _bare(type_: GraphQLInputType) -> GraphQLInputType:
    inner: GraphQLInputType = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return inner


def _type_inside(type_: GraphQLInputType, step: str | int) -> GraphQLInputType:
    type_ = _bare(type_)
    if isinstance(type_, GraphQLList):
        inner: GraphQLInputType = type_.of_type
        return inner if isinstance(step, int) else _type_inside(inner, step)
    if isinstance(type_, GraphQLInputObjectType) and step in type_.fields:
        field: GraphQLInputType = type_.fields[str(step)].type
        return field
    return type_


def placed(error: HearthError, slots: Sequence[Slot]) -> HearthError:
    """The error with the place of the value that it is about, where it is about one."""
    if not isinstance(error, BadUserInput) or error.slot is None or error.slot not in range(len(slots)):
        return error
    found = find(slots[error.slot], error.steps)
    return replace(
        error,
        named=found.named,
        locations=locations(found.node),
        reason=Reason.DOES_NOT_FIT,
        place=found.place,
        expected=str(found.type_),
        argument=found.argument,
        slot=None,
    )


def argument_error(misfit: Misfit, operation: Operation, conditions: Sequence[bool], slot: int) -> BadUserInput:
    """The error of an argument that does not fit, at the field that it belongs to."""
    found = find(operation.slots[slot], misfit.steps)
    return BadUserInput(
        misfit.fault,
        misfit.hint,
        path_to(operation, conditions, slot),
        locations(found.node),
        Reason.DOES_NOT_FIT,
        place=found.place,
        expected=misfit.expected,
        argument=found.argument,
        aside=misfit.params_at(found.named),
    )


def at_fields(errors: Iterable[HearthError], operation: Operation) -> Iterator[HearthError]:
    """The errors of variables, each at the first field that reads its variable; as it is, where none does.

    The arguments are gone through once, however many errors there are.
    """
    reads: dict[str, tuple[int, Place]] = {}
    for slot, read in enumerate(operation.slots):
        for variable, steps in () if read.is_literal else _variables_in(read.node):
            reads.setdefault(variable, (slot, (read.name, *steps)))
    paths: dict[int, Place | None] = {}
    for error in errors:
        if not error.place or str(error.place[0]) not in reads:
            yield error
            continue
        slot, argument = reads[str(error.place[0])]
        if slot not in paths:
            paths[slot] = path_to(operation, None, slot)
        yield replace(error, path=paths[slot], argument=(*argument, *error.place[1:]))


def _variables_in(node: ValueNode, steps: Place = ()) -> Iterator[tuple[str, Place]]:
    """The variables in a value, each with the keys and indexes that lead to it. A long list takes steps by itself."""
    match node:
        case VariableNode():
            yield f"${node.name.value}", steps
        case ListValueNode(values=values):
            for index, value in enumerate(values):
                yield from _variables_in(value, (*steps, index))
        case ObjectValueNode(fields=fields):
            for field in fields:
                yield from _variables_in(field.value, (*steps, field.name.value))
        case _:
            pass


def path_to(operation: Operation, conditions: Sequence[bool] | None, slot: int) -> Place | None:
    """The response keys that lead to the field with an argument; the first such, where a fragment is used twice.

    Without `conditions` every @skip and @include lets it in.
    """
    searched: set[str] = set()

    def search(selection_set: SelectionSetNode, path: Place) -> Place | None:
        for node in selection_set.selections:
            if conditions is not None and not operation.includes(node.directives, conditions):
                continue
            found, inside = path, None
            match node:
                case FieldNode():
                    found = (*path, (node.alias or node.name).value)
                    if any(operation.slot_of.get(id(argument)) == slot for argument in node.arguments or ()):
                        return found
                    inside = node.selection_set
                case InlineFragmentNode():
                    inside = node.selection_set
                case FragmentSpreadNode() if node.name.value not in searched:
                    searched.add(node.name.value)
                    inside = operation.fragments[node.name.value].selection_set
                case _:
                    pass
            answer = None if inside is None else search(inside, found)
            if answer is not None:
                return answer
        return None

    return search(operation.definition.selection_set, ())
