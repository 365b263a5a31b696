"""What always holds: days in their order, homes and programmes within their lives, and one home at a time."""

from __future__ import annotations

import pytest

from tests.writes.operations import MIRROR, seen
from tests.writes.writes import Row, Writes, uuid_of

ENUMERATED = [
    ("openHome", {"form": "ORPHANAGE"}),
    ("startProgramme", {"kind": "OTHER"}),
    ("admitChild", {"sex": "UNSAID"}),
    ("admitChild", {"reasonForCare": "POVERTY"}),
    ("endPlacement", {"endReason": "BIRTHDAY"}),
    ("recordSiblingBond", {"kind": "COUSIN"}),
]


async def test_one_home_at_a_time(writes: Writes) -> None:
    """No day of a child belongs to two homes: a placement before a planned or later one is refused."""
    child, home = await writes.child(), await writes.home()
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2027-01-01")
    for day in ("2026-12-01", "2027-01-01", "2026-01-10", "2025-12-01"):
        other = await writes.home()
        told = await writes.do("placeChild", childId=child["id"], homeId=other["id"], startedOn=day)
        assert told.refused == [("CONFLICT", "input.startedOn")], day


async def test_a_correction_overlaps_nothing(writes: Writes) -> None:
    """A correction that would put a child into two homes on one day is refused; up to the day it is not."""
    child, home = await writes.child(), await writes.home()
    first = await writes.placement(child)
    later = await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-03-01")
    first = await writes.again(first)
    for given in ({"endedOn": None}, {"endedOn": "2026-03-02"}):
        told = await writes.do("correctPlacement", **seen(first), **given, reason="Longer.")
        assert told.refused == [("CONFLICT", "input.startedOn")]
    told = await writes.do("correctPlacement", **seen(later), startedOn="2026-02-28", reason="Earlier.")
    assert told.refused == [("CONFLICT", "input.startedOn")]
    await writes.ok("correctPlacement", **seen(first), endedOn="2026-02-28", reason="Shorter.")
    row = await writes.ok("correctPlacement", **seen(later), startedOn="2026-02-28", reason="Earlier.")
    assert row["startedOn"] == "2026-02-28"


async def test_inside_the_homes_life(writes: Writes) -> None:
    """Nobody lives in a home before it opens, or once it has closed."""
    young = await writes.home(openedOn="2026-06-01")
    closed = await writes.home()
    await writes.ok("closeHome", **seen(closed), closedOn="2026-06-01")
    for home in (young, closed):
        told = await writes.do("admitChild", **writes.about(home, startedOn="2026-05-31"))
        assert told.refused == [("CONFLICT", "input.startedOn")]
        child = await writes.child()
        told = await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-05-31")
        assert told.refused == [("CONFLICT", "input.startedOn")]
        wanted = {**seen(await writes.placement(child)), "homeId": home["id"], "reason": "There it was."}
        told = await writes.do("correctPlacement", **wanted)
        assert told.refused == [("CONFLICT", "input.startedOn")]
    row = await writes.ok("correctPlacement", **{**wanted, "endedOn": "2026-06-01", "endReason": "HOME_CLOSED"})
    assert row["endedOn"] == "2026-06-01"


async def test_inside_the_programmes_life(writes: Writes) -> None:
    """A placement begins while the programme runs that is responsible for the child."""
    programme = await writes.ok(
        "startProgramme", name="Short", kind="EMERGENCY", startedOn="2026-05-01", endedOn="2026-06-01"
    )
    home = await writes.home()
    for day in ("2026-04-30", "2026-06-01"):
        told = await writes.do("admitChild", **writes.about(home, startedOn=day) | {"programmeId": programme["id"]})
        assert told.refused == [("CONFLICT", "input.startedOn")]
    child = await writes.ok(
        "admitChild", **writes.about(home, startedOn="2026-05-31") | {"programmeId": programme["id"]}
    )
    told = await writes.do(
        "placeChild", childId=child["id"], homeId=(await writes.home())["id"], startedOn="2026-06-01"
    )
    assert told.refused == [("CONFLICT", "input.startedOn")]


