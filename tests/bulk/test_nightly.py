"""`hearth nightly`, and what `hearth migrate` reckons anew: what a day, or another rule, brings to rows."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from countries.tenancy.logins import OPERATOR, OWNER
from graph.cli import main
from tests.bulk.files import Desk, write_csv
from tests.bulk.test_carers import CAREGIVER, CHECKS, HOME, check
from tests.bulk.test_commands import environment
from tests.bulk.test_populations import as_login

if TYPE_CHECKING:
    from pathlib import Path

LATELY = (datetime.now(UTC) - timedelta(days=40)).date().isoformat()
SECRET = "AZ-1931"
"""The number of a paper that nobody may keep for ever."""
SAID = "SELECT kind, decided_on::text, outcome, reference FROM caregiver_check ORDER BY decided_on, kind"


async def hearth(desk: Desk, folder: Path, *arguments: str, packs: Path | None = None) -> Result:
    """A command against a database, as whoever runs the server."""
    variables = {
        **environment(desk),
        "HEARTH_DATA_DIR": str(folder / "data"),
        "HEARTH_OWNER_DATABASE_URL": as_login(desk, OWNER),
        "HEARTH_OPERATOR_DATABASE_URL": as_login(desk, OPERATOR),
    }
    if packs is not None:
        variables["HEARTH_PACKS_DIR"] = str(packs)
    done = await asyncio.to_thread(CliRunner(env=variables).invoke, main, list(arguments))
    assert done.exit_code == 0, done.output
    return done


@pytest.mark.parametrize("is_routed", [False, True])
async def test_what_was_held_against_somebody_goes_after_the_months_of_the_country(
    village: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_routed: bool
) -> None:
    """Outcome and reference go, from the history too; kind and day stay and clear nobody. A second run does nothing."""
    if is_routed:
        monkeypatch.setattr("graph.bulk.nightly.IS_DISTRIBUTED", "SELECT true")
    failed = check("REFERENCE", decidedOn="2021-01-01", outcome="FAILED", validUntil="", reference=SECRET)
    recent = check("HEALTH_CHECK", decidedOn=LATELY, outcome="FAILED", validUntil="", reference="B")
    rows = [*({**each, "reference": "C"} for each in CHECKS), failed, recent]
    await village.bring(write_csv(tmp_path, {"caregivers": [CAREGIVER], "caregiverChecks": rows}))
    done = await hearth(village, tmp_path, "nightly", "--countries", "BE,KE")
    assert "Kept no longer: 1." in done.output
    said = [tuple(row) for row in await village.rows(SAID)]
    assert said[3:] == [("REFERENCE", "2021-01-01", None, None), ("HEALTH_CHECK", LATELY, "FAILED", "B")]
    assert {row[2:] for row in said[:3]} == {("PASSED", "C")}
    assert [row["cleared_until"] for row in await village.rows("SELECT cleared_until FROM caregiver")] == [None]
    told = "SELECT concat(before, after) AS told FROM {} WHERE type = 'CaregiverCheck'"
    sensitive = [row["told"] for row in await village.rows(told.format("history_sensitive"))]
    personal = [row["told"] for row in await village.rows(told.format("history_personal"))]
    assert not any(SECRET in each for each in (*sensitive, *personal))
    assert sum("FAILED" in each for each in sensitive) == 1, "the one of lately"
    assert "Kept no longer: 0." in (await hearth(village, tmp_path, "nightly")).output
    (number,) = await village.rows("SELECT count(*) AS told FROM change WHERE type = 'CaregiverCheck'")
    assert number["told"] == len(rows) + 1, "whoever follows hears of the row that was emptied"


async def test_what_hangs_on_the_day_is_put_right(village: Desk, tmp_path: Path) -> None:
    """A home that was to move has moved: lists show where it is."""
    places = [{**HOME, "locality": "Liège", "startedOn": "2020-01-01", "endedOn": LATELY}]
    places += [{**HOME, "locality": "Huy", "startedOn": LATELY}]
    await village.bring(write_csv(tmp_path, {"homeAddresses": places}))
    where = "SELECT locality FROM home WHERE name = 'House Mango'"
    assert (await village.rows(where))[0]["locality"] == "Huy"
    # As if it had been planned, and nobody had written since.
    await village.run("UPDATE home SET locality = 'Liège'")
    assert "Reckoned anew: 1." in (await hearth(village, tmp_path, "nightly")).output
    assert (await village.rows(where))[0]["locality"] == "Huy"


async def test_other_rules_are_reckoned_where_they_are_laid_down(village: Desk, tmp_path: Path) -> None:
    """`hearth migrate` with an installation's packs: one check more clears nobody, and a level is asked of a parent."""
    carer = {**CAREGIVER, "qualification": "ISCED_2"}
    await village.bring(write_csv(tmp_path, {"caregivers": [carer], "caregiverChecks": CHECKS}))
    said = "SELECT cleared_until::text, minimum_qualification FROM caregiver"
    await hearth(village, tmp_path, "migrate")
    assert [tuple(row) for row in await village.rows(said)] == [("2028-01-01", "YES")]
    packs = tmp_path / "packs"
    packs.mkdir()
    rules = [
        "checks_required.FAMILY_CARER,,,,BACKGROUND_CHECK HEALTH_CHECK REFERENCE APPROVAL,checks,yes,A law",
        "minimum_qualification.FAMILY_CARER,,,,ISCED_3,level,yes,A law",
    ]
    (packs / "BE.csv").write_text("\n".join(["key,jurisdiction,from,until,value,unit,certain,source", *rules, ""]))
    await hearth(village, tmp_path, "migrate", packs=packs)
    assert [tuple(row) for row in await village.rows(said)] == [(None, "NO")]
    before = await village.rows("SELECT version FROM caregiver")
    await hearth(village, tmp_path, "migrate", packs=packs)
    assert await village.rows("SELECT version FROM caregiver") == before
