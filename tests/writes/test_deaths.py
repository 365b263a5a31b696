"""The death of a child: said once, set right, taken back; what ends with it, and what stands against it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from countries.connections.address import Address
from tests.bulk.files import Desk
from tests.writes.operations import seen
from tests.writes.test_placements import stays
from tests.writes.writes import Json, Row, Told, Writes, uuid_of

LIFE = "id version diedOn diedOnPrecision age home { id }"
TIES = "SELECT started_on::text, ended_on::text FROM community_link WHERE child_id = $1 ORDER BY started_on, id"
EXCEPTION = {"reason": "Nobody was asked to leave.", "authorisedBy": "The director"}


async def life(writes: Writes, child: Row) -> Row:
    """What is on record of a child's life."""
    found: Row = await writes.get("child", LIFE, id=child["id"])
    return found


async def die(writes: Writes, child: Row, day: str = "2026-06-01", **given: str) -> Row:
    """A death that is recorded."""
    row: Row = await writes.ok("recordDeath", **seen(await writes.again(child)), diedOn=day, **given)
    return row


async def correct(writes: Writes, child: Row, **given: Json) -> Told:
    """A death that is set right."""
    return await writes.do("correctDeath", **seen(await writes.again(child)), reason="Miswritten.", **given)


async def void(writes: Writes, child: Row, **given: Json) -> Told:
    """A death that is taken back."""
    return await writes.do("voidDeath", **seen(await writes.again(child)), reason="Another child.", **given)


async def tie(writes: Writes, child: Row, day: str = "2026-02-01", **given: str) -> Row:
    """A tie to the community."""
    row: Row = await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn=day, **given)
    return row


async def ties(writes: Writes, child: Row) -> list[tuple[str, str | None]]:
    """First day, and first day after the last, of each tie."""
    rows = await writes.rows(TIES, uuid_of(child["id"]))
    return [(row["started_on"], row["ended_on"]) for row in rows]


async def test_a_death_ends_where_the_child_lives_and_its_ties(writes: Writes) -> None:
    """Placement and ties end on the day; bonds do not: brothers and sisters stay what they are."""
    child, sibling = await writes.siblings(2)
    await tie(writes, child)
    row = await writes.ok("recordDeath", "caseworker", **seen(await writes.again(child)), diedOn="2026-06-01")
    assert row["home"] is None
    found = await life(writes, child)
    assert (found["diedOn"], found["diedOnPrecision"], found["home"]) == ("2026-06-01", "DAY", None)
    assert await stays(writes, child) == [("2026-01-10", "2026-06-01", "DEATH")]
    assert await ties(writes, child) == [("2026-02-01", "2026-06-01")]
    shown = await writes.get("child", "siblings { nodes { id diedOn } }", id=sibling["id"])
    assert shown["siblings"]["nodes"] == [{"id": child["id"], "diedOn": "2026-06-01"}]


async def test_age_ends_with_life(writes: Writes) -> None:
    """An age counts no birthday after the day of death, and goes on where the death was not known yet."""
    child = await writes.child(birthDate="2015-08-01")
    assert (await life(writes, child))["age"] == 11
    before = await writes.value("SELECT to_json(clock_timestamp())#>>'{}'")
    await die(writes, child)
    assert (await life(writes, child))["age"] == 10
    query = "query Q($id: ID!, $at: DateTime!) { child(id: $id) { asKnownAt(instant: $at) } }"
    body = await writes.send(query, id=child["id"], at=before)
    assert body["data"]["child"]["asKnownAt"]["diedOn"] is None
    await void(writes, child)
    assert (await life(writes, child))["age"] == 11


async def test_a_death_is_not_in_the_future(writes: Writes) -> None:
    """Today is the last day that it may have; nothing is written of a later one."""
    child = await writes.child()
    before = await writes.state()
    told = await writes.do("recordDeath", **seen(child), diedOn="2026-11-23")
    assert told.refused == [("BAD_USER_INPUT", "input.diedOn")]
    assert await writes.state() == before
    await die(writes, child, "2026-11-22")
    assert (await life(writes, child))["home"] is None


