"""Kin: the people of a family beside its children, who is what to which of them, and whether they may meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from graph.demo.families import YEAR
from graph.demo.names import locale_of, names_of
from graph.demo.records import SETTLED
from graph.entities.child import Sex
from graph.entities.kinship import MAY_NOT_MEET, ContactReason, ContactRule, Kinship
from graph.entities.reason_for_care import ReasonForCare
from graph.entities.sibling_bond import SiblingBondKind

if TYPE_CHECKING:
    from random import Random

    from countries.register.register import RegisteredCountry
    from graph.demo.stays import Life

PARENTS = frozenset({Kinship.MOTHER, Kinship.FATHER})
GRANDPARENTS = frozenset({Kinship.GRANDMOTHER, Kinship.GRANDFATHER})
OF_AN_AGE = frozenset({Kinship.SIBLING, Kinship.COUSIN, Kinship.FRIEND_OR_NEIGHBOUR})
"""Who is about as old as the eldest."""
OF_ONE = frozenset({Kinship.FRIEND_OR_NEIGHBOUR})
"""Whom a child has for itself."""
MOTHER_AT, FATHER_AT = (17, 34), (19, 42)
"""Years of the parents when the eldest is born."""
GENERATION = (20, 34)
"""Years between a grandparent and a parent."""
FATHER_UNKNOWN, PARENT_LOST, ONE_PARENT_LIVES, OLD_AND_DEAD = 0.18, 0.07, 0.3, 0.15
"""Families in which nobody knows who the father is, in which nobody knows where a parent is; of those whose children
came because parents had died, how many still have one of them; grandparents who have died. Made up."""
OTHERS = (
    (Kinship.GRANDMOTHER, 0.45), (Kinship.GRANDFATHER, 0.2), (Kinship.AUNT_OR_UNCLE, 0.4),
    (Kinship.FAMILY_FRIEND, 0.08), (Kinship.SIBLING, 0.08), (Kinship.COUSIN, 0.04),
    (Kinship.FRIEND_OR_NEIGHBOUR, 0.06),
)  # fmt: skip
"""Who else is on record, and in how many families. Made up."""
SEXES = {Kinship.GRANDMOTHER: Sex.FEMALE, Kinship.GRANDFATHER: Sex.MALE}
RULES = ((ContactRule.ENCOURAGED, ContactRule.ALLOWED, ContactRule.SUPERVISED, ContactRule.NOT_NOW), (52, 40, 6, 2))
AFTER_HARM = (
    (ContactRule.ALLOWED, ContactRule.SUPERVISED, ContactRule.NOT_NOW, ContactRule.FORBIDDEN), (48, 36, 11, 5),
)  # fmt: skip
"""Whether they may meet, and with parents where the children were hurt. Made up."""
REASONS = {
    ContactRule.SUPERVISED: ContactReason.RISK_OF_VIOLENCE, ContactRule.NOT_NOW: ContactReason.CHILDS_WISH,
    ContactRule.FORBIDDEN: ContactReason.COURT_ORDER,
}  # fmt: skip
HARM = frozenset({ReasonForCare.ABUSE, ReasonForCare.VIOLENCE_IN_THE_FAMILY})
EVERY = (None, None, None, 14, 30, 60)
"""Days from one contact to the next; the country's own where nobody has said."""


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody of the family.

    Attributes:
        key: who it is, whosever row it stands in.
        ties: what they are to which of its children.
        given_name: what they are called by.
        family_name: the family's name, if it is known.
        sex: of the name.
        born: the day of birth.
        died: the day of death, if they have died.
        is_known: whether anybody knows where they are.
        rule: whether they and the children meet.
        reason: why not, or not freely.
        every: days from one contact to the next, where somebody has said.
        comes: how reliably they come when they are expected, of a hundred times.
    """

    key: UUID
    ties: tuple[tuple[Life, Kinship], ...]
    given_name: str
    family_name: str | None
    sex: Sex
    born: date
    died: date | None
    is_known: bool
    rule: ContactRule
    reason: ContactReason | None
    every: int | None
    comes: int

    def kin_of(self, life: Life) -> Kinship | None:
        """What they are to a child; none where they are nothing to it."""
        return next((kin for whose, kin in self.ties if whose is life), None)

    def lives_on(self, day: date) -> bool:
        """Whether they had not died by a day."""
        return self.died is None or day < self.died

    def may_come(self, day: date) -> bool:
        """Whether they may be asked to come on a day: they live, one knows where, and nothing forbids it."""
        return self.is_known and self.lives_on(day) and self.rule not in MAY_NOT_MEET


def people_of(
    lives: tuple[Life, ...], reason: ReasonForCare, country: RegisteredCountry, today: date, rng: Random
) -> tuple[Person, ...]:
    """Everybody whom the office knows of; of foundlings nobody.

    Args:
        lives: the children's.
        reason: why they came.
        country: where they live.
        today: the last day of the story.
        rng: where chance comes from.
    """
    if reason is ReasonForCare.PARENTS_UNKNOWN:
        return ()
    return tuple(_People(lives, reason, country, today, rng).all())


class _People:
    """Makes the people of one family, in the order of the calls."""

    def __init__(
        self, lives: tuple[Life, ...], reason: ReasonForCare, country: RegisteredCountry, today: date, rng: Random
    ) -> None:
        self._lives = lives
        self._reason = reason
        self._rng = rng
        self._horizon = today - SETTLED
        self._names = names_of(locale_of(country, lives[0].child.language or country.languages[0]))
        self._came = min(life.child.joined for life in lives)

    def all(self) -> list[Person]:
        """Parents first."""
        eldest = self._lives[0].child.born
        mother, father = self._deaths()
        found = [self._person(self._of_mother(), Sex.FEMALE, self._before(eldest, MOTHER_AT), mother)]
        if self._rng.random() >= FATHER_UNKNOWN:
            found.append(self._person(self._of_father(), Sex.MALE, self._before(eldest, FATHER_AT), father))
        parents = len(found)
        for relation, often in OTHERS:
            if self._rng.random() < often:
                found.append(self._other(relation, eldest, found[self._rng.randrange(parents)].born))
        return found

    def _other(self, relation: Kinship, eldest: date, parent: date) -> Person:
        """Somebody who is no parent."""
        sex = SEXES.get(relation) or self._rng.choice((Sex.FEMALE, Sex.MALE))
        whose = self._lives[:1] if relation in OF_ONE else self._lives
        if relation in OF_AN_AGE:
            born = min(eldest + timedelta(days=self._rng.randint(-1400, 1400)), self._horizon)
        else:
            born = self._before(parent, GENERATION) if relation in GRANDPARENTS else self._before(eldest, MOTHER_AT)
        old = relation in GRANDPARENTS and self._rng.random() < OLD_AND_DEAD
        died = self._came - timedelta(days=self._rng.randrange(1500)) if old else None
        return self._person(tuple((life, relation) for life in whose), sex, born, died)

    def _before(self, day: date, years: tuple[int, int]) -> date:
        return day - timedelta(days=int(self._rng.randint(*years) * YEAR) + self._rng.randrange(365))

    def _of_mother(self) -> tuple[tuple[Life, Kinship], ...]:
        """The mother of all, but of a step-brother or a step-sister."""
        step = SiblingBondKind.STEP
        return tuple(
            (life, Kinship.STEP_PARENT if life.child.couple is step else Kinship.MOTHER) for life in self._lives
        )

    def _of_father(self) -> tuple[tuple[Life, Kinship], ...]:
        """The father of the first couple's children, and of nobody else's."""
        others = {SiblingBondKind.HALF, SiblingBondKind.STEP}
        return tuple(
            (life, Kinship.STEP_PARENT if life.child.couple in others else Kinship.FATHER) for life in self._lives
        )

    def _deaths(self) -> tuple[date | None, date | None]:
        """When mother and father died, where that is why the children came."""
        if self._reason is not ReasonForCare.DEATH_OF_PARENTS:
            return None, None
        youngest = max(life.child.born for life in self._lives)
        last = max((self._came - youngest).days, 1)
        mother, father = (min(youngest, self._came) + timedelta(days=self._rng.randrange(last)) for _ in range(2))
        if self._rng.random() < ONE_PARENT_LIVES:
            return (mother, None) if self._rng.random() < 0.5 else (None, father)  # noqa: PLR2004 - either
        return mother, father

    def _person(self, ties: tuple[tuple[Life, Kinship], ...], sex: Sex, born: date, died: date | None) -> Person:
        own = next((life.child.family_name for life, kin in ties if kin is not Kinship.STEP_PARENT), None)
        is_parent = ties[0][1] in PARENTS
        lost = is_parent and self._rng.random() < PARENT_LOST
        gone = is_parent and self._reason is ReasonForCare.ABSENCE_OF_PARENTS
        rule = self._rng.choices(*(AFTER_HARM if is_parent and self._reason in HARM else RULES))[0]
        return Person(
            key=UUID(int=self._rng.getrandbits(128), version=4),
            ties=ties,
            given_name=self._names.given(sex, self._rng),
            family_name=own if self._rng.random() < 0.7 else self._names.family(self._rng).of(sex),  # noqa: PLR2004 - a share
            sex=sex,
            born=born,
            died=None if died is None else min(max(died, born), self._horizon),
            is_known=died is not None or not (lost or gone),
            rule=rule,
            reason=REASONS.get(rule),
            every=self._rng.choice(EVERY),
            comes=self._rng.randint(35, 98),
        )
