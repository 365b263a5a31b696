"""What a home has to have where a child comes to live: a licence that holds, and carers who are cleared."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.writes.operations import seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD, TODAY = "2027-01-10", "2026-11-22"
ANSWER = {"reason": "There was no other bed.", "authorisedBy": "Duty officer"}


async def _licence(writes: Writes, home: Row, **given: Json) -> Row:
    about = {"homeId": home["id"], "kind": "LICENCE", "heldOn": "2024-01-01", "outcome": "PASSED"}
    row: Row = await writes.ok("recordInspection", **about | {"carriedOutBy": "District"} | given)
    return row


async def _placed(writes: Writes, home: Row, as_: str = "office", **given: Json) -> Told:
    child = await writes.child()
    return await writes.do("placeChild", as_, **{"childId": child["id"], "homeId": home["id"]} | given)


async def _exceptions(writes: Writes, placement: Row) -> list[tuple[str, Json]]:
    shows = "exceptions { edges { node { rule dated lapsesOn } } }"
    edges = (await writes.get("placement", shows, id=placement["id"]))["exceptions"]["edges"]
    return [(edge["node"]["rule"], edge["node"]["lapsesOn"]) for edge in edges]


async def _with_carer(writes: Writes, home: Row, **given: Json) -> Row:
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    caregiver: Row = await writes.ok("recordCaregiver", **about | {"engagedOn": "2020-01-01"} | given)
    who = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": "2026-01-01"}
    await writes.ok("assignCaregiver", **who)
    return caregiver


async def _clear(writes: Writes, caregiver: Row, **given: Json) -> None:
    for kind in ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE"):
        about = {"caregiverId": caregiver["id"], "kind": kind, "decidedOn": "2025-01-01", "outcome": "PASSED"}
        await writes.ok("recordCaregiverCheck", **about | {"validUntil": "2028-01-01"} | given)


async def test_a_plan_asks_for_a_licence_that_holds_on_its_first_day(writes: Writes) -> None:
    """None, one that has ended by then and one that was withdrawn are refused; the day before its end is fine."""
    home = await writes.home(form="SMALL_GROUP_HOME", capacity=9)
    for as_ in ("office", "caseworker"):
        assert (await _placed(writes, home, as_, startedOn=AHEAD)).reasons == {"HOME_NOT_LICENSED"}
    await _licence(writes, home, validUntil=AHEAD)
    assert (await _placed(writes, home, startedOn=AHEAD)).reasons == {"HOME_NOT_LICENSED"}
    assert not (await _placed(writes, home, "caseworker", startedOn="2027-01-09")).errors
    await _licence(writes, home, heldOn="2026-11-01", outcome="WITHDRAWN")
    assert (await _placed(writes, home, startedOn="2027-01-09")).reasons == {"HOME_NOT_LICENSED"}
    admitted = await writes.do("admitChild", **writes.about(home, startedOn="2027-01-09"))
    assert admitted.reasons == {"HOME_NOT_LICENSED"}


async def test_a_family_of_relatives_is_asked_for_none(writes: Writes) -> None:
    """A grandmother is not refused for want of a village's licence."""
    home = await writes.home(form="KINSHIP_FAMILY")
    assert not (await _placed(writes, home, startedOn=AHEAD)).errors


async def test_a_fact_is_recorded_where_somebody_answers_for_it(writes: Writes) -> None:
    """A licence that was withdrawn asks for an answer, which stays visible; one that nobody knows does not."""
    home = await writes.home(form="SMALL_GROUP_HOME", capacity=9)
    assert not (await _placed(writes, home, startedOn=TODAY)).errors
    await _licence(writes, home, heldOn="2026-11-01", outcome="WITHDRAWN")
    assert (await _placed(writes, home, startedOn=TODAY)).reasons == {"HOME_NOT_LICENSED"}
    told = await _placed(writes, home, startedOn=TODAY, exception=ANSWER | {"lapsesOn": "2026-12-20"})
    assert await _exceptions(writes, told.row) == [("HOME_NOT_LICENSED", "2026-12-20")]
    early = await _placed(writes, home, startedOn=TODAY, exception=ANSWER | {"lapsesOn": TODAY})
    assert early.reasons == {"ENDS_BEFORE_START"}
    planned = await _placed(writes, home, startedOn=AHEAD, exception=ANSWER)
    assert planned.reasons == {"HOME_NOT_LICENSED"}
    before = await _placed(writes, home, startedOn="2026-10-01")
    assert not before.errors