async def test_a_death_comes_after_the_birth(writes: Writes) -> None:
    """The day of birth may be the day of death; of a month or a year, its last day is what counts."""
    for day, precision, refused in (
        ("2026-02-14", "DAY", True), ("2026-02-15", "DAY", False), ("2026-02-01", "MONTH", False),
        ("2026-01-01", "MONTH", True), ("2026-01-01", "YEAR", False), ("2025-01-01", "ESTIMATED", True),
    ):  # fmt: skip
        child = await writes.child(birthDate="2026-02-15", startedOn="2026-02-15")
        await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Another child.")
        told = await writes.do("recordDeath", **seen(child), diedOn=day, diedOnPrecision=precision)
        assert told.refused == ([("CONFLICT", "input.diedOn")] if refused else []), (day, precision)


async def test_a_birth_comes_before_the_death(writes: Writes) -> None:
    """The birth date of a child who has died is not set to a day after it."""
    child = await writes.child(birthDate="2015-01-01")
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Another child.")
    row = await die(writes, child, "2025-06-01")
    told = await writes.do("updateChild", **seen(row), birthDate="2025-06-02")
    assert told.refused == [("CONFLICT", "input.birthDate")]
    await writes.ok("updateChild", **seen(row), birthDate="2025-06-01")


async def test_a_death_is_said_once(writes: Writes) -> None:
    """A second one is refused, wherever it is said; the hint names what sets the first right."""
    child = await writes.child()
    await die(writes, child)
    told = await writes.do("recordDeath", **seen(await writes.again(child)), diedOn="2026-06-02")
    assert told.refused == [("CONFLICT", "input.diedOn")]
    assert "correctDeath" in told.errors[0]["hint"]


