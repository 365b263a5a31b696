"""Care: where the children of a family live, together unless they are apart for a reason.

Each home of a family is one chapter of its story; from it the elder ones step out towards independence, one by one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from countries.packs.keys import FAMILY_ONLY_UNDER
from graph.demo.homes import CAPACITY
from graph.demo.parts import laid_down
from graph.demo.plans import SOON, ChildPlans
from graph.demo.rates import APART as PARTED
from graph.demo.rates import BREAKS, MOVES_FIRST_YEAR, MOVES_LATER
from graph.demo.records import SETTLED
from graph.demo.stays import TEEN, Life, Stay, with_reasons
from graph.demo.ways_out import WaysOut
from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementEndReason
from graph.entities.programme import ProgrammeKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from graph.demo.families import DemoChild, Family
    from graph.demo.homes import DemoHome, DemoProgramme, Housing, Site, Span
    from graph.demo.plans import ChildPlan

SCHOOL_AGE = 6
LARGE_GROUP = 4

SUPPORT = (
    (ProgrammeKind.FAMILY_STRENGTHENING, ProgrammeKind.COMMUNITY, ProgrammeKind.EDUCATION),
    (80, 10, 10),
)
SUPPORT_ONLY = 0.16
"""Families who stay together at home, with a programme beside them."""
ALSO_ELSEWHERE = 0.1
"""Brothers and sisters at home whom another programme than the family's looks after."""
EMERGENCY = 0.15
APART = 0.16
REUNITED = 0.6
GAP = 0.14
YOUTH_FROM_THE_START = 0.3
TOGETHER_BEFORE_FAMILY = 0.1
"""Large groups with a small child in one group home, so that they stay together (UN Guidelines, paragraph 22)."""
FOLLOWED_UP = 0.5
"""Families who have another programme beside them once they have left care."""
JUST_COME = 0.6
"""Families of the last weeks who are still where there was a bed that night."""
KEEPS_TEAM = 0.12
"""Families whose first programme stays responsible, wherever the children live."""

MOVES = ((0, 1, 2), (60, 27, 13))
WEIGHTS = {
    HomeForm.SOS_FAMILY: 44,
    HomeForm.FOSTER_FAMILY: 26,
    HomeForm.KINSHIP_FAMILY: 16,
    HomeForm.SMALL_GROUP_HOME: 14,
}
BRIEF = timedelta(days=7)
A_YEAR = timedelta(days=365)
LAST_WEEKS = timedelta(days=70)
URGENT_UNTIL = timedelta(days=100)
REUNION_WITHIN = timedelta(days=900)


