"""Every reason for which a mutation is refused, met by one that is; those that none meets are named, with why."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

import pytest

from graph.kinds.kind import MAX_TEXT
from graph.reasons import Reason
from graph.writes.identities import MAX_ROWS
from tests.reasons import said_by_mutations
from tests.writes.operations import OPERATIONS, seen
from tests.writes.test_capacity import full_home
from tests.writes.writes import Json, Row, Told, Writes, unknown

Meets: TypeAlias = Callable[[Writes], Awaitable[Told]]

NOT_MET: Mapping[Reason, str] = {
    Reason.CODE_OUT_OF_FORCE: "no code of the list has ended: tests/writes/test_codes.py has one of its own",
    Reason.DEATH_EARLIER: "an end by death without one on record is of before deaths were said of the child",
    Reason.NO_MEMBER: "the schema takes no other members than the constraint does",
    Reason.NO_SUCH_COUNTRY: "a token of a country that the register lacks is refused",
    Reason.OTHERS_WRITE: "it takes writers at the same moment: tests/writes/test_races.py",
    Reason.ROW_GONE: "no row is ever deleted",
}
"""What a lone mutation does not meet."""


NEVER_ALONE: Mapping[Reason, set[str]] = {Reason.DIED_BEFORE: {"ENDS_BEFORE_START", "GOES_ON_AFTER_DEATH"}}
"""What begins after a death ends after it as well, or before it began."""


def spoilt(name: str, /, **wrong: object) -> Meets:
    """A good input with something wrong in it."""

    async def meets(writes: Writes) -> Told:
        return await writes.do(name, **(await OPERATIONS[name](writes) | wrong))

    return meets


def twice(name: str, then: str | None = None, /, **given: object) -> Meets:
    """A mutation that is done, and then one of the row that it has written."""

    async def meets(writes: Writes) -> Told:
        row = await writes.ok(name, **await OPERATIONS[name](writes))
        good = await OPERATIONS[then or name](writes)
        return await writes.do(then or name, **(good | seen(row) | given))

    return meets


async def _key_used(writes: Writes) -> Told:
    await writes.ok("addCommunityPartner", name="One", kind="OTHER", idempotencyKey="reasons")
    return await writes.do("addCommunityPartner", name="Two", kind="OTHER", idempotencyKey="reasons")


async def _id_taken(writes: Writes) -> Told:
    row = await writes.ok("addCommunityPartner", name="One", kind="OTHER")
    return await writes.do("addCommunityPartner", id=row["id"], name="Two", kind="OTHER")


async def _not_for_your_role(writes: Writes) -> Told:
    return await writes.do("updateChild", "caseworker", **seen(await writes.child()), givenName="Other")


async def _ends_earlier(writes: Writes) -> Told:
    row = await writes.ok("endPlacement", **(await OPERATIONS["endPlacement"](writes) | {"endedOn": "2026-12-10"}))
    return await writes.do("endPlacement", **seen(row), endedOn="2026-12-20", endReason="MOVE")


async def _begins_later(writes: Writes) -> Told:
    child = await writes.child()
    placement = await writes.placement(child)
    about = {"childId": child["id"], "placementId": placement["id"], "kind": "HOLIDAY", "startedOn": "2026-11-10"}
    await writes.ok("recordTemporaryStay", **about)
    return await writes.do("endPlacement", **seen(placement), endedOn="2026-11-09", endReason="MOVE")


async def _outside_its_days(writes: Writes) -> Told:
    home = await writes.home(openedOn="2026-05-01")
    return await writes.do("addCommunityLink", homeId=home["id"], kind="SCHOOL", startedOn="2026-04-01")


async def _dead(writes: Writes) -> Row:
    child: Row = await writes.child()
    placement = await writes.placement(child)
    await writes.ok("recordDeath", **seen(child), diedOn="2026-06-01")
    return {"child": child, "placement": await writes.again(placement)}


async def _died_before(writes: Writes) -> Told:
    placement = (await _dead(writes))["placement"]
    return await writes.do("correctPlacement", **seen(placement), startedOn="2026-07-01", reason="Miswritten.")


async def _death_ended_it(writes: Writes) -> Told:
    placement = (await _dead(writes))["placement"]
    return await writes.do("correctPlacement", **seen(placement), endReason="MOVE", reason="Miswritten.")


async def _goes_on(writes: Writes) -> Told:
    child = (await _dead(writes))["child"]
    return await writes.do("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-05-01")


async def _death_not_known(writes: Writes) -> Told:
    return await writes.do("correctDeath", **seen(await writes.child()), diedOn="2026-06-01", reason="Miswritten.")


async def _lived_later(writes: Writes) -> Told:
    child = await writes.child()
    await writes.ok("placeChild", childId=child["id"], homeId=(await writes.home())["id"], startedOn="2026-08-01")
    return await writes.do("recordDeath", **seen(await writes.again(child)), diedOn="2026-06-01")


async def _tied_later(writes: Writes) -> Told:
    child = await writes.child()
    await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-08-01")
    return await writes.do("recordDeath", **seen(await writes.again(child)), diedOn="2026-06-01")


async def _home_full(writes: Writes) -> Told:
    home = await full_home(writes)
    child = await writes.child()
    return await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-12-01")


async def _home_not_empty(writes: Writes) -> Told:
    home = await full_home(writes)
    return await writes.do("closeHome", **seen(await writes.again(home)), closedOn="2026-11-01")


async def _home_too_small(writes: Writes) -> Told:
    home = await writes.home(capacity=2)
    for _ in range(2):
        await writes.child(home)
    return await writes.do("updateHome", **seen(await writes.again(home)), capacity=1)


async def _home_of_another(writes: Writes) -> Told:
    child, home = await writes.child(), await writes.home("other")
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-06-01")
    placement = await writes.placement(child)
    return await writes.do(
        "correctPlacement", "caseworker", **seen(placement), startReason="OTHER", reason="Miswritten."
    )


async def _lives_there(writes: Writes) -> Told:
    child = await writes.child()
    return await writes.do("placeChild", childId=child["id"], homeId=child["home"]["id"], startedOn="2026-06-01")


async def _bond_known(writes: Writes) -> Told:
    one, other = await writes.siblings(2)
    return await writes.do("recordSiblingBond", childId=one["id"], siblingId=other["id"], kind="HALF")


async def _case_number_taken(writes: Writes) -> Told:
    child = await writes.child()
    return await writes.do("admitChild", **writes.about(await writes.home(), caseNumber=child["caseNumber"]))


async def _not_siblings(writes: Writes) -> Told:
    children, home = [await writes.child() for _ in range(2)], await writes.home()
    ids = [child["id"] for child in children]
    return await writes.do("placeSiblings", childIds=ids, homeId=home["id"], startedOn="2026-06-01")


async def _responsible_already(writes: Writes) -> Told:
    child = await writes.child()
    return await writes.do("moveToProgramme", **seen(child), programmeId=writes.programmes["own"])


async def _same_child(writes: Writes) -> Told:
    child = await writes.child()
    return await writes.do("recordSiblingBond", childId=child["id"], siblingId=child["id"], kind="HALF")


async def _taken_back(writes: Writes) -> Told:
    row = await writes.ok("voidPlacement", **await OPERATIONS["voidPlacement"](writes))
    return await writes.do("endPlacement", **seen(row), endedOn="2026-10-01", endReason="MOVE")


async def _two_records(writes: Writes, **other: Json) -> Row:
    """Two records, the first of which may go for the second, but for what the second says otherwise."""
    child = await writes.child()
    await writes.leave(child, "2026-02-01")
    about: Row = {"startedOn": "2026-02-01"}
    stays = await writes.child(**(about | other))
    return {**seen(child), "sameAsId": stays["id"], "reason": "Recorded twice."}


async def _sex_differs(writes: Writes) -> Told:
    return await writes.do("voidChild", **await _two_records(writes, sex="MALE"))


async def _birth_differs(writes: Writes) -> Told:
    return await writes.do("voidChild", **await _two_records(writes, birthDate="2012-05-01"))


async def _death_differs(writes: Writes) -> Told:
    given = await _two_records(writes)
    await writes.ok("recordDeath", id=given["id"], version=given["version"], diedOn="2026-06-01")
    return await writes.do("voidChild", **(given | {"version": given["version"] + 1}))


async def _of_itself(writes: Writes) -> Told:
    given = await _two_records(writes)
    return await writes.do("voidChild", **(given | {"sameAsId": given["id"]}))


async def _nothing_given(writes: Writes) -> Told:
    return await writes.do("updateHome", **seen(await writes.home()))


async def _tied_to_nobody(writes: Writes) -> Told:
    return await writes.do("addCommunityLink", kind="SCHOOL", startedOn="2026-05-01")


async def _not_said_why(writes: Writes) -> Told:
    placement = await writes.placement(await writes.child())
    return await writes.do("correctPlacement", **seen(placement), endedOn="2026-10-01", reason="Miswritten.")


async def _home_open(writes: Writes) -> Told:
    home = await writes.home("own", programmeId=(await writes.ok("startProgramme", **PROGRAMME))["id"])
    return await writes.do("endProgramme", **seen(await _programme_of(writes, home)), endedOn="2026-10-01")


async def _lives_in_care(writes: Writes) -> Told:
    programme = await writes.ok("startProgramme", **PROGRAMME)
    child = await writes.child(programmeId=programme["id"])
    assert child["programme"] == {"id": programme["id"]}
    return await writes.do("endProgramme", **seen(programme), endedOn="2026-10-01")


async def _stands_on_it(writes: Writes) -> Told:
    return await writes.do("voidHome", **seen(await _lived_in(writes)), reason="Opened twice.")


async def _lived_in(writes: Writes) -> Row:
    home = await writes.home()
    await writes.child(home)
    row: Row = await writes.again(home)
    return row


async def _programme_of(writes: Writes, home: Row) -> Row:
    row: Row = await writes.again({"id": home["programme"]["id"]})
    return row


async def _care_not_begun(writes: Writes) -> Told:
    child, home = await writes.registered(), await writes.home()
    return await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2027-02-01")


async def _in_care_twice(writes: Writes) -> Told:
    return await writes.do("beginCare", childId=(await writes.child())["id"], startedOn="2026-06-01")


async def _of_another_child(writes: Writes) -> Told:
    child, other = await writes.child(), await writes.child()
    care = (await writes.episode(other))["id"]
    task = {"kind": "OTHER", "title": "Visit.", "dueOn": "2026-12-01"}
    return await writes.do("recordTask", childId=child["id"], careEpisodeId=care, **task)


async def _not_owed(writes: Writes) -> Told:
    child = await writes.child()
    task = await writes.ok("recordTask", childId=child["id"], kind="OTHER", title="Visit.", dueOn="2026-12-01")
    await writes.ok("endCare", **seen(await writes.episode(child)), endedOn="2026-10-01", destination="FAMILY")
    return await writes.do("doneTask", **seen(await writes.again(task)), doneOn="2026-09-01")


async def _contact_known(writes: Writes) -> Told:
    planned = await OPERATIONS["planContact"](writes)
    whom: Row = {"childIds": [planned["childId"]], "siblingBondIds": [planned["siblingBondId"]]}
    await writes.ok("recordContact", **whom, kind="CALL", heldOn="2026-09-01")
    return await writes.do("recordContact", **whom, kind="CALL", heldOn="2026-09-01")


WHOM = ("relativeIds", "siblingBondIds", "caregiverIds")


async def _meets_nobody(writes: Writes) -> Told:
    given = await OPERATIONS["recordContact"](writes)
    return await writes.do("recordContact", **{name: each for name, each in given.items() if name not in WHOM})


def _planned_with(**relative: str) -> Meets:
    """A contact that is planned with somebody of the child's family."""

    async def meet(writes: Writes) -> Told:
        child = await writes.child()
        about = {"relation": "AUNT_OR_UNCLE", "whereabouts": "KNOWN", "contact": "ALLOWED"}
        (aunt,) = await writes.ok("recordRelative", childIds=[child["id"]], **about | relative)
        planned = {"childId": child["id"], "relativeId": aunt["id"], "kind": "VISIT", "dueOn": "2026-12-01"}
        return await writes.do("planContact", **planned)

    return meet


