"""Idempotency keys: a mutation that is sent again is done once, and tells what came of the first time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import asyncpg
import pytest

from countries.connections.address import Address
from countries.connections.database import Database
from countries.register.register import Register
from countries.tenancy.caller import Caller, Tier
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from tests.conftest import NOW
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import Row, Writes, unknown, uuid_of

HELD = "SELECT * FROM idempotency_key WHERE key = $1"


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_a_repetition_writes_nothing(name: str, writes: Writes) -> None:
    """The same mutation under the same key gives the same answer, word for word, and is done once."""
    given = await OPERATIONS[name](writes) | {"idempotencyKey": f"again-{name}"}
    first = await writes.do(name, **given)
    assert first.row is not None
    assert not first.errors
    before = await writes.state()
    second = await writes.do(name, **dict(reversed(given.items())))
    assert second.body == first.body
    assert await writes.state() == before


async def test_a_repetition_is_read_by_present_rights(writes: Writes) -> None:
    """Where the child has gone to another programme in between, its caseworker sees no row, and no error either."""
    child = await writes.child()
    given = {"id": child["id"], "version": 1, "interests": "Chess", "idempotencyKey": "moved-away"}
    await writes.ok("updateChild", "caseworker", **given)
    await writes.ok("moveToProgramme", id=child["id"], version=2, programmeId=writes.programmes["other"])
    told = await writes.do("updateChild", "caseworker", **given)
    assert (told.row, told.errors) == (None, [])


async def test_a_repetition_shows_the_row_of_now(writes: Writes) -> None:
    """What came of the first time is told; the row is as it is now, through the selection of now."""
    home = await writes.home()
    given = {**seen(home), "capacity": 5, "idempotencyKey": "of-now"}
    await writes.ok("updateHome", **given)
    await writes.ok("updateHome", id=home["id"], version=2, capacity=6)
    told = await writes.do("updateHome", **given, shows="home { capacity version } errors { code }")
    assert told.body == {"data": {"updateHome": {"home": {"capacity": 6, "version": 3}, "errors": []}}}


async def test_another_input_under_the_same_key(writes: Writes) -> None:
    """A key belongs to one input: with another, or in another mutation, it is refused, and nothing is written."""
    await writes.ok("addCommunityPartner", name="School", kind="SCHOOL", idempotencyKey="once")
    before = await writes.state()
    for given in ({"name": "Scool", "kind": "SCHOOL"}, {"name": "School", "kind": "SCHOOL", "locality": "Gent"}):
        told = await writes.do("addCommunityPartner", **given, idempotencyKey="once")
        assert told.refused == [("CONFLICT", "input.idempotencyKey")]
    told = await writes.do("startProgramme", key="addCommunityPartner", **await programme(), idempotencyKey="once")
    assert told.refused == [("CONFLICT", "input.idempotencyKey")]
    assert await writes.state() == before


async def programme() -> dict[str, str]:
    """What `startProgramme` takes."""
    return {"name": "Aftercare", "kind": "AFTERCARE", "startedOn": "2026-01-01"}


async def test_whose_a_key_is(writes: Writes) -> None:
    """Country, issuer, subject and response path have keys of their own: another one's are no hindrance."""
    office = writes.callers["office"]
    others: list[tuple[str | Caller, str | None]] = [
        (office, None),
        (office, "alias"),
        (replace(office, subject="olga"), None),
        (replace(office, issuer="https://other.example"), None),
        (Caller(office.subject, Tier.OFFICE, ("KE",), (), office.issuer), None),
    ]
    ids = set()
    for as_, alias in others:
        told = await writes.do("startProgramme", as_, key=alias, **await programme(), idempotencyKey="mine")
        assert told.errors == []
        ids.add(told.row["id"])
    assert len(ids) == len(others)
    for as_, alias in others:
        told = await writes.do("startProgramme", as_, key=alias, **await programme(), idempotencyKey="mine")
        assert told.row["id"] in ids


