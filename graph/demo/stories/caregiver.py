"""Caregivers: whoever held a post of a home or of a programme over the years, and who lives in a home besides."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from countries.packs.keys import KEYS
from graph.declarations.columns import Answer
from graph.declarations.days import DatePrecision
from graph.demo.names import locale_of, names_of
from graph.demo.parts import laid_down
from graph.entities.caregiver import CaregiverKind, EducationLevel
from graph.entities.child import Sex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.crews import Term
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

YOUNGEST, OLDEST = 25, 60
"""Years of whoever begins."""
A_YEAR = 365
BEFORE = timedelta(days=60)
"""So long before they begin somebody is engaged."""
NEVER_CLEARED, LAPSED = 0.04, 0.04
"""How many were never cleared, and of how many it has lapsed."""


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """A row for everybody who held a post."""
    parts = {each["id"]: each["jurisdiction"] for each in telling.rows("programme")}
    for term in telling.crews.terms:
        yield telling.noted(term, _person(telling, term, parts[term.programme_id]))


def _qualified(telling: StoryTeller, part: object, kind: CaregiverKind, level: EducationLevel | None) -> Answer:
    """Whether that is what the country asks of one of the kind at least, where the programme stands."""
    rule = KEYS[f"minimum_qualification.{kind}"]
    asked = laid_down(telling.country.code, rule, telling.today, None if part is None else str(part))
    if asked == "NOT_APPLICABLE":
        return Answer.YES
    if level is None:
        return Answer.NOT_KNOWN
    return Answer.YES if level >= asked else Answer.NO


def _cleared(telling: StoryTeller, began: date, left: date | None) -> date | None:
    """Until when: of most to a day ahead, of some it has lapsed, and some were never cleared."""
    chance = telling.rng.random()
    if chance < NEVER_CLEARED:
        return None
    ahead = (left or telling.today) + timedelta(days=telling.rng.randint(60, 2 * A_YEAR))
    lapsed = telling.some_day(began + timedelta(days=A_YEAR), left) if chance > 1 - LAPSED else None
    return lapsed or ahead


def _person(telling: StoryTeller, term: Term, part: object) -> RowCells:
    rng, kind = telling.rng, term.kind
    names = names_of(locale_of(telling.country, telling.country.languages[0]))
    sex = rng.choice((Sex.FEMALE, Sex.FEMALE, Sex.MALE))
    engaged = term.began if term.home_id is None else term.began - BEFORE
    born = engaged - timedelta(days=rng.randint(YOUNGEST * A_YEAR, OLDEST * A_YEAR))
    knows = kind is not CaregiverKind.HOUSEHOLD_ADULT
    level = rng.choice(tuple(EducationLevel)[2:8]) if knows else None
    login = f"{rng.getrandbits(64):016x}" if kind is CaregiverKind.SOCIAL_WORKER else None
    return telling.row(
        engaged,
        term.ended,
        programme_id=term.programme_id,
        given_name=names.given(sex, rng),
        family_name=names.family(rng).of(sex),
        birth_date=born,
        birth_date_precision=DatePrecision.DAY,
        kind=kind,
        qualification=level,
        minimum_qualification=_qualified(telling, part, kind, level),
        phone=f"+000 {rng.randint(100, 999)} {rng.randint(1000, 9999)}" if knows else None,
        engaged_on=engaged,
        left_on=term.ended,
        cleared_until=_cleared(telling, engaged, term.ended),
        login_issuer=None if login is None else "https://login.example",
        login_subject=login,
    )
