"""Community links and partners: who belongs to what around."""

from __future__ import annotations

import pytest

from tests.writes.writes import Writes


async def test_a_childs_link(writes: Writes) -> None:
    """A child's tie belongs to the child's programme, wherever the home belongs."""
    home = await writes.home("other")
    child = await writes.child(home)
    partner = await writes.ok("addCommunityPartner", name="Chess club", kind="SPORTS_CLUB")
    row = await writes.ok(
        "addCommunityLink", childId=child["id"], homeId=home["id"], partnerId=partner["id"], kind="SPORTS_CLUB",
        startedOn="2026-09-01", note="Plays on Tuesdays.",
    )  # fmt: skip
    assert row == {
        "id": row["id"], "version": 1, "kind": "SPORTS_CLUB", "startedOn": "2026-09-01", "endedOn": None,
        "note": "Plays on Tuesdays.", "child": {"id": child["id"]}, "home": {"id": home["id"]},
        "partner": {"id": partner["id"]}, "programme": {"id": writes.programmes["own"]}, "voidedAt": None,
        "voidReason": None,
    }  # fmt: skip
    assert await writes.again(row) == row


async def test_a_homes_link(writes: Writes) -> None:
    """A tie of the whole home belongs to the home's programme."""
    home = await writes.home("other")
    row = await writes.ok("addCommunityLink", "neighbour", homeId=home["id"], kind="NEIGHBOUR", startedOn="2026-09-01")
    assert (row["programme"], row["child"]) == ({"id": writes.programmes["other"]}, None)


async def test_a_link_is_somebodys(writes: Writes) -> None:
    """A tie names a child, a home, or both."""
    told = await writes.do("addCommunityLink", kind="NEIGHBOUR", startedOn="2026-09-01")
    assert told.refused == [("BAD_USER_INPUT", "input.childId")]


async def test_a_link_leans_on_what_the_caller_sees(writes: Writes) -> None:
    """With one of three rows unseen the tie is not written, and the answer says which."""
    child, stranger = await writes.child(), await writes.child(None, "other")
    foreign = await writes.ok("addCommunityPartner", "kenya", name="Club", kind="SPORTS_CLUB")
    for given, path in (
        ({"childId": stranger["id"]}, "childId"),
        ({"childId": child["id"], "homeId": stranger["home"]["id"]}, "homeId"),
        ({"childId": child["id"], "partnerId": foreign["id"]}, "partnerId"),
    ):
        before = await writes.state()
        told = await writes.do("addCommunityLink", "caseworker", kind="SCHOOL", startedOn="2026-09-01", **given)
        assert told.refused == [("NOT_FOUND", f"input.{path}")]
        assert await writes.state() == before


async def test_a_link_ends(writes: Writes) -> None:
    """A tie does not end before its first day, and ends once; a wrong day is set right."""
    child = await writes.child()
    link = await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01")
    told = await writes.do("endCommunityLink", id=link["id"], version=1, endedOn="2026-01-31")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    row = await writes.ok("endCommunityLink", "caseworker", id=link["id"], version=1, endedOn="2026-02-02")
    assert (row["endedOn"], row["version"]) == ("2026-02-02", 2)
    told = await writes.do("endCommunityLink", id=link["id"], version=2, endedOn="2026-07-01")
    assert told.reasons == {"ENDED_ALREADY"}
    given = {"id": link["id"], "version": 2, "reason": "Miswritten."}
    row = await writes.ok("correctCommunityLink", **given, endedOn="2026-07-01")
    assert row["endedOn"] == "2026-07-01"


@pytest.mark.parametrize("of_child", [True, False])
async def test_a_link_of_a_home_lies_in_its_life(writes: Writes, *, of_child: bool) -> None:
    """A tie of a home, alone or with a child, begins while the home is open, and ends when it closes at the latest."""
    home = await writes.home(openedOn="2020-01-01")
    closed = await writes.ok("closeHome", id=home["id"], version=1, closedOn="2026-03-01")
    given = {"homeId": closed["id"], "kind": "NEIGHBOUR"}
    if of_child:
        given["childId"] = (await writes.child())["id"]
    for day in ("2019-12-31", "2026-03-01", "2026-11-01"):
        before = await writes.state()
        told = await writes.do("addCommunityLink", startedOn=day, **given)
        assert told.refused == [("CONFLICT", "input.startedOn")]
        assert await writes.state() == before
    await writes.ok("addCommunityLink", startedOn="2020-01-01", **given)
    link = await writes.ok("addCommunityLink", startedOn="2026-02-28", **given)
    told = await writes.do("endCommunityLink", id=link["id"], version=1, endedOn="2026-03-02")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    ended = await writes.ok("endCommunityLink", id=link["id"], version=1, endedOn="2026-03-01")
    assert ended["endedOn"] == "2026-03-01"


async def test_a_link_ends_whose_home_the_caller_does_not_see(writes: Writes) -> None:
    """A caseworker ends the tie of an own child beside another programme's home; the office is told of its life."""
    home = await writes.home("other", openedOn="2020-01-01")
    child = await writes.child()
    link = await writes.ok(
        "addCommunityLink", childId=child["id"], homeId=home["id"], kind="NEIGHBOUR", startedOn="2026-02-01"
    )
    await writes.ok("closeHome", id=home["id"], version=1, closedOn="2026-03-01")
    told = await writes.do("endCommunityLink", id=link["id"], version=1, endedOn="2026-04-01")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    row = await writes.ok("endCommunityLink", "caseworker", id=link["id"], version=1, endedOn="2026-04-01")
    assert row["endedOn"] == "2026-04-01"


async def test_partners_are_the_countrys(writes: Writes) -> None:
    """Every caseworker of a country adds and changes partners; no other country sees them."""
    row = await writes.ok("addCommunityPartner", "caseworker", name="School", kind="SCHOOL", locality="Gent")
    assert (row["name"], row["kind"], row["locality"], row["version"]) == ("School", "SCHOOL", "Gent", 1)
    changed = await writes.ok("updateCommunityPartner", "neighbour", id=row["id"], version=1, locality=None)
    assert changed == row | {"version": 2, "locality": None}
    assert await writes.again(row, "caseworker") == changed
    assert await writes.get("communityPartner", "id", "kenya", id=row["id"]) is None
