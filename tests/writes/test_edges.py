"""Inputs at the edge of their types, in otherwise good inputs: written, or refused at their place, never a fault."""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLInputType, GraphQLList, get_named_type

from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from tests.coercion.edges import in_type
from tests.coercion.made_up import bare
from tests.writes.operations import OPERATIONS
from tests.writes.writes import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.errors import Place
    from tests.writes.writes import Row, Writes

SCHEMA = build_schema()._schema
SAMPLES = int(os.environ.get("HEARTH_EDGES", "2"))
"""Edges that are tried at each place; all of them where it is nought."""
REFUSED = {"BAD_USER_INPUT", "FORBIDDEN", "NOT_FOUND", "CONFLICT"}


def places(type_: GraphQLInputType, steps: Place = ()) -> Iterator[tuple[Place, list[object]]]:
    """Every place of an input, with what is tried there; of a list of objects its first entry."""
    inner = bare(type_)
    yield steps, in_type(inner)
    if isinstance(inner, GraphQLList) and isinstance(get_named_type(inner), GraphQLInputObjectType):
        yield from places(inner.of_type, (*steps, 0))
    elif isinstance(inner, GraphQLInputObjectType):
        for name, field in inner.fields.items():
            yield from places(field.type, (*steps, name))


def put(held: Any, steps: Place, value: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """An input with something else at a place."""
    if not steps:
        return value
    first, *rest = steps
    if isinstance(first, int):
        items = held if isinstance(held, list) and held else [{}]
        return [put(items[0], tuple(rest), value), *items[1:]]
    fields = held if isinstance(held, dict) else {}
    return {**fields, first: put(fields.get(first), tuple(rest), value)}


@pytest.mark.parametrize("name", list(all_actions()))
async def test_an_input_at_its_edges(name: str, writes: Writes) -> None:
    """Whatever stands in one place, the mutation is done, or refused with a code, a path and a hint."""
    random = Random(name)  # noqa: S311 - reproducible, not secret
    type_ = SCHEMA.type_map[f"{all_actions()[name].type_name}Input"]
    assert isinstance(type_, GraphQLInputObjectType)
    given: Row | None = None
    for steps, tried in places(type_):
        for value in random.sample(tried, min(SAMPLES, len(tried))) if SAMPLES else tried:
            given = given or await OPERATIONS[name](writes)
            told = await writes.send(document(name), input=put(given, steps, value))
            for error in told.get("errors", ()):
                extensions = error["extensions"]
                assert extensions["code"] == "BAD_USER_INPUT", (steps, value, error)
                assert extensions["place"][0] == "$input", (steps, value, error)
                assert "data" not in told
            payload = told["data"][name] if "data" in told else {"errors": [None]}
            for error in payload["errors"]:
                assert error is None or error["code"] in REFUSED, (steps, value, error)
                assert error is None or error["path"][0] == "input", (steps, value, error)
            if not payload["errors"]:
                given = None
