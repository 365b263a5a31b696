"""Legal statuses: on what ground a child is in care, from its first stay on, and what the law says of it besides."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.legal_status import LegalStatusKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

GROUNDS = {
    LegalStatusKind.CARE_ORDER: 55, LegalStatusKind.INTERIM_ORDER: 15, LegalStatusKind.AGREEMENT: 24,
    LegalStatusKind.OWN_REQUEST: 4, LegalStatusKind.OTHER: 2,
}  # fmt: skip
"""How often each is the ground, of a hundred children; made up, like everything here."""
ANSWERS = (Answer.YES, Answer.YES, Answer.NO, Answer.NOT_KNOWN)
PROTECTED, ALONE, UNKNOWN = 0.12, 0.03, 0.04
"""How many were protected at once before anything was decided, came alone, or have a first day that nobody knows."""
A_WEEK, APPEAL = timedelta(days=4), timedelta(days=30)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What the law says of each child from its first stay on."""
    chance = telling.rng
    lasts: dict[object, list[RowCells]] = {}
    for stay in telling.rows("placement"):
        lasts.setdefault(stay["child_id"], []).append(stay)
    for child, stays in lasts.items():
        ordered = sorted(stays, key=lambda each: telling.day(each, "started_on"))
        first, last = ordered[0], ordered[-1]
        began = telling.day(first, "started_on")
        over = telling.day(last, "ended_on") if last["ended_on"] is not None else None
        kind = chance.choices(list(GROUNDS), list(GROUNDS.values()))[0]
        if chance.random() < PROTECTED and began + A_WEEK < (over or telling.today):
            yield telling.row(
                began, began + A_WEEK, child_id=child, kind=LegalStatusKind.EMERGENCY_PROTECTION, started_on=began,
                ended_on=began + A_WEEK,
            )  # fmt: skip
        if chance.random() < ALONE:
            yield telling.row(began, None, child_id=child, kind=LegalStatusKind.UNACCOMPANIED, started_on=began)
        ordered_by_court = kind in (LegalStatusKind.CARE_ORDER, LegalStatusKind.INTERIM_ORDER)
        yield telling.row(
            began,
            over,
            child_id=child,
            kind=kind,
            parents_agree=Answer.YES if kind is LegalStatusKind.AGREEMENT else chance.choice(ANSWERS),
            represented=chance.choice(ANSWERS),
            appeal_until=began + APPEAL if ordered_by_court else None,
            authority="Family court" if ordered_by_court else "Child welfare office",
            reference=f"{began.year}/{chance.randint(100, 9999)}" if ordered_by_court else None,
            local_code="Art. 20" if kind is LegalStatusKind.OTHER else None,
            started_on=None if chance.random() < UNKNOWN else began,
            ended_on=over,
        )
