"""Sibling bonds: within each family, and between children who grew up at one table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from graph.demo.families import bond_between
from graph.demo.records import SETTLED
from graph.entities.home_form import HomeForm
from graph.entities.sibling_bond import SiblingBondKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from graph.demo.homes import DemoHome
    from graph.demo.stays import Life, Stay

MISTAKEN = 0.03
"""Bonds that were found mistaken, or dissolved with the couple that made them."""
GREW_TOGETHER = 0.25
"""SOS families in which two children of different parents call each other brother or sister."""
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Bond:
    """What one child is to another, the same in both directions."""

    one: Life
    other: Life
    kind: SiblingBondKind
    started_on: date
    ended_on: date | None


def bonds_of(family: Sequence[Life], today: date, rng: Random) -> Iterator[Bond]:
    """The bonds between the children of one family, known since the younger of the two came."""
    for one, other in combinations(family, 2):
        kind = bond_between(one.child, other.child)
        started = max(one.child.joined, other.child.joined)
        days = (today - SETTLED - started).days
        mistaken = kind is not SiblingBondKind.FULL and days > 1 and rng.random() < MISTAKEN * 4
        mistaken = mistaken or (days > 1 and rng.random() < MISTAKEN / 3)
        ended = started + timedelta(days=rng.randint(1, days)) if mistaken else None
        yield Bond(one, other, kind, started, ended)


def social_bonds(families: Sequence[Sequence[Life]], today: date, rng: Random) -> Iterator[Bond]:
    """Bonds between children of different families who have lived in one SOS family for a year.

    Two children who meet again in another home have one bond, of the first time.
    """
    bonded: set[frozenset[int]] = set()
    tables: dict[DemoHome, list[tuple[int, Life, Stay]]] = {}
    for number, siblings in enumerate(families):
        for life in siblings:
            for stay in life.stays:
                if stay.home.form is HomeForm.SOS_FAMILY:
                    tables.setdefault(stay.home, []).append((number, life, stay))
    for table in tables.values():
        if rng.random() >= GREW_TOGETHER:
            continue
        for (family, one, stay), (another, other, beside) in combinations(table, 2):
            pair = frozenset((id(one), id(other)))
            began = _year_together(stay, beside, today - SETTLED)
            if family != another and began is not None and pair not in bonded:
                bonded.add(pair)
                yield Bond(one, other, SiblingBondKind.SOCIAL, began, None)
                break


def _year_together(stay: Stay, beside: Stay, until: date) -> date | None:
    """The day on which two stays in one home had lasted a year together, if they did."""
    began = max(stay.started_on, beside.started_on)
    ended = min(stay.ended_on or until, beside.ended_on or until)
    return began + A_YEAR if ended > began + A_YEAR else None
