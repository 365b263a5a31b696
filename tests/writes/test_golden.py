"""Golden cases of the mutations: each example of an office's work, the statements that it becomes, and what it answers.

`examples/office/<name>.graphql` is the operation; `cases/<name>.sql` holds the locks, the write and the payload as an
office sends them under a key; `cases/<name>.json` the response in the seeded world, with ids and instants taken out.
`HEARTH_GOLDEN=write` writes what a run finds, as for the compiler's cases.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest
from graphql import OperationDefinitionNode, OperationType, parse

from countries.connections.address import Address
from countries.connections.database import Database
from countries.connections.pool import Lane
from countries.connections.transaction import SCOPE
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.graphiql.examples import load_examples
from graph.schema.sdl import build_schema
from tests.conftest import NOW, copy_database
from tests.example_variables import own_variables
from tests.owning import assert_copies_agree
from tests.plan.golden import is_rewriting, pretty
from tests.writes.hearing import Listened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Any

    from countries.register.register import Register
    from graph.graphiql.examples import Example

    Operator = asyncpg.Connection[Any]

CASES = Path(__file__).parent / "cases"
OFFICE = Caller("oscar", Tier.OFFICE, ("BE",), issuer="https://login.example")
IN_STEPS = ("add_a_community_link", "admit_a_child", "place_a_child")
"""The examples whose steps on a cluster stand in `cases/<name>.steps.sql` too."""
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00")


def changes() -> Iterator[Example]:
    """The examples that change rows."""
    for example in load_examples():
        (operation,) = (one for one in parse(example.document).definitions if isinstance(one, OperationDefinitionNode))
        if operation.operation is OperationType.MUTATION and example.audience == "office":
            yield example


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that reaches PostgreSQL while the test runs, but for the scope."""
    texts: list[str] = []
    run = Lane.one_row

    async def recorded(lane: Lane, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        if text != SCOPE:
            texts.append(text)
        return await run(lane, text, values)

    monkeypatch.setattr(Lane, "one_row", recorded)
    return texts


def without_ids(response: bytes) -> str:
    """A response in which the same id is the same number wherever it stands, and no instant."""
    numbers: dict[str, str] = {}
    text = ID.sub(lambda found: numbers.setdefault(found[0], f"#{len(numbers) + 1}"), pretty(response))
    return INSTANT.sub("<instant>", text)


@pytest.fixture
async def fresh(server: Address, worker: str, register: Register) -> AsyncIterator[tuple[Engine, Operator]]:
    """An engine on a world that nobody has written, and who sees every row of it."""
    address = await copy_database(server, "world", f"golden_{worker}")
    database = Database(address)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW), operator
    await operator.close()
    await database.close()


@pytest.mark.parametrize("example", list(changes()), ids=lambda example: example.name)
async def test_the_statements_and_the_answer(
    fresh: tuple[Engine, Operator], reached: list[str], example: Example
) -> None:
    """An example becomes these statements, in this order, and the seeded world answers so."""
    engine, operator = fresh
    variables = await own_variables(operator, example.name, example.variables)
    request = GraphQLRequest(example.document, variables=variables)
    answer = await engine.answer(request, OFFICE)

    found = {"sql": "\n;\n\n".join([*reached, ""]), "json": without_ids(answer.body)}
    for suffix, text in found.items():
        path = CASES / f"{example.name}.{suffix}"
        if is_rewriting():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")
    assert json.loads(found["json"]).get("errors") is None
    assert await assert_copies_agree(operator, graph_model()) > 1


@pytest.mark.parametrize("name", IN_STEPS)
async def test_the_steps_of_a_cluster(server: Address, worker: str, register: Register, name: str) -> None:
    """There it becomes these statements, and the world answers what it answers to one."""
    (example,) = (each for each in changes() if each.name == name)
    address = await copy_database(server, "world", f"golden_steps_{worker}")
    texts: list[str] = []

    async def hears(_lane: Lane, text: str, _values: Sequence[object]) -> None:
        texts.append(text)

    database = Listened(address, hears)
    await database.open()
    operator = await asyncpg.connect(**address.connect_arguments("hearth_operator"))
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    try:
        request = GraphQLRequest(
            example.document, variables=await own_variables(operator, example.name, example.variables)
        )
        answer = await engine.answer(request, OFFICE)
    finally:
        await operator.close()
        await database.close()

    path, text = CASES / f"{name}.steps.sql", "\n;\n\n".join([*texts, ""])
    if is_rewriting():
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    assert without_ids(answer.body) == (CASES / f"{name}.json").read_text(encoding="utf-8")


def test_every_file_belongs_to_an_example() -> None:
    """No golden file is left over."""
    assert {path.name.partition(".")[0] for path in CASES.iterdir()} == {example.name for example in changes()}
    assert {path.name.partition(".")[0] for path in CASES.glob("*.steps.sql")} == set(IN_STEPS)