async def _known_already(writes: Writes) -> Told:
    first, later = await writes.child(), await writes.child()
    rules = {"relation": "AUNT_OR_UNCLE", "whereabouts": "KNOWN", "contact": "ALLOWED"}
    rows = await writes.ok("recordRelative", childIds=[first["id"], later["id"]], **rules)
    given = {"childIds": [later["id"]], "personId": (await writes.again(rows[0]))["personId"]}
    return await writes.do("recordRelative", **given, **rules)


async def _own_relative(writes: Writes) -> Told:
    given = await OPERATIONS["recordRelative"](writes)
    return await writes.do("recordRelative", **given | {"otherChildId": given["childIds"][0]})


async def _year_on_record(writes: Writes) -> Told:
    given = await OPERATIONS["recordProgrammeYear"](writes)
    await writes.ok("recordProgrammeYear", **given)
    return await writes.do("recordProgrammeYear", **given)


async def _number_taken(writes: Writes) -> Told:
    await writes.home(registrationNumber="K 12")
    given = await OPERATIONS["openHome"](writes) | {"registrationNumber": "k-12"}
    return await writes.do("openHome", **given)


async def _carer_of_another(writes: Writes) -> Told:
    given = await OPERATIONS["assignCaregiver"](writes)
    other = await writes.home("other")
    return await writes.do("assignCaregiver", **given | {"homeId": other["id"]})