async def test_what_cannot_be_meant_uses_no_key_up(writes: Writes) -> None:
    """A refusal that needs no look at the database leaves the key free for the right input."""
    for given in ({"name": " ", "kind": "SCHOOL"}, {"name": "School", "kind": "SCHOOL", "id": unknown("Child")}):
        told = await writes.do("addCommunityPartner", **given, idempotencyKey="free")
        assert told.refused[0][0] == "BAD_USER_INPUT"
    assert await writes.rows(HELD, "free") == []
    await writes.ok("addCommunityPartner", name="School", kind="SCHOOL", idempotencyKey="free")


async def test_a_refusal_by_what_is_on_record_is_repeated(writes: Writes) -> None:
    """NOT_FOUND and CONFLICT stay what they were, also where the row has come to be as they asked."""
    home = await writes.home(capacity=1)
    one, other = await writes.child(home), await writes.child()
    full = {"childId": other["id"], "homeId": home["id"], "startedOn": "2026-03-01", "idempotencyKey": "full"}
    first = await writes.do("placeChild", **full)
    assert first.refused == [("CONFLICT", "input.homeId")]
    missing = {"childIds": [unknown("Child")], "homeId": home["id"], "startedOn": "2026-03-01", "idempotencyKey": "no"}
    nobody = await writes.do("placeSiblings", **missing)
    assert nobody.refused == [("NOT_FOUND", "input.childIds.0")]
    stale = {"id": home["id"], "version": 7, "capacity": 3, "idempotencyKey": "stale"}
    late = await writes.do("updateHome", **stale)
    assert late.refused == [("CONFLICT", "input.version")]
    await writes.ok("voidPlacement", **seen(await writes.placement(one)), reason="Wrong house.")
    before = await writes.state()
    assert (await writes.do("placeChild", **full)).body == first.body
    assert (await writes.do("placeSiblings", **missing)).body == nobody.body
    assert (await writes.do("updateHome", **stale)).refused == late.refused
    assert await writes.state() == before
    await writes.ok("placeChild", **full | {"idempotencyKey": "full again"})


async def test_twins_at_the_same_time(writes: Writes) -> None:
    """Of one request sent several times at once one is done, and all get its answer."""
    for number in range(5):
        given = {"name": f"Twin {number}", "kind": "SCHOOL", "idempotencyKey": f"twin-{number}"}
        told = await writes.together(writes.do("addCommunityPartner", **given) for _ in range(4))
        assert [each.body for each in told] == [told[0].body] * 4
        assert told[0].row["name"] == f"Twin {number}"
        found = await writes.value("SELECT count(*) FROM community_partner WHERE name = $1", f"Twin {number}")
        assert found == 1


async def test_a_twin_waits(writes: Writes, written: Address) -> None:
    """While the first is at work its twin waits, and then tells the same."""
    home = await writes.home()
    given = {**seen(home), "capacity": 5, "idempotencyKey": "patient"}
    other = await asyncpg.connect(**written.connect_arguments("hearth_operator"))
    try:
        async with other.transaction():
            await other.execute("SELECT FROM home WHERE id = $1 FOR UPDATE", uuid_of(home["id"]))
            twins = [asyncio.create_task(writes.do("updateHome", **given)) for _ in range(2)]
            done, _ = await asyncio.wait(twins, timeout=0.2)
            assert not done
    finally:
        await other.close()
    first, second = [await each for each in twins]
    assert first.body == second.body
    assert (first.errors, first.row["version"], first.row["capacity"]) == ([], 2, 5)


AGE = "UPDATE idempotency_key SET recorded_at = now() - $2::text::interval WHERE key = $1"


async def test_a_key_lasts_thirty_days(writes: Writes) -> None:
    """For thirty days a key is taken; after that it is free for something else."""
    given = {"kind": "SCHOOL", "idempotencyKey": "a month"}
    await writes.ok("addCommunityPartner", name="First", **given)
    await writes.operator.execute(AGE, "a month", "29 days 23:59:00")
    told = await writes.do("addCommunityPartner", name="Second", **given)
    assert told.refused == [("CONFLICT", "input.idempotencyKey")]
    await writes.operator.execute(AGE, "a month", "30 days 00:01:00")
    second = await writes.ok("addCommunityPartner", name="Second", **given)
    assert (await writes.ok("addCommunityPartner", name="Second", **given)) == second


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_the_same_after_the_keys_end_counts_as_done(name: str, writes: Writes) -> None:
    """A device that comes back after months sends what was done: it is told so, and nothing is written."""
    given = await OPERATIONS[name](writes) | {"idempotencyKey": f"months-{name}"}
    first = await writes.do(name, **given)
    assert not first.errors
    await writes.operator.execute(AGE, f"months-{name}", "400 days")
    before = await writes.state()
    assert (await writes.do(name, **given)).body == first.body
    assert await writes.state() == before


