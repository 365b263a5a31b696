"""The part of a country that a programme stands in: who gives it, what it may be, and that a pack keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from countries.connections.address import Address
from countries.packs.packs import load_packs
from countries.register.register import Register
from countries.tenancy.logins import OWNER
from graph.database.migrate import migrate
from graph.database.revisions import MigrationError
from tests.writes.writes import Row, Writes

FLEMISH, FRENCH = "FLEMISH_COMMUNITY", "FRENCH_COMMUNITY"
PROGRAMME = {"name": "A house at the border", "kind": "YOUTH_CARE", "startedOn": "2026-01-01"}


async def started(writes: Writes, **given: object) -> Row:
    """A programme that has started."""
    row: Row = await writes.ok("startProgramme", **(PROGRAMME | {"name": f"A house {writes.number()}"} | given))
    return row


async def part_of(writes: Writes, row: Row, as_: str = "office") -> object:
    """The part that a caller reads of it; nothing where it sees no such programme."""
    found = await writes.get("programme", "jurisdiction", as_, id=row["id"])
    return None if found is None else found["jurisdiction"]


async def test_a_programme_stands_in_a_part_of_its_country(writes: Writes) -> None:
    """The office says it, sets it right and takes it away; whoever reads programmes reads it."""
    row = await started(writes, jurisdiction=FLEMISH)
    assert [await part_of(writes, row, each) for each in ("office", "region", "headquarters")] == [FLEMISH] * 3
    assert await part_of(writes, row, "kenya") is None

    row = await writes.ok("updateProgramme", id=row["id"], version=row["version"], jurisdiction=FRENCH)
    assert await part_of(writes, row) == FRENCH
    row = await writes.ok("updateProgramme", id=row["id"], version=row["version"], jurisdiction=None)
    assert await part_of(writes, row) is None
    row = await writes.ok(
        "correctProgramme", id=row["id"], version=row["version"], jurisdiction=FLEMISH, reason="It moved in January."
    )
    assert await part_of(writes, row) == FLEMISH


async def test_programmes_are_found_by_their_part(writes: Writes) -> None:
    """A list is narrowed to one part."""
    row = await started(writes, jurisdiction="GERMAN_SPEAKING_COMMUNITY")
    where = '{jurisdiction: {eq: "GERMAN_SPEAKING_COMMUNITY"}}'
    text = f"{{ programmes(where: {where}, first: 50) {{ nodes {{ id jurisdiction }} }} }}"
    found = (await writes.send(text))["data"]["programmes"]["nodes"]
    assert {"id": row["id"], "jurisdiction": "GERMAN_SPEAKING_COMMUNITY"} in found
    assert {each["jurisdiction"] for each in found} == {"GERMAN_SPEAKING_COMMUNITY"}


@pytest.mark.parametrize("part", ["WALES", "flemish_community", "FLANDERS", ""])
async def test_a_part_that_the_pack_does_not_name_is_refused(writes: Writes, part: str) -> None:
    """The refusal has a code, a reason and a place, and its hint names the parts that there are."""
    before = await writes.state()
    told = await writes.do("startProgramme", **PROGRAMME, jurisdiction=part)
    assert told.refused == [("BAD_USER_INPUT", "input.jurisdiction")]
    if part:
        assert told.reasons == {"NO_SUCH_PART"}
        assert f"{FLEMISH}, {FRENCH}, GERMAN_SPEAKING_COMMUNITY" in told.errors[0]["hint"]
        assert part not in told.errors[0]["message"]
    assert await writes.state() == before


async def test_a_country_without_parts_takes_none(writes: Writes) -> None:
    """Where rules hold everywhere, the hint says to leave it empty."""
    told = await writes.do("startProgramme", "kenya", **PROGRAMME, jurisdiction=FLEMISH)
    assert (told.refused, told.reasons) == ([("BAD_USER_INPUT", "input.jurisdiction")], {"NO_SUCH_PART"})
    assert told.errors[0]["hint"] == "Leave it empty."


async def test_a_pack_does_not_lose_a_part_that_a_programme_stands_in(
    writes: Writes, written: Address, register: Register
) -> None:
    """`hearth migrate` says which part of which file, and everything stays as it was."""
    packs = load_packs(register)
    await started(writes, jurisdiction=FRENCH)
    laid_down = "SELECT count(*), count(DISTINCT jurisdiction) FROM policy WHERE code = 'BE'"
    before = await writes.rows(laid_down)
    without = replace(packs, places={place: rules for place, rules in packs.places.items() if place != ("BE", FRENCH)})

    with pytest.raises(MigrationError, match=f"BE.csv.*{FRENCH}"):
        await migrate(written, OWNER, register, without)
    assert await writes.rows(laid_down) == before

    # A part that nobody stands in goes, and comes back.
    gone = replace(packs, places={place: rules for place, rules in packs.places.items() if place != ("GB", "WALES")})
    await migrate(written, OWNER, register, gone)
    assert await writes.value("SELECT count(*) FROM jurisdiction WHERE name = 'WALES'") == 0
    await migrate(written, OWNER, register, packs)
    assert await writes.value("SELECT count(*) FROM jurisdiction WHERE name = 'WALES'") == 1
