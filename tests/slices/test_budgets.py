"""A caller's share of the server's time: how it is spent, told and filled up, and that it is nobody else's."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import httpx
import orjson
import pytest

from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.errors import TooCostly
from graph.execute.engine import Engine
from graph.execute.reading import LONG
from graph.execute.request import GraphQLRequest
from graph.http.app import create_app
from graph.schema.sdl import build_schema
from graph.settings.settings import Settings
from graph.shares.budgets import MOST_CALLERS, Budgets
from tests.conftest import NOW
from tests.http.conftest import SECRET
from tests.http.real_app import bearer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.database import Database
    from countries.register.register import Register

OFFICE = Caller("oscar", Tier.OFFICE, ("BE",), (), "issuer")
KNOWN = "{ homes { totalCount } }"
JSON, GRAPHQL = "application/json", "application/graphql-response+json"
AS_JSON = {"Content-Type": JSON}


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def budgets() -> Budgets:
    """Less than the first operation takes: whoever has asked for one has nothing left for a long while."""
    return Budgets(seconds=0.000_1)


@pytest.fixture
async def client(database: Database, register: Register, budgets: Budgets) -> AsyncIterator[httpx.AsyncClient]:
    """The real application on the world, with that budget."""
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW, budgets=budgets)
    app = create_app(engine, Settings(dev_secret=SECRET), register, ready=database.ready)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000") as client:
        client.headers.update(bearer("office", country="BE"))
        yield client


async def post(client: httpx.AsyncClient, document: str, accept: str = GRAPHQL, **headers: str) -> httpx.Response:
    """One request."""
    return await client.post("/graphql", json={"query": document}, headers={"Accept": accept, **headers})


def check(response: httpx.Response) -> None:
    """The whole of what a spent budget says."""
    assert response.status_code == 429
    assert response.headers["Retry-After"].isdecimal()
    assert int(response.headers["Retry-After"]) >= 1
    assert set(response.json()) == {"errors"}
    (error,) = response.json()["errors"]
    assert set(error) == {"message", "extensions"}
    assert error["extensions"].pop("hint")
    assert error["extensions"] == {"code": "TOO_COSTLY", "reason": "BUDGET_SPENT", "retryable": True}


async def test_nobody_without_a_token_has_a_budget(client: httpx.AsyncClient, budgets: Budgets) -> None:
    """Whoever is not known is refused before anything is parsed."""
    response = await post(client, KNOWN, Authorization="")
    assert response.status_code == 401
    assert len(budgets) == 0


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
async def test_a_spent_budget(client: httpx.AsyncClient, accept: str) -> None:
    """429 with all its fields in both media types; what is remembered is answered all the same."""
    assert (await post(client, KNOWN, accept)).status_code == 200
    check(await post(client, "{ homes { nodes { id } } }", accept))
    check(await post(client, "{ not valid }", accept))
    check(await post(client, "mutation { nothing }", accept))
    response = await post(client, KNOWN, accept)
    assert response.status_code == 200
    assert "errors" not in response.json()


async def test_a_spent_budget_by_get_and_as_a_stream(client: httpx.AsyncClient) -> None:
    """As by POST: the status tells it, before there is a stream."""
    await post(client, KNOWN)
    check(await client.get("/graphql", params={"query": "{ homes { nodes { name } } }"}, headers={"Accept": GRAPHQL}))


async def test_a_new_plan_of_a_remembered_document(client: httpx.AsyncClient) -> None:
    """It is planned anew for what its variables hold: that is work, however long the request is."""
    document = "query ($w: HomeWhere) { homes(where: $w) { totalCount } }"
    await post(client, document)

    async def ask(field: str, padding: int = 0) -> httpx.Response:
        body = orjson.dumps({"query": document, "variables": {"w": {field: {"isNull": False}}}}) + b" " * padding
        return await client.post("/graphql", content=body, headers=AS_JSON | {"Accept": GRAPHQL})

    check(await ask("name"))
    check(await ask("capacity", padding=LONG))
    response = await client.post("/graphql", content=orjson.dumps({"query": document}) + b" " * LONG, headers=AS_JSON)
    assert response.status_code == 200


async def test_who_waits_for_anothers_document_has_a_budget_of_its_own(
    database: Database, register: Register, budgets: Budgets
) -> None:
    """What somebody else parsed meanwhile is there for all; the plan of one's own is paid by oneself."""
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW, budgets=budgets)
    spender, other = OFFICE, Caller("oda", Tier.CASEWORKER, ("BE",), (), "issuer")
    await engine.answer(GraphQLRequest(KNOWN), spender)
    document = "{ " + " ".join(f"a{number}: homes {{ totalCount }}" for number in range(200)) + " }"
    first = asyncio.create_task(engine.answer(GraphQLRequest(document), other))
    await asyncio.sleep(0)
    answer = await engine.answer(GraphQLRequest(document), spender)
    assert answer.status == 429
    assert (await first).status == 200