async def test_carers_are_cleared_or_somebody_answers_for_it(writes: Writes) -> None:
    """Also of a home that needs no licence, and for a caseworker, who sees no check."""
    home = await writes.home(capacity=9)
    caregiver = await _with_carer(writes, home)
    for as_ in ("office", "caseworker"):
        assert (await _placed(writes, home, as_, startedOn=AHEAD)).reasons == {"CARER_NOT_CLEARED"}
        told = await _placed(writes, home, as_, startedOn=TODAY, exception=ANSWER)
        assert await _exceptions(writes, told.row) == [("CARER_NOT_CLEARED", None)]
    await _clear(writes, caregiver)
    for as_ in ("office", "caseworker"):
        told = await _placed(writes, home, as_, startedOn=AHEAD, exception=ANSWER)
        assert not told.errors
        assert await _exceptions(writes, told.row) == []


async def test_the_rows_decide_and_not_what_lists_show_of_them(writes: Writes) -> None:
    """Whatever stands in the copy, the office asks the checks of the day themselves."""
    home = await writes.home()
    caregiver = await _with_carer(writes, home)
    mine = uuid_of(caregiver["id"])
    await writes.operator.execute("UPDATE caregiver SET cleared_until = '2030-01-01' WHERE id = $1", mine)
    assert (await _placed(writes, home, startedOn=AHEAD)).reasons == {"CARER_NOT_CLEARED"}
    await _clear(writes, caregiver)
    await writes.operator.execute("UPDATE caregiver SET cleared_until = NULL WHERE id = $1", mine)
    assert not (await _placed(writes, home, startedOn=AHEAD)).errors


async def test_a_check_that_fails_while_a_carer_is_assigned(writes: Writes) -> None:
    """Either the assignment is refused, or it was there before the check failed."""
    home = await writes.home()
    about = {"programmeId": writes.programmes["own"], "givenName": "Esi", "kind": "FAMILY_CARER"}
    caregiver = await writes.ok("recordCaregiver", **about, engagedOn="2020-01-01")
    await _clear(writes, caregiver)
    failed = {"caregiverId": caregiver["id"], "kind": "REFERENCE", "decidedOn": "2026-11-01", "outcome": "FAILED"}
    who = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": AHEAD}
    checked, assigned = await asyncio.gather(
        writes.do("recordCaregiverCheck", **failed), writes.do("assignCaregiver", "caseworker", **who)
    )
    assert not checked.errors
    assert assigned.reasons <= {"CARER_NOT_CLEARED"}
    again = await writes.do("assignCaregiver", **who | {"role": "CO_WORKER"})
    assert again.reasons == {"CARER_NOT_CLEARED"}


async def test_a_licence_that_is_withdrawn_while_a_child_is_placed(writes: Writes) -> None:
    """Both hold the home: the plan is refused, or it stood before."""
    home = await writes.home(form="YOUTH_HOME")
    licence = await _licence(writes, home, validUntil="2028-01-01")
    child = await writes.child()
    gone, placed = await asyncio.gather(
        writes.do("voidInspection", **seen(licence), reason="Of another home."),
        writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn=AHEAD),
    )
    assert not gone.errors
    assert placed.reasons <= {"HOME_NOT_LICENSED"}
    other = await writes.child()
    told = await writes.do("placeChild", childId=other["id"], homeId=home["id"], startedOn=AHEAD)
    assert told.reasons == {"HOME_NOT_LICENSED"}


async def test_whoever_comes_back_comes_to_a_home_that_may_take_children(writes: Writes) -> None:
    """Care that begins asks what a placement asks, names the parent key carer, and ends that with care."""
    licensed, cleared = await writes.home(form="SMALL_GROUP_HOME"), await writes.home()
    caregiver = await _with_carer(writes, cleared)
    child = await writes.registered()
    care = {"childId": child["id"], "startedOn": AHEAD, "primaryReason": "NEGLECT", "reasons": ["NEGLECT"]}
    assert (await writes.do("beginCare", **care, homeId=licensed["id"])).reasons == {"HOME_NOT_LICENSED"}
    assert (await writes.do("beginCare", **care, homeId=cleared["id"])).reasons == {"CARER_NOT_CLEARED"}
    await _clear(writes, caregiver)
    begun = await writes.ok("beginCare", **care | {"startedOn": "2026-10-01"}, homeId=cleared["id"])
    shows = "caregiverAssignments { edges { node { role endedOn endReason caregiver { id } } } }"
    named = {"role": "KEY_CARER", "endedOn": None, "endReason": None, "caregiver": {"id": caregiver["id"]}}
    edges = (await writes.get("child", shows, id=child["id"]))["caregiverAssignments"]["edges"]
    assert [edge["node"] for edge in edges] == [named]
    await writes.ok("endCare", **seen(begun), endedOn="2026-11-01", destination="FAMILY")
    edges = (await writes.get("child", shows, id=child["id"]))["caregiverAssignments"]["edges"]
    assert [edge["node"] for edge in edges] == [named | {"endedOn": "2026-11-01", "endReason": "CARE_ENDED"}]
