"""Rules between rows: a declaration that contradicts itself is refused where it stands."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from graph.declarations.base import Kind, Owner
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, sensitive
from graph.declarations.misdeclared import MisdeclaredError
from graph.declarations.rules import Others, Rule, Seen
from graph.entities import all_entities
from graph.entities.placement_reasons import PlacementStartReason
from graph.reasons import Reason
from graph.refusals import conflict
from tests.entities.test_refused import declared, read

WRONG = conflict(Reason.ENDED_ALREADY, "It is over.", "Look at it.")
HOLDS: dict[str, Any] = {"holds": lambda row, _led, _frame: row.c.held_on.is_not(None)}
READS: dict[str, tuple[str, ...]] = {"child_id": ("birth_date",)}


def members() -> dict[str, Any]:
    """A child's row with a day."""
    return {
        "owner": Owner("child"),
        "__annotations__": {"keeps": ClassVar, "held_on": Day},
        "held_on": sensitive(Kind.DATE, "When.", day=Days(When.FACT), filters=True, orders=True),
    }


MISDECLARED: dict[str, tuple[tuple[Rule, ...], str]] = {
    "nothing": ((Rule("a", "held_on", WRONG),), "one of the two"),
    "both": (
        (Rule("a", "held_on", WRONG, others=Others("child", ("id",), lambda _row, _other: None), **HOLDS),),
        "one of the two",
    ),
    "no column": ((Rule("a", "ended_on", WRONG, **HOLDS),), "no column ended_on"),
    "no column of it": ((Rule("a", "held_on", WRONG, of=("x",), **HOLDS),), "no column x"),
    "no link": ((Rule("a", "held_on", WRONG, reads={"held_on": ("id",)}, **HOLDS),), "held_on is no link"),
    "no column there": ((Rule("a", "held_on", WRONG, reads={"child_id": ("x",)}, **HOLDS),), "child has no column x"),
    "two of a name": ((Rule("a", "held_on", WRONG, **HOLDS),) * 2, "two rules"),
    "an exception of no plan": (
        (Rule("a", "held_on", WRONG, exception=PlacementStartReason.OTHER, **HOLDS),), "say `plans`",
    ),
    "an exception that nothing keeps": (
        (Rule("a", "held_on", WRONG, plans="held_on", exception=PlacementStartReason.OTHER, **HOLDS),),
        "nothing keeps its exceptions",
    ),
    "behind nothing": ((Rule("a", "held_on", WRONG, behind="b", **HOLDS),), "no rule b"),
    "seen from what it does not read": (
        (Rule("a", "held_on", WRONG, reads=READS, back=(Seen("child_id", "died_on", "b", WRONG),), **HOLDS),),
        "does not read that",
    ),
    "others of no table": (
        (Rule("a", "held_on", WRONG, others=Others("nobody", ("id",), lambda _row, _other: None)),), "no table",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISDECLARED)
def test_a_rule_that_cannot_be_meant(name: str) -> None:
    """It stops the start, and the message names the entity, the rule and what is wrong."""
    rules, wrong = MISDECLARED[name]
    assert all_entities()
    with declared(**members(), keeps=rules) as entity, pytest.raises(MisdeclaredError) as refused:
        read(entity)
    assert f"{entity.__name__}.keeps: {rules[0].name}: " in str(refused.value)
    assert wrong in str(refused.value)


def test_a_rule_without_a_sentence() -> None:
    """Its refusal raises where it stands."""
    with pytest.raises(ValueError, match="what is wrong and what to do"):
        Rule("a", "held_on", conflict(Reason.ENDED_ALREADY, "", "Look at it."), **HOLDS)
