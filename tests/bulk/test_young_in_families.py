"""Young children live in families: a file of plans is asked as a mutation is, and says until when beside them."""

from __future__ import annotations

from pathlib import Path

from tests.bulk.files import HOME, Desk, Rows, child, placement, places, write_csv

GROUP = {**HOME, "name": "House Fig", "form": "SMALL_GROUP_HOME", "capacity": 9}
IN_GROUP = {"homeName": "House Fig"}
SMALL = {"birthDate": "2024-05-01", "enrolledOn": "2025-01-01"}
ANSWERED = {"exceptionReason": "A storm", "exceptionAuthorisedBy": "Ann"}
NOTED = "SELECT rule, dated::text, lapses_on::text, home_id IS NULL FROM placement_exception ORDER BY dated"


async def test_a_plan_is_refused_at_its_place_and_a_fact_is_recorded(village: Desk, tmp_path: Path) -> None:
    """Also where somebody answers, but does not say until when; a fact for which somebody answers is noted."""
    plan, other = placement("7", "2027-01-01", **IN_GROUP), {"homeProgramme": "", "homeName": ""}
    sheets = {"homes": [GROUP], "children": [child("7", **SMALL)]}
    for row in (plan, plan | ANSWERED, plan | other | {"arrangement": "SECURE"}):
        faults = await village.faults(write_csv(tmp_path / "plan", {**sheets, "placements": [row]}))
        assert places(faults) == [("placements.csv", 2, "startedOn")]
        assert [fault.refusal.reason for fault in faults] == ["UNDER_THREE"]
    for row in (plan | {"homeName": "House Fig", "startedOn": "2029-01-01"}, plan | other | {"arrangement": "OTHER"}):
        assert await village.faults(write_csv(tmp_path / "of_age", {**sheets, "placements": [row]})) == []
    fact = placement("7", "2026-06-01", **IN_GROUP)
    await village.bring(write_csv(tmp_path / "fact", {**sheets, "placements": [fact]}))
    assert await village.rows(NOTED) == []
    again = {**sheets, "children": [child("8", **SMALL)], "placements": [fact | {"childCaseNumber": "8"} | ANSWERED]}
    await village.bring(write_csv(tmp_path / "again", again))
    assert [tuple(row) for row in await village.rows(NOTED)] == [("UNDER_THREE", "2026-06-01", None, False)]


async def test_a_plan_passes_whose_exception_says_until_when(village: Desk, tmp_path: Path) -> None:
    """It stands in its own sheet beside the placements, whether or not there is a home."""
    stay = "Placement_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
    other = {"homeProgramme": "", "homeName": "", "arrangement": "FAMILY_CENTRE"}
    answer = {
        "placement": stay, "rule": "UNDER_THREE", "dated": "2027-01-01", "reason": "With her mother.",
        "authorisedBy": "Ann", "lapsesOn": "2027-06-01",
    }  # fmt: skip
    sheets: dict[str, Rows] = {
        "children": [child("7", **SMALL)],
        "placements": [placement("7", "2027-01-01", id=stay, **other)],
        "placementExceptions": [answer],
    }
    never = {**sheets, "placementExceptions": [answer | {"lapsesOn": ""}]}
    assert places(await village.faults(write_csv(tmp_path / "never", never))) == [("placements.csv", 2, "startedOn")]
    await village.bring(write_csv(tmp_path / "until", sheets))
    assert [tuple(row) for row in await village.rows(NOTED)] == [("UNDER_THREE", "2027-01-01", "2027-06-01", True)]


async def test_a_later_birth_date_is_refused_where_a_plan_stands_against_it(village: Desk, tmp_path: Path) -> None:
    """It is told at the birth date; one that the same file ends first is none."""
    stays = [placement("1", endedOn="2026-12-01", endReason="MOVE"), placement("1", "2027-01-01", **IN_GROUP)]
    await village.bring(write_csv(tmp_path / "plan", {"homes": [GROUP], "placements": stays}))
    born: dict[str, Rows] = {"children": [child("1", **SMALL | {"enrolledOn": "2020-01-01"})]}
    faults = await village.faults(write_csv(tmp_path / "born", born))
    assert [fault.refusal.reason for fault in faults if fault.column == "birthDate"][-1:] == ["UNDER_THREE"]
