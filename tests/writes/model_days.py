"""The rules of days, once more and by hand: bounds on both sides, and the life that a day lies in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tests.writes.model import TODAY, Draft, Kept

FIRST = "1900-01-01"
BEGINS_BY = "2031-11-22"
ENDS_BY = "2051-11-22"
NEVER_ENDS = "9999"
BEFORE_ALL = "0000"


def bounded(draft: Draft, name: str, latest: str) -> None:
    """A day that cannot be meant is refused before anything is looked up."""
    day = draft.given.get(name)
    if day is not None and not FIRST <= day <= latest:
        draft.faults.add(("BAD_USER_INPUT", f"input.{name}"))


def begun(row: Kept, day: str) -> bool:
    """Whether a row has begun by a day on which it is to end: of a day that lies ahead, before it."""
    return bool(row.cells["startedOn"] < day or row.cells["startedOn"] == day <= TODAY)


def lasts(row: Kept, day: str) -> bool:
    """Whether a row goes on behind a day, and holds a night at all."""
    return bool((row.cells["endedOn"] or NEVER_ENDS) > max(day, row.cells["startedOn"]))


def next_day(day: str) -> str:
    """The day after."""
    return str(date.fromisoformat(day) + timedelta(days=1))


def until(day: str, precision: str) -> str:
    """The last day of life that a death may mean, today at the latest; the days given are the first of their time."""
    first = date.fromisoformat(day)
    match precision:
        case "DAY":
            last = first
        case "MONTH":
            month = first.month % 12 + 1
            year = first.year + first.month // 12
            last = date(year, month, min(first.day, monthrange(year, month)[1])) - timedelta(days=1)
        case _:
            last = date(first.year + 1, first.month, first.day) - timedelta(days=1)
    return min(str(last), TODAY)


def last_day(child: Kept) -> str:
    """The last day on which a child may have lived."""
    died = child.cells.get("diedOn")
    return until(died, child.cells["diedOnPrecision"]) if died else NEVER_ENDS


def begins_in_life(draft: Draft, child: Kept, day: str, path: str = "startedOn") -> None:
    """Nothing of a child begins before its birth, or after its death."""
    draft.must((child.cells["birthDate"] or BEFORE_ALL) <= day, "CONFLICT", path)
    draft.must(day <= last_day(child), "CONFLICT", path)


def ends_in_life(draft: Draft, child: Kept, end: str | None, path: str) -> None:
    """Nothing of a child goes on after its death: the first day no longer there is the day after, at the latest."""
    last = last_day(child)
    draft.must(last == NEVER_ENDS or (end or NEVER_ENDS) <= next_day(last), "CONFLICT", path)


def nothing_before(draft: Draft, child: Kept, born: str) -> bool:
    """Whether nothing of a child on record is earlier than a birth date."""
    world = draft.world
    days = [child.cells["enrolledOn"]]
    if last_day(child) != NEVER_ENDS:
        days.append(last_day(child))
    for type_, link in (
        ("CareEpisode", "child"), ("Placement", "child"),
        ("SiblingBond", "child"), ("SiblingBond", "sibling"), ("CommunityLink", "child"),
        ("LegalStatus", "child"), ("TemporaryStay", "child"), ("CaregiverAssignment", "child"),
    ):  # fmt: skip
        days += [row.cells["startedOn"] for row in world.of(type_, **{link: child.id}) if world.sees(draft.who, row)]
    days += [row.cells["openedOn"] for row in world.of("GatekeepingAssessment", child=child.id)]
    return all(born <= day for day in days)


def admitted_earlier(draft: Draft, child: Kept, start: str, own: Kept | None = None) -> bool:
    """Whether a stay is the child's first, and begins before its programme has been responsible.

    The enrolment goes along then, where the office writes; a caseworker does not change it.
    """
    enrolled = child.cells["enrolledOn"]
    if start >= enrolled or (own is not None and own.cells["startedOn"] < enrolled):
        return False
    others = [row for row in draft.world.of("Placement", child=child.id) if row is not own]
    before = any(own is None or row.cells["startedOn"] < enrolled for row in others)
    moved = any(entry.operation == "moveToProgramme" for entry in child.past)
    first = not before and not moved
    draft.must(not first or draft.who.programme is None, "CONFLICT", "startedOn")
    return first


def known_since(sibling: Kept, start: str) -> str:
    """The day from which the bond of an admission is known."""
    return min(max(start, sibling.cells["birthDate"] or BEFORE_ALL), TODAY)
