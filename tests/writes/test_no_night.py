"""Brought at two at night, to the grandmother at noon: what ends on its first day holds no night, and is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import MIRROR, seen
from tests.writes.test_caregivers import KINDS
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

NIGHT, AHEAD = "2026-11-20", "2027-01-10"
LIVED = """
  inCare homesLivedIn home { id } careEpisodes(first: 5) { nodes { startedOn endedOn } }
  placements(first: 5, orderBy: [{ startedOn: ASC }]) { nodes { startedOn endedOn endReason home { id } } }
  keyCarer { id }
"""


async def _brought(writes: Writes, **home: Json) -> tuple[Row, Row]:
    """A child that comes at night, and the shelter of one bed that takes it in."""
    shelter = await writes.home(form="EMERGENCY_SHELTER", capacity=1, **home)
    return await writes.child(shelter, startedOn=NIGHT, startReason="EMERGENCY"), shelter


async def _days(writes: Writes, child: Row) -> list[tuple[str, str | None]]:
    found = await writes.get("child", LIVED, id=child["id"])
    return [(row["startedOn"], row["endedOn"]) for row in found["placements"]["nodes"]]


async def test_at_two_at_night_and_at_noon(writes: Writes) -> None:
    """Both stays are on record and one of them holds the night; the bed is free, and nobody else's team hears of it."""
    child, shelter = await _brought(writes)
    kin = await writes.home()
    for stranger in ("neighbour", "kenya"):
        told = await writes.do("placeChild", stranger, childId=child["id"], homeId=kin["id"], startedOn=NIGHT)
        assert {code for code, _ in told.refused} == {"NOT_FOUND"}
    await writes.ok("placeChild", "caseworker", childId=child["id"], homeId=kin["id"], startedOn=NIGHT)
    found = await writes.get("child", LIVED, "caseworker", id=child["id"])
    stays = {row["home"]["id"]: (row["startedOn"], row["endedOn"]) for row in found["placements"]["nodes"]}
    assert stays == {shelter["id"]: (NIGHT, NIGHT), kin["id"]: (NIGHT, None)}
    assert (found["inCare"], found["home"], found["homesLivedIn"]) == (True, {"id": kin["id"]}, 1)
    assert found["careEpisodes"]["nodes"] == [{"startedOn": NIGHT, "endedOn": None}]
    assert (await writes.get("home", f'freePlaces(on: "{NIGHT}")', id=shelter["id"]))["freePlaces"] == 1
    assert await writes.value(MIRROR) == 0


async def test_who_was_there_at_night_is_no_longer_the_key_carer(writes: Writes) -> None:
    """The parent of the shelter was that for no night; of the home at noon nobody is, and the record says both."""
    shelter = await writes.home(form="EMERGENCY_SHELTER")
    who = {"givenName": "Ama", "kind": "FAMILY_CARER", "engagedOn": "2020-01-01"}
    carer = await writes.ok("recordCaregiver", programmeId=writes.programmes["own"], **who)
    for kind in KINDS:
        passed = {"kind": kind, "decidedOn": "2025-01-01", "outcome": "PASSED", "validUntil": "2028-01-01"}
        await writes.ok("recordCaregiverCheck", caregiverId=carer["id"], **passed)
    about = {"homeId": shelter["id"], "caregiverId": carer["id"], "role": "PARENT", "startedOn": "2026-11-01"}
    await writes.ok("assignCaregiver", **about)
    child = await writes.child(shelter, startedOn=NIGHT)
    assert (await writes.get("child", LIVED, id=child["id"]))["keyCarer"] == {"id": carer["id"]}
    await writes.ok("placeChild", childId=child["id"], homeId=(await writes.home())["id"], startedOn=NIGHT)
    assert (await writes.get("child", LIVED, id=child["id"]))["keyCarer"] is None
    query = "SELECT started_on::text, ended_on::text, end_reason FROM caregiver_assignment WHERE child_id = $1"
    (row,) = await writes.rows(query, uuid_of(child["id"]))
    assert tuple(row.values()) == (NIGHT, NIGHT, "CHILD_MOVED")


async def test_the_bed_is_taken_by_who_comes_next(writes: Writes) -> None:
    """A shelter of one bed takes in another child on the same night; a third finds no room."""
    child, shelter = await _brought(writes)
    given = {"homeId": shelter["id"], "startedOn": NIGHT}
    assert (await writes.do("placeChild", childId=(await writes.child())["id"], **given)).reasons == {"HOME_FULL"}
    await writes.ok("placeChild", childId=child["id"], homeId=(await writes.home())["id"], startedOn=NIGHT)
    await writes.ok("placeChild", childId=(await writes.child())["id"], **given)
    assert (await writes.do("placeChild", childId=(await writes.child())["id"], **given)).reasons == {"HOME_FULL"}


