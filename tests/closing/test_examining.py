"""An auditor examines a release: it holds as it was published, and whatever is changed afterwards is found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graph.auditing import audit
from graph.closing.named import Named, release_named
from graph.errors import NotFound
from graph.indicators.period import Period
from tests.closing.test_again import as_superuser
from tests.conftest import NOW

if TYPE_CHECKING:
    from countries.register import Register
    from tests.closing.office import Office


async def test_every_release_holds(fresh: Office, register: Register) -> None:
    """Years and quarters in any order, each by its period, by its revision and by its id."""
    for period in (Period(2025), Period(2025, 3)):
        await fresh.closing.close(period, NOW)
    done = await fresh.closing.close(Period(2024), NOW)
    for text in ("2025", "2025/1", "2025-Q3", "2024", "2025-q3/1", str(done.release), done.release.hex.upper()):
        audited = await audit(fresh.address, register, release_named(text))
        assert audited.faults == 0, (text, re.findall("<li>(.*?)</li>", audited.page)[:20])
        assert "The proof holds." in audited.page
    assert audited.label == "2024, release 1"


async def test_a_restatement_is_named_as_one(fresh: Office, register: Register) -> None:
    """The latest release where none is named; its check looks at as much as that of the first."""
    await fresh.closing.close(Period(2025), NOW)
    assert await fresh.leave_late("BE", 3) == 3
    await fresh.closing.close(Period(2025), NOW, "Belgium was late.")
    audited = await audit(fresh.address, register, Named(Period(2025)))
    assert audited.label == "2025, release 2"
    assert "2 of 2: Belgium was late." in audited.page
    # What was out before and stays is not proved anew by the closing; only its room may be found wanting.
    assert set(re.findall("<li>[^:<]*: ([^<]*)</li>", audited.page)) <= {
        "the federation that proves it has no room for four more.",
        "its parts do not add up.",
    }


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
        ("figure_proof", "UPDATE low = low + 50, high = high + 50", "has no room for four more"),
        ("figure_proof", "UPDATE settled = settled + 40", "has no room for four more"),
        ("figure_proof", "UPDATE settled = 0, low = 0, high = 4", "they do not keep what holds"),
        ("figure_proof", "UPDATE shown = 1 - shown", OTHER),
    ],
)
async def test_what_is_changed_is_found(fresh: Office, register: Register, table: str, change: str, told: str) -> None:
    """A figure, its uncertainty, a row that is missing, an interval, what proves it: each makes the proof fail."""
    await fresh.closing.close(Period(2025), NOW)
    what, _, values = change.partition(" ")
    name = "indicator = 'CARE_STOCK'" if table == "published_figure" else "measure = 'children_in_care'"
    head = f"UPDATE {table} SET {values}" if what == "UPDATE" else f"DELETE FROM {table}"  # noqa: S608 - of this test
    assert await as_superuser(fresh, f"{head} WHERE {name} AND area = 'BE' AND split_by = ''") == f"{what} 1"
    audited = await audit(fresh.address, register, Named(Period(2025)))
    assert audited.faults > 0
    assert "The proof does not hold" in audited.page
    assert told in audited.page


async def test_a_release_that_is_not_there(fresh: Office, register: Register) -> None:
    """It is said what there is, or what to do."""
    await fresh.closing.close(Period(2025), NOW)
    for text, hint in (
        ("2024", "close-period"),
        ("2025/3", "1 to 1"),
        ("2025-Q1", "close-period"),
        ("00000000-0000-0000-0000-000000000000", "releases { id"),
    ):
        with pytest.raises(NotFound) as refusal:
            await audit(fresh.address, register, release_named(text))
        assert hint in refusal.value.hint
