"""An ordered batch over HTTP: one array, priced together, answered in its order by the real server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from graph.execute import batch as batches
from tests.http.real_app import bearer, real_client
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import document, unknown

if TYPE_CHECKING:
    import httpx

    from countries.register.register import Register
    from tests.writes.writes import Json, Row, Writes

ROWS = "{ children(first: %d) { nodes { id } } }"
SHOWS = "communityPartner { name } errors { code reason path }"


@pytest_asyncio.fixture(scope="module")
async def client(writes: Writes, register: Register) -> AsyncIterator[httpx.AsyncClient]:
    """The real application, on the module's world."""
    async with real_client(writes.database, register) as client:
        yield client


def operation(name: str, /, **given: Json) -> Row:
    """A mutation as an operation of a batch."""
    return {"query": document(name), "variables": {"input": given}}


def partner(**given: Json) -> Row:
    """A community partner."""
    sent = {"name": "Choir", "kind": "ARTS_AND_CULTURE"} | given
    return {"query": document("addCommunityPartner", SHOWS), "variables": {"input": sent}}


async def send(client: httpx.AsyncClient, body: object, as_: str = "office", status: int = 200, **claims: Json) -> Json:
    """What a caller is answered."""
    headers = bearer(as_, **({"country": "BE"} if as_ == "office" and not claims else claims))
    response = await client.post("/graphql", json=body, headers=headers)
    assert response.status_code == status, response.text
    return response.json()


def told(answer: Row) -> tuple[str | None, list[tuple[str, str]]]:
    """The name of the partner that an answer shows, and why it was refused."""
    payload = answer["data"]["addCommunityPartner"]
    row = payload["communityPartner"]
    return row and row["name"], [(each["code"], each["reason"]) for each in payload["errors"]]


async def test_nobody_without_a_token(client: httpx.AsyncClient, writes: Writes) -> None:
    """Nothing of a batch is looked at for whoever is not known; the refusal is one and no array."""
    before = await writes.state()
    response = await client.post("/graphql", json=[partner(), partner()])
    assert response.status_code == 401
    assert [each["extensions"]["code"] for each in response.json()["errors"]] == ["UNAUTHENTICATED"]
    assert await writes.state() == before


async def test_each_operation_ends_at_the_border(client: httpx.AsyncClient, writes: Writes) -> None:
    """Every operation of a batch is its caller's: another country's rows are in none, and none of its own mutations."""
    home = await writes.home()
    query = {"query": "query ($id: ID!) { home(id: $id) { name } }", "variables": {"id": home["id"]}}
    changed = operation("updateHome", **seen(home), name="Taken")
    kenya, belgium = [await send(client, [query, changed], country=each, as_="office") for each in ("KE", "BE")]
    assert kenya[0] == {"data": {"home": None}}
    assert [each["code"] for each in kenya[1]["data"]["updateHome"]["errors"]] == ["NOT_FOUND"]
    assert belgium[0] == {"data": {"home": {"name": home["name"]}}}
    assert belgium[1]["data"]["updateHome"]["home"]["name"] == "Taken"


async def test_in_order(client: httpx.AsyncClient, writes: Writes) -> None:
    """Each operation sees what those before it have written, and is answered at its place."""
    home = await writes.home()
    read = {"query": "query ($id: ID!) { home(id: $id) { capacity } }", "variables": {"id": home["id"]}}
    body: list[Row] = [read]
    for capacity in range(5, 9):
        body += [operation("updateHome", id=home["id"], version=capacity - 4, capacity=capacity), read]
    answers = await send(client, body)
    assert [each["data"]["home"]["capacity"] for each in answers[::2]] == [4, 5, 6, 7, 8]
    assert [each["data"]["updateHome"]["errors"] for each in answers[1::2]] == [[]] * 4


async def test_what_follows_a_refused_one_still_runs(client: httpx.AsyncClient, writes: Writes) -> None:
    """Unless it names it: then it is refused too, and what names that one; whatever the first was refused for."""
    taken = await writes.ok("addCommunityPartner", name="First", kind="SCHOOL")
    first = {
        "by what is on record": partner(id=taken["id"]),
        "by its input": partner(name=" "),
        "by the schema": partner(kind=3),
        "by the document": {"query": "{", "variables": partner()["variables"]},
        "as another caller's": None,
    }
    for number, (why, refused) in enumerate(first.items()):
        key = f"batch {number}"
        if refused is None:
            await writes.ok("addCommunityPartner", "caseworker", name="Hers", kind="OTHER", idempotencyKey=key)
        else:
            refused["variables"]["input"]["idempotencyKey"] = key
        body = [
            refused or {"query": "{ __typename }"},
            partner(name="Follows", after=key, idempotencyKey=f"{key} 2"),
            partner(name="Follows that", after=f"{key} 2"),
            partner(name="Itself", after=f"{key} 4", idempotencyKey=f"{key} 4"),
            partner(name="Free"),
        ]
        answers = await send(client, body)
        # The key itself does not say whose it is: nothing is done under it by this caller.
        codes = {"by what is on record": "CONFLICT", "by its input": "CONFLICT"}
        assert told(answers[1]) == (None, [(codes.get(why, "NOT_FOUND"), "AFTER_REFUSED")]), why
        assert told(answers[2]) == (None, [("CONFLICT", "AFTER_REFUSED")]), why
        assert told(answers[3]) == (None, [("BAD_USER_INPUT", "AFTER_REFUSED")])
        assert told(answers[4]) == ("Free", [])