async def test_a_plan_is_ended_by_none(writes: Writes) -> None:
    """Where the child is to come on a day that lies ahead, another home on that day is refused."""
    child, kin = await writes.child(startedOn=AHEAD), await writes.home()
    before = await writes.state()
    told = await writes.do("placeChild", childId=child["id"], homeId=kin["id"], startedOn=AHEAD)
    assert told.reasons == {"LIVES_ELSEWHERE"}
    assert await writes.state() == before


async def test_brothers_go_on_together(writes: Writes) -> None:
    """Each was somewhere at night, and all of them are in one home at noon."""
    children = await writes.siblings(2, startedOn=NIGHT)
    kin = await writes.home()
    given = {"childIds": [each["id"] for each in children], "homeId": kin["id"], "startedOn": NIGHT}
    await writes.ok("placeSiblings", **given)
    assert [sorted(await _days(writes, each), key=str) for each in children] == [[(NIGHT, NIGHT), (NIGHT, None)]] * 2


async def test_care_ends_on_the_day_on_which_it_began(writes: Writes) -> None:
    """The home ends with it, and so does whatever began then; the child may come into care again on the same day."""
    child, _ = await _brought(writes)
    end = {**seen(await writes.episode(child)), "destination": "FAMILY"}
    assert (await writes.do("endCare", **end, endedOn="2026-11-19")).reasons == {"ENDS_BEFORE_START"}
    placement = await writes.placement(child)
    about = {"childId": child["id"], "placementId": placement["id"], "kind": "HOSPITAL", "startedOn": NIGHT}
    away = await writes.ok("recordTemporaryStay", **about)
    await writes.ok("endCare", **end, endedOn=NIGHT)
    assert ((await writes.again(away))["endedOn"], await _days(writes, child)) == (NIGHT, [(NIGHT, NIGHT)])
    found = await writes.get("child", LIVED, id=child["id"])
    assert (found["inCare"], found["homesLivedIn"]) == (False, 0)
    again = {"childId": child["id"], "homeId": (await writes.home())["id"], "startedOn": NIGHT}
    await writes.ok("beginCare", **again)
    assert (await writes.get("child", LIVED, id=child["id"]))["inCare"]
    assert await writes.value(MIRROR) == 0


async def test_what_is_set_right_leaves_care_where_it_began(writes: Writes) -> None:
    """Of two stays that begin on the first day of care the other one holds it there; the last one ends it."""
    child, shelter = await _brought(writes)
    await writes.ok("placeChild", childId=child["id"], homeId=(await writes.home())["id"], startedOn=NIGHT)
    key = "SELECT 'Placement_BE_' || id FROM placement WHERE child_id = $1 AND ended_on IS NULL"
    kin = {"id": await writes.value(key, uuid_of(child["id"])), "version": 1}
    await writes.ok("correctPlacement", **kin, startedOn="2026-11-21", reason="She came a day later.")
    care = (await writes.get("child", LIVED, id=child["id"]))["careEpisodes"]["nodes"]
    assert care == [{"startedOn": NIGHT, "endedOn": None}]
    key = "SELECT 'Placement_BE_' || id FROM placement WHERE child_id = $1 AND ended_on = started_on"
    night = {"id": await writes.value(key, uuid_of(child["id"])), "version": 2}
    told = await writes.do("correctPlacement", **night, endedOn="2026-11-22", reason="It was longer.")
    assert told.reasons == {"LIVES_ELSEWHERE"}
    row = await writes.ok("correctPlacement", **night, endedOn="2026-11-21", reason="It was the whole night.")
    assert (row["startedOn"], row["endedOn"], row["home"]) == (NIGHT, "2026-11-21", {"id": shelter["id"]})
    assert await writes.value(MIRROR) == 0


async def test_a_bond_that_was_none_is_recorded_anew(writes: Writes) -> None:
    """It ends on its first day for both; the next one of that day is another pair, and ends by itself."""
    one, other = await writes.child(), await writes.child()
    about = {"childId": one["id"], "siblingId": other["id"], "startedOn": "2026-11-01"}
    first = await writes.ok("recordSiblingBond", **about, kind="FULL")
    await writes.ok("endSiblingBond", **seen(first), endedOn="2026-11-01")
    again = await writes.ok("recordSiblingBond", **about, kind="HALF")
    await writes.ok("endSiblingBond", **seen(again), endedOn="2026-11-10")
    query = "SELECT kind, ended_on::text FROM sibling_bond WHERE child_id = ANY($1) ORDER BY kind, ended_on"
    rows = await writes.rows(query, [uuid_of(each["id"]) for each in (one, other)])
    assert [tuple(row.values()) for row in rows] == [
        *[("FULL", "2026-11-01")] * 2, *[("HALF", "2026-11-10")] * 2
    ]  # fmt: skip
