"""Brothers and sisters come into care together: all of them in one step, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writes.operations import MIRROR
from tests.writes.writes import unknown, uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

AHEAD, TODAY = "2027-01-10", "2026-11-22"
ANSWER = {"reason": "They came at night.", "authorisedBy": "Head of the office"}


def _new(writes: Writes, programme: str = "own", **given: Json) -> Row:
    return {
        "caseNumber": f"G-{writes.number()}", "givenName": "Kim", "birthDate": "2018-05-01", "sex": "FEMALE",
        "programmeId": writes.programmes[programme],
    } | given  # fmt: skip


def _group(home: Row, *children: Row, **given: Json) -> Row:
    return {"children": list(children), "kind": "FULL", "homeId": home["id"], "startedOn": TODAY} | given


async def test_three_arrive_at_night(writes: Writes) -> None:
    """Two who are new and one who is registered: for each what care begins with, and a bond with each other."""
    home, known = await writes.home(), await writes.registered()
    law = {"kind": "EMERGENCY_PROTECTION", "authority": "Police"}
    given = _group(
        home, _new(writes, givenName="Ann"), {"childId": known["id"]}, _new(writes, givenName="Ben"),
        reasons=["NEGLECT"], primaryReason="NEGLECT", legalStatus=law, emergency="YES",
    )  # fmt: skip
    shown = await writes.ok("admitSiblings", "caseworker", **given)
    ids = [uuid_of(each["id"]) for each in shown]
    assert [each["givenName"] for each in shown] == ["Ann", known["givenName"], "Ben"]
    assert shown[1]["id"] == known["id"]
    for table, many in (
        ("placement", 3), ("care_episode", 3), ("legal_status", 3), ("gatekeeping_assessment", 3), ("sibling_bond", 6),
    ):  # fmt: skip
        assert await writes.value(f"SELECT count(*) FROM {table} WHERE child_id = ANY($1)", ids) == many  # noqa: S608 - names of ours
    reasons = await writes.rows("SELECT DISTINCT reason_for_care FROM child WHERE id = ANY($1)", ids)
    assert reasons == [{"reason_for_care": "NEGLECT"}]
    assert await writes.value(MIRROR) == 0


async def test_who_is_on_record_keeps_what_is_known(writes: Writes) -> None:
    """The question that was asked before is linked, a bond that they have is not made anew, and they come back."""
    home, children = await writes.home(), [await writes.registered(), await writes.registered("office", "other")]
    one, two = children
    await writes.ok("recordSiblingBond", childId=one["id"], siblingId=two["id"], kind="HALF")
    asked = await writes.ok("openGatekeeping", childId=one["id"], openedOn="2026-11-01")
    told = await writes.ok("admitSiblings", **_group(home, {"childId": two["id"]}, {"childId": one["id"]}))
    assert [each["id"] for each in told] == [two["id"], one["id"]]
    ids = [uuid_of(each["id"]) for each in children]
    assert await writes.value("SELECT count(*) FROM sibling_bond WHERE child_id = ANY($1)", ids) == 2
    linked = "SELECT care_episode_id IS NOT NULL FROM gatekeeping_assessment WHERE id = $1"
    assert await writes.value(linked, uuid_of(asked["id"]))
    assert await writes.value("SELECT count(*) FROM gatekeeping_assessment WHERE child_id = ANY($1)", ids) == 2


async def test_room_for_all_or_an_answer_for_all(writes: Writes) -> None:
    """A plan is refused, a fact is noted of each of them."""
    home = await writes.home(capacity=2)
    given = _group(home, _new(writes), _new(writes), _new(writes))
    for said in ({}, {"startedOn": AHEAD, "exception": ANSWER}):
        told = await writes.do("admitSiblings", "caseworker", **given | said)
        assert told.refused == [("CONFLICT", "input.homeId")]
        assert told.reasons == {"HOME_FULL"}
    shown = await writes.ok("admitSiblings", "caseworker", **given, exception=ANSWER)
    ids = [uuid_of(each["id"]) for each in shown]
    rows = await writes.rows("SELECT rule FROM placement_exception WHERE child_id = ANY($1)", ids)
    assert [row["rule"] for row in rows] == ["CAPACITY"] * 3


async def test_thirteen_are_too_many_and_nobody_is_too_few(writes: Writes) -> None:
    """Twelve come; a list of nobody, and of thirteen, is refused without a look-up."""
    home = await writes.home(capacity=20)
    told = await writes.do("admitSiblings", **_group(home, *(_new(writes) for _ in range(13))))
    assert told.refused == [("BAD_USER_INPUT", "input.children")]
    assert "12" in told.errors[0]["message"]
    assert (await writes.do("admitSiblings", **_group(home))).reasons == {"EMPTY"}
    assert len(await writes.ok("admitSiblings", **_group(home, *(_new(writes) for _ in range(12))))) == 12


async def test_each_is_told_at_its_place(writes: Writes) -> None:
    """Who is unknown, who is in care already, whose number is taken, twice in the list too, and who is both or none."""
    home, here = await writes.home(), await writes.child()
    new = _new(writes)
    for children, wanted in (
        (({"childId": here["id"], "sex": "MALE"}, {}), {("children.0.childId", "ONE_OF_TWO"),
         ("children.1.childId", "ONE_OF_TWO")}),
        ((new, new | {"caseNumber": None}), {("children.1.caseNumber", "EMPTY")}),
        ((new, {"childId": unknown("Child")}), {("children.1.childId", "NO_SUCH_ROW")}),
        ((new, {"childId": here["id"]}), {("children.1", "ONE_AT_A_TIME"), ("children.1", "LIVES_ELSEWHERE")}),
        ((new, dict(new)), {("children.1.caseNumber", "CASE_NUMBER_TAKEN")}),
        ((_new(writes, caseNumber=here["caseNumber"]), new), {("children.0.caseNumber", "CASE_NUMBER_TAKEN")}),
        ((new, _new(writes, birthDate="2026-11-23")), {("children.1.birthDate", "DAY_IN_FUTURE")}),
        ((new, _new(writes, birthDate="2026-11-22")), set()),
    ):  # fmt: skip
        told = await writes.do("admitSiblings", **_group(home, *children), dryRun=True)
        assert {(".".join(map(str, each["path"][1:])), each["reason"]) for each in told.errors} == wanted


@pytest.mark.parametrize("as_", ["neighbour", "kenya"])
async def test_nobody_else_takes_them_in(writes: Writes, as_: str) -> None:
    """To another programme and to another country home, child and programme are as if they were not there."""
    home, known = await writes.home(), await writes.registered()
    told = await writes.do("admitSiblings", as_, **_group(home, _new(writes), {"childId": known["id"]}))
    assert told.reasons == {"NO_SUCH_ROW"}


async def test_they_do_not_come_apart_from_one_who_is_here(writes: Writes) -> None:
    """A plan leads to where their brother lives; his own programme is another one."""
    other, here = await writes.home(), await writes.child(None, "other")
    child = await writes.registered()
    await writes.ok("recordSiblingBond", childId=child["id"], siblingId=here["id"], kind="FULL")
    given = _group(other, _new(writes), {"childId": child["id"]}, startedOn=AHEAD)
    assert (await writes.do("admitSiblings", "caseworker", **given)).reasons == {"SIBLINGS_APART"}
    await writes.ok("admitSiblings", "caseworker", **given | {"startedOn": TODAY})
