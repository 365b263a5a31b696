"""The rules of what is owed of a child, once more and by hand: assessments and tasks, done, or owed no longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_days import BEGINS_BY, NEVER_ENDS, begins_in_life, bounded
from tests.writes.model_rules import Rule, chosen, created

TELL = "Tell the child that a brother or sister has died, and stay with it."
LOOK_AFTER = "Look after the child and its family."
DONE = {"GatekeepingAssessment": "completedOn", "Task": "doneOn"}
"""What of a child is owed, and by which day it was done."""
DUE_WITHIN = 3
"""Days within which an assessment is due: 72 hours, in both countries."""
EMPTY_ASSESSMENT: Cells = dict.fromkeys((
    "careEpisode", "completedOn", "assessor", "assessedBy", "necessity", "alternatives", "recommendedForm",
    "suitabilityReasons", "outcome", "notOwedFrom", "notOwedReason", "voidReason",
)) | {"povertyOnly": "NOT_KNOWN"}  # fmt: skip
EMPTY_TASK: Cells = dict.fromkeys(
    ("careEpisode", "assignedTo", "doneOn", "outcome", "notOwedFrom", "notOwedReason", "voidReason")
)


def due_by(day: str) -> str:
    """The day by which an assessment is due that was opened on a day."""
    return str(date.fromisoformat(day) + timedelta(days=DUE_WITHIN))


def newest(row: Kept, day: str) -> tuple[str, str]:
    """What the newest of rows is told by; what only the server has named is newer than what a client has."""
    return str(row.cells[day]), row.id.rpartition("_")[2]


def asked(draft: Draft, child: Kept) -> Kept | None:
    """The newest assessment of this entry: of no time in care, behind none, and open or for care."""
    world = draft.world
    begun = [row.cells["startedOn"] for row in world.of("CareEpisode", child=child.id)]
    rows = [
        row
        for row in world.of("GatekeepingAssessment", child=child.id, careEpisode=None, notOwedFrom=None)
        if (row.cells["completedOn"] is None or row.cells["outcome"] == "ADMIT")
        and not any(day >= row.cells["openedOn"] for day in begun)
    ]
    return max(rows, key=lambda row: newest(row, "openedOn"), default=None)


def link_or_open(draft: Draft, care: Kept, row: Kept | None) -> None:
    """The time in care has the assessment that was asked for before, or one that is asked for now."""
    world, start = draft.world, care.cells["startedOn"]
    if row is not None:
        world.change(row, {"careEpisode": care.id})
        return
    cells = {name: care.cells[name] for name in ("child", "programme")} | {"careEpisode": care.id}
    cells |= {"openedOn": min(start, TODAY), "dueOn": due_by(start)}
    rest = {name: value for name, value in EMPTY_ASSESSMENT.items() if name not in cells}
    world.create("GatekeepingAssessment", world.placeholder("GatekeepingAssessment"), cells, **rest)


def open_gatekeeping(draft: Draft) -> Write | None:
    """Whether care is needed, asked on a day, of a child who lives then."""
    given, id_ = draft.given, created(draft, "GatekeepingAssessment")
    bounded(draft, "openedOn", TODAY)
    bounded(draft, "dueOn", BEGINS_BY)
    child, day = draft.link("Child", "childId"), given.get("openedOn", TODAY)
    if child is None:
        return None
    begins_in_life(draft, child, day, "openedOn")
    cells = {"child": child.id, "programme": child.programme, "openedOn": day, "dueOn": given.get("dueOn", due_by(day))}
    cells |= chosen(given, "assessor", "assessedBy")
    rest = {name: value for name, value in EMPTY_ASSESSMENT.items() if name not in cells}
    return lambda: [draft.world.create("GatekeepingAssessment", id_, cells, **rest).id]


def _is_for_more_than_poverty(cells: Cells) -> bool:
    return bool(cells["outcome"] != "ADMIT" or cells["povertyOnly"] != "YES")


def _is_suitable(cells: Cells) -> bool:
    return bool(cells["recommendedForm"] is None or cells["necessity"] == "NECESSARY")


def complete_gatekeeping(draft: Draft) -> Write | None:
    """Answered once, after it was asked, and never for poverty alone."""
    given = draft.given
    bounded(draft, "completedOn", TODAY)
    if "povertyOnly" in given:
        draft.alone(_is_for_more_than_poverty(given), "CONFLICT", "outcome")
    if {"recommendedForm", "necessity"} <= given.keys():
        draft.alone(_is_suitable(given), "BAD_USER_INPUT", "recommendedForm")
    own = draft.own("GatekeepingAssessment")
    if own is None:
        return None
    names = ("completedOn", "assessor", "necessity", "povertyOnly", "recommendedForm", "outcome")
    after = own.cells | chosen(given, *names)
    draft.must(own.cells["completedOn"] is None, "CONFLICT", "id")
    draft.must(given["completedOn"] >= own.cells["openedOn"], "CONFLICT", "completedOn")
    draft.must(_is_for_more_than_poverty(after), "CONFLICT", "outcome")
    draft.must(_is_suitable(after), "BAD_USER_INPUT", "recommendedForm")
    draft.must(own.cells["notOwedFrom"] is None, "CONFLICT", "id")

    def write() -> list[str]:
        draft.world.change(own, chosen(given, *names))
        return [own.id]

    return write


def record_task(draft: Draft) -> Write | None:
    """Whatever is to be done, or has been."""
    given, id_ = draft.given, created(draft, "Task")
    bounded(draft, "dueOn", BEGINS_BY)
    bounded(draft, "doneOn", TODAY)
    child = draft.link("Child", "childId")
    if child is None:
        return None
    cells = {"child": child.id, "programme": child.programme, **chosen(given, "kind", "title", "dueOn", "doneOn")}
    rest = {name: value for name, value in EMPTY_TASK.items() if name not in cells}
    return lambda: [draft.world.create("Task", id_, cells, **rest).id]


def done_task(draft: Draft) -> Write | None:
    """Done once, as long as it is owed."""
    bounded(draft, "doneOn", TODAY)
    own = draft.own("Task")
    if own is None:
        return None
    draft.must(own.cells["doneOn"] is None, "CONFLICT", "id")
    draft.must(own.cells["notOwedFrom"] is None, "CONFLICT", "id")

    def write() -> list[str]:
        draft.world.change(own, {"doneOn": draft.given.get("doneOn", TODAY), **chosen(draft.given, "outcome")})
        return [own.id]

    return write


def follow_up(draft: Draft, care: Kept, until: str) -> None:
    """Whoever has left care is looked after for a while."""
    cells = {name: care.cells[name] for name in ("child", "programme")} | {"careEpisode": care.id}
    cells |= {"kind": "FOLLOW_UP", "title": LOOK_AFTER, "dueOn": until}
    rest = {name: value for name, value in EMPTY_TASK.items() if name not in cells}
    draft.world.create("Task", draft.world.placeholder("Task"), cells, **rest)


def no_longer_owed(draft: Draft, child: Kept, day: str, reason: str) -> None:
    """What is open is owed no longer; looking after a child goes on when care has ended."""
    for type_, done in DONE.items():
        for row in draft.world.of(type_, child=child.id, notOwedFrom=None, **{done: None}):
            if reason != "CARE_ENDED" or row.cells.get("kind") != "FOLLOW_UP":
                draft.world.change(row, {"notOwedFrom": day, "notOwedReason": reason})


def owed_again(draft: Draft, child: Kept, day: str | None) -> None:
    """What a death had ended is owed again; or no longer from another day of it."""
    for type_ in DONE:
        for row in draft.world.of(type_, child=child.id, notOwedReason="CHILD_DIED"):
            draft.world.change(row, {"notOwedFrom": day, "notOwedReason": "CHILD_DIED" if day else None})


def _bereaved(draft: Draft, child: Kept) -> Iterator[Kept]:
    """Brothers and sisters who live, as far as the caller sees them."""
    bonds = draft.world.of("SiblingBond", child=child.id)
    there = {bond.cells["sibling"] for bond in bonds if (bond.cells["endedOn"] or NEVER_ENDS) > TODAY}
    for id_ in sorted(there):
        sibling = draft.world.find(draft.who, "Child", id_)
        if sibling is not None and sibling.cells.get("diedOn") is None:
            yield sibling


def let_siblings_know(draft: Draft, child: Kept) -> None:
    """Somebody tells each of them, and stays."""
    for sibling in _bereaved(draft, child):
        cells = {"child": sibling.id, "programme": sibling.programme, "kind": "OTHER", "title": TELL, "dueOn": TODAY}
        rest = {name: value for name, value in EMPTY_TASK.items() if name not in cells}
        draft.world.create("Task", draft.world.placeholder("Task"), cells, **rest)


def nothing_to_tell(draft: Draft, child: Kept) -> None:
    """Of a death that never was nobody is told any more."""
    for sibling in _bereaved(draft, child):
        for row in draft.world.of("Task", child=sibling.id, kind="OTHER", title=TELL, doneOn=None):
            draft.world.change(row, {"voidReason": "The death was recorded in error."}, void=True)


OWED: Mapping[str, Rule] = {
    "openGatekeeping": open_gatekeeping,
    "completeGatekeeping": complete_gatekeeping,
    "recordTask": record_task,
    "doneTask": done_task,
}
