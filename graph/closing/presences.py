"""What holds for whoever is somewhere, comes and goes: sentences about one child, from what a presence declares."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from graph.closing.each_child import BY_AGE, in_time, rows_of
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Part
from graph.indicators.presence import PRESENCES
from graph.indicators.splits import AgeGroup, Dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.closing.each_child import ChildSum, Sentence
    from graph.indicators.model import Measure
    from graph.indicators.presence import Presence

    Term = tuple[Part | Measure | None, int]

    Rule = Callable[[Presence, str, int], Iterator[ChildSum]]

MOST = {Kind.EVENTS: 183, Kind.TIES: 1_000, Kind.DAYS: 40_000}
"""How much one child, or one of its days, adds at most: comings on every second day, links, a long life."""
YEAR = 365
"""The days of a year, at least."""


def _sentence(*terms: Term) -> Sentence:
    """A sentence, where all of it is declared; otherwise nothing."""
    said = tuple(
        (counted if isinstance(counted, Part) else Part(counted), factor)
        for counted, factor in terms
        if counted is not None
    )
    return said if len(said) == len(terms) else ()


def _said(area: str, *terms: Term) -> Iterator[ChildSum]:
    yield from rows_of(_sentence(*terms), area)


def _by_age(area: str, *terms: Term) -> Iterator[ChildSum]:
    yield from rows_of(_sentence(*terms), area, BY_AGE)


def _often(days: int) -> int:
    """How often at most somebody comes in so many days, or goes: on every second one."""
    return (days + 1) // 2


def balance(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Who was there, with every coming and without every going, is there now."""
    del days
    terms = _sentence((here.after, 1), (here.before, -1), (here.comings, -1), (here.goings, 1))
    yield from rows_of(terms, area, is_equal=True)


