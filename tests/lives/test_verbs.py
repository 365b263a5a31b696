"""The plain verbs over entities that have all of them: what is so of every verb, and what a declaration adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countries.tenancy.caller import Tier
from graph.declarations.living import named
from graph.entities import graph_model
from graph.reasons import Reason
from graph.writes.actions import all_actions
from tests.lives import facts
from tests.lives.catalogue import MANY, declare
from tests.lives.each_verb import EachVerb
from tests.shapes import MOST, shapes_of
from tests.writes.made_up import FIRST, LAST, LATER, LONG_AGO, made_up

if TYPE_CHECKING:
    from tests.writes.writes import Row, Writes

BEFORE = "2026-05-31"
"""The day before the first."""
VERBS = {mutation.name: mutation.does for entity in declare() for mutation in named(entity)}


class TestEachVerb(EachVerb):
    """What is so of every verb, of entities that have all of them."""

    verbs = VERBS
    shared = ("CommunityPartner",)


@pytest.mark.parametrize("name", VERBS)
@pytest.mark.usefixtures("writes")
def test_many_columns_are_few_texts(name: str) -> None:
    """Twenty columns that may be left out are not a million statements."""
    action = all_actions()[name]
    assert (len(action.takes) > MANY) is (name in {"recordPastime", "correctPastime"})
    for tier in action.tiers:
        assert len(shapes_of(graph_model(), action, tier)) <= MOST


async def pastime(writes: Writes, **given: object) -> Row:
    """An pastime that goes on."""
    least = await made_up(writes, "recordPastime", whole=False)
    row: Row = await writes.ok("recordPastime", "caseworker", **least | given)
    return row


async def test_it_lies_in_the_life_of_its_owner(writes: Writes) -> None:
    """No column says so: a day of a child's row lies in the child's life, one of a home's in the home's."""
    child = await writes.child()
    dead = await writes.ok("recordDeath", id=child["id"], version=1, diedOn="2026-07-01")
    least = await made_up(writes, "recordPastime", whole=False)
    told = await writes.do("recordPastime", **least | {"childId": dead["id"], "startedOn": FIRST})
    assert (told.reasons, told.refused) == ({Reason.GOES_ON_AFTER_DEATH}, [("CONFLICT", "input.startedOn")])
    late = {"childId": dead["id"], "endedOn": LAST, "endReason": "REACHED"}
    told = await writes.do("recordPastime", **least | late)
    assert (told.reasons, told.refused) == ({Reason.GOES_ON_AFTER_DEATH}, [("CONFLICT", "input.endedOn")])
    told = await writes.do("recordPastime", **least | late | {"startedOn": "2015-04-30"})
    assert Reason.BORN_LATER in told.reasons
    await writes.ok("recordPastime", **least | late | {"endedOn": "2026-07-02"})

    home = await writes.home(openedOn="2020-01-01")
    told = await writes.do("stocktakeHome", homeId=home["id"], heldOn="2019-12-31", grade=1)
    assert told.refused == [("CONFLICT", "input.heldOn")]
    row = await writes.ok("stocktakeHome", homeId=home["id"], heldOn="2020-01-01", grade=1)
    told = await writes.do("correctStocktake", id=row["id"], version=1, heldOn="2019-12-31", reason="Miswritten.")
    assert told.refused == [("CONFLICT", "input.heldOn")]


async def test_an_end_says_why(writes: Writes) -> None:
    """What is said with the end comes with it, and only then; the end is not before the first day."""
    least = await made_up(writes, "recordPastime", whole=False)
    for given in ({"endedOn": LAST}, {"endReason": "REACHED"}):
        told = await writes.do("recordPastime", **least | given)
        assert (told.reasons, told.refused) == ({Reason.HALF_GIVEN}, [("BAD_USER_INPUT", "input.endReason")])
    told = await writes.do("recordPastime", **least | {"endedOn": BEFORE, "endReason": "REACHED"})
    assert told.reasons == {Reason.ENDS_BEFORE_START}
    row = await pastime(writes)
    told = await writes.do("endPastime", id=row["id"], version=1, endedOn=BEFORE, endReason="REACHED")
    assert (told.reasons, told.refused) == ({Reason.ENDS_BEFORE_START}, [("CONFLICT", "input.endedOn")])
    told = await writes.do("correctPastime", id=row["id"], version=1, endReason="REACHED", reason="Forgotten.")
    assert told.reasons == {Reason.HALF_GIVEN}
    row = await writes.ok("endPastime", id=row["id"], version=1, endedOn=LAST, endReason="REACHED")
    assert (row["endedOn"], row["endReason"]) == (LAST, "REACHED")
    told = await writes.do("correctPastime", id=row["id"], version=2, startedOn=LATER, reason="Miswritten.")
    assert told.reasons == {Reason.ENDS_BEFORE_START}
    given = {"startedOn": "2026-05-01", "endedOn": "2026-05-02", "reason": "Miswritten."}
    row = await writes.ok("correctPastime", id=row["id"], version=2, **given)
    assert (row["startedOn"], row["endedOn"], row["endReason"]) == ("2026-05-01", "2026-05-02", "REACHED")
    row = await writes.ok("correctPastime", id=row["id"], version=3, endedOn=None, endReason=None, reason="It goes on.")
    assert (row["startedOn"], row["endedOn"], row["endReason"]) == ("2026-05-01", None, None)


async def test_what_is_planned_to_end_ends_otherwise(writes: Writes) -> None:
    """An end that has not come is no end: it may be said anew."""
    row = await pastime(writes)
    row = await writes.ok("endPastime", id=row["id"], version=1, endedOn="2027-01-01", endReason="REACHED")
    row = await writes.ok("endPastime", id=row["id"], version=2, endedOn="2026-12-01", endReason="GIVEN_UP")
    assert (row["endedOn"], row["endReason"]) == ("2026-12-01", "GIVEN_UP")


async def test_there_is_one_at_a_time(writes: Writes) -> None:
    """A second one of the sort on one of the days is refused; what was taken back stands in nobody's way."""
    row = await pastime(writes)
    child = (await writes.get("pastime", "child { id }", id=row["id"]))["child"]["id"]
    least = await made_up(writes, "recordPastime", whole=False)
    told = await writes.do("recordPastime", **least | {"childId": child, "startedOn": LAST})
    assert (told.reasons, told.refused) == ({Reason.ONE_AT_A_TIME}, [("CONFLICT", "input.startedOn")])
    assert "pastime of that sort" in told.errors[0]["message"]
    await writes.ok("recordPastime", **least | {"childId": child, "kind": "ARTS"})
    await writes.ok("voidPastime", id=row["id"], version=1, reason="Another child.")
    await writes.ok("recordPastime", **least | {"childId": child})