async def test_born_before_living_somewhere(writes: Writes) -> None:
    """Nobody lives in a home before being born, whichever of the two days is written last."""
    home = await writes.home()
    told = await writes.do("admitChild", **writes.about(home, birthDate="2026-01-11"))
    assert told.refused == [("CONFLICT", "input.startedOn")]
    child = await writes.child(birthDate="2026-01-05")
    told = await writes.do("updateChild", **seen(child), birthDate="2026-01-11")
    assert told.refused == [("CONFLICT", "input.birthDate")]
    placement = await writes.placement(child)
    told = await writes.do("correctPlacement", **seen(placement), startedOn="2026-01-04", reason="Earlier.")
    assert told.refused == [("CONFLICT", "input.startedOn")]


async def test_nobody_is_born_tomorrow(writes: Writes) -> None:
    """A birth date is never after today in the country."""
    about = writes.about(await writes.home(), startedOn="2026-12-01", birthDate="2026-11-23")
    assert (await writes.do("admitChild", **about)).refused == [("BAD_USER_INPUT", "input.birthDate")]
    child = await writes.child(birthDate=None)
    told = await writes.do("updateChild", **seen(child), birthDate="2026-11-23")
    assert ("BAD_USER_INPUT", "input.birthDate") in told.refused


async def test_an_end_comes_after_the_start(writes: Writes) -> None:
    """A placement ends on its first day at the earliest: then it holds no night."""
    placement = await writes.placement(await writes.child())
    said = {**seen(placement), "endReason": "OTHER", "reason": "Never stayed."}
    told = await writes.do("correctPlacement", **said, endedOn="2026-01-09")
    assert ("CONFLICT", "input.endedOn") in told.refused
    assert (await writes.ok("correctPlacement", **said, endedOn="2026-01-10"))["endedOn"] == "2026-01-10"


@pytest.mark.parametrize(("name", "given"), ENUMERATED)
async def test_what_no_enumeration_has(name: str, given: Row, writes: Writes) -> None:
    """A value that an enumeration lacks never reaches the database: poverty is no reason, a birthday ends nothing."""
    before = await writes.state()
    body = (await writes.do(name, **given)).body
    assert "data" not in body
    assert {error["extensions"]["code"] for error in body["errors"]} == {"BAD_USER_INPUT"}
    assert await writes.state() == before


async def test_the_days_of_a_home_mirror_its_placements(writes: Writes) -> None:
    """After every kind of write each placement has the same home and days in `home_stay` and in `sibling_stay`."""
    children, home = await writes.siblings(2), await writes.home()
    assert await writes.value(MIRROR) == 0
    child, answer = children[0], {"reason": "She went to a friend.", "authorisedBy": "Head of the office"}
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-02-01")
    assert await writes.value(MIRROR) == 0
    other = await writes.home()
    ids = [each["id"] for each in children]
    await writes.ok("placeSiblings", childIds=ids, homeId=other["id"], startedOn="2026-03-01")
    assert await writes.value(MIRROR) == 0
    row = await writes.ok(
        "endPlacement", **seen(await writes.placement(child)), endedOn="2026-10-01", endReason="OTHER",
        exception=answer,
    )  # fmt: skip
    assert await writes.value(MIRROR) == 0
    for given in ({"endedOn": None}, {"homeId": home["id"], "exception": answer}, {"startedOn": "2026-03-02"}):
        row = await writes.ok("correctPlacement", **seen(row), **given, reason="Set right.")
        assert await writes.value(MIRROR) == 0
    await writes.ok("voidPlacement", **seen(row), reason="Taken back.")
    assert await writes.value(MIRROR) == 0
    uuid = uuid_of(row["id"])
    assert await writes.value("SELECT voided_at IS NOT NULL FROM home_stay WHERE id = $1", uuid)
    await writes.ok("moveToProgramme", **seen(await writes.again(child)), programmeId=writes.programmes["other"])
    await writes.ok("updateHome", **seen(home), name="Renamed")
    assert await writes.value(MIRROR) == 0
