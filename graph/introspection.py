"""`__schema` and `__type`: graphql-core answers them, and the answers are remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    execute_sync,
)

from graph.errors import BadUserInput, Reason
from graph.plan.cache import Latest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import GraphQLError, GraphQLSchema, SelectionNode

    from graph.plan.selection import Operation

ANSWERS = 64
ANSWER_BYTES = 20_000_000


class Introspection:
    """Answers the introspection fields at the root of an operation, whatever else it asks for."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._held: Latest[tuple[int, bytes], tuple[Operation, dict[str, bytes]]] = Latest(ANSWERS, ANSWER_BYTES)

    def answer(
        self, operation: Operation, given: Mapping[str, object], coerced: Mapping[str, object]
    ) -> dict[str, bytes]:
        """The JSON of each introspection field, by response key.

        Raises:
            BadUserInput: a variable in it is null where nothing may be.
        """
        named = {name: given[name] for name in coerced if name in given}
        key = (id(operation), orjson.dumps(named, option=orjson.OPT_SORT_KEYS))
        held = self._held.get(key)
        if held is None or held[0] is not operation:
            held = (operation, self._execute(operation, named))
            self._held.put(key, held, sum(map(len, held[1].values())))
        return held[1]

    def _execute(self, operation: Operation, variables: Mapping[str, object]) -> dict[str, bytes]:
        fragments = {
            name: replace(fragment, selection_set=self._only(fragment.selection_set))
            if fragment.type_condition.name.value == "Query"
            else fragment
            for name, fragment in operation.fragments.items()
        }
        definition = replace(operation.definition, selection_set=self._only(operation.definition.selection_set))
        result = execute_sync(
            self._schema, DocumentNode(definitions=(definition, *fragments.values())), variable_values=dict(variables)
        )
        if result.errors:
            raise _misfit(result.errors[0])
        return {key: orjson.dumps(value) for key, value in (result.data or {}).items()}

    def _only(self, selection_set: SelectionSetNode) -> SelectionSetNode:
        """The selection set without fields that are none of introspection's."""
        kept: list[SelectionNode] = []
        for node in selection_set.selections:
            match node:
                case FieldNode() if node.name.value in ("__schema", "__type"):
                    kept.append(node)
                case InlineFragmentNode():
                    kept.append(replace(node, selection_set=self._only(node.selection_set)))
                case FragmentSpreadNode():
                    kept.append(node)
                case _:
                    pass
        return SelectionSetNode(selections=tuple(kept))


def _misfit(error: GraphQLError) -> BadUserInput:
    """A value inside introspection that does not fit: nothing else can go wrong there."""
    variable = next((node.name.value for node in error.nodes or () if isinstance(node, VariableNode)), None)
    return BadUserInput(
        f"`${variable}` does not fit where it stands." if variable else "A value does not fit where it stands.",
        "Give the variable a value, or leave it out.",
        tuple(error.path or ()) or None,
        tuple((place.line, place.column) for place in error.locations or ()),
        Reason.DOES_NOT_FIT,
        place=(f"${variable}",) if variable else None,
    )
