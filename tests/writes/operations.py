"""One good input for each mutation, of rows of the Belgian programme `own`."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from tests.writes.writes import Json, Row, Writes, unknown

Make: TypeAlias = Callable[[Writes], Awaitable[Row]]

GLOBAL_ID = re.compile(r"([A-Za-z]+)_([A-Z]{2})_[0-9a-f-]{36}")


def seen(row: Row) -> Row:
    """The row that an input changes, at the version that was seen."""
    return {"id": row["id"], "version": row["version"]}


async def _start_programme(_: Writes) -> Row:
    return {"name": "Aftercare", "kind": "AFTERCARE", "startedOn": "2026-01-01", "annualBudget": "1250.50"}


async def _open_home(writes: Writes) -> Row:
    return {
        "programmeId": writes.programmes["own"], "name": "House", "form": "FOSTER_FAMILY", "capacity": 3,
        "openedOn": "2026-01-01",
    }  # fmt: skip


async def _update_home(writes: Writes) -> Row:
    return {**seen(await writes.home()), "locality": "Gent"}


async def _close_home(writes: Writes) -> Row:
    return {**seen(await writes.home()), "closedOn": "2026-11-01"}


async def _admit_child(writes: Writes) -> Row:
    sibling = await writes.child()
    return writes.about(await writes.home(), siblings=[{"siblingId": sibling["id"], "kind": "FULL"}])


async def _update_child(writes: Writes) -> Row:
    return {**seen(await writes.child()), "interests": "Football"}


async def _move_to_programme(writes: Writes) -> Row:
    return {**seen(await writes.child()), "programmeId": writes.programmes["other"]}


async def _record_sibling_bond(writes: Writes) -> Row:
    one, other = await writes.child(), await writes.child()
    return {"childId": one["id"], "siblingId": other["id"], "kind": "HALF"}


async def _place_child(writes: Writes) -> Row:
    child, home = await writes.child(), await writes.home()
    return {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-06-01"}


async def _place_siblings(writes: Writes) -> Row:
    children, home = await writes.siblings(2), await writes.home()
    return {"childIds": [child["id"] for child in children], "homeId": home["id"], "startedOn": "2026-06-01"}


async def _end_placement(writes: Writes) -> Row:
    placement = await writes.placement(await writes.child())
    return {**seen(placement), "endedOn": "2026-10-01", "endReason": "REUNIFICATION_WITH_FAMILY"}


async def _correct_placement(writes: Writes) -> Row:
    placement, home = await writes.placement(await writes.child()), await writes.home()
    return {**seen(placement), "homeId": home["id"], "startedOn": "2026-01-12", "reason": "Copied wrongly."}


async def _void_placement(writes: Writes) -> Row:
    return {**seen(await writes.placement(await writes.child())), "reason": "Another child was meant."}


async def _record_death(writes: Writes) -> Row:
    return {**seen(await writes.child()), "diedOn": "2026-10-01"}


async def _a_death(writes: Writes) -> Row:
    return seen(await writes.ok("recordDeath", **await _record_death(writes)))


async def _correct_death(writes: Writes) -> Row:
    return {**await _a_death(writes), "diedOn": "2026-09-30", "reason": "Miswritten."}


async def _void_death(writes: Writes) -> Row:
    return {**await _a_death(writes), "reason": "Another child of that name."}


async def _add_community_link(writes: Writes) -> Row:
    child = await writes.child()
    partner = await writes.ok("addCommunityPartner", name="School", kind="SCHOOL")
    return {
        "childId": child["id"], "homeId": child["home"]["id"], "partnerId": partner["id"], "kind": "SCHOOL",
        "startedOn": "2026-09-01",
    }  # fmt: skip


async def _end_community_link(writes: Writes) -> Row:
    child = await writes.child()
    link = await writes.ok("addCommunityLink", childId=child["id"], kind="NEIGHBOUR", startedOn="2026-02-01")
    return {**seen(link), "endedOn": "2026-09-01"}


async def _add_community_partner(_: Writes) -> Row:
    return {"name": "Athletics club", "kind": "SPORTS_CLUB", "locality": "Namur"}


async def _update_community_partner(writes: Writes) -> Row:
    return {**seen(await writes.ok("addCommunityPartner", name="Club", kind="SPORTS_CLUB")), "kind": "OTHER"}


OPERATIONS: Mapping[str, Make] = {
    "addCommunityLink": _add_community_link,
    "addCommunityPartner": _add_community_partner,
    "admitChild": _admit_child,
    "closeHome": _close_home,
    "correctDeath": _correct_death,
    "correctPlacement": _correct_placement,
    "endCommunityLink": _end_community_link,
    "endPlacement": _end_placement,
    "moveToProgramme": _move_to_programme,
    "openHome": _open_home,
    "placeChild": _place_child,
    "placeSiblings": _place_siblings,
    "recordDeath": _record_death,
    "recordSiblingBond": _record_sibling_bond,
    "startProgramme": _start_programme,
    "updateChild": _update_child,
    "updateCommunityPartner": _update_community_partner,
    "updateHome": _update_home,
    "voidDeath": _void_death,
    "voidPlacement": _void_placement,
}
"""By the name of the mutation."""

LEANS_ON_NOTHING = ("addCommunityPartner", "startProgramme")
"""These name no row: whoever may do them writes in the own country."""


def with_unknown_ids(given: Json, keeps: str | None = None) -> Json:
    """The same input with ids under which there are no rows, but for those of one type."""
    match given:
        case str() if (found := GLOBAL_ID.fullmatch(given)) and found[1] != keeps:
            return unknown(found[1], found[2])
        case dict():
            return {key: with_unknown_ids(value, keeps) for key, value in given.items()}
        case list():
            return [with_unknown_ids(value, keeps) for value in given]
        case _:
            return given
