"""The doors of the mutation: an id of another's row is as one that nobody ever gave out, whichever input names it.

Quantified over every mutation and every id that its input takes, over HTTP, with the words of the log looked at too.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx
import pytest
import pytest_asyncio

from countries.connections.address import Address
from countries.connections.database import Database
from countries.connections.transaction import BEGIN_WRITE
from countries.register.register import Register
from countries.tenancy.caller import Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.kinds.kind import Kind
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from graph.writes.mutation import Given
from tests.conftest import NOW, copy_database
from tests.countries.leaks.mutating import (
    CREATING,
    DOORS,
    NATIONAL,
    SECRET,
    SHARED,
    door,
    logged,
    places,
    rows_of,
    says_nothing,
    with_id,
)
from tests.http.real_app import bearer, real_client
from tests.wire import Line, Wire, listening
from tests.writes.conftest import callers as known_callers
from tests.writes.operations import OPERATIONS, OTHERWISE
from tests.writes.writes import Row, Writes, document, unknown


@pytest_asyncio.fixture(scope="module")
async def written(server: Address, worker: str) -> Address:
    """A database that this module writes."""
    return await copy_database(server, "world", f"leaking_{worker}")


@pytest_asyncio.fixture(scope="module")
async def writes(written: Address, register: Register) -> AsyncIterator[Writes]:
    """The engine on it, and three programmes for its callers."""
    database = Database(written)
    await database.open()
    operator = await asyncpg.connect(**written.connect_arguments("hearth_operator"))
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    made = Writes(engine, database, operator, known_callers())
    await made.start_programmes()
    yield made
    await operator.close()
    await database.close()


@pytest_asyncio.fixture(scope="module")
async def client(writes: Writes, register: Register) -> AsyncIterator[httpx.AsyncClient]:
    """The whole application before it."""
    async with real_client(writes.database, register) as client:
        yield client


@pytest_asyncio.fixture(scope="module")
async def inputs(writes: Writes) -> dict[str, Row]:
    """A good input for each mutation, of rows of the caseworker's programme; each has a word that nobody repeats."""
    found = {name: await make(writes) for name, make in OPERATIONS.items()}
    found |= {f"{name} {ELSE}": await make(writes) for name, make in OTHERWISE.items()}
    for each, given in found.items():
        name = each.partition(" ")[0]
        either = all_actions()[name].either
        left_out = either.said if either is not None and either.named in given else ()
        for taken in all_actions()[name].takes:
            if (
                taken.name not in left_out
                and isinstance(taken, Given)
                and taken.kind is Kind.TEXT
                and taken.tiers is None
                and is_free(name, taken)
            ):
                given[taken.name] = f"{SECRET} {name}"
    return found


ELSE = "otherwise"


def at_door(inputs: Mapping[str, Row], name: str, path: str) -> Row:
    """The input of a mutation that names a row there: of the ways to say a thing one."""
    ways = [given for each, given in inputs.items() if each.partition(" ")[0] == name]
    return next(given for given in ways if any(door(steps) == path for steps, _ in places(given)))


def is_free(name: str, taken: Given) -> bool:
    """Whether a text may be any; that of a column which takes a country's names is none that it has not."""
    stored = graph_model().by_table[all_actions()[name].table].stored.values()
    return not any(each.among is not None and each.label == taken.name for each in stored)


@pytest_asyncio.fixture(scope="module")
async def strange(writes: Writes) -> dict[str, dict[str, str]]:
    """A row of each type: of the caseworker's programme, of the neighbouring one, and of Kenya."""
    return {programme: await rows_of(writes, programme) for programme in ("own", "other", "kenya")}


def headers(writes: Writes, as_: str) -> dict[str, str]:
    """The token of a caller."""
    caller = writes.callers[as_]
    claims: dict[str, Any] = {"country": caller.countries[0]} if caller.tier in {Tier.OFFICE, Tier.CASEWORKER} else {}
    if caller.tier is Tier.CASEWORKER:
        claims["programmes"] = [str(each) for each in caller.programmes]
    if caller.tier is Tier.REGION:
        claims = {"countries": list(caller.countries)}
    return bearer(caller.tier.value, **claims)


