"""Values at the edge of their types, at every argument and in every filter: an answer, or a refusal with its place."""

from __future__ import annotations

import json
import os
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLInputType, get_named_type, is_composite_type, is_required_argument

from graph.indicators.catalogue import all_indicators
from graph.schema.sdl import build_schema
from tests.coercion.edges import UUID_TEXT, in_type
from tests.coercion.made_up import SECRETIVE, Argument, all_arguments, bare
from tests.http.real_app import Graph, real_client, tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

SCHEMA = build_schema()._schema
SAMPLES = int(os.environ.get("HEARTH_EDGES", "1"))
"""Edges that are tried at each place; all of them where it is nought."""
ROOTS = SCHEMA.type_map["Query"].fields  # type: ignore[attr-defined]  # it is an object type
MANY = {
    get_named_type(each.type).name.removesuffix("Connection"): name
    for name, each in ROOTS.items()
    if not any(map(is_required_argument, each.args.values()))
}
"""The root connection of each type."""
ARGUMENTS = [each for each in all_arguments(SCHEMA) if each.owner.name == "Query" or each.owner.name in MANY]
BESIDE: dict[str, Any] = {
    "id": f"Child_BE_{UUID_TEXT}", "child": f"Child_BE_{UUID_TEXT}", "ids": [f"Child_BE_{UUID_TEXT}"], "code": "BE",
    "indicators": [min(all_indicators())], "period": {"year": 2025}, "instant": "2026-01-01T00:00:00Z",
    "key": "age_of_majority", "list": "LEGAL_STATUSES",
}  # fmt: skip
"""Values of arguments that have to be there beside the one that is tried."""
REFUSED = {"BAD_USER_INPUT", "FORBIDDEN", "TOO_COSTLY", "NOT_FOUND", "CONFLICT"}
NO_PLACE = ("row that the cursor names",)
"""What only the statement finds out."""


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


NAME_ONLY = "__typename"
"""A selection for which no statement reads an argument."""


def whole(type_: Any, depth: int = 1) -> str:  # noqa: ANN401 - graphql-core's own
    """A selection of what a type answers without arguments, so far down: the statement reads every argument."""
    named = get_named_type(type_)
    if not is_composite_type(named):
        return ""
    names = [NAME_ONLY]
    for name, field in getattr(named, "fields", {}).items():
        if any(is_required_argument(each) for each in field.args.values()):
            continue
        if not is_composite_type(get_named_type(field.type)):
            names.append(name)
        elif depth:
            names.append(f"{name} {whole(field.type, depth - 1)}")
    return f"{{ {' '.join(names)} }}"


def document(argument: Argument) -> tuple[list[str], dict[str, Any]]:
    """Queries whose variable `$v` is the whole argument, and the other variables that they need.

    The first selects much, the second nothing that depends on the argument; of a value that is no object, both are one.
    """
    field = argument.owner.fields[argument.field]
    beside = [name for name, each in field.args.items() if is_required_argument(each) and name != argument.name]
    names = {argument.name: "v", **{name: name for name in beside}}
    definitions = ", ".join(f"${variable}: {field.args[name].type}" for name, variable in names.items())
    given = ", ".join(f"{name}: ${variable}" for name, variable in names.items())
    texts = []
    for inside in dict.fromkeys((whole(field.type), whole(field.type) and f"{{ {NAME_ONLY} }}")):
        selected = f"{argument.field}({given}) {inside}"
        if argument.owner.name != "Query":
            selected = f"{MANY[argument.owner.name]}(first: 3) {{ nodes {{ {selected} }} }}"
        texts.append(f"query ({definitions}) {{ {selected} }}")
    indicator = {"code": BESIDE["indicators"][0]} if argument.field == "indicator" else {}
    return texts, {name: {**BESIDE, **indicator}[name] for name in beside}


def places(type_: GraphQLInputType, depth: int = 2) -> Iterator[tuple[tuple[str, ...], list[object]]]:
    """The names that lead to every place in a value, with what is tried there."""
    inner = bare(type_)
    yield (), in_type(inner)
    if isinstance(inner, GraphQLInputObjectType) and depth:
        for name, field in inner.fields.items():
            for names, tried in places(field.type, depth - 1):
                yield (name, *names), tried


def put(names: tuple[str, ...], value: object) -> object:
    """A value at a place."""
    for name in reversed(names):
        value = {name: value}
    return value


@pytest.mark.parametrize("argument", ARGUMENTS, ids=str)
async def test_an_argument_at_its_edges(argument: Argument, graph: Graph) -> None:
    """No value is a fault of ours, or of the whole answer while it runs: it is answered, or refused at its place.

    Whether it is refused does not depend on what is selected.
    """
    texts, beside = document(argument)
    random = Random(str(argument))  # noqa: S311 - reproducible, not secret
    for names, tried in places(argument.type):
        for value in random.sample(tried, min(SAMPLES, len(tried))) if SAMPLES else tried:
            as_ = random.choice(["office", "office", "office", "caseworker", "region", "headquarters", "auditor"])
            refused = [await _refusals(text, {"v": put(names, value), **beside}, as_, value, graph) for text in texts]
            assert refused[0] == refused[-1], (value, refused)


async def _refusals(
    text: str, variables: dict[str, Any], as_: str, value: object, graph: Graph
) -> list[tuple[str, object, object]]:
    """What of a request is refused before it runs: code, path and place."""
    body = json.dumps({"query": text, "variables": variables}).encode()
    response = await graph.send(body, as_, accept="application/graphql-response+json")
    told = response.json()
    assert response.status_code == (200 if "data" in told else 400)
    for error in told.get("errors", ()):
        is_a_refusal(error, value)
        # A cursor whose row is gone is found out by the statement, and by nothing before.
        runs = "row that the cursor names" in error["message"]
        assert error["extensions"]["code"] != "BAD_USER_INPUT" or runs or "data" not in told, (value, told)
    if "data" in told:
        return []
    return [(each["extensions"]["code"], each.get("path"), each["extensions"].get("place")) for each in told["errors"]]


def is_a_refusal(error: dict[str, Any], value: object) -> None:
    """A code of the caller's, a place where a value is at fault, and nothing of the value."""
    told = error["extensions"]
    assert told["code"] in REFUSED, (value, error)
    assert SECRETIVE not in json.dumps(error), error
    if told["code"] == "BAD_USER_INPUT" and not any(each in error["message"] for each in NO_PLACE):
        assert told["reason"] == "DOES_NOT_FIT", (value, error)
        # A quarter that is none is one: of an indicator that has no quarters that is told as well.
        assert told["place"][0] == "$v" or "has no figures" in error["message"], (value, error)
        assert told["expected"], error
        assert error["locations"], error
