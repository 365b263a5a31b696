"""Rules of the part that a programme stands in, asked of its children: as a value, and where something is owed next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.worked_out.test_obligations import all_of, days, record

if TYPE_CHECKING:
    from tests.writes.writes import Writes


async def stand(writes: Writes, part: str | None) -> None:
    """Let the callers' own programme stand in a part of the country, or in none."""
    row = await writes.get("programme", "id version jurisdiction", id=writes.programmes["own"])
    if row["jurisdiction"] != part:
        await writes.ok("updateProgramme", id=row["id"], version=row["version"], jurisdiction=part)


async def test_a_rule_is_that_of_the_programmes_part(writes: Writes) -> None:
    """45 days in one part and 30 in another; the country's own where it stands in none, or its part says nothing."""
    child = await writes.child()
    told = {}
    for part in ("FLEMISH_COMMUNITY", "FRENCH_COMMUNITY", "GERMAN_SPEAKING_COMMUNITY", None):
        await stand(writes, part)
        for as_ in ("office", "caseworker"):
            told[part, as_] = (await writes.get("child", "basisDays", as_, id=child["id"]))["basisDays"]
    default = told[None, "office"]
    assert told == {
        (part, as_): value
        for part, value in {
            "FLEMISH_COMMUNITY": 45, "FRENCH_COMMUNITY": 30, "GERMAN_SPEAKING_COMMUNITY": default, None: default,
        }.items()
        for as_ in ("office", "caseworker")
    }  # fmt: skip
    assert default not in (30, 45)


async def test_what_is_owed_next_is_owed_by_the_rule_of_the_part(writes: Writes) -> None:
    """30 days in a part, where the country says 90."""
    for part, due in (("FRENCH_COMMUNITY", "2026-12-15"), ("FLEMISH_COMMUNITY", "2027-02-13"), (None, "2027-02-13")):
        child = await writes.child()
        await stand(writes, part)
        await record(writes, child, heldOn="2026-11-15")
        assert [day for _, day, held in days(await all_of(writes, child)) if held is None] == [due], part
