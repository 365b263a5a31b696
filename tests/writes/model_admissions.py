"""The rules of children who come, once more and by hand: registered, admitted, taken into care."""

from __future__ import annotations

from collections.abc import Mapping

from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_carers import follow
from tests.writes.model_days import (
    BEGINS_BY,
    admitted_earlier,
    begins_in_life,
    bounded,
    ends_in_life,
    known_since,
    last_day,
    lasts,
)
from tests.writes.model_owed import asked, link_or_open, newest
from tests.writes.model_rules import Rule, bind, chosen, comes_to, created, place, runs

NOT_SAID_OF_CARE = (
    "reasons", "primaryReason", "enteredFrom", "referredBy", "parentsAtEntry", "familyLocality", "familyLatitudeE2",
    "familyLongitudeE2", "endedOn", "destination", "followUpUntil", "voidReason",
)  # fmt: skip
"""What an admission leaves empty of a time in care."""
ALONE = {"POVERTY"}
"""Reasons for which alone nobody plans to take a child in."""


def _begin(draft: Draft, id_: str, child: Kept, why: Cells) -> Kept:
    """The time in care that begins with an admission."""
    begun = {"child": child.id, "programme": child.cells["programme"], "startedOn": draft.given["startedOn"], **why}
    empty = {name: None for name in NOT_SAID_OF_CARE if name not in begun}
    answers = dict.fromkeys(("emergency", "disabledAtEntry"), "NOT_KNOWN")
    return draft.world.create("CareEpisode", id_, begun, **empty, **answers)


def reckon_reason(draft: Draft, child: Kept, **along: object) -> None:
    """Why the child came into care the last time is said by its newest time in care."""
    times = list(draft.world.of("CareEpisode", child=child.id))
    why = max(times, key=lambda row: newest(row, "startedOn")).cells["primaryReason"] if times else None
    if along or why != child.cells.get("reasonForCare"):
        draft.world.change(child, {"reasonForCare": why, **along})


def _new_child(draft: Draft, **more: object) -> tuple[Cells, Cells]:
    """What is on record of a child as it comes."""
    given = draft.given
    cells = {**more, **chosen(given, "caseNumber", "givenName", "familyName", "birthDate", "sex")}
    if "birthDate" in given:
        cells["birthDatePrecision"] = "DAY" if given["birthDate"] else None
    names = ("familyName", "birthDate", "birthDatePrecision", "firstLanguage", "interests", "reasonForCare")
    return cells, {name: None for name in names if name not in cells}


def _number_is_new(draft: Draft, programme: Kept) -> None:
    taken = any(draft.world.of("Child", programme=programme.id, caseNumber=draft.given["caseNumber"]))
    draft.must(not taken, "CONFLICT", "caseNumber")


def register_child(draft: Draft) -> Write | None:
    """Of a child of whom nothing is decided it is on record who it is."""
    given, day, id_ = draft.given, draft.given.get("enrolledOn", TODAY), created(draft, "Child")
    bounded(draft, "enrolledOn", BEGINS_BY)
    bounded(draft, "birthDate", TODAY)
    programme, born = draft.link("Programme", "programmeId"), given.get("birthDate")
    draft.alone(born is None or born <= day, "CONFLICT", "enrolledOn", "birthDate")
    if programme is None:
        return None
    draft.must(runs(programme, day), "CONFLICT", "enrolledOn")
    _number_is_new(draft, programme)

    def write() -> list[str]:
        cells, empty = _new_child(draft, programme=programme.id, enrolledOn=day)
        return [draft.world.create("Child", id_, cells, **empty).id]

    return write


