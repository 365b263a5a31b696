"""An auditor examines a release: it holds as it was published, and whatever is changed afterwards is found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graph.closing.named import NamedRelease, release_named
from graph.commands.audit import audit
from graph.errors import NotFound
from graph.indicators.period import Period
from tests.closing.test_again import as_superuser
from tests.conftest import NOW

if TYPE_CHECKING:
    from countries.register.register import Register
    from tests.closing.conftest import Closed


async def test_every_release_holds(closed: Closed, register: Register) -> None:
    """Years and quarters in any order, each by its period, by its revision and by its id."""
    office = await closed(Period(2025), Period(2025, 3))
    done = await office.closing.close(Period(2024), NOW)
    for text in ("2025", "2025/1", "2025-Q3", "2024", "2025-q3/1", str(done.release), done.release.hex.upper()):
        audited = await audit(office.address, register, release_named(text))
        assert audited.faults == 0, (text, re.findall("<li>(.*?)</li>", audited.page)[:20])
        assert "The proof holds." in audited.page
    assert audited.label == "2024, release 1"


async def test_a_restatement_is_named_as_one(closed: Closed, register: Register) -> None:
    """The latest release where none is named; its check looks at as much as that of the first."""
    office = await closed(Period(2025))
    assert await office.leave_late("BE", 3) == 3
    await office.closing.close(Period(2025), NOW, "Belgium was late.")
    audited = await audit(office.address, register, NamedRelease(Period(2025)))
    assert audited.label == "2025, release 2"
    assert "2 of 2: Belgium was late." in audited.page
    assert audited.faults == 0, re.findall("<li>(.*?)</li>", audited.page)[:20]


OTHER = "CARE_STOCK BE: the figure is another one."


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("published_figure", "UPDATE value = value + 5, numerator = numerator + 5", OTHER),
        ("published_figure", "UPDATE uncertainty = 1", OTHER),
        ("published_figure", "DELETE", "CARE_STOCK BE: the figure is missing."),
        ("figure_proof", "DELETE", "children_in_care BE: there is no row."),
        ("figure_proof", "UPDATE low = low + 1", "children_in_care BE: its figure is no multiple"),
        ("figure_proof", "UPDATE high = high + 1", "children_in_care BE: its interval is not that"),
        ("figure_proof", "UPDATE high = NULL, low = NULL", OTHER),
        ("figure_proof", "UPDATE low = low + 50, high = high + 50", "lies out of its interval"),
        ("figure_proof", "UPDATE settled = settled + 40", "proves stocks lies out of its interval"),
        ("figure_proof", "UPDATE settled = high", "proves stocks has no room for four more"),
        ("figure_proof", "UPDATE visited = visited + 40", "proves flows lies out of its interval"),
        ("figure_proof", "UPDATE settled = NULL", "proves stocks has no number for it"),
        ("figure_proof", "UPDATE most = low + 5", "its interval is not that"),
        ("figure_proof", "UPDATE settled = 0, low = 0, high = 4", "they do not keep what holds"),
        ("figure_proof", "UPDATE shown = 1 - shown", OTHER),
    ],
)
async def test_what_is_changed_is_found(closed: Closed, register: Register, table: str, change: str, told: str) -> None:
    """A figure, its uncertainty, a row that is missing, an interval, what proves it: each makes the proof fail."""
    office = await closed(Period(2025))
    what, _, values = change.partition(" ")
    name = "indicator = 'CARE_STOCK'" if table == "published_figure" else "measure = 'children_in_care'"
    head = f"UPDATE {table} SET {values}" if what == "UPDATE" else f"DELETE FROM {table}"  # noqa: S608 - of this test
    assert await as_superuser(office, f"{head} WHERE {name} AND area = 'BE' AND split_by = ''") == f"{what} 1"
    audited = await audit(office.address, register, NamedRelease(Period(2025)))
    assert audited.faults > 0
    assert "The proof does not hold" in audited.page
    assert told in audited.page


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DELETE FROM proof_beside", "proves stocks has no number for it"),
        ("UPDATE proof_beside SET visited = visited + 40000", "they do not keep what holds by definition"),
        ("UPDATE figure_proof SET settled = settled + 40", "of 2025-Q3, release 1: the federation that proves stocks"),
    ],
)
async def test_what_is_changed_beside_a_release_is_found(
    closed: Closed, register: Register, change: str, told: str
) -> None:
    """What the proof has of counts that are not published, and of releases that were out before, is looked at too."""
    office = await closed(Period(2025, 3), Period(2025))
    where = "release_id = (SELECT id FROM release WHERE quarter IS NULL)"
    if "figure_proof" in change:
        where = "release_id = (SELECT id FROM release WHERE quarter = 3) AND measure = 'children_in_care'"
    assert await as_superuser(office, f"{change} WHERE {where}") not in {"UPDATE 0", "DELETE 0"}
    audited = await audit(office.address, register, NamedRelease(Period(2025)))
    assert audited.faults > 0
    assert told in audited.page


async def test_a_release_that_is_not_there(closed: Closed, register: Register) -> None:
    """It is said what there is, or what to do."""
    office = await closed(Period(2025))
    for text, hint in (
        ("2024", "close-period"),
        ("2025/3", "1 to 1"),
        ("2025-Q1", "close-period"),
        ("00000000-0000-0000-0000-000000000000", "releases { id"),
    ):
        with pytest.raises(NotFound) as refusal:
            await audit(office.address, register, release_named(text))
        assert hint in refusal.value.hint
