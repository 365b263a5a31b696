"""Who knows how figures are made asks which worlds would be told just so: it won against hiding, and loses here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import product
from random import Random

import pytest

from countries.disclosure import rounding
from countries.disclosure.rounding import Bound, CountTable, CountToRound, rounded
from countries.disclosure.rounding_claims import Claim, Claims
from countries.disclosure.rounding_proof import prove
from tests.countries.enumerating import Behind, World, behind
from tests.countries.marking import all_worlds, interval, is_wide, shown

FIVE = 5
THIRD = Fraction(1, 3)
DRAWS = [(2 * number + 1) / (2 * FIVE) for number in range(FIVE)]
"""Of a count alone, each of these draws decides as often as the others: it goes up with a fifth for each child more."""
IS_LARGE = int(os.environ.get("HEARTH_FIGURE_WORLDS", "0")) > 0
"""Whether there is a night to do it in."""

Figures = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Federation:
    """Counts that hang together.

    Attributes:
        wholes: how each count is made of a world's numbers: which of them it adds up.
        groups: the areas, those that others add up to first.
        bounds: what adds up within an area: the whole, then its parts.
        sums: what adds up over areas: the whole, then its parts.
    """

    wholes: tuple[tuple[int, ...], ...]
    groups: tuple[tuple[int, ...], ...]
    bounds: tuple[tuple[int, ...], ...] = ()
    sums: tuple[tuple[int, ...], ...] = ()

    def counts(self, world: World) -> World:
        """The counts of a world."""
        return tuple(sum(world[each] for each in whole) for whole in self.wholes)

    def told(self, world: World, draws: Sequence[float]) -> Figures:
        """What is published of it, where draws fall so: figures are rounded, and those taken out that cannot be."""
        rounding.draw = lambda name, key: draws[int(name)]  # noqa: ARG005 - a fixture sets it back
        bounds, sums = self._relations
        counts = [CountToRound(str(place), value) for place, value in enumerate(self.counts(world))]
        of_group = [[bound for bound in bounds if bound.terms[0][0] in group] for group in self.groups]
        figures = rounded(CountTable(counts, self.groups, of_group, sums), b"")
        out = self._taken_out(tuple(figures))
        return tuple(None if place in out else figure for place, figure in enumerate(figures))

    @cache  # noqa: B019 - there are three, and they stay
    def _taken_out(self, figures: tuple[int, ...]) -> set[int]:
        """Those of figures that cannot be counts beside the others."""
        bounds, sums = self._relations
        return prove(Claims([Claim(figure) for figure in figures], self.groups, bounds, sums)).taken_out

    @property
    def _relations(self) -> tuple[list[Bound], list[tuple[int, tuple[int, ...]]]]:
        """What adds up, in an area and over areas."""
        bounds = [Bound(((whole, -1), *((part, 1) for part in parts)), 0, 0) for whole, *parts in self.bounds]
        return bounds, [(whole, tuple(parts)) for whole, *parts in self.sums]

    def all_told(self, world: World) -> Iterator[tuple[Figures, Fraction]]:
        """What is published of it, by all draws; those of what is a multiple of five decide nothing."""
        ways = [DRAWS if count % FIVE else DRAWS[:1] for count in self.counts(world)]
        every = list(product(*ways))
        for draws in every:
            yield self.told(world, draws), Fraction(1, len(every))

    def near(self, figures: Sequence[int]) -> Iterator[World]:
        """The worlds whose counts are near enough to figures."""
        leaves = [self.wholes.index((each,)) for each in range(max(map(max, self.wholes)) + 1)]
        ranges = [range(max(0, figures[leaf] - 4), figures[leaf] + FIVE) for leaf in leaves]
        for world in product(*ranges):
            counts = self.counts(world)
            if all(abs(count - figure) < FIVE for count, figure in zip(counts, figures, strict=True)):
                yield world


SEXES = Federation(((0,), (1,), (0, 1)), groups=((), (0, 1, 2)), bounds=((2, 0, 1),))
"""One country: its girls, its boys, and both."""
COUNTRIES = Federation(((0,), (1,), (0, 1)), groups=((2,), (0,), (1,)), sums=((2, 0, 1),))
"""Two countries, and both."""
THREE = Federation(
    (
        (0,), (1,), (2,), (3,), (4,), (5,),
        (0, 1), (2, 3), (4, 5), (0, 2, 4), (1, 3, 5), (0, 1, 2, 3, 4, 5),
    ),
    groups=((9, 10, 11), (0, 1, 6), (2, 3, 7), (4, 5, 8)),
    bounds=((11, 9, 10), (6, 0, 1), (7, 2, 3), (8, 4, 5)),
    sums=((9, 0, 2, 4), (10, 1, 3, 5), (11, 6, 7, 8)),
)  # fmt: skip
"""Girls and boys of three countries, and all that they add up to."""
FEDERATIONS = {"sexes": SEXES, "countries": COUNTRIES}
FIGURES = [(0, 0, 0), (0, 5, 5)] + ([(5, 0, 5), (5, 5, 10), (10, 5, 15), (0, 10, 10)] if IS_LARGE else [])


@pytest.fixture(autouse=True)
def draws_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test makes of the draw ends with it."""
    monkeypatch.setattr(rounding, "draw", rounding.draw)


