"""One good input for each mutation, of rows of the Belgian programme `own`."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeAlias

from graph.writes.actions import all_actions
from graph.writes.mutation import Linked
from tests.writes.made_up import maker_of, plain_verbs
from tests.writes.writes import Json, Row, Writes, unknown

Make: TypeAlias = Callable[[Writes], Awaitable[Row]]

GLOBAL_ID = re.compile(r"([A-Za-z]+)_([A-Z]{2})_[0-9a-f-]{36}")


def seen(row: Row) -> Row:
    """The row that an input changes, at the version that was seen."""
    return {"id": row["id"], "version": row["version"]}


async def _close_home(writes: Writes) -> Row:
    return {**seen(await writes.home()), "closedOn": "2026-11-01"}


async def _reopen_home(writes: Writes) -> Row:
    closed = await writes.ok("closeHome", **await _close_home(writes))
    return {**seen(closed), "reason": "Another home closed."}


async def _admit_child(writes: Writes) -> Row:
    sibling = await writes.child()
    return writes.about(await writes.home(), siblings=[{"siblingId": sibling["id"], "kind": "FULL"}])


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


async def _record_death(writes: Writes) -> Row:
    return {**seen(await writes.child()), "diedOn": "2026-10-01"}


async def _a_death(writes: Writes) -> Row:
    return seen(await writes.ok("recordDeath", **await _record_death(writes)))


async def _correct_death(writes: Writes) -> Row:
    return {**await _a_death(writes), "diedOn": "2026-09-30", "reason": "Miswritten."}


async def _void_child(writes: Writes) -> Row:
    child, stays = await writes.child(birthDate=None, sex="UNKNOWN"), await writes.child()
    placement = await writes.placement(child)
    await writes.ok("voidPlacement", **seen(placement), reason="Nobody came.")
    return {**seen(child), "sameAsId": stays["id"], "reason": "Recorded twice."}


async def _void_death(writes: Writes) -> Row:
    return {**await _a_death(writes), "reason": "Another child of that name."}


ACTIONS: Mapping[str, Make] = {
    "admitChild": _admit_child,
    "closeHome": _close_home,
    "correctDeath": _correct_death,
    "correctPlacement": _correct_placement,
    "endPlacement": _end_placement,
    "moveToProgramme": _move_to_programme,
    "placeChild": _place_child,
    "placeSiblings": _place_siblings,
    "recordDeath": _record_death,
    "recordSiblingBond": _record_sibling_bond,
    "voidChild": _void_child,
    "reopenHome": _reopen_home,
    "voidDeath": _void_death,
}
"""What has a meaning of its own, by the name of the mutation."""

OPERATIONS: Mapping[str, Make] = dict(sorted({**{name: maker_of(name) for name in plain_verbs()}, **ACTIONS}.items()))
"""By the name of the mutation; those of plain verbs are made up."""

LEANS_ON_NOTHING = tuple(
    name
    for name in OPERATIONS
    if all_actions()[name].creates and not any(isinstance(each, Linked) for each in all_actions()[name].takes)
)
"""These name no row: whoever may do them writes in the own country."""


def with_unknown_ids(given: Json, keeps: Collection[str] = ()) -> Json:
    """The same input with ids under which there are no rows, but for those of some types."""
    match given:
        case str() if (found := GLOBAL_ID.fullmatch(given)) and found[1] not in keeps:
            return unknown(found[1], found[2])
        case dict():
            return {key: with_unknown_ids(value, keeps) for key, value in given.items()}
        case list():
            return [with_unknown_ids(value, keeps) for value in given]
        case _:
            return given
