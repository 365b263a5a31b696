"""Codes of the country's own lists, from what is selected: that of a row, and those that a list has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.codes.lists import LISTS
from graph.kinds.kind import Kind
from graph.kinds.values import day, member
from graph.plan.planner.context import PagePrice, source
from graph.plan.tree.codes import CodeField, CodeOf, CodesOf
from graph.plan.tree.sources import ABSENT
from graph.plan.tree.values import Fixed, Value

if TYPE_CHECKING:
    from graph.declarations.members import Column
    from graph.plan.planner.context import Planning
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

CODES = "codes"
"""The field of a country that is one of its lists."""
CODE_TYPE = "Code"
EXPECTED = 50
"""Codes that a list is expected to have: what it counts as in the price of an operation."""
FIELDS = {
    "code": CodeField.CODE,
    "label": CodeField.LABEL,
    "international": CodeField.INTERNATIONAL,
    "from": CodeField.FROM,
    "until": CodeField.UNTIL,
    "source": CodeField.SOURCE,
    "certain": CodeField.CERTAIN,
}
"""What is told of a code, by the name of its field."""


def plan_code(planning: Planning, column: Column, selected: Field) -> CodeOf:
    """The code of a row."""
    return CodeOf(column, _parts(planning, selected))


def plan_codes(planning: Planning, selected: Field, path: Path, parent: int | None) -> CodesOf:
    """`codes` of a country.

    Raises:
        BadUserInput: the day is none.
    """
    listed, _ = planning.argument(selected, "list")
    on, given = planning.argument(selected, "on")
    planning.prices.append(PagePrice(parent, EXPECTED, None, path))
    return CodesOf(
        Value(Kind.TEXT, source(listed, (), _key, path)),
        None if given in (ABSENT, None) else Value(Kind.DATE, source(on, (), day, path)),
        _parts(planning, selected),
    )


def _parts(planning: Planning, selected: Field) -> tuple[tuple[str, CodeField | Fixed], ...]:
    inside = planning.selector.fields(CODE_TYPE, selected.selection_sets)
    return tuple((each.key, Fixed(CODE_TYPE) if each.name == "__typename" else FIELDS[each.name]) for each in inside)


def _key(value: object) -> str:
    """The key of the list that a member of `CodeList` names."""
    return _KEYS[member(value)]


_KEYS = {each.name: each.key for each in LISTS.values()}
