"""Community links and partners: who belongs to what around."""

from __future__ import annotations

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
        "partner": {"id": partner["id"]}, "programme": {"id": writes.programmes["own"]},
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
    """A tie ends after its first day, and the day can be set anew."""
    child = await writes.child()
    link = await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01")
    told = await writes.do("endCommunityLink", id=link["id"], version=1, endedOn="2026-02-01")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    row = await writes.ok("endCommunityLink", "caseworker", id=link["id"], version=1, endedOn="2026-02-02")
    assert (row["endedOn"], row["version"]) == ("2026-02-02", 2)
    row = await writes.ok("endCommunityLink", id=link["id"], version=2, endedOn="2026-07-01")
    assert row["endedOn"] == "2026-07-01"


async def test_partners_are_the_countrys(writes: Writes) -> None:
    """Every caseworker of a country adds and changes partners; no other country sees them."""
    row = await writes.ok("addCommunityPartner", "caseworker", name="School", kind="SCHOOL", locality="Gent")
    assert (row["name"], row["kind"], row["locality"], row["version"]) == ("School", "SCHOOL", "Gent", 1)
    changed = await writes.ok("updateCommunityPartner", "neighbour", id=row["id"], version=1, locality=None)
    assert changed == row | {"version": 2, "locality": None}
    assert await writes.again(row, "caseworker") == changed
    assert await writes.get("communityPartner", "id", "kenya", id=row["id"]) is None
