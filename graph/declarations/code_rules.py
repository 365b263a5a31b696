"""The rules of codes: that the country's list has the code, and has it on the day that the row is about.

Only who gives a code, or the day, is asked: what a list has dropped since stays as it was recorded, and the rest of
such a row is corrected as that of any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.declarations.rules import Rule, Sql
from graph.reasons import Reason
from graph.refusals import Refusal, bad_input

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.declarations.code_lists import Coded
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.declarations.rules import RuleFrame


def no_such_code(column: Column, codes: Coded) -> Refusal:
    """That the country's list has no such code, on any day."""
    return bad_input(
        Reason.NO_SUCH_CODE,
        "The country's list {list} has no such code.",
        "Take one of `country { codes(list: {list}) }`.",
        column.label,
        list=codes.of.name,
    )


def out_of_force(column: Column, codes: Coded) -> Refusal:
    """That the country's list has the code, and not on that day."""
    return bad_input(
        Reason.CODE_OUT_OF_FORCE,
        "The code may not be used on that day: the country's list {list} has it on other days alone.",
        "Take one of `country { codes(list: {list}, on: …) }`, or check the day.",
        column.label,
        list=codes.of.name,
    )


def code_rules(entity: EntityModel) -> Iterator[Rule]:
    """The rules that an entity's codes bring; a column that repeats another row's has none of its own."""
    for column in entity.stored.values():
        if column.codes is None or column.copy_of:
            continue
        own = (column.name,)
        dated = (column.name, column.codes.dated) if column.codes.dated else own
        yield Rule(
            f"{column.name}_is_listed", column.name, no_such_code(column, column.codes), of=own, was=own,
            holds=_is_listed(column.name, column.codes), left=True, finding=False,
        )  # fmt: skip
        yield Rule(
            f"{column.name}_is_in_force", column.name, out_of_force(column, column.codes), of=dated, was=dated,
            holds=_is_in_force(column.name, column.codes), left=True, finding=False,
        )  # fmt: skip


def _is_listed(name: str, codes: Coded) -> Any:  # noqa: ANN401 - a function of a rule
    def holds(row: Any, _led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
        return frame.listed(codes.list, row.c[name])

    return holds


def _is_in_force(name: str, codes: Coded) -> Any:  # noqa: ANN401 - a function of a rule
    def holds(row: Any, _led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
        code, day = row.c[name], row.c[codes.dated] if codes.dated else frame.today
        # Of what no day has, the other rule tells.
        return ~frame.listed(codes.list, code) | frame.listed(codes.list, code, day)

    return holds
