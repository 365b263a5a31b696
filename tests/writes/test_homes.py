"""Homes and programmes: opened, changed, closed, and what follows from that."""

from __future__ import annotations

import pytest

from tests.writes.writes import TODAY, Row, Writes, uuid_of


async def test_a_programme_starts(writes: Writes) -> None:
    """A programme is as its office gave it, with its money to the cent."""
    row = await writes.ok(
        "startProgramme", name="  Youth house ", kind="YOUTH_CARE", startedOn="2026-01-01", annualBudget="120000.5"
    )
    assert row == {
        "id": row["id"], "version": 1, "name": "Youth house", "kind": "YOUTH_CARE", "startedOn": "2026-01-01",
        "endedOn": None, "annualBudget": "120000.50", "peopleReached": "0", "voidedAt": None, "voidReason": None,
    }  # fmt: skip
    assert await writes.again(row) == row
    assert await writes.get("programme", "id", "kenya", id=row["id"]) is None


async def test_a_programme_ends_after_its_first_day(writes: Writes) -> None:
    """A programme holds at least one day."""
    told = await writes.do(
        "startProgramme", name="Short", kind="EMERGENCY", startedOn="2026-05-01", endedOn="2026-05-01"
    )
    assert told.refused == [("CONFLICT", "input.endedOn")]


async def test_a_home_opens(writes: Writes) -> None:
    """A new home is open and empty; its setting follows from its form."""
    row = await writes.home(form="FOSTER_FAMILY", locality="Gent", name="The Peeters family")
    assert row | {"id": "", "programme": None} == {
        "id": "", "version": 1, "name": "The Peeters family", "form": "FOSTER_FAMILY", "setting": "FAMILY_BASED",
        "capacity": 4, "locality": "Gent", "openedOn": "2012-01-01", "closedOn": None, "occupancy": 0,
        "programme": None, "voidedAt": None, "voidReason": None,
    }  # fmt: skip
    assert row["programme"] == {"id": writes.programmes["own"]}
    assert await writes.again(row) == row


async def test_a_home_opens_within_its_programmes_life(writes: Writes) -> None:
    """No home opens before its programme has started, or once it has ended."""
    programme = await writes.ok(
        "startProgramme", name="Short", kind="EMERGENCY", startedOn="2026-05-01", endedOn="2026-06-01"
    )
    about = {"programmeId": programme["id"], "name": "Shelter", "form": "EMERGENCY_SHELTER", "capacity": 3}
    for day in ("2026-04-30", "2026-06-01"):
        told = await writes.do("openHome", **about, openedOn=day)
        assert told.refused == [("CONFLICT", "input.openedOn")]
    await writes.ok("openHome", **about, openedOn="2026-05-31")


async def test_what_is_absent_stays_and_null_clears(writes: Writes) -> None:
    """An update leaves alone what it does not name, and empties what it names as null."""
    home = await writes.home(locality="Gent")
    row = await writes.ok("updateHome", id=home["id"], version=1, capacity=6)
    assert (row["version"], row["capacity"], row["locality"], row["name"]) == (2, 6, "Gent", home["name"])
    row = await writes.ok("updateHome", id=home["id"], version=2, provider="OWN")
    row = await writes.ok("updateHome", id=home["id"], version=3, provider=None)
    assert (row["version"], row["capacity"], row["locality"]) == (4, 6, "Gent")
    provider = await writes.get("home", "provider", id=home["id"])
    assert provider == {"provider": None}


async def test_an_update_of_nothing(writes: Writes) -> None:
    """An update has to name something."""
    home = await writes.home()
    told = await writes.do("updateHome", id=home["id"], version=1)
    assert told.refused == [("BAD_USER_INPUT", "input")]


async def test_a_stale_version(writes: Writes) -> None:
    """Who saw an older version gets CONFLICT, and the row as it is now."""
    home = await writes.home()
    now = await writes.ok("updateHome", id=home["id"], version=1, capacity=5)
    told = await writes.do("updateHome", id=home["id"], version=1, capacity=9)
    assert told.refused == [("CONFLICT", "input.version")]
    assert told.row == now


