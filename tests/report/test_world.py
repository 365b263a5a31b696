"""The map: every country has its place on it, and nothing is drawn for a number that is not there."""

from __future__ import annotations

import pytest

from graph.graphiql.assets import ATLAS, ATLAS_SOURCES, built_stamp, fingerprint
from graph.report import figures
from graph.report.cells import Status
from graph.report.figures import Report
from graph.report.page.world import SMALLEST, UNKNOWN, Map, world
from tests.report import sample

pytestmark = pytest.mark.skipif(
    ATLAS_SOURCES.is_dir() and built_stamp(ATLAS) != fingerprint(ATLAS_SOURCES),
    reason="the atlas is not built: python -m graph.graphiql.assets",
)


@pytest.fixture(scope="module")
def drawn(large: Report) -> Map:
    """The map of all countries."""
    found = world(large)
    assert found
    return found


def test_every_country_of_the_register_is_on_the_map(drawn: Map) -> None:
    """All 138 have a circle, which lies within the sheet."""
    assert {mark.code for mark in drawn.marks} == set(sample.every_country())
    assert all(0 <= mark.x <= drawn.width and 0 <= mark.y <= drawn.height for mark in drawn.marks)


def test_area_of_a_circle_is_the_number_of_children(drawn: Map, large: Report) -> None:
    """Four times the children are twice the radius, as long as the circle can still be seen."""
    values = {mark.code: large.figure("CARE_STOCK", mark.code).value for mark in drawn.marks}
    most = max(value for value in values.values() if value)
    largest = max(mark.radius for mark in drawn.marks)
    shown = [(mark.radius, value) for mark in drawn.marks if mark.radius > SMALLEST and (value := values[mark.code])]

    assert shown
    assert all(abs(radius - largest * (value / most) ** 0.5) < 0.06 for radius, value in shown)


def test_hidden_countries_look_alike(drawn: Map, large: Report) -> None:
    """A country whose number of children is hidden has a circle of one size, whatever the number."""
    hidden = [mark for mark in drawn.marks if large.figure("CARE_STOCK", mark.code).status is Status.SUPPRESSED]

    assert hidden
    assert {(mark.radius, mark.kind, mark.children.text) for mark in hidden} == {(UNKNOWN, "hidden", "hidden")}


def test_names_do_not_lie_on_each_other(drawn: Map) -> None:
    """Names are written where there is room, the largest countries first."""
    named = [mark for mark in drawn.marks if mark.label]

    assert named
    assert all(a is b or abs(a.y - b.y) >= 12 or abs(a.x - b.x) >= 40 for a in named for b in named)


def test_report_without_children_in_care_has_no_map(small: Report) -> None:
    """A catalogue that lacks the stock of children draws none."""
    indicators = [each for each in small.answer["indicators"] if each["code"] != "CARE_STOCK"]

    assert world(figures.report_of({**small.answer, "indicators": indicators})) is None