async def test_what_is_of_a_living_child_is_refused(writes: Writes) -> None:
    """After a death nobody is placed and no tie begins, whatever the day, and nobody comes along with a sibling."""
    child, sibling = await writes.siblings(2)
    home = await writes.home()
    await die(writes, child)
    ids = [sibling["id"], child["id"]]
    before = await writes.state()
    for day in ("2026-11-01", "2026-03-01", "2026-12-24"):
        about = {"homeId": home["id"], "startedOn": day}
        for told, path in (
            (await writes.do("placeChild", childId=child["id"], **about), "startedOn"),
            (await writes.do("placeSiblings", childIds=ids, **about), "childIds.1"),
            (await writes.do("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn=day), "startedOn"),
        ):
            assert ("CONFLICT", f"input.{path}") in told.refused
            assert any("taken back" in error["hint"] for error in told.errors)
    assert await writes.state() == before


async def test_later_facts_stand_against_a_death(writes: Writes) -> None:
    """A later placement, a later end and a later tie refuse it, lose nothing, and let it be once they are set right."""
    child, home = await writes.child(), await writes.home()
    first = await writes.placement(child)
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-07-01")
    tied = await tie(writes, child, "2026-08-01")
    before = await writes.state()
    told = await writes.do("recordDeath", **seen(child), diedOn="2026-06-01")
    assert told.refused == [("CONFLICT", "input.diedOn")] * 2
    assert await writes.state() == before
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Another child.")
    told = await writes.do("recordDeath", **seen(child), diedOn="2026-06-01")
    assert [error["message"] for error in told.errors] == [
        "The child has lived in a home after that day.",
        "The child has a tie to the community after that day.",
    ]
    first = await writes.again(first)
    await writes.ok("correctPlacement", **seen(first), endedOn=None, reason="Stayed.")
    told = await writes.do("recordDeath", **seen(child), diedOn="2026-06-01")
    assert [error["message"] for error in told.errors] == ["The child has a tie to the community after that day."]
    await writes.ok("endCommunityLink", **seen(tied), endedOn="2026-08-02")
    await die(writes, child)
    assert await stays(writes, child) == [("2026-01-10", "2026-06-01", "DEATH")]
    assert await ties(writes, child) == [("2026-08-01", "2026-08-02")]


async def test_an_end_on_record_stays(writes: Writes) -> None:
    """Who had left by the day of death, or on it, left for the reason on record; a later end is a later fact."""
    for ended, refused in (("2026-05-01", False), ("2026-06-01", False), ("2026-06-02", False), ("2026-06-03", True)):
        child = await writes.child()
        placement = await writes.placement(child)
        await writes.ok("endPlacement", **seen(placement), endedOn=ended, endReason="OTHER")
        told = await writes.do("recordDeath", **seen(child), diedOn="2026-06-01")
        assert told.refused == ([("CONFLICT", "input.diedOn")] if refused else [])
        assert await stays(writes, child) == [("2026-01-10", ended, "OTHER")]


async def test_what_was_planned_is_not_to_be(writes: Writes) -> None:
    """A planned placement is voided, a planned end gives way to the death, a planned tie keeps its first day."""
    child, home = await writes.child(), await writes.home()
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2027-01-01")
    plan = await writes.placement(child)
    await tie(writes, child, "2027-01-01")
    ending = await tie(writes, child, "2026-02-01")
    await writes.ok("endCommunityLink", **seen(ending), endedOn="2027-06-30")
    await die(writes, child)
    assert await stays(writes, child) == [("2026-01-10", "2026-06-01", "DEATH")]
    row = await writes.again(plan)
    assert (row["voidedAt"] is not None, row["voidReason"]) == (True, "The child has died.")
    assert await ties(writes, child) == [("2026-02-01", "2026-06-01"), ("2027-01-01", "2027-01-02")]
    await void(writes, child)
    assert await stays(writes, child) == [("2026-01-10", "2027-01-01", "MOVE")]
    assert await ties(writes, child) == [("2026-02-01", "2027-06-30"), ("2027-01-01", None)]


async def test_a_death_on_the_first_day(writes: Writes) -> None:
    """Who came that very day has lived there for a day."""
    child = await writes.child(startedOn="2026-06-01")
    await tie(writes, child, "2026-06-01")
    await die(writes, child)
    assert await stays(writes, child) == [("2026-06-01", "2026-06-02", "DEATH")]
    assert await ties(writes, child) == [("2026-06-01", "2026-06-02")]


async def test_of_a_month_or_a_year_the_first_day_ends_and_the_last_one_bounds(writes: Writes) -> None:
    """Whatever began within the time that is known stands; it ends on the first day, or holds its own."""
    child, home = await writes.child(), await writes.home()
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-06-20")
    told = await writes.do("recordDeath", **seen(child), diedOn="2026-05-01", diedOnPrecision="MONTH")
    assert told.refused == [("CONFLICT", "input.diedOn")]
    row = await die(writes, child, "2026-06-01", diedOnPrecision="MONTH")
    assert row["id"] == child["id"]
    assert (await life(writes, child))["diedOnPrecision"] == "MONTH"
    assert await stays(writes, child) == [("2026-01-10", "2026-06-20", "MOVE"), ("2026-06-20", "2026-06-21", "DEATH")]


async def test_a_death_is_said_of_the_child_alone(writes: Writes) -> None:
    """No end of a placement says it, as it would end one thing and leave the others."""
    child = await writes.child()
    before = await writes.state()
    placement = await writes.placement(child)
    told = await writes.do("endPlacement", "caseworker", **seen(placement), endedOn="2026-06-01", endReason="DEATH")
    assert told.reasons == {"ENDS_CARE"}
    assert await writes.state() == before


async def test_a_correction_of_a_placement_does_not_touch_a_death(writes: Writes) -> None:
    """Day and reason of an end by death follow the child; no correction makes one, or lets somebody live beyond it."""
    child = await writes.child()
    await die(writes, child)
    placement = await writes.placement(child)
    for given in ({"endedOn": "2026-06-02"}, {"endReason": "OTHER"}, {"endedOn": None}, {"endedOn": "2026-05-30"}):
        told = await writes.do("correctPlacement", **seen(placement), **given, reason="Set right.")
        assert ("CONFLICT", "input.endedOn") in told.refused, given
    row = await writes.ok("correctPlacement", **seen(placement), startedOn="2026-01-12", reason="Later.")
    assert (row["startedOn"], row["endedOn"], row["endReason"]) == ("2026-01-12", "2026-06-01", "DEATH")
    other = await writes.child()
    placement = await writes.placement(other)
    told = await writes.do(
        "correctPlacement", **seen(placement), endedOn="2026-06-01", endReason="DEATH", reason="It died."
    )
    assert ("BAD_USER_INPUT", "input.endReason") in told.refused
    await writes.ok("endPlacement", **seen(placement), endedOn="2026-06-01", endReason="OTHER")
    await die(writes, other)
    placement = await writes.again(placement)
    told = await writes.do("correctPlacement", **seen(placement), endReason="DEATH", reason="It was the death.")
    assert told.refused == [("BAD_USER_INPUT", "input.endReason")]
    await void(writes, other)
    assert await stays(writes, other) == [("2026-01-10", "2026-06-01", "OTHER")]
    for end in (None, "2026-06-03"):
        third = await writes.child()
        placement = await writes.placement(third)
        await writes.ok("endPlacement", **seen(placement), endedOn="2026-05-01", endReason="OTHER")
        await die(writes, third)
        placement = await writes.again(placement)
        told = await writes.do("correctPlacement", **seen(placement), endedOn=end, reason="Longer.")
        assert told.refused == [("CONFLICT", "input.endedOn")]


async def test_an_end_by_death_that_is_not_said_of_the_child_is_set_right(writes: Writes) -> None:
    """Of a record from before, which nobody has said of the child: its reason may change, and its death be recorded."""
    unsaid = """
    WITH ended AS (
      UPDATE placement SET ended_on = '2026-06-01', end_reason = 'DEATH' WHERE child_id = $1 RETURNING id
    ) UPDATE home_stay SET ended_on = '2026-06-01' FROM ended WHERE home_stay.id = ended.id
    """
    for correction in (True, False):
        child = await writes.child()
        await writes.operator.execute(unsaid, uuid_of(child["id"]))
        if correction:
            placement = await writes.placement(child)
            await writes.ok("correctPlacement", **seen(placement), endReason="OTHER", reason="It lives.")
            assert await stays(writes, child) == [("2026-01-10", "2026-06-01", "OTHER")]
        else:
            told = await writes.do("recordDeath", **seen(child), diedOn="2026-06-02")
            assert told.refused == [("CONFLICT", "input.diedOn")]
            await die(writes, child)
            assert not (await void(writes, child)).errors
            assert await stays(writes, child) == [("2026-01-10", None, None)]


async def test_a_tie_of_a_child_who_died_ends_with_it(writes: Writes) -> None:
    """Its end is not set to a day after the death; a tie of a home has no such bound."""
    child = await writes.child()
    tied = await tie(writes, child)
    await die(writes, child)
    wrong = {**seen(await writes.again(tied)), "reason": "Miswritten."}
    told = await writes.do("correctCommunityLink", **wrong, endedOn="2026-09-01")
    assert told.refused == [("CONFLICT", "input.endedOn")]
    await writes.ok("correctCommunityLink", **wrong, endedOn="2026-05-01")
    home = await writes.home()
    of_home = await writes.ok("addCommunityLink", homeId=home["id"], kind="FAITH", startedOn="2026-02-01")
    await writes.ok("endCommunityLink", **seen(of_home), endedOn="2026-09-01")


async def test_a_death_set_right_takes_its_ends_along(writes: Writes) -> None:
    """Placement and ties follow to an earlier day and to a later one; the history says why."""
    child = await writes.child()
    await tie(writes, child)
    await die(writes, child)
    for day in ("2026-05-01", "2026-07-01", "2026-11-22"):
        assert not (await correct(writes, child, diedOn=day)).errors
        assert (await life(writes, child))["diedOn"] == day
        assert await stays(writes, child) == [("2026-01-10", day, "DEATH")]
        assert await ties(writes, child) == [("2026-02-01", day)]
    assert not (await correct(writes, child, diedOnPrecision="YEAR")).errors
    found = await writes.get(
        "child", "diedOn diedOnPrecision history(first: 1) { operation reason after }", id=child["id"]
    )
    assert found["history"] == [
        {
            "operation": "correctDeath",
            "reason": "Miswritten.",
            "after": {"diedOnPrecision": "YEAR"},
        }
    ]


async def test_a_correction_keeps_the_rules_of_a_death(writes: Writes) -> None:
    """It is of a death on record, not in the future, not before the birth or a placement, and changes something."""
    child = await writes.child(birthDate="2015-01-01")
    assert (await correct(writes, child, diedOn="2026-06-01")).refused == [("CONFLICT", "input.id")]
    assert (await void(writes, child)).refused == [("CONFLICT", "input.id")]
    await die(writes, child)
    for day, refused in (
        ("2026-11-23", [("BAD_USER_INPUT", "input.diedOn")]), ("2026-01-09", [("CONFLICT", "input.diedOn")]),
        ("2014-12-31", [("CONFLICT", "input.diedOn")] * 2),
    ):  # fmt: skip
        assert (await correct(writes, child, diedOn=day)).refused == refused
    assert (await correct(writes, child)).refused == [("BAD_USER_INPUT", "input")]
    assert (await correct(writes, child, exception=EXCEPTION)).refused == [("BAD_USER_INPUT", "input")]
    assert await stays(writes, child) == [("2026-01-10", "2026-06-01", "DEATH")]


async def test_a_death_taken_back_leaves_no_trace_but_the_history(writes: Writes) -> None:
    """The child lives where it lived, its ties go on; what others had ended stays ended."""
    child = await writes.child()
    ended, going_on = await tie(writes, child, "2026-02-01"), await tie(writes, child, "2026-03-01")
    await writes.ok("endCommunityLink", **seen(ended), endedOn="2026-06-01")
    await die(writes, child)
    assert not (await void(writes, child)).errors
    found = await life(writes, child)
    assert (found["diedOn"], found["diedOnPrecision"]) == (None, None)
    assert found["home"] == child["home"]
    assert await stays(writes, child) == [("2026-01-10", None, None)]
    assert await ties(writes, child) == [("2026-02-01", "2026-06-01"), ("2026-03-01", None)]
    assert (await writes.again(going_on))["endedOn"] is None
    history = "history(first: 9) { operation reason }"
    told = (await writes.get("child", history, id=child["id"]))["history"]
    assert [(each["operation"], each["reason"]) for each in told][:2] == [
        ("voidDeath", "Another child."),
        ("recordDeath", None),
    ]
    home = await writes.home()
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-10-01")


async def test_an_end_that_was_set_since_stays(writes: Writes) -> None:
    """A tie whose end somebody has set since the death keeps it when the death is taken back."""
    child = await writes.child()
    tied = await tie(writes, child)
    await die(writes, child)
    wrong = {**seen(await writes.again(tied)), "reason": "Miswritten."}
    await writes.ok("correctCommunityLink", **wrong, endedOn="2026-05-01")
    await correct(writes, child, diedOn="2026-07-01")
    await void(writes, child)
    assert await ties(writes, child) == [("2026-02-01", "2026-05-01")]


@pytest.mark.parametrize(("end", "after"), [("2026-06-01", None), ("2026-05-01", "2026-05-01")])
async def test_a_file_that_leaves_an_end_as_it_is_has_not_said_it(
    writes: Writes, written: Address, tmp_path: Path, end: str, after: str | None
) -> None:
    """A tie whose note a file changes goes on when the death is taken back; one whose end it changes does not."""
    child = await writes.child()
    row = await tie(writes, child)
    await die(writes, child)
    desk = Desk(written)
    await desk.take(tmp_path / "taken")
    file = tmp_path / "taken" / "communityLinks.csv"
    lines = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    (line,) = (each for each in lines if each["id"] == row["id"])
    with file.open("w", newline="") as brings:
        written_to = csv.DictWriter(brings, line)
        written_to.writeheader()
        written_to.writerow(line | {"endedOn": end, "note": "A school for all."})
    brought = await desk.bring(file)
    assert brought.stored is not None
    assert brought.stored.changed == {"communityLinks": 1}
    assert (await void(writes, child)).refused == []
    assert await ties(writes, child) == [("2026-02-01", after)]


async def test_a_home_that_was_filled_since_takes_the_child_back_with_an_exception(writes: Writes) -> None:
    """Where the place is taken, somebody has to answer for it, and the exception stays on record."""
    home = await writes.home(capacity=1)
    child, other = await writes.child(home), await writes.child()
    await die(writes, child)
    await writes.ok("placeChild", childId=other["id"], homeId=home["id"], startedOn="2026-08-01")
    before = await writes.state()
    assert (await void(writes, child)).refused == [("CONFLICT", "input.id")]
    assert (await correct(writes, child, diedOn="2026-09-01")).refused == [("CONFLICT", "input.id")]
    assert await writes.state() == before
    assert not (await correct(writes, child, diedOn="2026-08-01")).errors
    assert not (await correct(writes, child, diedOn="2026-09-01", exception=EXCEPTION)).errors
    assert not (await void(writes, child, exception=EXCEPTION)).errors
    assert await stays(writes, child) == [("2026-01-10", None, None)]
    noted = await writes.value("SELECT count(*) FROM placement_exception WHERE home_id = $1", uuid_of(home["id"]))
    assert noted == 2


async def test_a_home_that_has_closed_since_ends_what_goes_on(writes: Writes) -> None:
    """Nobody lives in a closed home: the placement goes on until it closed; a later death has to be recorded anew."""
    home = await writes.home()
    child = await writes.child(home)
    await die(writes, child)
    await writes.ok("closeHome", **seen(home), closedOn="2026-08-01")
    assert (await correct(writes, child, diedOn="2026-09-01")).refused == [("CONFLICT", "input.diedOn")]
    assert not (await void(writes, child)).errors
    assert await stays(writes, child) == [("2026-01-10", "2026-08-01", "HOME_CLOSED")]
    await die(writes, child, "2026-09-01")
    assert await stays(writes, child) == [("2026-01-10", "2026-08-01", "HOME_CLOSED")]


async def test_a_home_of_another_programme_is_the_offices(writes: Writes) -> None:
    """A caseworker records a death in a home that they do not see, and lets only the office open the stay again."""
    home = await writes.home("other")
    child = await writes.child()
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-03-01")
    await writes.ok("recordDeath", "caseworker", **seen(child), diedOn="2026-06-01")
    row = await writes.again(child)
    told = await writes.do("voidDeath", "caseworker", **seen(row), reason="Another child.")
    assert told.refused == [("FORBIDDEN", "input.id")]
    told = await writes.do("correctDeath", "caseworker", **seen(row), reason="Later.", diedOn="2026-07-01")
    assert told.refused == [("FORBIDDEN", "input.id")]
    await writes.ok("correctDeath", "caseworker", **seen(row), reason="Earlier.", diedOn="2026-05-01")
    assert not (await void(writes, child)).errors
    assert (await writes.again(child))["home"] == {"id": home["id"]}


async def test_a_placement_that_never_was_does_not_come_back(writes: Writes) -> None:
    """A placement may be voided after the death; the death stays said, and taking it back opens nothing."""
    child = await writes.child()
    await die(writes, child)
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Another child.")
    assert (await life(writes, child))["diedOn"] == "2026-06-01"
    assert not (await correct(writes, child, diedOn="2025-06-01")).errors
    assert not (await void(writes, child)).errors
    assert await stays(writes, child) == []


async def test_a_child_who_died_can_go_to_another_programme(writes: Writes) -> None:
    """The file goes on, and somebody is responsible for it; what the death ended goes along."""
    child = await writes.child()
    await tie(writes, child)
    row = await die(writes, child)
    await writes.ok("moveToProgramme", **seen(row), programmeId=writes.programmes["other"])
    told = await writes.do("voidDeath", "caseworker", **seen(await writes.again(child)), reason="Another child.")
    assert told.refused == [("NOT_FOUND", "input.id")]
    assert not (await void(writes, child)).errors
    assert await ties(writes, child) == [("2026-02-01", None)]


@pytest.mark.parametrize("name", ["recordDeath", "correctDeath", "voidDeath"])
async def test_a_stale_version_changes_nothing(name: str, writes: Writes) -> None:
    """Who has seen an earlier version decides again."""
    child = await writes.child()
    if name != "recordDeath":
        await die(writes, child)
    given = {"recordDeath": {"diedOn": "2026-06-01"}, "correctDeath": {"diedOn": "2026-06-02", "reason": "Wrong."}}
    row = await writes.again(child)
    await writes.ok("updateChild", **seen(row), interests="Chess")
    told = await writes.do(name, **seen(row), **given.get(name, {"reason": "Wrong."}))
    assert told.refused == [("CONFLICT", "input.version")]