async def test_what_was_refused_is_tried_anew_after_the_keys_end(writes: Writes) -> None:
    """Only what was done is done for ever: a refusal holds as long as its key."""
    home = await writes.home(capacity=1)
    await writes.child(home)
    child = await writes.child()
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": "2027-03-01", "idempotencyKey": "refused"}
    assert (await writes.do("placeChild", **given)).reasons == {"HOME_FULL"}
    await writes.ok("updateHome", **seen(home), capacity=2)
    assert (await writes.do("placeChild", **given)).reasons == {"HOME_FULL"}
    await writes.operator.execute(AGE, "refused", "31 days")
    assert not (await writes.do("placeChild", **given)).errors


NAMED = sorted(name for name, action in all_actions().items() if action.creates and not action.many)


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("keys", [(None, None), ("first", "second"), ("first", None), (None, "second")])
async def test_the_same_row_counts_as_done(name: str, keys: tuple[str | None, str | None], writes: Writes) -> None:
    """Who makes a row's id and sends the same again is told that it is done, under another key or none at all."""
    made = await OPERATIONS[name](writes)
    given = made | {"id": unknown(graph_model().by_table[all_actions()[name].table].type_name)}
    first, second = ({"idempotencyKey": f"{name} {key} {given['id']}"} if key else {} for key in keys)
    done = await writes.do(name, **given, **first)
    assert not done.errors
    before = await writes.count()
    assert (await writes.do(name, **given, **second)).body == done.body
    assert (await writes.do(name, **given, **second)).body == done.body
    kept = 1 if keys[1] else 0
    assert await writes.count() == before | {"idempotency_key": before["idempotency_key"] + kept}


async def test_another_row_under_the_same_id(writes: Writes) -> None:
    """Another input, another mutation, another person: the id is taken, and nobody is told what it was used for."""
    office = writes.callers["office"]
    given = {"name": "Choir", "kind": "ARTS_AND_CULTURE", "id": unknown("CommunityPartner")}
    await writes.ok("addCommunityPartner", **given)
    others: list[tuple[Caller, Row]] = [
        (office, given | {"name": "Quire"}),
        (replace(office, subject="olga"), given),
        (replace(office, issuer="https://other.example"), given),
    ]
    told = [await writes.do("addCommunityPartner", caller, **said) for caller, said in others]
    assert [(each.row, each.refused) for each in told] == [(None, [("CONFLICT", "input.id")])] * len(others)
    assert len({str(each.errors) for each in told}) == 1


async def test_a_row_that_has_left_is_done_and_not_shown(writes: Writes) -> None:
    """It is read by the rights of now: a caseworker whose child went to another programme is told of no error."""
    home = await writes.home()
    given = writes.about(home, id=unknown("Child"))
    child = await writes.ok("admitChild", "caseworker", **given)
    await writes.ok("moveToProgramme", **seen(child), programmeId=writes.programmes["other"])
    told = await writes.do("admitChild", "caseworker", **given)
    assert (told.row, told.errors) == (None, [])


async def test_twins_that_share_an_id(writes: Writes) -> None:
    """Sent several times at once without a key, a row is made once, and all are told of it."""
    given = {"name": "Twins", "kind": "SCHOOL", "id": unknown("CommunityPartner")}
    told = await writes.together(writes.do("addCommunityPartner", **given) for _ in range(4))
    assert [each.body for each in told] == [told[0].body] * 4
    assert told[0].row["id"] == given["id"]


async def test_a_refusal_without_a_key_is_not_kept(writes: Writes) -> None:
    """An id that was refused is no key: once there is room, the same is done."""
    home = await writes.home(capacity=1)
    await writes.child(home)
    given = writes.about(home, id=unknown("Child"), startedOn="2027-01-10")
    assert (await writes.do("admitChild", **given)).reasons == {"HOME_FULL"}
    await writes.ok("updateHome", **seen(home), capacity=2)
    assert (await writes.ok("admitChild", **given))["id"] == given["id"]


