"""What the faults' callers count: answers in a few words, and what of their writes stands in the database."""

from __future__ import annotations

import time
from collections import Counter

import asyncpg
import orjson
import pytest

from benchmarks.faults.callers import DONE, Write, answered
from benchmarks.faults.ledger import Kept, kept
from benchmarks.faults.processes import descendants
from benchmarks.faults.table import Outcome, table
from countries.connections.address import Address
from countries.tenancy.logins import OPERATOR

ADDED = {"data": {"addCommunityLink": {"communityLink": {"id": "CommunityLink_BE_1"}, "errors": []}}}
REFUSED = {"data": {"addCommunityLink": {"communityLink": None, "errors": [{"code": "CONFLICT"}]}}}
AWAY = {"data": None, "errors": [{"message": "…", "extensions": {"code": "UNAVAILABLE"}}]}
LINKS = "SELECT id FROM community_link WHERE country_code = 'BE' ORDER BY id LIMIT 4"
TOLD = "INSERT INTO change (country_code, number, type, row_id, kind) VALUES ('BE', $1, 'CommunityLink', $2, 'CREATED')"
COUNTED = (
    "INSERT INTO change_counter (country_code, last) VALUES ('BE', $1)"
    " ON CONFLICT (country_code) DO UPDATE SET last = excluded.last"
)


@pytest.mark.parametrize(
    ("status", "answer", "expected"),
    [
        (200, ADDED, DONE),
        (200, REFUSED, "200 CONFLICT"),
        (200, AWAY, "200 UNAVAILABLE"),
        (503, AWAY, "503 UNAVAILABLE"),
        (503, ADDED, "503"),
        (200, {"data": {"addCommunityLink": None}}, "200"),
        (200, {"data": None}, "200"),
        (502, [1], "502"),
    ],
)
def test_only_what_was_done_counts_as_done(status: int, answer: object, expected: str) -> None:
    """A payload without errors under 200; everything else is named by its status and its code."""
    assert answered(status, orjson.dumps(answer)) == expected


def test_what_is_no_json_is_named_by_its_status() -> None:
    """A proxy's page is no answer of the graph."""
    assert answered(502, b"<html>Bad gateway</html>") == "502"


async def test_what_is_lost_or_doubled_is_seen(world: Address) -> None:
    """Acknowledged and not there, or not in the feed, is lost; there twice is doubled; what is open is neither."""
    operator = await asyncpg.connect(**world.connect_arguments(OPERATOR))
    change = operator.transaction()
    await change.start()
    try:
        links = [row["id"] for row in await operator.fetch(LINKS)]
        for note, link in zip(("kept", "doubled", "doubled", "untold"), links, strict=True):
            await operator.execute("UPDATE community_link SET note = $1 WHERE id = $2", note, link)
        last = await operator.fetchval("SELECT coalesce(max(last), 0) FROM change_counter WHERE country_code = 'BE'")
        for place, link in enumerate(links[:3], start=1):
            await operator.execute(TOLD, last + place, link)
        await operator.execute(COUNTED, last + 3)
        now = time.monotonic()
        writes = [Write(key, now, now) for key in ("kept", "doubled", "lost")] + [Write("open", now)]
        assert await kept(operator, writes) == Kept(done=3, lost=1, doubled=1, open=1, gaps=())

        await operator.execute(COUNTED, last + 4)
        found = await kept(operator, [Write("untold", now, now)])
        assert found == Kept(done=1, lost=1, doubled=0, open=0, gaps=("BE",))
        assert not found.is_whole
    finally:
        await change.rollback()
        await operator.close()


def test_an_outcome_is_a_row() -> None:
    """Answers by how often they came, counts, seconds, and whatever else was seen."""
    whole = Kept(1_234, 0, 0, 0, ())
    answers = Counter({DONE: 1_234, "503 UNAVAILABLE": 3, "cut off": 7})
    outcome = Outcome("A fault", answers, whole, 0.44, {"KE": 0.5, "BE": 8.06}, ["12 held"])
    assert outcome.is_whole
    assert table([outcome], {"Another": "wants root"}).splitlines()[2:] == [
        "| A fault | cut off × 7, 503 UNAVAILABLE × 3 | 1,234 | 0 | 0 | 0.4 s | BE 8.1 s, KE 0.5 s | 12 held |",  # noqa: RUF001 - a sign of times
        "| Another | not tried: wants root |  |  |  |  |  |  |",
    ]
    assert not Outcome("A fault", answers, whole, None, {}).is_whole
    assert not Outcome("A fault", answers, Kept(1, 1, 0, 0, ()), 0.1, {}).is_whole
    assert not Outcome("A fault", answers, Kept(1, 0, 0, 1, ()), 0.1, {}).is_whole


def test_a_process_has_its_own_children_alone() -> None:
    """The first process of all has the others below it; one that is not there has none."""
    assert descendants(1)
    assert descendants(2**30) == []
