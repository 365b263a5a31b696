"""Obligations: what is owed, what is overdue, what comes next, and what is owed no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.writes.writes import Row, Writes

ROUNDS = 6
SHOWN = "id version kind dueOn heldOn owed overdue notOwedFrom notOwedReason"
CHECK_UP = f"checkUp {{ {SHOWN} }} errors {{ code reason message path hint }}"
LOOK_IN = "lookIn { id version dueOn heldOn owed overdue notOwedFrom } errors { code reason message path hint }"


async def record(writes: Writes, child: Row, as_: str = "caseworker", /, **given: object) -> Row:
    """A check-up on record."""
    about = {"childId": child["id"], "kind": "GENERAL", "dueOn": "2026-11-10"} | given
    told = await writes.do("recordCheckUp", as_, shows=CHECK_UP, **about)
    assert not told.errors, told.body
    row: Row = told.row
    return row


async def all_of(writes: Writes, child: Row, where: Row | None = None, as_: str = "office") -> list[Row]:
    """A child's check-ups, by the day on which they are due."""
    listed = f"checkUps(where: $w, orderBy: [{{ dueOn: ASC }}]) {{ nodes {{ {SHOWN} }} }}"
    text = f"query Q($id: ID!, $w: CheckUpWhere) {{ child(id: $id) {{ {listed} nextCheckUpOn }} }}"
    told = await writes.send(text, as_, id=child["id"], w=where)
    assert "errors" not in told, told
    found: list[Row] = told["data"]["child"]["checkUps"]["nodes"]
    return found


def days(rows: list[Row]) -> list[tuple[str, str, Any]]:
    """What, when it is due, and when it was held."""
    return [(row["kind"], row["dueOn"], row["heldOn"]) for row in rows]


