"""Credentials: the promise that everybody signs, courses beside the work, an education."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.declarations.days import NEVER
from graph.entities.caregiver_credential import CaregiverCredentialKind, CredentialOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

TITLES = {
    CaregiverCredentialKind.CODE_OF_CONDUCT: ("Code of conduct",),
    CaregiverCredentialKind.TRAINING: ("Trauma and attachment", "First aid", "Children's rights", "Positive parenting"),
    CaregiverCredentialKind.QUALIFICATION: ("Social pedagogy", "Childcare", "Social work"),
}  # fmt: skip
BY = ("National training centre", "Red Cross", "Teachers' college")
COURSE_HOLDS = timedelta(days=3 * 365)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What each caregiver has signed and learned."""
    for caregiver in telling.rows("caregiver"):
        engaged = telling.day(caregiver, "engaged_on")
        yield _credential(telling, caregiver, CaregiverCredentialKind.CODE_OF_CONDUCT, engaged)
        for kind in (CaregiverCredentialKind.TRAINING, CaregiverCredentialKind.QUALIFICATION):
            day = telling.some_day(engaged, telling.end(caregiver, "left_on"))
            if day is not None and telling.rng.random() < 0.6:  # noqa: PLR2004 - a share
                yield _credential(telling, caregiver, kind, day)


def _credential(telling: StoryTeller, caregiver: RowCells, kind: CaregiverCredentialKind, day: date) -> RowCells:
    course = kind is CaregiverCredentialKind.TRAINING
    failed = course and telling.rng.random() < 0.05  # noqa: PLR2004 - a share
    return telling.row(
        day,
        None,
        caregiver_id=caregiver["id"],
        kind=kind,
        title=telling.rng.choice(TITLES[kind]),
        provider=telling.rng.choice(BY) if kind is not CaregiverCredentialKind.CODE_OF_CONDUCT else None,
        issued_on=day,
        valid_until=day + COURSE_HOLDS if course else NEVER,
        outcome=CredentialOutcome.FAILED if failed else CredentialOutcome.PASSED,
    )
