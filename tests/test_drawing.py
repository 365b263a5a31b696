"""Which cases of a walk are drawn: all of them within some days, and of every kind one on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from graph.entities import graph_model
from graph.writes.actions import all_actions
from tests.drawing import TURNS, draw, drawing_of

DAY = date(2026, 11, 30)
CALLERS = ("caseworker", "office", "kenya", "region", "headquarters", "auditor")
TYPES = sorted(graph_model().by_type)


@dataclass(frozen=True)
class Named:
    """A test's case."""

    nodeid: str


READS = [Named(f"tests/doors/test_list.py::test_a_list[{name}-{caller}]") for name in TYPES for caller in CALLERS]
WRITES = [Named(f"tests/writing/test_{module}.py::test_it[{name}]") for module in "abcdef" for name in all_actions()]
BY_HAND = [
    Named(f"tests/doors/test_list.py::test_by_hand[a {entity.one} of {number}]")
    for number in range(5)
    for entity in graph_model().by_type.values()
]
CASES = [*READS, *WRITES, *BY_HAND, Named("tests/doors/test_list.py::test_alone")]


def drawn_on(day: date) -> set[str]:
    """What is tried on a day."""
    left, _ = draw(CASES, day)
    return {case.nodeid for case in CASES} - left


def test_each_case_is_drawn_within_some_days_and_a_day_draws_alike() -> None:
    """No case waits longer than the turns take."""
    days = [drawn_on(DAY + timedelta(days)) for days in range(TURNS)]
    assert set.union(*days) == {case.nodeid for case in CASES}
    assert all(len(day) < len(CASES) / 2 for day in days)
    assert days[0] == drawn_on(DAY) != days[1]


@pytest.mark.parametrize("days", range(TURNS))
def test_every_type_caller_and_mutation_is_drawn_every_day(days: int) -> None:
    """A type and a caller at each test, a mutation in each folder, a kind of mutation at each test."""
    drawn = drawn_on(DAY + timedelta(days))
    reads = [each for each in drawn if "::test_a_list" in each]
    for word in (*TYPES, *CALLERS):
        assert any(word in each.replace("]", "-").replace("[", "-").split("-") for each in reads), word
    for name in all_actions():
        assert any(f"[{name}]" in each for each in drawn), name
    for module in "abcdef":
        assert any(f"test_{module}.py::test_it[record" in each for each in drawn), module


def test_what_somebody_has_written_down_is_always_tried() -> None:
    """Sentences are none of a walk, though they name every type; what is left out is counted."""
    left, told = draw(CASES, DAY)
    assert not left & {case.nodeid for case in BY_HAND}
    assert "tests/doors/test_list.py::test_alone" not in left
    assert told.cases == {"doors": len(READS), "writing": len(WRITES)}
    assert (told.cases - told.drawn).total() == len(left)
    assert f"doors {told.cases['doors'] - told.drawn['doors']}" in "".join(told.lines())


def test_what_is_named_is_tried_whole(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    """A folder is drawn from on the day that is said; a file, a test, a word and `all` are not; no day is a fault."""
    monkeypatch.setattr(pytestconfig.option, "keyword", "")
    monkeypatch.setattr(pytestconfig, "args", ["tests"])
    monkeypatch.setenv("HEARTH_TESTS", "2026-11-30")
    assert drawing_of(pytestconfig).day == DAY
    assert "HEARTH_TESTS=2026-11-30" in str(drawing_of(pytestconfig))
    for args in ([__file__], ["tests/doors::test_alone"]):
        monkeypatch.setattr(pytestconfig, "args", args)
        assert drawing_of(pytestconfig).day is None
    monkeypatch.setattr(pytestconfig, "args", ["tests"])
    monkeypatch.setattr(pytestconfig.option, "keyword", "children")
    assert drawing_of(pytestconfig).day is None
    monkeypatch.setattr(pytestconfig.option, "keyword", "")
    monkeypatch.setenv("HEARTH_TESTS", "all")
    assert drawing_of(pytestconfig).day is None
    monkeypatch.setenv("HEARTH_TESTS", "sometimes")
    with pytest.raises(ValueError, match="sometimes"):
        drawing_of(pytestconfig)
