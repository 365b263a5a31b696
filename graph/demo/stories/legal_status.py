"""Legal statuses: on what ground a child is in care, each time that it is, and what the law says of it besides."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.legal_status import LegalStatusKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

GROUNDS = {
    LegalStatusKind.CARE_ORDER: 60, LegalStatusKind.INTERIM_ORDER: 6, LegalStatusKind.AGREEMENT: 28,
    LegalStatusKind.OWN_REQUEST: 4, LegalStatusKind.OTHER: 2,
}  # fmt: skip
"""How often each is the ground in the end, of a hundred times in care. Made up."""
ORDERED = (LegalStatusKind.CARE_ORDER, LegalStatusKind.INTERIM_ORDER)
ANSWERS = (Answer.YES, Answer.YES, Answer.NO, Answer.NOT_KNOWN)
AT_FIRST, PROTECTED, ALONE, UNKNOWN = 0.55, 0.12, 0.03, 0.04
"""How many orders there was another one before until it was decided; how many children were protected at once before
anything was; came alone; have a first day that nobody knows. Made up."""
DAYS, MONTHS, APPEAL = timedelta(days=4), (60, 240), timedelta(days=30)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """What the law says of a child in each of its times in care."""
    chance, times = telling.rng, Counter(each["child_id"] for each in telling.rows("care_episode"))
    for episode in telling.rows("care_episode"):
        child, began, over = episode["child_id"], telling.day(episode, "started_on"), telling.end(episode, "ended_on")
        at_once = episode["emergency"] is Answer.YES or chance.random() < PROTECTED
        if at_once and began + DAYS < (over or telling.today):
            kind = LegalStatusKind.EMERGENCY_PROTECTION
            yield telling.row(began, began + DAYS, child_id=child, kind=kind, started_on=began, ended_on=began + DAYS)
        if chance.random() < ALONE:
            kind = LegalStatusKind.UNACCOMPANIED
            yield telling.row(began, over, child_id=child, kind=kind, started_on=began, ended_on=over)
        kind = chance.choices(list(GROUNDS), list(GROUNDS.values()))[0]
        decided = began + timedelta(days=chance.randint(*MONTHS))
        if kind is LegalStatusKind.CARE_ORDER and chance.random() < AT_FIRST and decided < (over or telling.today):
            yield _ground(telling, child, LegalStatusKind.INTERIM_ORDER, began, decided, since=began)
            yield _ground(telling, child, kind, decided, over, since=decided)
        else:
            known = times[child] > 1 or chance.random() >= UNKNOWN
            yield _ground(telling, child, kind, began if known else None, over, since=began)


def _ground(
    telling: StoryTeller, child: object, kind: LegalStatusKind, began: date | None, over: date | None, *, since: date
) -> RowCells:
    chance, ordered = telling.rng, kind in ORDERED
    return telling.row(
        since,
        over,
        child_id=child,
        kind=kind,
        parents_agree=Answer.YES if kind is LegalStatusKind.AGREEMENT else chance.choice(ANSWERS),
        represented=chance.choice(ANSWERS),
        appeal_until=since + APPEAL if ordered else None,
        authority="Family court" if ordered else "Child welfare office",
        reference=f"{since.year}/{chance.randint(100, 9999)}" if ordered else None,
        local_code="Art. 20" if kind is LegalStatusKind.OTHER else None,
        started_on=began,
        ended_on=over,
    )
