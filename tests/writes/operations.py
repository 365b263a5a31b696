"""One good input for each mutation, of rows of the Belgian programme `own`."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeAlias

from graph.entities import graph_model
from graph.writes.actions import all_actions
from graph.writes.mutation import Linked, Parts
from tests.writes.made_up import maker_of, part_of, plain_verbs, row_of
from tests.writes.writes import Json, Row, Writes, unknown

Make: TypeAlias = Callable[[Writes], Awaitable[Row]]

MIRROR = """
SELECT count(*) + (
  SELECT count(*) FROM placement p FULL JOIN sibling_stay s USING (country_code, id)
  WHERE (p.child_file_id, p.home_id, p.started_on, p.ended_on, p.voided_at) IS DISTINCT FROM
        (s.child_id, s.home_id, s.started_on, s.ended_on, s.voided_at)
) FROM (
  SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM placement
  UNION ALL SELECT country_code, id, home_id, started_on, ended_on, voided_at FROM temporary_stay
) p FULL JOIN home_stay s USING (country_code, id)
WHERE (p.home_id, p.started_on, p.ended_on, p.voided_at) IS DISTINCT FROM
      (s.home_id, s.started_on, s.ended_on, s.voided_at)
"""
"""How many placements and temporary stays take other days of a home than they say, or are told otherwise to those whom
their child belongs together with; none."""
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
    bonds = [{"siblingId": sibling["id"], "kind": "FULL"}]
    return writes.about(await writes.home(), siblings=bonds, legalStatus={"kind": "INTERIM_ORDER", "reference": "12"})


async def _move_to_programme(writes: Writes) -> Row:
    return {**seen(await writes.child()), "programmeId": writes.programmes["other"]}


async def _record_sibling_bond(writes: Writes) -> Row:
    one, other = await writes.child(), await writes.child()
    return {"childId": one["id"], "siblingId": other["id"], "kind": "HALF"}


async def _record_relative(writes: Writes) -> Row:
    children = [(await writes.child())["id"] for _ in range(2)]
    rules = {"relation": "MOTHER", "whereabouts": "UNKNOWN", "tracing": "OPEN", "contact": "ENCOURAGED"}
    mother, carer = await writes.child(), await row_of(writes, graph_model().by_table["caregiver"])
    also = {"otherChildId": mother["id"], "caregiverId": carer["id"], "birthDate": "1990-05-01"}
    return {"childIds": children, **rules, "givenName": "Ama", "familyName": "Lind", **also}


async def _place_child(writes: Writes) -> Row:
    child, home = await writes.child(), await writes.home()
    return {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-06-01"}


async def _place_siblings(writes: Writes) -> Row:
    children, home = await writes.siblings(2), await writes.home()
    return {"childIds": [child["id"] for child in children], "homeId": home["id"], "startedOn": "2026-06-01"}


async def _admit_siblings(writes: Writes) -> Row:
    home = await writes.home()
    about = {"birthDate": "2018-05-01", "sex": "FEMALE", "programmeId": writes.programmes["own"]}
    new = [about | {"caseNumber": f"O-{writes.number()}", "givenName": name} for name in ("Ann", "Ben")]
    return {
        "children": new, "kind": "FULL", "homeId": home["id"], "startedOn": "2026-06-01",
        "reasons": ["NEGLECT"], "legalStatus": {"kind": "AGREEMENT", "parentsAgree": "YES"},
    }  # fmt: skip


async def _place_siblings_apart(writes: Writes) -> Row:
    one, _ = await writes.siblings(2)
    home = await writes.home()
    return {
        "children": [{"childId": one["id"], "homeId": home["id"]}], "startedOn": "2026-11-22",
        "outcome": "They live apart.", "reasons": "He asks for it.", "decidedBy": "Case conference",
        "lookAgainOn": "2027-06-01", "contact": [{"kind": "VISIT", "dueOn": "2026-12-01"}],
    }  # fmt: skip


async def _register_child(writes: Writes) -> Row:
    return writes.to_register("own")


async def _begin_care(writes: Writes) -> Row:
    child, home = await writes.registered(), await writes.home()
    return {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-06-01", "primaryReason": "NEGLECT",
            "reasons": ["NEGLECT"], "legalStatus": {"kind": "AGREEMENT", "parentsAgree": "YES"},
            "siblings": [{"siblingId": (await writes.child())["id"], "kind": "HALF"}]}  # fmt: skip


async def _end_care(writes: Writes) -> Row:
    begun = await writes.ok("beginCare", **await _begin_care(writes))
    return {**seen(begun), "endedOn": "2026-10-01", "destination": "FAMILY", "followUpUntil": "2027-01-01"}


async def _of_a_child(writes: Writes) -> Row:
    return {"childId": (await writes.child())["id"]}


async def _return_for_support(writes: Writes) -> Row:
    return {**await _of_a_child(writes), "wish": "Somebody to talk with."}


async def _complete_gatekeeping(writes: Writes) -> Row:
    whose = await _of_a_child(writes)
    opened = await writes.ok("openGatekeeping", **whose, openedOn="2026-06-01")
    said = {"completedOn": "2026-06-03", "necessity": "NECESSARY", "recommendedForm": "SOS_FAMILY", "outcome": "ADMIT"}
    (heard,) = (each for each in all_actions()["completeGatekeeping"].takes if isinstance(each, Parts))
    return {**seen(opened), **said, "participations": [await part_of(writes, heard, whose, "own")]}


async def _heard_at_the_gate(writes: Writes) -> Row:
    whose = await _of_a_child(writes)
    opened = await writes.ok("openGatekeeping", **whose, openedOn="2026-06-01")
    return {**whose, "gatekeepingId": opened["id"], "role": "CHILD", "how": "SHOWED"}


async def _done_task(writes: Writes) -> Row:
    given = {**await _of_a_child(writes), "kind": "FOLLOW_UP", "title": "Visit.", "dueOn": "2026-09-01"}
    return {**seen(await writes.ok("recordTask", **given)), "doneOn": "2026-08-01"}


async def _looked_at_decision(writes: Writes) -> Row:
    given = {**await _of_a_child(writes), "kind": "CONTACT", "decidedBy": "Court", "outcome": "No visits for now."}
    given |= {"decidedOn": "2026-06-01", "lookAgainOn": "2026-09-01"}
    return {**seen(await writes.ok("recordDecision", **given)), "lookedAtOn": "2026-08-30"}


async def _end_placement(writes: Writes) -> Row:
    placement = await writes.placement(await writes.child())
    return {**seen(placement), "endedOn": "2026-10-01", "endReason": "HOME_CLOSED"}


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
    await writes.ok("voidCareEpisode", **seen(await writes.episode(child)), reason="Nobody came.")
    return {**seen(await writes.again(child)), "sameAsId": stays["id"], "reason": "Recorded twice."}


async def _void_death(writes: Writes) -> Row:
    return {**await _a_death(writes), "reason": "Another child of that name."}


async def _caregiver(writes: Writes) -> Row:
    return await row_of(writes, graph_model().by_table["caregiver"])


async def _assign_caregiver(writes: Writes) -> Row:
    home, caregiver = await writes.home(), await _caregiver(writes)
    return {"homeId": home["id"], "caregiverId": caregiver["id"], "role": "PARENT", "startedOn": "2026-06-01"}


async def _name_key_carer(writes: Writes) -> Row:
    child, caregiver = await writes.child(), await _caregiver(writes)
    return {"childId": child["id"], "caregiverId": caregiver["id"], "startedOn": "2026-06-01"}


async def _bonded(writes: Writes) -> tuple[Row, Row]:
    """A child, and its bond with a brother or sister."""
    one, _ = await writes.siblings(2)
    found = await writes.get("child", "siblingBonds { nodes { id } }", id=one["id"])
    return one, found["siblingBonds"]["nodes"][0]


async def _mother_of(writes: Writes, child: Row) -> Row:
    about = {"relation": "MOTHER", "whereabouts": "KNOWN", "contact": "ENCOURAGED"}
    rows: list[Row] = await writes.ok("recordRelative", childIds=[child["id"]], **about)
    return rows[0]


async def _plan_contact(writes: Writes) -> Row:
    one, bond = await _bonded(writes)
    return {"childId": one["id"], "siblingBondId": bond["id"], "kind": "CALL", "dueOn": "2026-12-01"}


async def _plan_contact_with_mother(writes: Writes) -> Row:
    child = await writes.child()
    mother = await _mother_of(writes, child)
    return {"childId": child["id"], "relativeId": mother["id"], "kind": "VISIT", "dueOn": "2026-12-01"}


async def _plan_contact_with_a_carer(writes: Writes) -> Row:
    child, carer = await writes.child(), await _caregiver(writes)
    return {"childId": child["id"], "caregiverId": carer["id"], "kind": "LETTER", "dueOn": "2026-12-01"}


async def _record_contact(writes: Writes) -> Row:
    one, bond = await _bonded(writes)
    mother, carer = await _mother_of(writes, one), await _caregiver(writes)
    whom = {"relativeIds": [mother["id"]], "siblingBondIds": [bond["id"]], "caregiverIds": [carer["id"]]}
    return {"childIds": [one["id"]], **whom, "kind": "VISIT", "heldOn": "2026-09-01"}


async def _contact_held(writes: Writes) -> Row:
    return {**seen(await writes.ok("planContact", **await _plan_contact(writes))), "heldOn": "2026-09-01"}


async def _contact_missed(writes: Writes) -> Row:
    planned = await writes.ok("planContact", **await _plan_contact(writes))
    return {**seen(planned), "missedReason": "CHILD_ILL"}


async def _hand_over_home(writes: Writes) -> Row:
    given, other = await _assign_caregiver(writes), await _caregiver(writes)
    await writes.ok("assignCaregiver", **given)
    who = {"fromId": given["caregiverId"], "toId": other["id"]}
    return {"homeId": given["homeId"], **who, "startedOn": "2026-10-01"}


async def _end_caregiver(writes: Writes) -> Row:
    return {**seen(await _caregiver(writes)), "leftOn": "2026-10-01"}


async def _move_caregiver(writes: Writes) -> Row:
    return {**seen(await _caregiver(writes)), "programmeId": writes.programmes["other"]}


async def _move_home(writes: Writes) -> Row:
    home = await writes.home()
    place = {"locality": "Gent", "latitudeE2": 5105, "longitudeE2": 372}
    return {"homeId": home["id"], "startedOn": "2026-06-01", **place}


async def _move_home_to_programme(writes: Writes) -> Row:
    return {**seen(await writes.home()), "programmeId": writes.programmes["other"]}


async def _elsewhere(writes: Writes) -> Row:
    """Where a child may live that lives in none of our homes."""
    partner = await row_of(writes, graph_model().by_table["community_partner"])
    return {"arrangement": "BOARDING_SCHOOL", "partnerId": partner["id"]}


async def _admit_elsewhere(writes: Writes) -> Row:
    given = {"childId": (await writes.registered())["id"], "startedOn": "2026-06-01"}
    return given | await _elsewhere(writes)


async def _place_elsewhere(writes: Writes) -> Row:
    given = {"childId": (await writes.child())["id"], "startedOn": "2026-06-01"}
    return given | await _elsewhere(writes)


async def _correct_to_elsewhere(writes: Writes) -> Row:
    placement = await writes.placement(await writes.child())
    return {**seen(placement), "reason": "It was a school."} | await _elsewhere(writes)


ACTIONS: Mapping[str, Make] = {
    "admitChild": _admit_child,
    "admitSiblings": _admit_siblings,
    "placeSiblingsApart": _place_siblings_apart,
    "assignCaregiver": _assign_caregiver,
    "closeHome": _close_home,
    "correctDeath": _correct_death,
    "correctPlacement": _correct_placement,
    "beginCare": _begin_care,
    "completeGatekeeping": _complete_gatekeeping,
    "contactHeld": _contact_held,
    "contactMissed": _contact_missed,
    "endCare": _end_care,
    "registerChild": _register_child,
    "doneTask": _done_task,
    "lookedAtDecision": _looked_at_decision,
    "endPlacement": _end_placement,
    "endCaregiver": _end_caregiver,
    "handOverHome": _hand_over_home,
    "moveCaregiver": _move_caregiver,
    "moveHome": _move_home,
    "moveHomeToProgramme": _move_home_to_programme,
    "openGatekeeping": _of_a_child,
    "returnForSupport": _return_for_support,
    "moveToProgramme": _move_to_programme,
    "nameKeyCarer": _name_key_carer,
    "placeChild": _place_child,
    "planContact": _plan_contact,
    "placeSiblings": _place_siblings,
    "recordContact": _record_contact,
    "recordDeath": _record_death,
    "recordRelative": _record_relative,
    "recordSiblingBond": _record_sibling_bond,
    "voidChild": _void_child,
    "reopenHome": _reopen_home,
    "voidDeath": _void_death,
}
"""What has a meaning of its own, by the name of the mutation."""

OPERATIONS: Mapping[str, Make] = dict(sorted({**{name: maker_of(name) for name in plain_verbs()}, **ACTIONS}.items()))
"""By the name of the mutation; those of plain verbs are made up."""

OTHERWISE: Mapping[str, Make] = {
    "admitChild": _admit_elsewhere,
    "beginCare": _admit_elsewhere,
    "correctPlacement": _correct_to_elsewhere,
    "placeChild": _place_elsewhere,
    "planContact": _plan_contact_with_mother,
    "planContact otherwise": _plan_contact_with_a_carer,
    "recordParticipation": _heard_at_the_gate,
}
"""What may be said in place of it, of a mutation that takes one of two, or of three."""

LEANS_ON_NOTHING = tuple(
    name
    for name in OPERATIONS
    if all_actions()[name].creates
    and not any(
        isinstance(each, Linked) or (isinstance(each, Parts) and any(isinstance(of, Linked) for of in each.takes))
        for each in all_actions()[name].takes
    )
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
