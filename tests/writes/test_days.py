"""Days have bounds on both sides and lie in a life: what mutations refuse, and what the very day allows."""

from __future__ import annotations

import pytest

from countries.tenancy.caller import Caller, Tier
from graph.declarations.nouns import NATIONAL
from graph.entities import graph_model
from graph.kinds.kind import Kind
from graph.writes.action import Action
from graph.writes.actions import all_actions
from graph.writes.mutation import Given, Group, Linked
from graph.writes.statement import compile_write
from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import TODAY, Json, Row, Writes, uuid_of

BAD, CONFLICT = "BAD_USER_INPUT", "CONFLICT"
LONG_AGO, FIVE_YEARS, TOMORROW = "0015-03-01", "2031-11-22", "2026-11-23"

BEYOND: list[tuple[str, str, str]] = [
    ("admitChild", "birthDate", LONG_AGO),
    ("admitChild", "birthDate", "1899-12-31"),
    ("admitChild", "birthDate", TOMORROW),
    ("admitChild", "birthDate", "9999-12-31"),
    ("admitChild", "startedOn", LONG_AGO),
    ("admitChild", "startedOn", "2031-11-23"),
    ("updateChild", "birthDate", LONG_AGO),
    ("updateChild", "birthDate", TOMORROW),
    ("moveToProgramme", "movedOn", "2031-11-23"),
    ("startProgramme", "startedOn", "2060-01-01"),
    ("startProgramme", "endedOn", "2051-11-23"),
    ("openHome", "openedOn", "2062-04-01"),
    ("closeHome", "closedOn", "2051-11-23"),
    ("placeChild", "startedOn", "2078-05-17"),
    ("placeSiblings", "startedOn", "1899-12-31"),
    ("endPlacement", "endedOn", "2051-11-23"),
    ("correctPlacement", "startedOn", LONG_AGO),
    ("correctPlacement", "endedOn", "9999-12-31"),
    ("recordSiblingBond", "startedOn", TOMORROW),
    ("recordSiblingBond", "startedOn", "1899-12-31"),
    ("addCommunityLink", "startedOn", "2031-11-23"),
    ("endCommunityLink", "endedOn", "2051-11-23"),
]
DIED = "UPDATE child SET died_on = $2::text::date, died_on_precision = $3 WHERE id = $1"


@pytest.fixture(scope="module")
def made() -> dict[str, Row]:
    """Good inputs, made once: nothing that is refused uses them up."""
    return {}


async def died(writes: Writes, child: Row, day: str | None, precision: str | None = "DAY") -> None:
    """A death that is on record, whatever is on record beside it."""
    await writes.operator.execute(DIED, uuid_of(child["id"]), day, precision if day else None)


@pytest.mark.parametrize(("name", "path", "day"), BEYOND)
async def test_a_day_beyond_its_bounds(name: str, path: str, day: str, writes: Writes, made: dict[str, Row]) -> None:
    """It is refused at its place, without a word of the day, before anything is looked up; nothing is written."""
    if name not in made:
        made[name] = await OPERATIONS[name](writes)
    before = await writes.state()
    told = await writes.do(name, key="k", **{**made[name], path: day, "idempotencyKey": "days"})
    assert told.refused == [(BAD, f"input.{path}")]
    assert day not in str(told.body)
    assert await writes.state() == before


async def test_the_very_day_is_fine(writes: Writes) -> None:
    """The first day, today for a fact, and the last day ahead for a plan are taken."""
    home = await writes.home(openedOn="2012-01-01")
    child = await writes.child(home, birthDate="1900-01-01")
    assert child["birthDate"] == "1900-01-01"
    newborn = await writes.child(birthDate=TODAY, startedOn=TODAY)
    assert newborn["birthDate"] == TODAY
    row = await writes.ok("startProgramme", name="Long", kind="AFTERCARE", startedOn=FIVE_YEARS, endedOn="2051-11-22")
    assert (row["startedOn"], row["endedOn"]) == (FIVE_YEARS, "2051-11-22")
    planned = await writes.child(startedOn=FIVE_YEARS)
    assert planned["enrolledOn"] == FIVE_YEARS


