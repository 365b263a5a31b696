"""Plans: what is settled for the children of a family before homes are looked for, together and one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from graph.demo.families import DemoChild, Family

FAMILY_LEAVES = 0.17
STEPS = ((HomeForm.YOUTH_HOME, 0.55, 14.5, 17.5), (HomeForm.SUPERVISED_INDEPENDENT_LIVING, 0.7, 17.6, 20.0))
"""Form, how many take the step, and between which ages."""
LEAVES_HOME = (0.75, 20.1, 23.0)

SOON = timedelta(days=90)
"""The shortest time before something else is planned."""

FAMILY_REASONS = (
    (
        PlacementEndReason.REUNIFICATION_WITH_FAMILY,
        PlacementEndReason.KINSHIP_CARE_OUTSIDE,
        PlacementEndReason.FOSTER_CARE_OUTSIDE,
        PlacementEndReason.ADOPTION,
        PlacementEndReason.OTHER,
    ),
    (62, 14, 10, 8, 6),
)  # nobody dies here: a made-up death would teach nothing and hurt somebody who reads it
ADOPTED_UNTIL = 9


@dataclass(frozen=True, slots=True)
class ChildPlan:
    """What is settled for a child before homes are looked for.

    Attributes:
        leaves: the first day no longer with the family's other children, or none.
        steps: the child's own next homes.
        goes: the first day no longer in care, or none.
        reason: why it goes.
    """

    leaves: date | None
    steps: tuple[tuple[date, HomeForm], ...]
    goes: date | None
    reason: PlacementEndReason | None

    @property
    def own_homes(self) -> list[tuple[date, HomeForm, date | None]]:
        """The child's own homes: from when, of which form, until when."""
        ends = [*(day for day, _ in self.steps[1:]), self.goes]
        return [(day, form, end) for (day, form), end in zip(self.steps, ends, strict=False)]


@dataclass(frozen=True, slots=True)
class ChildPlans:
    """Makes plans, each once, in the order of the calls.

    Attributes:
        rng: where chance comes from.
        horizon: the last day on which something may happen.
    """

    rng: Random
    horizon: date

    def plans(self, family: Family) -> dict[DemoChild, ChildPlan]:
        """A plan for each child of a family, in the family's order."""
        day, reason = self._common_end(family)
        return {child: self._plan(child, day, reason) for child in family.children}

    def back(self, plans: Mapping[DemoChild, ChildPlan]) -> tuple[date | None, dict[DemoChild, ChildPlan]]:  # noqa: ARG002 - of twenty years there are some
        """Who comes back into care after going home, on which day, and what is settled for them then; nobody here."""
        return None, {}

    def day(self, first: date, last: date) -> date:
        """A day from the first to the day before the last."""
        return first + timedelta(days=self.rng.randrange((last - first).days))

    def _common_end(self, family: Family) -> tuple[date | None, PlacementEndReason | None]:
        """The day on which the whole family leaves care, if it does."""
        first = max(child.joined for child in family.children) + SOON
        if first >= self.horizon or self.rng.random() >= FAMILY_LEAVES:
            return None, None
        day = self.day(first, self.horizon)
        reason = self.rng.choices(*FAMILY_REASONS)[0]
        if reason is PlacementEndReason.ADOPTION and family.children[0].years(day) > ADOPTED_UNTIL:
            reason = PlacementEndReason.REUNIFICATION_WITH_FAMILY
        return day, reason

    def _plan(self, child: DemoChild, family_day: date | None, reason: PlacementEndReason | None) -> ChildPlan:
        """The child's own steps towards independence, as far as they come before the family's leaving."""
        steps = self._steps(child, child.joined)
        if family_day is not None and (not steps or steps[0][0] >= family_day):
            return ChildPlan(family_day, (), family_day, reason)
        share, youngest, oldest = LEAVES_HOME
        day = child.birthday(self.rng.uniform(youngest, oldest))
        goes = day if self.rng.random() < share and child.joined + SOON < day <= self.horizon else None
        leaves = steps[0][0] if steps else goes
        return ChildPlan(leaves, tuple(steps), goes, None if goes is None else PlacementEndReason.INDEPENDENT_LIVING)

    def _steps(self, child: DemoChild, since: date) -> list[tuple[date, HomeForm]]:
        """The child's own next homes, and from when; none soon after it has come."""
        steps: list[tuple[date, HomeForm]] = []
        for form, share, youngest, oldest in STEPS:
            day = child.birthday(self.rng.uniform(youngest, oldest))
            if self.rng.random() < share and since + SOON < day <= self.horizon:
                steps.append((day, form))
        return steps
