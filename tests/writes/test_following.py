"""`after`: a mutation that follows another is done once that is done, and not where that was refused."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Caller, Tier
from graph.writes import following
from graph.writes.actions import all_actions
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import unknown

if TYPE_CHECKING:
    from tests.writes.writes import Row, Writes

REFUSED = ("CONFLICT", "input.after")
UNKNOWN = ("NOT_FOUND", "input.after")
CLOSE = "mutation M($input: ClosePeriodInput!) { closePeriod(input: $input) { errors { code reason path } } }"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What never comes is waited for a moment only; a test that waits says so."""
    monkeypatch.setattr(following, "WAIT_SECONDS", 0.05)


def school(key: str | None = None, after: str | None = None, **given: str) -> Row:
    """An input of `addCommunityPartner`."""
    sent = {"name": "School", "kind": "SCHOOL", "idempotencyKey": key, "after": after} | given
    return {name: value for name, value in sent.items() if value is not None}


@pytest.mark.parametrize("name", sorted(OPERATIONS))
async def test_every_mutation_follows(name: str, writes: Writes) -> None:
    """It is done after what was done, and refused after what was not, with the reason at its place; nothing is kept."""
    given = await OPERATIONS[name](writes) | {"idempotencyKey": f"follows-{name}"}
    await writes.do("addCommunityPartner", **school(f"first-{name}"))
    stale: Row = {"id": unknown("Home"), "version": 1, "name": "Gone", "idempotencyKey": f"refused-{name}"}
    assert (await writes.do("updateHome", **stale)).refused == [("NOT_FOUND", "input.id")]
    before = await writes.state()
    for after, wanted in ((f"refused-{name}", REFUSED), (f"nobody-{name}", UNKNOWN)):
        told = await writes.do(name, **given, after=after)
        assert (told.row, told.refused, told.reasons) == (None, [wanted], {"AFTER_REFUSED"})
    assert await writes.state() == before
    assert not (await writes.do(name, **given, after=f"first-{name}")).errors


@pytest.mark.parametrize("name", sorted(all_actions()))
async def test_none_follows_itself(name: str, writes: Writes) -> None:
    """The input alone shows it: the refusal needs no look at the database."""
    given = await OPERATIONS[name](writes) | {"idempotencyKey": "itself", "after": "itself"}
    before = await writes.state()
    told = await writes.do(name, **given)
    assert (told.refused, told.reasons) == ([("BAD_USER_INPUT", "input.after")], {"AFTER_REFUSED"})
    assert await writes.state() == before


async def test_a_key_of_another_caller_is_not_known(writes: Writes) -> None:
    """Whoever names it hears what one hears of a key that nobody has used, whatever came of it."""
    office = writes.callers["office"]
    await writes.ok("addCommunityPartner", **school("whose"))
    others: list[str | Caller] = [
        replace(office, subject="olga"),
        replace(office, issuer="https://other.example"),
        "kenya",
        "caseworker",
    ]
    told = [await writes.do("addCommunityPartner", other, **school(after="whose")) for other in others]
    told.append(await writes.do("addCommunityPartner", **school(after="nobody's")))
    assert {str(each.errors) for each in told} == {str(told[0].errors)}
    assert told[0].refused == [UNKNOWN]


async def test_the_same_person_in_another_role_follows(writes: Writes) -> None:
    """A key belongs to whoever sent it: in whichever role that was."""
    uuid = writes.callers["caseworker"].programmes[0]
    office = writes.callers["office"]
    await writes.ok("addCommunityPartner", Caller(office.subject, Tier.CASEWORKER, ("BE",), (uuid,), office.issuer),
                    **school("in another role"))  # fmt: skip
    assert not (await writes.do("addCommunityPartner", **school(after="in another role"))).errors


async def test_what_was_refused_by_its_input_is_refused(writes: Writes) -> None:
    """It uses no key up, so that nothing is known of it; what comes after it in one operation is told all the same."""
    text = """mutation M($first: AddCommunityPartnerInput!, $then: AddCommunityPartnerInput!) {
      first: addCommunityPartner(input: $first) { errors { code } }
      then: addCommunityPartner(input: $then) { communityPartner { id } errors { code reason } } }"""
    body = await writes.send(text, first=school("empty", name=" "), then=school("then", "empty"))
    assert body["data"]["first"]["errors"] == [{"code": "BAD_USER_INPUT"}]
    then = {"communityPartner": None, "errors": [{"code": "CONFLICT", "reason": "AFTER_REFUSED"}]}
    assert body["data"]["then"] == then


async def test_a_chain_falls_as_one(writes: Writes) -> None:
    """What follows something that could not follow is refused too: its key is not known either."""
    told = [
        await writes.do("addCommunityPartner", **school(f"link {number}", f"link {number - 1}"))
        for number in range(1, 4)
    ]
    assert [each.refused for each in told] == [[UNKNOWN]] * 3


