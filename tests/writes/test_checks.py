"""What is told of several checks that fail hangs on what kind each is, and not on what it is called."""

from __future__ import annotations

import pytest

from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.checks import Check, CheckKind, Failed

WHY = conflict(Reason.STALE_VERSION, "It does not go.", "Look.")
CHECKS = {
    "one": Check(WHY, CheckKind.GONE),
    "two": Check(WHY, CheckKind.MISSING),
    "three": Check(WHY, CheckKind.STALE),
    "four": Check(WHY),
    "five": Check(WHY, is_last=True),
    "six": Check(WHY, CheckKind.SELDOM),
}


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        (["one", "two", "three", "four"], ["one", "two"]),
        (["two:3", "four", "five"], ["two:3"]),
        (["three", "four", "five"], ["three"]),
        (["four", "five", "six"], ["four"]),
        (["five", "six"], ["five"]),
        (["unheard of", "four"], ["unheard of", "four"]),
    ],
)
def test_what_is_told_of_what_fails(failed: list[str], told: list[str]) -> None:
    """A row that is not there is told before one that has changed, that before rules, and last what leans on others."""
    assert list(Failed(failed, CHECKS).told) == told


@pytest.mark.parametrize(
    ("failed", "shown"),
    [(["three"], True), (["two", "three", "four"], True), (["one", "three"], False), (["four"], False), ([], False)],
)
def test_a_row_that_has_changed_is_shown(failed: list[str], *, shown: bool) -> None:
    """Unless it is not there at all."""
    assert Failed(failed, CHECKS).shows_row is shown


@pytest.mark.parametrize(("failed", "anew"), [(["six"], True), (["six", "five"], False), ([], False)])
def test_what_few_need_is_composed_where_nothing_refuses(failed: list[str], *, anew: bool) -> None:
    """A refusal comes before any composing anew."""
    assert Failed(failed, CHECKS).composes_anew is anew
