"""The changes feed: what was written in a country, numbered in the order of the commits."""

from __future__ import annotations

import asyncio

from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import Row, Writes, uuid_of

SINCE = "SELECT * FROM change WHERE country_code = $1 AND number > $2 ORDER BY number"
LAST = "SELECT last FROM change_counter WHERE country_code = $1"
GAPS = """
SELECT count(*) FROM (SELECT number - lag(number, 1, 0) OVER (PARTITION BY country_code ORDER BY number) AS step
FROM change) steps WHERE step <> 1
"""
OUT_OF_STEP = """
SELECT count(*) FROM change_counter c WHERE last <> (SELECT max(number) FROM change WHERE country_code = c.country_code)
"""


class Feed:
    """What is new in one country's feed."""

    def __init__(self, writes: Writes, country: str = "BE") -> None:
        self.writes = writes
        self.country = country
        self.last = 0

    async def start(self) -> Feed:
        """Everything until now is known."""
        self.last = await self.writes.value(LAST, self.country)
        return self

    async def new(self) -> list[tuple[str, str, str]]:
        """Type, kind and programme of each change since, in order."""
        rows: list[Row] = await self.writes.rows(SINCE, self.country, self.last)
        self.last += len(rows)
        assert [row["number"] for row in rows] == list(range(self.last - len(rows) + 1, self.last + 1))
        names = {uuid_of(found): name for name, found in self.writes.programmes.items()}
        return [(row["type"], row["kind"], names.get(row["programme_id"], "-")) for row in rows]


BEGUN = ("Child", "CareEpisode", "Placement", "GatekeepingAssessment")


async def test_what_happened(writes: Writes) -> None:
    """A new row, a change and a taking back have their kinds; each is heard of by the programme of its row."""
    feed = await Feed(writes).start()
    home = await writes.home()
    assert await feed.new() == [("Home", "CREATED", "own")]
    child = await writes.child(home)
    assert await feed.new() == [(type_, "CREATED", "own") for type_ in BEGUN]
    await writes.ok("updateHome", **seen(home), name="Birches")
    assert await feed.new() == [("Home", "UPDATED", "own"), ("Placement", "UPDATED", "own")]
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Wrong.")
    assert await feed.new() == [("Placement", "VOIDED", "own")]
    await writes.ok("addCommunityPartner", name="School", kind="SCHOOL")
    assert await feed.new() == [("CommunityPartner", "CREATED", "-")]


async def test_what_left(writes: Writes) -> None:
    """The programme that loses a child hears of every row that went; the one that gets it, of the change."""
    one, child = await writes.siblings(2)
    full = await writes.home(capacity=1)
    await writes.child(full)
    why = {"reason": "No bed.", "authorisedBy": "Director"}
    await writes.ok("placeChild", childId=child["id"], homeId=full["id"], startedOn="2026-02-01", exception=why)
    await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01")
    feed = await Feed(writes).start()
    await writes.ok("moveToProgramme", **seen(child), programmeId=writes.programmes["other"])
    types = [*BEGUN, "CommunityLink", "Placement", "PlacementException", "SiblingBond"]
    found = await feed.new()
    # The sister's own bond stays, and its team hears that it leads out of view now.
    assert sorted(found) == sorted(
        [
            ("SiblingBond", "UPDATED", "own"),
            *((type_, kind, to) for type_ in types for kind, to in (("LEFT", "own"), ("UPDATED", "other"))),
        ]
    )
    moved = await writes.rows(SINCE, "BE", feed.last - len(found))
    left = {(row["type"], row["row_id"]) for row in moved if row["kind"] == "LEFT"}
    updated = {(row["type"], row["row_id"]) for row in moved if row["kind"] == "UPDATED"}
    assert {type_ for type_, _ in updated - left} == {"SiblingBond"}
    assert left < updated
    assert one["id"] not in {row["row_id"] for row in moved}


async def test_every_mutation_is_heard_of(writes: Writes) -> None:
    """Each mutation puts at least one number into the feed of its country, and none into another's."""
    for name, make in OPERATIONS.items():
        given = await make(writes)
        feed, other = await Feed(writes).start(), await Feed(writes, "KE").start()
        await writes.ok(name, **given)
        assert await feed.new(), name
        assert not await other.new()


async def test_a_refusal_takes_no_number(writes: Writes) -> None:
    """Neither a refusal by a check nor one by the database leaves a number behind, or a gap."""
    home = await writes.home()
    feed = await Feed(writes).start()
    await writes.do("updateHome", id=home["id"], version=9, name="Never")
    await writes.do("updateHome", **seen(home), capacity=0)
    given = {"name": "A", "kind": "SCHOOL"}
    partner = await writes.ok("addCommunityPartner", **given)
    told = await writes.do("addCommunityPartner", **given, id=partner["id"])
    assert told.refused == [("CONFLICT", "input.id")]
    assert await feed.new() == [("CommunityPartner", "CREATED", "-")]
    assert await writes.value(LAST, "BE") == feed.last


async def test_a_transaction_that_fails_gives_its_number_back(writes: Writes) -> None:
    """Who leaves after the number was taken leaves no gap: the next writer gets the same number."""
    feed = await Feed(writes).start()
    await writes.operator.execute("BEGIN")
    await writes.operator.execute("LOCK TABLE change IN SHARE MODE")
    task = asyncio.create_task(writes.do("addCommunityPartner", name="Lost", kind="SCHOOL"))
    await asyncio.sleep(0.1)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await writes.operator.execute("COMMIT")
    await writes.ok("addCommunityPartner", name="Kept", kind="SCHOOL")
    assert await feed.new() == [("CommunityPartner", "CREATED", "-")]
    assert await writes.value("SELECT count(*) FROM community_partner WHERE name = 'Lost'") == 0


async def test_writers_of_two_countries(writes: Writes) -> None:
    """Many at once leave both feeds without a gap, each number once, and in the order of the commits."""
    watching = asyncio.Event()

    async def watch(country: str) -> int:
        """Whoever reads the feed again and again never finds a number below one that was seen before."""
        seen_last, reads = 0, 0
        while not watching.is_set():
            async with lock:
                rows = await writes.rows(SINCE, country, seen_last)
                highest = await writes.value(LAST, country)
            numbers = [row["number"] for row in rows]
            assert numbers == list(range(seen_last + 1, seen_last + 1 + len(numbers)))
            seen_last += len(numbers)
            assert highest >= seen_last
            reads += 1
            await asyncio.sleep(0)
        return reads

    async def write(country: str, number: int) -> None:
        as_ = "kenya" if country == "KE" else ("office", "caseworker")[number % 2]
        partner = await writes.ok("addCommunityPartner", as_, name=f"{country} {number}", kind="SCHOOL")
        await writes.ok("updateCommunityPartner", as_, **seen(partner), locality="Town")

    lock = asyncio.Lock()
    readers = [asyncio.create_task(watch(country)) for country in ("BE", "KE")]
    await writes.together(write(country, number) for number in range(20) for country in ("BE", "KE"))
    watching.set()
    assert min(await asyncio.gather(*readers)) > 0
    assert await writes.value(GAPS) == 0
    assert await writes.value(OUT_OF_STEP) == 0
