"""How many processes fill countries, and how they say how far they are."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from graph.demo import counted
from graph.demo.crew import crew_size


@pytest.mark.parametrize(
    ("children", "countries", "processors", "processes"),
    [(400, 4, 8, 1), (20_000, 1, 8, 1), (138_000, 138, 2, 2), (138_000, 138, 96, 8), (6_000, 3, 8, 3)],
)
def test_more_processes_than_one_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, children: int, countries: int, processors: int, processes: int
) -> None:
    """A small seed is done by one process, and no process waits for a country or a processor."""
    monkeypatch.setattr("graph.demo.crew._processors", lambda: processors)
    assert crew_size(children, countries) == processes


def test_progress_without_a_terminal_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for each tenth that takes a second, with what is left at the last line's pace, and one at the end."""
    clock = iter([0.0, 0.1, 10.0, 10.5, 12.0, 12.1])
    monkeypatch.setattr("graph.demo.progress.monotonic", lambda: next(clock))
    shown = StringIO()
    with counted("Children", 2000, Console(file=shown)) as advance:
        for more in (200, 300, 200, 300, 1000):
            advance(more)
    assert shown.getvalue().splitlines() == [
        "Children: 500 of 2,000 in 0:00:10, 0:00:30 left",
        "Children: 1,000 of 2,000 in 0:00:12, 0:00:04 left",
        "Children: 2,000 of 2,000 in 0:00:12, 0:00:00 left",
    ]


def test_progress_in_a_terminal_is_a_bar() -> None:
    """A terminal shows how many are done, for how long, and how long it will take yet."""
    shown = StringIO()
    with counted("Children", 2000, Console(file=shown, force_terminal=True, width=100)) as advance:
        advance(500)
    assert "500/2000" in shown.getvalue()
    assert "left" in shown.getvalue()
