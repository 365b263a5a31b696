"""From GraphQL's syntax tree to what a level selects: fragments seen through, conditions decided, equal keys merged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    ValueNode,
    Visitor,
)

from graph.errors import TooLarge
from graph.plan.read.arguments import PERIODS, shape_in, value_in
from graph.plan.read.literals import has_variable, reader_of
from graph.plan.read.operation import Field, Operation, Slot
from graph.plan.read.variables import VariableReader
from graph.plan.read.walk import walk
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MAX_FIELDS = 5_000
"""Fields of one operation after its fragments are seen through."""

FIELD_STEPS = 10
"""Steps that planning a field takes."""


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


@dataclass(slots=True)
class Selector:
    """Reads selection sets of one operation under one outcome of its conditions.

    Attributes:
        conditions: the outcome of each condition.
        interfaces: the interfaces by the name of the type that implements them.
        seen: how many fields were read so far; bounded, because fragments within fragments multiply.
    """

    operation: Operation
    conditions: Sequence[bool]
    interfaces: Mapping[str, frozenset[str]]
    seen: int = field(default=0)

    def fields(self, type_name: str, selection_sets: Iterable[SelectionSetNode]) -> list[Field]:
        """The fields that a row of `type_name` answers, in the specification's order, equal keys merged.

        Raises:
            TooCostly: the operation has too many fields once its fragments are seen through.
        """
        names = self.interfaces.get(type_name, frozenset()) | {type_name}
        merged: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for selection_set in selection_sets:
            for node in self._walk(selection_set, names, visited):
                key = node.alias.value if node.alias else node.name.value
                merged.setdefault(key, []).append(node)
        return [self._merge(key, nodes) for key, nodes in merged.items()]

    def _walk(self, selection_set: SelectionSetNode, names: frozenset[str], visited: set[str]) -> Iterator[FieldNode]:
        for node in selection_set.selections:
            if not self.operation.includes(node.directives, self.conditions):
                continue
            self.seen += 1
            step(FIELD_STEPS)
            if self.seen > MAX_FIELDS:
                raise TooLarge(
                    "The operation selects more than {limit} fields.",
                    "Ask for fewer fields in one request.",
                    params=(("limit", MAX_FIELDS),),
                )
            match node:
                case FieldNode():
                    yield node
                case InlineFragmentNode(type_condition=condition):
                    if condition is None or condition.name.value in names:
                        yield from self._walk(node.selection_set, names, visited)
                case FragmentSpreadNode() if node.name.value not in visited:
                    visited.add(node.name.value)
                    fragment = self.operation.fragments[node.name.value]
                    if fragment.type_condition.name.value in names:
                        yield from self._walk(fragment.selection_set, names, visited)
                case _:
                    pass

    def _merge(self, key: str, nodes: list[FieldNode]) -> Field:
        first = nodes[0]
        return Field(
            key=key,
            name=first.name.value,
            arguments={node.name.value: self.operation.slot_of[id(node)] for node in first.arguments or ()},
            selection_sets=tuple(node.selection_set for node in nodes if node.selection_set is not None),
        )
