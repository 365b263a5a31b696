"""What releases say, beside the counts behind them: a real closing, and tables worked by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks.figures import readable, table
from benchmarks.figures.__main__ import fill
from benchmarks.figures.closings import LAST, WHOLE, Late, Step, closings
from benchmarks.figures.federations import FEDERATIONS
from benchmarks.figures.guesses import odds
from benchmarks.population import superuser
from graph.indicators.period import Period
from tests.conftest import copy_database

if TYPE_CHECKING:
    from pathlib import Path

    from countries.connections.address import Address
    from countries.register.register import Register

STEPS = (
    Step(Period(2024)), Step(Period(2025)), Step(Period(2025), (Late(1, 2, date(2025, 11, 3)),)), Step(Period(2025)),
)  # fmt: skip


async def test_releases_are_read_beside_the_truth(server: Address, worker: str, register: Register) -> None:
    """No figure is farther from the truth than it says; a late entry restates, and one without any is refused."""
    address = await copy_database(server, "world", f"figures_{worker}")
    found = [outcome async for outcome in closings(address, register, STEPS, frozenset())]
    assert [outcome.label for outcome in found] == ["2024 r1", "2025 r1", "2025 r2", "2025 r3"]
    assert [outcome.release is None for outcome in found] == [False, False, False, True]
    assert set(found[0].stages) == {"counting", "rounding", "writing"}
    async with superuser(address) as connection:
        said = [await readable.read(connection, outcome.release) for outcome in found if outcome.release]
        for each in said:
            assert each.outside == 0
            assert each.of_countries == 3
            assert 0 < each.shown <= each.figures <= each.lattice
            assert each.left_out + each.shown > 0
        release = found[0].release
        await connection.execute("UPDATE published_figure SET value = value + 6 WHERE status = 'APPROXIMATE'")
        moved = await readable.read(connection, release or "")
    assert moved.outside > 0
    assert moved.off > said[0].off


def test_a_guess_is_as_good_as_what_is_behind_a_figure() -> None:
    """Of three fives one is a four and two are sixes: two are told. Large figures are guessed by their distance."""
    assert odds([(5, 4), (5, 6), (5, 6)]).share == pytest.approx(2 / 3)
    assert odds([(30, 31), (45, 46), (100, 99)]).right == 2
    assert odds([]).share is None


def test_federations_are_those_that_they_are_called(register: Register) -> None:
    """Children by country; in some of the skewed federation nobody comes or leaves."""
    assert sum(FEDERATIONS["thousands"].many(register).values()) == 4_000
    assert set(FEDERATIONS["even"].many(register).values()) == {300}
    assert len(FEDERATIONS["mixed"].many(register)) == 13
    skewed = FEDERATIONS["skewed"]
    assert len(skewed.many(register)) == 138
    assert 5 < len(skewed.still(register)) < 20
    assert not FEDERATIONS["even"].still(register)


def test_all_periods_are_closed_in_every_order() -> None:
    """Five years with their quarters, then what came late."""
    assert len(WHOLE) == 28
    assert len({step.period for step in WHOLE}) == 25
    assert sum(bool(step.late) for step in LAST) == 2


def test_what_was_measured_becomes_a_table() -> None:
    """A row for each release; a refusal says so."""
    said = {
        "shown": 9, "figures": 10, "lattice": 12, "countries": 3, "of_countries": 4, "above": 2, "of_above": 2,
        "left_out": 1, "secrets": 50, "off": 1, "narrowest": 5, "small_odds": 0.21, "zero_odds": 0.5, "odds": 0.25,
    }  # fmt: skip
    stages = {"counting": 1.0, "rounding": 2.0, "writing": 0.25}
    rows = [
        {"label": "2024 r1", "seconds": 3.5, "stages": stages, "said": said},
        {"label": "2025 r1", "seconds": 1.5, "stages": {}, "said": None},
    ]
    told = table.releases(rows).splitlines()
    assert told[2] == (
        "| 2024 r1 | 3.5 | 1.0 + 2.0 + 0.2 | 90.0 % of 10 | 75.0 % | 3 of 4 | 2 of 2 | 2.0 % | 11.1 % "
        "| 5 | 21 % | 50 % | 25 % |"
    )
    assert "refused" in told[3]
    assert all(line.count("|") == told[0].count("|") for line in told)
    beside = table.methods({"six": {"of before": {"title": "6 x 400", "releases": rows, "attacked": 3}}}).splitlines()
    assert beside[2] == (
        "| 6 x 400 | of before | 1 of 2 | 90.0 % | 3 of 4 | 2 of 2 | 11.1 % | 5 | 3 | 25 % | 2.5, at most 3.5 |"
    )
    refused = table.methods({"six": {"of before": {"title": "6 x 400", "releases": rows[1:]}}}).splitlines()
    assert refused[2].count("|") == refused[0].count("|")


def test_a_page_takes_up_what_was_measured(tmp_path: Path) -> None:
    """Each table between its marks, and nothing else of the page; a page without them is refused."""
    page = tmp_path / "page.md"
    page.write_text("One.\n<!-- methods -->\nold\n<!-- end -->\nTwo.\n<!-- releases -->\n<!-- end -->\n", "utf-8")
    fill(page, {"methods": "| new |", "releases": "| r |"})
    assert page.read_text("utf-8") == (
        "One.\n<!-- methods -->\n| new |\n<!-- end -->\nTwo.\n<!-- releases -->\n| r |\n<!-- end -->\n"
    )
    with pytest.raises(ValueError, match="elsewhere"):
        fill(page, {"elsewhere": ""})
