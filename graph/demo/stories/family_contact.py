"""Family contacts: whatever met, is to meet, or did not, in the file of each child; and carers of before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from graph.declarations.columns import Answer
from graph.declarations.obligations import NotOwedReason
from graph.entities.family_contact import FACING, ContactKind, ContactWish, Mirror, MissedReason
from graph.entities.met_with import MET_WITH, MetWith

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.meetings import Meeting
    from graph.demo.stays import Life
    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

CARERS, REPLACED, UNSEEN = 0.1, 0.2, 0.06
"""Of those who have left a home how many are in touch with whoever cared for them; of contacts that were called off how
many are owed no longer; of those of two programmes how many the run of the night has still to write. Made up."""
WISHES = (
    (ContactWish.WANTED, ContactWish.MIXED, ContactWish.NOT_WANTED, ContactWish.NOT_ASKED), (62, 14, 6, 18),
)  # fmt: skip
NOTES = ("They played until it was dark.", "She asked when the next one is.", None, None, None)
KEPT = timedelta(days=400)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """A row for each child of a meeting; of two who meet each other each has one."""
    for meeting in (each for family in telling.families for each in family.meetings):
        said = _said(telling, meeting)
        yield from _with_person(telling, meeting, said) if meeting.person else _with_each_other(telling, meeting, said)
    for life in (each for family in telling.families for each in family.lives):
        yield from _with_carers(telling, life)


def _said(telling: StoryTeller, meeting: Meeting) -> dict[str, object]:
    """What all files say of a contact."""
    called_off = meeting.missed is MissedReason.CALLED_OFF_BY_US and telling.rng.random() < REPLACED
    return {
        "kind": meeting.kind,
        "event_id": meeting.event,
        "due_on": meeting.day if meeting.planned else None,
        "held_on": meeting.day if meeting.held else None,
        "missed_reason": None if called_off else meeting.missed,
        "supervised": Answer.YES if meeting.watched else Answer.NO,
        "not_owed_from": meeting.day if called_off else None,
        "not_owed_reason": NotOwedReason.REPLACED if called_off else None,
    }


def _with_person(telling: StoryTeller, meeting: Meeting, said: dict[str, object]) -> Iterator[RowCells]:
    for life in meeting.lives:
        person = meeting.person
        kin = None if person is None else person.kin_of(life)
        if kin is not None:
            own = {"relative_id": telling.id_of((person, life)), "met_with": MET_WITH[kin]}
            yield _row(telling, meeting, life, **said, **own)


def _with_each_other(telling: StoryTeller, meeting: Meeting, said: dict[str, object]) -> Iterator[RowCells]:
    one, other = meeting.lives
    waits = one.programme is not other.programme and telling.rng.random() < UNSEEN
    own: dict[str, object] = {"met_with": MetWith.SIBLING, "mirror": Mirror.WAITING if waits else Mirror.WRITTEN}
    yield _row(telling, meeting, one, **said, **own, sibling_id=telling.id_of(other.child))
    if not waits:
        said |= {"missed_reason": FACING.get(said["missed_reason"], said["missed_reason"])}
        yield _row(telling, meeting, other, **said, **own, sibling_id=telling.id_of(one.child))


def _row(telling: StoryTeller, meeting: Meeting, life: Life, **cells: object) -> RowCells:
    """In one child's file, with what that child says of it."""
    chance = telling.rng
    told = min(meeting.day, telling.today)
    note = chance.choice(NOTES) if meeting.held else None
    wish = chance.choices(*WISHES)[0]
    return telling.row(told, None, child_id=telling.id_of(life.child), wish=wish, note=note, **cells)


def _with_carers(telling: StoryTeller, life: Life) -> Iterator[RowCells]:
    """Some stay in touch with whoever cared for them in a home before."""
    chance = telling.rng
    left = [stay for stay in life.stays if stay.ended_on is not None]
    if not left or chance.random() >= CARERS:
        return
    stay = chance.choice(left)
    terms = [term for post in telling.crews.homes[telling.id_of(stay.home)] for term in post if term.cares]
    then = [term for term in terms if term.began < (stay.ended_on or telling.today)]
    since = max(stay.ended_on or telling.today, telling.today - KEPT)
    day = telling.some_day(since)
    if then and day is not None:
        yield telling.row(
            day, None, child_id=telling.id_of(life.child), kind=ContactKind.CALL,
            event_id=UUID(int=chance.getrandbits(128), version=4), held_on=day, supervised=Answer.NO,
            wish=ContactWish.WANTED, met_with=MetWith.OTHER, caregiver_id=telling.id_of(chance.choice(then)),
        )  # fmt: skip
