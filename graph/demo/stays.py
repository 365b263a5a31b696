"""Stays: one child's placements in a row, and the reasons that join them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from graph.demo.families import DemoChild
    from graph.demo.homes import DemoHome, DemoProgramme, Site

TEEN = 13
STAYS_AWAY = 0.25
"""Teenagers among those who leave for a while and come back, who do not leave for their family."""

TOWARDS_INDEPENDENCE = frozenset({HomeForm.YOUTH_HOME, HomeForm.SUPERVISED_INDEPENDENT_LIVING})


@dataclass(frozen=True, slots=True)
class Stay:
    """One placement: where, from the first day to the day before `ended_on`, and the reasons."""

    home: DemoHome
    started_on: date
    ended_on: date | None
    start_reason: PlacementStartReason = PlacementStartReason.ADMISSION
    end_reason: PlacementEndReason | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Life:
    """One child's story so far.

    Attributes:
        site: where the federation met the child.
        programme: who is responsible for the child today.
        enrolled_on: from when.
        stays: in order; no two on one day.
    """

    child: DemoChild
    site: Site
    programme: DemoProgramme
    enrolled_on: date
    stays: tuple[Stay, ...]

    @property
    def spells(self) -> tuple[tuple[date, date | None], ...]:
        """The times in care: from the first day of a stay to where none goes on from it."""
        found: list[tuple[date, date | None]] = []
        for stay in self.stays:
            if found and found[-1][1] == stay.started_on:
                found[-1] = (found[-1][0], stay.ended_on)
            else:
                found.append((stay.started_on, stay.ended_on))
        return tuple(found)

    def where(self, day: date) -> DemoHome | None:
        """The home in which the child lives on a day."""
        for stay in self.stays:
            if stay.started_on <= day and (stay.ended_on is None or day < stay.ended_on):
                return stay.home
        return None

    @property
    def left_on(self) -> date | None:
        """The first day after the last stay, for those who were in care and are no longer."""
        return self.stays[-1].ended_on if self.stays else None


def with_reasons(
    child: DemoChild, stays: Sequence[Stay], end: PlacementEndReason | None, reunited: date | None, rng: Random
) -> tuple[Stay, ...]:
    """The stays of a child in their order, told as one story.

    Args:
        child: who lived there.
        stays: without reasons, in any order, no two on one day.
        end: why the child left the last home, where it did.
        reunited: the day on which the child came back to brothers and sisters, if there was one.
        rng: where chance comes from.
    """
    told: list[Stay] = []
    joined = _joined(stays)
    for number, stay in enumerate(joined):
        before = joined[number - 1] if number else None
        after = joined[number + 1] if number + 1 < len(joined) else None
        left = None if stay.ended_on is None else end if after is None else _why_left(child, stay.ended_on, after, rng)
        told.append(replace(stay, start_reason=_why_came(stay, before, reunited), end_reason=left))
    return tuple(told)


def _joined(stays: Sequence[Stay]) -> list[Stay]:
    """In order; what goes on in the same home without a day between is one stay."""
    joined: list[Stay] = []
    for stay in sorted(stays, key=lambda each: each.started_on):
        if joined and joined[-1].home is stay.home and joined[-1].ended_on == stay.started_on:
            joined[-1] = replace(joined[-1], ended_on=stay.ended_on)
        else:
            joined.append(stay)
    return joined


def _why_came(stay: Stay, before: Stay | None, reunited: date | None) -> PlacementStartReason:
    if before is None:
        shelter = stay.home.form is HomeForm.EMERGENCY_SHELTER
        return PlacementStartReason.EMERGENCY if shelter else PlacementStartReason.ADMISSION
    if before.ended_on != stay.started_on:
        return PlacementStartReason.RETURN_TO_CARE
    if stay.started_on == reunited:
        return PlacementStartReason.REUNITING_SIBLINGS
    if stay.home.form in TOWARDS_INDEPENDENCE:
        return PlacementStartReason.TOWARDS_INDEPENDENCE
    return PlacementStartReason.MOVE


def _why_left(child: DemoChild, day: date, after: Stay, rng: Random) -> PlacementEndReason:
    if after.started_on == day:
        return PlacementEndReason.MOVE
    if child.years(day) >= TEEN and rng.random() < STAYS_AWAY:
        return PlacementEndReason.ABSENT_WITHOUT_CONTACT
    return PlacementEndReason.REUNIFICATION_WITH_FAMILY
