"""Sibling groups: children of one family, how old they are, and what makes them brothers and sisters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.declarations.days import DatePrecision
from graph.demo.names import locale_of, names_of
from graph.demo.rates import COMES_AS_A_BABY, GROWING
from graph.entities.child import Sex
from graph.entities.sibling_bond import SiblingBondKind

if TYPE_CHECKING:
    from random import Random

    from countries.register.register import RegisteredCountry
    from graph.demo.names import FamilyName, LocaleNames

YEAR = 365.25
OLDEST = int(23 * YEAR)
"""Care does not stop at eighteen; nobody of today is older than 23, and whoever is has left."""
NEWBORN = 40
LATEST_ADMISSION = 15.5
OF_AGE = 17
SETTLING = 20

SIZES = ((1, 2, 3, 4, 5), (42, 28, 17, 8, 5))
SEXES = ((Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.UNKNOWN), (98, 98, 2, 2))
PRECISIONS = (
    (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.ESTIMATED),
    (86, 5, 5, 4),
)
COUPLES = (
    (SiblingBondKind.FULL, SiblingBondKind.HALF, SiblingBondKind.STEP, SiblingBondKind.ADOPTIVE),
    (78, 13, 6, 3),
)
FOUNDLINGS = 0.14
ONE_NAME = 0.03
FOUNDLING_ONE_NAME = 0.5
TWINS = 0.03
JUST_COME = 0.07
"""Families who came in the last weeks."""
LATELY = 0.03
"""The same of those of twenty years."""
BORN_LATER = int(2 * YEAR)
"""So long after their brothers and sisters have come the family still has children who come too."""
SECOND_LANGUAGE = 0.28
LANGUAGE_UNKNOWN = 0.04


@dataclass(frozen=True, slots=True, eq=False)
class DemoChild:
    """One child, as the office knows it.

    Attributes:
        born: the true day, which the story follows.
        birth_date: the day on record, as far as it is known.
        joined: the first day on which the federation looks after the child.
        couple: what makes this child a sibling of the family's eldest.
    """

    given_name: str
    family_name: str | None
    sex: Sex
    born: date
    birth_date: date | None
    precision: DatePrecision | None
    language: str | None
    joined: date
    couple: SiblingBondKind

    def years(self, day: date) -> float:
        """Age in years on a day."""
        return (day - self.born).days / YEAR

    def birthday(self, years: float) -> date:
        """The day on which the child is so many years old."""
        return self.born + timedelta(days=round(years * YEAR))


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Brothers and sisters, the eldest first."""

    children: tuple[DemoChild, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """Makes families of one country, each once, in the order of the calls.

    Attributes:
        country: where they live.
        rng: where chance comes from.
        today: the last day of the story.
        years: so far back the families have come; without it, all of them have children today.
    """

    country: RegisteredCountry
    rng: Random
    today: date
    years: int = 0

    def family(self, most: int) -> Family:
        """A family of at most so many children."""
        count = min(most, self.rng.choices(*SIZES)[0])
        ago = self._ago() if self.years else None
        ages = self._ages(count) if ago is None else self._ages_of_years(count, ago)
        language = self._language()
        names = names_of(locale_of(self.country, language))
        born = [self.today - timedelta(days=age) for age in ages]
        entry = self._entry(ages[0], born[0]) if ago is None else self.today - timedelta(days=ago)
        couples = self._couples(len(ages))
        surnames = self._surnames(couples, names)
        foundling = len(ages) == 1 and self.rng.random() < FOUNDLINGS
        nameless = self.rng.random() < (FOUNDLING_ONE_NAME if foundling else ONE_NAME)
        spoken = None if foundling or self.rng.random() < LANGUAGE_UNKNOWN else language
        children: list[DemoChild] = []
        for day, couple, surname in zip(born, couples, surnames, strict=True):
            sex = self.rng.choices(*SEXES)[0]
            birth_date, precision = (None, None) if foundling else self._on_record(day)
            children.append(
                DemoChild(
                    given_name=self._given(names, sex, children),
                    family_name=None if nameless else surname.of(sex),
                    sex=sex,
                    born=day,
                    birth_date=birth_date,
                    precision=precision,
                    language=spoken,
                    joined=max(entry, day + timedelta(days=self.rng.randint(2, NEWBORN - SETTLING))),
                    couple=couple,
                )
            )
        return Family(tuple(children))

    def _ages_of_years(self, count: int, ago: int) -> list[int]:
        """Ages in days today, the eldest first, of a family that came so many days ago: many have grown up since."""
        if count == 1 and self.rng.random() < COMES_AS_A_BABY:
            eldest = self.rng.randint(1, int(YEAR))
        else:
            eldest = int(self.rng.triangular(YEAR, LATEST_ADMISSION * YEAR, LATEST_ADMISSION * YEAR * 0.6))
        ages = [eldest + ago]
        for _ in range(count - 1):
            younger = ages[-1] - (0 if self.rng.random() < TWINS else self.rng.randint(330, 1500))
            if younger < max(NEWBORN, ago - BORN_LATER):
                break
            ages.append(younger)
        return ages

    def _ago(self) -> int:
        """Days since a family came."""
        if self.rng.random() < LATELY:
            return self.rng.randint(SETTLING, 2 * NEWBORN)
        last = int(self.years * YEAR)
        ago = self.rng.randint(NEWBORN, last)
        return min(ago, self.rng.randint(NEWBORN, last)) if self.rng.random() < GROWING else ago

    def _ages(self, count: int) -> list[int]:
        """Ages in days, the eldest first; fewer than asked for where the eldest would be too old."""
        youngest = NEWBORN + int((OLDEST - NEWBORN) * self.rng.betavariate(1.25, 2.1))
        ages = [youngest]
        for _ in range(count - 1):
            twin = self.rng.random() < TWINS
            older = ages[-1] + (0 if twin else self.rng.randint(330, 1500))
            if older > OLDEST:
                break
            ages.append(older)
        return ages[::-1]

    def _entry(self, eldest: int, born: date) -> date:
        """The day on which the family comes to the federation, in the eldest one's childhood."""
        if eldest < OF_AGE * YEAR and self.rng.random() < JUST_COME:
            return max(born, self.today - timedelta(days=self.rng.randint(SETTLING, 2 * NEWBORN)))
        last = min(eldest - SETTLING, int(LATEST_ADMISSION * YEAR))
        return born + timedelta(days=int(self.rng.triangular(1, last, last * 0.7)))

    def _language(self) -> str:
        languages = self.country.languages
        return self.rng.choice(languages) if self.rng.random() < SECOND_LANGUAGE else languages[0]

    def _couples(self, count: int) -> list[SiblingBondKind]:
        """FULL for the children of the first couple, and what the others are to them."""
        kind = self.rng.choices(*COUPLES)[0]
        first = self.rng.randint(1, count - 1) if count > 1 else 1
        return [SiblingBondKind.FULL] * first + [kind] * (count - first)

    def _surnames(self, couples: list[SiblingBondKind], names: LocaleNames) -> list[FamilyName]:
        own = names.family(self.rng)
        other = names.family(self.rng)
        foreign = {SiblingBondKind.STEP, self.rng.choice((SiblingBondKind.STEP, SiblingBondKind.HALF))}
        return [other if couple in foreign else own for couple in couples]

    def _given(self, names: LocaleNames, sex: Sex, elder: list[DemoChild]) -> str:
        """A name that no elder sibling bears, if a few attempts find one."""
        taken = {child.given_name for child in elder}
        for _ in range(5):
            name = names.given(sex, self.rng)
            if name not in taken:
                break
        return name

    def _on_record(self, day: date) -> tuple[date, DatePrecision]:
        precision = self.rng.choices(*PRECISIONS)[0]
        if precision is DatePrecision.DAY:
            return day, precision
        if precision is DatePrecision.MONTH:
            return day.replace(day=1), precision
        return day.replace(month=1, day=1), precision


def bond_between(one: DemoChild, other: DemoChild) -> SiblingBondKind:
    """What makes two children of one family brothers or sisters."""
    if one.couple is other.couple:
        return SiblingBondKind.FULL
    return other.couple if one.couple is SiblingBondKind.FULL else one.couple
