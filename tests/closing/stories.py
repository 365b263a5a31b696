"""Families that could be: their days in homes, ties and ages, many families at once; and what is counted of them.

A federation is families side by side, and every count of it is the sum of theirs. So what holds in every family for a
sum of counts holds in every federation; a constant would say nothing more, because families can be added without end.
Counting here is arithmetic on days, and shares nothing with the system's (`test_relations.py` sets it beside
`tests/indicators/naive.py`, which is set beside the database's).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Chance = np.random.Generator

CHILDREN = 3
"""The most of a family."""
NONE, RESIDENTIAL, FAMILY, ALONE, OTHER = range(5)
SETTINGS = np.array(
    [NONE, RESIDENTIAL, RESIDENTIAL, FAMILY, FAMILY, ALONE, ALONE, RESIDENTIAL, FAMILY, ALONE, OTHER], dtype=np.int8
)
"""The setting of each home; the first is none at all."""
SOS = 3
"""The home that is an SOS family."""
HOMES = 6
"""The first so many are homes; in the others children live elsewhere, nobody with a brother or sister."""
TURNS = 6
"""So often most children wake up elsewhere, at most."""
MANY = 1_000
"""How many ties a child may have, and how many brothers and sisters: nothing says that there are no more."""


LONG = 30_000
"""How many days a child may have been in care."""
ONE_YEAR = 365
"""From the same day a year before to the last."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Many families, in one period.

    Attributes:
        days: of the period.
        homes: where each child of each family lives on each day, from the first that is told of to the period's last.
        girls: who is a girl.
        small: who is under five or just older; all others are young people who are eighteen soon, or just older.
        birthdays: from which day on each is older, as places of days.
        to_family: whether a child that is outside from a day on went to a family, by day.
        enters: whether a child that comes on a day comes into care, and not out of somebody else's, by day.
        bonds: from which day on the children of a family are brothers and sisters.
        links: how many ties each child has on the last day.
        legal: who is in care on a legal ground on the last day.
        kept: who has one and the same key carer, from before any day that is told of.
        asked: of whom it was asked before it came whether care is necessary, by the day on which it came.
        alike: how many there are of each child; all that holds of them is the same, and they are brothers and sisters.
        sooner: how long before the first day that is told of each came who is there on it.
        apart: whether those live in homes of their own, which are alike.
        met: whom each has met lately: nobody, somebody of the family, a parent.
        orphaned: who has no parents.
        decided: on whom something was decided in the year before the last day.
        heard: who would be heard on it.
    """

    days: int
    homes: NDArray[np.int8]
    girls: Flags
    small: Flags
    birthdays: Numbers
    to_family: Flags
    enters: Flags
    bonds: Numbers
    links: Numbers
    legal: Flags
    kept: Flags
    asked: Flags
    alike: Numbers
    sooner: Numbers
    apart: Flags
    met: Numbers
    orphaned: Flags
    decided: Flags
    heard: Flags

    @property
    def eve(self) -> int:
        """The place of the day before the first."""
        return int(self.homes.shape[2]) - self.days - 1

    def is_young(self, day: Numbers) -> Flags:
        """Who is under five on a day of his own, or on one of several."""
        return _along(self.small, day) & (day < _along(self.birthdays, day))

    def is_grown(self, day: Numbers) -> Flags:
        """Who is eighteen or older then."""
        return ~_along(self.small, day) & (day >= _along(self.birthdays, day))

    def within(self, begin: int, end: int) -> Stories:
        """The same as a shorter period sees it, which begins and ends on these places of days; other ties are held."""
        links = np.roll(self.links, 1, axis=0)
        shown = slice(0, end + 1)
        return replace(
            self, days=end - begin + 1, homes=self.homes[..., shown], to_family=self.to_family[..., shown],
            enters=self.enters[..., shown], asked=self.asked[..., shown], links=links,
            legal=np.roll(self.legal, 1, axis=0), kept=np.roll(self.kept, 1, axis=0),
            met=np.roll(self.met, 1, axis=0), orphaned=np.roll(self.orphaned, 1, axis=0),
            decided=np.roll(self.decided, 1, axis=0), heard=np.roll(self.heard, 1, axis=0),
        )  # fmt: skip


def _along(what: NDArray[Any], day: Numbers) -> NDArray[Any]:
    """What there is of each child, for one day of each or for several."""
    return what if day.ndim < 3 else what[..., None]


def told(chance: Chance, families: int, days: int, ends: Sequence[int] = ()) -> Stories:
    """Families by chance; what happens, happens now and then on the eve, on the first day or on the last.

    Args:
        chance: where they come from.
        families: how many.
        days: of the period.
        ends: how many of its days are over where shorter periods within it end.
    """
    before = days + 20
    shape, width = (families, CHILDREN), before + days
    marks = before + np.array([0, *ends, days])
    edges = np.unique(np.clip(marks[:, None] + np.array([-2, -1, 0, 1]), 0, width - 1))
    homes = _woken(chance, shape, width, edges)
    _turn_daily(chance, homes, edges)
    _stay_away(chance, homes, edges)
    together = chance.random(families) < 0.3
    homes[together] = np.where(homes[together] == NONE, NONE, homes[together, :1])
    small = chance.random(shape) < 0.5
    # Most have no birthday that matters; some have it in the period, or about its ends.
    some = _some(chance, shape, width, edges)
    birthdays = np.where(chance.random(shape) < 0.4, some, chance.choice([0, width + 1], shape))
    girls = chance.random(shape) < 0.5
    alone, turning = _alone(width, edges)
    chosen = chance.permutation(8 * len(alone))[: 2 * families // 3]
    of, few = chosen // 8, slice(0, len(chosen))
    homes[few] = NONE
    homes[few, 0] = alone[of]
    small[few] = (chosen % 2 == 0)[:, None]
    girls[few] = (chosen // 2 % 2 == 0)[:, None]
    # Half of them have no birthday, and half on the day on which they do what they do.
    birthdays[few] = np.where(chosen // 4 % 2, turning[of], np.where(small[few, 0], width + 1, 0))[:, None]
    mixed = chance.permutation(families)
    return Stories(
        days,
        homes[mixed],
        girls[mixed],
        small[mixed],
        birthdays[mixed],
        chance.random(homes.shape) < 0.5,
        chance.random(homes.shape) < chance.choice([0.0, 0.5, 1.0], (*shape, 1)),
        np.where(chance.random(families) < 0.6, 0, chance.integers(0, width + 1, families)),
        chance.choice([0, 0, 1, 2, MANY], shape),
        chance.random(shape) < 0.5,
        chance.random(shape) < 0.5,
        chance.random(homes.shape) < 0.5,
        np.where(chance.random(shape) < 0.1, MANY, 1),
        np.where(chance.random(shape) < 0.3, chance.integers(120, 360, shape), chance.choice([0, 0, LONG], shape)),
        chance.random(shape) < 0.3,
        chance.integers(0, 3, shape),
        chance.random(shape) < 0.5,
        # From a chance of their own: the families are those that they were before.
        *(each.random(shape) < 0.5 for each in chance.spawn(2)),
    )


def _alone(width: int, edges: Numbers) -> tuple[NDArray[np.int8], Numbers]:
    """Children without brothers and sisters who turn daily, or are there until, since or on a day; and that day."""
    days = np.arange(width)
    found, turning = [], []
    for home in (1, 3, 5):
        turns = [np.where((days + odd) % 2, home, other) for other in (NONE, 2, 4) for odd in (0, 1)]
        turns += [np.full(width, home)] * 2
        found += turns
        turning += [edges[0]] * len(turns)
        for day in edges:
            shown = (days < day, days >= day, days == day, (days == day) | (days < 9))
            here = [np.where(is_in, home, NONE) for is_in in shown]
            until = (days < day), (days < day - 1) | (days == day)
            here += [np.where(is_in, turn, NONE) for is_in in until for turn in turns[2:]]
            found += here
            turning += [day] * len(here)
    return np.array(found, dtype=np.int8), np.array(turning)


def _some(chance: Chance, shape: tuple[int, ...], width: int, edges: Numbers) -> Numbers:
    """Any days, many of them where a period begins or ends; in some families nearly all."""
    often = chance.choice([0.1, 0.5, 0.95], shape[:1]).reshape(-1, *(1 for _ in shape[1:]))
    return np.where(chance.random(shape) < often, chance.choice(edges, shape), chance.integers(0, width, shape))


def _woken(chance: Chance, shape: tuple[int, int], width: int, edges: Numbers) -> NDArray[np.int8]:
    """Where each child lives on each day: a few times it wakes up elsewhere."""
    turns = _some(chance, (*shape, TURNS), width, edges)
    # Who turns less often does so on days that nobody sees.
    turns[chance.random(turns.shape) < chance.choice([0.2, 0.5, 0.9], shape[0])[:, None, None]] = width
    wakes = np.sort(turns, axis=2)
    places = chance.integers(0, len(SETTINGS), (*shape, TURNS + 1))
    places[chance.random(places.shape) < 0.3] = NONE
    number = (wakes[..., None] <= np.arange(width)).sum(axis=2)
    return np.take_along_axis(places, number, axis=2).astype(np.int8)


def _turn_daily(chance: Chance, homes: NDArray[np.int8], edges: Numbers) -> None:
    """Some children wake up elsewhere every day, or every other day, for a while or for good."""
    families, children, width = homes.shape
    one, other = chance.integers(0, len(SETTINGS), (2, families, children, 1))
    days = np.arange(width)
    begin, end = np.sort(_some(chance, (2, families, children, 1), width, edges), axis=0)
    is_long = chance.random((families, 1, 1)) < 0.5
    begin, end = np.where(is_long, chance.integers(0, 2, begin.shape), begin), np.where(is_long, 2 * width, end)
    turns = (days >= begin) & (days < end) & (chance.random((families, 1, 1)) < 0.3)
    step = np.where(chance.random((families, children, 1)) < 0.7, 1, 2)
    homes[:] = np.where(turns, np.where((days + begin) // step % 2 == 0, one, other), homes)


def _stay_away(chance: Chance, homes: NDArray[np.int8], edges: Numbers) -> None:
    """Some are out for a while; some are gone one day, or have not come yet; of many families there is but one."""
    families, children, width = homes.shape
    shape, days = (families, children), np.arange(width)
    for often in (0.3, 0.2):
        begin, end = np.sort(_some(chance, (2, *shape), width, edges), axis=0)
        is_away = (days >= begin[..., None]) & (days < end[..., None])
        homes[is_away & (chance.random(shape) < often)[..., None]] = NONE
    homes[chance.random(shape) < np.array([0.0, 0.7, 0.8])] = NONE
    for is_later in (True, False):
        since = _some(chance, (families, 1), width, edges)
        is_out = (days >= since) if is_later else (days < since)
        homes[(is_out & (chance.random((families, 1)) < 0.15))[:, None].repeat(children, axis=1)] = NONE


def counted(stories: Stories) -> Mapping[tuple[str, str], Numbers]:
    """Every measure of each family, and some of its categories: by code and category, where that is empty the whole."""
    eve, homes = stories.eve, stories.homes
    at = SETTINGS[homes]
    living, before = at[..., -1] != NONE, at[..., eve] != NONE
    is_in = at != NONE
    now, eves = is_in[..., eve + 1 :], is_in[..., eve:-1]
    came, went = now & ~eves, eves & ~now
    has_come, has_gone = came.any(axis=2), went.any(axis=2)
    first = eve + 1 + came.argmax(axis=2)
    last = int(homes.shape[2]) - 1 - went[..., ::-1].argmax(axis=2)
    days = np.arange(homes.shape[2])
    again = has_come & (is_in & (days < first[..., None])).any(axis=2)
    outside = np.where(~is_in & (days < last[..., None]), days, -1).max(axis=2)
    stays = np.where(has_gone, last - outside - 1 + np.where(outside < 0, stories.sooner, 0), 0)
    residential = at == RESIDENTIAL
    in_sos = homes[..., -1] == SOS
    ends = residential[..., eve:-1] & ~residential[..., eve + 1 :]
    to_family = ends & ((at[..., eve + 1 :] == FAMILY) | (~now & stories.to_family[..., eve + 1 :]))
    moves = now & eves & (homes[..., eve + 1 :] != homes[..., eve:-1])
    beside, together = _beside(stories)
    now_places = days[eve + 1 :]
    end = np.full(living.shape, days[-1])
    is_grown = stories.is_grown(end)
    enters = came & stories.enters[..., eve + 1 :]
    at_gate = np.take_along_axis(stories.asked[..., eve + 1 :], enters.argmax(axis=2)[..., None], axis=2)[..., 0]
    # Whoever is there from the first day that is told of came then, or so long before.
    since = int(homes.shape[2]) - 1 - ONE_YEAR
    lasting = is_in[..., max(0, since) :].all(axis=2) & (stories.sooner >= -since)
    by_child: dict[str, Numbers] = {
        "children_in_care": living, "children_in_care_before": before, "minors_in_care": living & ~is_grown,
        "minors_in_residential_care": residential[..., -1] & ~is_grown,
        "minors_in_sos_family": in_sos & ~is_grown,
        "minors_residential_or_sos_family": (in_sos | residential[..., -1]) & ~is_grown,
        "residential_or_sos_family": in_sos | residential[..., -1],
        "family_based_but_sos_family": (at[..., -1] == FAMILY) & ~in_sos,
        "entering": enters.any(axis=2), "gatekept": enters.any(axis=2) & at_gate,
        "children_on_a_legal_ground": living & stories.legal,
        "in_touch": living & (stories.met > 0), "in_touch_with_a_parent": living & (stories.met > 1),
        "without_parents": living & stories.orphaned,
        "in_touch_without_parents": living & stories.orphaned & (stories.met > 0),
        "decided_about": living & stories.decided, "heard_on_decisions": living & stories.decided & stories.heard,
        "children_in_homes": living & (homes[..., -1] <= HOMES),
        "in_care_for_a_year": lasting, "same_key_carer": lasting & stories.kept,
        "entries": has_come, "exits": has_gone, "re_entries": again, "stay_days": stays,
        "entry_events": came.sum(axis=2), "exit_events": went.sum(axis=2), "moves": moves.sum(axis=2),
        "care_days": now.sum(axis=2), "leaving_residential": ends.sum(axis=2),
        "leaving_for_a_family": to_family.sum(axis=2), "residents": residential[..., eve:].any(axis=2),
        "sibling_days": beside, "sibling_days_together": together,
        "community_links": stories.links * living, "children_without_links": living & (stories.links == 0),
    }  # fmt: skip
    where = {
        "children_in_care": at[..., -1],
        "children_in_homes": at[..., -1],
        "children_in_care_before": at[..., eve],
        "entries": np.take_along_axis(at, first[..., None], axis=2)[..., 0],
        "exits": np.take_along_axis(at, last[..., None] - 1, axis=2)[..., 0],
    }
    found = {(code, ""): counts for code, counts in by_child.items()}
    found |= {(code, "FEMALE"): counts * stories.girls for code, counts in by_child.items()}
    events = {"leaving_residential": ends, "leaving_for_a_family": to_family}
    eves_end = np.full(living.shape, eve)
    then = {"entries": first, "re_entries": first, "exits": last, "children_in_care_before": eves_end}
    for group, is_of in (("AGE_0_4", stories.is_young), ("AGE_18_PLUS_OR_UNKNOWN", stories.is_grown)):
        found |= {(code, group): counts * is_of(then.get(code, end)) for code, counts in by_child.items()}
        found |= {(code, group): (each & is_of(now_places[None, None])).sum(axis=2) for code, each in events.items()}
    for code, setting in where.items():
        found[code, "RESIDENTIAL"] = by_child[code] * (setting == RESIDENTIAL)
        found[code, "FAMILY_BASED"] = by_child[code] * (setting == FAMILY)
        found[code, "INDEPENDENT"] = by_child[code] * (setting == ALONE)
    return {name: (counts * stories.alike).sum(axis=1, dtype=np.int64) for name, counts in found.items()}


def _beside(stories: Stories) -> tuple[Numbers, Numbers]:
    """The days of each child beside each brother or sister in care, and those in the same home."""
    homes = stories.homes[..., stories.eve + 1 :]
    days = np.arange(stories.eve + 1, stories.homes.shape[2])
    bound = days >= stories.bonds[:, None]
    beside, together = (np.zeros(homes.shape[:2], dtype=np.int64) for _ in range(2))
    for one in range(CHILDREN):
        for other in range(CHILDREN):
            many = stories.alike[:, other] - (one == other)
            both = (homes[:, one] != NONE) & (homes[:, other] != NONE) & bound
            beside[:, one] += many * both.sum(axis=1)
            with_one = np.where(stories.apart[:, one] | stories.apart[:, other], 0, many)
            same = (homes[:, one] == homes[:, other]) & (homes[:, one] <= HOMES)
            together[:, one] += with_one * (both & same).sum(axis=1)
    return beside, together