SIZES, GIRLS = (5, 10, 13), 14
"""Three countries in which hiding told of girls; found by trying all small ones."""


def test_hiding_told_who_knew_it() -> None:
    """A country's girls were promised to be any of 0 to 5; who knew what would have been hidden when knew: 0 or 5."""
    told = behind(all_worlds(SIZES, GIRLS), lambda world: [(shown(world, SIZES), Fraction(1))])
    of = told[None, 5, None]
    assert set(of.worlds) == {(0, 5, 9), (5, 5, 4)}
    for world in of.worlds:
        assert is_wide(world, SIZES, (0, 2))
        assert interval(world, SIZES, (0, 2), 0) == (0, 5)
    assert of.values(lambda world: world[0]) == {0: Fraction(1, 2), 5: Fraction(1, 2)}


def test_hiding_told_in_many_a_federation() -> None:
    """That was no single case: of small federations of three countries there are many in which it told."""
    lost = 0
    for children in product(range(5, 15, 2), repeat=3):
        for girls in range(5, sum(children) - 4, 3):
            told = behind(all_worlds(children, girls), lambda world: [(shown(world, children), Fraction(1))])  # noqa: B023 - called at once
            lost += sum(
                len(of.values(lambda world: world[place])) < FIVE  # noqa: B023 - as above
                for outcome, of in told.items()
                for place, girls_shown in enumerate(outcome)
                if girls_shown is None
                and is_wide(next(iter(of.worlds)), children, [at for at, each in enumerate(outcome) if each is None])
            )
    assert lost > 10


def counts_of(federation: Federation) -> list[Callable[[World], int]]:
    """Each count as a function of a world."""
    return [lambda world, place=place: federation.counts(world)[place] for place in range(len(federation.wholes))]  # type: ignore[misc]  # a default binds the place


@pytest.fixture(scope="module")
def attacked() -> Mapping[tuple[str, tuple[int, ...]], Behind]:
    """What is behind figures, by all worlds near enough and all draws."""
    kept = rounding.draw
    found: dict[tuple[str, tuple[int, ...]], Behind] = {
        (name, figures): behind(federation.near(figures), federation.all_told)[figures]
        for name, federation in FEDERATIONS.items()
        for figures in FIGURES
    }
    rounding.draw = kept
    return found


@pytest.mark.parametrize("name", FEDERATIONS)
@pytest.mark.parametrize("figures", FIGURES, ids=str)
def test_every_count_may_be_five_numbers(
    attacked: Mapping[tuple[str, tuple[int, ...]], Behind], name: str, figures: tuple[int, ...]
) -> None:
    """All that the figure's interval holds is possible, and no guess of a count is right in more than one of three.

    But for parts of a whole whose figure is zero: of all worlds in which two parts are four at most together, and by
    what a zero says of the whole alone, three of seven have none of one part; the part's own zero adds nothing.
    Draws are five of all there are: a guess may seem right in one hundredth more than it is.
    """
    of = attacked[name, figures]
    for place, count in enumerate(counts_of(FEDERATIONS[name])):
        values = of.values(count)
        assert set(values) == set(range(max(0, figures[place] - 4), figures[place] + FIVE))
        most = Fraction(3, 7) if figures == (0, 0, 0) and place < 2 else THIRD
        assert max(values.values()) <= most * Fraction(101, 100), (name, figures, place, values)


