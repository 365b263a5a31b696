"""Decisions and who was heard on them: in one step, of one child, looked at again, and of one occasion each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.writes.identities import new_id
from tests.writes.operations import seen
from tests.writes.writes import unknown

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

TODAY, AGAIN = "2026-11-22", "2027-02-20"
HEARD = (
    "kind outcome owed overdue tasks { nodes { title } }"
    " participations(orderBy: [{ id: ASC }]) { nodes { id version role present how view agrees effect name"
    " askedBy caregiver { id } relative { id } voidedAt } }"
    " options(orderBy: [{ id: ASC }]) { nodes { choice why home { id } } }"
)
LISTED = """query Q($child: ID!) {
  participations(where: { child: { id: { eq: $child } } }) { totalCount }
  decisions(where: { child: { id: { eq: $child } } }) { totalCount } }"""
CHILD = {"role": "CHILD", "present": "YES", "how": "SHOWED", "view": "She went to the garden.", "agrees": "AGREES"}
MOTHER = {"role": "MOTHER", "present": "NO", "how": "WROTE", "agrees": "DISAGREES", "effect": "She visits on Sundays."}


async def _decide(writes: Writes, child: Row, as_: str = "caseworker", /, **given: Json) -> Told:
    about = {"childId": child["id"], "kind": "PLAN", "decidedBy": "Ms. Intake", "outcome": "She stays at her school."}
    return await writes.do("recordDecision", as_, **about | given)


async def _decided(writes: Writes, child: Row, /, **given: Json) -> Row:
    told = await _decide(writes, child, **given)
    assert not told.errors, told.errors
    row: Row = told.row
    return row


async def _refused(writes: Writes, child: Row, /, **given: Json) -> tuple[list[tuple[str, str]], set[str]]:
    before = await writes.state()
    told = await _decide(writes, child, **given)
    assert await writes.state() == before
    return told.refused, told.reasons


async def _relative(writes: Writes, child: Row, relation: str) -> Row:
    about = {"relation": relation, "givenName": "Sofie", "whereabouts": "KNOWN", "contact": "ALLOWED"}
    row: Row = await writes.ok("recordRelative", childId=child["id"], **about)
    return row


async def _heard(writes: Writes, decision: Row, as_: str = "caseworker") -> Json:
    return await writes.get("decision", HEARD, as_, id=decision["id"])


async def test_no_stranger_decides_or_reads_what_was_said(writes: Writes) -> None:
    """Another team and another country know neither the child, nor the decision, nor the words; the office does."""
    child = await writes.child()
    decision = await _decided(writes, child, participations=[CHILD])
    (words,) = (await _heard(writes, decision, "office"))["participations"]["nodes"]
    for as_ in ("neighbour", "kenya"):
        assert (await _decide(writes, child, as_)).refused[0] == ("NOT_FOUND", "input.childId")
        told = await writes.do("lookedAtDecision", as_, **seen(decision))
        assert [code for code, _ in told.refused] == ["NOT_FOUND"]
        assert await writes.get("decision", "id", as_, id=decision["id"]) is None
        assert await writes.get("participation", "id", as_, id=words["id"]) is None
        listed = await writes.send(LISTED, as_, child=child["id"])
        assert listed["data"] == {"participations": {"totalCount": 0}, "decisions": {"totalCount": 0}}


async def test_a_decision_is_recorded_with_everybodys_words_and_its_options(writes: Writes) -> None:
    """One step: who took part and how, in the order in which they are given; which home was taken, and which not."""
    child, other = await writes.child(), await writes.home()
    placement = await writes.placement(child, "caseworker")
    mother = await _relative(writes, child, "MOTHER")
    options = [
        {"homeId": placement["home"]["id"], "choice": "TAKEN"},
        {"homeId": other["id"], "choice": "NOT_TAKEN", "why": "It is too far from her school."},
    ]
    said = [CHILD, MOTHER | {"relativeId": mother["id"], "name": "Sofie"}]
    decision = await _decided(
        writes, child, kind="PLACEMENT", placementId=placement["id"], participations=said, options=options
    )
    found = await _heard(writes, decision)
    words = [{name: each[name] for name in one} for one, each in zip((CHILD, MOTHER), _nodes(found), strict=True)]
    assert words == [CHILD, MOTHER]
    assert [each["relative"] for each in _nodes(found)] == [None, {"id": mother["id"]}]
    assert [(each["choice"], each["why"], each["home"]["id"]) for each in found["options"]["nodes"]] == [
        ("TAKEN", None, placement["home"]["id"]),
        ("NOT_TAKEN", "It is too far from her school.", other["id"]),
    ]
    assert (found["owed"], found["overdue"]) == (False, False)


def _nodes(found: Json) -> list[Row]:
    nodes: list[Row] = found["participations"]["nodes"]
    return nodes


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"decidedOn": "2026-11-23"}, [("BAD_USER_INPUT", "input.decidedOn")]),
        ({"kind": "CONTACT"}, [("BAD_USER_INPUT", "input.lookAgainOn")]),
        ({"kind": "SIBLINGS_APART", "lookAgainOn": AGAIN}, [("BAD_USER_INPUT", "input.siblingId")]),
        ({"decidedOn": TODAY, "lookAgainOn": "2026-11-21"}, [("CONFLICT", "input.lookAgainOn")]),
        ({"decidedOn": "2014-01-01"}, [("CONFLICT", "input.decidedOn")]),
        ({"participations": [CHILD, {"role": "NOBODY"}]}, None),
    ],
)
async def test_what_no_decision_can_be_is_refused(
    writes: Writes, given: Json, told: list[tuple[str, str]] | None
) -> None:
    """A day to come, a separation from nobody or for good, a day to look again before it, one before her birth."""
    child = await writes.child()
    if told is None:
        assert "errors" in (await _decide(writes, child, **given)).body
        return
    assert (await _refused(writes, child, **given))[0] == told


async def test_a_separation_is_from_a_brother_or_sister_and_not_from_oneself(writes: Writes) -> None:
    """A child is not apart from itself, nor from a child that is not there."""
    one, other = await writes.siblings(2)
    apart = {"kind": "SIBLINGS_APART", "lookAgainOn": AGAIN}
    assert await _refused(writes, one, **apart, siblingId=one["id"]) == (
        [("BAD_USER_INPUT", "input.siblingId")],
        {"SAME_CHILD"},
    )
    assert (await _refused(writes, one, **apart, siblingId=unknown("Child")))[0] == [("NOT_FOUND", "input.siblingId")]
    event = str(new_id())
    for child, sibling in ((one, other), (other, one)):
        await _decided(writes, child, **apart, siblingId=sibling["id"], eventId=event)
    shows = "decisionsAsSibling { nodes { eventId child { id } } }"
    assert (await writes.get("child", shows, "caseworker", id=one["id"]))["decisionsAsSibling"]["nodes"] == [
        {"eventId": event, "child": {"id": other["id"]}}
    ]


async def test_a_decision_is_about_the_childs_own_placement_and_care(writes: Writes) -> None:
    """What it leads to is of the same child; so is everybody's word, of what occasion they may be."""
    child, other = await writes.child(), await writes.child()
    placement, episode = await writes.placement(other), await writes.episode(other)
    for name, row in (("placementId", placement), ("careEpisodeId", episode)):
        assert await _refused(writes, child, **{name: row["id"]}) == (
            [("CONFLICT", f"input.{name}")],
            {"OF_ANOTHER_CHILD"},
        )
    aunt = await _relative(writes, other, "AUNT_OR_UNCLE")
    said = [CHILD, {"role": "RELATIVE", "relativeId": aunt["id"]}]
    refused, reasons = await _refused(writes, child, participations=said)
    assert (refused, reasons) == ([("CONFLICT", "input.participations.1.relativeId")], {"OF_ANOTHER_CHILD"})
    theirs = await _decided(writes, other)
    told = await writes.do("recordParticipation", childId=child["id"], decisionId=theirs["id"], role="CHILD")
    assert (told.refused, told.reasons) == ([("CONFLICT", "input.decisionId")], {"OF_ANOTHER_CHILD"})


