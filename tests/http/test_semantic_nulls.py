"""What bears @semanticNonNull is null only where an error says why: asked of every type, as every caller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from graphql import GraphQLObjectType, get_named_type

from graph.entities import graph_model
from tests.http.real_app import Graph, real_client, tokens
from tests.test_schema import SCHEMA, promised

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

CALLERS = ("caseworker", "office", "region", "headquarters", "auditor")
FIELDS: dict[str, list[str]] = {}
for _type, _name, _ in promised():
    FIELDS.setdefault(_type, []).append(_name)


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


def selected(type_name: str, name: str) -> str:
    """A field with the least that can be asked of it."""
    field = SCHEMA.type_map[type_name].fields[name]  # type: ignore[attr-defined]  # an object type's own
    of = get_named_type(field.type)
    if not isinstance(of, GraphQLObjectType):
        return name
    page = "(first: 2)" if "first" in field.args else ""
    inside = (
        "totalCount" if of.name.endswith("Connection") else "version" if of.name == "HistoryEntry" else "__typename"
    )
    return f"{name}{page} {{ {inside} }}"


def nulls(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - JSON
    """The response keys that lead to null, without the places in lists."""
    if value is None:
        yield path
    elif isinstance(value, list):
        for each in value:
            yield from nulls(each, path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from nulls(inner, (*path, name))


@pytest.mark.parametrize("as_", CALLERS)
async def test_null_comes_with_an_error_at_its_path(graph: Graph, as_: str) -> None:
    """Of every type each such field of each row that a caller sees; some are refused, and none is empty by itself."""
    seen, refused = 0, 0
    for entity in graph_model().by_type.values():
        asked = " ".join(selected(entity.type_name, name) for name in FIELDS[entity.type_name])
        document = f"{{ {entity.many}(first: 20) {{ nodes {{ __typename {asked} }} }} }}"
        body = (await graph.post(document, as_)).json()
        errors = {tuple(str(step) for step in error["path"]) for error in body.get("errors", ())}
        assert {error["extensions"]["code"] for error in body.get("errors", ())} <= {"FORBIDDEN"}, body["errors"]
        for path in nulls(body["data"]):
            assert any(path[: len(each)] == each for each in errors), (as_, path)
        rows = (body["data"][entity.many] or {"nodes": []})["nodes"]
        seen, refused = seen + len(rows), refused + len(errors)
    assert seen or as_ == "auditor"
    assert refused or as_ in {"caseworker", "office"}


async def test_a_refused_mutation_is_null_with_an_error(graph: Graph) -> None:
    """A payload that a role may not have is null, and an error says so; one that it has is there, refused or not."""
    document = """mutation { closeHome(input: { id: "x", version: 1, closedOn: "2026-01-01" }) { errors { code } } }"""
    for as_, is_there in (("office", True), ("caseworker", False), ("headquarters", False)):
        body = (await graph.post(document, as_)).json()
        assert (body["data"]["closeHome"] is not None) is is_there
        assert [error["path"] for error in body.get("errors", ())] == ([] if is_there else [["closeHome"]])
