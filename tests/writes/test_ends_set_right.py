"""An end that is set right: nights away and whoever was key carer follow it, as what a child lives in does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writes.operations import seen

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

ENDED, EARLIER, LATER = "2026-10-01", "2026-09-20", "2026-10-10"
CHECKS = ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE")
RIGHT = {"reason": "Copied wrongly."}


async def _carer(writes: Writes) -> Row:
    about = {"programmeId": writes.programmes["own"], "kind": "FAMILY_CARER", "engagedOn": "2020-01-01"}
    carer: Row = await writes.ok("recordCaregiver", **about, givenName="Ama")
    for kind in CHECKS:
        check = {"caregiverId": carer["id"], "kind": kind, "decidedOn": "2025-01-01", "outcome": "PASSED"}
        await writes.ok("recordCaregiverCheck", **check, validUntil="2028-01-01")
    return await writes.again(carer)


async def _away(writes: Writes, child: Row, start: str, **given: Json) -> Row:
    where = {"childId": child["id"], "placementId": (await writes.placement(child))["id"], "kind": "SHARED_CARE"}
    stay: Row = await writes.ok("recordTemporaryStay", **where | {"startedOn": start} | given)
    return stay


async def _end(writes: Writes, child: Row, how: str, day: str | None) -> None:
    said = {"endedOn": day, **RIGHT}
    if how == "correctCareEpisode":
        # Without an end nobody says with whom the child lives then.
        given = said if day is not None else said | {"destination": None}
        await writes.ok(how, **seen(await writes.episode(child)), **given)
    else:
        await writes.ok(how, **seen(await writes.placement(child)), **said)


@pytest.mark.parametrize("how", ["correctCareEpisode", "correctPlacement"])
async def test_what_ended_with_care_follows_its_end(how: str, writes: Writes) -> None:
    """Earlier, later, taken back: nights away and key carer follow; what ended by itself on that day does not."""
    child, carer = await writes.child(), await _carer(writes)
    key = await writes.ok("nameKeyCarer", childId=child["id"], caregiverId=carer["id"], startedOn="2026-02-01")
    goes_on = await _away(writes, child, "2026-05-01", nightsAWeek=2)
    planned = await _away(writes, child, "2026-05-02", nightsAWeek=1, endedOn="2026-10-05")
    by_itself = await _away(writes, child, "2026-05-03", nightsAWeek=1)
    await writes.ok("endTemporaryStay", **seen(by_itself), endedOn=ENDED)
    task = await writes.ok("recordTask", childId=child["id"], kind="PREPARATION", title="Pack.", dueOn="2026-12-01")
    await writes.ok("endCare", **await writes.episode(child), endedOn=ENDED, destination="FAMILY")
    rows = (key, goes_on, planned, by_itself)

    async def days() -> list[str | None]:
        return [(await writes.again(each))["endedOn"] for each in rows]

    assert await days() == [ENDED, ENDED, ENDED, ENDED]
    await _end(writes, child, how, LATER)
    assert await days() == [LATER, LATER, "2026-10-05", ENDED]
    await _end(writes, child, how, EARLIER)
    assert await days() == [EARLIER] * 4
    assert (await writes.again(task))["notOwedFrom"] == EARLIER
    await _end(writes, child, how, ENDED)
    assert await days() == [ENDED] * 4
    await _end(writes, child, how, None)
    assert (await days())[:3] == [None, None, "2026-10-05"]
    assert (await writes.again(key))["endReason"] is None
    assert (await writes.again(task))["notOwedFrom"] is None


async def test_a_carer_who_has_left_since_is_key_carer_until_then(writes: Writes) -> None:
    """Nobody is named beyond the day on which they left the service."""
    child, carer = await writes.child(), await _carer(writes)
    key = await writes.ok("nameKeyCarer", childId=child["id"], caregiverId=carer["id"], startedOn="2026-02-01")
    await writes.ok("endCare", **await writes.episode(child), endedOn=ENDED, destination="FAMILY")
    await writes.ok("endCaregiver", **seen(carer), leftOn="2026-10-05")
    await _end(writes, child, "correctCareEpisode", LATER)
    key = await writes.again(key)
    assert (key["endedOn"], key["endReason"]) == ("2026-10-05", "LEFT_SERVICE")


async def test_a_fact_behind_an_earlier_end_of_care_is_named(writes: Writes) -> None:
    """Nights away that began after the day that is said stand against it; nothing is half-written."""
    child = await writes.child()
    stay = await _away(writes, child, "2026-09-25", endedOn="2026-09-27")
    await writes.ok("endCare", **await writes.episode(child), endedOn=ENDED, destination="FAMILY")
    before = await writes.state()
    told = await writes.do("correctCareEpisode", **seen(await writes.episode(child)), **RIGHT, endedOn=EARLIER)
    assert [(each["reason"], each["params"]["id"]) for each in told.errors] == [("BEGINS_LATER", stay["id"])]
    assert await writes.state() == before


async def test_a_death_that_is_set_right_takes_nights_and_key_carer_along(writes: Writes) -> None:
    """A later day, and none: who cared for the child did so until then."""
    child, carer = await writes.child(), await _carer(writes)
    key = await writes.ok("nameKeyCarer", childId=child["id"], caregiverId=carer["id"], startedOn="2026-02-01")
    stay = await _away(writes, child, "2026-05-01", nightsAWeek=2)
    dead = await writes.ok("recordDeath", **seen(await writes.again(child)), diedOn=ENDED)
    dead = await writes.ok("correctDeath", **seen(dead), **RIGHT, diedOn=LATER)
    assert [(await writes.again(each))["endedOn"] for each in (key, stay)] == [LATER, LATER]
    await writes.ok("voidDeath", **seen(dead), **RIGHT)
    assert [(await writes.again(each))["endedOn"] for each in (key, stay)] == [None, None]
    assert (await writes.again(key))["endReason"] is None
