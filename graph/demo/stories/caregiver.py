"""Caregivers: the parent or the team of each home, who lives there too, and who answers for a programme."""

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
from graph.entities.home_form import SETTING_OF, HomeSetting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

YOUNGEST, OLDEST = 25, 60
"""Years of whoever begins."""
A_YEAR = 365
BEFORE = timedelta(days=60)
"""So long before the first child somebody is engaged."""
LEFT = 0.15
"""Those who have left, of those who are still needed: somebody else came in their place."""
TEAM = 3
"""How many look after a group, in shifts."""


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """A caregiver for each family, a team for each group, a manager for each programme."""
    for home in telling.rows("home"):
        family = SETTING_OF[str(home["form"])] == HomeSetting.FAMILY_BASED
        kind = CaregiverKind.FAMILY_CARER if family else CaregiverKind.STAFF
        opened, closed = telling.day(home, "opened_on"), home["closed_on"]
        end = None if closed is None else telling.day(home, "closed_on")
        for _ in range(1 if family else TEAM):
            yield _person(telling, home["programme_id"], kind, opened - BEFORE, end)
        if family and telling.rng.random() < 0.3:  # noqa: PLR2004 - a share
            yield _person(telling, home["programme_id"], CaregiverKind.HOUSEHOLD_ADULT, opened - BEFORE, end)
    for programme in telling.rows("programme"):
        began = telling.day(programme, "started_on")
        ended = None if programme["ended_on"] is None else telling.day(programme, "ended_on")
        yield _person(telling, programme["id"], CaregiverKind.MANAGER, began, ended)
        yield _person(telling, programme["id"], CaregiverKind.SOCIAL_WORKER, began, ended)


def _qualified(telling: StoryTeller, programme: object, kind: CaregiverKind, level: EducationLevel | None) -> Answer:
    """Whether that is what the country asks of one of the kind at least, where the programme stands."""
    (part,) = (each["jurisdiction"] for each in telling.rows("programme") if each["id"] == programme)
    rule = KEYS[f"minimum_qualification.{kind}"]
    asked = laid_down(telling.country.code, rule, telling.today, None if part is None else str(part))
    if asked == "NOT_APPLICABLE":
        return Answer.YES
    if level is None:
        return Answer.NOT_KNOWN
    return Answer.YES if level >= asked else Answer.NO


def _cleared(telling: StoryTeller, began: date) -> date | None:
    """Until when: of most to a day ahead, of some it has lapsed, and some were never cleared."""
    chance = telling.rng.random()
    if chance < 0.04:  # noqa: PLR2004 - a share
        return None
    ahead = telling.today + timedelta(days=telling.rng.randint(60, 2 * A_YEAR))
    lapsed = telling.some_day(began + timedelta(days=A_YEAR)) if chance > 0.96 else None  # noqa: PLR2004 - a share
    return lapsed or ahead


def _person(telling: StoryTeller, programme: object, kind: CaregiverKind, began: date, ended: date | None) -> RowCells:
    rng = telling.rng
    names = names_of(locale_of(telling.country, telling.country.languages[0]))
    sex = rng.choice((Sex.FEMALE, Sex.FEMALE, Sex.MALE))
    born = began - timedelta(days=rng.randint(YOUNGEST * A_YEAR, OLDEST * A_YEAR))
    left = ended
    if left is None and rng.random() < LEFT:
        left = telling.some_day(began + timedelta(days=A_YEAR))
    knows = kind is not CaregiverKind.HOUSEHOLD_ADULT
    level = rng.choice(tuple(EducationLevel)[2:8]) if knows else None
    login = f"{rng.getrandbits(64):016x}" if kind is CaregiverKind.SOCIAL_WORKER else None
    return telling.row(
        began,
        left,
        programme_id=programme,
        given_name=names.given(sex, rng),
        family_name=names.family(rng).of(sex),
        birth_date=born,
        birth_date_precision=DatePrecision.DAY,
        kind=kind,
        qualification=level,
        minimum_qualification=_qualified(telling, programme, kind, level),
        phone=f"+000 {rng.randint(100, 999)} {rng.randint(1000, 9999)}" if knows else None,
        engaged_on=began,
        left_on=left,
        cleared_until=_cleared(telling, began),
        login_issuer=None if login is None else "https://login.example",
        login_subject=login,
    )
