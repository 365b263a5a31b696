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
    "three": Check(WHY, CheckKind.STALE, frozenset({"one"})),
    "four": Check(WHY, leans_on=frozenset({"one", "two"})),
    "five": Check(WHY),
    "six": Check(WHY, CheckKind.SELDOM),
}


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        (["one", "two", "three", "four"], ["one", "two"]),
        (["four", "five", "two:0", "two:3"], ["two:0", "two:3", "five"]),
        (["three", "four", "five"], ["three", "four", "five"]),
        (["two", "three"], ["two", "three"]),
        (["five", "four:1", "four:10"], ["four:1", "four:10", "five"]),
        (["unheard of", "four"], ["unheard of", "four"]),
    ],
)
def test_what_is_told_of_what_fails(failed: list[str], told: list[str]) -> None:
    """All that fails, in the order of the checks, but for what leans on a row that is not there."""
    assert list(Failed(failed, CHECKS).told) == told


@pytest.mark.parametrize(
    ("failed", "shown"),
    [(["three"], True), (["two", "three", "four"], True), (["one", "three"], False), (["four"], False), ([], False)],
)
def test_a_row_that_has_changed_is_shown(failed: list[str], *, shown: bool) -> None:
    """Unless it is not there at all."""
    assert Failed(failed, CHECKS).shows_row is shown


@pytest.mark.parametrize(("failed", "anew"), [(["six"], True), (["six", "five"], True), (["five"], False), ([], False)])
def test_what_few_need_is_composed_before_all_is_told(failed: list[str], *, anew: bool) -> None:
    """What refuses a mutation is told together, also what only few need to ask."""
    assert Failed(failed, CHECKS).composes_anew is anew
