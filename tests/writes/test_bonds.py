"""Sibling bonds: each of two children holds one to the other."""

from __future__ import annotations

from tests.writes.writes import TODAY, Writes, uuid_of

BONDS = "SELECT child_id, sibling_id, sibling_name, kind, started_on::text FROM sibling_bond WHERE child_id = ANY ($1)"


async def test_a_bond_has_two_ends(writes: Writes) -> None:
    """What one child holds to the other, the other holds to the one, with the other's name."""
    one, other = await writes.child(), await writes.child()
    row = await writes.ok(
        "recordSiblingBond", "caseworker", childId=one["id"], siblingId=other["id"], kind="STEP", startedOn="2026-03-01"
    )
    assert (row["child"]["id"], row["sibling"]["id"], row["siblingName"]) == (
        one["id"],
        other["id"],
        other["givenName"],
    )
    ids = [uuid_of(one["id"]), uuid_of(other["id"])]
    told = {(row["child_id"], row["sibling_id"], row["sibling_name"]) for row in await writes.rows(BONDS, ids)}
    assert told == {(ids[0], ids[1], other["givenName"]), (ids[1], ids[0], one["givenName"])}
    assert {(row["kind"], row["started_on"]) for row in await writes.rows(BONDS, ids)} == {("STEP", "2026-03-01")}


async def test_a_bond_is_known_from_today(writes: Writes) -> None:
    """Without a day a bond begins today."""
    one, other = await writes.child(), await writes.child()
    row = await writes.ok("recordSiblingBond", childId=one["id"], siblingId=other["id"], kind="FULL")
    assert (row["startedOn"], row["endedOn"]) == (TODAY, None)


async def test_a_bond_is_recorded_once(writes: Writes) -> None:
    """Two children are on record as siblings once, whichever of them is named first."""
    one, other = await writes.siblings(2)
    for child, sibling in ((one, other), (other, one)):
        told = await writes.do("recordSiblingBond", childId=child["id"], siblingId=sibling["id"], kind="FULL")
        assert told.refused == [("CONFLICT", "input.siblingId")]


async def test_nobody_is_their_own_sibling(writes: Writes) -> None:
    """A bond is between two."""
    child = await writes.child()
    told = await writes.do("recordSiblingBond", childId=child["id"], siblingId=child["id"], kind="FULL")
    assert told.refused == [("BAD_USER_INPUT", "input.siblingId")]


async def test_a_sibling_in_another_programme(writes: Writes) -> None:
    """A caseworker binds no child whom it does not see; the office binds the two, each in its own programme."""
    one, other = await writes.child(), await writes.child(None, "other")
    wanted = {"childId": one["id"], "siblingId": other["id"], "kind": "FULL"}
    told = await writes.do("recordSiblingBond", "caseworker", **wanted)
    assert told.refused == [("NOT_FOUND", "input.siblingId")]
    row = await writes.ok("recordSiblingBond", **wanted)
    assert row["programme"] == {"id": writes.programmes["own"]}
    found = await writes.get(
        "child", "siblingBonds { nodes { siblingName sibling { id } } }", "neighbour", id=other["id"]
    )
    assert found["siblingBonds"]["nodes"] == [{"siblingName": one["givenName"], "sibling": None}]
