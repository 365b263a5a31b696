"""What a screen says of where a child lives and of room in a home is true, whoever of the country looks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import orjson
import pytest

from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.schema.sdl import build_schema
from tests.writes.operations import seen
from tests.writes.test_capacity import TOMORROW, WHY, full_home
from tests.writes.writes import TODAY, uuid_of

if TYPE_CHECKING:
    from countries.register.register import Register
    from tests.writes.writes import Row, Writes

ROOM = "query Q($id: ID!, $on: Date) { home(id: $id) { isOpen capacity occupancy freePlaces on: freePlaces(on: $on) } }"
FOUND = "query Q($w: HomeWhere) { homes(where: $w) { nodes { id } } }"
LIVES = "inCare currentPlacement { homeName startedOn } home { name }"


async def room(writes: Writes, home: Row, as_: str = "caseworker", on: str | None = None) -> Row:
    """What a caller is told of the room in a home."""
    told: Row = (await writes.send(ROOM, as_, id=home["id"], on=on))["data"]["home"]
    return told


async def is_found(writes: Writes, home: Row, as_: str = "caseworker", **where: object) -> bool:
    """Whether a list of homes with a condition has the home."""
    told = await writes.send(FOUND, as_, w={"id": {"eq": home["id"]}, **where})
    return [each["id"] for each in told["data"]["homes"]["nodes"]] == [home["id"]]


async def test_a_home_tells_every_caller_of_its_country_the_same(writes: Writes) -> None:
    """Places that children of other programmes take are taken; another country is told of no home, regions of none."""
    home = await writes.home(capacity=3)
    await writes.child(home)
    for _ in range(2):
        await writes.child(home, "other")
    for as_ in ("office", "caseworker"):
        assert await room(writes, home, as_, TODAY) == {
            "isOpen": True, "capacity": 3, "occupancy": 3, "freePlaces": 0, "on": 0,
        }  # fmt: skip
        assert await is_found(writes, home, as_, freePlaces={"eq": 0}, occupancy={"gte": 3})
        assert not await is_found(writes, home, as_, freePlaces={"gt": 0})
    shown = await writes.get("home", "children { totalCount }", "caseworker", id=home["id"])
    assert shown["children"]["totalCount"] == 1
    assert await room(writes, home, "kenya") is None
    assert not await is_found(writes, home, "kenya", freePlaces={"eq": 0})
    for as_ in ("region", "headquarters"):
        told = await writes.send(ROOM, as_, id=home["id"])
        assert told["data"]["home"] == {
            "isOpen": True, "capacity": 3, "occupancy": None, "freePlaces": None, "on": None,
        }  # fmt: skip
        assert {error["extensions"]["code"] for error in told["errors"]} == {"FORBIDDEN"}


async def test_room_is_told_of_a_day(writes: Writes) -> None:
    """Who came, who left, who is to come and who was never there: each counts on the days on which it holds."""
    home = await writes.home(capacity=4, openedOn="2020-01-01")
    await writes.child(home, startedOn="2026-03-01")
    left = await writes.placement(await writes.child(home, startedOn="2026-03-01"))
    await writes.ok("endPlacement", **seen(left), endedOn="2026-05-01", endReason="OTHER")
    wrong = await writes.placement(await writes.child(home, startedOn="2026-03-01"))
    await writes.ok("voidPlacement", **seen(wrong), reason="It was another home.")
    moving = await writes.child(startedOn="2026-03-01")
    await writes.ok("placeChild", childId=moving["id"], homeId=home["id"], startedOn="2027-01-01")
    free = {"2019-12-31": 0, "2020-01-01": 4, "2026-03-01": 2, "2026-04-30": 2, "2026-05-01": 3, "2026-12-31": 3}
    for day, places in (free | {"2027-01-01": 2, "9999-12-31": 2, "0001-01-01": 0}).items():
        assert (await room(writes, home, on=day))["on"] == places, day
    assert (await room(writes, home))["freePlaces"] == 3


async def test_a_home_that_is_too_full_has_no_place_less_than_none(writes: Writes) -> None:
    """More children than places are counted; free are none, and not one less."""
    home, child = await full_home(writes), await writes.child()
    await writes.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn=TODAY, exception=WHY)
    told = await room(writes, home, on="2026-11-21")
    assert (told["occupancy"], told["freePlaces"], told["on"]) == (2, 0, 0)
    assert await is_found(writes, home, freePlaces={"eq": 0}, occupancy={"gt": 1})
    assert not await is_found(writes, home, freePlaces={"lt": 0})


async def test_a_home_has_places_while_it_is_open(writes: Writes) -> None:
    """Before its first day and from the day of its closing on there is none; lists tell the open from the others."""
    planned = await writes.home(openedOn=TOMORROW)
    closed = await writes.home(openedOn="2020-01-01")
    await writes.ok("closeHome", **seen(closed), closedOn=TODAY)
    closing = await writes.home(openedOn="2020-01-01")
    await writes.ok("closeHome", **seen(closing), closedOn=TOMORROW)
    for home, is_open in ((planned, False), (closed, False), (closing, True)):
        told = await room(writes, home, on="2026-11-21")
        assert (told["isOpen"], told["freePlaces"]) == (is_open, 4 if is_open else 0)
        for as_ in ("office", "caseworker", "headquarters"):
            assert await is_found(writes, home, as_, isOpen={"eq": is_open})
            assert not await is_found(writes, home, as_, isOpen={"eq": not is_open})
            assert await is_found(writes, home, as_, **{"not": {"isOpen": {"eq": not is_open}}})
    assert [(await room(writes, home, on="2026-11-21"))["on"] for home in (planned, closed, closing)] == [0, 4, 4]
    assert (await room(writes, planned, on=TOMORROW))["on"] == 4


async def test_where_a_child_lives_is_told_though_the_home_is_not(writes: Writes) -> None:
    """In another programme's home a child is in care, under the home's name; who left, or is to come, is not."""
    elsewhere = await writes.home("other")
    housed, gone, coming = await writes.child(elsewhere), await writes.child(), await writes.child()
    await writes.ok("endPlacement", **seen(await writes.placement(gone)), endedOn="2026-05-01", endReason="OTHER")
    placement = await writes.placement(coming)
    await writes.ok("endPlacement", **seen(placement), endedOn="2026-05-01", endReason="OTHER")
    await writes.ok("placeChild", childId=coming["id"], homeId=elsewhere["id"], startedOn=TOMORROW)
    lives = {"homeName": elsewhere["name"], "startedOn": (await writes.placement(housed))["startedOn"]}
    for as_, home in (("caseworker", None), ("office", {"name": elsewhere["name"]})):
        told = await writes.get("child", LIVES, as_, id=housed["id"])
        assert told == {"inCare": True, "currentPlacement": lives, "home": home}
        for child in (gone, coming):
            told = await writes.get("child", LIVES, as_, id=child["id"])
            assert told == {"inCare": False, "currentPlacement": None, "home": None}
    mine = {"id": {"in": [each["id"] for each in (housed, gone, coming)]}}
    text = "query Q($w: ChildWhere) { children(where: $w) { nodes { id } } }"
    for as_, where, found in (
        ("caseworker", {"inCare": {"eq": True}}, {housed["id"]}),
        ("caseworker", {"currentPlacement": {"isNull": True}}, {gone["id"], coming["id"]}),
        ("caseworker", {"home": {"isNull": True}}, {housed["id"], gone["id"], coming["id"]}),
        ("office", {"home": {"isNull": True}}, {gone["id"], coming["id"]}),
        ("office", {"home": {"isNull": False, "name": {"eq": elsewhere["name"]}}}, {housed["id"]}),
        ("kenya", {"inCare": {"eq": True}}, set()),
    ):
        told = await writes.send(text, as_, w={**mine, **where})
        assert {each["id"] for each in told["data"]["children"]["nodes"]} == found, (as_, where)


async def test_a_child_that_was_recorded_twice_has_lived_where_either_record_says(writes: Writes) -> None:
    """Stays of the record that was taken back count in the file of the one that stands; each home tells its own."""
    before, home = await writes.home(), await writes.home()
    gone, stays = await writes.child(before), await writes.child(home, startedOn="2026-05-01")
    await writes.leave(gone, "2026-05-01")
    version = (await writes.again(gone))["version"]
    await writes.ok("voidChild", id=gone["id"], version=version, reason="Recorded twice.", sameAsId=stays["id"])
    for as_ in ("office", "caseworker"):
        told = await writes.get("child", f"{LIVES} homesLivedIn", as_, id=stays["id"])
        lives = {"homeName": home["name"], "startedOn": "2026-05-01"}
        assert told == {"inCare": True, "currentPlacement": lives, "home": {"name": home["name"]}, "homesLivedIn": 2}
        assert [(await room(writes, each, as_, "2026-04-30"))["on"] for each in (before, home)] == [3, 4]
        assert [(await room(writes, each, as_))["occupancy"] for each in (before, home)] == [0, 1]


@pytest.mark.parametrize(
    ("instant", "open_in"), [((22, 30), {"BE"}), ((21, 0), {"BE"}), ((20, 59), {"BE", "KE"}), ((23, 0), set())]
)
async def test_a_home_is_open_by_the_day_of_its_own_country(
    writes: Writes, register: Register, instant: tuple[int, int], open_in: set[str]
) -> None:
    """Headquarters is told so of each home, by field and by filter: a home in Kenya closes two hours earlier."""
    homes = {
        "BE": await writes.home(openedOn="2020-01-01"),
        "KE": await writes.home("kenya", openedOn="2020-01-01"),
    }
    for country, home in homes.items():
        as_ = "office" if country == "BE" else "kenya"
        await writes.do("closeHome", as_, **seen(home), closedOn=TOMORROW)
    now = datetime(2026, 11, 22, *instant, tzinfo=UTC)
    engine = Engine(build_schema()._schema, graph_model(), register, writes.database, lambda: now)
    text = "query Q($w: HomeWhere) { homes(where: $w) { nodes { isOpen country { code } } } }"
    mine = {"id": {"in": [home["id"] for home in homes.values()]}}
    for where, expected in (
        (mine, {(code, code in open_in) for code in homes}),
        ({**mine, "isOpen": {"eq": True}}, {(code, True) for code in open_in}),
        ({**mine, "isOpen": {"eq": False}}, {(code, False) for code in homes.keys() - open_in}),
    ):
        for as_, countries in (("headquarters", {"BE", "KE"}), ("region", {"BE"}), ("kenya", {"KE"})):
            answer = await engine.answer(GraphQLRequest(text, variables={"w": where}), writes.callers[as_])
            told = orjson.loads(answer.body)["data"]
            found = {(each["country"]["code"], each["isOpen"]) for each in told["homes"]["nodes"]}
            assert found == {each for each in expected if each[0] in countries}, (as_, where)


async def test_what_no_plan_may_say_is_recorded_as_a_fact(writes: Writes) -> None:
    """Nobody plans that a child leaves care for nobody knows where; that it has left so stays on record."""
    child = await writes.child(await writes.home())
    (care,) = await writes.rows("SELECT id FROM care_episode WHERE child_id = $1", uuid_of(child["id"]))
    given: Row = {"id": f"CareEpisode_BE_{care['id']}", "version": 1, "destination": "NOT_KNOWN"}
    assert (await writes.do("endCare", **given, endedOn="2027-02-01")).reasons == {"DESTINATION_NOT_KNOWN"}
    assert (await writes.ok("endCare", **given, endedOn="2026-06-01"))["destination"] == "NOT_KNOWN"
