"""Homes and carers while several write: who is whose key carer, under which name, and by which licence and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen
from tests.writes.test_races import outcomes
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD = "2027-01-10"
ROUNDS = 3
CARED_FOR_TWICE = """
SELECT count(*) FROM caregiver_assignment a
JOIN caregiver_assignment b ON b.country_code = a.country_code AND b.child_id = a.child_id AND a.id < b.id
WHERE a.voided_at IS NULL AND b.voided_at IS NULL
  AND daterange(a.started_on, a.ended_on) && daterange(b.started_on, b.ended_on)
"""
STRAY_NAMES = """
SELECT count(*) FROM caregiver_assignment a
JOIN caregiver c ON c.country_code = a.country_code AND c.id = a.caregiver_id
WHERE a.caregiver_name <> c.given_name
"""
NUMBER = "SELECT min(number) FROM change WHERE row_id = $1"


async def _cleared(writes: Writes, **given: Json) -> Row:
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    caregiver: Row = await writes.ok("recordCaregiver", **about | {"engagedOn": "2020-01-01"} | given)
    for kind in ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE"):
        check = {"caregiverId": caregiver["id"], "kind": kind, "decidedOn": "2025-01-01", "outcome": "PASSED"}
        await writes.ok("recordCaregiverCheck", **check, validUntil="2028-01-01")
    return await writes.again(caregiver)


async def _is_first(writes: Writes, done: Told, other: Told) -> bool:
    """Whether one was written before the other, as the feed tells it."""
    numbers = [await writes.value(NUMBER, uuid_of(each.row["id"])) for each in (done, other)]
    return bool(numbers[0] < numbers[1])


async def test_two_name_a_childs_key_carer_at_once(writes: Writes) -> None:
    """Office and caseworker, of one day and of two: one at a time cares for the child, and nobody is lost."""
    one, other = await _cleared(writes), await _cleared(writes)
    for second in ("2026-03-01", "2026-04-01"):
        child = await writes.child()
        about = {"childId": child["id"]}
        told = await writes.together(
            [
                writes.do("nameKeyCarer", **about, caregiverId=one["id"], startedOn="2026-03-01"),
                writes.do("nameKeyCarer", "caseworker", **about, caregiverId=other["id"], startedOn=second),
            ]
        )
        assert outcomes(told)["DONE"] >= 1
        assert all(each.reasons <= {"ONE_AT_A_TIME"} for each in told)
        assert (await writes.get("child", "hasKeyCarer", id=child["id"]))["hasKeyCarer"]
    assert await writes.value(CARED_FOR_TWICE) == 0


async def test_a_check_that_fails_while_its_carer_is_assigned(writes: Writes) -> None:
    """Who is assigned for a day ahead was cleared when that was written; else the plan is refused."""
    for number in range(ROUNDS):
        home, caregiver = await writes.home(), await _cleared(writes)
        failed = {"caregiverId": caregiver["id"], "kind": "REFERENCE", "decidedOn": "2026-11-01", "outcome": "FAILED"}
        who = {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": AHEAD}
        assigned, checked = await writes.together(
            [
                writes.do("assignCaregiver", ("caseworker", "office")[number % 2], **who),
                writes.do("recordCaregiverCheck", **failed),
            ]
        )
        assert not checked.errors
        assert assigned.reasons == {"CARER_NOT_CLEARED"} or await _is_first(writes, assigned, checked)
        caseworker_sees = await writes.get("caregiver", "clearedUntil", "caseworker", id=caregiver["id"])
        assert caseworker_sees == {"clearedUntil": None}


async def test_a_licence_that_is_withdrawn_while_a_child_is_to_come(writes: Writes) -> None:
    """Whoever places a child has seen the withdrawal, or was first; of two inspections at once the later day holds."""
    for _ in range(ROUNDS):
        home, child = await writes.home(form="YOUTH_HOME"), await writes.child()
        said = {"homeId": home["id"], "kind": "LICENCE", "carriedOutBy": "District"}
        await writes.ok("recordInspection", **said, heldOn="2024-01-01", outcome="PASSED", validUntil="2028-01-01")
        placed, gone, renewed = await writes.together(
            [
                writes.do("placeChild", "caseworker", childId=child["id"], homeId=home["id"], startedOn=AHEAD),
                writes.do("recordInspection", **said, heldOn="2026-11-20", outcome="WITHDRAWN"),
                writes.do("recordInspection", **said, heldOn="2026-11-10", outcome="PASSED", validUntil="2029-01-01"),
            ]
        )
        assert not gone.errors
        assert not renewed.errors
        assert placed.reasons == {"HOME_NOT_LICENSED"} or await _is_first(writes, placed, gone)
        assert (await writes.get("home", "licensedUntil", id=home["id"])) == {"licensedUntil": "2026-11-20"}


async def test_a_parent_who_gets_another_name_while_a_child_comes(writes: Writes) -> None:
    """The child's row says the new name: whoever comes second has seen it, or is changed along."""
    for number in range(ROUNDS):
        home, mother = await writes.home(capacity=3), await _cleared(writes)
        who = {"homeId": home["id"], "caregiverId": mother["id"], "role": "PARENT", "startedOn": "2026-01-01"}
        await writes.ok("assignCaregiver", **who)
        children = [await writes.child(), await writes.child()]
        told = await writes.together(
            [
                writes.do("placeChild", childId=children[0]["id"], homeId=home["id"], startedOn="2026-06-01"),
                writes.do("correctCaregiver", **seen(mother), givenName=f"Efua {number}", reason="She says so."),
                writes.do("placeChild", "caseworker", childId=children[1]["id"], homeId=home["id"], startedOn=AHEAD),
            ]
        )
        assert outcomes(told) == {"DONE": 3}
        assert await writes.value(STRAY_NAMES) == 0
