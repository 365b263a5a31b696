"""Away without moving: where a child lives goes on, its host has room for it, and its stays end with the placement."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.writes.operations import MIRROR, seen
from tests.writes.writes import uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Told, Writes

AHEAD, TODAY = "2027-01-10", "2026-11-22"
ANSWER = {"reason": "There was no other bed.", "authorisedBy": "Duty officer"}


async def _lives(writes: Writes, **given: Json) -> tuple[Row, Row]:
    child = await writes.child(**given)
    return child, await writes.placement(child)


async def _away(writes: Writes, who: tuple[Row, Row], as_: str = "office", **given: Json) -> Told:
    child, placement = who
    about = {"childId": child["id"], "placementId": placement["id"], "kind": "RESPITE", "startedOn": "2026-11-01"}
    return await writes.do("recordTemporaryStay", as_, **about | given)


async def _stay(writes: Writes, who: tuple[Row, Row], as_: str = "office", **given: Json) -> Row:
    told = await _away(writes, who, as_, **given)
    assert not told.errors, told.errors
    row: Row = told.row
    return row


async def _free(writes: Writes, home: Row, as_: str = "office", on: str = TODAY) -> int:
    found: int = (await writes.get("home", f'freePlaces(on: "{on}")', as_, id=home["id"]))["freePlaces"]
    return found


async def test_nobody_and_no_stranger_records_one(writes: Writes) -> None:
    """Without a login nothing is told; another programme, or country, knows neither the child nor the stay."""
    who = await _lives(writes)
    stay = await _stay(writes, who, "caseworker")
    for as_ in ("neighbour", "kenya"):
        assert {"NOT_FOUND"} == {code for code, _ in (await _away(writes, who, as_)).refused}
        told = await writes.do("endTemporaryStay", as_, **seen(stay), endedOn=TODAY)
        assert [code for code, _ in told.refused] == ["NOT_FOUND"]
        assert await writes.get("temporaryStay", "id", as_, id=stay["id"]) is None


async def test_where_the_child_lives_goes_on(writes: Writes) -> None:
    """Its bed, its placement and its carer stay; the host has a place less while it lasts, and names nobody."""
    own, host = await writes.home(capacity=1), await writes.home("other", capacity=1)
    who = await _lives(writes, home=own)
    stay = await _stay(writes, who, homeId=host["id"], kind="RESPITE", startedOn="2026-11-20", endedOn="2026-12-24")
    assert [await _free(writes, each, "neighbour" if each is host else "office") for each in (own, host)] == [0, 0]
    assert await _free(writes, host, on="2026-12-24") == 1
    shows = "id home { id } hasHome placement { id stays { nodes { id } } }"
    seen_by = await writes.get("temporaryStay", shows, "caseworker", id=stay["id"])
    assert seen_by["home"] is None
    assert seen_by["hasHome"]
    assert seen_by["placement"]["stays"]["nodes"] == [{"id": stay["id"]}]
    child = await writes.again(who[0])
    assert child["home"]["id"] == own["id"]
    guests = "guestStays { nodes { id } } children { nodes { id } } occupancy"
    assert await writes.get("home", guests, "neighbour", id=host["id"]) == {
        "guestStays": {"nodes": []}, "children": {"nodes": []}, "occupancy": 1
    }  # fmt: skip
    longer = {"endedOn": "2026-12-26", "reason": "They stay on."}
    told = await writes.do("correctTemporaryStay", "caseworker", **seen(stay), **longer)
    assert told.reasons == {"HOME_OF_ANOTHER_PROGRAMME"}
    later = await writes.do("endTemporaryStay", "caseworker", **seen(stay), endedOn="2026-12-26")
    assert later.reasons == {"ENDS_EARLIER"}
    await writes.ok("endTemporaryStay", "caseworker", **seen(stay), endedOn="2026-12-20")
    assert await _free(writes, host, on="2026-12-20") == 1
    assert await writes.value(MIRROR) == 0


async def test_what_cannot_be_meant(writes: Writes) -> None:
    """Nights outside the week, days outside the placement, another child's placement, the own home, two at once."""
    own = await writes.home()
    who, other = await _lives(writes, home=own), await _lives(writes)
    refused: list[tuple[Row, str]] = [
        ({"nightsAWeek": 8}, "WRONG_AMOUNT"),
        ({"nightsAWeek": 0}, "WRONG_AMOUNT"),
        ({"startedOn": "2026-01-09", "endedOn": "2026-01-20"}, "OUTSIDE_ITS_DAYS"),
        ({"startedOn": "2026-01-09"}, "OUTSIDE_ITS_DAYS"),
        ({"endedOn": "2026-10-31"}, "ENDS_BEFORE_START"),
        ({"placementId": other[1]["id"]}, "OF_ANOTHER_CHILD"),
        ({"homeId": own["id"]}, "LIVES_THERE_ALREADY"),
    ]
    before = await writes.state()
    for given, reason in refused:
        assert reason in (await _away(writes, who, **given)).reasons, given
    assert await writes.state() == before
    stay = await _stay(writes, who, kind="HOLIDAY", endedOn="2026-11-10")
    inside = await _away(writes, who, kind="HOSPITAL", startedOn="2026-11-03", endedOn="2026-11-05")
    assert inside.reasons == {"ONE_AT_A_TIME"}
    await _stay(writes, who, kind="TRIAL_AT_HOME", nightsAWeek=2, startedOn="2026-10-01")
    await _stay(writes, who, kind="SHARED_CARE", nightsAWeek=1, startedOn="2026-10-01")
    assert (await writes.do("voidPlacement", **seen(who[1]), reason="Wrong child.")).reasons == {"STANDS_ON_IT"}
    longer = await writes.do("endTemporaryStay", **seen(stay), endedOn=TODAY)
    assert longer.reasons == {"ENDED_ALREADY", "ENDS_EARLIER"}
    moved = await writes.ok("correctTemporaryStay", **seen(stay), endedOn="2026-11-12", reason="They came later.")
    await writes.ok("voidTemporaryStay", **seen(moved), reason="It rained.")
    assert await writes.value(MIRROR) == 0