async def test_another_country_hears_of_the_day_alone(writes: Writes) -> None:
    """A bad day beside another country's row says nothing of the row: it is not looked up."""
    child = await writes.child()
    for id_ in (child["id"], "Child_BE_01920000-0000-7000-8000-000000000000"):
        told = await writes.do("updateChild", "kenya", id=id_, version=1, birthDate=LONG_AGO)
        assert told.refused == [(BAD, "input.birthDate")]
        told = await writes.do("updateChild", "kenya", id=id_, version=1, birthDate="2016-01-01")
        assert told.refused == [("NOT_FOUND", "input.id")]


async def lives_before_birth(writes: Writes, name: str, child: Row, other: Row, day: str) -> Json:
    """A mutation that says something of a child on a day."""
    placement = await writes.placement(child)
    home = await writes.home()
    given: dict[str, Row] = {
        "placeChild": {"childId": child["id"], "homeId": home["id"], "startedOn": day},
        "correctPlacement": {**seen(placement), "startedOn": day, "reason": "Wrong."},
        "addCommunityLink": {"childId": child["id"], "kind": "NEIGHBOUR", "startedOn": day},
        "recordSiblingBond": {"childId": child["id"], "siblingId": other["id"], "kind": "HALF", "startedOn": day},
    }
    return await writes.do(name, **given[name])


@pytest.mark.parametrize("name", ["correctPlacement", "addCommunityLink", "recordSiblingBond"])
async def test_nothing_before_a_birth(name: str, writes: Writes) -> None:
    """The day before the birth is refused, and the day of the birth is fine."""
    child, other = await writes.child(birthDate="2026-01-08"), await writes.child(birthDate="2016-02-29")
    told = await lives_before_birth(writes, name, child, other, "2026-01-07")
    assert told.refused == [(CONFLICT, "input.startedOn")]
    assert (await lives_before_birth(writes, name, child, other, "2026-01-08")).refused == []


async def test_no_bond_before_the_younger_one(writes: Writes) -> None:
    """A bond is known when both are born, whichever of the two is named first."""
    elder, younger = await writes.child(birthDate="2015-05-01"), await writes.child(birthDate="2025-12-01")
    for one, other in ((elder, younger), (younger, elder)):
        given = {"childId": one["id"], "siblingId": other["id"], "kind": "FULL", "startedOn": "2025-11-30"}
        assert (await writes.do("recordSiblingBond", **given)).refused == [(CONFLICT, "input.startedOn")]


async def test_an_admission_is_known_to_brothers_and_sisters_when_all_are_there(writes: Writes) -> None:
    """Bonds of an admission begin with the younger one's birth at the earliest, and today at the latest."""
    younger = await writes.child(birthDate="2026-05-01", startedOn="2026-06-01")
    bonds = [{"siblingId": younger["id"], "kind": "FULL"}]
    late = await writes.child(startedOn="2026-01-10", siblings=bonds)
    home = (await writes.placement(younger))["home"]
    planned = await writes.child(home, startedOn="2027-01-10", siblings=bonds)
    shows = "siblingBonds { nodes { startedOn } }"
    for child, day in ((late, "2026-05-01"), (planned, TODAY)):
        found = await writes.get("child", shows, id=child["id"])
        assert [each["startedOn"] for each in found["siblingBonds"]["nodes"]] == [day]