async def test_what_could_not_follow_may_be_sent_again(writes: Writes) -> None:
    """Its own key is free: once the first one is done, the same is done."""
    second = school("second of two", "first of two", name="Second")
    assert (await writes.do("addCommunityPartner", **second)).refused == [UNKNOWN]
    await writes.ok("addCommunityPartner", **school("first of two"))
    row = await writes.ok("addCommunityPartner", **second)
    assert (await writes.ok("addCommunityPartner", **second)) == row


async def test_what_was_done_is_done(writes: Writes) -> None:
    """Sent again it tells what came of it, though what it followed has been forgotten; and without `after` too."""
    await writes.ok("addCommunityPartner", **school("forgotten"))
    second = school("remembered", "forgotten", name="Second")
    row = await writes.ok("addCommunityPartner", **second)
    await writes.operator.execute("UPDATE idempotency_key SET key = 'gone' WHERE key = 'forgotten'")
    assert (await writes.ok("addCommunityPartner", **second)) == row
    assert (await writes.ok("addCommunityPartner", **school("remembered", name="Second"))) == row


async def test_a_dry_run_follows_too(writes: Writes) -> None:
    """It is told what the mutation would be told; and nothing follows a dry run, of which nothing is kept."""
    await writes.do("addCommunityPartner", **school("dry"), dryRun=True)
    assert (await writes.do("addCommunityPartner", **school(after="dry"), dryRun=True)).refused == [UNKNOWN]
    await writes.ok("addCommunityPartner", **school("wet"))
    assert not (await writes.do("addCommunityPartner", **school(after="wet"), dryRun=True)).errors


async def test_what_is_known_under_an_id_follows(writes: Writes) -> None:
    """A mutation that counts as done because its row is there is one that others follow."""
    given = {"name": "Same", "kind": "SCHOOL", "id": unknown("CommunityPartner")}
    for key in ("one name", "another name"):
        await writes.ok("addCommunityPartner", **given, idempotencyKey=key)
    home = await writes.home()
    child = writes.about(home, id=unknown("Child"))
    for key in ("a child", "a child again"):
        await writes.ok("admitChild", **child, idempotencyKey=key)
    for key in ("another name", "a child again"):
        assert not (await writes.do("addCommunityPartner", **school(after=key))).errors


async def test_what_is_under_way_is_waited_for(writes: Writes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A queue that is sent in parallel, last first, is done in its order: the last edit is the one that stays."""
    monkeypatch.setattr(following, "WAIT_SECONDS", 60.0)
    home = await writes.home()
    edits = [
        {
            "id": home["id"],
            "version": home["version"] + number,
            "name": f"Edit {number}",
            "idempotencyKey": f"e{number}",
        }
        | ({"after": f"e{number - 1}"} if number else {})
        for number in range(6)
    ]
    told = await writes.together(writes.do("updateHome", **edit) for edit in reversed(edits))
    assert [each.errors for each in told] == [[]] * len(edits)
    assert (await writes.again(home))["name"] == "Edit 5"


async def test_who_waits_holds_no_connection(writes: Writes, monkeypatch: pytest.MonkeyPatch) -> None:
    """More may wait than there are connections, and others are answered meanwhile."""
    monkeypatch.setattr(following, "WAIT_SECONDS", 60.0)
    waiting = [
        asyncio.create_task(writes.do("addCommunityPartner", **school(None, "the one")))
        for _ in range(60)
    ]  # fmt: skip
    await asyncio.sleep(0.1)
    assert not any(task.done() for task in waiting)
    await writes.ok("addCommunityPartner", **school("the one"))
    assert [(await task).errors for task in waiting] == [[]] * len(waiting)


async def test_whoever_leaves_waits_no_longer(writes: Writes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that goes away while its mutation waits has done nothing."""
    monkeypatch.setattr(following, "WAIT_SECONDS", 60.0)
    task = asyncio.create_task(writes.do("addCommunityPartner", **school("left", "never")))
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await writes.rows("SELECT FROM idempotency_key WHERE key = 'left'") == []


async def test_headquarters_follows_nothing(writes: Writes) -> None:
    """Nothing of a mutation without a row is kept under a key: whatever it is to follow, it does not know."""
    body = await writes.send(CLOSE, "headquarters", input={"year": 2025, "after": "anything"})
    wanted = {"code": "NOT_FOUND", "reason": "AFTER_REFUSED", "path": ["input", "after"]}
    assert body["data"]["closePeriod"]["errors"] == [wanted]


@pytest.mark.parametrize("after", ["", "k" * 201, "a\x00", "half \ud83d"])
async def test_what_is_no_key(after: str, writes: Writes) -> None:
    """It is refused at its place, as an idempotency key is."""
    told = await writes.do("addCommunityPartner", **school("a key"), after=after)
    assert told.refused == [("BAD_USER_INPUT", "input.after")]


async def test_it_is_no_part_of_what_is_done(writes: Writes) -> None:
    """A new attempt may follow something else, or nothing: it is the same mutation."""
    await writes.ok("addCommunityPartner", **school("before"))
    row = await writes.ok("addCommunityPartner", **school("mine", "before"))
    assert (await writes.ok("addCommunityPartner", **school("mine"))) == row
    home = await writes.home()
    assert (await writes.ok("updateHome", **seen(home), capacity=9, after="mine"))["capacity"] == 9
