"""`dryRun: true`: everything is checked and told as if it were done, and nothing is left of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.schema.sdl import build_schema
from graph.writes.actions import all_actions
from tests.conftest import NOW
from tests.writes.operations import GLOBAL_ID, OPERATIONS, seen, with_unknown_ids
from tests.writes.writes import unknown

if TYPE_CHECKING:
    from countries.register.register import Register
    from tests.writes.writes import Json, Row, Writes

MADE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}|\d{4}-\d\d-\d\dT[\d:.+Z]+")
"""What is made here: an identity, or the present instant."""


async def given_to(name: str, writes: Writes) -> Row:
    """A good input, with an id of the client's own where a row is made."""
    action = all_actions()[name]
    given: Row = await OPERATIONS[name](writes)
    if action.creates and not action.many:
        given |= {"id": unknown(graph_model().by_table[action.table].type_name)}
    return given


def nameless(body: Json) -> str:
    """A response without what differs from one time to the next."""
    return MADE.sub("…", str(body))


def test_every_mutation_is_tried() -> None:
    """Derived ones and actions."""
    assert set(OPERATIONS) == set(all_actions())


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_it_shows_what_would_be_and_writes_nothing(name: str, writes: Writes) -> None:
    """No table of the country has changed, and the mutation itself then tells the same, done for the first time."""
    given = await given_to(name, writes)
    before = await writes.state()
    dry = await writes.do(name, **given, dryRun=True)
    assert dry.errors == []
    assert dry.row is not None, dry.body
    assert await writes.state() == before

    done = await writes.do(name, **given)
    assert await writes.state() != before
    assert nameless(dry.body) == nameless(done.body)
    if "id" in given:
        assert dry.row["id"] == done.row["id"] == given["id"]


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_it_is_refused_as_the_mutation_itself(name: str, writes: Writes) -> None:
    """Rows that are not there, and rows of another country: with the same words, at the same places."""
    given = await given_to(name, writes)
    wrong = with_unknown_ids(given)
    if wrong == given or not GLOBAL_ID.search(str({**given, "id": ""})):
        wrong = {**given, "id": "no-id"}
    before = await writes.state()
    dry = await writes.do(name, **wrong, dryRun=True)
    assert dry.refused
    assert await writes.state() == before
    assert dry.errors == (await writes.do(name, **wrong)).errors


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_it_uses_no_key_up(name: str, writes: Writes) -> None:
    """What is sent under the key afterwards is the first; then a dry run tells its outcome, and does nothing either."""
    given = await given_to(name, writes) | {"idempotencyKey": f"dry-{name}"}
    before = await writes.state()
    dry = await writes.do(name, **given, dryRun=True)
    assert await writes.state() == before
    done = await writes.do(name, **given)
    assert nameless(done.body) == nameless(dry.body)
    after = await writes.state()
    assert after != before

    assert (await writes.do(name, **given, dryRun=True)).body == done.body
    assert await writes.state() == after


async def test_a_key_that_was_used_for_something_else_refuses_it(writes: Writes) -> None:
    """As it would refuse the mutation."""
    await writes.ok("addCommunityPartner", name="School", kind="SCHOOL", idempotencyKey="dry-other")
    key = "dry-other"
    told = await writes.do("addCommunityPartner", name="Scool", kind="SCHOOL", idempotencyKey=key, dryRun=True)
    assert told.refused == [("CONFLICT", "input.idempotencyKey")]


async def test_a_refusal_is_not_kept_under_a_key(writes: Writes) -> None:
    """What was refused in a dry run may be done under the same key, once it can be."""
    home = await writes.home(capacity=1)
    child = await writes.child()
    await writes.child(home)
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": "2027-01-10", "idempotencyKey": "dry-full"}
    assert (await writes.do("placeChild", **given, dryRun=True)).reasons == {"HOME_FULL"}
    await writes.ok("updateHome", **seen(home), capacity=9)
    dry = await writes.do("placeChild", **given, dryRun=True)
    assert "HOME_FULL" not in dry.reasons


@pytest.mark.parametrize("said", [False, None])
async def test_only_true_is_a_dry_run(said: bool | None, writes: Writes) -> None:  # noqa: FBT001 - the value itself
    """False and null say what leaving it out says."""
    row = await writes.ok("addCommunityPartner", name="Club", kind="SPORTS_CLUB", dryRun=said)
    assert await writes.again(row) == row


async def test_a_row_that_would_be_made_is_not_there(writes: Writes) -> None:
    """Its id shows nothing, in its own country and in another; the payload showed the history that it would have."""
    shows = "communityPartner { id version history { operation after } } errors { code }"
    told = await writes.do("addCommunityPartner", shows=shows, name="Club", kind="SPORTS_CLUB", dryRun=True)
    assert [entry["operation"] for entry in told.row["history"]] == ["addCommunityPartner"]
    for as_ in ("office", "kenya"):
        assert await writes.get("communityPartner", "id", as_, id=told.row["id"]) is None


async def test_mutations_of_one_operation_each_stand_alone(writes: Writes) -> None:
    """A dry run beside a mutation: the one leaves nothing, the other is done; neither sees the other's."""
    home = await writes.home()
    text = """mutation M($dry: UpdateHomeInput!, $done: UpdateHomeInput!) {
      dry: updateHome(input: $dry) { home { version capacity } errors { code } }
      done: updateHome(input: $done) { home { version capacity } errors { code } } }"""
    dry = {**seen(home), "capacity": 7, "dryRun": True}
    body = await writes.send(text, dry=dry, done={**seen(home), "capacity": 8})
    assert body["data"]["dry"] == {"home": {"version": 2, "capacity": 7}, "errors": []}
    assert body["data"]["done"] == {"home": {"version": 2, "capacity": 8}, "errors": []}


async def test_nobody_hears_of_it(writes: Writes, register: Register) -> None:
    """No number is announced, so that no subscription is told; the mutation itself announces one."""
    heard: list[tuple[str, int]] = []
    engine = Engine(
        build_schema()._schema, graph_model(), register, writes.database, lambda: NOW, lambda *each: heard.append(each)
    )
    quiet, writes.engine = writes.engine, engine
    try:
        await writes.ok("addCommunityPartner", name="Club", kind="SPORTS_CLUB", dryRun=True)
        assert heard == []
        await writes.ok("addCommunityPartner", name="Club", kind="SPORTS_CLUB")
        assert [country for country, _ in heard] == ["BE"]
    finally:
        writes.engine = quiet


@pytest.mark.parametrize("as_", ["region", "headquarters", "auditor"])
async def test_who_may_not_do_it_may_not_try_it(as_: str, writes: Writes) -> None:
    """A dry run is no way to ask."""
    home = await writes.home()
    body = await writes.send(
        "mutation M($input: UpdateHomeInput!) { updateHome(input: $input) { home { id } } }",
        as_,
        input={**seen(home), "capacity": 7, "dryRun": True},
    )
    assert body["data"] == {"updateHome": None}
    assert [each["extensions"]["code"] for each in body["errors"]] == ["FORBIDDEN"]


async def test_a_row_of_another_programme_is_not_there(writes: Writes) -> None:
    """A caseworker tries a row of another programme: as a row that does not exist."""
    home = await writes.home("other")
    child = await writes.child(home, "other")
    given = {**seen(child), "interests": "Chess", "dryRun": True}
    told = await writes.do("updateChild", "caseworker", **given)
    assert told.row is None
    assert told.errors == (await writes.do("updateChild", "caseworker", **with_unknown_ids(given))).errors
    assert [code for code, _ in told.refused] == ["NOT_FOUND"]
