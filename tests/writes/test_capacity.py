"""Room in a home: plans are refused where there is none, facts are recorded with who answers for them."""

from __future__ import annotations

import pytest

from tests.writes.operations import seen
from tests.writes.writes import TODAY, Json, Row, Writes, unknown

WHY = {"reason": "At night, from the police.", "authorisedBy": "N. Claes, director"}
TOMORROW = "2026-11-23"
FULL = [("CONFLICT", "input.homeId")]


async def full_home(writes: Writes, programme: str = "own", **given: Json) -> Row:
    """A home whose only place is taken."""
    home = await writes.home(capacity=1)
    await writes.child(home, programme, **given)
    return home


@pytest.mark.parametrize("day", ["2026-03-01", TODAY, TOMORROW])
async def test_a_full_home_takes_nobody(day: str, writes: Writes) -> None:
    """Without an exception neither a plan nor a fact goes beyond a home's places."""
    home, child = await full_home(writes), await writes.child()
    assert (await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn=day)).refused == FULL
    assert (await writes.do("admitChild", **writes.about(home, startedOn=day))).refused == FULL
    placement = seen(await writes.placement(child))
    given = {**placement, "homeId": home["id"], "reason": "There it was.", "startedOn": day}
    assert (await writes.do("correctPlacement", **given)).refused == FULL


@pytest.mark.parametrize("day", ["2026-03-01", TODAY])
async def test_a_fact_is_recorded(day: str, writes: Writes) -> None:
    """Who lives in a full home already is recorded, and the exception stays visible on the placement and the home."""
    home, child = await full_home(writes), await writes.child()
    placed = await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn=day, exception=WHY)
    shown = {"rule": "CAPACITY", "dated": day, **WHY}
    shows = "rule dated reason authorisedBy"
    found = await writes.get("placement", f"exceptions {{ nodes {{ {shows} home {{ id }} }} }}", id=placed["id"])
    assert found["exceptions"]["nodes"] == [shown | {"home": {"id": home["id"]}}]
    found = await writes.get(
        "home", f"occupancy placementExceptions {{ nodes {{ {shows} placement {{ id }} }} }}", id=home["id"]
    )
    assert found["occupancy"] == 2
    assert found["placementExceptions"]["nodes"] == [shown | {"placement": {"id": placed["id"]}}]


async def test_each_way_into_a_full_home(writes: Writes) -> None:
    """Admission, siblings and a correction record a fact in the same way."""
    home = await full_home(writes)
    await writes.ok("admitChild", **writes.about(home, exception=WHY))
    children = [child["id"] for child in await writes.siblings(2)]
    rows = await writes.ok("placeSiblings", childIds=children, homeId=home["id"], startedOn="2026-02-01", exception=WHY)
    placement = await writes.placement(await writes.child())
    await writes.ok("correctPlacement", **seen(placement), homeId=home["id"], reason="There it was.", exception=WHY)
    found = await writes.get("home", "placementExceptions { totalCount }", id=home["id"])
    assert len(rows) == 2
    assert found["placementExceptions"]["totalCount"] == 4


async def test_a_plan_is_refused_with_whatever_exception(writes: Writes) -> None:
    """What begins tomorrow can still be arranged otherwise: nobody answers it away."""
    home, child = await full_home(writes), await writes.child()
    before = await writes.state()
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": TOMORROW, "exception": WHY}
    assert (await writes.do("placeChild", **given)).refused == FULL
    about = writes.about(home, startedOn=TOMORROW, exception=WHY)
    assert (await writes.do("admitChild", **about)).refused == FULL
    assert await writes.state() == before


async def test_an_exception_where_none_is_needed(writes: Writes) -> None:
    """With room enough, nothing is on record as an exception."""
    child = await writes.child(exception=WHY)
    placement = await writes.placement(child)
    found = await writes.get("placement", "exceptions { totalCount }", id=placement["id"])
    assert found == {"exceptions": {"totalCount": 0}}


async def test_the_children_of_another_programme_take_room(writes: Writes) -> None:
    """A caseworker sees none of another programme's children in the home, and cannot overfill it all the same."""
    home = await full_home(writes, "other")
    child = await writes.child()
    shows = "occupancy freePlaces children { totalCount } placements { totalCount }"
    found = await writes.get("home", shows, "caseworker", id=home["id"])
    counted = {"occupancy": 1, "freePlaces": 0}
    assert found == {**counted, "children": {"totalCount": 0}, "placements": {"totalCount": 0}}
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-03-01"}
    assert (await writes.do("placeChild", "caseworker", **given)).refused == FULL


async def test_every_day_counts(writes: Writes) -> None:
    """A home that is free today and taken later takes nobody for good, until the later one has gone."""
    home = await full_home(writes, startedOn="2027-03-01")
    child = await writes.child()
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": TODAY}
    assert (await writes.do("placeChild", **given)).refused == FULL


