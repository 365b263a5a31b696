"""Introspection: what it answers, what it may cost, and that tools find it remembered."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from graphql import GraphQLSchema, execute_sync, get_introspection_query, parse

from graph.documents.introspection import ANSWERS, _Held
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.connections.database import Database
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from graph.documents.type_system import AskedField

FLAGS = (
    "descriptions", "specified_by_url", "directive_is_repeatable", "schema_description", "input_value_deprecation",
    "one_of",
)  # fmt: skip
SMALL = {
    "a type": '{ __type(name: "Child") { name kind description fields { name args { name defaultValue } } } }',
    "no type": '{ __type(name: "Nothing") { name } }',
    "a variable": 'query ($n: String! = "Home") { t: __type(name: $n) { n: name e: enumValues { name } } }',
    "conditions": "query ($s: Boolean = true) { __schema { queryType @skip(if: $s) { name } mutationType { name } } }",
    "fragments": '{ ...A } fragment A on Query { __type(name: "Sex") { ...B ... on __Type { kind } __typename } }'
    " fragment B on __Type { enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } }",
    "merged": "{ __schema { types { name } } __schema { types { kind } description } }",
    "directives": "{ __schema { directives { name locations isRepeatable args { name type { ofType { name } } } } } }",
    "inputs": '{ __type(name: "HomeWhere") { isOneOf inputFields { name type { kind } } possibleTypes { name } } }',
    "interface": '{ __type(name: "Node") { possibleTypes { name } interfaces { name } specifiedByURL } }',
}  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    """The type system."""
    return build_schema()._schema


@pytest.fixture
def fresh(schema: GraphQLSchema, database: Database, register: Register) -> Engine:
    """The real engine on the world, which remembers nothing yet."""
    return Engine(schema, graph_model(), register, database, lambda: NOW)


async def ask(engine: Engine, document: str, caller: Caller, **variables: object) -> Any:  # noqa: ANN401 - JSON
    """The response to a document."""
    return orjson.loads((await engine.answer(GraphQLRequest(document, variables=variables), caller)).body)


@pytest.mark.parametrize("what", SMALL)
async def test_answers_as_graphql_core(
    fresh: Engine, schema: GraphQLSchema, callers: dict[str, Caller], what: str
) -> None:
    """What is asked of the schema is answered as graphql-core's own executor does, key by key and in its order."""
    response = await fresh.answer(GraphQLRequest(SMALL[what]), callers["office"])
    expected = execute_sync(schema, parse(SMALL[what])).data
    assert response.body == b'{"data":' + orjson.dumps(expected) + b"}"


@pytest.mark.parametrize("chosen", tuple(itertools.product((True, False), repeat=2)))
async def test_what_tools_ask_for(
    fresh: Engine, schema: GraphQLSchema, callers: dict[str, Caller], chosen: tuple[bool, bool]
) -> None:
    """The query of graphql-js, GraphiQL and code generators passes in every variant, as graphql-core answers it."""
    first, second = chosen
    given = dict.fromkeys(FLAGS[:3], first) | dict.fromkeys(FLAGS[3:], second)
    text = get_introspection_query(**given)
    response = await ask(fresh, text, callers["office"])
    assert response == {"data": execute_sync(schema, parse(text)).data}


async def test_the_whole_schema_is_remembered_however_it_is_written(fresh: Engine, callers: dict[str, Caller]) -> None:
    """Other names of fragments, other line breaks, another operation beside it: worked out once."""
    text = get_introspection_query()
    variants = (
        text,
        re.sub(r"\s+", " ", text),
        text.replace("FullType", "Whole").replace("TypeRef", "Ref"),
        text.replace("IntrospectionQuery", "Other"),
        text.replace("__schema {", "...S } fragment S on Query { __schema {", 1),
    )
    answers = [await ask(fresh, variant, callers["office"]) for variant in variants]
    assert all(answer == answers[0] for answer in answers)
    assert len(fresh._queries._introspection._whole) == 1
    assert len(fresh._queries._introspection._answers) == 0


async def test_others_do_not_push_it_out(fresh: Engine, callers: dict[str, Caller]) -> None:
    """However many names others make up, what tools ask for stays, and whoever asks again takes no step for it."""
    text = get_introspection_query()
    await ask(fresh, text, callers["office"])
    worked_out: list[object] = []
    work_out = fresh._queries._introspection._work_out

    def noted(asked: Mapping[str, AskedField]) -> dict[str, _Held]:
        worked_out.append(asked)
        return work_out(asked)

    for number in range(ANSWERS + 20):
        await ask(fresh, f"{{ a{number}: __schema {{ b{number}: queryType {{ name }} }} }}", callers["kenya"])
    fresh._queries._introspection._work_out = noted  # type: ignore[method-assign]  # notes, and goes on
    assert len(fresh._queries._introspection._answers) <= ANSWERS
    response = await ask(fresh, text.replace("IntrospectionQuery", "Again"), callers["office"])
    assert set(response["data"]["__schema"]) >= {"types", "directives"}
    assert worked_out == []


FIELDS = " ".join(f"a{n}: __schema {{ types {{ fields {{ name }} }} }}" for n in range(40))
TOO_MUCH = {
    "aliases": f"{{ {FIELDS} }}",
    "beside rows": f"{{ homes {{ totalCount }} {FIELDS} }}",
    "a fragment": "{ " + " ".join(f"a{n}: __schema {{ ...F }}" for n in range(40)) + " } "
    "fragment F on __Schema { types { name fields { name } } }",
    "descriptions": "{ __schema { types { " + " ".join(f"d{n}: description" for n in range(400)) + " } } }",
}  # fmt: skip


@pytest.mark.parametrize("what", TOO_MUCH)
async def test_too_much_is_refused(fresh: Engine, callers: dict[str, Caller], what: str) -> None:
    """What asks for more than twice the whole schema is TOO_COSTLY, before an answer is written."""
    response = await ask(fresh, TOO_MUCH[what], callers["office"])
    assert set(response) == {"errors"}
    assert response["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
    assert len(fresh._queries._introspection._answers) == 0


async def test_the_whole_of_it_twice(fresh: Engine, callers: dict[str, Caller]) -> None:
    """Twice the most complete query of tools passes, three times does not."""
    text = get_introspection_query(**dict.fromkeys(FLAGS, True))
    inside = text[text.index("__schema") : text.index("fragment FullType")].rstrip().removesuffix("}")
    rest = text[text.index("fragment FullType") :]

    def times(count: int) -> str:
        return "{ " + " ".join(f"a{n}: {inside}" for n in range(count)) + " } " + rest

    assert "errors" not in await ask(fresh, times(2), callers["office"])
    assert (await ask(fresh, times(3), callers["office"]))["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
