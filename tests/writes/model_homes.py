"""The rules of programmes and homes, once more and by hand."""

from __future__ import annotations

from collections.abc import Mapping

from tests.writes.model import TODAY, Draft, Write
from tests.writes.model_days import BEGINS_BY, ENDS_BY, NEVER_ENDS, bounded
from tests.writes.model_rules import LIVED, Rule, chosen, created, crowded, office_columns, runs, something


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
    stays = [row for type_ in LIVED for row in draft.world.of(type_, home=own.id)]
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
    leans = (*LIVED, "CommunityLink", "CaregiverAssignment")
    draft.must(not any(any(world.of(type_, home=own.id)) for type_ in leans), "CONFLICT", "id")

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


HOMES: Mapping[str, Rule] = {
    "startProgramme": start_programme,
    "openHome": open_home,
    "updateHome": update_home,
    "endProgramme": end_programme,
    "closeHome": close_home,
    "reopenHome": reopen_home,
    "voidHome": void_home,
}
