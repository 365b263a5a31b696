"""History: what each write did to a row, one entry for each privacy class that it touched."""

from __future__ import annotations

from typing import Any

import orjson

from tests.writes.operations import OPERATIONS, seen
from tests.writes.writes import SHOWN, Row, Writes, uuid_of

HISTORY = """
SELECT 'plain' AS class, * FROM history_plain WHERE row_id = $1
UNION ALL SELECT 'personal', * FROM history_personal WHERE row_id = $1
UNION ALL SELECT 'sensitive', * FROM history_sensitive WHERE row_id = $1
ORDER BY version, class
"""

WITHOUT_ENTRY = """NOT EXISTS (
  SELECT FROM history_plain h WHERE h.row_id = t.id AND h.version = t.version
  UNION ALL SELECT FROM history_personal h WHERE h.row_id = t.id AND h.version = t.version
  UNION ALL SELECT FROM history_sensitive h WHERE h.row_id = t.id AND h.version = t.version
)"""


async def history(writes: Writes, row: Row) -> list[Row]:
    """The entries of a row, oldest first, with their JSON read."""
    found = await writes.rows(HISTORY, uuid_of(row["id"]))
    for entry in found:
        entry["before"] = orjson.loads(entry["before"]) if entry["before"] is not None else None
        entry["after"] = orjson.loads(entry["after"])
    return found


def said(entry: Row) -> tuple[str, int, Any, Any]:
    """Class, version, before and after."""
    return entry["class"], entry["version"], entry["before"], entry["after"]


async def test_a_new_row(writes: Writes) -> None:
    """A new row has one entry for each class of its columns, with nothing before; links are ids of the graph."""
    home = await writes.home(locality="Gent")
    entries = await history(writes, home)
    assert [said(entry) for entry in entries] == [
        ("plain", 1, None, {"form": "KINSHIP_FAMILY", "capacity": 4, "openedOn": "2012-01-01"}),
        ("sensitive", 1, None, {"programme": writes.programmes["own"], "name": home["name"], "locality": "Gent"}),
    ]
    for entry in entries:
        assert (entry["type"], entry["operation"], entry["reason"]) == ("Home", "openHome", None)
        assert (entry["issuer"], entry["subject"]) == ("https://login.example", "oscar")
        assert (entry["country_code"], entry["programme_id"]) == ("BE", uuid_of(writes.programmes["own"]))
        assert entry["recorded_at"] is not None


async def test_a_change(writes: Writes) -> None:
    """A change has the columns that it writes, before and after, in the classes that it touches and in no other."""
    child = await writes.child(familyName="Peeters")
    await writes.ok("updateChild", "caseworker", **seen(child), familyName=None, interests="Chess")
    entries = (await history(writes, child))[2:]
    assert [said(entry) for entry in entries] == [
        ("personal", 2, {"familyName": "Peeters"}, {"familyName": None}),
        ("sensitive", 2, {"interests": None}, {"interests": "Chess"}),
    ]
    assert {(entry["operation"], entry["subject"]) for entry in entries} == {("updateChild", "caseworker")}


async def test_an_admission_is_several_rows(writes: Writes) -> None:
    """Child, time in care, placement and bonds have entries of their own, all of the one mutation."""
    sibling, home = await writes.child(), await writes.home()
    child = await writes.child(home, siblings=[{"siblingId": sibling["id"], "kind": "HALF"}])
    classes = {entry["class"]: entry["after"] for entry in await history(writes, child)}
    assert classes["personal"] == {
        "caseNumber": child["caseNumber"], "givenName": child["givenName"], "birthDate": "2015-05-01",
        "birthDatePrecision": "DAY", "sex": "FEMALE",
    }  # fmt: skip
    assert classes["sensitive"] == {
        "programme": writes.programmes["own"], "enrolledOn": "2026-01-10", "reasonForCare": "NEGLECT",
    }  # fmt: skip
    (entry,) = await history(writes, await writes.placement(child))
    (episode,) = await writes.rows("SELECT id FROM care_episode WHERE child_id = $1", uuid_of(child["id"]))
    care = f"CareEpisode_BE_{episode['id']}"
    assert (entry["operation"], entry["after"]) == (
        "admitChild",
        {
            "child": child["id"], "home": home["id"], "programme": writes.programmes["own"], "homeName": home["name"],
            "startedOn": "2026-01-10", "startReason": "ADMISSION", "careEpisode": care,
            "arrangement": "KINSHIP_FAMILY", "distanceKm": None,
        },
    )  # fmt: skip
    entries = await history(writes, {"id": care})
    assert {entry["operation"] for entry in entries} == {"admitChild"}
    (after,) = (entry["after"] for entry in entries if entry["class"] == "sensitive")
    assert (after["child"], after["startedOn"], after["primaryReason"]) == (child["id"], "2026-01-10", "NEGLECT")
    bonds = await writes.rows("SELECT id, child_id FROM sibling_bond WHERE sibling_id = $1", uuid_of(child["id"]))
    (bond,) = bonds
    entries = await history(writes, {"id": f"SiblingBond_BE_{bond['id']}"})
    assert [said(entry) for entry in entries] == [
        ("personal", 1, None, {"siblingName": child["givenName"]}),
        (
            "sensitive", 1, None,
            {
                "child": sibling["id"], "sibling": child["id"], "programme": writes.programmes["own"], "kind": "HALF",
                "startedOn": "2026-01-10",
            },
        ),
    ]  # fmt: skip