def again(name: str) -> Meets:
    """The same input a second time, of a row of its own."""

    async def meets(writes: Writes) -> Told:
        given = await OPERATIONS[name](writes)
        await writes.ok(name, **given)
        return await writes.do(name, **given)

    return meets


async def _cares_still(writes: Writes) -> Told:
    given = await OPERATIONS["assignCaregiver"](writes)
    await writes.ok("assignCaregiver", **given)
    return await writes.do("endCaregiver", id=given["caregiverId"], version=1, leftOn="2026-10-01")


async def _not_licensed(writes: Writes) -> Told:
    home, child = await writes.home(form="YOUTH_HOME"), await writes.child()
    return await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2027-01-10")


async def _too_young(writes: Writes) -> Told:
    child = await writes.child(birthDate="2025-05-01")
    given = {"childId": child["id"], "arrangement": "OTHER_RESIDENTIAL", "startedOn": "2027-01-10"}
    return await writes.do("placeChild", **given)


async def _siblings_apart(writes: Writes) -> Told:
    home, other = await writes.home(), await writes.home()
    bonds = [{"siblingId": (await writes.child(home))["id"], "kind": "FULL"}]
    child = await writes.child(home, siblings=bonds)
    return await writes.do("placeChild", childId=child["id"], homeId=other["id"], startedOn="2027-01-10")


