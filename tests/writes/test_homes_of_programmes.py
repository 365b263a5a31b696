"""Another programme becomes responsible for a home, from a day on that stays on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

SAID = "programme { id } responsibleSince"


async def _moved(writes: Writes, home: Row, as_: str = "office", programme: str = "other", **given: Json) -> Told:
    about = seen(await writes.again(home)) | {"programmeId": writes.programmes[programme]}
    return await writes.do("moveHomeToProgramme", as_, **about | given)


async def test_who_may_not_does_not(writes: Writes) -> None:
    """A caseworker moves no home, and another country knows none."""
    home = await writes.home()
    for as_ in ("caseworker", "kenya"):
        about = seen(home) | {"programmeId": writes.programmes["other"], "on": "2026-06-01"}
        told = await writes.do("moveHomeToProgramme", as_, **about)
        assert told.row is None
        assert "NOT_FOUND" in {code for code, _ in told.refused} or told.body["errors"][0]["extensions"]["reason"]
    assert (await writes.get("home", SAID, id=home["id"]))["responsibleSince"] is None


async def test_the_day_stays_on_record(writes: Writes) -> None:
    """The row says since when, the history who was responsible before; today is meant where nobody says a day."""
    home = await writes.home()
    assert not (await _moved(writes, home, on="2026-06-01")).errors
    told = await writes.get("home", f"{SAID} history(first: 1) {{ before after }}", "neighbour", id=home["id"])
    other, own = writes.programmes["other"], writes.programmes["own"]
    assert (told["programme"], told["responsibleSince"]) == ({"id": other}, "2026-06-01")
    entries = (await writes.get("home", "history { before after }", id=home["id"]))["history"]
    assert {"programme": own, "responsibleSince": None} in [each["before"] for each in entries]
    assert {"programme": other, "responsibleSince": "2026-06-01"} in [each["after"] for each in entries]
    assert not (await _moved(writes, home, programme="own")).errors
    assert (await writes.get("home", SAID, id=home["id"]))["responsibleSince"] == "2026-11-22"


async def test_a_day_that_cannot_be_meant(writes: Writes) -> None:
    """In the future, before the home opened, before the programme began, before the last move."""
    home = await writes.home()
    for day, reason in (("2026-11-23", "DAY_IN_FUTURE"), ("1999-01-01", "PROGRAMME_NOT_RUNNING")):
        assert reason in (await _moved(writes, home, on=day)).reasons
    opened = (await writes.get("home", "openedOn", id=home["id"]))["openedOn"]
    about = {"name": f"Young {home['name']}", "kind": "ALTERNATIVE_CARE", "startedOn": "2026-07-01"}
    young = await writes.ok("startProgramme", **about)
    early = {**seen(await writes.again(home)), "programmeId": young["id"], "on": "2026-06-30"}
    assert (await writes.do("moveHomeToProgramme", **early)).reasons == {"PROGRAMME_NOT_RUNNING"}
    row = await writes.ok("moveHomeToProgramme", **early | {"on": "2026-07-01"})
    assert opened < "2026-07-01"
    assert (await _moved(writes, home, programme="own", on="2026-06-30")).reasons == {"ENROLLED_LATER"}
    later = {"startedOn": "2026-08-01", "reason": "It began later."}
    begins = await writes.do("correctProgramme", **seen(await writes.again(young)), **later)
    assert [each["params"]["id"] for each in begins.errors] == [row["id"]]
    right = seen(await writes.again(home)) | {"responsibleSince": "2026-08-01", "reason": "A month later."}
    await writes.ok("correctHome", **right)
    await writes.ok("correctProgramme", **seen(await writes.again(young)), **later)
