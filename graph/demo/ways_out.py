"""Ways out of care in a population of years: home, and back again for some; else as an adult, by the country's law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from countries.packs.keys import AGE_OF_MAJORITY, KEYS
from graph.demo.parts import laid_down
from graph.demo.plans import ADOPTED_UNTIL, FAMILY_REASONS, SOON, ChildPlan, ChildPlans
from graph.demo.rates import BACK_IN_CARE, BACK_WITHIN, GOES_HOME, HOME_WITHIN
from graph.entities.placement_reasons import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.demo.families import DemoChild, Family

IN_TOUCH_UNTIL = KEYS["aftercare_in_touch_until_age"]
TOO_OLD = 16
"""Nobody of this age comes back into care with the small ones."""
HOME_AGAIN = 0.4
"""Of those who are back, how many go home once more. Made up."""


@dataclass(frozen=True, slots=True)
class WaysOut(ChildPlans):
    """Plans of a population of years.

    Attributes:
        country: its code; its law says when one is of age, and how long one may count on the office.
    """

    country: str

    def back(self, plans: Mapping[DemoChild, ChildPlan]) -> tuple[date | None, dict[DemoChild, ChildPlan]]:
        """As `ChildPlans.back`: some of those who went home are in care again, all on one day."""
        home = PlacementEndReason.REUNIFICATION_WITH_FAMILY
        went = {child: plan.goes for child, plan in plans.items() if plan.goes is not None and plan.reason is home}
        if not went or self.rng.random() >= BACK_IN_CARE:
            return None, {}
        first, last = self.rng.choices(*BACK_WITHIN)[0]
        day = max(went.values()) + timedelta(days=self.rng.randint(first, last))
        small = [child for child in went if child.years(day) < TOO_OLD]
        if day >= self.horizon or not small:
            return None, {}
        again = self._home_from(day) if self.rng.random() < HOME_AGAIN else None
        return day, {
            child: self._settled(child, again, PlacementEndReason.REUNIFICATION_WITH_FAMILY, day) for child in small
        }

    def _common_end(self, family: Family) -> tuple[date | None, PlacementEndReason | None]:
        """The day on which the family goes home, if it does, or where else it goes together."""
        if self.rng.random() >= GOES_HOME:
            return None, None
        day = self._home_from(max(child.joined for child in family.children))
        reason = self.rng.choices(*FAMILY_REASONS)[0]
        if reason is PlacementEndReason.ADOPTION and family.children[0].years(day) > ADOPTED_UNTIL:
            reason = PlacementEndReason.REUNIFICATION_WITH_FAMILY
        return day, reason

    def _home_from(self, day: date) -> date:
        first, last = self.rng.choices(*HOME_WITHIN)[0]
        return day + timedelta(days=self.rng.randint(first, last))

    def _plan(self, child: DemoChild, family_day: date | None, reason: PlacementEndReason | None) -> ChildPlan:
        return self._settled(child, family_day, reason, child.joined)

    def _settled(
        self, child: DemoChild, family_day: date | None, reason: PlacementEndReason | None, since: date
    ) -> ChildPlan:
        """What is settled for a child who has come on a day."""
        alone = self._of_age(child, since)
        steps = [step for step in self._steps(child, since) if step[0] + SOON < alone]
        own = steps[0][0] if steps else alone
        if family_day is not None and family_day < own:
            if family_day > self.horizon:
                return ChildPlan(None, (), None, None)
            return ChildPlan(family_day, (), family_day, reason)
        goes = alone if alone <= self.horizon else None
        leaves = steps[0][0] if steps else goes
        return ChildPlan(leaves, tuple(steps), goes, None if goes is None else PlacementEndReason.INDEPENDENT_LIVING)

    def _of_age(self, child: DemoChild, since: date) -> date:
        """The day on which a child goes its own way: not before it is of age, and mostly while it can count on help."""
        turns = child.birthday(17)
        majority, touch = (
            int(laid_down(self.country, rule, turns, None)) for rule in (AGE_OF_MAJORITY, IN_TOUCH_UNTIL)
        )
        day = child.birthday(self.rng.uniform(majority, max(majority + 1, touch)))
        return max(day, since + 2 * SOON)