async def test_another_label_is_not_another_input(writes: Writes) -> None:
    """A new attempt may carry another `clientMutationId`: it is answered as it is, and the outcome stays."""
    given = {"name": "Library", "kind": "OTHER", "idempotencyKey": "labelled"}
    first = await writes.do("addCommunityPartner", **given, clientMutationId="1")
    again = await writes.do("addCommunityPartner", **given, clientMutationId="2")
    labels = [told.body["data"]["addCommunityPartner"]["clientMutationId"] for told in (first, again)]
    assert labels == ["1", "2"]
    assert first.row == again.row is not None
    assert again.errors == []


async def test_nothing_of_the_input_is_kept(writes: Writes) -> None:
    """What is kept of a key is a digest, ids and names of checks: no value that was sent."""
    home = await writes.home()
    given = writes.about(
        home, givenName="Xanthippe", familyName="Quetzalcoatl", interests="Zeppelins", birthDate="2013-12-11",
        idempotencyKey="silent",
    )  # fmt: skip
    child = await writes.ok("admitChild", **given, clientMutationId="client-7")
    (row,) = await writes.rows(HELD, "silent")
    assert set(row) == {
        "country_code", "issuer", "subject", "key", "path", "digest", "ids", "refusals", "recorded_at",
    }  # fmt: skip
    assert (row["ids"], row["refusals"], len(row["digest"])) == ([child["id"]], [], 64)
    assert (row["path"], row["country_code"]) == ("admitChild", "BE")
    kept = str({name: value for name, value in row.items() if name != "recorded_at"})
    sent = [str(value) for name, value in given.items() if name not in {"idempotencyKey", "sex"}]
    for value in (*sent, "client-7"):
        assert value not in kept


class Faulty(Database):
    """The real pools; once, the answer of a committed transaction gets lost on its way."""

    fault: BaseException | None = None

    @asynccontextmanager
    async def writing(self, caller: Caller) -> AsyncIterator[Any]:
        """As the real one, and the fault after the commit."""
        async with super().writing(caller) as lane:
            yield lane
        fault, self.fault = self.fault, None
        if fault is not None:
            raise fault


@pytest.mark.parametrize("fault", [ConnectionResetError("gone"), asyncio.CancelledError()], ids=["lost", "left"])
async def test_an_answer_that_got_lost(
    fault: BaseException, writes: Writes, written: Address, register: Register
) -> None:
    """Between commit and answer the connection breaks, or the client leaves: sent again, it is done once."""
    database = Faulty(written)
    await database.open()
    engine = Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)
    faulty = replace(writes, engine=engine, database=database)
    name = f"Lost {type(fault).__name__}"
    given = {"name": name, "kind": "SCHOOL", "idempotencyKey": name}
    try:
        database.fault = fault
        if isinstance(fault, asyncio.CancelledError):
            with pytest.raises(asyncio.CancelledError):
                await faulty.do("addCommunityPartner", **given)
        else:
            (error,) = (await faulty.do("addCommunityPartner", **given)).body["errors"]
            assert error["extensions"]["code"] == "UNAVAILABLE"
            assert error["extensions"]["retryable"] is True
            assert "idempotencyKey" in error["extensions"]["hint"]
        row = await faulty.ok("addCommunityPartner", **given)
    finally:
        await database.close()
    found = await writes.rows("SELECT id FROM community_partner WHERE name = $1", name)
    assert [each["id"] for each in found] == [uuid_of(row["id"])]


async def test_a_client_that_leaves_before_the_commit(writes: Writes) -> None:
    """Whoever leaves while the mutation waits leaves nothing behind, and not the key either."""
    home = await writes.home()
    given = {**seen(home), "capacity": 5, "idempotencyKey": "left early"}
    async with writes.operator.transaction():
        await writes.operator.execute("SELECT FROM home WHERE id = $1 FOR UPDATE", uuid_of(home["id"]))
        task = asyncio.create_task(writes.do("updateHome", **given))
        await asyncio.sleep(0.1)
        assert not task.done()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert await writes.rows(HELD, "left early") == []
    assert (await writes.ok("updateHome", **given))["version"] == 2