async def post(client: httpx.AsyncClient, writes: Writes, as_: str, name: str, given: Row) -> str:
    """The bytes of the response."""
    body = {"query": document(name), "variables": {"input": given}}
    response = await client.post("/graphql", json=body, headers=headers(writes, as_))
    return response.text


async def test_every_id_is_a_door_that_is_tried(inputs: Mapping[str, Row]) -> None:
    """The inputs name a row wherever a mutation takes an id: a new link is tried too."""
    tried = {(name.partition(" ")[0], door(steps)) for name, given in inputs.items() for steps, _ in places(given)}
    assert tried == set(DOORS)


@pytest.mark.parametrize("as_", NATIONAL)
@pytest.mark.parametrize(("name", "path"), DOORS)
async def test_anothers_row_is_as_none(  # noqa: PLR0913, PLR0917 - which door, whose, and the world behind it
    name: str,
    path: str,
    as_: str,
    writes: Writes,
    client: httpx.AsyncClient,
    inputs: Mapping[str, Row],
    strange: Mapping[str, Mapping[str, str]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Unknown, of another country, of another programme: the same bytes, and nothing is written anywhere."""
    given = at_door(inputs, name, path)
    before = await writes.state()
    for steps, id_ in places(given):
        if door(steps) != path:
            continue
        type_ = id_.partition("_")[0]
        wanted = [unknown(type_), strange["kenya"][type_]]
        if as_ == "caseworker" and type_ not in SHARED:
            wanted.append(strange["other"][type_])
        answers = []
        for each in wanted:
            made = with_id(given, steps, each)
            with caplog.at_level(logging.DEBUG):
                caplog.clear()
                text = await post(client, writes, as_, name, made)
            says_nothing(text, logged(caplog), made)
            answers.append(text.replace(each, id_))
        assert set(answers) == {answers[0]}
        may = writes.callers[as_].tier in all_actions()[name].tiers
        assert ('"NOT_FOUND"' if may else '"FORBIDDEN"') in answers[0], answers[0]
    assert await writes.state() == before


@pytest.mark.parametrize("as_", NATIONAL)
@pytest.mark.parametrize(("name", "path"), DOORS)
async def test_a_key_of_a_refusal_holds_nothing_of_the_row(
    name: str, path: str, as_: str, writes: Writes, inputs: Mapping[str, Row], strange: Mapping[str, Mapping[str, str]]
) -> None:
    """Under a key the same refusal is told again; what is kept of it is the same for an unknown and another's row."""
    if writes.callers[as_].tier not in all_actions()[name].tiers:
        return
    kept = []
    given = at_door(inputs, name, path)
    steps, id_ = next((steps, id_) for steps, id_ in places(given) if door(steps) == path)
    type_ = id_.partition("_")[0]
    for number, each in enumerate((unknown(type_), strange["kenya"][type_], strange["other"][type_])):
        if number == 2 and (as_ == "office" or type_ in SHARED):
            continue
        key = f"{name} {path} {as_} {number}"
        made = with_id(given, steps, each) | {"idempotencyKey": key}
        first = await writes.do(name, as_, **made)
        again = await writes.do(name, as_, **made)
        assert first.body == again.body
        assert {code for code, _ in first.refused} == {"NOT_FOUND"}
        (row,) = await writes.rows("SELECT refusals, cardinality(ids) AS many FROM idempotency_key WHERE key = $1", key)
        kept.append(row)
    assert kept == [kept[0]] * len(kept)


@pytest.mark.parametrize("name", CREATING)
async def test_the_id_of_a_hidden_row_is_taken(
    name: str,
    writes: Writes,
    client: httpx.AsyncClient,
    inputs: Mapping[str, Row],
    strange: Mapping[str, Mapping[str, str]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A row under the id of one that the caller does not see: CONFLICT, word for word as for the own row's."""
    entity = graph_model().by_table[all_actions()[name].table]
    if Tier.CASEWORKER not in all_actions()[name].tiers or entity.type_name in SHARED:
        return
    before = await writes.state()
    answers = []
    for each in (strange["own"][entity.type_name], strange["other"][entity.type_name]):
        made = inputs[name] | {"id": each}
        with caplog.at_level(logging.DEBUG):
            caplog.clear()
            answers.append(await post(client, writes, "caseworker", name, made))
        says_nothing(answers[-1], logged(caplog), made)
    assert answers[0] == answers[1]
    assert '"CONFLICT"' in answers[0]
    assert await writes.state() == before


async def test_a_number_is_taken_in_the_own_programme_alone(writes: Writes) -> None:
    """A case number that a child of another programme bears is free; a colleague's child is seen anyway."""
    await writes.child(None, "other", caseNumber="elsewhere")
    await writes.child(None, "own", caseNumber="here")
    home = await writes.home()
    row = await writes.ok("admitChild", "caseworker", **writes.about(home, caseNumber="elsewhere"))
    told = await writes.do("admitChild", "caseworker", **writes.about(home, caseNumber="here"))
    assert told.refused == [("CONFLICT", "input.caseNumber")]
    assert "here" not in str(told.errors).replace("there", "")
    await writes.child(None, "other", caseNumber="elsewhere too")
    row = await writes.ok("updateChild", "caseworker", id=row["id"], version=1, caseNumber="elsewhere too")
    assert row["caseNumber"] == "elsewhere too"


@pytest.mark.parametrize("as_", ["region", "headquarters", "auditor"])
async def test_who_writes_nothing(
    as_: str, writes: Writes, client: httpx.AsyncClient, inputs: Mapping[str, Row]
) -> None:
    """Region, headquarters and auditor: every mutation is one FORBIDDEN, and no table changes."""
    before = await writes.state()
    for each, given in inputs.items():
        name = each.partition(" ")[0]
        text = await post(client, writes, as_, name, given)
        assert text.count('"FORBIDDEN"') == 1, text
        assert f'"data":{{"{name}":null}}' in text
        says_nothing(text, "", given)
    assert await writes.state() == before


@asynccontextmanager
async def opened(wire: Wire) -> AsyncIterator[Database]:
    """The pools at the other end of a wire."""
    database = Database(wire.address)
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def test_as_many_statements_for_a_hidden_row_as_for_none(
    written: Address,
    writes: Writes,
    register: Register,
    inputs: Mapping[str, Row],
    strange: Mapping[str, Mapping[str, str]],
) -> None:
    """An unknown id, another country's and another programme's: the same statements, from begin to end."""
    async with listening(written) as wire, opened(wire) as database:
        engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
        there = Writes(engine, database, writes.operator, writes.callers, writes.programmes)
        for name, path in DOORS:
            given = at_door(inputs, name, path)
            steps, id_ = next((steps, id_) for steps, id_ in places(given) if door(steps) == path)
            type_ = id_.partition("_")[0]
            for as_ in NATIONAL:
                costs = []
                hidden = strange["other"][type_] if as_ == "caseworker" and type_ not in SHARED else unknown(type_)
                for each in (unknown(type_), unknown(type_), strange["kenya"][type_], hidden):
                    wire.forget()
                    await there.do(name, as_, **with_id(given, steps, each))
                    costs.append([said for line in wire.lines for said in since_it_began(line)])
                # The first may learn how the server writes a type; whatever comes after costs the same.
                assert costs[1:] == [costs[1]] * 3, (name, path, as_)
                assert (len(costs[1]) >= 4) == (writes.callers[as_].tier in all_actions()[name].tiers)


def since_it_began(line: Line) -> list[tuple[str, str]]:
    """What a connection was asked since its transaction began, but for what is prepared once."""
    said = [(one.what, one.text) for one in line.said if one.what != "prepare"]
    begin = ("query", BEGIN_WRITE)
    return said[said.index(begin) :] if begin in said else []