@pytest.mark.parametrize("given", [{"name": "Another"}, {"capacity": 9}])
async def test_what_a_caseworker_may_not_change(given: Row, writes: Writes) -> None:
    """Name and size of a home concern other programmes' children: a caseworker changes its locality alone."""
    home = await writes.home()
    told = await writes.do("updateHome", "caseworker", id=home["id"], version=1, **given)
    assert told.refused == [("FORBIDDEN", f"input.{next(iter(given))}")]
    row = await writes.ok("updateHome", "caseworker", id=home["id"], version=1, locality="Brugge")
    assert row["locality"] == "Brugge"


async def test_a_new_name_reaches_the_placements(writes: Writes) -> None:
    """Every placement carries its home's name, also those that were taken back, and those of other programmes."""
    home = await writes.home()
    voided, child = await writes.child(home), await writes.child(home)
    stranger = await writes.child(home, "other")
    placement = await writes.placement(voided)
    await writes.ok("voidPlacement", id=placement["id"], version=1, reason="Never came.")
    await writes.ok("updateHome", id=home["id"], version=1, name="House of birches")
    for each in (child, stranger):
        assert (await writes.placement(each))["homeName"] == "House of birches"
    names = await writes.rows("SELECT home_name, version FROM placement WHERE home_id = $1", uuid_of(home["id"]))
    assert {row["home_name"] for row in names} == {"House of birches"}
    assert sorted(row["version"] for row in names) == [2, 2, 3]


async def test_a_home_is_not_closed_over_its_children(writes: Writes) -> None:
    """While children live there, or are to, a home stays open; from the day on which the last leaves it may close."""
    home = await writes.home()
    child = await writes.child(home)
    told = await writes.do("closeHome", id=home["id"], version=1, closedOn="2026-12-01")
    assert told.refused == [("CONFLICT", "input.closedOn")]
    placement = await writes.placement(child)
    await writes.ok("endPlacement", id=placement["id"], version=1, endedOn="2026-12-15", endReason="HOME_CLOSED")
    told = await writes.do("closeHome", id=home["id"], version=1, closedOn="2026-12-14")
    assert told.refused == [("CONFLICT", "input.closedOn")]
    row = await writes.ok("closeHome", id=home["id"], version=1, closedOn="2026-12-15")
    assert (row["closedOn"], row["version"]) == ("2026-12-15", 2)


async def test_a_closed_home_is_closed(writes: Writes) -> None:
    """A home closes once, after its first day."""
    home = await writes.home(openedOn="2026-01-01")
    told = await writes.do("closeHome", id=home["id"], version=1, closedOn="2026-01-01")
    assert told.refused == [("CONFLICT", "input.closedOn")]
    await writes.ok("closeHome", id=home["id"], version=1, closedOn=TODAY)
    told = await writes.do("closeHome", id=home["id"], version=2, closedOn="2026-12-01")
    assert told.refused == [("CONFLICT", "input.id")]


async def test_a_home_does_not_shrink_below_its_children(writes: Writes) -> None:
    """A home keeps a place for everybody who lives there or is to live there."""
    home = await writes.home()
    await writes.child(home)
    await writes.child(home, "other", startedOn="2027-01-01")
    told = await writes.do("updateHome", id=home["id"], version=1, capacity=1)
    assert told.refused == [("CONFLICT", "input.capacity")]
    assert (await writes.ok("updateHome", id=home["id"], version=1, capacity=2))["capacity"] == 2


async def test_a_home_that_is_too_full_may_grow(writes: Writes) -> None:
    """Over its capacity by an exception, a home may get some of the places that it lacks, and lose none."""
    home = await writes.home(capacity=1)
    for _ in range(3):
        await writes.child(home, exception={"reason": "Fire in the other house.", "authorisedBy": "Director"})
    row = await writes.ok("updateHome", id=home["id"], version=1, capacity=2)
    assert (row["capacity"], row["occupancy"]) == (2, 3)
    told = await writes.do("updateHome", id=home["id"], version=2, capacity=1)
    assert told.refused == [("CONFLICT", "input.capacity")]