async def test_parts_are_taken_back_with_their_whole(writes: Writes) -> None:
    """In the same statement, and theirs too; what was taken back before keeps its reason; the feed tells of each."""
    row = await pastime(writes, steps=[{"title": "One"}, {"title": "Two"}])
    steps = (await writes.get("pastime", "steps { nodes { id version } }", id=row["id"]))["steps"]["nodes"]
    note = await writes.ok("recordStepNote", stepId=steps[0]["id"], words="Well done.")
    early = await writes.ok("voidPastimeStep", **steps[1], reason="Never was.")
    await writes.ok("voidPastime", "caseworker", id=row["id"], version=1, reason="Another child.")
    shows = "voidReason version voidedAt"
    found = [await writes.get("pastimeStep", shows, id=each["id"]) for each in steps]
    found.append(await writes.get("stepNote", shows, id=note["id"]))
    assert [each["voidReason"] for each in found] == ["Another child.", "Never was.", "Another child."]
    assert [each["version"] for each in found] == [2, 2, 2]
    assert found[0]["voidedAt"] == found[2]["voidedAt"] != found[1]["voidedAt"] == early["voidedAt"]
    entries, kind = await facts.told_of(writes, note | {"version": 2})
    assert kind == "VOIDED"
    assert {(entry["operation"], entry["reason"]) for entry in entries} == {("voidPastime", "Another child.")}


async def test_what_is_no_fact_changes_without_a_reason(writes: Writes) -> None:
    """A plain change has what says so; a correction has the facts too, and wants a reason."""
    takes = {
        name: {each.name for each in all_actions()[name].takes} for name in ("updateStocktake", "correctStocktake")
    }
    assert takes["updateStocktake"] == {"phone", "reviewBy"}
    assert takes["correctStocktake"] == {"phone", "reviewBy", "heldOn", "grade", "reason"}
    row = await writes.ok("stocktakeHome", **await made_up(writes, "stocktakeHome"))
    told = await writes.do("correctStocktake", id=row["id"], version=1, reason="For nothing.")
    assert told.reasons == {Reason.NOTHING_GIVEN}
    told = await writes.do("correctStocktake", id=row["id"], version=1, reason="  ", grade=2)
    assert told.refused == [("BAD_USER_INPUT", "input.reason")]


async def test_many_links_are_one_text(writes: Writes) -> None:
    """Each is read under the caller's policies, given or not; a copy follows the link that is given."""
    least = {"childId": (await writes.child())["id"], "startedOn": LONG_AGO.replace("2012", "2016")}
    home, hidden = await writes.home(), await writes.home("other")
    row = await writes.ok("recordGathering", "caseworker", **least)
    assert row["venueName"] is None
    told = await writes.do("recordGathering", "caseworker", **least, venueId=hidden["id"])
    assert told.refused == [("NOT_FOUND", "input.venueId")]
    told = await writes.do("recordGathering", startedOn=FIRST, venueId=home["id"])
    assert told.refused == [("BAD_USER_INPUT", "input.childId")]
    corrected = await writes.ok(
        "correctGathering", "caseworker", id=row["id"], version=1, venueId=home["id"], reason="Forgotten."
    )
    assert corrected["venueName"] == home["name"]
    told = await writes.do(
        "correctGathering", "caseworker", id=row["id"], version=2, venueId=hidden["id"], reason="Wrong."
    )
    assert told.refused == [("NOT_FOUND", "input.venueId")]
    again = await writes.ok("correctGathering", id=row["id"], version=2, startedOn=FIRST, reason="Miswritten.")
    assert (again["venueName"], again["startedOn"]) == (home["name"], FIRST)
    of_home = await writes.ok("recordGathering", "caseworker", homeId=home["id"], startedOn=FIRST)
    programme = await writes.get("gathering", "programme { id }", id=of_home["id"])
    assert programme["programme"]["id"] == writes.programmes["own"]


def test_who_may(writes: Writes) -> None:
    """Whoever may write the columns does the verb."""
    assert writes.programmes
    for name in VERBS:
        assert all_actions()[name].tiers == {Tier.CASEWORKER, Tier.OFFICE}
