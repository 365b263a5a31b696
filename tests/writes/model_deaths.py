"""The rules of deaths, once more and by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_days import NEVER_ENDS, bounded, next_day, until
from tests.writes.model_owed import let_siblings_know, no_longer_owed, nothing_to_tell, owed_again
from tests.writes.model_rules import Rule, crowded, note, something

CUT = ("CommunityLink", "LegalStatus")
"""Of what a death ends beside where a child lives, what keeps its first day where it was to begin later."""
TIED = (*CUT, "CaregiverAssignment", "TemporaryStay")
"""What a death ends of a child beside where it lives."""
AT_END = ("endedOn", "endReason", "destination")


def _of(draft: Draft, type_: str, child: Kept) -> list[Kept]:
    return list(draft.world.of(type_, child=child.id))


def _end(row: Kept, day: str) -> str:
    return max(day, next_day(row.cells["startedOn"]))


def _has_come(draft: Draft) -> None:
    """A day of death that lies ahead is none."""
    if draft.given.get("diedOn", TODAY) > TODAY:
        draft.faults.add(("BAD_USER_INPUT", "input.diedOn"))


def _stands(draft: Draft, child: Kept, day: str, precision: str, name: str, besides: Iterable[str] = ()) -> None:
    """What a death has to keep."""
    draft.must(day <= TODAY, "BAD_USER_INPUT", name)
    last = until(day, precision)
    born = child.cells["birthDate"]
    draft.must(born is None or born <= last, "CONFLICT", name)
    for type_ in ("Placement", *TIED):
        for row in _of(draft, type_, child):
            start, end = row.cells["startedOn"], row.cells["endedOn"]
            latest = next_day(max(last, start))
            over = end is not None and latest < end <= TODAY and row.id not in besides
            begun = last < start <= TODAY and (type_ not in CUT or (end or NEVER_ENDS) > latest)
            draft.must(not (over or begun), "CONFLICT", name)
            earlier = row.cells.get("endReason") == "DEATH" and end < day and row.id not in besides
            draft.must(not earlier or child.cells.get("diedOn"), "CONFLICT", name)


def _ends(draft: Draft, child: Kept, day: str, besides: str = "") -> None:
    """What ends with a death, and what it was."""
    world = draft.world
    for row in _of(draft, "Placement", child):
        if row.id == besides:
            continue
        if row.cells["startedOn"] > TODAY:
            world.change(row, {"voidReason": "The child has died."}, void=True)
        elif (row.cells["endedOn"] or NEVER_ENDS) > TODAY:
            keep(draft, row)
            world.change(row, {"endedOn": _end(row, day), "endReason": "DEATH"})
    for row in (row for type_ in TIED for row in _of(draft, type_, child)):
        end = _end(row, day)
        if row.type not in CUT and row.cells["startedOn"] > TODAY:
            world.change(row, {"voidReason": "The child has died."}, void=True)
        elif (row.cells["endedOn"] or NEVER_ENDS) > TODAY and row.cells["endedOn"] != end:
            keep(draft, row)
            world.change(row, {"endedOn": end} | ({"endReason": "DIED"} if row.type == "CaregiverAssignment" else {}))
    for row in _of(draft, "CareEpisode", child):
        end = _end(row, day)
        if (row.cells["endedOn"] or NEVER_ENDS) > end:
            keep(draft, row)
            world.change(row, {"endedOn": end, "destination": "DEATH"})


def keep(draft: Draft, row: Kept) -> None:
    """What a row was before a death ended it."""
    draft.world.before_death[row.id] = {name: row.cells.get(name) for name in AT_END if name in row.cells}


def say(draft: Draft, child: Kept, day: str | None, precision: str | None) -> None:
    """The day of death, of the child."""
    draft.world.change(child, {"diedOn": day, "diedOnPrecision": precision})


def record_death(draft: Draft) -> Write | None:
    """Said once; what is open and what is planned ends."""
    bounded(draft, "diedOn", TODAY)
    own, day, precision = draft.own("Child"), draft.given["diedOn"], draft.given.get("diedOnPrecision", "DAY")
    _has_come(draft)
    if own is None:
        return None
    draft.must(own.cells.get("diedOn") is None, "CONFLICT", "diedOn")
    _stands(draft, own, day, precision, "diedOn")

    def write() -> list[str]:
        say(draft, own, day, precision)
        no_longer_owed(draft, own, day, "CHILD_DIED")
        let_siblings_know(draft, own)
        _ends(draft, own, day)
        return [own.id]

    return write


def _stay(draft: Draft, child: Kept) -> Kept | None:
    rows = [row for row in _of(draft, "Placement", child) if row.cells["endReason"] == "DEATH"]
    return max(rows, key=lambda row: str(row.cells["startedOn"]), default=None)


def _ties(draft: Draft, child: Kept) -> list[Kept]:
    rows = [row for type_ in (*TIED, "CareEpisode") for row in _of(draft, type_, child)]
    return [row for row in rows if row.id in draft.world.before_death]


def _room(draft: Draft, stay: Kept, home: Kept | None, end: str | None) -> str | None:
    """Room for days that a placement takes anew; the day on which there is none."""
    if (end or NEVER_ENDS) <= stay.cells["endedOn"] or stay.cells["home"] is None:
        return None
    if home is None:
        draft.missing.add(("FORBIDDEN", "input.id"))
        return None
    day = crowded(draft, home, 1, stay.cells["endedOn"], end, besides=stay.id)
    draft.must(day is None or ("exception" in draft.given and stay.cells["endedOn"] <= TODAY), "CONFLICT", "id")
    return day


def correct_death(draft: Draft) -> Write | None:
    """Its ends go along."""
    given, world = draft.given, draft.world
    something(draft, "diedOn", "diedOnPrecision")
    _has_come(draft)
    bounded(draft, "diedOn", TODAY)
    own = draft.own("Child")
    if own is None:
        return None
    day, precision = (given.get(name, own.cells.get(name)) for name in ("diedOn", "diedOnPrecision"))
    stay, ties = _stay(draft, own), _ties(draft, own)
    if day is None or own.cells.get("diedOn") is None:
        draft.must(False, "CONFLICT", "id")
        if day is None:
            draft.must(False, "BAD_USER_INPUT", "diedOn")
    if day is not None:
        besides = [row.id for row in (stay, *ties) if row is not None]
        _stands(draft, own, day, precision or "DAY", "diedOn", besides=besides)
    full, end = None, None
    if stay is not None and day is not None:
        home = world.find(draft.who, "Home", stay.cells["home"])
        end = _end(stay, day)
        full = _room(draft, stay, home, end)
        closed = home.cells["closedOn"] if home is not None else None
        draft.must(closed is None or end <= closed, "CONFLICT", "diedOn")

    def write() -> list[str]:
        say(draft, own, day, precision)
        if stay is not None:
            world.change(stay, {"endedOn": end, "endReason": "DEATH"})
            note(draft, stay, full)
        owed_again(draft, own, day)
        for row in ties:
            was = world.before_death[row.id]["endedOn"] or NEVER_ENDS
            moved = min(was, _end(row, day or ""))
            if moved != row.cells["endedOn"]:
                world.change(row, {"endedOn": moved})
        return [own.id]

    return write


def void_death(draft: Draft) -> Write | None:
    """What it ended goes on."""
    world, own = draft.world, draft.own("Child")
    if own is None:
        return None
    draft.must(own.cells.get("diedOn") is not None, "CONFLICT", "id")
    stay, ties, full, back = _stay(draft, own), _ties(draft, own), None, Cells()
    if stay is not None:
        home = world.find(draft.who, "Home", stay.cells["home"])
        closed = home.cells["closedOn"] if home is not None else None
        back = dict(world.before_death.get(stay.id, {"endedOn": None, "endReason": None}))
        if closed is not None and closed < (back["endedOn"] or NEVER_ENDS):
            back = {"endedOn": closed, "endReason": "HOME_CLOSED"}
        full = _room(draft, stay, home, back["endedOn"])

    def write() -> list[str]:
        say(draft, own, None, None)
        if stay is not None:
            world.change(stay, back)
            note(draft, stay, full)
        for row in ties:
            was = world.before_death.pop(row.id)
            if was["endedOn"] != row.cells["endedOn"]:
                world.change(row, was)
        owed_again(draft, own, None)
        nothing_to_tell(draft, own)
        return [own.id]

    return write


DEATHS: Mapping[str, Rule] = {
    "recordDeath": record_death,
    "correctDeath": correct_death,
    "voidDeath": void_death,
}
