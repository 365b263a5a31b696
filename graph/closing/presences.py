"""What holds for whoever is somewhere, comes and goes: sentences about one child, from what a presence declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.closing.each_child import in_time, rows_of
from graph.indicators.model import Counts as Kind
from graph.indicators.model import Part
from graph.indicators.presence import PRESENCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.closing.each_child import Row
    from graph.indicators.presence import Presence

    Rule = Callable[[Presence, str, int], Iterator[Row]]

MOST = {Kind.EVENTS: 183, Kind.TIES: 1_000, Kind.DAYS: 40_000}
"""How much one child, or one of its days, adds at most: comings on every second day, a thousand links, a long life."""


def _said(area: str, *terms: tuple[Part | None, int], is_equal: bool = False) -> Iterator[Row]:
    """A sentence, where all of it is declared."""
    said = tuple((part, factor) for part, factor in terms if part is not None)
    if len(said) == len(terms):
        yield from rows_of(said, area, is_equal=is_equal)


def _later(area: str, *terms: tuple[Part | None, int], is_older: bool) -> Iterator[Row]:
    said = tuple((part, factor) for part, factor in terms if part is not None)
    if len(said) == len(terms):
        yield from in_time(said, area, is_older=is_older)


def balance(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Who was there, with every coming and without every going, is there now."""
    del days
    yield from _said(area, (here.after, 1), (here.before, -1), (here.comings, -1), (here.goings, 1), is_equal=True)


def once(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever came did so once at least, and on every second day at most; and who left."""
    del days
    for each, often in ((here.came, here.comings), (here.left, here.goings)):
        yield from _said(area, (each, 1), (often, -1))
        yield from _said(area, (often, 1), (each, -MOST[Kind.EVENTS]))


def through(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever is there was there before or came; whoever was there is there still or left; who came, and who left."""
    del days
    came = (here.before, -1), (here.came, -1)
    left = (here.after, -1), (here.left, -1)
    yield from _said(area, (here.after, 1), *came)
    yield from _said(area, (here.left, 1), *came)
    yield from _said(area, (here.before, 1), *left)
    yield from _said(area, (here.came, 1), *left)
    yield from _later(area, (here.left, 1), *came, is_older=False)
    yield from _later(area, (here.came, 1), *left, is_older=True)


def unseen(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever left and is there again came; and whoever was there and came left: who did both twice counts once."""
    del days
    yield from _said(area, (here.left, 1), (here.after, 1), (here.before, -1), (here.came, -2))
    yield from _said(area, (here.came, 1), (here.before, 1), (here.after, -1), (here.left, -2))


def stayed(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever is there and did not come was there on all days, and who came on one at least; who left not on all."""
    spent = here.days
    yield from _said(area, (here.after, 1), (spent, -1))
    yield from _said(area, (here.after, days), (here.came, 1 - days), (spent, -1))
    yield from _said(area, (spent, 1), (here.after, -days), (here.left, 1 - days))


def stayed_since(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever was there on the eve and did not leave was there on all days; who came and was not, only since."""
    spent = here.days
    yield from _said(area, (here.before, days), (here.left, -days), (here.came, 1), (spent, -1))
    yield from _said(area, (spent, 1), (here.left, 1), (here.before, -days), (here.came, -days))


def woke(here: Presence, area: str, days: int) -> Iterator[Row]:
    """On a day on which a child wakes up elsewhere, having come or moved, it is there; and who moved, twice."""
    spent = here.days
    yield from _said(area, (here.came, 1), (spent, -1))
    yield from _said(area, (here.comings, 1), (here.moves, 1), (spent, -1))
    yield from _said(area, (here.after, days), (here.moves, days - 1), (spent, -days))


def around(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Who was there at any time was there at the end or left, and is of those who were there in any wider place."""
    del days
    there = here.present
    for one in (here.after, here.before, here.first, here.last):
        yield from _said(area, (one, 1), (there, -1))
    for often in (here.comings, here.goings):
        yield from _said(area, (often, 1), (there, -MOST[Kind.EVENTS]))
    yield from _said(area, (there, 1), (here.after, -1), (here.goings or here.left, -1))
    yield from _said(area, (there, 1), (here.before, -1), (here.comings or here.came, -1))
    if here.within is not None:
        wider = here.within
        yield from _said(area, (there, 1), (wider.before, -1), (wider.came, -1))
        yield from _said(area, (there, 1), (wider.after, -1), (wider.left, -1))


def out_of(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever leaves a place within another moves, or leaves both; it was there the day before, which may be the eve."""
    del days
    yield from _said(area, (here.last, 1), (here.goings, -1))
    if here.within is not None:
        wider = here.within
        yield from _said(area, (here.goings, 1), (wider.moves, -1), (wider.goings, -1))
        yield from _said(area, (here.goings, 1), (wider.days, -1), (here.last, -1))
        yield from _said(area, (here.present, 1), (wider.days, -1), (here.last, -1))


def elsewhere(here: Presence, area: str, days: int) -> Iterator[Row]:
    """Whoever came straight into one place and is in another now was there on two days."""
    del days
    if here.within is not None:
        firsts = [(each.first, 1) for each in PRESENCES if each.within is here.within and each is not here]
        yield from _said(area, (here.after, 1), *firsts, (here.within.days, -1))


RULES: tuple[Rule, ...] = (
    balance, once, through, unseen, stayed, stayed_since, woke, around, out_of, elsewhere,
)  # fmt: skip