async def test_a_place_is_free_from_the_day_on_which_somebody_leaves(writes: Writes) -> None:
    """The day of leaving is the first day on which the place is free."""
    home = await writes.home(capacity=1)
    first, child = await writes.child(home), await writes.child()
    placement = await writes.placement(first)
    await writes.ok("endPlacement", **seen(placement), endedOn="2026-12-01", endReason="HOME_CLOSED")
    given = {"childId": child["id"], "homeId": home["id"]}
    assert (await writes.do("placeChild", **given, startedOn="2026-11-30")).refused == FULL
    await writes.ok("placeChild", **given, startedOn="2026-12-01")
    told = await writes.do(
        "correctPlacement", **seen(await writes.again(placement)), endedOn="2026-12-02", reason="A day longer."
    )
    assert told.refused == FULL
    told = await writes.do(
        "endPlacement", **seen(await writes.again(placement)), endedOn="2026-12-02", endReason="OTHER"
    )
    assert told.refused == [("CONFLICT", "input.endedOn")]


async def test_a_voided_placement_takes_no_room(writes: Writes) -> None:
    """The place of a placement that was taken back is free."""
    home = await writes.home(capacity=1)
    child, other = await writes.child(home), await writes.child()
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Wrong house.")
    await writes.ok("placeChild", childId=other["id"], homeId=home["id"], startedOn="2026-02-01")


async def test_what_is_too_full_is_corrected_without_a_new_exception(writes: Writes) -> None:
    """A correction that takes no further day of a full home asks nobody to answer for it again."""
    home = await full_home(writes)
    placement = await writes.placement(await writes.child(home, exception=WHY))
    row = await writes.ok("correctPlacement", **seen(placement), startReason="EMERGENCY", reason="It was one.")
    row = await writes.ok("correctPlacement", **seen(row), startedOn="2026-01-12", reason="Two days later.")
    told = await writes.do("correctPlacement", **seen(row), startedOn="2026-01-11", reason="One day later.")
    assert told.refused == FULL


@pytest.mark.parametrize("as_", ["caseworker", "office"])
async def test_room_is_told_of_along_with_all_else(writes: Writes, as_: str) -> None:
    """That a full home has no room comes with whatever else refuses a write; and again under the same key."""
    full, roomy = await full_home(writes, startedOn="2026-01-15"), await writes.home()
    child = await writes.child()
    placed = await writes.placement(child)
    one, other = (await writes.child())["id"], (await writes.child())["id"]
    cases: list[tuple[str, Json, set[str]]] = [
        ("placeChild", {"childId": unknown("Child"), "startedOn": TODAY}, {"input.childId"}),
        ("placeSiblings", {"childIds": [one, other], "startedOn": TODAY}, {"input.childIds"}),
        ("placeSiblings", {"childIds": [one, unknown("Child")], "startedOn": TODAY}, {"input.childIds.1"}),
        ("correctPlacement", {**seen(placed), "version": 77, "reason": "So it was."}, {"input.version"}),
        ("admitChild", {**writes.about(full), "programmeId": unknown("Programme")}, {"input.programmeId"}),
        ("admitChild", {**writes.about(full), "caseNumber": child["caseNumber"]}, {"input.caseNumber"}),
    ]
    for number, (name, given, paths) in enumerate(cases):
        for home, more in ((roomy, set[str]()), (full, {"input.homeId"})):
            asked = {**given, "homeId": home["id"], "idempotencyKey": f"{number} {home['id']} {as_}"}
            told = [(await writes.do(name, as_, **asked)).errors for _ in range(2)]
            assert told[0] == told[1], name
            assert {".".join(error["path"]) for error in told[0]} == paths | more, name
    given = {"childId": child["id"], "homeId": full["id"], "startedOn": TODAY}
    assert (await writes.do("placeChild", as_, **given)).refused == FULL


async def test_a_home_that_the_caller_does_not_see_has_no_room_to_tell_of(writes: Writes) -> None:
    """Of a full home of another programme, and of another country, a caller hears that it is not there, and no more."""
    full, child = await full_home(writes), await writes.child()
    for as_ in ("neighbour", "kenya"):
        told = await writes.do("placeChild", as_, childId=child["id"], homeId=full["id"], startedOn=TODAY)
        assert {error["code"] for error in told.errors} == {"NOT_FOUND"}


async def test_a_home_tells_who_lives_there_with_all_else(writes: Writes) -> None:
    """To close it before its first day is refused for that, and for the children who live there."""
    full, empty = await full_home(writes), await writes.home()
    reasons = {}
    for home in (full, empty):
        told = await writes.do("closeHome", **seen(home), closedOn="1990-01-01")
        reasons[home["id"]] = {error["reason"] for error in told.errors}
    assert reasons == {full["id"]: {"ENDS_BEFORE_START", "HOME_NOT_EMPTY"}, empty["id"]: {"ENDS_BEFORE_START"}}
