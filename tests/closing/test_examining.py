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
    """Years, quarters and a restatement, each by its period, by its revision and by its id."""
    for period in (Period(2025), Period(2025, 3), Period(2024)):
        await fresh.closing.close(period, NOW)
    assert await fresh.leave_late("BE", 3) == 3
    done = await fresh.closing.close(Period(2025), NOW, "Belgium was late.")
    for text in ("2025", "2025/1", "2025-Q3", "2024", "2025-q3/1", str(done.release), done.release.hex.upper()):
        audited = await audit(fresh.address, register, release_named(text))
        assert audited.faults == 0, (text, re.findall("<li>(.*?)</li>", audited.page)[:20])
        assert "The proof holds." in audited.page
    assert audited.label == "2025, release 2"


SECRET = "release_id = (SELECT id FROM release) AND measure = 'children_in_care' AND area = 'BE' AND split_by = ''"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE published_figure SET value = value + 5, numerator = numerator + 5 WHERE indicator = 'CARE_STOCK'"
         " AND area = 'BE' AND split_by = ''", "CARE_STOCK BE: the figure is another one."),
        ("UPDATE published_figure SET uncertainty = 1 WHERE indicator = 'CARE_STOCK' AND area = 'BE'"
         " AND split_by = ''", "CARE_STOCK BE: the figure is another one."),
        ("DELETE FROM published_figure WHERE indicator = 'CARE_STOCK' AND area = 'BE' AND split_by = ''",
         "CARE_STOCK BE: the figure is missing."),
        (f"DELETE FROM figure_proof WHERE {SECRET}", "children_in_care BE: there is no row."),
        (f"UPDATE figure_proof SET low = low + 1 WHERE {SECRET}", "children_in_care BE: its figure is no multiple"),
        (f"UPDATE figure_proof SET high = high + 1 WHERE {SECRET}", "children_in_care BE: its interval is not that"),
        (f"UPDATE figure_proof SET high = NULL, low = NULL WHERE {SECRET}", "CARE_STOCK BE: the figure is another one."),
        (f"UPDATE figure_proof SET low = low + 50, high = high + 50 WHERE {SECRET}", "has no room for four more"),
        (f"UPDATE figure_proof SET settled = settled + 40 WHERE {SECRET}", "has no room for four more"),
        (f"UPDATE figure_proof SET settled = 0, low = 0, high = 4 WHERE {SECRET}", "they do not keep what holds"),
        (f"UPDATE figure_proof SET shown = 1 - shown WHERE {SECRET}", "CARE_STOCK BE: the figure is another one."),
    ],
)  # fmt: skip
async def test_what_is_changed_is_found(fresh: Office, register: Register, change: str, told: str) -> None:
    """A figure, its uncertainty, a row that is missing, an interval, what proves it: each makes the proof fail."""
    await fresh.closing.close(Period(2025), NOW)
    assert await as_superuser(fresh, change) in {"UPDATE 1", "DELETE 1"}
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