async def test_a_host_has_room_and_its_licence(writes: Writes) -> None:
    """As a plan it is refused; as a fact it is recorded where somebody answers for it, and that stays visible."""
    host = await writes.home(capacity=1)
    await writes.child(host)
    who = await _lives(writes)
    for as_ in ("office", "caseworker"):
        plan = await _away(writes, who, as_, homeId=host["id"], startedOn=AHEAD, exception=ANSWER)
        assert plan.reasons == {"HOME_FULL"}
    assert (await _away(writes, who, homeId=host["id"])).reasons == {"HOME_FULL"}
    stay = await _stay(writes, who, homeId=host["id"], endedOn="2026-11-04", exception=ANSWER)
    shows = "exceptions { nodes { rule dated home { id } } }"
    told = await writes.get("placement", shows, id=who[1]["id"])
    assert told["exceptions"]["nodes"] == [{"rule": "CAPACITY", "dated": "2026-11-01", "home": {"id": host["id"]}}]
    longer = await writes.do("correctTemporaryStay", **seen(stay), endedOn="2026-11-09", reason="It was longer.")
    assert longer.reasons == {"HOME_FULL"}
    said = {"endedOn": "2026-11-09", "reason": "It was longer.", "exception": ANSWER}
    await writes.ok("correctTemporaryStay", **seen(stay), **said)
    into = await writes.do("correctPlacement", **seen(who[1]), homeId=host["id"], reason="There.", exception=ANSWER)
    assert into.reasons == {"LIVES_THERE_ALREADY"}
    group = await writes.home(form="SMALL_GROUP_HOME", capacity=9)
    assert (await _away(writes, who, homeId=group["id"], startedOn=AHEAD)).reasons == {"HOME_NOT_LICENSED"}
    assert await writes.value(MIRROR) == 0