@pytest.mark.parametrize("name", FEDERATIONS)
def test_a_best_guess_is_right_in_one_of_three_at_most(
    attacked: Mapping[tuple[str, tuple[int, ...]], Behind], name: str
) -> None:
    """Over figures, weighed by how often they are what is said: of no count is the best guess right more often.

    The worst figure is 0 for a part of a whole that is 0, with three of seven. These are the smallest figures there
    are, and each with its mirror, in which the parts have changed places: what is larger brings the mean down, to one
    of five.
    """
    first, other, whole = counts_of(FEDERATIONS[name])
    every, right = Fraction(), {"part": Fraction(), "whole": Fraction()}
    for (federation, figures), of in attacked.items():
        if federation == name:
            mirrored = (
                (other,) if figures[0] != figures[1] and (figures[1], figures[0], figures[2]) not in FIGURES else ()
            )
            for part in (first, *mirrored):
                every += of.weight
                right["part"] += of.weight * of.best(part)
                right["whole"] += of.weight * of.best(whole)
    assert all(chance / every <= THIRD for chance in right.values())


def test_a_whole_of_zero_says_what_its_parts_do() -> None:
    """Three of seven: what is known of a part by the figure of the whole alone, before its own is looked at."""
    alone: dict[World, Fraction] = {
        (part, rest): Fraction(FIVE - part - rest, FIVE) for part, rest in product(range(FIVE), repeat=2)
        if part + rest < FIVE
    }  # fmt: skip
    assert Behind(alone).best(lambda world: world[0]) == Fraction(3, 7)


def test_what_hiding_told_rounding_does_not() -> None:
    """In the federation in which hiding told, each count of girls and boys has a fair chance of being five numbers."""
    chance = Random(5)  # noqa: S311 - draws of a test
    truth = (0, 5, 5, 5, 9, 4)
    figures = THREE.told(truth, [chance.random() for _ in THREE.wholes])
    known = [figure for figure in figures if figure is not None]
    assert len(known) == len(figures)
    assert all(abs(count - figure) < FIVE for count, figure in zip(THREE.counts(truth), known, strict=True))
    base = tuple(known[:6])
    assert THREE.counts(base) == figures
    for place in range(6):
        for more in range(FIVE):
            world = tuple(count + more * (at == place) for at, count in enumerate(base))
            assert _is_told(world, figures, chance), (place, more)


def _is_told(world: World, figures: Figures, chance: Random, tries: int = 200) -> bool:
    """Whether a world is told so in one of so many draws."""
    return any(THREE.told(world, [chance.random() for _ in figures]) == figures for _ in range(tries))


def test_a_restatement_tells_no_more() -> None:
    """Who sees a count's figures in two releases, and not by how much it changed, has five numbers left for each."""
    told: dict[World, Behind] = behind(product(range(2 * FIVE), repeat=2), restated)
    for figures in product((0, FIVE), repeat=2):
        for place in (0, 1):
            values = told[figures].values(lambda world: world[place])  # noqa: B023 - called at once
            assert len(values) >= FIVE, (figures, values)
            assert max(values.values()) <= THIRD, (figures, values)


def restated(world: World) -> Iterable[tuple[World, Fraction]]:
    """The figures of a count in one release and in the next, by all draws."""
    before, after = world
    for draw in DRAWS:
        rounding.draw = lambda name, key: draw  # noqa: ARG005, B023 - called at once
        first = _figure(CountToRound("a", before))
        yield (first, _figure(replace(CountToRound("a", after), earlier=(before, first)))), Fraction(1, FIVE)


def _figure(count: CountToRound) -> int:
    return rounded(CountTable([count], [[0]], [[]], []), b"")[0]
