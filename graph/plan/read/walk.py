"""graphql-core's walk through a syntax tree, with steps in it: a large tree does not hold up the event loop."""

from __future__ import annotations

from typing import Any

from graphql import Node, Visitor, visit
from graphql.language.ast import QUERY_DOCUMENT_KEYS

from graph.shares.steps import step

NODE_STEPS = 4
"""Steps that a node takes, its visitor's part among them."""


class _Keys(dict[str, tuple[str, ...]]):
    """The children of each kind of node; asked once for every node that is entered."""

    def get(self, kind: str, default: Any = ()) -> Any:  # noqa: ANN401 - as of any dictionary
        """The names of a kind's children."""
        step(NODE_STEPS)
        return super().get(kind, default)


KEYS = _Keys(QUERY_DOCUMENT_KEYS)

FIELD_STEPS = 10
"""Steps that planning a field takes."""


def walk(root: Node, visitor: Visitor) -> Any:  # noqa: ANN401 - as the visitor returns
    """What `graphql.visit` does, taking steps."""
    return visit(root, visitor, KEYS)