async def test_who_is_heard_later_joins_one_occasion(writes: Writes) -> None:
    """A word is added to a decision or to an assessment: to one of the two, and not to both or to none."""
    child = await writes.child()
    decision = await _decided(writes, child)
    asked = await writes.ok("openGatekeeping", "caseworker", childId=child["id"])
    both = {"decisionId": decision["id"], "gatekeepingId": asked["id"]}
    for given in ({}, both):
        before = await writes.state()
        told = await writes.do("recordParticipation", "caseworker", childId=child["id"], role="CHILD", **given)
        assert (told.refused, told.reasons) == ([("BAD_USER_INPUT", "input.decisionId")], {"ONE_OF_TWO"})
        assert await writes.state() == before
    for name, occasion in both.items():
        row = await writes.ok(
            "recordParticipation", "caseworker", childId=child["id"], role="CHILD", **{name: occasion}
        )
        assert (row["present"], row["agrees"]) == ("NOT_KNOWN", "NOT_SAID")
        right = await writes.ok(
            "correctParticipation", "caseworker", **seen(row), view="I like it.", reason="Noted late."
        )
        assert right["view"] == "I like it."
    assert len(_nodes(await _heard(writes, decision))) == 1


async def test_an_assessment_is_completed_with_who_was_heard(writes: Writes) -> None:
    """In the same step; who is named and not there is told at the place."""
    child = await writes.registered("caseworker")
    asked = await writes.ok("openGatekeeping", "caseworker", childId=child["id"], openedOn="2026-11-10")
    said = {"completedOn": "2026-11-12", "necessity": "NOT_NECESSARY", "outcome": "SUPPORT_FAMILY"}
    stranger = [CHILD, {"role": "CAREGIVER", "caregiverId": unknown("Caregiver")}]
    before = await writes.state()
    told = await writes.do("completeGatekeeping", "caseworker", **seen(asked), **said, participations=stranger)
    assert told.refused == [("NOT_FOUND", "input.participations.1.caregiverId")]
    assert await writes.state() == before
    row = await writes.ok("completeGatekeeping", "caseworker", **seen(asked), **said, participations=[CHILD, MOTHER])
    shows = "outcome participations(orderBy: [{ id: ASC }]) { nodes { role view decision { id } child { id } } }"
    found = await writes.get("gatekeepingAssessment", shows, "caseworker", id=row["id"])
    assert found["outcome"] == "SUPPORT_FAMILY"
    mine = {"decision": None, "child": {"id": child["id"]}}
    assert _nodes(found) == [
        {"role": "CHILD", "view": CHILD["view"], **mine}, {"role": "MOTHER", "view": None, **mine},
    ]  # fmt: skip