async def test_what_is_owed_is_for_those_who_see_the_row(writes: Writes) -> None:
    """Nobody of another programme or country finds it, by owing or by being late; above a country it is refused."""
    child = await writes.child()
    row = await record(writes, child)
    late = "where: { id: { eq: $id }, overdue: { eq: true }, owed: { eq: true } }"
    text = f"query Q($id: ID!) {{ checkUps({late}) {{ totalCount }} }}"
    for as_, count in (("caseworker", 1), ("office", 1), ("neighbour", 0), ("kenya", 0)):
        told = await writes.send(text, as_, id=row["id"])
        assert told["data"]["checkUps"] == {"totalCount": count}, as_
    for as_ in ("region", "headquarters", "auditor"):
        told = await writes.send(text, as_, id=row["id"])
        assert told["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_it_is_overdue_from_the_day_after_until_it_is_done(writes: Writes) -> None:
    """Today is in time; who was not owed anything is late with nothing."""
    child = await writes.child()
    late, today, ahead = [await record(writes, child, dueOn=day, kind=kind) for day, kind in (
        ("2026-11-21", "GENERAL"), ("2026-11-22", "DENTAL"), ("2026-11-23", "GENERAL"))]  # fmt: skip
    assert [(row["owed"], row["overdue"]) for row in (late, today, ahead)] == [
        (True, True),
        (True, False),
        (True, False),
    ]
    assert [row["id"] for row in await all_of(writes, child, {"overdue": {"eq": True}})] == [late["id"]]
    assert [row["id"] for row in await all_of(writes, child, {"overdue": {"eq": False}})] == [today["id"], ahead["id"]]
    assert [row["id"] for row in await all_of(writes, child, {"not": {"overdue": {"eq": True}}})] == [
        today["id"],
        ahead["id"],
    ]
    told = await writes.do("recordLookIn", "caseworker", shows=LOOK_IN, childId=child["id"], heldOn="2026-11-20")
    assert (told.row["owed"], told.row["overdue"], told.errors) == (False, False, [])
    text = (
        "query Q($id: ID!) { child(id: $id) { lookIns(where: { owed: { eq: false } }) { totalCount } nextCheckUpOn } }"
    )
    told_of = await writes.send(text, id=child["id"])
    assert told_of["data"]["child"] == {"lookIns": {"totalCount": 1}, "nextCheckUpOn": "2026-11-21"}


async def test_when_one_was_done_the_next_is_owed_by_the_rule_of_that_day(writes: Writes) -> None:
    """180 days until June, 90 from then on; of the same kind, once, in the feed, and with its history."""
    child = await writes.child()
    row = await record(writes, child)
    before = await writes.value("SELECT last FROM change_counter WHERE country_code = 'BE'")
    told = await writes.do(
        "changeCheckUp", "caseworker", shows=CHECK_UP, id=row["id"], version=row["version"], heldOn="2026-11-20"
    )
    assert (told.row["owed"], told.row["heldOn"]) == (False, "2026-11-20"), told.body
    assert days(await all_of(writes, child)) == [
        ("GENERAL", "2026-11-10", "2026-11-20"),
        ("GENERAL", "2027-02-18", None),
    ]
    after = await writes.value("SELECT last FROM change_counter WHERE country_code = 'BE'")
    assert after - before == 2
    follows = (await all_of(writes, child))[1]
    history = await writes.get("checkUp", "history { operation } child { id } programme { id }", id=follows["id"])
    assert (len(history["history"]), history["child"]) == (1, {"id": child["id"]})
    # Setting the day right owes nothing more, and neither does the same kind twice.
    told = await writes.do(
        "changeCheckUp", "caseworker", shows=CHECK_UP, id=row["id"], version=told.row["version"], heldOn="2026-11-19"
    )
    assert told.errors == []
    await record(writes, child, dueOn="2026-11-15", heldOn="2026-11-15")
    assert [day for _, day, held in days(await all_of(writes, child)) if held is None] == ["2027-02-18"]
    await record(writes, child, kind="DENTAL", dueOn="2026-05-01", heldOn="2026-05-31")
    assert ("DENTAL", "2026-11-27", None) in days(await all_of(writes, child))
    # Where a country has laid nothing down, nothing follows.
    kim = await writes.child(None, "kenya")
    await record(writes, kim, "kenya", heldOn="2026-11-15")
    assert days(await all_of(writes, kim, as_="kenya")) == [("GENERAL", "2026-11-10", "2026-11-15")]


async def test_nothing_follows_a_write_that_is_refused_or_was_made_before(writes: Writes) -> None:
    """The next one is of the same statement: a stale version, or a key that was used, writes none."""
    child = await writes.child()
    row = await record(writes, child)
    told = await writes.do("changeCheckUp", "caseworker", shows=CHECK_UP, id=row["id"], version=9, heldOn="2026-11-20")
    assert told.refused == [("CONFLICT", "input.version")]
    for _ in range(2):
        about = {
            "id": row["id"],
            "version": row["version"],
            "heldOn": "2026-11-20",
            "idempotencyKey": f"{row['id']} once",
        }
        told = await writes.do("changeCheckUp", "caseworker", shows=CHECK_UP, **about)
        assert told.errors == []
    assert len(await all_of(writes, child)) == 2


async def test_with_a_death_it_is_owed_no_longer_but_for_what_outlives_it(writes: Writes) -> None:
    """In the same statement; what was done stays done; a death set right moves it, one taken back ends that."""
    child = await writes.child()
    await record(writes, child)
    await record(writes, child, kind="DENTAL", dueOn="2026-05-01", heldOn="2026-05-01")
    look_in = await writes.do("recordLookIn", "caseworker", shows=LOOK_IN, childId=child["id"], dueOn="2026-12-01")
    dead = await writes.ok("recordDeath", id=child["id"], diedOn="2026-11-16", version=child["version"])
    rows = await all_of(writes, child)
    assert [(row["dueOn"], row["owed"], row["overdue"], row["notOwedFrom"], row["notOwedReason"]) for row in rows] == [
        ("2026-05-01", False, False, None, None),
        ("2026-10-28", False, False, "2026-11-16", "CHILD_DIED"),
        ("2026-11-10", False, False, "2026-11-16", "CHILD_DIED"),
    ]
    assert (await writes.get("lookIn", "owed", id=look_in.row["id"])) == {"owed": True}
    told = await writes.do(
        "changeCheckUp", "caseworker", shows=CHECK_UP, id=rows[2]["id"], version=rows[2]["version"], heldOn="2026-11-10"
    )
    assert (told.refused, told.reasons) == ([("CONFLICT", "input")], {"NOT_OWED"})
    dead = await writes.ok(
        "correctDeath", id=child["id"], diedOn="2026-11-17", reason="Misread.", version=dead["version"]
    )
    assert {row["notOwedFrom"] for row in await all_of(writes, child)} == {None, "2026-11-17"}
    await writes.ok("voidDeath", id=child["id"], reason="Another child.", version=dead["version"])
    rows = await all_of(writes, child)
    assert [(row["owed"], row["overdue"], row["notOwedReason"]) for row in rows] == [
        (False, False, None), (True, True, None), (True, True, None),
    ]  # fmt: skip


async def test_it_moves_with_the_child(writes: Writes) -> None:
    """What is owed is the new programme's; the old one sees it no more."""
    child = await writes.child()
    row = await record(writes, child)
    told = await writes.do(
        "moveToProgramme", shows="errors { code message }", id=child["id"], version=child["version"],
        programmeId=writes.programmes["other"], movedOn="2026-11-20",
    )  # fmt: skip
    assert told.errors == [], told.body
    text = "query Q($id: ID!) { checkUps(where: { id: { eq: $id }, overdue: { eq: true } }) { totalCount } }"
    seen = {
        as_: (await writes.send(text, as_, id=row["id"]))["data"]["checkUps"]["totalCount"]
        for as_ in ("caseworker", "neighbour")
    }
    assert seen == {"caseworker": 0, "neighbour": 1}


async def test_the_work_list_is_what_is_owed_of_every_kind(writes: Writes) -> None:
    """By the day on which it is due, of all tables together; of the own programmes alone."""
    child, other = await writes.child(), await writes.child(None, "other")
    await record(writes, child, dueOn="2026-11-05")
    await record(writes, child, kind="DENTAL", dueOn="2026-12-05")
    await record(writes, other, "neighbour", dueOn="2026-11-04")
    await writes.do("recordLookIn", "caseworker", shows=LOOK_IN, childId=child["id"], dueOn="2026-11-06")
    await writes.do("recordLookIn", "caseworker", shows=LOOK_IN, childId=child["id"], heldOn="2026-11-06")
    listed = "worklist(where: $w) { totalCount nodes { kind dueOn overdue } }"
    text = f"query Q($w: WorkItemWhere, $id: ID!) {{ child(id: $id) {{ {listed} }} }}"
    told = await writes.send(text, "caseworker", w={"owed": {"eq": True}}, id=child["id"])
    assert told["data"]["child"]["worklist"] == {
        "totalCount": 4,
        "nodes": [
            # That an admission was not asked about before is asked with it.
            {"kind": "GATEKEEPING_ASSESSMENT", "dueOn": "2026-01-13", "overdue": True},
            {"kind": "CHECK_UP", "dueOn": "2026-11-05", "overdue": True},
            {"kind": "LOOK_IN", "dueOn": "2026-11-06", "overdue": True},
            {"kind": "CHECK_UP", "dueOn": "2026-12-05", "overdue": False},
        ],
    }
    assert (await writes.send(text, "caseworker", w=None, id=other["id"]))["data"]["child"] is None


async def test_of_two_at_once_one_owes_the_next(writes: Writes) -> None:
    """Each waits for the other and sees what it has written: one next row, of a child as of a programme's."""
    for _ in range(ROUNDS):
        child = await writes.child()
        # Two that are open are done at once: neither may think that the other one is still to be done.
        one, other = await record(writes, child), await record(writes, child, dueOn="2026-11-12")
        told = await writes.together(
            writes.do("changeCheckUp", as_, shows=CHECK_UP, id=row["id"], version=1, heldOn="2026-11-20")
            for as_, row in (("caseworker", one), ("office", other))
        )
        assert [each.errors for each in told] == [[], []]
        assert [day for _, day, held in days(await all_of(writes, child)) if held is None] == ["2027-02-18"]
        # Two that were owed nothing are recorded as done at once.
        about = {"childId": child["id"], "kind": "DENTAL", "dueOn": "2026-11-10", "heldOn": "2026-11-21"}
        told = await writes.together(
            writes.do("recordCheckUp", as_, shows=CHECK_UP, **about) for as_ in ("caseworker", "office", "caseworker")
        )
        assert [each.errors for each in told] == [[], [], []]
        follow = [day for kind, day, held in days(await all_of(writes, child)) if kind == "DENTAL" and held is None]
        assert follow == ["2027-02-19"]


OF_PROGRAMME = "SELECT 'AnnualReport_BE_' || id AS id, version FROM annual_report WHERE written_on IS NULL"
REPORT = "annualReport { id version } errors { code reason message path hint }"


async def test_a_programme_is_owed_the_next_once(writes: Writes) -> None:
    """Nobody locks a programme's row: those who write of one programme take turns."""
    about = {"programmeId": writes.programmes["own"], "dueOn": "2026-11-10", "writtenOn": "2026-11-20"}
    for _ in range(ROUNDS):
        still_open = await writes.rows(OF_PROGRAMME)
        done = [writes.do("updateAnnualReport", shows=REPORT, **row, writtenOn="2026-11-20") for row in still_open]
        more = [writes.do("recordAnnualReport", as_, shows=REPORT, **about) for as_ in 3 * ("caseworker", "office")]
        told = await writes.together([*done, *more])
        assert all("errors" not in each.body and not each.errors for each in told), [each.body for each in told]
        assert len(await writes.rows(OF_PROGRAMME)) == 1