@pytest.mark.parametrize("how", ["endPlacement", "placeChild", "placeSiblings", "endCare", "correctPlacement"])
async def test_it_ends_with_the_placement(how: str, writes: Writes) -> None:
    """What goes on ends on its day, a plan behind it is taken back, and a fact behind it is named and refuses it."""
    host = await writes.home()
    children = await writes.siblings(2)
    who = (children[0], await writes.placement(children[0]))
    goes_on = await _stay(writes, who, homeId=host["id"], kind="SHARED_CARE", nightsAWeek=2)
    plan = await _stay(writes, who, homeId=host["id"], startedOn=AHEAD, endedOn="2027-01-12")
    fact = await _stay(writes, who, kind="HOSPITAL", startedOn="2026-11-10", endedOn="2026-11-12")
    first = await _end(writes, how, who, children, "2026-11-09")
    assert [(each["reason"], each["params"]["id"]) for each in first.errors] == [("BEGINS_LATER", fact["id"])]
    done = await _end(writes, how, who, children, "2026-11-20")
    assert not done.errors, done.errors
    days = [(each["endedOn"], each["voidedAt"]) for each in [await writes.again(each) for each in (goes_on, fact)]]
    assert days == [("2026-11-20", None), ("2026-11-12", None)]
    voided = "SELECT voided_at IS NOT NULL FROM temporary_stay WHERE id = $1"
    assert await writes.value(voided, uuid_of(plan["id"]))
    assert await writes.value(MIRROR) == 0


async def _end(writes: Writes, how: str, who: tuple[Row, Row], children: list[Row], day: str) -> Told:
    child, placement = who
    if how == "endPlacement":
        return await writes.do(how, **seen(placement), endedOn=day, endReason="OTHER")
    if how == "correctPlacement":
        why = {"endReason": "OTHER", "reason": "It was so."}
        return await writes.do(how, **seen(await writes.placement(child)), endedOn=day, **why)
    if how == "endCare":
        return await writes.do(how, **seen(await writes.episode(child)), endedOn=day, destination="FAMILY")
    home = await writes.home()
    if how == "placeChild":
        return await writes.do(how, childId=child["id"], homeId=home["id"], startedOn=day)
    return await writes.do(how, childIds=[each["id"] for each in children], homeId=home["id"], startedOn=day)


async def test_a_death_ends_it_and_what_was_said_wrongly_gives_it_back(writes: Writes) -> None:
    """It ends on the day, by a death alone or at the end of the placement; a death taken back lets it go on."""
    host = await writes.home()
    who = await _lives(writes)
    stay = await _stay(writes, who, homeId=host["id"], kind="HOSPITAL", startedOn="2026-11-20")
    child = await writes.ok("recordDeath", **seen(await writes.again(who[0])), diedOn="2026-11-21")
    assert (await writes.again(stay))["endedOn"] == "2026-11-21"
    child = await writes.ok("correctDeath", **seen(child), diedOn="2026-11-22", reason="It was a day later.")
    assert (await writes.again(stay))["endedOn"] == "2026-11-22"
    await writes.ok("voidDeath", **seen(child), reason="It was another child.")
    assert (await writes.again(stay))["endedOn"] is None
    assert await writes.value(MIRROR) == 0


async def test_two_at_once(writes: Writes) -> None:
    """Of two that overlap one is recorded; of two guests one takes the last place of a home."""
    who = await _lives(writes)
    both = await asyncio.gather(*(_away(writes, who, as_, kind="HOLIDAY") for as_ in ("office", "caseworker")))
    assert sorted(len(each.errors) for each in both) == [0, 1]
    assert {"ONE_AT_A_TIME"} == set().union(*(each.reasons for each in both))
    host, guests = await writes.home(capacity=1), [await _lives(writes) for _ in range(2)]
    both = await asyncio.gather(*(_away(writes, each, homeId=host["id"]) for each in guests))
    assert sorted(len(each.errors) for each in both) == [0, 1]
    assert {"HOME_FULL"} == set().union(*(each.reasons for each in both))


async def test_a_placement_that_ends_while_a_stay_is_recorded(writes: Writes) -> None:
    """Either the stay is refused, or it ends along."""
    who = await _lives(writes)
    ended, away = await asyncio.gather(
        writes.do("endPlacement", **seen(who[1]), endedOn="2026-11-15", endReason="OTHER"), _away(writes, who)
    )
    assert not ended.errors
    assert away.reasons <= {"OUTSIDE_ITS_DAYS"}
    assert away.row is None or (await writes.again(away.row))["endedOn"] == "2026-11-15"
