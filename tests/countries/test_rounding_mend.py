"""A federation in whole numbers is mended: countries move within their rooms by what sums above them lack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from countries.disclosure.rounding import Bound
from countries.disclosure.rounding_check import verified
from countries.disclosure.rounding_claims import MOST_MISSED, Claim, Claims, Story
from countries.disclosure.rounding_mend import Mending
from countries.disclosure.rounding_shape import ClaimShape
from countries.disclosure.rounding_whole import Rooms


def mended(claims: Claims, world: dict[int, int]) -> dict[int, int]:
    """What becomes of a federation of a sum and two countries."""
    after = dict(world)
    Mending(ClaimShape(claims), Rooms(claims.claims, (), Story.STAYS), after).run()
    return after


TWO = Claims(
    [Claim(20, is_new=False), Claim(15), Claim(5), Claim(10), Claim(10)],
    [[0], [1, 2, 3], [4]],
    [Bound(((1, -1), (2, 1), (3, 1)), 0, 0)],
    [(0, (1, 4))],
)
"""A sum of twenty: of fifteen, which are five and ten, and of ten."""


def test_a_country_moves_by_what_a_sum_lacks() -> None:
    """A sum of 23 lies beside its figure of twenty: with all that it hangs on a country has three fewer."""
    world = {0: 23, 1: 14, 2: 5, 3: 9, 4: 9}
    assert {fault.what for fault in verified(TWO, dict.fromkeys(Story, world))} == {"room"}
    after = mended(TWO, world)
    assert after[0] == 20
    assert not [fault for fault in verified(TWO, dict.fromkeys(Story, after)) if fault.story is Story.STAYS]


def test_several_countries_move_together_where_none_could_alone() -> None:
    """One has one fewer of the first and so one more of the second, of which there is no room; the other makes it."""
    figures = {0: 10, 1: 10, 2: 10, 3: 10, 4: 5, 5: 5, 6: 5}
    claims = Claims(
        [Claim(figure) for figure in figures.values()],
        [[0, 1], [2, 3], [4, 5, 6]],
        [Bound(((2, 1), (3, 1)), 16, 16), Bound(((5, 1), (6, 1)), 5, 5)],
        [(0, (2, 4)), (1, (3, 5))],
    )
    world = {0: 11, 1: 10, 2: 10, 3: 6, 4: 1, 5: 4, 6: 1}
    assert {fault.where for fault in verified(claims, {Story.STAYS: world}) if fault.story is Story.STAYS} == {0}
    after = mended(claims, world)
    assert (after[0], after[1]) == (10, 10)
    assert not [fault for fault in verified(claims, {Story.STAYS: after}) if fault.story is Story.STAYS]


def test_what_has_room_never_loses_it() -> None:
    """Where nothing helps nothing moves: no other figure pays for a sum that cannot be."""
    claims = replace(TWO, claims=[Claim(50), *TWO.claims[1:]])
    world = {0: 23, 1: 14, 2: 5, 3: 9, 4: 9}
    after = mended(claims, world)
    assert after[0] == 25
    assert all(TWO.claims[index].holds(after[index], Story.STAYS) for index in range(1, 5))


@pytest.mark.parametrize("sum_of_all", [Claim(50, is_new=False), Claim(50, weight=MOST_MISSED)])
def test_what_is_out_or_missed_most_comes_first(sum_of_all: Claim) -> None:
    """Others leave their rooms for it, and are left out: fifty is forty-six at least."""
    claims = replace(TWO, claims=[sum_of_all, *TWO.claims[1:]])
    after = mended(claims, {0: 23, 1: 14, 2: 5, 3: 9, 4: 9})
    assert after[0] == after[1] + after[4] >= 46
    assert after[1] == after[2] + after[3]


def test_what_holds_by_definition_is_mended_too() -> None:
    """A country whose parts are one fewer than itself comes to hold."""
    after = mended(TWO, {0: 20, 1: 11, 2: 3, 3: 7, 4: 9})
    assert not [fault for fault in verified(TWO, dict.fromkeys(Story, after)) if fault.story is Story.STAYS]
