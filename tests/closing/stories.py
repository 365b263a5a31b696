"""Families that could be: their days in homes, ties and ages, many families at once; and what is counted of them.

A federation is families side by side, and every count of it is the sum of theirs. So what holds in every family for a
sum of counts holds in every federation; a constant would say nothing more, because families can be added without end.
Counting here is arithmetic on days, and shares nothing with the system's (`test_relations.py` sets it beside
`tests/indicators/naive.py`, which is set beside the database's).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Chance = np.random.Generator

CHILDREN = 3
"""The most of a family."""
NONE, RESIDENTIAL, FAMILY, ALONE = range(4)
SETTINGS = np.array([NONE, RESIDENTIAL, RESIDENTIAL, FAMILY, FAMILY, ALONE], dtype=np.int8)
"""The setting of each home; the first is none at all."""
TURNS = 6
"""So often most children wake up elsewhere, at most."""
MANY = 1_000
"""How many ties a child may have, and how many brothers and sisters: nothing says that there are no more."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Many families, in one period.

    Attributes:
        days: of the period.
        homes: where each child of each family lives on each day, from the first that is told of to the period's last.
        girls: who is a girl.
        minors: who is under eighteen on the last day.
        to_family: whether a child that is outside from a day on went to a family, by day.
        bonds: from which day on the children of a family are brothers and sisters.
        links: how many ties each child has on the last day.
        alike: how many there are of each child; all that holds of them is the same, and they are brothers and sisters.
        apart: whether those live in homes of their own, which are alike.
    """

    days: int
    homes: NDArray[np.int8]
    girls: Flags
    minors: Flags
    to_family: Flags
    bonds: Numbers
    links: Numbers
    alike: Numbers
    apart: Flags

    @property
    def eve(self) -> int:
        """The place of the day before the first."""
        return int(self.homes.shape[2]) - self.days - 1


def told(chance: Chance, families: int, days: int) -> Stories:
    """Families by chance; what happens, happens now and then on the eve, on the first day or on the last.

    Args:
        chance: where they come from.
        families: how many.
        days: of the period.
    """
    before = days + 20
    shape = (families, CHILDREN)
    width = before + days
    turns = chance.integers(0, width, (*shape, TURNS))
    edges = before + np.array([-2, -1, 0, 1, days - 2, days - 1])
    is_edge = chance.random(turns.shape) < chance.choice([0.1, 0.5, 0.9], families)[:, None, None]
    turns = np.where(is_edge, chance.choice(edges, turns.shape), turns)
    # Who turns less often does so on days that nobody sees.
    turns[chance.random(turns.shape) < chance.choice([0.2, 0.5, 0.9], families)[:, None, None]] = width
    wakes = np.sort(turns, axis=2)
    places = chance.integers(0, len(SETTINGS), (*shape, TURNS + 1))
    places[chance.random(places.shape) < 0.3] = NONE
    number = (wakes[..., None] <= np.arange(width)).sum(axis=2)
    homes = np.take_along_axis(places, number, axis=2).astype(np.int8)
    _turn_daily(chance, homes)
    # Of many families one child alone is told of; and some are gone with the eve, or soon.
    homes[chance.random(shape) < np.array([0.0, 0.7, 0.8])] = NONE
    gone = before + chance.choice([-1, 0, 0, 0, 1, days // 2, days - 1], families)
    is_gone = (np.arange(width) >= gone[:, None]) & (chance.random(families) < 0.3)[:, None]
    back = is_gone & (np.arange(width) == width - 2) & (chance.random(families) < 0.2)[:, None]
    homes[np.broadcast_to((is_gone & ~back)[:, None], homes.shape)] = NONE
    # And some have just come.
    is_late = (np.arange(width) < width - chance.integers(1, 3, (families, 1))) & (chance.random(families) < 0.1)[
        :, None
    ]
    homes[np.broadcast_to(is_late[:, None], homes.shape)] = NONE
    together = chance.random(families) < 0.3
    homes[together] = np.where(homes[together] == NONE, NONE, homes[together, :1])
    return Stories(
        days,
        homes,
        chance.random(shape) < 0.5,
        chance.random(shape) < 0.6,
        chance.random(homes.shape) < 0.5,
        np.where(chance.random(families) < 0.6, 0, chance.integers(0, width + 1, families)),
        chance.choice([0, 0, 1, 2, MANY], shape),
        np.where(chance.random(shape) < 0.1, MANY, 1),
        chance.random(shape) < 0.3,
    )


def _turn_daily(chance: Chance, homes: NDArray[np.int8]) -> None:
    """Some children wake up elsewhere every day, or every other day, until they settle."""
    families, children, width = homes.shape
    one, other = chance.integers(0, len(SETTINGS), (2, families, children, 1))
    days = np.arange(width)
    begin, end = np.sort(chance.integers(0, width + width // 2, (2, families, children, 1)), axis=0)
    turns = (days >= begin) & (days < end) & (chance.random((families, 1, 1)) < 0.3)
    step = chance.integers(1, 3, (families, children, 1))
    homes[:] = np.where(turns, np.where(days // step % 2 == 0, one, other), homes)


def counted(stories: Stories) -> Mapping[tuple[str, str], Numbers]:
    """Every measure of each family, and some of its categories: by code and category, where that is empty the whole."""
    eve, homes = stories.eve, stories.homes
    at = SETTINGS[homes]
    living, before = at[..., -1] != NONE, at[..., eve] != NONE
    is_in = at != NONE
    now, then = is_in[..., eve + 1 :], is_in[..., eve:-1]
    came, went = now & ~then, then & ~now
    has_come, has_gone = came.any(axis=2), went.any(axis=2)
    first = eve + 1 + came.argmax(axis=2)
    last = int(homes.shape[2]) - 1 - went[..., ::-1].argmax(axis=2)
    days = np.arange(homes.shape[2])
    again = has_come & (is_in & (days < first[..., None])).any(axis=2)
    outside = np.where(~is_in & (days < last[..., None]), days, -1).max(axis=2)
    stays = np.where(has_gone, last - outside - 1, 0)
    residential = at == RESIDENTIAL
    ends = residential[..., eve:-1] & ~residential[..., eve + 1 :]
    to_family = ends & ((at[..., eve + 1 :] == FAMILY) | (~now & stories.to_family[..., eve + 1 :]))
    moves = now & then & (homes[..., eve + 1 :] != homes[..., eve:-1])
    beside, together = _beside(stories)
    by_child: dict[str, Numbers] = {
        "children_in_care": living, "children_in_care_before": before, "minors_in_care": living & stories.minors,
        "minors_in_residential_care": residential[..., -1] & stories.minors,
        "entries": has_come, "exits": has_gone, "re_entries": again, "stay_days": stays,
        "entry_events": came.sum(axis=2), "exit_events": went.sum(axis=2), "moves": moves.sum(axis=2),
        "care_days": now.sum(axis=2), "leaving_residential": ends.sum(axis=2),
        "leaving_for_a_family": to_family.sum(axis=2), "residents": residential[..., eve:].any(axis=2),
        "sibling_days": beside, "sibling_days_together": together,
        "community_links": stories.links * living, "children_without_links": living & (stories.links == 0),
    }  # fmt: skip
    where = {
        "children_in_care": at[..., -1],
        "children_in_care_before": at[..., eve],
        "entries": np.take_along_axis(at, first[..., None], axis=2)[..., 0],
        "exits": np.take_along_axis(at, last[..., None] - 1, axis=2)[..., 0],
    }
    found = {(code, ""): counts for code, counts in by_child.items()}
    found |= {(code, "FEMALE"): counts * stories.girls for code, counts in by_child.items()}
    found |= {(code, "AGE_18_PLUS_OR_UNKNOWN"): counts * ~stories.minors for code, counts in by_child.items()}
    for code, setting in where.items():
        found[code, "RESIDENTIAL"] = by_child[code] * (setting == RESIDENTIAL)
        found[code, "FAMILY_BASED"] = by_child[code] * (setting == FAMILY)
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
            together[:, one] += with_one * (both & (homes[:, one] == homes[:, other])).sum(axis=1)
    return beside, together
