"""Every example that we ship runs as whom it is meant for, and answers something."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import orjson
import pytest
from graphql import OperationDefinitionNode, OperationType, parse

from countries.connections.address import Address
from countries.connections.database import Database
from graph.closing.close import Closing
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.graphiql.examples import AUDIENCES, Example, load_examples
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from tests.conftest import NOW, copy_database
from tests.example_variables import own_variables
from tests.writes.made_up import plain_verbs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from tests.conftest import Ask

    Operator = asyncpg.Connection[Any]
    Changing = tuple[Engine, Operator]

EXAMPLES = load_examples()
README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def kind_of(example: Example) -> OperationType:
    """Whether it asks, changes or follows."""
    listed = parse(example.document).definitions
    return next(one.operation for one in listed if isinstance(one, OperationDefinitionNode))


@pytest.fixture
async def changing(server: Address, worker: str, register: Register) -> AsyncIterator[Changing]:
    """An engine on a world of its own, which may be changed."""
    address = await copy_database(server, "world", f"changing_{worker}")
    database = Database(address)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    closing = Closing(address, register)
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW, closes=closing), operator
    await operator.close()
    await database.close()


def rows_in(value: Any) -> int:  # noqa: ANN401 - any JSON
    """How many objects lie in lists of an answer."""
    if isinstance(value, dict):
        return sum(rows_in(inner) for inner in value.values())
    return sum(1 + rows_in(inner) for inner in value) if isinstance(value, list) else 0


QUESTIONS = [example for example in EXAMPLES if kind_of(example) is OperationType.QUERY]
CHANGES = [example for example in EXAMPLES if kind_of(example) is OperationType.MUTATION]


def titled(example: Example) -> str:
    """How a test is called."""
    return f"{example.audience}/{example.title}"


@pytest.mark.parametrize("example", [one for one in QUESTIONS if one.name != "what_has_changed"], ids=titled)
async def test_an_example_answers_its_audience(
    world_engine: Engine, published: Engine, callers: dict[str, Caller], operator: Operator, example: Example
) -> None:
    """The example's audience gets rows and no error; those above the offices ask where two years are closed."""
    engine = world_engine if example.audience in {"caseworker", "office"} else published
    variables = await own_variables(operator, example.name, example.variables)
    request = GraphQLRequest(example.document, variables=variables)
    answer = orjson.loads((await engine.answer(request, callers[example.audience])).body)

    assert "errors" not in answer
    assert rows_in(answer["data"]) > 0


@pytest.mark.parametrize("example", CHANGES, ids=titled)
async def test_an_example_changes_what_it_says(
    changing: Changing, callers: dict[str, Caller], example: Example
) -> None:
    """The payload shows the row and no error, and the changes feed tells of it."""
    engine, operator = changing
    variables = await own_variables(operator, example.name, example.variables)
    request = GraphQLRequest(example.document, variables=variables)
    answer = orjson.loads((await engine.answer(request, callers[example.audience])).body)

    assert "errors" not in answer
    ((_, payload),) = answer["data"].items()
    assert payload["errors"] == []
    assert next(value for name, value in payload.items() if name != "errors")

    following = next(one for one in EXAMPLES if one.name == "what_has_changed")
    told = orjson.loads((await engine.answer(GraphQLRequest(following.document), callers["office"])).body)
    assert "errors" not in told
    assert told["data"]["changes"]["pageInfo"]["endCursor"]


def test_every_mutation_with_a_meaning_has_its_example() -> None:
    """A frontend developer finds each action in use; a plain verb derives, is tried of every entity, and needs none."""
    used = {field for example in CHANGES for field in all_actions() if f"  {field}(" in example.document}
    meant = set(all_actions()) - set(plain_verbs())
    assert "admitChild" in meant
    assert meant - used == set()


def test_there_are_examples_for_every_kind_of_caller() -> None:
    """Each finds something to begin with: a question, which changes nothing."""
    assert {example.audience for example in QUESTIONS} == set(AUDIENCES)


async def test_the_readme_shows_a_query_that_works(ask: Ask) -> None:
    """The query on the first page answers with the fields that its answer there shows."""
    query, shown = (re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)[0] for kind in ("graphql", "json"))
    answer = await ask(query)

    assert "errors" not in answer
    assert shape(answer) == shape(orjson.loads(shown))


async def test_the_readme_shows_headquarters_a_query_that_works(published: Engine, callers: dict[str, Caller]) -> None:
    """The report's query on the first page is answered for every country, or says that a figure is hidden."""
    query = next(each for each in re.findall(r"```graphql\n(.*?)```", README, re.DOTALL) if "indicatorReport" in each)
    answer = orjson.loads((await published.answer(GraphQLRequest(query), callers["headquarters"])).body)

    assert "errors" not in answer
    cells = answer["data"]["indicatorReport"]["cells"]
    assert {cell["area"] for cell in cells} >= {"FEDERATION", "BE", "KE", "NL"}
    assert {cell["status"] for cell in cells} <= {"PUBLISHED", "APPROXIMATE", "SUPPRESSED", "NOT_AVAILABLE"}


def shape(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The keys of an answer, in order, without its values; of a list, those of its first entry."""
    if isinstance(value, dict):
        return [(key, shape(inner)) for key, inner in value.items()]
    return [shape(value[0])] if isinstance(value, list) and value else None
