"""Shapes of random valid documents: hypothesis-graphql, from a copy of the schema in which no field takes arguments.

Left alone, hypothesis-graphql gives every optional argument of every connection, which no document may do here; so it
draws what is selected, and `dress` gives it arguments, aliases, fragments, variables and directives.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from graphql import (
    REMOVE,
    DocumentNode,
    InputObjectTypeDefinitionNode,
    ObjectTypeDefinitionNode,
    Visitor,
    VisitorAction,
    parse,
    print_ast,
    visit,
)
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

NO_ROWS = {"viewer"}

SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "BigInt": st.integers(0, 10**17).map(lambda value: nodes.String(str(value))),
    "Decimal": st.decimals(0, 10**6, places=2).map(lambda value: nodes.String(str(value))),
    "UUID": st.uuids().map(lambda value: nodes.String(str(value))),
    "Date": st.dates().map(lambda value: nodes.String(value.isoformat())),
    "DateTime": st.datetimes().map(lambda value: nodes.String(value.isoformat() + "Z")),
}
"""One strategy for each custom scalar; without one hypothesis-graphql leaves silently out what needs it."""


class _TakeOutInputs(Visitor):
    @staticmethod
    def enter_object_type_definition(node: ObjectTypeDefinitionNode, *_: Any) -> ObjectTypeDefinitionNode:  # noqa: ANN401 - the visitor's own signature
        fields = tuple(replace(each, arguments=()) for each in node.fields or () if each.name.value not in NO_ROWS)
        return replace(node, fields=fields)

    @staticmethod
    def enter_input_object_type_definition(_: InputObjectTypeDefinitionNode, *__: Any) -> VisitorAction:  # noqa: ANN401 - as above
        return REMOVE


def bare_schema(sdl: str) -> str:
    """The schema's text without arguments and without inputs."""
    return print_ast(visit(parse(sdl), _TakeOutInputs()))


def _anything(bare: str, roots: list[str] | None = None) -> st.SearchStrategy[object]:
    return queries(bare, fields=roots, custom_scalars=SCALARS, print_ast=lambda document: document)


@cache
def random_shapes(sdl: str, connections: tuple[str, ...], number: int, chosen_seed: int) -> list[DocumentNode]:
    """That many documents, many of them over one of the connections of the root; the same for the same seed."""
    collected: list[DocumentNode] = []
    bare = bare_schema(sdl)

    @seed(chosen_seed)
    @settings(
        max_examples=number, phases=[Phase.generate], database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.one_of(_anything(bare), *(_anything(bare, [name]) for name in connections)))
    def collect(document: object) -> None:
        assert isinstance(document, DocumentNode)
        collected.append(document)

    collect()
    return collected
