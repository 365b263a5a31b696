"""Rules of rows that come in a list with their whole: asked of each, and told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.reasons import Reason
from tests.writes.writes import unknown, uuid_of

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

BEGUN = "2026-06-01"
STOPS = "SELECT seen_on::text FROM outing_stop WHERE child_id = $1 ORDER BY seen_on"
GOOD = [{"seenOn": BEGUN, "leftOn": "2026-06-03"}, {"seenOn": "2026-06-03", "leftOn": "2026-06-05"}]


async def go(writes: Writes, child: Row, *stops: Json, as_: str = "caseworker", begun: str = BEGUN) -> list[Row]:
    """The errors of an outing."""
    about = {"childId": child["id"], "begunOn": begun, "stops": list(stops)}
    told = await writes.do("recordOuting", as_, shows="outing { id } errors { code reason path message }", **about)
    assert "errors" not in told.body, told.body
    assert (told.row is None) == bool(told.errors)
    return told.errors


def told_at(errors: list[Row]) -> list[tuple[str, str]]:
    """Reason and path of each."""
    return [(error["reason"], ".".join(error["path"][1:])) for error in errors]


async def test_good_stops_are_written(writes: Writes) -> None:
    """A list of stops that keep every rule, one after another, is written whole."""
    child = await writes.child()
    assert await go(writes, child, *GOOD, {"seenOn": "2026-06-05"}) == []
    assert [row["seen_on"] for row in await writes.rows(STOPS, uuid_of(child["id"]))] == [
        "2026-06-01", "2026-06-03", "2026-06-05",
    ]  # fmt: skip


async def test_a_part_has_the_id_that_its_client_gave(writes: Writes) -> None:
    """An object of the list may name its row; two of them cannot name one, and another country's is none."""
    child, ids = await writes.child(), [unknown("OutingStop"), unknown("OutingStop")]
    named = [stop | {"id": own} for stop, own in zip(GOOD, ids, strict=True)]
    for bad, told in (
        ([named[0], named[1] | {"id": ids[0]}], (Reason.NAMED_TWICE, "stops.1.id")),
        ([named[0] | {"id": unknown("OutingStop", "KE")}], (Reason.ID_OF_ANOTHER_COUNTRY, "stops.0.id")),
    ):
        assert told_at(await go(writes, child, *bad)) == [told]
    assert await go(writes, child, *named) == []
    found = await writes.rows("SELECT id FROM outing_stop WHERE child_id = $1", uuid_of(child["id"]))
    assert {row["id"] for row in found} == {uuid_of(own) for own in ids}


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ({"seenOn": "2026-05-31", "leftOn": BEGUN}, (Reason.OUTSIDE_ITS_DAYS, "stops.2.seenOn")),
        ({"seenOn": "2026-06-04", "leftOn": "2026-06-06"}, (Reason.ONE_AT_A_TIME, "stops.2.seenOn")),
        ({"seenOn": "2026-06-07", "leftOn": "2026-06-07"}, (Reason.ENDS_BEFORE_START, "stops.2.leftOn")),
    ],
)
async def test_what_breaks_a_rule_is_told_at_its_place(
    writes: Writes, bad: dict[str, str], told: tuple[str, str]
) -> None:
    """Of the whole's day, of another one of the list, of its own days; and nothing of the whole is written."""
    child = await writes.child()
    assert told_at(await go(writes, child, *GOOD, bad)) == [told]
    assert await writes.rows(STOPS, uuid_of(child["id"])) == []


async def test_what_is_on_record_stands_against_a_part(writes: Writes) -> None:
    """A second outing with stops on a day of the first one's, and of each other: every place that is wrong is told."""
    child = await writes.child()
    assert await go(writes, child, *GOOD) == []
    again = {"seenOn": "2026-06-04", "leftOn": "2026-06-10"}
    assert told_at(await go(writes, child, {"seenOn": "2026-06-10", "leftOn": "2026-06-11"}, again, again)) == [
        (Reason.ONE_AT_A_TIME, "stops.1.seenOn"), (Reason.ONE_AT_A_TIME, "stops.2.seenOn"),
    ]  # fmt: skip


async def test_a_part_lies_in_the_life_that_its_whole_leads_to(writes: Writes) -> None:
    """And in the days of the home that it leads to itself; each rule at every place that breaks it."""
    child, home = await writes.child(), await writes.home(openedOn="2026-06-02")
    dead = await writes.ok("recordDeath", id=child["id"], version=1, diedOn="2026-07-01")
    late = {"seenOn": "2026-07-02"}
    assert told_at(await go(writes, dead, GOOD[0], late)) == [(Reason.DIED_BEFORE, "stops.1.seenOn")]
    closed = {"seenOn": BEGUN, "leftOn": "2026-06-02", "homeId": home["id"]}
    other = {"seenOn": "2026-06-02", "leftOn": "2026-06-03", "homeId": home["id"]}
    assert told_at(await go(writes, dead, closed, other)) == [(Reason.OUTSIDE_ITS_DAYS, "stops.0.seenOn")]
    assert await go(writes, dead, other) == []


async def test_a_stranger_learns_nothing(writes: Writes) -> None:
    """Who does not see the child hears that there is none, whatever is wrong with the stops."""
    child = await writes.child()
    bad = {"seenOn": "2026-05-31"}
    for as_ in ("neighbour", "kenya"):
        errors = await go(writes, child, bad, as_=as_)
        assert (Reason.NO_SUCH_ROW, "childId") in told_at(errors) or errors[0]["code"] == "NOT_FOUND"
        assert {error["code"] for error in errors} <= {"NOT_FOUND", "CONFLICT"}
