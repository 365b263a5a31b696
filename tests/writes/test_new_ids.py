"""Whatever a mutation makes, a client may name: offline it goes on with rows that no server has seen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Tier
from graph.entities import graph_model
from graph.writes.actions import all_actions
from graph.writes.mutation import Group, NewId, Parts
from graph.writes.writing import Writing
from tests.writes.operations import OPERATIONS
from tests.writes.writes import Row, Writes, unknown

if TYPE_CHECKING:
    from graph.writes.action import Action

MODEL = graph_model()
MAKING = sorted(name for name, action in all_actions().items() if action.makes)
UNNAMED = {"placement_exception"}
"""How many of them there are, the rows say; and no mutation takes the id of one."""


def type_of(table: str) -> str:
    """The GraphQL type of a table's rows."""
    return MODEL.by_table[table].type_name


FOLLOWING = {
    "assignCaregiver": Counter(["caregiver_assignment"]), "recordDeath": Counter(["task"]),
    "endPlacement": Counter(["task"]), "recordContact": Counter(["family_contact", "family_contact"]),
    "admitSiblings": Counter(["sibling_bond"]),
    "placeSiblingsApart": Counter(["decision", "decision", "family_contact", "family_contact"]),
}  # fmt: skip
"""What follows of itself, for as many children as live in the home, are brothers and sisters, or were there."""


def everything(action: Action) -> frozenset[str]:
    """The names of all that an input can give."""
    inner = (f"{taken.name}.{each.name}" for taken in action.takes if isinstance(taken, Group) for each in taken.takes)
    return frozenset({*(taken.name for taken in action.takes), *inner})


def naming(action: Action, given: Row) -> tuple[Row, Counter[str]]:
    """The same input with an id for every row that it makes; and these ids."""
    named, ids = dict(given), Counter[str]()
    if action.creates and not action.many:
        named["id"] = unknown(type_of(action.table))
        ids[named["id"]] += 1
    own_ids = [NewId("id", taken.table, "", inside=taken.name) for taken in action.takes if isinstance(taken, Parts)]
    for new in (*action.makes, *own_ids):
        many = len(given.get(new.inside or new.each, [])) if new.inside or new.each else 1
        made = [unknown(type_of(new.table)) for _ in range(many)]
        ids.update(made)
        if new.inside:
            named[new.inside] = [
                each | {new.name: own} for each, own in zip(named.get(new.inside, []), made, strict=True)
            ]
        else:
            named[new.name] = made if new.each else made[0]
    return named, ids


@pytest.mark.parametrize("name", MAKING)
async def test_every_row_has_the_id_that_it_was_given(name: str, writes: Writes) -> None:
    """The rows that a mutation makes, as the feed tells of them, are those that its client has named."""
    given, ids = naming(all_actions()[name], await OPERATIONS[name](writes))
    last = await writes.value("SELECT last FROM change_counter WHERE country_code = 'BE'")
    told = await writes.do(name, **given)
    assert not told.errors
    made = await writes.rows("SELECT type, row_id FROM change WHERE number > $1 AND kind = 'CREATED'", last)
    found = Counter(f"{row['type']}_BE_{row['row_id']}" for row in made)
    follows = {type_of(table) for table in FOLLOWING.get(name, ())}
    assert ids <= found
    assert {each.partition("_")[0] for each in found - ids} <= follows
    again = await writes.do(name, **given)
    assert again.errors == [] or all_actions()[name].many or not all_actions()[name].creates


@pytest.mark.parametrize("name", sorted(all_actions()))
def test_no_mutation_makes_a_row_that_nobody_can_name(name: str) -> None:
    """Of every row that a mutation's statement inserts, and that the graph shows, the input takes the id."""
    action = all_actions()[name]
    named = Counter([] if action.many or not action.creates else [action.table])
    named.update(new.table for new in action.makes)
    named.update(taken.table for taken in action.takes if isinstance(taken, Parts))
    writing = Writing(MODEL, action, Tier.OFFICE, everything(action), keyed=False)
    action.compose(writing)
    made = Counter(
        each.entity.table
        for each in writing.draft.written
        if each.creates and each.entity.in_graph and each.entity.table not in UNNAMED
    )
    assert made - FOLLOWING.get(name, Counter()) <= named


