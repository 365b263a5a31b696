"""The rules of placements that are set right, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from graph.entities.placement_reasons import STAYS_IN_CARE
from tests.writes.model import Cells, Draft, Kept, Write
from tests.writes.model_away import end_along, nothing_begins_behind
from tests.writes.model_care import REASON_OF
from tests.writes.model_days import (
    BEGINS_BY,
    ENDS_BY,
    NEVER_ENDS,
    admitted_earlier,
    begins_in_life,
    bounded,
    ends_in_life,
    lasts,
)
from tests.writes.model_rules import Rule, crowded, note, opened, room, runs, something


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
    home = draft.link("Home", "homeId") if "homeId" in given else None
    if own is None:
        return None
    if "homeId" not in given:
        home = world.find(draft.who, "Home", own.cells["home"])
        if home is None and own.cells["home"] is not None:
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
    _keeps_nights_away(draft, own, start, end)
    if draft.missing:
        return None
    day = None if home is None else _lives_in(draft, own, home, start, end)

    def write() -> list[str]:
        _correct(draft, own, _cells(given, home, end, why))
        if "endedOn" in given:
            end_along(draft, [own])
        note(draft, own, day)
        if first:
            world.change(child, {"enrolledOn": start})
        return [own.id]

    return write


def _keeps_nights_away(draft: Draft, own: Kept, start: str, end: str | None) -> None:
    """What the child was away lies in the days that are set right, and with no home in which it lives."""
    given = draft.given
    if "startedOn" in given or "endedOn" in given:
        nothing_begins_behind(draft, lambda row: row.cells["placement"] == own.id, end, "endedOn", start)
    there = draft.world.of("TemporaryStay", placement=own.id, home=given.get("homeId", ""))
    draft.must(not any(there), "CONFLICT", "homeId")


def _lives_in(draft: Draft, own: Kept, home: Kept, start: str, end: str | None) -> str | None:
    """What holds of the home of a stay that is set right; the answer is the day on which it is too full."""
    draft.must(opened(home, start, end), "CONFLICT", "startedOn")
    day = crowded(draft, home, 1, start, end, besides=own.id)
    longer = (end or NEVER_ENDS) > (own.cells["endedOn"] or NEVER_ENDS)
    room(draft, day, start, unless=home.id == own.cells["home"] and start >= own.cells["startedOn"] and not longer)
    return day


def _cells(given: Cells, home: Kept | None, end: str | None, why: str | None) -> Cells:
    """What a correction writes of a stay."""
    cells: Cells = {}
    if home is not None and "homeId" in given:
        cells |= {"home": home.id, "homeName": home.cells["name"], "arrangement": home.cells["form"], "partner": None}
    if "homeId" in given or "startedOn" in given:
        cells["distanceKm"] = None
    cells |= {name: given[name] for name in ("startedOn", "endedOn", "startReason") if name in given}
    if "endedOn" in given or "endReason" in given:
        cells["endReason"] = None if end is None else why
    return cells


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


CORRECTIONS: Mapping[str, Rule] = {"correctPlacement": correct_placement}