class Care:
    """Places families, each once, in the order of the calls.

    Args:
        rng: where chance comes from.
        housing: the homes.
        today: the last day of the story.
        country: the code of the country, whose law is heeded.
        years: whether it is a population of years.
    """

    def __init__(self, rng: Random, housing: Housing, today: date, country: str, *, years: bool) -> None:
        self._rng = rng
        self._housing = housing
        self._horizon = today - SETTLED
        self._country = country
        self._years = years
        self._whose: object = None
        self._planning = WaysOut(rng, self._horizon, country) if years else ChildPlans(rng, self._horizon)

    def lives(self, family: Family, site: Site) -> list[Life]:
        """The stories of a family's children, in the family's order."""
        self._whose = family if self._years else None
        if self._rng.random() < SUPPORT_ONLY:
            return self._at_home(family, site)
        plans = self._planning.plans(family)
        stays: dict[DemoChild, list[Stay]] = {child: [] for child in family.children}
        reunited = self._lodge_all(family, site, plans, stays)
        back, again = self._planning.back(plans)
        if back is not None:
            self._lodge(site, dict.fromkeys(again, back), {child: plan.leaves for child, plan in again.items()}, stays)
        plans |= again
        for child, plan in plans.items():
            for day, form, end in plan.own_homes:
                stays[child].append(Stay(self._housing.admit(form, site, ((day, end),)), day, end))
        follow_up, keeps_team = self._rng.random() < FOLLOWED_UP, self._rng.random() < KEEPS_TEAM
        lives = []
        for child, plan in plans.items():
            told = with_reasons(child, stays[child], plan.reason, reunited, self._rng)
            programme, since = self._responsible(child, site, told, follow_up=follow_up, keeps_team=keeps_team)
            lives.append(Life(child, site, programme, since, told))
        return lives

    def _at_home(self, family: Family, site: Site) -> list[Life]:
        usual = self._support(site)
        return [
            Life(child, site, self._support(site) if self._rng.random() < ALSO_ELSEWHERE else usual, child.joined, ())
            for child in family.children
        ]

    def _support(self, site: Site) -> DemoProgramme:
        kind = self._rng.choices(*SUPPORT)[0]
        return (
            self._housing.running(kind, site)
            or self._housing.running(ProgrammeKind.FAMILY_STRENGTHENING, site)
            or site.programmes[0]
        )

    def _lodge_all(
        self, family: Family, site: Site, plans: Mapping[DemoChild, ChildPlan], stays: dict[DemoChild, list[Stay]]
    ) -> date | None:
        """Find homes for the family, together or apart; the answer is the day on which it came together again."""
        since = {child: child.joined for child in family.children}
        until = {child: plan.leaves for child, plan in plans.items()}
        if len(since) == 1 or self._rng.random() >= (PARTED if self._years else APART):
            self._lodge(site, since, until, stays)
            return None
        cut = self._rng.randint(1, len(since) - 1)
        elder, younger = dict(list(since.items())[:cut]), dict(list(since.items())[cut:])
        day = self._reunion(younger, until) if self._rng.random() < REUNITED else None
        if day is None:
            self._lodge(site, elder, until, stays)
            self._lodge(site, younger, until, stays)
        else:
            waiting = dict.fromkeys(younger, day)
            self._lodge(site, younger, waiting, stays)
            self._lodge(site, since | waiting, until, stays)
        return day

    def _reunion(self, since: Mapping[DemoChild, date], until: Mapping[DemoChild, date | None]) -> date | None:
        first = max(since.values()) + SOON
        last = min(until[child] or self._horizon for child in since) - SOON
        return self._planning.day(first, min(last, first + REUNION_WITHIN)) if first < last else None

    def _lodge(
        self,
        site: Site,
        since: Mapping[DemoChild, date],
        until: Mapping[DemoChild, date | None],
        stays: dict[DemoChild, list[Stay]],
    ) -> None:
        """Give the children of one group their homes, chapter by chapter."""
        last_home: DemoHome | None = None
        for number, (start, end) in enumerate(self._chapters(since, until)):
            present = {
                child: span for child in since if (span := _within(start, end, since[child], until[child])) is not None
            }
            if present:
                form = self._form(present, urgent=number == 0 and self._is_urgent(start, end))
                last_home = self._housing.admit(form, site, tuple(present.values()), last_home, self._whose)
                for child, (first, last) in present.items():
                    stays[child].append(Stay(last_home, first, last))

    def _chapters(self, since: Mapping[DemoChild, date], until: Mapping[DemoChild, date | None]) -> list[Span]:
        """The times between the group's moves; the last one is open and ends with each child's own leaving."""
        begin = min(since.values())
        last = max(until[child] or self._horizon for child in since)
        turns: list[date] = []
        if self._rng.random() < EMERGENCY and begin + URGENT_UNTIL < last:
            turns.append(begin + timedelta(days=self._rng.randint(10, 80)))
        first = begin + 2 * SOON
        if first < last:
            turns += sorted(self._turns(first, last))
        chapters: list[Span] = []
        for turn in turns:
            if turn < begin + BRIEF:
                continue
            broken = self._rng.random() < (BREAKS if self._years else GAP)
            gap = timedelta(days=self._rng.randint(40, 500) if broken else 0)
            chapters.append((begin, max(turn - gap, begin + BRIEF)))
            begin = turn
        return [*chapters, (begin, None)]

    def _turns(self, first: date, last: date) -> list[date]:
        """The days between these on which a group moves, in any order."""
        if not self._years:
            return [self._planning.day(first, last) for _ in range(self._rng.choices(*MOVES)[0])]
        turns: list[date] = []
        begin, often = first, MOVES_FIRST_YEAR
        while begin < last:
            end = min(begin + A_YEAR, last)
            if self._rng.random() * A_YEAR.days < often * (end - begin).days:
                turns.append(self._planning.day(begin, end))
            begin, often = end, MOVES_LATER
        return turns

    def _is_urgent(self, start: date, end: date | None) -> bool:
        if end is None:
            return start > self._horizon - LAST_WEEKS and self._rng.random() < JUST_COME
        return end - start < SOON

    def _form(self, present: Mapping[DemoChild, Span], *, urgent: bool) -> HomeForm:
        """A form of care with room for all of them; the smallest in a family, as the country has it (paragraph 22)."""
        youngest = min(child.years(start) for child, (start, _) in present.items())
        if urgent:
            day = max(start for start, _ in present.values())
            shelter = (
                youngest >= int(laid_down(self._country, FAMILY_ONLY_UNDER, day, None))
                or len(present) > CAPACITY[HomeForm.FOSTER_FAMILY][1]
            )
            return HomeForm.EMERGENCY_SHELTER if shelter else HomeForm.FOSTER_FAMILY
        if youngest >= TEEN and self._rng.random() < YOUTH_FROM_THE_START:
            return HomeForm.YOUTH_HOME
        together = len(present) >= LARGE_GROUP and self._rng.random() < TOGETHER_BEFORE_FAMILY
        forms = [
            form
            for form in WEIGHTS
            if CAPACITY[form][1] >= len(present)
            and (form is not HomeForm.SMALL_GROUP_HOME or youngest >= SCHOOL_AGE or together)
        ]
        return self._rng.choices(forms, [WEIGHTS[form] for form in forms])[0]

    def _responsible(
        self, child: DemoChild, site: Site, stays: Sequence[Stay], *, follow_up: bool, keeps_team: bool
    ) -> tuple[DemoProgramme, date]:
        """Who is responsible today and since when: it mostly follows the child's home, and not always."""
        own = site.programmes[0]
        if not stays:
            return own, child.joined
        last = stays[-1]
        if last.ended_on is not None and follow_up:
            alone = last.end_reason is PlacementEndReason.INDEPENDENT_LIVING
            kind = ProgrammeKind.AFTERCARE if alone else ProgrammeKind.FAMILY_STRENGTHENING
            beside = self._housing.running(kind, site)
            if beside is not None:
                return beside, last.ended_on
        if last.home.form is HomeForm.EMERGENCY_SHELTER or keeps_team:
            return own, child.joined
        since = child.joined
        for stay in reversed(stays):
            if stay.home.programme is not last.home.programme:
                break
            since = stay.started_on
        return last.home.programme, since


def _within(start: date, end: date | None, since: date, until: date | None) -> Span | None:
    """The part of a time from one day until another, if there is any."""
    first = max(start, since)
    last = min((day for day in (end, until) if day is not None), default=None)
    return (first, last) if last is None or first < last else None