async def test_programmes_in_another_order_are_the_same_caller(budgets: Budgets) -> None:
    """A caller's budget is counted by what its token says, not by how."""
    one, two = uuid4(), uuid4()
    budgets.spend(Caller("carla", Tier.CASEWORKER, ("BE",), (one, two), "issuer"), 1.0)
    with pytest.raises(TooCostly):
        budgets.check(Caller("carla", Tier.CASEWORKER, ("BE",), (two, one), "issuer"))


async def test_a_remembered_refusal_is_told_again(client: httpx.AsyncClient) -> None:
    """It costs nothing: a caller with nothing left still hears what is wrong."""
    first = await post(client, "{ nothing }")
    second = await post(client, "{ nothing }")
    assert (second.status_code, second.json()) == (400, first.json())


async def test_it_is_nobody_elses(client: httpx.AsyncClient) -> None:
    """Another subject, another country and another role have their own."""
    await post(client, KNOWN)
    check(await post(client, "{ homes { nodes { id } } }"))
    for number, other in enumerate(
        (bearer("office", country="BE", subject="another"), bearer("office", country="KE"), bearer("headquarters"))
    ):
        response = await post(client, f"{{ a{number}: homes {{ totalCount }} }}", **other)
        assert response.status_code == 200


async def test_a_mutation_is_refused_before_it_is_done(client: httpx.AsyncClient) -> None:
    """Where document and plan are remembered, and the statement for what the input gives is not."""
    document = "mutation ($input: UpdateHomeInput!) { updateHome(input: $input) { errors { code } } }"
    home = {"id": "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", "version": 1}

    async def update(**values: object) -> httpx.Response:
        body = {"query": document, "variables": {"input": home | values}}
        return await client.post("/graphql", json=body, headers={"Accept": GRAPHQL})

    for _ in range(2):
        assert (await update(name="a")).json() == {"data": {"updateHome": {"errors": [{"code": "NOT_FOUND"}]}}}
    check(await update(capacity=3))


def test_a_bucket_fills_up() -> None:
    """What is spent comes back at a steady pace, and never more than the whole; `retry_after` is when there is some."""
    clock = Clock()
    budgets = Budgets(seconds=6.0, clock=clock)
    budgets.spend(OFFICE, 7.0)
    with pytest.raises(TooCostly) as caught:
        budgets.check(OFFICE)
    assert caught.value.retry_after == 11
    clock.now += 10.0
    with pytest.raises(TooCostly):
        budgets.check(OFFICE)
    clock.now += 1.0
    budgets.check(OFFICE)
    clock.now += 1_000.0
    budgets.check(OFFICE)
    budgets.spend(OFFICE, 5.9)
    budgets.check(OFFICE)
    budgets.spend(OFFICE, 0.2)
    with pytest.raises(TooCostly):
        budgets.check(OFFICE)


def test_callers_are_kept_in_bounded_number() -> None:
    """However many there are, the latest are kept in mind."""
    budgets = Budgets()
    for number in range(MOST_CALLERS + 10):
        budgets.spend(replace(OFFICE, subject=f"s{number}"), 100.0)
    assert len(budgets) == MOST_CALLERS
    budgets.check(replace(OFFICE, subject="s0"))
    with pytest.raises(TooCostly):
        budgets.check(replace(OFFICE, subject=f"s{MOST_CALLERS + 9}"))


async def test_a_long_request_is_let_in_as_a_short_one(client: httpx.AsyncClient, budgets: Budgets) -> None:
    """Where the document is remembered and the plan for what its variables leave out is not, the budget counts."""
    # To read the document alone may take more than all of the budget; whoever is let in first has one that is large.
    small, budgets._seconds = budgets._seconds, 60.0
    text = "query ($a: HomeWhere) { homes(where: $a) { totalCount } }" + " " * 10_000

    async def ask(**where: object) -> httpx.Response:
        body = {"query": text, "variables": {"a": where}}
        return await client.post("/graphql", json=body, headers={"Accept": GRAPHQL})

    assert (await ask(name={"eq": "a"})).status_code == 200
    assert (await ask(name={"eq": "b"})).status_code == 200
    budgets._seconds = small
    for bucket in budgets._buckets.values():
        bucket.left = -1.0
    assert (await ask(name={"eq": "c"})).status_code == 200
    check(await ask(capacity={"eq": 3}))
