"""What a day may be: every column that is one says so, and the bounds hold on the very day."""

from __future__ import annotations

from datetime import date

import pytest

from graph.declarations.base import Kind
from graph.declarations.day_bounds import bounds_fault
from graph.declarations.days import Days, When
from graph.declarations.fields import sensitive
from graph.declarations.ledger import entry
from graph.declarations.members import Column
from graph.entities import graph_model
from graph.writes.actions import all_actions
from graph.writes.derived import derived_actions
from graph.writes.mutation import Given, Group, Linked, Parts

TODAY = date(2026, 11, 22)
DATED = [column for entity in graph_model().by_table.values() for column in entity.stored.values() if column.day]


def named(table: str, column: str) -> Column:
    """A column."""
    return graph_model().by_table[table].stored[column]


@pytest.mark.parametrize("declare", [sensitive, entry])
def test_a_day_without_its_rule_is_no_column(declare: object) -> None:
    """The default is closed: a day of which nothing is said stops the start, and so does a rule for something else."""
    with pytest.raises(ValueError, match="says what its day may be"):
        declare(Kind.DATE, "The first day.")  # type: ignore[operator]  # both are functions of kind and sentence
    with pytest.raises(ValueError, match="says what its day may be"):
        declare(Kind.TEXT, "A name.", day=Days(When.FACT))  # type: ignore[operator]  # likewise


def _led_to(taken: Linked) -> str | None:
    """The table of what an input names, or of what that leads to."""
    return named(taken.table, taken.through).target if taken.through else taken.table


def test_a_day_of_an_input_fills_a_column() -> None:
    """An input that is a day says which column it fills; any other one may, and is of that column's kind then."""
    with pytest.raises(ValueError, match="which column it fills"):
        Given("endedOn", Kind.DATE, "The first day no longer there.")
    filled = 0
    for action in (*all_actions().values(), *derived_actions(graph_model())):
        inner = (each for taken in action.takes if isinstance(taken, Group | Parts) for each in taken.takes)
        for taken in (*action.takes, *inner):
            if isinstance(taken, Group | Parts):
                continue
            for place in filter(None, (taken.fills, *taken.fills_too)):
                column = named(*place.split("."))
                said = (_led_to(taken), None) if isinstance(taken, Linked) else (None, taken.kind)
                wanted = (column.target, None if column.target is not None else column.kind)
                assert said == wanted, (action.name, taken.name)
                filled += not isinstance(taken, Linked) and taken.kind is not Kind.DATE
    assert filled > 0


def test_every_day_of_every_mutation_has_a_rule_that_somebody_keeps() -> None:
    """What a client gives as a day is a fact or a plan of a column: none that only the server makes."""
    for action in (*all_actions().values(), *derived_actions(graph_model())):
        inner = (each for taken in action.takes if isinstance(taken, Group) for each in taken.takes)
        for taken in (*action.takes, *inner):
            if isinstance(taken, Given) and taken.kind is Kind.DATE:
                rule = named(*taken.fills.split(".")).day
                assert rule is not None, (action.name, taken.name)
                assert rule.when is not When.MADE, (action.name, taken.name)


def test_links_of_a_life_lead_to_children() -> None:
    """Whose life a day lies in, the row's own links say; what it comes after is a day of the same row."""
    for entity in graph_model().by_table.values():
        for column in entity.stored.values():
            rule = column.day or Days(When.MADE)
            for link in {*rule.born, *rule.lives} - {"id"}:
                assert entity.stored[link].target == "child", (entity.table, column.name)
            assert rule.after is None or entity.stored[rule.after].day is not None


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [
        (("child", "birth_date"), "1900-01-01", "2026-11-22"),
        (("sibling_bond", "started_on"), "1900-01-01", "2026-11-22"),
        (("placement", "started_on"), "1900-01-01", "2031-11-22"),
        (("placement", "ended_on"), "1900-01-01", "2051-11-22"),
        (("home", "opened_on"), "1900-01-01", "2031-11-22"),
        (("home", "closed_on"), "1900-01-01", "2051-11-22"),
    ],
)
def test_bounds_hold_on_the_very_day(column: tuple[str, str], first: str, last: str) -> None:
    """The first day and the last one are fine; the day before and the day after are not."""
    low, high = date.fromisoformat(first), date.fromisoformat(last)
    found = named(*column)
    assert bounds_fault(found, low, TODAY) is None
    assert bounds_fault(found, high, TODAY) is None
    assert bounds_fault(found, date.fromordinal(low.toordinal() - 1), TODAY) is not None
    assert bounds_fault(found, date.fromordinal(high.toordinal() + 1), TODAY) is not None


def test_a_leap_day_has_its_years_ahead() -> None:
    """On 29 February plans reach until 28 February of a year that has none."""
    leap = date(2028, 2, 29)
    assert Days(When.PLAN).latest(leap) == date(2033, 2, 28)
    assert Days(When.FACT).latest(leap) == leap
    assert bounds_fault(named("child", "birth_date"), leap, leap) is None


def test_at_the_end_of_the_calendar() -> None:
    """A day of the year 1 and the last of 9999 are refused with a sentence, but where that one says: without end."""
    for column in DATED:
        if column.day is not None and column.day.when is not When.MADE:
            for day in (date.min, *([] if column.day.endless else [date.max])):
                fault = bounds_fault(column, day, TODAY)
                assert fault is not None
                assert fault.message
                assert fault.hint