async def test_a_birth_date_that_contradicts_what_is_on_record(writes: Writes) -> None:
    """Whatever of the child is on record stands against a later birth: stay, enrolment, bond, tie; and none voided."""
    child, other = await writes.child(birthDate=None), await writes.child(birthDate="2010-01-01")
    placement = await writes.placement(child)
    await writes.ok("addCommunityLink", childId=child["id"], kind="NEIGHBOUR", startedOn="2025-03-01")
    bond = {"childId": child["id"], "siblingId": other["id"], "kind": "HALF", "startedOn": "2024-01-01"}
    await writes.ok("recordSiblingBond", **bond)

    async def born(day: str) -> list[tuple[str, str]]:
        row = await writes.again(child)
        return (await writes.do("updateChild", **seen(row), birthDate=day)).refused

    for day in ("2024-01-02", "2025-03-02", "2026-01-11"):
        assert await born(day) == [(CONFLICT, "input.birthDate")]
    assert await born("2024-01-01") == []
    await writes.ok("voidPlacement", **seen(placement), reason="Another child.")
    assert await born("2024-01-02") == [(CONFLICT, "input.birthDate")]


async def test_a_birth_of_which_the_month_is_known(writes: Writes) -> None:
    """The first day of the time that is known counts: whoever came within that month came after the birth."""
    child = await writes.child(birthDate="2026-01-01", birthDatePrecision="MONTH", startedOn="2026-01-10")
    told = await writes.do(
        "correctPlacement", **seen(await writes.placement(child)), startedOn="2025-12-31", reason="X"
    )
    assert told.refused == [(CONFLICT, "input.startedOn")]


@pytest.mark.parametrize(
    ("precision", "day", "last"), [("DAY", "2026-06-15", "2026-06-15"), ("MONTH", "2026-02-01", "2026-02-28"),
                                   ("YEAR", "2026-01-01", TODAY), ("ESTIMATED", "2026-01-01", TODAY)],
)  # fmt: skip
async def test_nothing_after_a_death(precision: str, day: str, last: str, writes: Writes) -> None:
    """The last day that a death may mean is a day of life, what ends then ends on the day after; and none after it."""
    child = await writes.child()
    placement = await writes.placement(child)
    link = await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-01-15")
    await died(writes, child, day, precision)
    after = await writes.value("SELECT ($1::text::date + 1)::text", last)
    too_late = await writes.value("SELECT ($1::text::date + 2)::text", last)
    ends = {"endedOn": too_late, "endReason": "OTHER"}
    told = await writes.do("endPlacement", **seen(placement), **ends)
    assert told.refused == [(CONFLICT, "input.endedOn")]
    told = await writes.do("endCommunityLink", **seen(link), endedOn=too_late)
    assert told.refused == [(CONFLICT, "input.endedOn")]
    told = await writes.do("correctPlacement", **seen(placement), startReason="EMERGENCY", reason="X")
    assert told.refused == [(CONFLICT, "input.startedOn")]
    await writes.ok("endPlacement", **seen(placement), **ends | {"endedOn": after})
    await writes.ok("endCommunityLink", **seen(link), endedOn=after)


async def test_nobody_is_placed_or_tied_after_a_death(writes: Writes) -> None:
    """New stays, ties and bonds of a child who has died are refused; once it was taken back they are not."""
    child, other = await writes.siblings(2)
    third, home = await writes.child(), await writes.home()
    await died(writes, child, "2026-03-01")
    stay = {"homeId": home["id"], "startedOn": "2026-10-01"}
    tie = {"childId": child["id"], "kind": "SCHOOL", "startedOn": "2026-10-01"}
    bond = {"childId": third["id"], "siblingId": child["id"], "kind": "HALF"}
    assert (await writes.do("placeChild", childId=child["id"], **stay)).refused == [(CONFLICT, "input.startedOn")]
    both = [other["id"], child["id"]]
    assert (await writes.do("placeSiblings", childIds=both, **stay)).refused == [(CONFLICT, "input.childIds.1")]
    assert (await writes.do("addCommunityLink", **tie)).refused == [(CONFLICT, "input.startedOn")]
    assert (await writes.do("recordSiblingBond", **bond)).refused == [(CONFLICT, "input.startedOn")]
    known = [{"siblingId": child["id"], "kind": "FULL"}]
    told = await writes.do("admitChild", **writes.about(home, startedOn="2026-10-01", siblings=known))
    assert told.refused == [(CONFLICT, "input.siblings.0")]
    assert (await writes.do("recordSiblingBond", **bond, startedOn="2026-03-01")).refused == []
    await died(writes, child, None)
    await writes.ok("placeChild", childId=child["id"], **stay)


