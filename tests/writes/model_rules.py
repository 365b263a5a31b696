"""The rules of each mutation, once more and by hand: what it needs, what refuses it, what it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_days import (
    BEGINS_BY,
    ENDS_BY,
    NEVER_ENDS,
    bounded,
    known_since,
    last_day,
    nothing_before,
)


def lives(row: Kept, day: str) -> bool:
    """Whether a placement holds on a day."""
    return bool(row.cells["startedOn"] <= day < (row.cells["endedOn"] or NEVER_ENDS))


def crowded(draft: Draft, home: Kept, arriving: int, start: str, end: str | None, besides: str = "") -> str | None:
    """The first day on which a home would hold too many, with so many more from a day on."""
    stays = [row for row in draft.world.of("Placement", home=home.id) if row.id != besides]
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


def start_programme(draft: Draft) -> Write:
    """A programme of the own country."""
    given, id_ = draft.given, created(draft, "Programme")
    bounded(draft, "startedOn", BEGINS_BY)
    bounded(draft, "endedOn", ENDS_BY)
    draft.alone(
        given.get("endedOn") is None or given["endedOn"] > given["startedOn"], "CONFLICT", "endedOn", "startedOn"
    )
    cells = {"country": draft.who.country, **chosen(given, "name", "kind", "startedOn", "endedOn")}
    rest = {"endedOn": None, "annualBudget": None, "jurisdiction": None, "peopleReached": "0", "voidReason": None}
    return lambda: [draft.world.create("Programme", id_, cells, **rest).id]


def open_home(draft: Draft) -> Write | None:
    """A home of a programme that runs."""
    given, id_ = draft.given, created(draft, "Home")
    bounded(draft, "openedOn", BEGINS_BY)
    draft.alone(given["capacity"] > 0, "BAD_USER_INPUT", "capacity")
    programme = draft.link("Programme", "programmeId")
    if programme is None:
        return None
    draft.must(runs(programme, given["openedOn"]), "CONFLICT", "openedOn")
    cells = {"programme": programme.id, **chosen(given, "name", "form", "capacity", "openedOn", "locality")}
    return lambda: [
        draft.world.create("Home", id_, cells, locality=cells.get("locality"), closedOn=None, voidReason=None).id
    ]


def update_home(draft: Draft) -> Write | None:
    """Its name goes to its placements, also to those that were taken back."""
    given = draft.given
    office_columns(draft, "name", "capacity")
    something(draft, "name", "capacity", "locality")
    draft.alone(given.get("capacity", 1) > 0, "BAD_USER_INPUT", "capacity")
    own = draft.own("Home")
    if own is None:
        return None
    if "capacity" in given:
        fits = crowded(draft, own, 0, TODAY, None) is None or own.cells["capacity"] <= given["capacity"]
        draft.must(fits, "CONFLICT", "capacity")

    def write() -> list[str]:
        draft.world.change(own, chosen(given, "name", "capacity", "locality"))
        for row in draft.world.rows.values():
            if "name" in given and row.type == "Placement" and row.cells["home"] == own.id:
                draft.world.change(row, {"homeName": given["name"]})
        return [own.id]

    return write


def close_home(draft: Draft) -> Write | None:
    """A home closes when the last child has gone."""
    bounded(draft, "closedOn", ENDS_BY)
    own, day = draft.own("Home"), draft.given["closedOn"]
    if own is None:
        return None
    draft.must(own.cells["closedOn"] is None, "CONFLICT", "id")
    draft.must(day > own.cells["openedOn"], "CONFLICT", "closedOn")
    stays = draft.world.of("Placement", home=own.id)
    draft.must(all((row.cells["endedOn"] or NEVER_ENDS) <= day for row in stays), "CONFLICT", "closedOn")

    def write() -> list[str]:
        draft.world.change(own, {"closedOn": day})
        return [own.id]

    return write


def reopen_home(draft: Draft) -> Write | None:
    """It goes on, under a programme that goes on too."""
    own = draft.own("Home")
    if own is None:
        return None
    closed = own.cells["closedOn"]
    draft.must(closed is not None, "CONFLICT", "id")
    draft.must(closed is not None and runs(draft.world.rows[own.programme], closed), "CONFLICT", "id")

    def write() -> list[str]:
        draft.world.change(own, {"closedOn": None})
        return [own.id]

    return write


def void_home(draft: Draft) -> Write | None:
    """Nobody has lived there, and nothing is tied to it."""
    own, world = draft.own("Home"), draft.world
    if own is None:
        return None
    leans = any(world.of("Placement", home=own.id)) or any(world.of("CommunityLink", home=own.id))
    draft.must(not leans, "CONFLICT", "id")

    def write() -> list[str]:
        world.change(own, {"voidReason": draft.given["reason"]}, void=True)
        return [own.id]

    return write


def end_programme(draft: Draft) -> Write | None:
    """Its homes are closed by then, and no child of it lives in one."""
    bounded(draft, "endedOn", ENDS_BY)
    own, world, day = draft.own("Programme"), draft.world, draft.given["endedOn"]
    if own is None:
        return None
    draft.must((own.cells["endedOn"] or NEVER_ENDS) > TODAY, "CONFLICT", "id")
    draft.must(day > own.cells["startedOn"], "CONFLICT", "endedOn")
    homes, stays = world.of("Home", programme=own.id), world.of("Placement", programme=own.id)
    draft.must(all((row.cells["closedOn"] or NEVER_ENDS) <= day for row in homes), "CONFLICT", "endedOn")
    draft.must(all((row.cells["endedOn"] or NEVER_ENDS) <= day for row in stays), "CONFLICT", "endedOn")
    children = world.of("Child", programme=own.id)
    draft.must(all(row.cells["enrolledOn"] < day for row in children), "CONFLICT", "endedOn")

    def write() -> list[str]:
        world.change(own, {"endedOn": day})
        return [own.id]

    return write


NOT_SAID_OF_CARE = (
    "enteredFrom", "referredBy", "parentsAtEntry", "familyLocality", "familyLatitudeE2", "familyLongitudeE2", "endedOn",
    "destination", "followUpUntil", "voidReason",
)  # fmt: skip
"""What an admission leaves empty of a time in care."""


def care_on(draft: Draft, child: Kept, day: str) -> Kept | None:
    """The time in care that a day of a child lies in."""
    return next((row for row in draft.world.of("CareEpisode", child=child.id) if lives(row, day)), None)


def take_in(draft: Draft, child: Kept) -> Kept:
    """The time in care that begins with an admission."""
    reason, world = draft.given["reasonForCare"], draft.world
    begun = {"child": child.id, "programme": child.cells["programme"], "startedOn": draft.given["startedOn"]}
    why = {"reasons": [reason], "primaryReason": reason}
    empty = dict.fromkeys(NOT_SAID_OF_CARE)
    answers = dict.fromkeys(("emergency", "disabledAtEntry"), "NOT_KNOWN")
    return world.create("CareEpisode", world.placeholder("CareEpisode"), begun | why, **empty, **answers)


def place(draft: Draft, id_: str, child: Kept, home: Kept, why: str, day: str | None) -> Kept:
    """A new placement, and the exception that was made for it."""
    care = care_on(draft, child, draft.given["startedOn"])
    row = draft.world.create("Placement", id_, {
        "careEpisode": care and care.id,
        "child": child.id, "home": home.id, "programme": child.cells["programme"], "homeName": home.cells["name"],
        "startedOn": draft.given["startedOn"], "startReason": draft.given.get("startReason", why),
    }, endedOn=None, endReason=None, voidReason=None)  # fmt: skip
    note(draft, row, day)
    return row


def note(draft: Draft, row: Kept, day: str | None) -> None:
    """That a rule was broken stays on record."""
    if "exception" in draft.given and day is not None:
        draft.world.create("PlacementException", draft.world.placeholder("PlacementException"), {
            "child": row.cells["child"], "placement": row.id, "home": row.cells["home"],
            "programme": row.cells["programme"], "rule": "CAPACITY", "dated": day, **draft.given["exception"],
        })  # fmt: skip


def bind(draft: Draft, id_: str, one: Kept, other: Kept, kind: str, day: str) -> None:
    """The bond that one child holds to another."""
    draft.world.create("SiblingBond", id_, {
        "child": one.id, "sibling": other.id, "programme": one.cells["programme"],
        "siblingName": other.cells["givenName"], "kind": kind, "startedOn": day,
    }, endedOn=None, voidReason=None)  # fmt: skip


def admit_child(draft: Draft) -> Write | None:
    """The child, its first home, its bonds: all or nothing."""
    given, world, start = draft.given, draft.world, draft.given["startedOn"]
    id_ = created(draft, "Child")
    bounded(draft, "startedOn", BEGINS_BY)
    bounded(draft, "birthDate", TODAY)
    programme, home = draft.link("Programme", "programmeId"), draft.link("Home", "homeId")
    wanted = given.get("siblings", [])
    found = [world.find(draft.who, "Child", each["siblingId"]) for each in wanted]
    siblings = [each for each in found if each is not None]
    for place_of, each in enumerate(found):
        if each is None:
            draft.missing.add(("NOT_FOUND", f"input.siblings.{place_of}.siblingId"))
        else:
            draft.must(known_since(each, start) <= last_day(each), "CONFLICT", f"siblings.{place_of}")
    if len({each["siblingId"] for each in wanted}) < len(wanted):
        draft.faults.add(("BAD_USER_INPUT", "input.siblings"))
    born = given.get("birthDate")
    draft.alone(born is None or born <= start, "CONFLICT", "startedOn", "birthDate")
    if programme is not None:
        draft.must(runs(programme, start), "CONFLICT", "startedOn")
        taken = any(world.of("Child", programme=programme.id, caseNumber=given["caseNumber"]))
        draft.must(not taken, "CONFLICT", "caseNumber")
    day = None
    if home is not None:
        draft.must(opened(home, start, None), "CONFLICT", "startedOn")
        day = crowded(draft, home, 1, start, None)
        room(draft, day, start)
    if programme is None or home is None:
        return None

    def write() -> list[str]:
        cells = {"programme": programme.id, "enrolledOn": start}
        cells |= chosen(given, "caseNumber", "givenName", "familyName", "birthDate", "sex", "reasonForCare")
        if "birthDate" in given:
            cells["birthDatePrecision"] = "DAY" if born else None
        rest = dict.fromkeys(("familyName", "birthDate", "birthDatePrecision", "firstLanguage", "interests"))
        child = world.create("Child", id_, cells, **{key: None for key in rest if key not in cells})
        take_in(draft, child)
        place(draft, world.placeholder("Placement"), child, home, "ADMISSION", day)
        for each, sibling in zip(wanted, siblings, strict=True):
            known = known_since(sibling, start)
            bind(draft, world.placeholder("SiblingBond"), child, sibling, each["kind"], known)
            bind(draft, world.placeholder("SiblingBond"), sibling, child, each["kind"], known)
        return [child.id]

    return write


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
    "voidLegalStatus",
}  # fmt: skip
RULES: Mapping[str, Rule] = {
    "startProgramme": start_programme,
    "openHome": open_home,
    "updateHome": update_home,
    "endProgramme": end_programme,
    "closeHome": close_home,
    "reopenHome": reopen_home,
    "voidHome": void_home,
    "admitChild": admit_child,
    "updateChild": update_child,
    "moveToProgramme": move_to_programme,
}
