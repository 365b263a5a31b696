"""Makes a document that shows a difference small: drops whatever can go while the difference stays."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    VariableDefinitionNode,
    parse,
    print_ast,
    validate,
)

from tests.oracle.dress import Asked

Differs = Callable[[Asked], Awaitable[bool]]
DROPPED_FROM = ("definitions", "selections", "arguments", "directives", "fields", "values", "variable_definitions")


def smaller(node: Any) -> Iterator[Any]:  # noqa: ANN401 - any node of the syntax tree
    """Every tree that has one thing less."""
    for name in (each.name for each in fields(node) if each.name != "loc"):
        value = getattr(node, name)
        if isinstance(value, tuple):
            for less in _shorter(value, droppable=name in DROPPED_FROM):
                yield replace(node, **{name: less})
        elif isinstance(value, Node):
            for less in smaller(value):
                yield replace(node, **{name: less})


def _shorter(values: tuple[Any, ...], *, droppable: bool) -> Iterator[tuple[Any, ...]]:
    for index, inner in enumerate(values):
        if droppable:
            yield (*values[:index], *values[index + 1 :])
        if isinstance(inner, Node):
            for less in smaller(inner):
                yield (*values[:index], less, *values[index + 1 :])


async def shrink(schema: GraphQLSchema, asked: Asked, differs: Differs, rounds: int = 40) -> Asked:
    """The smallest that one-step removals reach."""
    for _ in range(rounds):
        found = await _one_less(schema, asked, differs)
        if found is None:
            return asked
        asked = found
    return asked


async def _one_less(schema: GraphQLSchema, asked: Asked, differs: Differs) -> Asked | None:
    for less in smaller(parse(asked.document, no_location=True)):
        try:
            text = print_ast(less)
            document = parse(text)
            if "{}" in text or validate(schema, document):
                continue
        except (GraphQLError, TypeError, AttributeError, IndexError):
            continue
        attempt = Asked(text, {k: v for k, v in asked.variables.items() if k in defined(document)}, asked.operation)
        if await differs(attempt):
            return attempt
    return None


def defined(document: DocumentNode) -> set[str]:
    """The variables that a document's operations define."""
    found: set[str] = set()
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            definitions: tuple[VariableDefinitionNode, ...] = tuple(node.variable_definitions or ())
            found |= {each.variable.name.value for each in definitions}
    return found
