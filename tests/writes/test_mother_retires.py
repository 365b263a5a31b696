"""An SOS mother retires (the end of a planned road): eight children keep a key carer, without a day between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

CAME, RETIRES, AFTER = "2026-02-01", "2026-10-01", "2026-10-02"
CHECKS = ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE")
HELD = "caregiverAssignments(orderBy: [{ startedOn: ASC }]) { nodes { caregiverName startedOn endedOn endReason } }"


async def _carer(writes: Writes, name: str) -> Row:
    """Whom the office engages, checks and finds in order."""
    about = {"programmeId": writes.programmes["own"], "kind": "FAMILY_CARER", "engagedOn": "2020-01-01"}
    carer: Row = await writes.ok("recordCaregiver", **about, givenName=name)
    for kind in CHECKS:
        check = {"caregiverId": carer["id"], "kind": kind, "decidedOn": "2025-01-01", "outcome": "PASSED"}
        await writes.ok("recordCaregiverCheck", **check, validUntil="2028-01-01")
    return await writes.again(carer)


async def _team(writes: Writes, home: Row, day: str, as_: str) -> list[tuple[Json, ...]]:
    """Who is there on a day, as one caller sees it."""
    shows = f'team(on: "{day}", orderBy: [{{ startedOn: ASC }}]) {{ nodes {{ caregiverName role }} }}'
    told = await writes.get("home", shows, as_, id=home["id"])
    return [tuple(each.values()) for each in told["team"]["nodes"]] if told else []


async def test_an_sos_mother_retires_and_another_takes_the_home_over(writes: Writes) -> None:
    """One step ends and begins nine rows on one day; each caller sees what is theirs, and she may leave afterwards."""
    home = await writes.home(form="SOS_FAMILY", capacity=8)
    licence = {"homeId": home["id"], "kind": "LICENCE", "heldOn": "2020-01-01", "carriedOutBy": "District"}
    await writes.ok("recordInspection", **licence, outcome="PASSED", validUntil="9999-12-31")
    mother, daughter, aunt = [await _carer(writes, name) for name in ("Abena", "Yaa", "Esi")]
    team = {"homeId": home["id"], "startedOn": CAME}
    await writes.ok("assignCaregiver", **team, caregiverId=mother["id"], role="PARENT")
    await writes.ok("assignCaregiver", "caseworker", **team, caregiverId=aunt["id"], role="CO_WORKER")
    children = [await writes.child(home, startedOn="2026-03-01") for _ in range(8)]
    worker = await _carer(writes, "Kofi")
    about = {"childId": children[7]["id"], "caregiverId": worker["id"], "startedOn": "2026-05-01"}
    await writes.ok("nameKeyCarer", "caseworker", **about)

    leaving = await writes.do("endCaregiver", **seen(mother), leftOn=RETIRES)
    assert leaving.reasons == {"CARES_STILL"}
    hand = {"homeId": home["id"], "fromId": mother["id"], "toId": daughter["id"], "startedOn": RETIRES}
    assert (await writes.do("handOverHome", "neighbour", **hand)).reasons == {"NO_SUCH_ROW"}
    state = await writes.state()
    assert not (await writes.do("handOverHome", "caseworker", **hand, dryRun=True)).errors
    assert await writes.state() == state
    await writes.ok("handOverHome", "caseworker", **hand)

    then = {"Abena": [("Abena", "PARENT"), ("Esi", "CO_WORKER")], "Yaa": [("Esi", "CO_WORKER"), ("Yaa", "PARENT")]}
    for as_ in ("office", "caseworker"):
        assert sorted(await _team(writes, home, "2026-09-30", as_)) == then["Abena"]
        assert sorted(await _team(writes, home, RETIRES, as_)) == then["Yaa"]
    assert await _team(writes, home, RETIRES, "neighbour") == []
    for child in children[:7]:
        told = await writes.get("child", f"{HELD} keyCarer {{ givenName }}", "caseworker", id=child["id"])
        assert [tuple(each.values()) for each in told["caregiverAssignments"]["nodes"]] == [
            ("Abena", "2026-03-01", RETIRES, "HANDED_OVER"),
            ("Yaa", RETIRES, None, None),
        ]
        assert told["keyCarer"] == {"givenName": "Yaa"}
    last = await writes.get("child", f"{HELD} keyCarer {{ givenName }}", id=children[7]["id"])
    assert last["keyCarer"] == {"givenName": "Kofi"}, "whoever is no parent of the home goes on"
    gone = await writes.ok("endCaregiver", **seen(mother), leftOn=RETIRES)
    assert gone["leftOn"] == RETIRES
    assert (await writes.do("handOverHome", **hand | {"startedOn": AFTER})).reasons == {"CARES_FOR_NONE"}
