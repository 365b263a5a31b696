"""Living: what each family went through, from a chance of its own, so that no other family's life hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from graph.demo.family_life import FamilyLife
from graph.demo.helps import helps_of
from graph.demo.kin import people_of
from graph.demo.meetings import meetings_of
from graph.demo.rounds import rounds_of
from graph.entities.reason_for_care import ReasonForCare

if TYPE_CHECKING:
    from datetime import date

    from countries.register.register import RegisteredCountry
    from graph.demo.stays import Life

REASONS = {
    ReasonForCare.NEGLECT: 26, ReasonForCare.VIOLENCE_IN_THE_FAMILY: 16, ReasonForCare.DEATH_OF_PARENTS: 15,
    ReasonForCare.ILLNESS_OF_A_PARENT: 13, ReasonForCare.ABSENCE_OF_PARENTS: 10, ReasonForCare.ABUSE: 8,
    ReasonForCare.PARENTS_UNKNOWN: 5, ReasonForCare.RELINQUISHMENT: 4, ReasonForCare.OTHER: 3,
}  # fmt: skip
"""How often each is given, of a hundred children; made up. That four of five have a parent who lives is said of
homes in many countries (Save the Children, Keeping children out of harmful institutions, 2009)."""


@dataclass(frozen=True, slots=True)
class Living:
    """Tells families' lives.

    Attributes:
        country: where they live.
        today: the last day of the story.
        years: whether it is a population of years: some were known, and helped, before their children came.
    """

    country: RegisteredCountry
    today: date
    years: bool

    def of(self, lives: tuple[Life, ...], chance: str) -> FamilyLife:
        """The life of one family.

        Args:
            lives: its children's, where they lived and when.
            chance: what its own chance begins with: the same tells the same.
        """
        rng = Random(chance)
        reason = rng.choices(list(REASONS), list(REASONS.values()))[0]
        people = people_of(lives, reason, self.country, self.today, rng)
        rounds = rounds_of(lives, reason, self.today, rng, earlier=self.years)
        helps = helps_of(lives, rounds, self.country.code, self.today, rng)
        meetings = meetings_of(lives, people, self.country.code, self.today, rng)
        joined = min(life.child.joined for life in lives)
        known = min(joined, rounds[0].opened) if self.years else joined
        return FamilyLife(lives, known, reason, rounds, helps, people, meetings)