def admit_child(draft: Draft) -> Write | None:
    """The child, its first home, its bonds: all or nothing."""
    given, world, start = draft.given, draft.world, draft.given["startedOn"]
    id_ = created(draft, "Child")
    bounded(draft, "startedOn", BEGINS_BY)
    bounded(draft, "birthDate", TODAY)
    programme, home = draft.link("Programme", "programmeId"), draft.link("Home", "homeId")
    siblings = _siblings(draft)
    born = given.get("birthDate")
    draft.alone(born is None or born <= start, "CONFLICT", "startedOn", "birthDate")
    if programme is not None:
        draft.must(runs(programme, start), "CONFLICT", "startedOn")
        _number_is_new(draft, programme)
    broken = {} if home is None else comes_to(draft, home, 1, start)
    if programme is None or home is None:
        return None

    def write() -> list[str]:
        reason = given["reasonForCare"]
        cells, empty = _new_child(draft, programme=programme.id, enrolledOn=start, reasonForCare=reason)
        child = world.create("Child", id_, cells, **empty)
        care = _begin(draft, world.placeholder("CareEpisode"), child, {"reasons": [reason], "primaryReason": reason})
        follow(draft, [place(draft, world.placeholder("Placement"), child, home, "ADMISSION", broken)], home, (), start)
        link_or_open(draft, care, None)
        for each, sibling in siblings:
            known = known_since(sibling, start)
            bind(draft, world.placeholder("SiblingBond"), child, sibling, each["kind"], known)
            bind(draft, world.placeholder("SiblingBond"), sibling, child, each["kind"], known)
        return [child.id]

    return write


def _siblings(draft: Draft) -> list[tuple[Cells, Kept]]:
    """Those whom an admission names, each once, and alive when the bond is known."""
    wanted, start, found = draft.given.get("siblings", []), draft.given["startedOn"], list[tuple[Cells, Kept]]()
    for place_of, each in enumerate(wanted):
        sibling = draft.world.find(draft.who, "Child", each["siblingId"])
        if sibling is None:
            draft.missing.add(("NOT_FOUND", f"input.siblings.{place_of}.siblingId"))
        else:
            found.append((each, sibling))
            draft.must(known_since(sibling, start) <= last_day(sibling), "CONFLICT", f"siblings.{place_of}")
    if len({each["siblingId"] for each in wanted}) < len(wanted):
        draft.faults.add(("BAD_USER_INPUT", "input.siblings"))
    return found


def begin_care(draft: Draft) -> Write | None:
    """A child on record comes into care: for the first time, or again; where it lives then may be found later."""
    given, world, start = draft.given, draft.world, draft.given["startedOn"]
    id_ = created(draft, "CareEpisode")
    bounded(draft, "startedOn", BEGINS_BY)
    child = draft.link("Child", "childId")
    home = draft.link("Home", "homeId") if "homeId" in given else None
    draft.must(start <= TODAY or not set(given["reasons"]) <= ALONE, "CONFLICT", "reasons")
    if child is not None:
        begins_in_life(draft, child, start)
        ends_in_life(draft, child, None, "startedOn")
        draft.must(
            not any(lasts(row, start) for row in world.of("CareEpisode", child=child.id)), "CONFLICT", "startedOn"
        )
    first, broken = False, {} if home is None else comes_to(draft, home, 1, start)
    if child is not None and "homeId" in given:
        draft.must(runs(world.rows[child.programme], start), "CONFLICT", "startedOn")
        draft.must(not any(lasts(row, start) for row in world.of("Placement", child=child.id)), "CONFLICT", "startedOn")
        first = admitted_earlier(draft, child, start)
    draft.must("homeId" in given or "exception" not in given, "BAD_USER_INPUT", "arrangement")
    if child is None or (home is None and "homeId" in given):
        return None

    def write() -> list[str]:
        row = asked(draft, child)
        earlier = start < child.cells["enrolledOn"] and "homeId" in given and draft.who.programme is None
        care = _begin(draft, id_, child, chosen(given, "reasons", "primaryReason"))
        enrolled = start if first else child.cells["enrolledOn"]
        along = {"enrolledOn": enrolled} if earlier and first else {}
        reckon_reason(draft, child, **along)
        if home is not None:
            placed = place(draft, world.placeholder("Placement"), child, home, "ADMISSION", broken)
            follow(draft, [placed], home, (), start)
        link_or_open(draft, care, row)
        return [care.id]

    return write


ADMISSIONS: Mapping[str, Rule] = {
    "registerChild": register_child,
    "admitChild": admit_child,
    "beginCare": begin_care,
}
