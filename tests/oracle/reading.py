"""How a document is read: which fields a row answers, in which order, and with which arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
)
from graphql.execution.values import get_argument_values, get_directive_values
from graphql.type import GraphQLIncludeDirective, GraphQLSkipDirective

Sets = Sequence[SelectionSetNode]


@dataclass(slots=True)
class Reading:
    """One operation with its variables, as graphql-core coerces them."""

    schema: GraphQLSchema
    fragments: dict[str, FragmentDefinitionNode]
    variables: Any

    def fields(self, type_name: str, sets: Sets) -> dict[str, list[FieldNode]]:
        """CollectFields of the specification."""
        collected: dict[str, list[FieldNode]] = {}
        for selection_set in sets:
            self._collect(type_name, selection_set, collected, set())
        return collected

    def _collect(
        self, type_name: str, selection_set: SelectionSetNode, into: dict[str, list[FieldNode]], visited: set[str]
    ) -> None:
        for node in selection_set.selections:
            if not self._included(node):
                continue
            match node:
                case FieldNode():
                    into.setdefault((node.alias or node.name).value, []).append(node)
                case InlineFragmentNode():
                    if node.type_condition is None or self._applies(type_name, node.type_condition.name.value):
                        self._collect(type_name, node.selection_set, into, visited)
                case FragmentSpreadNode() if node.name.value not in visited:
                    visited.add(node.name.value)
                    fragment = self.fragments[node.name.value]
                    if self._applies(type_name, fragment.type_condition.name.value):
                        self._collect(type_name, fragment.selection_set, into, visited)

    def _applies(self, type_name: str, condition: str) -> bool:
        type_ = self.schema.type_map[type_name]
        is_node = isinstance(type_, GraphQLObjectType) and any(each.name == "Node" for each in type_.interfaces)
        return condition == type_name or (condition == "Node" and is_node)

    def _included(self, node: Any) -> bool:  # noqa: ANN401 - any selection
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (skip and skip["if"]) and (include is None or bool(include["if"]))

    def arguments(self, type_name: str, node: FieldNode) -> dict[str, Any]:
        """The values of a field's arguments; those that are absent are not there."""
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        return get_argument_values(type_.fields[node.name.value], node, self.variables)


def sets_of(nodes: list[FieldNode]) -> list[SelectionSetNode]:
    """The selection sets that are merged under one response key."""
    return [node.selection_set for node in nodes if node.selection_set is not None]
