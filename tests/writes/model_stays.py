"""The rules of placements, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from graph.entities.placement_reasons import STAYS_IN_CARE
from tests.writes.model import TODAY, Cells, Draft, Kept, Write
from tests.writes.model_care import CARE, REASON_OF
from tests.writes.model_days import (
    BEGINS_BY,
    ENDS_BY,
    NEVER_ENDS,
    admitted_earlier,
    begins_in_life,
    begun,
    bounded,
    ends_in_life,
    lasts,
)
from tests.writes.model_deaths import DEATHS
from tests.writes.model_rules import (
    RULES,
    Rule,
    care_on,
    created,
    crowded,
    lives,
    note,
    opened,
    place,
    room,
    runs,
    something,
)
from tests.writes.model_ties import TIES


def _home(draft: Draft) -> Kept | None:
    return draft.link("Home", "homeId")


def _comes(draft: Draft, child: Kept, path: str = "startedOn") -> None:
    """What holds of a child who comes to a home."""
    world, start = draft.world, draft.given["startedOn"]
    later = [row for row in world.of("Placement", child=child.id) if not begun(row, start) and lasts(row, start)]
    draft.must(not later, "CONFLICT", path)
    draft.must(runs(world.rows[child.programme], start), "CONFLICT", path)
    begins_in_life(draft, child, start, path)
    ends_in_life(draft, child, None, path)
    care = care_on(draft, child, start)
    draft.must(start <= TODAY or care is not None, "CONFLICT", path)
    # Where the child comes goes on, and care that has an end does not.
    draft.must(care is None or care.cells["endedOn"] is None, "CONFLICT", path)


def _takes(draft: Draft, home: Kept, many: int) -> str | None:
    """What holds of a home to which children come; the answer is the day on which it is too full."""
    start = draft.given["startedOn"]
    draft.must(opened(home, start, None), "CONFLICT", "startedOn")
    day = crowded(draft, home, many, start, None)
    room(draft, day, start)
    return day


def _admit_earlier(draft: Draft, children: list[Kept]) -> list[Kept]:
    start = draft.given["startedOn"]
    return [child for child in children if admitted_earlier(draft, child, start)]


def _enrol(draft: Draft, children: list[Kept]) -> None:
    for child in children:
        draft.world.change(child, {"enrolledOn": draft.given["startedOn"]})


def _present(draft: Draft, child: Kept) -> list[Kept]:
    start = draft.given["startedOn"]
    stays = draft.world.of("Placement", child=child.id)
    return [row for row in stays if begun(row, start) and lives(row, start)]


def _leave(draft: Draft, child: Kept) -> None:
    for row in _present(draft, child):
        draft.world.change(
            row, {"endedOn": draft.given["startedOn"], "endReason": draft.given.get("endReason", "MOVE")}
        )


def place_child(draft: Draft) -> Write | None:
    """The present placement ends on the day on which the next begins."""
    id_ = created(draft, "Placement")
    bounded(draft, "startedOn", BEGINS_BY)
    child, home = draft.link("Child", "childId"), _home(draft)
    earlier: list[Kept] = []
    if child is not None:
        _comes(draft, child)
        earlier = _admit_earlier(draft, [child])
    day = _takes(draft, home, 1) if home is not None else None
    if child is None or home is None:
        return None
    draft.must(all(row.cells["home"] != home.id for row in _present(draft, child)), "CONFLICT", "homeId")

    def write() -> list[str]:
        _leave(draft, child)
        placed = place(draft, id_, child, home, "MOVE", day)
        _enrol(draft, earlier)
        return [placed.id]

    return write


def place_siblings(draft: Draft) -> Write | None:
    """All of them, or nobody; who lives there already stays."""
    wanted: list[str] = draft.given["childIds"]
    if len(set(wanted)) < len(wanted):
        draft.faults.add(("BAD_USER_INPUT", "input.childIds"))
    bounded(draft, "startedOn", BEGINS_BY)
    home = _home(draft)
    found = [draft.world.find(draft.who, "Child", each) for each in wanted]
    children = [child for child in found if child is not None]
    all_there = len(children) == len(wanted)
    draft.missing |= {("NOT_FOUND", f"input.childIds.{at}") for at, child in enumerate(found) if child is None}
    draft.must(not all_there or (len(wanted) > 1 and _related(draft, wanted)), "CONFLICT", "childIds")
    if home is None:
        return None
    there = {child.id: row.id for child in children for row in _present(draft, child) if row.cells["home"] == home.id}
    movers = [child for child in children if child.id not in there]
    draft.must(movers or not all_there, "CONFLICT", "homeId")
    for child in movers:
        _comes(draft, child, f"childIds.{wanted.index(child.id)}")
    day = _takes(draft, home, len(movers))
    earlier = _admit_earlier(draft, movers)

    def write() -> list[str]:
        for child in movers:
            _leave(draft, child)
            row = place(draft, draft.world.placeholder("Placement"), child, home, "MOVE", day)
            there[child.id] = row.id
        _enrol(draft, earlier)
        return [there[each] for each in wanted]

    return write


def _related(draft: Draft, wanted: list[str]) -> bool:
    """Whether bonds that the caller sees lead from the first to every other."""
    reached = {wanted[0]}
    for _ in wanted:
        for bond in draft.world.of("SiblingBond"):
            near, far = bond.cells["child"], bond.cells["sibling"]
            if near in reached and far in wanted and lives(bond, draft.given["startedOn"]):
                reached.add(far)
    return reached == set(wanted)


def end_placement(draft: Draft) -> Write | None:
    """Somebody leaves, not later than was planned."""
    bounded(draft, "endedOn", ENDS_BY)
    own, day = draft.own("Placement"), draft.given["endedOn"]
    if own is None:
        return None
    ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    ended = own.cells["endedOn"] or NEVER_ENDS
    draft.must(ended > TODAY, "CONFLICT", "id")
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    draft.must(day <= ended, "CONFLICT", "endedOn")
    draft.must(draft.given["endReason"] in STAYS_IN_CARE, "BAD_USER_INPUT", "endReason")

    def write() -> list[str]:
        draft.world.change(own, {"endedOn": day, "endReason": draft.given["endReason"]})
        return [own.id]

    return write


def _by_itself(draft: Draft) -> None:
    """What the input alone shows to be wrong, whichever row it names."""
    given = draft.given
    if given.get("startedOn") is not None and given.get("endedOn") is not None:
        draft.alone(given["endedOn"] >= given["startedOn"], "CONFLICT", "endedOn", "startedOn")
    half = "endedOn" in given and given["endedOn"] is None and "endReason" in given
    draft.alone(not half, "BAD_USER_INPUT", "endReason")


def _spans(draft: Draft, start: str, end: str | None, why: str | None) -> None:
    """What holds of the days of a correction, and of the reason of the end."""
    draft.must(end is None or end >= start, "CONFLICT", "endedOn")
    draft.must(end is None or why is not None, "BAD_USER_INPUT", "endReason")


def correct_placement(draft: Draft) -> Write | None:
    """What a correction says holds as if it had been so from the start."""
    given, world = draft.given, draft.world
    something(draft, "homeId", "startedOn", "endedOn", "startReason", "endReason", "exception")
    bounded(draft, "startedOn", BEGINS_BY)
    bounded(draft, "endedOn", ENDS_BY)
    _by_itself(draft)
    own = draft.own("Placement")
    home = _home(draft) if "homeId" in given else None
    if own is None:
        return None
    if "homeId" not in given:
        home = world.find(draft.who, "Home", own.cells["home"])
        if home is None:
            draft.missing.add(("FORBIDDEN", "input.id"))
    start = str(given.get("startedOn", own.cells["startedOn"]))
    end: str | None = given.get("endedOn", own.cells["endedOn"])
    why = given.get("endReason", own.cells["endReason"])
    child = world.rows[own.cells["child"]]
    _spans(draft, start, end, why)
    begins_in_life(draft, child, start)
    ends_in_life(draft, child, end, "endedOn" if "endedOn" in given else "startedOn")
    as_it_was = (end, why) == (own.cells["endedOn"], own.cells["endReason"])
    draft.must(own.cells["endReason"] != "DEATH" or as_it_was, "CONFLICT", "endedOn")
    draft.must(why in (None, *STAYS_IN_CARE, own.cells["endReason"]), "BAD_USER_INPUT", "endReason")
    died = child.cells.get("diedOn")
    dies = why == "DEATH" and end is not None and not as_it_was
    draft.must(not dies or (died is not None and str(end) >= died), "CONFLICT", "endReason")
    first = "startedOn" in given and admitted_earlier(draft, child, start, own)
    responsible = runs(world.rows[own.programme], start) or (start < child.cells["enrolledOn"] and not first)
    draft.must(responsible, "CONFLICT", "startedOn")
    others = [row for row in world.of("Placement", child=child.id) if row is not own]
    meets = [row for row in others if lasts(row, start) and (end or NEVER_ENDS) > max(start, row.cells["startedOn"])]
    draft.must(not meets, "CONFLICT", "startedOn")
    if home is None:
        return None
    draft.must(opened(home, start, end), "CONFLICT", "startedOn")
    day = crowded(draft, home, 1, start, end, besides=own.id)
    longer = (end or NEVER_ENDS) > (own.cells["endedOn"] or NEVER_ENDS)
    further = home.id != own.cells["home"] or start < own.cells["startedOn"] or longer
    room(draft, day, start, unless=not further)

    def write() -> list[str]:
        cells: dict[str, object] = {}
        if "homeId" in given:
            cells |= {"home": home.id, "homeName": home.cells["name"]}
        cells |= {name: given[name] for name in ("startedOn", "endedOn", "startReason") if name in given}
        if "endedOn" in given or "endReason" in given:
            cells["endReason"] = None if end is None else why
        _correct(draft, own, cells)
        note(draft, own, day)
        if first:
            world.change(child, {"enrolledOn": start})
        return [own.id]

    return write


def _correct(draft: Draft, own: Kept, cells: Cells) -> None:
    """Care that ended with the placement ends with it still, or goes on; what began with it begins so."""
    was = dict(own.cells)
    draft.world.change(own, cells)
    care = draft.world.rows.get(own.cells["careEpisode"] or "")
    if care is None or care.void:
        return
    to_be: Cells = {}
    others = [row for row in draft.world.of("Placement", careEpisode=care.id) if row is not own]
    twin = any(row.cells["startedOn"] == was["startedOn"] for row in others)
    if care.cells["startedOn"] == was["startedOn"] and (not twin or own.cells["startedOn"] < was["startedOn"]):
        to_be["startedOn"] = own.cells["startedOn"]
    last = all(row.cells["endedOn"] != was["endedOn"] or row.cells["startedOn"] <= was["startedOn"] for row in others)
    died = care.cells["destination"] == "DEATH"
    if was["endedOn"] is not None and care.cells["endedOn"] == was["endedOn"] and last and not died:
        said = {reason: to for to, reason in REASON_OF.items() if reason != "OTHER"}.get(own.cells["endReason"])
        said = care.cells["destination"] if own.cells["endReason"] == was["endReason"] else said
        end = own.cells["endedOn"] if said else None
        to_be |= {"endedOn": end, "destination": said if end else None}
    if any(care.cells[name] != value for name, value in to_be.items()):
        # The days of a time in care are written together, and what became of the child with them.
        days = {name: care.cells[name] for name in ("startedOn", "endedOn", "destination")}
        draft.world.change(care, days | to_be)


def void_placement(draft: Draft) -> Write | None:
    """It never was; it stays on record."""
    own = draft.own("Placement")
    if own is None:
        return None

    def write() -> list[str]:
        draft.world.change(own, {"voidReason": draft.given["reason"]}, void=True)
        return [own.id]

    return write


ALL_RULES: Mapping[str, Rule] = {
    **RULES,
    **TIES,
    **DEATHS,
    **CARE,
    "placeChild": place_child,
    "placeSiblings": place_siblings,
    "endPlacement": end_placement,
    "correctPlacement": correct_placement,
    "voidPlacement": void_placement,
}