async def test_an_admission_that_was_earlier_takes_the_enrolment_along(writes: Writes) -> None:
    """No enrolment comes after its placements: the office's correction moves it, a later move of the stay does not."""
    child = await writes.child(startedOn="2026-01-10")
    placement = await writes.placement(child)
    told = await writes.do("correctPlacement", "caseworker", **seen(placement), startedOn="2026-01-05", reason="Late.")
    assert told.refused == [(CONFLICT, "input.startedOn")]
    await writes.ok("correctPlacement", **seen(placement), startedOn="2026-01-05", reason="Copied late.")
    row = await writes.again(child)
    assert (row["enrolledOn"], row["version"]) == ("2026-01-05", 2)
    placement = await writes.placement(child)
    await writes.ok("correctPlacement", **seen(placement), startedOn="2026-01-20", reason="It was later.")
    assert (await writes.again(child))["enrolledOn"] == "2026-01-05"


async def test_a_first_stay_that_is_placed_anew_takes_the_enrolment_along(writes: Writes) -> None:
    """An admission that was voided and recorded on an earlier day: the programme is responsible from then on."""
    child, home = await writes.child(startedOn="2026-01-10"), await writes.home()
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Wrong day.")
    given = {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-01-05"}
    assert (await writes.do("placeChild", "caseworker", **given)).refused == [(CONFLICT, "input.startedOn")]
    for key in ("once", "once"):
        await writes.ok("placeChild", **given, idempotencyKey=key)
    assert (await writes.again(child))["enrolledOn"] == "2026-01-05"


async def test_whoever_was_moved_has_been_in_care_before(writes: Writes) -> None:
    """What was before the present programme became responsible stays as it is, and the day of the move too."""
    child = await writes.child()
    await writes.ok("moveToProgramme", **seen(child), programmeId=writes.programmes["other"], movedOn="2026-10-01")
    placement = await writes.placement(child)
    await writes.ok("correctPlacement", **seen(placement), startedOn="2026-01-05", reason="Copied late.")
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Elsewhere.")
    home = await writes.home("other")
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-02-01")
    assert (await writes.again(child))["enrolledOn"] == "2026-10-01"


CALENDARS = {"NP": "Bikram Sambat", "ET": "Ethiopian", "TH": "Buddhist", "BE": None}


@pytest.mark.parametrize("country", CALENDARS)
async def test_the_hint_names_the_countrys_calendar(country: str, writes: Writes) -> None:
    """A day that is refused, for whatever reason, has the calendar of the country in its hint; where it has one."""
    office = Caller("om", Tier.OFFICE, (country,), (), "https://login.example")
    calendar = CALENDARS[country]

    def named(hint: str) -> bool:
        return "calendar" in hint if calendar is None else calendar in hint

    told = await writes.do("startProgramme", office, name="A", kind="AFTERCARE", startedOn="2078-01-01")
    assert [named(error["hint"]) for error in told.errors] == [calendar is not None]
    programme = await writes.ok("startProgramme", office, name="A", kind="AFTERCARE", startedOn="2015-01-01")
    home = {"programmeId": programme["id"], "name": "H", "form": "YOUTH_HOME", "capacity": 3, "openedOn": "2010-01-01"}
    told = await writes.do("openHome", office, **home)
    assert [error["path"] for error in told.errors] == [["input", "openedOn"]]
    assert [named(error["hint"]) for error in told.errors] == [calendar is not None]
    told = await writes.do("startProgramme", office, name=" ", kind="AFTERCARE", startedOn="2015-01-01")
    assert not any(named(error["hint"]) for error in told.errors)


IMPOSSIBLE = [
    'mutation M($on: Date!) { startProgramme(input: {name: "A", kind: AFTERCARE, startedOn: $on}) { __typename } }',
    "query Q($on: Date!) { children(where: {birthDate: {gte: $on}}) { totalCount } }",
    "query Q($on: [Date!]) { children(where: {birthDate: {in: $on}}) { totalCount } }",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
@pytest.mark.parametrize("day", ["2016-13-05", "2078-04-32", "2018-02-30", "16/1/2016"])
@pytest.mark.parametrize("country", ["NP", "ET", "BE"])
async def test_a_day_that_does_not_exist(country: str, day: str, text: str, writes: Writes) -> None:
    """A thirteenth month or a 32nd day in a variable is refused; its hint names the calendar, and nobody the day."""
    office = Caller("om", Tier.OFFICE, (country,), (), "https://login.example")
    body = await writes.send(text, office, on=day)
    (error,) = body["errors"]
    calendar = CALENDARS[country]
    assert error["extensions"]["code"] == BAD
    assert ((calendar or "Gregorian") in error["extensions"]["hint"]) is (calendar is not None)
    assert day not in str(body)


@pytest.mark.parametrize(("country", "calendar"), [("ET", "Ethiopian"), ("NP", "Bikram Sambat"), ("BE", None)])
async def test_a_day_that_does_not_exist_in_the_document(country: str, calendar: str | None, writes: Writes) -> None:
    """The same where it is written in the document, whose refusal is remembered for callers of every country."""
    office = Caller("om", Tier.OFFICE, (country,), (), "https://login.example")
    body = await writes.send('{ children(where: {birthDate: {gte: "2008-13-05"}}) { totalCount } }', office)
    hints = [error["extensions"]["hint"] for error in body["errors"]]
    assert [(calendar or "Gregorian") in hint for hint in hints] == [calendar is not None]


REPORT = """query ($p: PeriodInput!, $at: DateTime) {
    indicatorReport(indicators: ["CARE_STOCK"], period: $p, asKnownAt: $at) { period { label } }
}"""


@pytest.mark.parametrize(("country", "calendar"), [("ET", "Ethiopian"), ("NP", "Bikram Sambat"), ("BE", None)])
@pytest.mark.parametrize(
    "given",
    [
        {"p": {"year": 2019}, "at": "2016-13-05T00:00:00Z"},
        {"p": {"year": 2082}},
        {"p": {"year": 1900}},
        {"p": {"year": 2011, "month": 13}},
    ],
)
async def test_a_period_or_an_instant_that_does_not_exist(
    country: str, calendar: str | None, given: dict[str, object], writes: Writes
) -> None:
    """A year or a month that is refused, and an instant on a day that is none, have the calendar in the hint too."""
    office = Caller("om", Tier.OFFICE, (country,), (), "https://login.example")
    (error,) = (await writes.send(REPORT, office, **given))["errors"]
    assert error["extensions"]["code"] == BAD
    assert ((calendar or "Gregorian") in error["extensions"]["hint"]) is (calendar is not None)


async def test_a_quarter_that_does_not_exist_is_of_no_calendar(writes: Writes) -> None:
    """No calendar has a fifth quarter."""
    office = Caller("om", Tier.OFFICE, ("NP",), (), "https://login.example")
    (error,) = (await writes.send(REPORT, office, p={"year": 2019, "quarter": 5}))["errors"]
    assert "Gregorian" not in error["extensions"]["hint"]


LIVED = {
    "admitChild": {"enrolled_on", "started_on"},
    "registerChild": {"enrolled_on"},
    "beginCare": {"started_on", "ended_on"},
    "correctCareEpisode": {"started_on", "ended_on"},
    "endCare": {"ended_on"},
    "openGatekeeping": {"opened_on"},
    "correctGatekeepingAssessment": {"opened_on"},
    "recordGuardianship": {"started_on", "ended_on"},
    "correctGuardianship": {"started_on", "ended_on"},
    "endGuardianship": {"ended_on"},
    "recordLegalStatus": {"started_on", "ended_on"},
    "correctLegalStatus": {"started_on", "ended_on"},
    "endLegalStatus": {"ended_on"},
    "openSupport": {"asked_on", "started_on", "ended_on"},
    "updateSupportService": {"started_on"},
    "correctSupportService": {"asked_on", "started_on", "ended_on"},
    "endSupportService": {"ended_on"},
    "admitSiblings": {"started_on", "ended_on"},
    "placeSiblingsApart": {"started_on", "ended_on", "prepared_on", "decided_on", "due_on"},
    "placeChild": {"started_on", "ended_on", "prepared_on"},
    "placeSiblings": {"started_on", "ended_on", "prepared_on"},
    "correctPlacement": {"started_on", "ended_on", "prepared_on"},
    "endPlacement": {"ended_on"},
    "addCommunityLink": {"started_on", "ended_on"},
    "correctCommunityLink": {"started_on", "ended_on"},
    "endCommunityLink": {"ended_on"},
    "recordSiblingBond": {"started_on"},
    "correctSiblingBond": {"started_on"},
    "nameKeyCarer": {"started_on", "ended_on"},
    "correctCaregiverAssignment": {"started_on", "ended_on"},
    "endCaregiverAssignment": {"ended_on"},
    "recordTemporaryStay": {"started_on", "ended_on"},
    "correctTemporaryStay": {"started_on", "ended_on"},
    "endTemporaryStay": {"ended_on"},
    "moveToProgramme": {"enrolled_on"},
    # What hangs on the record that goes lies in the life of the one that stays.
    "voidChild": {
        "placement_prepared_on",
        "placement_started_on",
        "placement_ended_on",
        "sibling_bond_started_on",
        "community_link_started_on",
        "community_link_ended_on",
        "caregiver_assignment_started_on",
        "caregiver_assignment_ended_on",
        "care_episode_started_on",
        "care_episode_ended_on",
        "gatekeeping_assessment_opened_on",
        "guardianship_started_on",
        "guardianship_ended_on",
        "legal_status_started_on",
        "legal_status_ended_on",
        "support_service_asked_on",
        "support_service_started_on",
        "support_service_ended_on",
        "temporary_stay_started_on",
        "temporary_stay_ended_on",
    },
}
"""The days in a child's life that a mutation says, by hand."""


@pytest.mark.parametrize("name", all_actions())
def test_every_mutation_that_says_a_day_of_a_child_looks_at_its_life(name: str) -> None:
    """Whatever fills such a column is listed here, and its statement has the check that the column asks for."""
    action = all_actions()[name]
    given = {taken.name for taken in action.takes}
    # Of a child on record nothing is said.
    given -= set() if action.either is None else {action.either.named}
    for taken in action.takes:
        if isinstance(taken, Group):
            given |= {f"{taken.name}.{each.name}" for each in taken.takes}
        elif isinstance(taken, Given) and taken.kind is Kind.DATE and action.table != "child":
            table, _, column = taken.fills.partition(".")
            rule = graph_model().by_table[table].stored[column].day
            assert rule is not None
            assert not (rule.born or rule.lives) or _is_of_a_home(action) or column in LIVED[name]
    for tier in action.tiers & NATIONAL:
        compiled = compile_write(graph_model(), action, tier, frozenset(given), keyed=False)
        checked = {each.partition("_in_the_life_of_")[0] for each in compiled.refusals if "_in_the_life_of_" in each}
        assert checked == LIVED.get(name, set())


def _is_of_a_home(action: Action) -> bool:
    """Whether what it makes is a home's, and no child's."""
    tables = {taken.table for taken in action.takes if isinstance(taken, Linked)}
    return action.creates and "home" in tables and "child" not in tables and action.table != "placement"
