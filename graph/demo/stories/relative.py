"""Relatives: parents, grandparents, and who else is close to a child; brothers and sisters share them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from graph.declarations.columns import Answer
from graph.declarations.days import DatePrecision
from graph.entities.caregiver_assignment import CaregiverRole
from graph.entities.child import Sex
from graph.entities.home_form import HomeForm
from graph.entities.kinship import ContactRule, Kinship, Tracing, Whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.crews import Term
    from graph.demo.family_life import FamilyLife
    from graph.demo.kin import Person
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

YEAR = 365
SEARCHED, BIRTH_KNOWN, REACHED, YEAR_ALONE, OTHER_LANGUAGE, UNKNOWN_NAME = 0.7, 0.75, 0.6, 0.3, 0.1, 0.05
"""Of those whom nobody finds how many were looked for; of how many the birth is known, or the year of it, where one
reaches them, that they speak another language; of whom nobody knows the name. Made up."""
SEARCHES = (Tracing.OPEN, Tracing.NOT_FOUND, Tracing.STOPPED)
CARERS = (Kinship.GRANDMOTHER, Kinship.AUNT_OR_UNCLE, Kinship.GRANDFATHER)
"""Who may have taken the children in, where they live with kin."""
TEEN_MOTHER = (15 * YEAR, 21 * YEAR)
"""Days by which a mother who is a child of ours is older than her own."""
MOTHERS_IN_CARE = 0.6


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Everybody who belongs to a family, in the file of each of its children; and mothers who are children of ours."""
    places = [each["locality"] for each in telling.rows("home")]
    taken: set[object] = set()
    mothers = _Mothers(telling)
    for family in telling.families:
        ours = mothers.of(family)
        yield from ours
        for person in family.people:
            if ours and person.ties[0][1] is Kinship.MOTHER:
                telling.noted((person, family.lives[0]), ours[0])
                continue
            term = _carer(telling, family, person, taken)
            cells = _reached(telling, family, person, places) if term is None else _known(telling, family, term)
            for life, relation in person.ties:
                tie = {"contact": person.rule, "contact_reason": person.reason, "contact_every_days": person.every}
                since = max(family.known_on, life.child.born)
                told = telling.row(
                    since, None, child_id=telling.id_of(life.child), relation=relation, person_id=person.key, **tie,
                    **cells,
                )  # fmt: skip
                yield telling.noted((person, life), told)


def _carer(telling: StoryTeller, family: FamilyLife, person: Person, taken: set[object]) -> Term | None:
    """The time for which somebody of the family has taken its children in; a home is one person's."""
    if person.ties[0][1] not in CARERS or person.died is not None:
        return None
    for stay in (each for life in family.lives for each in life.stays):
        if stay.home.form is HomeForm.KINSHIP_FAMILY:
            home = telling.id_of(stay.home)
            if home not in taken:
                taken.add(home)
                return next(post[0] for post in telling.crews.homes[home] if post[0].role is CaregiverRole.PARENT)
    return None


def _known(telling: StoryTeller, family: FamilyLife, term: Term) -> RowCells:
    """What is known of somebody who is a caregiver too: one person, with one name."""
    key = telling.id_of(term)
    carer = next(each for each in telling.rows("caregiver") if each["id"] == key)
    own = ("given_name", "family_name", "birth_date", "birth_date_precision", "phone")
    return {
        **{name: carer.get(name) for name in own},
        "living": Answer.YES,
        "whereabouts": Whereabouts.KNOWN,
        "tracing": Tracing.NOT_NEEDED,
        "language": family.lives[0].child.language,
        "caregiver_id": key,
    }


def _reached(telling: StoryTeller, family: FamilyLife, person: Person, places: list[object]) -> RowCells:
    """What is known of everybody else."""
    chance = telling.rng
    lost = not person.is_known
    sought = lost and chance.random() < SEARCHED
    reached = not lost and person.died is None and chance.random() < REACHED
    born: date | None = person.born if chance.random() < BIRTH_KNOWN else None
    in_year = chance.random() < YEAR_ALONE
    spoken = chance.choice(telling.country.languages) if chance.random() < OTHER_LANGUAGE else None
    return {
        "given_name": None if chance.random() < UNKNOWN_NAME else person.given_name,
        "family_name": person.family_name,
        "birth_date": born.replace(month=1, day=1) if born and in_year else born,
        "birth_date_precision": None if born is None else DatePrecision.YEAR if in_year else DatePrecision.DAY,
        "living": Answer.NO if person.died else Answer.NOT_KNOWN if lost else Answer.YES,
        "died_on": person.died,
        "whereabouts": Whereabouts.UNKNOWN if lost else Whereabouts.KNOWN,
        "tracing": chance.choice(SEARCHES) if sought else Tracing.NOT_NEEDED,
        "phone": f"+00 {chance.randint(100, 999)} {chance.randint(1000, 9999)}" if reached else None,
        "locality": chance.choice(places) if reached and places else None,
        "language": spoken or family.lives[0].child.language,
        "latitude_e2": chance.randint(-3000, 5500) if reached else None,
        "longitude_e2": chance.randint(-9000, 14000) if reached else None,
    }


class _Mothers:
    """The girls of a part who may be the mother of a baby who is a child of ours too."""

    def __init__(self, telling: StoryTeller) -> None:
        self._telling = telling
        self._rows = {child["id"]: child for child in telling.rows("child")}
        self._girls = [child for child in self._rows.values() if child["sex"] is Sex.FEMALE and child["birth_date"]]

    def of(self, family: FamilyLife) -> list[RowCells]:
        """The rows of a baby's mother who is a child of ours, and of the mother's own child; none, mostly."""
        baby, chance = self._rows[self._telling.id_of(family.lives[0].child)], self._telling.rng
        alone = len(family.lives) == 1 and baby["birth_date"] is not None
        mother = next((each for each in family.people if each.ties[0][1] is Kinship.MOTHER), None)
        if (
            not alone
            or mother is None
            or not mother.may_come(self._telling.today)
            or chance.random() >= MOTHERS_IN_CARE
        ):
            return []
        born = self._telling.day(baby, "birth_date")
        for place, girl in enumerate(self._girls):
            apart = (born - self._telling.day(girl, "birth_date")).days
            if girl["programme_id"] == baby["programme_id"] and TEEN_MOTHER[0] <= apart <= TEEN_MOTHER[1]:
                del self._girls[place]
                return [self._of_ours(baby, Kinship.MOTHER, girl), self._of_ours(girl, Kinship.OWN_CHILD, baby)]
        return []

    def _of_ours(self, child: RowCells, relation: Kinship, other: RowCells) -> RowCells:
        since = max(self._telling.day(each, "enrolled_on") for each in (child, other))
        return self._telling.row(
            min(since, self._telling.today - timedelta(days=1)),
            None,
            child_id=child["id"],
            relation=relation,
            contact=ContactRule.ENCOURAGED,
            person_id=UUID(int=self._telling.rng.getrandbits(128), version=4),
            given_name=other["given_name"],
            family_name=other["family_name"],
            birth_date=other["birth_date"],
            birth_date_precision=other["birth_date_precision"],
            living=Answer.YES,
            whereabouts=Whereabouts.KNOWN,
            tracing=Tracing.NOT_NEEDED,
            other_child_id=other["id"],
        )
