"""The rules of each mutation, once more and by hand: what it needs, what refuses it, what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_days import (
    BEGINS_BY,
    NEVER_ENDS,
    bounded,
    nothing_before,
)

LIVED = ("Placement", "TemporaryStay")
"""What takes a place in a home: who lives there, and who is a guest."""


def lives(row: Kept, day: str) -> bool:
    """Whether a placement holds on a day."""
    return bool(row.cells["startedOn"] <= day < (row.cells["endedOn"] or NEVER_ENDS))


def crowded(draft: Draft, home: Kept, arriving: int, start: str, end: str | None, besides: str = "") -> str | None:
    """The first day on which a home would hold too many, with so many more from a day on."""
    if end is not None and end <= start:
        return None
    stays = [row for type_ in LIVED for row in draft.world.of(type_, home=home.id) if row.id != besides]
    comes = [row.cells["startedOn"] for row in stays]
    days = sorted({start, *(day for day in comes if start < day < (end or NEVER_ENDS))})
    capacity: int = draft.given["capacity"] if draft.name == "updateHome" else home.cells["capacity"]
    return next((day for day in days if sum(lives(row, day) for row in stays) + arriving > capacity), None)


def runs(programme: Kept, day: str) -> bool:
    """Whether a programme runs on a day."""
    return bool(programme.cells["startedOn"] <= day < (programme.cells["endedOn"] or NEVER_ENDS))


def opened(home: Kept, start: str, end: str | None) -> bool:
    """Whether a home is open from a day to another."""
    closed = home.cells["closedOn"]
    return home.cells["openedOn"] <= start and (closed is None or (end is not None and end <= closed))


def room(draft: Draft, day: str | None, start: str, *, unless: bool = False) -> None:
    """A full home takes nobody, but for what has happened already."""
    excused = "exception" in draft.given and start <= TODAY
    draft.must(day is None or excused or unless, "CONFLICT", "homeId")


def is_cleared(caregiver: Kept, day: str) -> bool:
    """Whether a caregiver may care for children on a day, by what has been checked."""
    return bool((caregiver.cells["clearedUntil"] or "") > day)


def _uncleared(draft: Draft, home: Kept, day: str) -> bool:
    """Whether somebody cares for a home on a day who is not cleared, as far as the caller sees them."""
    world = draft.world
    there = [row for row in world.of("CaregiverAssignment", home=home.id) if lives(row, day)]
    found = [world.find(draft.who, "Caregiver", row.cells["caregiver"]) for row in there if world.sees(draft.who, row)]
    return any(each is not None and not is_cleared(each, day) for each in found)


def comes_to(draft: Draft, home: Kept, many: int, start: str, end: str | None = None) -> dict[str, str]:
    """What holds of a home to which children come; what it breaks all the same, each rule with its first day."""
    draft.must(opened(home, start, end), "CONFLICT", "startedOn")
    full, uncleared = crowded(draft, home, many, start, end), _uncleared(draft, home, start)
    room(draft, full, start)
    draft.must(not uncleared or ("exception" in draft.given and start <= TODAY), "CONFLICT", "homeId")
    return ({} if full is None else {"CAPACITY": full}) | ({"CARER_NOT_CLEARED": start} if uncleared else {})


def created(draft: Draft, type_: str) -> str:
    """The id of a new row; one of another country cannot be meant."""
    wanted = draft.given.get("id")
    if wanted is not None and wanted.split("_")[1] != draft.who.country:
        draft.faults.add(("BAD_USER_INPUT", "input.id"))
    return draft.new_id(type_)


def office_columns(draft: Draft, *names: str) -> None:
    """What only an office may change."""
    if draft.who.programme is not None:
        draft.faults |= {("FORBIDDEN", f"input.{name}") for name in names if name in draft.given}


def something(draft: Draft, *names: str) -> None:
    """At least one of the values is given."""
    if not any(name in draft.given for name in names):
        draft.faults.add(("BAD_USER_INPUT", "input"))


def chosen(given: Cells, *names: str) -> Cells:
    """The values that are given."""
    return {name: given[name] for name in names if name in given}


def care_on(draft: Draft, child: Kept, day: str) -> Kept | None:
    """The time in care that a day of a child lies in."""
    return next((row for row in draft.world.of("CareEpisode", child=child.id) if lives(row, day)), None)


NOT_SAID_OF_A_STAY: Cells = dict.fromkeys(
    ("endedOn", "endReason", "voidReason", "partner", "localKind", "moveReason", "preparedOn", "distanceKm")
) | {"prepared": "NOT_KNOWN"}
"""What nobody says of a stay as it begins."""


def place(draft: Draft, id_: str, child: Kept, home: Kept | None, why: str, broken: Mapping[str, str]) -> Kept:
    """A new placement, and the exceptions that were made for it."""
    care = care_on(draft, child, draft.given["startedOn"])
    if home is None:
        where = {"home": None, "homeName": None, "arrangement": draft.given["arrangement"]}
    else:
        where = {"home": home.id, "homeName": home.cells["name"], "arrangement": home.cells["form"], "distanceKm": None}
    row = draft.world.create("Placement", id_, {
        "careEpisode": care and care.id,
        "child": child.id, "programme": child.cells["programme"],
        "startedOn": draft.given["startedOn"], "startReason": draft.given.get("startReason", why), **where,
    }, **{name: value for name, value in NOT_SAID_OF_A_STAY.items() if name not in where})  # fmt: skip
    note_all(draft, row, broken, row.id)
    return row


def note(draft: Draft, row: Kept, day: str | None) -> None:
    """That a home was too full stays on record."""
    note_all(draft, row, {} if day is None else {"CAPACITY": day}, row.id)


def note_all(draft: Draft, row: Kept, broken: Mapping[str, str], placement: str) -> None:
    """That rules were broken stays on record, where somebody answers for it."""
    for rule, day in broken.items() if "exception" in draft.given else ():
        draft.world.create("PlacementException", draft.world.placeholder("PlacementException"), {
            "child": row.cells["child"], "placement": placement, "home": row.cells["home"],
            "programme": row.cells["programme"], "rule": rule, "dated": day, "lapsesOn": None,
            **draft.given["exception"],
        })  # fmt: skip


def bind(draft: Draft, id_: str, one: Kept, other: Kept, kind: str, day: str) -> None:
    """The bond that one child holds to another."""
    draft.world.create("SiblingBond", id_, {
        "child": one.id, "sibling": other.id, "programme": one.cells["programme"],
        "siblingName": other.cells["givenName"], "kind": kind, "startedOn": day,
    }, endedOn=None, voidReason=None)  # fmt: skip


def update_child(draft: Draft) -> Write | None:
    """The given name goes to the bonds that others hold."""
    given, world = draft.given, draft.world
    names = ("caseNumber", "givenName", "familyName", "birthDate", "birthDatePrecision", "interests")
    office_columns(draft, "givenName")
    something(draft, *names)
    bounded(draft, "birthDate", TODAY)
    if {"birthDate", "birthDatePrecision"} <= given.keys():
        known = (given["birthDate"] is None) == (given["birthDatePrecision"] is None)
        draft.alone(known, "BAD_USER_INPUT", "birthDatePrecision", "birthDate")
    own = draft.own("Child")
    if own is None:
        return None
    cells = chosen(given, *names)
    born = given.get("birthDate")
    if "birthDate" in given:
        draft.must(born is None or nothing_before(draft, own, born), "CONFLICT", "birthDate")
        if "birthDatePrecision" not in given:
            cells["birthDatePrecision"] = (own.cells["birthDatePrecision"] or "DAY") if born else None
    after: dict[str, Any] = own.cells | cells
    known = (after["birthDate"] is None) == (after["birthDatePrecision"] is None)
    draft.holds(known, "BAD_USER_INPUT", "birthDatePrecision")
    twins = world.of("Child", programme=own.programme, caseNumber=after["caseNumber"])
    draft.holds(all(row is own for row in twins), "CONFLICT", "caseNumber")

    def write() -> list[str]:
        world.change(own, cells)
        for row in list(world.rows.values()):
            if "givenName" in given and row.type == "SiblingBond" and row.cells["sibling"] == own.id:
                world.change(row, {"siblingName": given["givenName"]})
        return [own.id]

    return write


def move_to_programme(draft: Draft) -> Write | None:
    """Everything of a child goes with it."""
    given, world, day = draft.given, draft.world, draft.given.get("movedOn", TODAY)
    bounded(draft, "movedOn", BEGINS_BY)
    own, programme = draft.own("Child"), draft.link("Programme", "programmeId")
    if own is not None:
        draft.must(day >= own.cells["enrolledOn"], "CONFLICT", "movedOn")
        draft.must(day >= (own.cells["birthDate"] or ""), "CONFLICT", "movedOn")
    if programme is not None:
        draft.must(runs(programme, day), "CONFLICT", "movedOn")
    if own is None or programme is None:
        return None
    draft.must(own.programme != programme.id, "CONFLICT", "programmeId")
    number = given.get("caseNumber", own.cells["caseNumber"])
    twins = world.of("Child", programme=programme.id, caseNumber=number)
    draft.holds(all(row is own for row in twins), "CONFLICT", "caseNumber")

    def write() -> list[str]:
        to = {"programme": programme.id}
        world.change(own, {**to, "enrolledOn": day, **chosen(given, "caseNumber")})
        world.noticed(world.of("SiblingBond", sibling=own.id))
        for row in [row for row in world.rows.values() if row.cells.get("child") == own.id]:
            world.change(row, to)
        return [own.id]

    return write


Rule = Callable[[Draft], Write | None]
OFFICE_ONLY = {
    "startProgramme", "endProgramme", "openHome", "closeHome", "reopenHome", "voidHome", "moveToProgramme",
    "voidLegalStatus", "recordCaregiver", "recordCaregiverCheck", "moveCaregiver",
}  # fmt: skip
RULES: Mapping[str, Rule] = {
    "updateChild": update_child,
    "moveToProgramme": move_to_programme,
}
