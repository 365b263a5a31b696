"""Checks: of each kind one that holds until the caregiver is cleared no longer; one failed where nobody was cleared."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.demo.records import SETTLED
from graph.entities.caregiver_check import CaregiverCheckKind
from graph.entities.caregiver_credential import CredentialOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

HOLDS = timedelta(days=3 * 365)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The newest checks of each caregiver; whichever of them a country asks for, the same day comes of it."""
    for caregiver in telling.rows("caregiver"):
        cleared = None if caregiver["cleared_until"] is None else telling.day(caregiver, "cleared_until")
        engaged = telling.day(caregiver, "engaged_on")
        latest = max(engaged, min(telling.end(caregiver, "left_on") or telling.today, telling.today - SETTLED))
        for kind in CaregiverCheckKind:
            began = engaged if cleared is None else max(engaged, cleared - HOLDS)
            day = min(began + timedelta(days=telling.rng.randint(0, 30)), latest)
            failed = cleared is None and kind is CaregiverCheckKind.BACKGROUND_CHECK
            passed = CredentialOutcome.CONDITIONS if telling.rng.random() < 0.1 else CredentialOutcome.PASSED  # noqa: PLR2004 - a share
            yield telling.row(
                day,
                None,
                caregiver_id=caregiver["id"],
                kind=kind,
                decided_on=day,
                valid_until=None if cleared is None else cleared,
                outcome=CredentialOutcome.FAILED if failed else passed,
                reference=f"{telling.rng.randint(100, 999)}/{day.year}" if telling.rng.random() < 0.5 else None,  # noqa: PLR2004 - a share
            )
