"""The rules of nights that a child is away, once more and by hand: what they take of a host, and what ends them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tests.writes.model import TODAY, Draft, Kept, Write
from tests.writes.model_days import BEGINS_BY, ENDS_BY, NEVER_ENDS, begins_in_life, begun, bounded, ends_in_life, lasts
from tests.writes.model_rules import Rule, chosen, comes_to, created, note_all
from tests.writes.model_ties import goes_on, taken_back

Stay = "TemporaryStay"


def _inside(draft: Draft, placement: Kept, start: str, end: str | None) -> None:
    """It lies in the days of the placement that it belongs to, and ends with it."""
    begin, until = placement.cells["startedOn"], placement.cells["endedOn"]
    at_edge = start == until == end or (start == begin and until == begin)
    draft.must(begin <= start and (until is None or start < until or at_edge), "CONFLICT", "startedOn")
    path = "endedOn" if "endedOn" in draft.given else "startedOn"
    draft.must(until is None or (end is not None and end <= until), "CONFLICT", path)


def record_stay(draft: Draft) -> Write | None:
    """A child is away from where it lives, perhaps as a guest of another home."""
    given, world, id_ = draft.given, draft.world, created(draft, Stay)
    start, end = given["startedOn"], given.get("endedOn")
    bounded(draft, "startedOn", BEGINS_BY)
    bounded(draft, "endedOn", ENDS_BY)
    draft.alone(end is None or end >= start, "CONFLICT", "endedOn", "startedOn")
    child, placement = draft.link("Child", "childId"), draft.link("Placement", "placementId")
    home = draft.link("Home", "homeId") if "homeId" in given else None
    if child is not None:
        begins_in_life(draft, child, start)
        ends_in_life(draft, child, end, "endedOn" if "endedOn" in given else "startedOn")
        others = [row for row in world.of(Stay, child=child.id) if lasts(row, start)]
        meets = [row for row in others if (end or NEVER_ENDS) > max(start, row.cells["startedOn"])]
        draft.must(not meets, "CONFLICT", "startedOn")
    if placement is not None:
        _inside(draft, placement, start, end)
        if child is not None:
            draft.must(placement.cells["child"] == child.id, "CONFLICT", "placementId")
    broken: Mapping[str, str] = {}
    if home is not None:
        broken = comes_to(draft, home, 1, start, end)
        if placement is not None:
            draft.must(placement.cells["home"] != home.id, "CONFLICT", "homeId")
    if child is None or placement is None or ("homeId" in given and home is None):
        return None

    def write() -> list[str]:
        cells = {"child": child.id, "programme": child.programme, "placement": placement.id}
        cells |= {"home": home.id} if home is not None else {}
        cells |= chosen(given, "kind", "startedOn", "endedOn")
        names = ("home", "partner", "endedOn", "nightsAWeek", "note", "voidReason")
        row = world.create(Stay, id_, cells, **{name: None for name in names if name not in cells})
        note_all(draft, row, broken, placement.id)
        return [row.id]

    return write


def end_stay(draft: Draft) -> Write | None:
    """The child is back, not later than was planned."""
    day = draft.given["endedOn"]
    bounded(draft, "endedOn", ENDS_BY)
    own = draft.own(Stay)
    if own is None:
        return None
    goes_on(draft, own)
    draft.must(day >= own.cells["startedOn"], "CONFLICT", "endedOn")
    draft.must(day <= (own.cells["endedOn"] or NEVER_ENDS), "CONFLICT", "endedOn")
    ends_in_life(draft, draft.world.rows[own.cells["child"]], day, "endedOn")
    until = draft.world.rows[own.cells["placement"]].cells["endedOn"]
    draft.must(until is None or day <= until, "CONFLICT", "endedOn")

    def write() -> list[str]:
        _end(draft, own, day)
        return [own.id]

    return write


def void_stay(draft: Draft) -> Write | None:
    """It never was."""
    own = draft.own(Stay)
    return None if own is None else lambda: taken_back(draft, own)


def _end(draft: Draft, row: Kept, day: str) -> None:
    draft.world.before_death.pop(row.id, None)
    draft.world.change(row, {"endedOn": day})


def nothing_begins_behind(
    draft: Draft, whose: Callable[[Kept], bool], end: str | None, path: str, begin: str | None = None
) -> None:
    """A night away on record stands against an end before it, and against a beginning behind it."""
    for row in draft.world.of(Stay):
        if whose(row):
            start = row.cells["startedOn"]
            draft.must(not (end or NEVER_ENDS) < start <= TODAY, "CONFLICT", path)
            draft.must(begin is None or start >= begin, "CONFLICT", path)


def end_along(draft: Draft, placements: Iterable[Kept]) -> None:
    """What a child was away ends with the placement, as it stands now; what was planned is not to be."""
    for placement in placements:
        end = placement.cells["endedOn"]
        for row in draft.world.of(Stay, placement=placement.id):
            if placement.void:
                _void(draft, row)
            elif end is not None and begun(row, end):
                if (row.cells["endedOn"] or NEVER_ENDS) > end:
                    _end(draft, row, end)
            elif end is not None and row.cells["startedOn"] > TODAY:
                _void(draft, row)


def _void(draft: Draft, row: Kept) -> None:
    draft.world.change(row, {"voidReason": "What it belongs to ends before."}, void=True)


AWAY: Mapping[str, Rule] = {
    "recordTemporaryStay": record_stay,
    "endTemporaryStay": end_stay,
    "voidTemporaryStay": void_stay,
}