async def _parent_apart(writes: Writes) -> Told:
    home, other = await writes.home(), await writes.home()
    mother, baby = await writes.child(home, birthDate="2010-05-01"), await writes.child(home, birthDate="2025-01-02")
    about = {"relation": "MOTHER", "living": "YES", "whereabouts": "KNOWN", "contact": "ENCOURAGED"}
    await writes.ok("recordRelative", childId=baby["id"], otherChildId=mother["id"], **about)
    return await writes.do("placeChild", childId=mother["id"], homeId=other["id"], startedOn="2027-01-10")


async def _nobody_parts(writes: Writes) -> Told:
    given = await OPERATIONS["placeSiblingsApart"](writes)
    children = [{"childId": (await writes.child())["id"], "homeId": (await writes.home())["id"]}]
    return await writes.do("placeSiblingsApart", **given | {"children": children})


async def _after_refused(writes: Writes) -> Told:
    refused = await writes.do("updateHome", id=unknown("Home"), version=1, name="Gone", idempotencyKey="refused")
    assert refused.reasons == {Reason.NO_SUCH_ROW.value}
    return await writes.do("addCommunityPartner", name="One", kind="OTHER", after="refused")


PROGRAMME = {"name": "Short", "kind": "EMERGENCY", "startedOn": "2010-01-01"}
SIBLINGS = [{"siblingId": unknown("Child"), "kind": "FULL"} for _ in range(MAX_ROWS + 1)]