async def test_one_option_is_taken_and_each_home_is_named_once(writes: Writes) -> None:
    """Two that are taken, and one that is named twice, are refused; so is a home that is not there."""
    child, home, other = await writes.child(), await writes.home(), await writes.home()
    taken = [{"homeId": each["id"], "choice": "TAKEN"} for each in (home, other)]
    twice = [{"homeId": home["id"], "choice": each} for each in ("TAKEN", "NOT_TAKEN")]
    for options in (taken, twice):
        refused, reasons = await _refused(writes, child, kind="PLACEMENT", options=options)
        assert ([code for code, _ in refused], reasons) == (["CONFLICT"], {"NAMED_TWICE"})
    stray = [{"homeId": unknown("Home"), "choice": "NOT_TAKEN"}]
    refused, _ = await _refused(writes, child, kind="PLACEMENT", options=stray)
    assert refused == [("NOT_FOUND", "input.options.0.homeId")]


async def test_a_decision_is_looked_at_again_once(writes: Writes) -> None:
    """It is owed until somebody has looked, and not before it was decided; then a task carries it out."""
    child = await writes.child()
    decision = await _decided(writes, child, kind="CONTACT", decidedOn="2026-08-01", lookAgainOn="2026-11-01")
    assert [(await _heard(writes, decision))[name] for name in ("owed", "overdue")] == [True, True]
    early = await writes.do("lookedAtDecision", "caseworker", **seen(decision), lookedAtOn="2026-07-31")
    assert early.refused == [("CONFLICT", "input.lookedAtOn")]
    looked = await writes.ok("lookedAtDecision", "caseworker", **seen(decision))
    assert looked["lookedAtOn"] == TODAY
    assert [(await _heard(writes, decision))[name] for name in ("owed", "overdue")] == [False, False]
    again = await writes.do("lookedAtDecision", "caseworker", **seen(looked))
    assert (again.refused, again.reasons) == ([("CONFLICT", "input.id")], {"ENDED_ALREADY"})
    task = {"childId": child["id"], "kind": "PREPARATION", "title": "Ask her father.", "dueOn": AGAIN}
    await writes.ok("recordTask", "caseworker", **task, decisionId=decision["id"])
    assert (await _heard(writes, decision))["tasks"]["nodes"] == [{"title": "Ask her father."}]


async def test_what_is_to_be_looked_at_again_ends_with_care(writes: Writes) -> None:
    """Then it is not owed, and nobody looks at it as if it were."""
    child = await writes.child()
    decision = await _decided(writes, child, lookAgainOn=AGAIN)
    await writes.leave(child, "2026-11-20")
    row = await writes.again(decision)
    assert (row["notOwedFrom"], row["notOwedReason"]) == ("2026-11-20", "CARE_ENDED")
    told = await writes.do("lookedAtDecision", "caseworker", **seen(row))
    assert (told.refused, told.reasons) == ([("CONFLICT", "input.id")], {"NOT_OWED"})


async def test_the_office_takes_a_decision_back_with_what_was_said_of_it(writes: Writes) -> None:
    """A caseworker does not; the words and the options go along, and a task that carries it out stands against it."""
    child = await writes.child()
    home = (await writes.placement(child))["home"]["id"]
    given = {"participations": [CHILD], "options": [{"homeId": home, "choice": "TAKEN"}]}
    decision = await _decided(writes, child, **given)
    assert "FORBIDDEN" in str((await writes.do("voidDecision", "caseworker", **seen(decision), reason="No.")).body)
    task = {"childId": child["id"], "kind": "OTHER", "title": "Buy a bicycle.", "dueOn": AGAIN}
    task = await writes.ok("recordTask", **task, decisionId=decision["id"])
    told = await writes.do("voidDecision", **seen(decision), reason="Another child's.")
    assert told.reasons == {"STANDS_ON_IT"}
    await writes.ok("voidTask", **seen(task), reason="Another child's.")
    (words,) = _nodes(await _heard(writes, decision))
    gone = await writes.ok("voidDecision", **seen(decision), reason="Another child's.")
    assert gone["voidedAt"] is not None
    assert (await writes.get("participation", "voidedAt", id=words["id"]))["voidedAt"] is not None
    assert (await writes.get("child", "decisions { totalCount }", id=child["id"]))["decisions"]["totalCount"] == 0
