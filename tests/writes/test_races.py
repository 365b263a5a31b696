"""Writers at the same time: whoever wins, what always holds holds afterwards, and no deadlock reaches a client."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date

from tests.writes.operations import seen
from tests.writes.writes import Row, Told, Writes, uuid_of

CROWD = """
SELECT coalesce(max((
  SELECT count(*) FROM placement q WHERE q.country_code = h.country_code AND q.home_id = h.id AND q.voided_at IS NULL
    AND q.started_on <= p.started_on AND (q.ended_on IS NULL OR q.ended_on > p.started_on)
) - h.capacity), 0)
FROM home h JOIN placement p ON p.country_code = h.country_code AND p.home_id = h.id AND p.voided_at IS NULL
WHERE h.id = $1
"""
"""By how many children a home is too full on its fullest day; occupancy rises only on days on which somebody comes."""
TWO_HOMES = """
SELECT count(*) FROM placement a
JOIN placement b ON b.country_code = a.country_code AND a.child_id = b.child_id AND a.id < b.id
WHERE a.voided_at IS NULL AND b.voided_at IS NULL
  AND daterange(a.started_on, a.ended_on) && daterange(b.started_on, b.ended_on)
"""
STRAY_COPIES = """
SELECT count(*) FROM child c JOIN (
  SELECT country_code, child_id, programme_id FROM placement
  UNION ALL SELECT country_code, child_id, programme_id FROM sibling_bond
  UNION ALL SELECT country_code, child_id, programme_id FROM community_link
) copy ON copy.country_code = c.country_code AND copy.child_id = c.id WHERE copy.programme_id <> c.programme_id
"""
STRAY_NAMES = (
    "SELECT count(*) FROM sibling_bond b JOIN child c ON c.country_code = b.country_code AND c.id = b.sibling_id"
    " WHERE b.sibling_name <> c.given_name"
)
AFTER_DEATH = """
SELECT count(*) FROM child c JOIN (
  SELECT country_code, child_id, ended_on FROM placement WHERE voided_at IS NULL
  UNION ALL SELECT country_code, child_id, ended_on FROM community_link
) row ON row.country_code = c.country_code AND row.child_id = c.id
WHERE c.id = $1 AND (c.died_on IS NULL OR row.ended_on IS NULL OR row.ended_on > c.died_on)
"""
ROUNDS = 8


def outcomes(told: list[Told]) -> Counter[str]:
    """How many were done, and how many refused with which code; nothing else comes of a mutation."""
    found: Counter[str] = Counter()
    for each in told:
        assert "errors" not in each.body, each.body
        found.update([each.refused[0][0]] if each.errors else ["DONE"])
    return found


async def newcomers(many: int, writes: Writes) -> list[Row]:
    """Children who are in care and live nowhere now."""
    home = await writes.home(capacity=many)
    found = []
    for _ in range(many):
        child = await writes.child(home, startedOn="2026-01-10")
        placement = await writes.placement(child)
        await writes.ok("endPlacement", **seen(placement), endedOn="2026-01-20", endReason="OTHER")
        found.append(child)
    return found


async def test_twenty_for_three_places(writes: Writes) -> None:
    """Of twenty who are placed at once into a home with three free places, three are."""
    home, children = await writes.home(capacity=3), await newcomers(20, writes)
    told = await writes.together(
        writes.do(
            "placeChild",
            ("office", "caseworker")[number % 2],
            childId=child["id"],
            homeId=home["id"],
            startedOn=str(date(2026, 2 + number % 9, 1)),
        )
        for number, child in enumerate(children)
    )
    found = outcomes(told)
    assert found["CONFLICT"] == 20 - found["DONE"]
    # Somebody who comes early takes the place of later days too: never more than three live there.
    assert found["DONE"] == 3
    assert await writes.value(CROWD, uuid_of(home["id"])) == 0


async def test_placing_while_the_home_shrinks(writes: Writes) -> None:
    """Whoever comes first, a home never ends up with more children than places."""
    for _ in range(ROUNDS):
        home = await writes.home(capacity=2)
        one, other = await newcomers(2, writes)
        about = {"homeId": home["id"], "startedOn": "2026-02-01"}
        told = await writes.together(
            [
                writes.do("placeChild", childId=one["id"], **about),
                writes.do("updateHome", **seen(home), capacity=1),
                writes.do("placeChild", childId=other["id"], **about),
            ]
        )
        assert outcomes(told)["DONE"] == 2
        assert await writes.value(CROWD, uuid_of(home["id"])) == 0


async def test_placing_while_another_is_dated_back(writes: Writes) -> None:
    """A correction into days that somebody else takes at the same moment leaves one of the two."""
    for _ in range(ROUNDS):
        home = await writes.home(capacity=1)
        one, other = await newcomers(2, writes)
        about = {"homeId": home["id"]}
        placed = await writes.ok("placeChild", childId=one["id"], **about, startedOn="2026-08-01")
        told = await writes.together(
            [
                writes.do("correctPlacement", **seen(placed), startedOn="2026-03-01", reason="Earlier."),
                writes.do("correctPlacement", **seen(placed), endedOn="2026-09-01", endReason="OTHER", reason="Left."),
                writes.do("placeChild", childId=other["id"], **about, startedOn="2026-10-01"),
            ]
        )
        assert outcomes(told)["DONE"] >= 1
        assert await writes.value(CROWD, uuid_of(home["id"])) == 0


async def test_one_child_in_two_homes(writes: Writes) -> None:
    """The same child placed twice at once lives in one home: of a plan the other request hears CONFLICT.

    Of a day that has come both are facts, one after the other: where it was first it spent no night.
    """
    for day, heard in (("2027-03-01", {"DONE": 1, "CONFLICT": 1}), ("2026-03-01", {"DONE": 2})) * (ROUNDS // 2):
        child, homes = await writes.child(), [await writes.home(), await writes.home()]
        told = await writes.together(
            writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn=day) for home in homes
        )
        assert outcomes(told) == heard
        query = "SELECT count(*) FROM placement WHERE child_id = $1 AND started_on::text = $2 AND ended_on IS NULL"
        assert await writes.value(query, uuid_of(child["id"]), day) == 1
    assert await writes.value(TWO_HOMES) == 0


async def test_two_updates_of_one_version(writes: Writes) -> None:
    """One of them is done; the others get CONFLICT and the row as that one has left it."""
    for _ in range(ROUNDS):
        home = await writes.home()
        told = await writes.together(
            writes.do("updateHome", **seen(home), locality=place) for place in ("Gent", "Brugge", "Namur", "Mons")
        )
        assert outcomes(told) == {"DONE": 1, "CONFLICT": 3}
        (winner,) = (each.row for each in told if not each.errors)
        for each in told:
            assert each.row == winner
            assert not each.errors or each.refused == [("CONFLICT", "input.version")]


async def test_linking_while_the_child_moves(writes: Writes) -> None:
    """A link that is added while its child goes to another programme goes there too."""
    for _ in range(ROUNDS):
        child = await writes.child()
        link = {"childId": child["id"], "kind": "SCHOOL", "startedOn": "2026-02-01"}
        told = await writes.together(
            [
                writes.do("addCommunityLink", "caseworker", **link),
                writes.do("moveToProgramme", **seen(child), programmeId=writes.programmes["other"]),
                writes.do("addCommunityLink", **link),
                writes.do(
                    "placeChild", childId=child["id"], homeId=(await writes.home())["id"], startedOn="2026-03-01"
                ),
            ]
        )
        assert outcomes(told[1:]) == {"DONE": 3}
        assert await writes.value(STRAY_COPIES) == 0


async def test_a_death_while_others_write_of_the_living(writes: Writes) -> None:
    """Whoever comes first: after a death nobody lives anywhere, and no tie goes on."""
    for number in range(ROUNDS):
        child = await writes.child()
        death = {**seen(child), "diedOn": "2026-11-22"}
        home = await writes.home()
        told = await writes.together(
            [
                writes.do("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01"),
                writes.do("recordDeath", ("office", "caseworker")[number % 2], **death),
                writes.do("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-03-01"),
                writes.do("addCommunityLink", "caseworker", childId=child["id"], kind="FAITH", startedOn="2026-02-01"),
            ]
        )
        assert outcomes(told)["DONE"] >= 1
        assert not told[1].errors
        assert await writes.value(AFTER_DEATH, uuid_of(child["id"])) == 0


async def test_a_death_while_a_tie_ends_later(writes: Writes) -> None:
    """A tie that is given a later end at the same moment stands against the death, or is refused for it."""
    for _ in range(ROUNDS):
        child = await writes.child()
        tie = await writes.ok("addCommunityLink", childId=child["id"], kind="SCHOOL", startedOn="2026-02-01")
        told = await writes.together(
            [
                writes.do("endCommunityLink", **seen(tie), endedOn="2026-08-01"),
                writes.do("recordDeath", **seen(child), diedOn="2026-06-01"),
            ]
        )
        assert outcomes(told) == {"DONE": 1, "CONFLICT": 1}


async def test_a_death_said_twice_at_once(writes: Writes) -> None:
    """Of two who record it one does; the other hears of it."""
    for _ in range(ROUNDS):
        child = await writes.child()
        told = await writes.together(
            [
                writes.do("recordDeath", **seen(child), diedOn="2026-06-01"),
                writes.do("recordDeath", **seen(child), diedOn="2026-06-02"),
            ]
        )
        assert outcomes(told) == {"DONE": 1, "CONFLICT": 1}
        row = await writes.placement(child)
        died = await writes.get("child", "diedOn", id=child["id"])
        assert (row["endReason"], row["endedOn"]) == ("DEATH", died["diedOn"])


async def test_binding_while_a_sibling_is_renamed(writes: Writes) -> None:
    """A bond that is recorded while one of the two gets another name carries the new one."""
    for number in range(ROUNDS):
        one, other = await writes.child(), await writes.child()
        told = await writes.together(
            [
                writes.do("recordSiblingBond", childId=one["id"], siblingId=other["id"], kind="FULL"),
                writes.do("updateChild", **seen(one), givenName=f"Noor {number}"),
                writes.do("recordSiblingBond", childId=other["id"], siblingId=one["id"], kind="FULL"),
                writes.do("updateChild", **seen(other), givenName=f"Adam {number}"),
            ]
        )
        assert outcomes(told) == {"DONE": 3, "CONFLICT": 1}
        assert await writes.value(STRAY_NAMES) == 0


async def test_a_number_taken_twice_at_once(writes: Writes) -> None:
    """Of two children admitted at once under one number, one is."""
    home = await writes.home()
    about = [writes.about(home, caseNumber="same") for _ in range(2)]
    told = await writes.together(writes.do("admitChild", **each) for each in about)
    assert outcomes(told) == {"DONE": 1, "CONFLICT": 1}


async def test_everybody_at_once(writes: Writes) -> None:
    """All kinds of writes on one family and one home, crossing each other: each is done or refused, none is stuck."""
    before = await deadlocks(writes)
    for number in range(ROUNDS):
        one, other = await writes.siblings(2)
        home = await writes.home(capacity=3)
        bonds = [{"siblingId": each["id"], "kind": "FULL"} for each in (other, one)]
        both = {"homeId": home["id"], "startedOn": "2026-04-01"}
        async with asyncio.timeout(120):
            told = await writes.together(
                [
                    writes.do("placeSiblings", childIds=[one["id"], other["id"]], **both),
                    writes.do("placeSiblings", childIds=[other["id"], one["id"]], **both),
                    writes.do("admitChild", **writes.about(home, siblings=bonds)),
                    writes.do("admitChild", **writes.about(home, siblings=bonds[::-1])),
                    writes.do("placeChild", childId=one["id"], **both),
                    writes.do("updateHome", **seen(home), name=f"House {number}"),
                    writes.do("updateChild", **seen(one), caseNumber=f"crowd-{number}", givenName="Noor"),
                    writes.do("moveToProgramme", **seen(other), programmeId=writes.programmes["other"]),
                    writes.do("recordSiblingBond", childId=other["id"], siblingId=one["id"], kind="HALF"),
                    writes.do("addCommunityLink", childId=other["id"], kind="SCHOOL", startedOn="2026-02-01"),
                ]
            )
        assert set(outcomes(told)) <= {"DONE", "CONFLICT"}
        assert await writes.value(CROWD, uuid_of(home["id"])) == 0
    assert await writes.value(STRAY_COPIES) == 0
    assert await writes.value(STRAY_NAMES) == 0
    assert await writes.value(TWO_HOMES) == 0
    assert await deadlocks(writes) == before


async def deadlocks(writes: Writes) -> int:
    """How many deadlocks PostgreSQL has broken in this database, as its connections report them when they end."""
    await writes.database.close()
    await writes.database.open()
    found: int = await writes.value("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    return found