CASES: Mapping[Reason, Meets] = {
    Reason.AFTER_REFUSED: _after_refused,
    Reason.BIRTH_DATE_DIFFERS: _birth_differs,
    Reason.BOND_KNOWN: _bond_known,
    Reason.BORN_LATER: spoilt("recordSiblingBond", startedOn="2014-01-01"),
    Reason.CARE_NOT_BEGUN: _care_not_begun,
    Reason.CASE_NUMBER_TAKEN: _case_number_taken,
    Reason.BEGINS_LATER: _begins_later,
    Reason.CARER_NOT_CLEARED: spoilt("assignCaregiver", startedOn="2027-03-01"),
    Reason.CARER_OF_ANOTHER_PROGRAMME: _carer_of_another,
    Reason.CARES_FOR_NONE: again("handOverHome"),
    Reason.CARES_STILL: _cares_still,
    Reason.CONTACT_KNOWN: _contact_known,
    Reason.DAY_IN_FUTURE: spoilt("recordDeath", diedOn="2026-12-01"),
    Reason.DAY_TOO_EARLY: spoilt("openHome", openedOn="1899-01-01"),
    Reason.DAY_TOO_FAR: spoilt("placeChild", startedOn="2040-01-01"),
    Reason.DEATH_DIFFERS: _death_differs,
    Reason.DEATH_ENDED_IT: _death_ended_it,
    Reason.DEATH_KNOWN: twice("recordDeath"),
    Reason.DEATH_NOT_KNOWN: _death_not_known,
    Reason.DESTINATION_NOT_KNOWN: spoilt("endCare", endedOn="2027-02-01", destination="NOT_KNOWN"),
    Reason.DIED_BEFORE: _died_before,
    Reason.DOES_NOT_FIT: spoilt("placeChild", childId="x"),
    Reason.EMPTY: spoilt("openHome", name=" "),
    Reason.ENDED_ALREADY: twice("endPlacement"),
    Reason.ENDS_BEFORE_START: spoilt("endCommunityLink", endedOn="2026-01-31"),
    Reason.ENDS_CARE: spoilt("endPlacement", endReason="ADOPTION"),
    Reason.ENDS_EARLIER: _ends_earlier,
    Reason.ENROLLED_LATER: spoilt("moveToProgramme", movedOn="2025-01-01"),
    Reason.GOES_ON_AFTER_DEATH: _goes_on,
    Reason.HALF_GIVEN: spoilt("admitChild", birthDate=None, birthDatePrecision="YEAR"),
    Reason.HAS_DIED: _planned_with(living="NO"),
    Reason.HOME_CLOSED: twice("closeHome"),
    Reason.HOME_FULL: _home_full,
    Reason.HOME_NOT_EMPTY: _home_not_empty,
    Reason.HOME_NOT_LICENSED: _not_licensed,
    Reason.HOME_OR_OTHER: spoilt("placeChild", arrangement="BOARDING_SCHOOL"),
    Reason.HOME_OPEN: _home_open,
    Reason.HOME_OF_ANOTHER_PROGRAMME: _home_of_another,
    Reason.HOME_TOO_SMALL: _home_too_small,
    Reason.ID_OF_ANOTHER_COUNTRY: spoilt("openHome", id=unknown("Home", "KE")),
    Reason.ID_TAKEN: _id_taken,
    Reason.KEY_USED: _key_used,
    Reason.LIVED_LATER: _lived_later,
    Reason.LIVES_ELSEWHERE: spoilt("placeChild", startedOn="2026-01-09"),
    Reason.LIVES_IN_CARE: _lives_in_care,
    Reason.LIVES_THERE_ALREADY: _lives_there,
    Reason.LOGIN_TAKEN: again("recordCaregiver"),
    Reason.MAY_NOT_MEET: _planned_with(contact="NOT_NOW", contactReason="CHILDS_WISH"),
    Reason.MEETS_NOBODY: _meets_nobody,
    Reason.NAMED_TWICE: spoilt("placeSiblings", childIds=[]),
    Reason.NOTHING_GIVEN: _nothing_given,
    Reason.NOT_FOR_YOUR_ROLE: _not_for_your_role,
    Reason.NOT_SIBLINGS: _not_siblings,
    Reason.NOT_OWED: _not_owed,
    Reason.OF_ANOTHER_CHILD: _of_another_child,
    Reason.ONE_AT_A_TIME: _in_care_twice,
    Reason.POVERTY_ALONE: spoilt("completeGatekeeping", povertyOnly="YES"),
    Reason.NO_COURT_ORDER: spoilt("recordRelative", contact="FORBIDDEN", contactReason="CHILDS_WISH"),
    Reason.OWN_RELATIVE: _own_relative,
    Reason.RELATIVE_KNOWN: _known_already,
    Reason.NO_SUCH_PART: spoilt("startProgramme", jurisdiction="WALES"),
    Reason.NO_SUCH_CODE: spoilt("admitChild", localKind="NONE"),
    Reason.NO_SUCH_ROW: spoilt("openHome", programmeId=unknown("Programme")),
    Reason.ONE_AT_A_TIME: again("nameKeyCarer"),
    Reason.OTHER_FORM: spoilt("placeChild", arrangement="YOUTH_HOME"),
    Reason.ON_RECORD_EARLIER: spoilt("updateChild", birthDate="2026-05-01"),
    Reason.OUTSIDE_ITS_DAYS: _outside_its_days,
    Reason.PROGRAMME_NOT_RUNNING: spoilt("openHome", openedOn="2009-01-01"),
    Reason.RECORD_OF_ITSELF: _of_itself,
    Reason.REASON_MISSING: _not_said_why,
    Reason.REGISTRATION_NUMBER_TAKEN: _number_taken,
    Reason.RESPONSIBLE_ALREADY: _responsible_already,
    Reason.SAME_CHILD: _same_child,
    Reason.SEX_DIFFERS: _sex_differs,
    Reason.STALE_VERSION: spoilt("updateHome", version=99),
    Reason.STANDS_ON_IT: _stands_on_it,
    Reason.TAKEN_BACK: _taken_back,
    Reason.TIED_LATER: _tied_later,
    Reason.ONE_OF_TWO: spoilt("admitChild", childId=unknown("Child")),
    Reason.TIED_TO_BOTH: spoilt("assignCaregiver", role="KEY_CARER"),
    Reason.TIED_TO_NOBODY: _tied_to_nobody,
    Reason.TOO_LONG: spoilt("addCommunityPartner", locality="a" * (MAX_TEXT + 1)),
    Reason.TOO_MANY: spoilt("admitChild", siblings=SIBLINGS),
    Reason.UNDER_THREE: _too_young,
    Reason.SIBLINGS_APART: _siblings_apart,
    Reason.PARENT_AND_CHILD_APART: _parent_apart,
    Reason.NOBODY_PARTS: _nobody_parts,
    Reason.WRONG_AMOUNT: spoilt("openHome", capacity=0),
    Reason.YEAR_ON_RECORD: _year_on_record,
}
"""A mutation that is refused for it."""


@pytest.mark.parametrize("reason", sorted(CASES))
async def test_a_reason_is_met(reason: Reason, writes: Writes) -> None:
    """The refusal says its reason, and no other one where nothing else is wrong."""
    told = await CASES[reason](writes)

    assert told.refused, told.body
    assert told.reasons - NEVER_ALONE.get(reason, set()) == {reason.value}


def test_every_reason_of_a_mutation_is_met_or_named() -> None:
    """What a statement, an input or a constraint can be refused for is met here, or it is said why it cannot be."""
    assert CASES.keys() & NOT_MET.keys() == set()
    assert CASES.keys() | NOT_MET.keys() == said_by_mutations()
