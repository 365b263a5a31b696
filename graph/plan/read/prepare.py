"""An operation of a document, prepared once: its arguments numbered, its values taken out of its text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graphql import (
    ArgumentNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    ValueNode,
    Visitor,
)

from graph.plan.read.arguments import PERIODS, shape_in, value_in
from graph.plan.read.literals import has_variable, reader_of
from graph.plan.read.operation import Operation, Slot
from graph.plan.read.variables import VariableReader
from graph.plan.read.walk import FIELD_STEPS, walk
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class _FindArguments(Visitor):
    """Numbers the arguments of fields and the conditions of directives, in the order of the document."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self.types = types
        self.field = ""
        self.slots: list[Slot] = []
        self.slot_of: dict[int, int] = {}
        self.conditions: list[ValueNode] = []
        self.condition_of: dict[int, int] = {}

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:  # noqa: ANN401 - as above
        if node.name.value in ("skip", "include"):
            self.condition_of[id(node)] = len(self.conditions)
            self.conditions.extend(argument.value for argument in node.arguments or ())

    def enter_field(self, node: FieldNode, *_: Any) -> None:  # noqa: ANN401 - as above
        self.field = node.name.value

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:  # noqa: ANN401 - as above
        type_ = self.types.get_input_type()
        if self.types.get_directive() is None and type_ is not None:
            self.slot_of[id(node)] = len(self.slots)
            is_literal = not has_variable(node.value)
            read = reader_of(node.value, type_)
            slot = Slot(node.name.value, self.field, node.value, type_, read, is_literal)
            if slot.is_literal:
                value = value_in(slot, {})
                slot = replace(slot, value=value, shape=shape_in(slot, value))
            self.slots.append(slot)


def prepare_operation(
    schema: GraphQLSchema,
    definition: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
) -> Operation:
    """Number the arguments and conditions of a valid operation."""
    types = TypeInfo(schema)
    finder = _FindArguments(types)
    parts: list[OperationDefinitionNode | FragmentDefinitionNode] = [
        definition,
        *(fragments[name] for name in sorted(fragments)),
    ]
    for part in parts:
        walk(part, TypeInfoVisitor(types, finder))
    return Operation(
        definition=definition,
        fragments=fragments,
        slots=tuple(finder.slots),
        slot_of=finder.slot_of,
        conditions=tuple(finder.conditions),
        condition_of=finder.condition_of,
        variables=VariableReader(schema, tuple(definition.variable_definitions or ())),
        normal_text="".join(_normal(parts)),
        periods=tuple(number for number, slot in enumerate(finder.slots) if slot.name in PERIODS),
    )


def _normal(parts: Iterable[OperationDefinitionNode | FragmentDefinitionNode]) -> Iterator[str]:
    """Operation and fragments without names of operations, variables and the values of arguments."""
    for part in parts:
        if isinstance(part, FragmentDefinitionNode):
            yield f"fragment {part.name.value} on {part.type_condition.name.value}"
        else:
            yield part.operation.value
        yield from _normal_inside(part)


def _normal_inside(
    node: OperationDefinitionNode | FragmentDefinitionNode | FieldNode | InlineFragmentNode | FragmentSpreadNode,
) -> Iterator[str]:
    for directive in node.directives or ():
        yield f"@{directive.name.value}"
        yield from _normal_arguments(directive.arguments)
    selection_set = None if isinstance(node, FragmentSpreadNode) else node.selection_set
    if selection_set is None:
        return
    yield "{"
    for selection in selection_set.selections:
        step(FIELD_STEPS)
        match selection:
            case FieldNode():
                yield f"{selection.alias.value}:{selection.name.value}" if selection.alias else selection.name.value
                yield from _normal_arguments(selection.arguments)
            case InlineFragmentNode(type_condition=condition):
                yield f"...on {condition.name.value}" if condition else "..."
            case FragmentSpreadNode():
                yield f"...{selection.name.value}"
            case _:
                raise TypeError(selection.kind)
        yield from _normal_inside(selection)
        yield " "
    yield "}"


def _normal_arguments(arguments: Iterable[ArgumentNode] | None) -> Iterator[str]:
    if arguments:
        yield f"({','.join(argument.name.value for argument in arguments)})"
