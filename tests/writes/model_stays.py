"""The rules of placements, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from graph.entities.placement_reasons import STAYS_IN_CARE
from tests.writes.model import TODAY, Draft, Kept, Write
from tests.writes.model_admissions import ADMISSIONS
from tests.writes.model_away import AWAY, end_along, nothing_begins_behind
from tests.writes.model_care import CARE
from tests.writes.model_carers import CARERS, follow
from tests.writes.model_corrections import CORRECTIONS
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
from tests.writes.model_homes import HOMES
from tests.writes.model_owed import OWED
from tests.writes.model_rules import (
    RULES,
    Rule,
    care_on,
    comes_to,
    created,
    lives,
    place,
    runs,
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


def _goes(draft: Draft, child: Kept) -> None:
    """What a child was away behind the day on which it leaves stands against that."""
    stays = {row.id for row in _present(draft, child)}
    nothing_begins_behind(draft, lambda row: row.cells["placement"] in stays, draft.given["startedOn"], "startedOn")


def _leave(draft: Draft, child: Kept) -> None:
    left = _present(draft, child)
    for row in left:
        draft.world.change(
            row, {"endedOn": draft.given["startedOn"], "endReason": draft.given.get("endReason", "MOVE")}
        )
    end_along(draft, left)


def place_child(draft: Draft) -> Write | None:
    """The present placement ends on the day on which the next begins."""
    id_ = created(draft, "Placement")
    bounded(draft, "startedOn", BEGINS_BY)
    child, home = draft.link("Child", "childId"), _home(draft) if "homeId" in draft.given else None
    earlier: list[Kept] = []
    if child is not None:
        _comes(draft, child)
        _goes(draft, child)
        earlier = _admit_earlier(draft, [child])
    start = draft.given["startedOn"]
    broken = comes_to(draft, home, 1, start) if home is not None else {}
    if child is None or draft.missing:
        return None
    told = ("home", home.id) if home is not None else ("arrangement", draft.given["arrangement"])
    draft.must(all(row.cells[told[0]] != told[1] for row in _present(draft, child)), "CONFLICT", "homeId")

    def write() -> list[str]:
        stays = _present(draft, child)
        _leave(draft, child)
        placed = place(draft, id_, child, home, "MOVE", broken)
        follow(draft, [placed], home, stays, start)
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
        _goes(draft, child)
    start = draft.given["startedOn"]
    broken = comes_to(draft, home, len(movers), start)
    earlier = _admit_earlier(draft, movers)

    def write() -> list[str]:
        stays, placed = [row for child in movers for row in _present(draft, child)], list[Kept]()
        for child in movers:
            _leave(draft, child)
            placed.append(place(draft, draft.world.placeholder("Placement"), child, home, "MOVE", broken))
            there[child.id] = placed[-1].id
        follow(draft, placed, home, stays, start)
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
    draft.must(draft.given["endReason"] in STAYS_IN_CARE, "BAD_USER_INPUT", "endReason")
    if own is None:
        return None
    ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    ended = own.cells["endedOn"] or NEVER_ENDS
    draft.must(ended > TODAY, "CONFLICT", "id")
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    draft.must(day <= ended, "CONFLICT", "endedOn")
    nothing_begins_behind(draft, lambda row: row.cells["placement"] == own.id, day, "endedOn")

    def write() -> list[str]:
        draft.world.change(own, {"endedOn": day, "endReason": draft.given["endReason"]})
        end_along(draft, [own])
        return [own.id]

    return write


def void_placement(draft: Draft) -> Write | None:
    """It never was; it stays on record."""
    own = draft.own("Placement")
    if own is None:
        return None
    draft.must(not any(draft.world.of("TemporaryStay", placement=own.id)), "CONFLICT", "id")

    def write() -> list[str]:
        draft.world.change(own, {"voidReason": draft.given["reason"]}, void=True)
        return [own.id]

    return write


ALL_RULES: Mapping[str, Rule] = {
    **HOMES,
    **ADMISSIONS,
    **RULES,
    **TIES,
    **DEATHS,
    **CARE,
    **OWED,
    **CARERS,
    **AWAY,
    **CORRECTIONS,
    "placeChild": place_child,
    "placeSiblings": place_siblings,
    "endPlacement": end_placement,
    "voidPlacement": void_placement,
}