def test_of_what_has_no_name_no_mutation_takes_the_id() -> None:
    """What makes itself is nothing that a client goes on with."""
    changed = {action.table for action in all_actions().values() if not action.creates}
    assert UNNAMED.isdisjoint(changed)


async def test_a_queue_goes_on_with_what_it_has_named(writes: Writes) -> None:
    """A child is admitted, and the stay ended, by whoever has not heard of either."""
    placement = unknown("Placement")
    home = await writes.home()
    await writes.ok("admitChild", **writes.about(home, placementId=placement, startedOn="2026-03-01"))
    ended = await writes.ok("endPlacement", id=placement, version=1, endedOn="2026-04-01", endReason="HOME_CLOSED")
    assert (ended["id"], ended["endedOn"]) == (placement, "2026-04-01")


async def test_brothers_and_sisters_each_have_their_own(writes: Writes) -> None:
    """Of a list the ids stand in the order of the children, also where one of them lives there already."""
    one, other = await writes.siblings(2)
    home = await writes.home()
    await writes.ok("placeChild", childId=one["id"], homeId=home["id"], startedOn="2026-05-01")
    ids = [unknown("Placement"), unknown("Placement")]
    rows = await writes.ok(
        "placeSiblings", childIds=[one["id"], other["id"]], placementIds=ids, homeId=home["id"], startedOn="2026-06-01"
    )
    assert [row["child"]["id"] for row in rows] == [one["id"], other["id"]]
    assert (rows[0]["id"] in ids, rows[1]["id"]) == (False, ids[1])


BAD: dict[str, tuple[Row, tuple[str, str, str]]] = {
    "another type": ({"placementId": unknown("Home")}, ("BAD_USER_INPUT", "input.placementId", "DOES_NOT_FIT")),
    "no id": ({"placementId": "x"}, ("BAD_USER_INPUT", "input.placementId", "DOES_NOT_FIT")),
    "another country": (
        {"placementId": unknown("Placement", "KE")},
        ("BAD_USER_INPUT", "input.placementId", "ID_OF_ANOTHER_COUNTRY"),
    ),
}


@pytest.mark.parametrize("case", sorted(BAD))
async def test_an_id_that_cannot_be_given(case: str, writes: Writes) -> None:
    """It is refused at its place, from the input alone, and nothing is written."""
    given, wanted = BAD[case]
    home = await writes.home()
    before = await writes.state()
    told = await writes.do("admitChild", **writes.about(home, **given))
    assert [(*code_and_path, told.errors[0]["reason"]) for code_and_path in told.refused] == [wanted]
    assert await writes.state() == before


async def test_two_rows_cannot_share_one(writes: Writes) -> None:
    """The two sides of a bond, and the placements of two children, are different rows."""
    same = unknown("SiblingBond")
    given = await OPERATIONS["recordSiblingBond"](writes) | {"id": same, "otherSideId": same}
    assert (await writes.do("recordSiblingBond", **given)).refused == [("BAD_USER_INPUT", "input.otherSideId")]
    children = await OPERATIONS["placeSiblings"](writes)
    twice = {"placementIds": [unknown("Placement")] * 2}
    assert (await writes.do("placeSiblings", **children | twice)).refused == [
        ("BAD_USER_INPUT", "input.placementIds.1")
    ]
    few = await writes.do("placeSiblings", **children | {"placementIds": [unknown("Placement")]})
    assert few.refused == [("BAD_USER_INPUT", "input.placementIds")]
    assert few.reasons == {"HALF_GIVEN"}


async def test_one_that_is_taken_is_told_where_it_was_given(writes: Writes) -> None:
    """The place of the refusal is the further row's, not the payload's; whose row it is, nobody is told."""
    stranger = await writes.placement(await writes.child(None, "other"))
    about = writes.about(await writes.home(), placementId=stranger["id"])
    told = await writes.do("admitChild", "caseworker", **about)
    assert told.refused == [("CONFLICT", "input.placementId")]
    assert told.reasons == {"ID_TAKEN"}