def once(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever came did so once at least, and on every second day at most; and who left."""
    for each, often in ((here.came, here.comings), (here.left, here.goings)):
        yield from _said(area, (each, 1), (often, -1))
        yield from _said(area, (often, 1), (each, -_often(days)))


def through(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever is there was there before or came; whoever was there is there still or left; who came, and who left."""
    del days
    came = (here.before, -1), (here.came, -1)
    left = (here.after, -1), (here.left, -1)
    yield from _said(area, (here.after, 1), *came)
    yield from _said(area, (here.left, 1), *came)
    yield from _said(area, (here.before, 1), *left)
    yield from _said(area, (here.came, 1), *left)
    for one in (here.after, here.left):
        yield from in_time(_sentence((one, 1), *came), area, is_older=False)
    for one in (here.before, here.came):
        yield from in_time(_sentence((one, 1), *left), area, is_older=True)


def unseen(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever left and is there again came; and whoever was there and came left: who did both twice counts once."""
    del days
    yield from _said(area, (here.left, 1), (here.after, 1), (here.before, -1), (here.came, -2))
    yield from _said(area, (here.came, 1), (here.before, 1), (here.after, -1), (here.left, -2))


def stayed(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever is there and did not come was there on all days, and who came on one at least; who left not on all."""
    spent = here.days
    yield from _said(area, (here.after, days), (here.came, 1 - days), (spent, -1))
    yield from _said(area, (spent, 1), (here.after, -days), (here.left, 1 - days))


def stayed_since(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever was there on the eve and did not leave was there on all days; who came and was not, only since."""
    spent = here.days
    yield from _said(area, (here.before, days), (here.left, -days), (here.came, 1), (spent, -1))
    yield from _said(area, (spent, 1), (here.left, 1), (here.before, -days), (here.came, -days))
    yield from _by_age(area, (spent, 1), (here.before, -days), (here.came, -days))
    yield from in_time(_sentence((here.before, days), (here.left, -days), (spent, -1)), area, is_older=True)
    yield from _by_age(area, (here.left, 1), (here.before, -1), (spent, -1))


def woke(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """On a day on which a child wakes up elsewhere, having come or moved, it is there; and who moved, on another."""
    spent = here.days
    yield from _said(area, (here.comings, 1), (here.moves, 1), (spent, -1))
    yield from _by_age(area, (here.came, 1), (here.moves, 1), (spent, -1))
    yield from _by_age(area, (here.after, days), (here.moves, days - 1), (spent, -days))


def around(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Who was there at any time was there at the end or left, and is of those who were there in any wider place."""
    there = here.present
    for one in (here.after, here.before, here.first, here.last):
        yield from _said(area, (one, 1), (there, -1))
    for often in (here.comings, here.goings):
        yield from _said(area, (often, 1), (there, -_often(days)))
    yield from _said(area, (there, 1), (here.after, -1), (here.goings or here.left, -1))
    yield from _said(area, (there, 1), (here.before, -1), (here.comings or here.came, -1))
    if here.within is not None:
        wider = here.within
        yield from _said(area, (there, 1), (wider.before, -1), (wider.came, -1))
        yield from _said(area, (there, 1), (wider.after, -1), (wider.left, -1))


def grown_up(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever is under eighteen at the end is none of those who left as grown up."""
    if here.goings is not None and (Dimension.AGE_GROUP,) in here.goings.all_splits:
        grown = Part(here.goings, {Dimension.AGE_GROUP: AgeGroup.AGE_18_PLUS_OR_UNKNOWN})
        yield from _said(area, (here.minors, _often(days)), (grown, 1), (here.present, -_often(days)))


def out_of(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever leaves a place within another moves, or leaves both; it was there the day before, or on the eve."""
    wider = here.within
    if wider is None:
        return
    yield from _said(area, (here.last, 1), (here.goings, -1))
    yield from _said(area, (here.before, days), (here.goings, -days), (wider.days, -1))
    for one, other in ((here.before, here.last), (here.last, here.before)):
        yield from _said(area, (one, 1), (other, -1), (wider.days, -1))
    earlier = _sentence((here.goings, 1), (wider.before, -1), (wider.days, -1))
    yield from in_time(earlier, area, is_older=False)
    yield from _said(area, (here.goings, 1), (wider.moves, -1), (wider.goings, -1))
    yield from _said(area, (here.goings, 1), (wider.days, -1), (here.last, -1))
    yield from _said(area, (here.present, 1), (wider.days, -1), (here.last, -1))
    for each in (here.goings, here.present):
        yield from _said(area, (each, 1), (wider.days, -1), (here.before, -1))
    # By age there is less of those who left, and of whom else is of it then.
    yield from _by_age(area, (here.goings, 1), (wider.before, -1), (wider.days, -1))
    for is_older in (True, False):
        yield from in_time(_sentence((here.goings, 1), (wider.days, -1), (wider.left, -1)), area, is_older=is_older)
    often = _often(days)
    moved_or_left = _sentence((here.goings, 1), (wider.moves, -1), (wider.left, -often))
    yield from in_time(moved_or_left, area, is_older=True)
    later, sooner = ((wider.after, -often), (wider.left, -often)), ((wider.before, -often), (wider.came, -often))
    yield from in_time(_sentence((here.goings, 1), *later), area, is_older=True)
    yield from in_time(_sentence((here.goings, 1), *sooner), area, is_older=False)


def elsewhere(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever came straight into one place and is in another now was there on two days; and so of several places."""
    del days
    if here.within is None:
        return
    places = [each for each in PRESENCES if each.within is here.within]
    later = places[places.index(here) + 1 :]
    for many in range(min(len(places) - 1, len(later) + 1)):
        for others in combinations(later, many):
            ends = [(each.after, 1) for each in (here, *others)]
            firsts = [(each.first, 1) for each in places if each is not here and each not in others]
            yield from _said(area, *ends, *firsts, (here.within.days, -1))


def for_a_year(here: Presence, area: str, days: int) -> Iterator[ChildSum]:
    """Whoever has been there for a year was there on the eve and on all days since; of a year, all who did not come."""
    lasting = here.lasting
    yield from _said(area, (lasting, 1), (here.before, -1))
    yield from _said(area, (lasting, 1), (here.left, 1), (here.before, -1), (here.came, -1))
    yield from _said(area, (lasting, 1), (here.came, 1), (here.after, -1), (here.left, -1))
    yield from _said(area, (lasting, days - 1), (here.after, 1), (here.days, -1))
    yield from _said(area, (lasting, days), (here.comings, 1), (here.days, -1))
    yield from in_time(_sentence((lasting, days), (here.came, 1), (here.days, -1)), area, is_older=True)
    if days >= YEAR:
        yield from _said(area, (here.after, 1), (lasting, -1), (here.came, -1))
        yield from _said(area, (here.before, 1), (lasting, -1), (here.left, -1))


RULES: tuple[Rule, ...] = (
    balance, once, through, unseen, stayed, stayed_since, woke, around, grown_up, out_of, elsewhere, for_a_year,
)  # fmt: skip
