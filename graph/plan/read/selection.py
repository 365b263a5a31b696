"""From GraphQL's syntax tree to what a level selects: fragments seen through, conditions decided, equal keys merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphql import FieldNode, FragmentSpreadNode, InlineFragmentNode

from graph.errors import TooLarge
from graph.plan.read.operation import Field
from graph.plan.read.walk import FIELD_STEPS
from graph.shares.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphql import SelectionSetNode

    from graph.plan.read.operation import Operation

MAX_FIELDS = 5_000
"""Fields of one operation after its fragments are seen through."""


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
