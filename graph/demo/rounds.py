"""Rounds: each time that somebody asked whether a family's children have to come into care, and what came of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.demo.family_life import Round
from graph.demo.rates import FOR_POVERTY, KEPT_TOGETHER, TRIED_BEFORE
from graph.demo.records import SETTLED
from graph.entities.gatekeeping_assessment import Alternative, Assessor, GatekeepingOutcome
from graph.entities.placement_reasons import PlacementStartReason
from graph.entities.reason_for_care import ReasonForCare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from graph.demo.stays import Life

BEFORE = timedelta(days=20)
"""So long before they come somebody asks, unless they come at once."""
EARLIER = (120, 540)
"""Days before care between which help was tried first."""
ASSESSORS = (Assessor.AUTHORITY, Assessor.AUTHORITY, Assessor.JOINT, Assessor.OWN)
TRIED = (
    Alternative.COUNSELLING, Alternative.MONEY_OR_GOODS, Alternative.RESPITE, Alternative.KIN_WITHOUT_ORDER,
    Alternative.DAY_CARE, Alternative.HOUSING, Alternative.MEDIATION, Alternative.HEALTH_CARE,
)  # fmt: skip
NOBODY_LEFT = frozenset({ReasonForCare.DEATH_OF_PARENTS, ReasonForCare.PARENTS_UNKNOWN})
"""Where there was no family that help could have kept together."""
OTHERWISE = (
    (GatekeepingOutcome.KIN_WITHOUT_ORDER, GatekeepingOutcome.NO_NEED, GatekeepingOutcome.OTHER_PROVIDER),
    (50, 35, 15),
)
"""What came of it, of a hundred, where no help was needed to keep the children at home. Made up."""


def rounds_of(
    lives: tuple[Life, ...], reason: ReasonForCare, today: date, rng: Random, *, earlier: bool
) -> tuple[Round, ...]:
    """The rounds of a family, in order.

    Args:
        lives: the children's.
        reason: what the trouble was.
        today: the last day of the story.
        rng: where chance comes from.
        earlier: whether some were known, and helped, before their children came.
    """
    found = list(_into_care(lives, rng))
    if not found:
        return (_at_home(lives, today, rng),)
    first = found[0]
    if earlier and reason not in NOBODY_LEFT and not first.at_once and rng.random() < TRIED_BEFORE:
        asked = first.opened - timedelta(days=rng.randint(*EARLIER))
        there = tuple(life for life in lives if life.child.born < asked)
        if there:
            found.insert(0, _round(there, asked, None, GatekeepingOutcome.SUPPORT_FAMILY, rng))
    return tuple(found)


def _into_care(lives: tuple[Life, ...], rng: Random) -> Iterator[Round]:
    """One for each day on which some of the children came, for the first time or again."""
    by_day: dict[date, list[Life]] = {}
    for life in lives:
        for began, _ in life.spells:
            by_day.setdefault(began, []).append(life)
    for day, who in sorted(by_day.items(), key=lambda each: each[0]):
        at_once = any(_came_at_once(life, day) for life in who)
        born = max(life.child.born for life in who)
        opened = day if at_once else max(day - BEFORE, born)
        yield _round(tuple(who), opened, day, GatekeepingOutcome.ADMIT, rng, at_once=at_once)


def _came_at_once(life: Life, day: date) -> bool:
    return any(stay.started_on == day and stay.start_reason is PlacementStartReason.EMERGENCY for stay in life.stays)


def _at_home(lives: tuple[Life, ...], today: date, rng: Random) -> Round:
    """The round of a family whose children stayed at home."""
    opened = min(today - SETTLED, *(life.child.joined for life in lives))
    helped = rng.random() < KEPT_TOGETHER
    outcome = GatekeepingOutcome.SUPPORT_FAMILY if helped else rng.choices(*OTHERWISE)[0]
    there = tuple(life for life in lives if life.child.joined <= opened) or lives[:1]
    return _round(there, opened, None, outcome, rng)


def _round(
    lives: tuple[Life, ...],
    opened: date,
    enters: date | None,
    outcome: GatekeepingOutcome,
    rng: Random,
    *,
    at_once: bool = False,
) -> Round:
    poverty = outcome is GatekeepingOutcome.SUPPORT_FAMILY and rng.random() < FOR_POVERTY
    some = rng.sample(TRIED, rng.randint(1, 3))
    tried = [Alternative.MONEY_OR_GOODS, *some[:1]] if poverty else some
    return Round(lives, opened, enters, at_once, outcome, rng.choice(ASSESSORS), tuple(dict.fromkeys(tried)), poverty)