async def test_a_batch_sent_again_does_nothing_twice(client: httpx.AsyncClient, writes: Writes) -> None:
    """Every mutation there is, in full batches under their keys: sent again they give the same answers."""
    body = [
        operation(name, **(await make(writes)), idempotencyKey=f"batch-{name}") for name, make in OPERATIONS.items()
    ]
    parts = [body[place : place + batches.MAX_OPERATIONS] for place in range(0, len(body), batches.MAX_OPERATIONS)]
    first = [await send(client, part) for part in parts]
    told = [each for part in first for each in part]
    assert all(each["data"][name]["errors"] == [] for each, name in zip(told, OPERATIONS, strict=True))
    before = await writes.state()
    assert [await send(client, part) for part in parts] == first
    assert await writes.state() == before


async def test_priced_together(client: httpx.AsyncClient, writes: Writes) -> None:
    """Fifty pages of a thousand rows are as many as one request may ask for; one row more, and nothing is run."""
    page = {"query": ROWS % 1000}
    assert len(await send(client, [page] * 50)) == 50
    before = await writes.state()
    many = {"query": "{ children(first: 1000) { nodes { id placements(first: 3) { nodes { id } } } } }"}
    (error,) = (await send(client, [partner(), *[page] * 48, many]))["errors"]
    assert error["extensions"]["code"] == "TOO_COSTLY"
    assert error["extensions"]["params"] == {"rows": 51_000, "limit": 50_000}
    assert await writes.state() == before


async def test_so_many_mutations_together(
    client: httpx.AsyncClient, writes: Writes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mutations of one operation count each: of more than may be none is done."""
    monkeypatch.setattr(batches, "MAX_WRITES", 5)
    fields = " ".join(f'm{number}: addCommunityPartner(input: {{ name: "M", kind: OTHER }}) {{ errors {{ code }} }}'
                      for number in range(3))  # fmt: skip
    three = {"query": f"mutation {{ {fields} }}"}
    before = await writes.state()
    body = await send(client, [three, three])
    assert [each["extensions"]["code"] for each in body["errors"]] == ["TOO_COSTLY"]
    assert body["errors"][0]["extensions"]["params"] == {"writes": 6, "limit": 5}
    assert await writes.state() == before
    assert len(await send(client, [three, partner(), partner()])) == 3


async def test_answers_are_bounded_together(
    client: httpx.AsyncClient, writes: Writes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not fit any more says so in its place, a mutation that it is done; what is small still fits."""
    monkeypatch.setattr(batches, "MAX_BYTES", 2_000)
    page, small = {"query": ROWS % 25}, {"query": "{ __typename }"}
    answers = await send(client, [page, page, small, partner(name="N" * 400), partner(name="O" * 400)])
    assert answers[0]["data"]["children"]["nodes"]
    assert [each["extensions"]["code"] for each in answers[1]["errors"]] == ["TOO_COSTLY"]
    assert answers[2] == {"data": {"__typename": "Query"}}
    assert await writes.value("SELECT count(*) FROM community_partner WHERE name = $1", "O" * 400) == 1


async def test_what_no_batch_holds(client: httpx.AsyncClient) -> None:
    """A subscription is refused at its place, with how it is answered; the others are answered."""
    listening = {"query": "subscription { changed { nodes { rowId } } }"}
    answers = await send(client, [listening, {"query": "{ __typename }"}])
    assert [each["extensions"]["reason"] for each in answers[0]["errors"]] == ["NOT_THIS_WAY"]
    assert answers[1] == {"data": {"__typename": "Query"}}


async def test_what_a_role_may_not(client: httpx.AsyncClient, writes: Writes) -> None:
    """Headquarters' batch is answered by headquarters' rights, operation by operation."""
    await writes.home()
    body = [{"query": "{ children { totalCount } homes { totalCount } }"}, partner(), {"query": "{ __typename }"}]
    first, second, third = await send(client, body, "headquarters")
    assert first["data"]["children"] is None
    assert first["data"]["homes"]["totalCount"] > 0
    assert second["data"] == {"addCommunityPartner": None}
    assert third == {"data": {"__typename": "Query"}}


async def test_others_have_their_turn(client: httpx.AsyncClient) -> None:
    """Between two operations of a batch somebody else's request is answered: nobody waits for the end of it."""
    order: list[str] = []

    async def batch() -> None:
        await send(client, [partner() for _ in range(50)])
        order.append("batch")

    async def other() -> None:
        await send(client, {"query": "{ homes(first: 1) { totalCount } }"}, country="KE", as_="office")
        order.append("other")

    await other()
    order.clear()
    long = asyncio.create_task(batch())
    await asyncio.sleep(0.01)
    await asyncio.gather(*(other() for _ in range(5)), long)
    assert order[-1] == "batch"


async def test_a_batch_is_one_request(client: httpx.AsyncClient) -> None:
    """It is counted as one, with the codes of all its operations."""
    body = [partner(), partner(name=" "), {"query": "{"}, operation("updateHome", id=unknown("Home"), version=1)]
    assert len(await send(client, body)) == 4
    value = client._transport.app.state.metrics.registry.get_sample_value  # type: ignore[attr-defined]  # the application
    counted = {
        code: value("hearth_answers_total", {"tier": "office", "code": code})
        for code in ("BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "NOT_FOUND")
    }
    assert all(counted.values()), counted
    assert value("hearth_requests_total", {"status": "2xx", "operation": "batch"})
