"""Nothing is recorded by mistake for good: what was is set right, ended, opened again or taken back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph.declarations.day_bounds import span_of
from graph.declarations.verbs import Verb
from graph.entities import graph_model
from graph.entities.arrangement import OF_NO_HOME
from graph.reasons import Reason
from graph.writes.actions import all_actions
from graph.writes.mutation import Given
from graph.writes.rules import RULES
from tests.writes.made_up import HANDS, beside, made_up, plain_verbs, row_of
from tests.writes.operations import OPERATIONS, seen
from tests.writes.test_races import ROUNDS, outcomes
from tests.writes.writes import TODAY, Row, Told, Writes, uuid_of

MODEL = graph_model()
CREATING = [name for name, action in all_actions().items() if action.creates]
ENDING = [name for name, action in all_actions().items() if not action.creates and name.startswith(("end", "close"))]


LEANT_ON = [
    entity.table
    for entity in MODEL.kept
    if any(MODEL.leaning_on(entity.table)) and f"void{entity.type_name}" in plain_verbs()
]
"""The tables of which VOID looks for rows that lean on one; of a child an action of its own says what cannot stand."""


INSTEAD: Mapping[tuple[str, str], Mapping[str, Row]] = {
    ("family_contact", "caregiver"): {"siblingBondId": {}},
    ("family_contact", "relative"): {"siblingBondId": {}},
    ("placement", "partner"): {"homeId": {"arrangement": str(OF_NO_HOME[0])}},
}
"""What a row says in place of something, by its table and the link that does not go with it."""


def verbs_of(table: str) -> set[str]:
    """What may be done to a row of a table that is there."""
    return {action.name for action in all_actions().values() if action.table == table and not action.creates}


@pytest.mark.parametrize("name", CREATING)
def test_what_is_recorded_is_set_right_and_taken_back(name: str) -> None:
    """Each mutation that makes a row has one that sets it right, and one that takes it back."""
    action = all_actions()[name]
    entity, verbs = MODEL.by_table[action.table], verbs_of(action.table)
    assert verbs & {f"correct{entity.type_name}", f"update{entity.type_name}"}
    assert f"void{entity.type_name}" in verbs


@pytest.mark.parametrize("name", ENDING)
def test_what_has_ended_goes_on(name: str) -> None:
    """An end is taken back by a correction that empties it, or by opening anew."""
    action = all_actions()[name]
    type_name = MODEL.by_table[action.table].type_name
    correction = all_actions().get(f"correct{type_name}")
    takes = correction.takes if correction else ()
    empties = {each.name for each in takes if isinstance(each, Given) and each.clears}
    entity = MODEL.by_table[action.table]
    assert entity.stored[span_of(entity)[1]].label in empties or f"reopen{type_name}" in all_actions()


def named(told: Told) -> set[tuple[str, str]]:
    """Which rows stand against it: type and id."""
    assert told.refused
    return {(error["params"]["type"], error["params"]["id"]) for error in told.errors}


async def test_a_home_on_which_rows_stand(writes: Writes) -> None:
    """It is not taken back: each of them is named; then it is in no list, for nobody, and its id still leads to it."""
    home = await writes.home()
    child = await writes.child(home)
    tie = await writes.ok("addCommunityLink", homeId=home["id"], kind="FAITH", startedOn="2026-02-01")
    stay = await writes.placement(child)
    before = await writes.state()
    told = await writes.do("voidHome", **seen(home), reason="Opened twice.")
    assert told.reasons == {Reason.STANDS_ON_IT}
    assert set(told.refused) == {("CONFLICT", "input.id")}
    assert named(told) == {("Placement", stay["id"]), ("CommunityLink", tie["id"])}
    assert await writes.state() == before
    await writes.ok("voidPlacement", **seen(stay), reason="Another child.")
    await writes.ok("voidCommunityLink", **seen(tie), reason="Another home.")
    gone = await writes.ok("voidHome", **seen(home), reason="Opened twice.")
    assert (gone["voidReason"], gone["voidedAt"] is not None) == ("Opened twice.", True)
    for as_ in ("office", "caseworker", "region", "headquarters"):
        listed = await writes.send("{ homes(first: 1000) { nodes { id } } }", as_)
        assert gone["id"] not in {node["id"] for node in listed["data"]["homes"]["nodes"]}
    told = await writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-03-01")
    assert told.refused == [("NOT_FOUND", "input.homeId")]


@pytest.mark.parametrize("table", LEANT_ON)
async def test_whatever_leans_on_a_row_is_named(writes: Writes, table: str) -> None:
    """Of every table: what leads to a row that is to be taken back stands against that, and is named."""
    entity = MODEL.by_table[table]
    rule = RULES.get(f"void{entity.type_name}")
    stands = [each for each in MODEL.leaning_on(table) if rule is None or each[0].table not in rule.goes_along]
    leaning = {other.table for other, _ in stands}
    for other, links in stands:
        # All rows of the world stand on its own programme: more than are named.
        row = await (HANDS[table](writes, "own", "") if table == "programme" else row_of(writes, entity))
        whose = await beside(writes, entity, row, other)
        given = await _leads_to(writes, other.table, other.stored[links[0]].label, row, whose)
        # A home is changed by its address, and whoever takes it back has seen that.
        told = await writes.do(f"void{entity.type_name}", **seen(await writes.again(row)), reason="By mistake.")
        assert (other.type_name, given["id"]) in named(told)
        assert {type_ for type_, _ in named(told)} <= {MODEL.by_table[name].type_name for name in leaning}


async def _leads_to(writes: Writes, table: str, label: str, row: Row, whose: Row) -> Row:
    """A row of a table that leads to another one, and is the same child's where both are a child's."""
    action = {"child": "admitChild", "placement": "placeChild"}.get(table)
    verbs = [name for name, (of, does) in plain_verbs().items() if of.table == table and does.does is Verb.RECORD]
    name = action or (verbs[0] if verbs else next(each for each in CREATING if all_actions()[each].table == table))
    takes = {each.name for each in all_actions()[name].takes}
    whose = {each: value for each, value in whose.items() if each in takes}
    made_of = made_up(writes, name, of=whose) if name in plain_verbs() else OPERATIONS[name](writes)
    given = await made_of | whose
    said = [MODEL.by_table[table].stored[each].label for each in MODEL.by_table[table].at_end]
    for drop in ("startedOn", "endedOn", *said) if table != "child" else ():
        given.pop(drop, None)
    for drop, instead in INSTEAD.get((table, label), {}).items():
        given.pop(drop)
        given |= instead
    started = {"startedOn": "2026-06-01"} if "startedOn" in takes else {}
    if f"{label}Id" in takes:
        given[f"{label}Id"] = row["id"]
    made: Row = await writes.ok(name, **given | started)
    # Such a link is no caller's: where both are a child's, it leads to what the child has.
    if f"{label}Id" not in takes and not whose:
        (link,) = (each.name for each in MODEL.by_table[table].stored.values() if each.label == label)
        query = f'UPDATE "{table}" SET {link} = $1 WHERE id = $2'  # noqa: S608 - a table of ours
        await writes.operator.execute(query, uuid_of(row["id"]), uuid_of(made["id"]))
    return made


async def test_a_partner_is_taken_back_by_who_sees_all_that_leans_on_it(writes: Writes) -> None:
    """All programmes share a partner: a caseworker sets it right, and the office alone takes it back."""
    partner = await writes.ok("addCommunityPartner", "caseworker", name="Chess club", kind="SPORTS_CLUB")
    body = (await writes.do("voidCommunityPartner", "caseworker", **seen(partner), reason="Twice.")).body
    assert [error["extensions"]["code"] for error in body["errors"]] == ["FORBIDDEN"]
    given = {**seen(partner), "name": "Judo club", "reason": "Miswritten."}
    row = await writes.ok("correctCommunityPartner", "caseworker", **given)
    row = await writes.ok("voidCommunityPartner", **seen(row), reason="Twice.")
    told = await writes.do(
        "addCommunityLink", homeId=(await writes.home())["id"], partnerId=row["id"], kind="SCHOOL", startedOn=TODAY
    )
    assert told.refused == [("NOT_FOUND", "input.partnerId")]


async def test_a_home_that_was_closed_by_mistake(writes: Writes) -> None:
    """It goes on, and the history tells that it was closed, and why that was taken back; an open one is open."""
    home = await writes.home()
    told = await writes.do("reopenHome", **seen(home), reason="Another home.")
    assert (told.reasons, told.refused[0]) == ({Reason.HOME_OPEN}, ("CONFLICT", "input.id"))
    closed = await writes.ok("closeHome", **seen(home), closedOn="2026-11-01")
    row = await writes.ok("reopenHome", **seen(closed), reason="Another home.")
    assert (row["closedOn"], row["version"]) == (None, 3)
    found = await writes.get("home", "history { version operation reason before after }", id=home["id"])
    assert [
        (entry["version"], entry["operation"], entry["reason"], entry["before"], entry["after"])
        for entry in found["history"]
        if entry["version"] > 1
    ] == [
        (3, "reopenHome", "Another home.", {"closedOn": "2026-11-01"}, {"closedOn": None}),
        (2, "closeHome", None, {"closedOn": None}, {"closedOn": "2026-11-01"}),
    ]
    await writes.child(await writes.again(home))


async def programme(writes: Writes, **given: object) -> Row:
    """A programme of its own."""
    about = {"name": f"Programme {writes.number()}", "kind": "ALTERNATIVE_CARE", "startedOn": "2020-01-01"}
    row: Row = await writes.ok("startProgramme", **about | given)
    return row


async def test_a_programme_ends_when_nobody_is_left(writes: Writes) -> None:
    """While a home of it is open, or a child of it lives in one, each is named; then nothing begins under it."""
    row = await programme(writes)
    home = await writes.home(programmeId=row["id"], openedOn="2020-01-01")
    elsewhere = await writes.home()
    child = await writes.child(elsewhere, programmeId=row["id"])
    stay = await writes.placement(child)
    before = await writes.state()
    told = await writes.do("endProgramme", **seen(row), endedOn="2026-10-01")
    assert told.reasons == {Reason.HOME_OPEN, Reason.LIVES_IN_CARE}
    assert set(told.refused) == {("CONFLICT", "input.endedOn")}
    assert named(told) == {("Home", home["id"]), ("Placement", stay["id"])}
    assert await writes.state() == before
    await writes.ok("closeHome", **seen(home), closedOn="2026-10-01")
    await writes.ok("endPlacement", **seen(stay), endedOn="2026-10-01", endReason="OTHER")
    ended = await writes.ok("endProgramme", **seen(row), endedOn="2026-10-01")
    assert ended["endedOn"] == "2026-10-01"
    told = await writes.do("endProgramme", **seen(ended), endedOn="2026-10-02")
    assert told.reasons == {Reason.ENDED_ALREADY}
    told = await writes.do("reopenHome", **seen(await writes.again(home)), reason="Another home.")
    assert told.reasons == {Reason.PROGRAMME_NOT_RUNNING}
    told = await writes.do("placeChild", childId=child["id"], homeId=elsewhere["id"], startedOn="2026-10-05")
    assert told.reasons == {Reason.PROGRAMME_NOT_RUNNING}
    goes_on = await writes.ok("correctProgramme", **seen(ended), endedOn=None, reason="Another programme.")
    assert goes_on["endedOn"] is None
    await writes.ok("reopenHome", **seen(await writes.again(home)), reason="Another home.")


async def test_a_programmes_first_day_is_set_right(writes: Writes) -> None:
    """Not to a day after what is on record under it: each home and child of before is named."""
    row = await programme(writes)
    home = await writes.home(programmeId=row["id"], openedOn="2024-01-01")
    child = await writes.child(await writes.home(), programmeId=row["id"], startedOn="2025-01-01")
    wrong = {**seen(row), "reason": "Miswritten."}
    told = await writes.do("correctProgramme", **wrong, startedOn="2025-01-02")
    assert (told.reasons, named(told)) == (
        {Reason.ON_RECORD_EARLIER},
        {("Home", home["id"]), ("Child", child["id"])},
    )
    told = await writes.do("correctProgramme", **wrong, startedOn="2024-01-02")
    assert named(told) == {("Home", home["id"])}
    assert (await writes.ok("correctProgramme", **wrong, startedOn="2024-01-01"))["startedOn"] == "2024-01-01"
    told = await writes.do("voidProgramme", **seen(await writes.again(row)), reason="Twice.")
    assert named(told) == {("Home", home["id"]), ("Child", child["id"])}


async def test_a_homes_first_day_is_set_right(writes: Writes) -> None:
    """Not to a day after somebody has lived there; and it keeps room when its capacity is."""
    home = await writes.home(capacity=2)
    for _ in range(2):
        await writes.child(home)
    wrong = {**seen(await writes.again(home)), "reason": "Miswritten."}
    told = await writes.do("correctHome", **wrong, openedOn="2026-01-11")
    assert (told.reasons, told.refused) == ({Reason.ON_RECORD_EARLIER}, [("CONFLICT", "input.openedOn")])
    told = await writes.do("correctHome", **wrong, capacity=1)
    assert told.reasons == {Reason.HOME_TOO_SMALL}
    row = await writes.ok("correctHome", **wrong, openedOn="2026-01-10", form="FOSTER_FAMILY")
    assert (row["openedOn"], row["form"], row["setting"]) == ("2026-01-10", "FOSTER_FAMILY", "FAMILY_BASED")


async def test_a_bond_ends_for_both(writes: Writes) -> None:
    """They are no siblings from then on; taken back, they never were, and may be recorded anew."""
    one, other = await writes.siblings(2)
    (bond,) = await _bonds(writes, one)
    ended = await writes.ok("endSiblingBond", "caseworker", **seen(bond), endedOn="2026-10-01")
    assert [row["endedOn"] for row in (*await _bonds(writes, one), *await _bonds(writes, other))] == ["2026-10-01"] * 2
    found = await writes.get("child", "siblings { totalCount }", id=one["id"])
    assert found["siblings"]["totalCount"] == 0
    told = await writes.do("endSiblingBond", **seen(ended), endedOn="2026-10-02")
    assert told.reasons == {Reason.ENDED_ALREADY}
    goes_on = await writes.ok("correctSiblingBond", **seen(ended), endedOn=None, kind="HALF", reason="They are.")
    assert [(row["endedOn"], row["kind"]) for row in await _bonds(writes, other)] == [(None, "HALF")]
    await writes.ok("voidSiblingBond", **seen(goes_on), reason="Two others.")
    assert await _bonds(writes, one) == await _bonds(writes, other) == []
    await writes.ok("recordSiblingBond", childId=one["id"], siblingId=other["id"], kind="STEP", startedOn="2026-02-01")


async def test_a_bond_to_another_programmes_child(writes: Writes) -> None:
    """A caseworker who does not see the other side changes neither; the office changes both."""
    one, other = await writes.child(), await writes.child(None, "other")
    bond = await writes.ok(
        "recordSiblingBond", childId=one["id"], siblingId=other["id"], kind="FULL", startedOn="2026-02-01"
    )
    before = await writes.state()
    for name, given in (
        ("endSiblingBond", {"endedOn": "2026-10-01"}),
        ("correctSiblingBond", {"kind": "HALF", "reason": "Miswritten."}),
        ("voidSiblingBond", {"reason": "Two others."}),
    ):
        told = await writes.do(name, "caseworker", **seen(bond), **given)
        assert told.refused == [("FORBIDDEN", "input.id")]
    assert await writes.state() == before
    await writes.ok("voidSiblingBond", **seen(bond), reason="Two others.")
    assert await _bonds(writes, other) == []


async def _bonds(writes: Writes, child: Row) -> list[Row]:
    shows = "siblingBonds { nodes { id version kind startedOn endedOn } }"
    found: list[Row] = (await writes.get("child", shows, id=child["id"]))["siblingBonds"]["nodes"]
    return found


async def test_a_programmes_years(writes: Writes) -> None:
    """One a year, of a year in which it runs; everybody who reads the programme reads them, nobody else."""
    row = await programme(writes, startedOn="2024-05-01")
    about = {"programmeId": row["id"], "annualBudget": "12000.5"}
    year = await writes.ok("recordProgrammeYear", **about, year=2025, peopleReached="300")
    assert (year["year"], year["annualBudget"], year["peopleReached"]) == (2025, "12000.50", "300")
    for given, reason, path in (
        ({"year": 2025}, Reason.YEAR_ON_RECORD, "year"),
        ({"year": 2023}, Reason.PROGRAMME_NOT_RUNNING, "year"),
        ({"year": 2032}, Reason.DAY_TOO_FAR, "year"),
        ({"year": 2027, "peopleReached": "1"}, Reason.DAY_IN_FUTURE, "peopleReached"),
        ({"year": 2026, "annualBudget": "-1"}, Reason.WRONG_AMOUNT, "annualBudget"),
        ({"year": 2026, "peopleReached": "-1"}, Reason.WRONG_AMOUNT, "peopleReached"),
    ):
        told = await writes.do("recordProgrammeYear", **about | given)
        assert (told.reasons, told.refused[0][1]) == ({reason}, f"input.{path}"), given
    row = await writes.ok("updateProgrammeYear", **seen(year), annualBudget=None)
    row = await writes.ok("correctProgrammeYear", **seen(row), year=2024, reason="Miswritten.")
    shows = "programmeYears { nodes { year annualBudget peopleReached } }"
    for as_ in ("office", "region", "headquarters"):
        found = await writes.get("programme", shows, as_, id=about["programmeId"])
        assert found["programmeYears"]["nodes"] == [{"year": 2024, "annualBudget": None, "peopleReached": "300"}]
    for as_ in ("kenya", "caseworker"):
        assert await writes.get("programmeYear", "id", as_, id=year["id"]) is None
    told = await writes.do("correctProgramme", **seen(await writes.again({"id": about["programmeId"]})),
                           startedOn="2025-01-01", reason="Miswritten.")  # fmt: skip
    assert named(told) == {("ProgrammeYear", year["id"])}
    await writes.ok("voidProgrammeYear", **seen(row), reason="Twice.")
    await writes.ok("recordProgrammeYear", **about, year=2024)


# At the same time

HOMELESS = """
SELECT count(*) FROM placement p JOIN home h ON h.id = p.home_id WHERE h.id = $1 AND h.voided_at IS NOT NULL
"""


async def test_a_home_is_taken_back_while_somebody_comes(writes: Writes) -> None:
    """Whoever comes first: nobody lives in a home that never was."""
    for number in range(ROUNDS):
        home, child = await writes.home(), await writes.child()
        comes = (
            writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-06-01"),
            writes.do("addCommunityLink", homeId=home["id"], kind="FAITH", startedOn="2026-06-01"),
            writes.do("admitChild", **writes.about(home)),
        )
        each = [writes.do("voidHome", **seen(home), reason="Twice."), *comes]
        assert outcomes(await writes.together(each[:: (-1) ** number]))["DONE"] in {1, 3}
        assert await writes.value(HOMELESS, uuid_of(home["id"])) == 0


async def test_a_programme_ends_while_somebody_comes(writes: Writes) -> None:
    """Whoever comes first: nobody comes under a programme that has ended, and no home opens."""
    under = """
    SELECT (SELECT count(*) FROM home h WHERE h.programme_id = p.id AND h.closed_on IS NULL)
         + (SELECT count(*) FROM child c WHERE c.programme_id = p.id)
    FROM programme p WHERE p.id = $1 AND p.ended_on IS NOT NULL
    """
    for number in range(ROUNDS):
        row, home = await programme(writes), await writes.home()
        office = {"programmeId": row["id"], "name": "Shelter", "form": "EMERGENCY_SHELTER", "capacity": 3}
        comes = [
            writes.do("openHome", **office, openedOn=TODAY),
            writes.do("admitChild", **writes.about(home, programmeId=row["id"], startedOn=TODAY)),
        ]
        each = [writes.do("endProgramme", **seen(row), endedOn=TODAY), comes[number % 2]]
        comes[1 - number % 2].close()
        told = await writes.together(each[:: (-1) ** (number // 2)])
        assert outcomes(told)["DONE"] >= 1
        assert not await writes.value(under, uuid_of(row["id"]))


async def test_a_partner_is_taken_back_while_somebody_is_tied_to_it(writes: Writes) -> None:
    """Whoever comes first: no tie leads to a partner that never was."""
    ties = """
    SELECT count(*) FROM community_link l JOIN community_partner p ON p.id = l.partner_id
    WHERE p.id = $1 AND p.voided_at IS NOT NULL
    """
    home = await writes.home()
    for number in range(ROUNDS):
        partner = await writes.ok("addCommunityPartner", name="Club", kind="OTHER")
        about = {"homeId": home["id"], "partnerId": partner["id"], "kind": "OTHER", "startedOn": "2026-06-01"}
        each = [
            writes.do("voidCommunityPartner", **seen(partner), reason="Twice."),
            writes.do("addCommunityLink", "caseworker", **about),
        ]
        assert outcomes(await writes.together(each[:: (-1) ** number]))["DONE"] == 1
        assert await writes.value(ties, uuid_of(partner["id"])) == 0