async def test_copies_have_a_history_too(writes: Writes) -> None:
    """A new name of a home is an entry of each placement that carries it."""
    home = await writes.home()
    placement = await writes.placement(await writes.child(home))
    await writes.ok("updateHome", **seen(home), name="Birches")
    entry = (await history(writes, placement))[-1]
    assert said(entry) == ("sensitive", 2, {"homeName": home["name"]}, {"homeName": "Birches"})
    assert entry["operation"] == "updateHome"


async def test_why(writes: Writes) -> None:
    """A correction and a taking back say why, and an instant is written with its offset."""
    placement = await writes.placement(await writes.child())
    row = await writes.ok("correctPlacement", **seen(placement), startedOn="2026-01-08", reason="From the court order.")
    row = await writes.ok("voidPlacement", **seen(row), reason="Another child.")
    entries = (await history(writes, placement))[1:]
    assert [entry["reason"] for entry in entries] == ["From the court order.", "Another child."]
    before, after = ({"startedOn": day} for day in ("2026-01-10", "2026-01-08"))
    assert said(entries[0]) == ("sensitive", 2, before, after)
    assert entries[1]["before"] == {"voidedAt": None, "voidReason": None}
    assert entries[1]["after"] == {"voidedAt": row["voidedAt"], "voidReason": "Another child."}


async def test_money_is_text(writes: Writes) -> None:
    """A decimal number keeps its digits."""
    row = await writes.ok(
        "startProgramme", name="Rich", kind="COMMUNITY", startedOn="2026-01-01", annualBudget="123456789012.10"
    )
    (entry,) = await history(writes, row)
    assert entry["after"]["annualBudget"] == "123456789012.10"


async def test_partners_belong_to_no_programme(writes: Writes) -> None:
    """The history of what all programmes share is of no programme."""
    row = await writes.ok("addCommunityPartner", "caseworker", name="School", kind="SCHOOL")
    (entry,) = await history(writes, row)
    assert entry["programme_id"] is None


SAME = """
SELECT count(*) FROM (
  SELECT * FROM history_plain UNION ALL SELECT * FROM history_personal UNION ALL SELECT * FROM history_sensitive
) h, jsonb_each(before) was WHERE h.recorded_at > $1 AND h.after -> was.key = was.value
"""


async def test_what_every_write_leaves(writes: Writes) -> None:
    """After each kind of mutation every row that it wrote has an entry of its present version."""
    since = await writes.value("SELECT clock_timestamp()")
    for name, make in OPERATIONS.items():
        await writes.ok(name, **await make(writes))
    looked_at = 0
    for name in SHOWN:
        written = f'SELECT count(*) FROM "{name}" t WHERE updated_at > $1'  # noqa: S608 - a table of ours
        looked_at += await writes.value(written, since)
        assert await writes.value(f"{written} AND {WITHOUT_ENTRY}", since) == 0, name
    assert await writes.value(SAME, since) == 0, "an entry names a cell that has stayed as it was"
    assert looked_at > len(OPERATIONS)


async def test_a_refusal_leaves_none(writes: Writes) -> None:
    """What was refused is no part of the history, by whatever it was refused."""
    home = await writes.home()
    before = await writes.state()
    await writes.do("updateHome", id=home["id"], version=9, name="Never")
    await writes.do("updateHome", **seen(home), name=" ")
    await writes.do("updateHome", **seen(home), capacity=0)
    await writes.do(
        "openHome",
        id=home["id"],
        programmeId=writes.programmes["own"],
        name="Twice",
        form="SOS_FAMILY",
        capacity=1,
        openedOn="2026-01-01",
    )
    assert await writes.state() == before
