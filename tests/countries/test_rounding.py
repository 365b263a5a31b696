"""Controlled rounding: unbiased, never far, the same for the same count, and nothing is learnt from how it works."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countries.disclosure.rounding import Bound, CountTable, CountToRound, draw, rounded
from countries.disclosure.rounding_check import verified
from countries.disclosure.rounding_claims import VISITING, Claim, Claims, Story
from countries.disclosure.rounding_held import held, left
from countries.disclosure.rounding_proof import prove

KEY = b"a key of a test"
BASE = 5
DRAWS = 3_000
LIKELIEST = 0.45


def one(value: int, name: str = "a", earlier: tuple[int, int] | None = None, key: bytes = KEY) -> int:
    """The figure of a count by itself."""
    return rounded(CountTable([CountToRound(name, value, earlier=earlier)], [[0]], [[]], []), key)[0]


def table_of(first: int, second: int, name: str = "") -> CountTable:
    """Two counts and their sum."""
    counts = [
        CountToRound(f"{name}a", first),
        CountToRound(f"{name}b", second),
        CountToRound(f"{name}c", first + second),
    ]
    return CountTable(counts, [[0, 1, 2]], [[Bound(((0, 1), (1, 1), (2, -1)), 0, 0)]], [])


@pytest.mark.parametrize("value", [0, 1, 2, 3, 4, 5, 7, 10, 13])
def test_rounding_is_unbiased(value: int) -> None:
    """A count becomes one of its neighbours, and itself on average; what is a multiple stays."""
    figures = [one(value, f"{value} {number}") for number in range(DRAWS)]
    low = value - value % BASE
    assert set(figures) <= {low, low + BASE}
    assert sum(figures) / DRAWS == pytest.approx(value, abs=0.2)
    assert value % BASE or set(figures) == {value}


def test_a_draw_hangs_on_key_and_name() -> None:
    """The same count is the same figure; with another key or another name it is drawn anew."""
    assert draw("a", KEY) == draw("a", KEY)
    assert draw("a", KEY) != draw("b", KEY)
    assert draw("a", KEY) != draw("a", b"another key")
    assert 0 < draw("a", KEY) < 1


@pytest.mark.parametrize("value", range(12))
def test_what_is_out_stays_while_the_count_is_the_same(value: int) -> None:
    """Whatever the key: a figure that is out is not drawn again, or two of them would tell more than one."""
    low = value - value % BASE
    for figure in {low, low + BASE if value % BASE else low}:
        assert one(value, earlier=(value, figure), key=b"another") == figure


def test_a_count_that_grows_is_no_smaller_figure() -> None:
    """Nor is one that shrinks a larger one: how far it moved is not told by which way the draw fell."""
    for value, later in product(range(14), repeat=2):
        for number in range(20):
            figure = one(value, str(number))
            again = one(later, str(number), (value, figure))
            assert again >= figure if later > value else again <= figure
            assert abs(again - later) < BASE


def test_figures_add_up() -> None:
    """Two counts and their sum are rounded so that figures add up, wherever that can be."""
    for number, (first, second) in enumerate(product(range(0, 30, 2), repeat=2)):
        figures = rounded(table_of(first, second, str(number)), KEY)
        assert figures[0] + figures[1] == figures[2], (first, second)
        assert all(
            abs(figure - count) < BASE for figure, count in zip(figures, (first, second, first + second), strict=True)
        )


def test_whoever_knows_the_algorithm_learns_no_more_than_the_interval() -> None:
    """By enumeration: of each set of figures every count within the intervals is possible, and none is likely.

    All small tables are rounded with many keys; for each set of figures that comes out, all tables from which it came.
    A zero by itself is a zero one time in three; beside another zero and their sum, which say that all of them are
    small, a little more often.
    """
    worlds: dict[tuple[int, ...], Counter[tuple[int, int]]] = {}
    for first, second in product(range(7), repeat=2):
        for number in range(60):
            figures = tuple(rounded(table_of(first, second, f"{number} "), KEY))
            worlds.setdefault(figures, Counter())[first, second] += 1
    seen = 0
    for figures, came in worlds.items():
        if sum(came.values()) < 100 or figures[2] > BASE:
            continue
        seen += 1
        for place in (0, 1):
            values: Counter[int] = Counter()
            for pair, times in came.items():
                values[pair[place]] += times
            assert len(values) >= BASE, (figures, values)
            assert max(values.values()) / sum(values.values()) <= LIKELIEST, (figures, values)
    assert seen > 2


def claims_of(*figures: int) -> Claims:
    """Two figures and that of their sum."""
    return Claims([Claim(each) for each in figures], [[], [0, 1, 2]], [Bound(((0, 1), (1, 1), (2, -1)), 0, 0)], [])


def holds(claims: Claims, taken_out: set[int], worlds: dict[Story, dict[int, int]]) -> bool:
    """Whether what was found proves what is left."""
    left = [replace(claim, figure=None) if place in taken_out else claim for place, claim in enumerate(claims.claims)]
    return not verified(replace(claims, claims=left), worlds)


def test_figures_of_a_possible_federation_stay() -> None:
    """Where figures add up nothing is taken out, and what proves them is checked without looking for it."""
    claims = claims_of(5, 10, 15)
    proof = prove(claims)
    assert not proof.taken_out
    assert holds(claims, proof.taken_out, proof.worlds)


def test_figures_of_no_federation_are_taken_out() -> None:
    """Where they do not, one of them is: what is left could be counts."""
    claims = claims_of(5, 10, 20)
    proof = prove(claims)
    assert len(proof.taken_out) == 1
    assert holds(claims, proof.taken_out, proof.worlds)


def test_parts_may_come_to_a_base_more() -> None:
    """A count that is a little below its figure may be up to four more: ten and ten beside fifteen prove each other."""
    proof = prove(claims_of(10, 10, 15))
    assert not proof.taken_out
    world = proof.worlds[Story.STAYS]
    assert world[0] + world[1] == world[2] <= 15
    assert prove(claims_of(10, 5, 20)).taken_out


def test_a_figure_of_none_has_nobody_below_it() -> None:
    """Of nobody nobody can be missing: a figure of zero is a zero in the federation that proves it."""
    assert [Claim(figure).room(Story.STAYS) for figure in (0, 5, 100)] == [(0, 0), (1, 5), (96, 100)]


def test_flows_are_proved_while_stocks_lie_anywhere() -> None:
    """A rise of fifteen with ten who came: no federation has all four below their figures, but each is proved."""
    before, after, came = Claim(20), Claim(35), Claim(10, more=VISITING)
    bound = Bound(((1, 1), (0, -1), (2, -1)), None, 0)
    claims = Claims([before, after, came], [[], [0, 1, 2]], [bound], [])
    proof = prove(claims)
    assert not proof.taken_out
    assert holds(claims, proof.taken_out, proof.worlds)
    assert prove(replace(claims, claims=[before, Claim(45), came])).taken_out


def test_where_homes_are_full_fewer_prove_it() -> None:
    """Of twenty in twenty places nobody can be more; four of them may live elsewhere, where that is possible."""
    assert Claim(20, most=20).room(Story.STAYS) == (16, 16)
    assert Claim(20, most=20, is_swapped=True).room(Story.STAYS) == (20, 20)
    assert Claim(20, most=30, is_swapped=True).room(Story.STAYS) == (16, 20)


def test_a_check_finds_what_does_not_hold() -> None:
    """Numbers out of an interval or without room, and rows and sums that fail, are told each by itself."""
    claims = Claims(
        [Claim(5), Claim(5), Claim(10)], [[2], [0], [1]], [Bound(((0, 1), (1, -1)), None, 0)], [(2, (0, 1))]
    )
    good = {0: 5, 1: 5, 2: 10}

    def faults(**changed: int) -> set[str]:
        world = good | {int(name[1:]): value for name, value in changed.items()}
        return {fault.what for fault in verified(claims, {Story.STAYS: world, Story.VISITS: good})}

    assert not faults()
    assert faults(_2=9) == {"sum"}
    assert faults(_0=6) == {"room", "row", "sum"}
    assert faults(_0=0) == {"interval", "sum"}
    assert {fault.what for fault in verified(claims, {Story.STAYS: good})} == {"missing"}


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4), st.integers(0, 1000))
@settings(max_examples=150, deadline=None)
def test_what_is_shown_is_proved(values: list[int], seed: int) -> None:
    """Whatever two countries count, alone and together: what stays has a proof in whole numbers."""
    first, second, third, fourth = values
    counts = [first, second, first + second, third, fourth, third + fourth, first + third, second + fourth]
    counts.append(sum(values))
    rows = [((0, 1), (1, 1), (2, -1)), ((3, 1), (4, 1), (5, -1)), ((6, 1), (7, 1), (8, -1))]
    figures = [one(value, f"{seed} {place}") for place, value in enumerate(counts)]
    claims = Claims(
        [Claim(figure) for figure in figures],
        [[], [6, 7, 8], [0, 1, 2], [3, 4, 5]],
        [Bound(row, 0, 0) for row in rows],
        [(6, (0, 3)), (7, (1, 4)), (8, (2, 5))],
        [[1, 2, 3]],
    )
    proof = prove(claims)
    assert not proof.is_narrow
    assert holds(claims, proof.taken_out, proof.worlds)
    world = proof.worlds[Story.STAYS]
    for place in range(4):
        # The five by brute force: children more of one cell are children more of all that it is counted in.
        own = [0, 1, 3, 4][place]
        moved = {own, [2, 2, 5, 5][place], [6, 7, 6, 7][place], 8}
        for more in range(BASE):
            for index, value in world.items():
                low, high = claims.claims[index].interval
                is_shown = index not in proof.taken_out
                assert not is_shown or low <= value + (more if index in moved else 0) <= high


def test_what_is_out_is_not_taken_out() -> None:
    """The new figure gives way, not the one that everybody has read; and nothing is refused where none can."""
    claims = claims_of(5, 10, 20)
    out = [Claim(5, is_new=False), Claim(10), Claim(20, is_new=False)]
    assert prove(Claims(out, claims.groups, claims.bounds, claims.sums)).taken_out == {1}
    old = [Claim(each, is_new=False) for each in (5, 10, 20)]
    assert prove(Claims(old, claims.groups, claims.bounds, claims.sums)).is_narrow


def test_what_is_held_stays_what_it_was() -> None:
    """What other releases hang on does not move, where there is another way."""
    held = [Claim(5, is_new=False, settled=(3, 3), is_held=True), Claim(10), Claim(15)]
    claims = claims_of(5, 10, 15)
    proof = prove(replace(claims, claims=held))
    assert not proof.taken_out
    assert [world[0] for world in proof.worlds.values()] == [3, 3]


def test_a_bound_of_the_register_is_no_figure_above_it() -> None:
    """Where there are twelve places nobody is told of fifteen children: eleven and twelve would be all that is left."""
    assert {CountToRound(str(value), value, most=12).ways for value in (11, 12)} == {(10,)}
    assert CountToRound("nine", 9, most=12).ways == (5, 10)


def test_nothing_is_said_that_cannot_be_held() -> None:
    """Where what is out is no federation, no new figure comes beside it, and none is kept that would prove it."""
    out = [Claim(5, is_new=False), Claim(10, is_new=False), Claim(40, is_new=False), Claim(15)]
    claims = Claims(out, [[], [0, 1, 2, 3]], [Bound(((0, 1), (1, 1), (2, -1)), 0, 0)], [])
    proof = held(claims)
    assert proof.taken_out == {3}
    assert proof.is_narrow
    assert not proof.worlds
    fine = held(claims_of(5, 10, 20))
    assert not verified(left(claims_of(5, 10, 20), fine.taken_out), fine.worlds)


@given(st.lists(st.integers(0, 8).map(lambda each: each * 5), min_size=6, max_size=6), st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_whatever_is_claimed_what_is_said_is_verified(figures: list[int], old: int) -> None:
    """Figures that nobody rounded, some of them out: what is said has a proof, or nothing new is."""
    claims = [Claim(figure, is_new=place >= old) for place, figure in enumerate(figures)]
    rows = [Bound(((0, 1), (1, 1), (2, -1)), 0, 0), Bound(((3, 1), (4, -1)), None, 0)]
    said = Claims(claims, [[5], [0, 1, 2], [3, 4]], rows, [(5, (2, 4))])
    proof = held(said)
    assert all(claims[place].is_new for place in proof.taken_out)
    if proof.worlds:
        faults = verified(left(said, proof.taken_out), proof.worlds)
        assert not [fault for fault in faults if fault.what != "room"]
        assert not [fault for fault in faults if claims[fault.where].is_new]
    else:
        assert proof.taken_out == set(range(old, len(figures)))
