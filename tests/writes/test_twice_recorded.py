"""A child's record that is taken back: made in error, or one of two of the same child, which leads on to the other."""

from __future__ import annotations

import pytest

from graph.closing.counting import AllRows
from graph.indicators.catalogue import all_indicators
from graph.indicators.counting import counted
from graph.indicators.period import Period
from graph.writes.identities import new_id
from tests.figures.conftest import report
from tests.indicators.hand import written
from tests.writes.writes import Json, Row, Writes, unknown, uuid_of

WHY = "The village has one Amina."
FILE = (
    "id givenName programme { id } placements { nodes { id child { id } } }"
    " communityLinks { nodes { id child { id } } }"
    " siblings { nodes { id } } siblingBonds { totalCount nodes { id child { id } sibling { id } } }"
    " alsoRecordedAs { totalCount nodes { id voidedAt voidReason sameAs { id } history { operation reason } } }"
    " timeline { nodes { kind } }"
)


async def ended(writes: Writes, child: Row, on: str = "2026-02-01") -> Row:
    """The child's placement, ended with care."""
    await writes.leave(child, on)
    return await writes.placement(child)


async def twins(writes: Writes, **given: Json) -> tuple[Row, Row]:
    """Two records of one child: of the first the stay has ended, and the second lives in a home since then."""
    gone = await writes.child(None, "other", givenName="Amina", birthDate="2015-05-01")
    await ended(writes, gone)
    about: Row = {"givenName": "Amina", "birthDate": "2015-05-01", "startedOn": "2026-02-01"}
    stays = await writes.child(None, **(about | given))
    return gone, stays


async def test_nobody_but_the_office_takes_a_record_back(writes: Writes) -> None:
    """A caseworker may not; another country finds no such record."""
    gone, stays = await twins(writes)
    wanted = {"id": gone["id"], "version": 1, "reason": WHY, "sameAsId": stays["id"]}
    told = await writes.do("voidChild", "neighbour", **wanted)
    assert [error["extensions"]["code"] for error in told.body["errors"]] == ["FORBIDDEN"]
    told = await writes.do("voidChild", "kenya", **wanted)
    assert told.refused == [("NOT_FOUND", "input.id"), ("NOT_FOUND", "input.sameAsId")]
    stranger = await writes.child(None, "kenya")
    for nobody in (stranger["id"], unknown("Child")):
        told = await writes.do("voidChild", **(wanted | {"sameAsId": nobody}))
        assert told.refused == [("NOT_FOUND", "input.sameAsId")]


async def test_two_records_become_one_file(writes: Writes) -> None:
    """The old id leads on to the other record, whose file shows the rows of both; no row has changed its child."""
    gone, stays = await twins(writes)
    sibling = await writes.child(None, "other")
    await writes.ok("recordSiblingBond", childId=gone["id"], siblingId=sibling["id"], kind="FULL")
    tie = await writes.ok("addCommunityLink", childId=gone["id"], kind="SCHOOL", startedOn="2026-01-12")
    old, new = await writes.placement(gone), await writes.placement(stays)
    owners = await writes.rows("SELECT id, child_id FROM placement ORDER BY id")
    row = await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    assert (row["id"], row["version"]) == (gone["id"], 2)
    assert await writes.rows("SELECT id, child_id FROM placement ORDER BY id") == owners
    file = await writes.get("child", FILE, "caseworker", id=stays["id"])
    assert await writes.get("child", FILE, "caseworker", id=gone["id"]) == file
    assert file["id"] == stays["id"]
    assert {each["id"] for each in file["placements"]["nodes"]} == {old["id"], new["id"]}
    assert {each["child"]["id"] for each in file["placements"]["nodes"]} == {stays["id"]}
    assert file["communityLinks"]["nodes"] == [{"id": tie["id"], "child": {"id": stays["id"]}}]
    assert file["siblingBonds"]["totalCount"] == 1
    (also,) = file["alsoRecordedAs"]["nodes"]
    assert (also["id"], also["voidReason"], also["sameAs"]) == (gone["id"], WHY, {"id": stays["id"]})
    assert also["history"][0] == {"operation": "voidChild", "reason": WHY}
    kinds = [each["kind"] for each in file["timeline"]["nodes"]]
    assert kinds.count("PLACEMENT_STARTED_ON") == 2
    back = await writes.get(
        "child", "siblings { nodes { id } } siblingBonds { nodes { siblingName sibling { id } } }", id=sibling["id"]
    )
    assert back["siblings"]["nodes"] == [{"id": stays["id"]}]
    assert back["siblingBonds"]["nodes"] == [{"siblingName": "Amina", "sibling": {"id": stays["id"]}}]
    assert await writes.get("child", "id", "neighbour", id=gone["id"]) is None


async def test_a_child_lives_where_either_record_says(writes: Writes) -> None:
    """The record that goes may be the one by which the child lives in a home: the other's file shows that stay."""
    stays, gone = await twins(writes)
    living = await writes.placement(gone)
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    wanted = "inCare home { id } currentPlacement { id version } placements { totalCount }"
    file = await writes.get("child", wanted, id=stays["id"])
    assert file["inCare"] is True
    assert file["home"] is not None
    lasts = file["currentPlacement"]
    assert lasts["id"] == living["id"]
    assert file["placements"] == {"totalCount": 2}
    await writes.ok("endPlacement", **lasts, endedOn="2026-03-01", endReason="OTHER")
    file = await writes.get("child", wanted, id=gone["id"])
    assert (file["inCare"], file["home"], file["currentPlacement"]) == (False, None, None)


async def test_every_old_id_leads_on(writes: Writes) -> None:
    """By node, by nodes in their places, by a filter: the old id is the other record; and lists count one child."""
    gone, stays = await twins(writes)
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    other = await writes.child()
    body = await writes.send(
        "query Q($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id }"
        " children(where: { id: { in: $ids } }) { totalCount nodes { id } }"
        " none: children(where: { id: { eq: $id } }) { nodes { id } }"
        " twice: children(where: { alsoRecordedAs: { some: { id: { eq: $id } } } }) { nodes { id } }"
        " once: children(where: { alsoRecordedAs: { none: { id: { eq: $id } } } }) { totalCount }"
        " all: children { totalCount } placements(where: { child: { id: { eq: $id } } }) { totalCount } }",
        id=gone["id"],
        ids=[other["id"], gone["id"], stays["id"], unknown("Child")],
    )
    data = body["data"]
    assert data["node"] == {"id": stays["id"]}
    assert data["nodes"] == [{"id": other["id"]}, {"id": stays["id"]}, {"id": stays["id"]}, None]
    assert data["children"]["totalCount"] == 2
    assert data["none"]["nodes"] == [{"id": stays["id"]}]
    assert data["twice"]["nodes"] == [{"id": stays["id"]}]
    assert data["once"]["totalCount"] == data["all"]["totalCount"] - 1
    assert data["all"]["totalCount"] == await writes.value(
        "SELECT count(*) FROM child WHERE country_code = 'BE' AND voided_at IS NULL"
    )
    assert data["placements"]["totalCount"] == 2


async def test_a_record_leads_on_to_the_last_one(writes: Writes) -> None:
    """Of three records of one child the first leads to the third; and none leads back to itself."""
    first, second = await twins(writes)
    await writes.ok("voidChild", id=first["id"], version=1, reason=WHY, sameAsId=second["id"])
    await ended(writes, second, "2026-03-01")
    third = await writes.child(None, "other", givenName="Amina", startedOn="2026-03-01")
    second = await writes.again(second)
    row = await writes.ok("voidChild", id=second["id"], version=second["version"], reason=WHY, sameAsId=third["id"])
    assert row["id"] == second["id"]
    for old in (first, second, third):
        file = await writes.get("child", FILE, "neighbour", id=old["id"])
        assert file["id"] == third["id"]
        assert len(file["placements"]["nodes"]) == 3
        assert {each["id"] for each in file["alsoRecordedAs"]["nodes"]} == {first["id"], second["id"]}
    told = await writes.do("voidChild", id=third["id"], version=1, reason=WHY, sameAsId=first["id"])
    assert ("NOT_FOUND", "input.sameAsId") in told.refused
    told = await writes.do("voidChild", id=third["id"], version=1, reason=WHY, sameAsId=third["id"])
    assert ("BAD_USER_INPUT", "input.sameAsId") in told.refused
    told = await writes.do("voidChild", id=first["id"], version=3, reason=WHY, sameAsId=third["id"])
    assert told.reasons == {"TAKEN_BACK"}


async def test_a_file_goes_to_another_programme_whole(writes: Writes) -> None:
    """Where the child moves, its other records and their rows go along."""
    gone, stays = await twins(writes)
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    await writes.ok(
        "moveToProgramme", id=stays["id"], version=1, programmeId=writes.programmes["other"], caseNumber="W-moved"
    )
    file = await writes.get("child", FILE, "neighbour", id=gone["id"])
    assert len(file["placements"]["nodes"]) == 2
    assert file["alsoRecordedAs"]["totalCount"] == 1
    numbers = await writes.rows("SELECT case_number FROM child WHERE id = $1", uuid_of(gone["id"]))
    assert numbers == [{"case_number": gone["caseNumber"]}]


async def test_what_is_not_one_child_is_asked_twice(writes: Writes) -> None:
    """Sex and birth date that differ are refused, each by name; a second asking answers for both, and says why."""
    gone, stays = await twins(writes, sex="MALE", birthDate="2014-01-01")
    wanted = {"id": gone["id"], "version": 1, "reason": WHY, "sameAsId": stays["id"]}
    told = await writes.do("voidChild", **wanted)
    assert told.reasons == {"SEX_DIFFERS", "BIRTH_DATE_DIFFERS"}
    assert {error["params"]["difference"] for error in told.errors} == {"SEX", "BIRTH_DATE"}
    told = await writes.do("voidChild", **wanted, despite=["SEX"])
    assert told.reasons == {"BIRTH_DATE_DIFFERS"}
    told = await writes.do("voidChild", **wanted, despite=["SEX", "SEX"])
    assert told.reasons == {"NAMED_TWICE"}
    told = await writes.do("voidChild", **(wanted | {"reason": " "}), despite=["SEX", "BIRTH_DATE"])
    assert told.reasons == {"EMPTY"}
    told = await writes.do("voidChild", id=gone["id"], version=1, reason=WHY, despite=["SEX"])
    assert "HALF_GIVEN" in told.reasons
    await writes.ok("voidChild", **wanted, despite=["SEX", "BIRTH_DATE"])
    kept = await writes.rows(
        "SELECT reason, after ->> 'voidReason' AS said FROM history_sensitive"
        " WHERE operation = 'voidChild' AND row_id = $1",
        uuid_of(gone["id"]),
    )
    assert kept == [{"reason": WHY, "said": WHY}]


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (("2015-01-01", "YEAR"), ("2015-05-01", "DAY"), True),
        (("2015-05-01", "MONTH"), ("2015-05-31", "DAY"), True),
        (("2015-05-01", "MONTH"), ("2015-06-01", "DAY"), False),
        (("2014-01-01", "YEAR"), ("2015-01-01", "YEAR"), False),
        ((None, None), ("2015-01-01", "YEAR"), True),
    ],
)
async def test_days_that_may_be_one(
    writes: Writes, one: tuple[str | None, str | None], other: tuple[str, str], *, meets: bool
) -> None:
    """Birth dates of which not all is known differ where no day is of both."""
    known: Row = {"birthDate": None} if one[0] is None else {"birthDate": one[0], "birthDatePrecision": one[1]}
    gone = await writes.child(**known)
    await ended(writes, gone)
    stays = await writes.child(birthDate=other[0], birthDatePrecision=other[1], startedOn="2026-02-01")
    told = await writes.do("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"], dryRun=True)
    assert told.reasons == (set() if meets else {"BIRTH_DATE_DIFFERS"})


async def test_what_cannot_both_stand_is_named(writes: Writes) -> None:
    """Stays and care on one day, a bond of the two, or with the same sibling: each is refused by its own name."""
    gone, stays = await writes.siblings(2)
    sibling = await writes.child()
    for child in (gone, stays):
        await writes.ok("recordSiblingBond", childId=child["id"], siblingId=sibling["id"], kind="FULL")
    told = await writes.do("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    assert told.reasons == {"LIVES_ELSEWHERE", "ONE_AT_A_TIME", "BOND_KNOWN", "SAME_CHILD"}
    types = {(error["reason"], error.get("params", {}).get("type")) for error in told.errors}
    assert ("LIVES_ELSEWHERE", "Placement") in types
    assert ("ONE_AT_A_TIME", "CareEpisode") in types
    assert ("BOND_KNOWN", "SiblingBond") in types
    before = await writes.state()
    assert (await writes.do("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])).row is None
    assert await writes.state() == before


async def test_rows_lie_in_the_life_of_the_record_that_stays(writes: Writes) -> None:
    """A stay from before the other's birth, or after its death, is refused; and deaths have to agree."""
    gone, stays = await twins(writes, birthDate="2026-01-20")
    wanted = {"id": gone["id"], "version": 1, "reason": WHY, "sameAsId": stays["id"], "despite": ["BIRTH_DATE"]}
    told = await writes.do("voidChild", **wanted)
    assert told.reasons == {"BORN_LATER"}
    gone, stays = await twins(writes)
    await writes.ok("recordDeath", id=gone["id"], version=1, diedOn="2026-02-05")
    told = await writes.do("voidChild", id=gone["id"], version=2, reason=WHY, sameAsId=stays["id"])
    assert told.reasons == {"DEATH_DIFFERS"}
    await writes.ok("recordDeath", id=stays["id"], version=1, diedOn="2026-02-06")
    told = await writes.do("voidChild", id=gone["id"], version=2, reason=WHY, sameAsId=stays["id"])
    assert told.reasons == {"DEATH_DIFFERS"}


async def test_a_record_made_in_error_is_taken_back(writes: Writes) -> None:
    """Nothing may stand on it; then its number is free, lists leave it out, and its id tells what became of it."""
    child = await writes.child(caseNumber="N-1")
    told = await writes.do("voidChild", id=child["id"], version=1, reason="Nobody is called so.")
    assert told.reasons == {"STANDS_ON_IT"}
    assert {error["params"]["type"] for error in told.errors} == {
        "CareEpisode",
        "GatekeepingAssessment",
        "Placement",
    }
    stay = await writes.placement(child)
    await writes.ok("voidPlacement", id=stay["id"], version=1, reason="Nobody came.")
    told = await writes.do("voidChild", id=child["id"], version=1, reason="Nobody is called so.")
    assert {error["params"]["type"] for error in told.errors} == {"CareEpisode", "GatekeepingAssessment"}
    care = await writes.episode(child)
    await writes.ok("voidCareEpisode", **care, reason="Nobody came.")
    await writes.ok("voidChild", id=child["id"], version=2, reason="Nobody is called so.")
    found = await writes.get("child", "id voidReason sameAs { id }", "caseworker", id=child["id"])
    assert found == {"id": child["id"], "voidReason": "Nobody is called so.", "sameAs": None}
    again = await writes.child(caseNumber="N-1")
    assert again["id"] != child["id"]
    told = await writes.do("updateChild", id=child["id"], version=3, interests="Chess")
    assert told.reasons == {"TAKEN_BACK"}
    told = await writes.do("voidChild", id=child["id"], version=3, reason="Again.")
    assert "TAKEN_BACK" in told.reasons


async def test_the_file_is_held_as_one(writes: Writes) -> None:
    """What comes after counts both: no stay over the other record's, no bond twice; a death ends the ties of both."""
    gone, stays = await twins(writes)
    sibling = await writes.child()
    await writes.ok("recordSiblingBond", childId=gone["id"], siblingId=sibling["id"], kind="FULL")
    tie = await writes.ok("addCommunityLink", childId=gone["id"], kind="SCHOOL", startedOn="2026-01-12")
    old = await writes.placement(gone)
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    old = await writes.again(old)
    told = await writes.do(
        "correctPlacement", id=old["id"], version=old["version"], endedOn="2026-02-10", reason="Longer."
    )
    assert told.reasons == {"LIVES_ELSEWHERE"}
    told = await writes.do("recordSiblingBond", childId=stays["id"], siblingId=sibling["id"], kind="FULL")
    assert told.reasons == {"BOND_KNOWN"}
    for mutation in ("placeChild", "addCommunityLink"):
        more = {"homeId": (await writes.home())["id"]} if mutation == "placeChild" else {"kind": "FAITH"}
        told = await writes.do(mutation, childId=gone["id"], startedOn="2026-05-01", **more)
        assert told.refused == [("NOT_FOUND", "input.childId")]
    await writes.ok("recordDeath", id=stays["id"], version=1, diedOn="2026-03-01")
    assert (await writes.again(tie))["endedOn"] == "2026-03-01"


async def test_a_name_that_a_sibling_repeats(writes: Writes) -> None:
    """A bond with the record that went repeats the name of the one that stays, also when that changes."""
    gone, stays = await twins(writes, givenName="Aminah")
    sibling = await writes.child()
    bond = await writes.ok("recordSiblingBond", childId=sibling["id"], siblingId=gone["id"], kind="FULL")
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    assert (await writes.again(bond))["siblingName"] == "Aminah"
    await writes.ok("updateChild", id=stays["id"], version=1, givenName="Amina B.")
    assert (await writes.again(bond))["siblingName"] == "Amina B."


async def test_a_sibling_elsewhere_hears_a_name_and_not_why(writes: Writes) -> None:
    """A bond of another programme repeats the name; its history tells no reason, and its past no record of the file."""
    gone, stays = await twins(writes, givenName="Amina B.")
    bond = await writes.ok(
        "recordSiblingBond", childId=(await writes.child(None, "other"))["id"], siblingId=gone["id"], kind="FULL"
    )
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    past = 'siblingName history { operation reason after } asKnownAt(instant: "2100-01-01T00:00:00Z")'
    told = await writes.get("siblingBond", past, "neighbour", id=bond["id"])
    assert told["siblingName"] == "Amina B."
    (entry,) = (each for each in told["history"] if each["operation"] == "voidChild")
    assert entry == {"operation": "voidChild", "reason": None, "after": {"siblingName": "Amina B."}}
    assert stays["id"].rpartition("_")[2] not in str(told)
    kept = await writes.get("child", "alsoRecordedAs { nodes { history { operation reason } } }", id=stays["id"])
    assert {"operation": "voidChild", "reason": WHY} in kept["alsoRecordedAs"]["nodes"][0]["history"]


async def test_two_at_once(writes: Writes) -> None:
    """Of two records that are each taken back for the other one goes; a stay meanwhile waits, and finds it gone."""
    one, other = await writes.child(), await writes.child(startedOn="2026-02-01")
    for child in (one, other):
        await ended(writes, child, "2026-02-01" if child is one else "2026-03-01")
    home = await writes.home()
    tolds = await writes.together(
        [
            writes.do("voidChild", id=one["id"], version=1, reason=WHY, sameAsId=other["id"]),
            writes.do("voidChild", id=other["id"], version=1, reason=WHY, sameAsId=one["id"]),
            writes.do("placeChild", childId=one["id"], homeId=home["id"], startedOn="2026-04-01"),
            writes.do(
                "addCommunityLink",
                childId=other["id"],
                kind="FAITH",
                startedOn="2026-04-01",
                id=f"CommunityLink_BE_{new_id()}",
            ),
        ]
    )
    gone = await writes.rows(
        "SELECT id, same_as_id FROM child WHERE voided_at IS NOT NULL AND id = ANY ($1)",
        [uuid_of(one["id"]), uuid_of(other["id"])],
    )
    assert len(gone) == sum(not told.errors for told in tolds[:2]) <= 1
    astray = await writes.value(
        "SELECT count(*) FROM placement p JOIN child c ON c.id = p.child_file_id"
        " WHERE c.voided_at IS NOT NULL AND p.voided_at IS NULL AND c.country_code = 'BE'"
    )
    assert astray == 0


async def test_figures_count_one_child(writes: Writes) -> None:
    """Who came twice by two records came once: the office's figures say so, and so does a closing's statement."""

    async def entries() -> tuple[int, int]:
        body = await writes.send(
            report("cells { numerator }"), indicators=["CARE_INFLOW"], period={"year": 2026}, by=[]
        )
        (cell,) = body["data"]["indicatorReport"]["cells"]
        measure = all_indicators()["CARE_INFLOW"].numerator.measure
        frame = AllRows(Period.of(2026), ("BE",))
        rows = await writes.rows(*written(counted(measure, frame, [()])))
        return cell["numerator"], rows[0]["children"]

    gone, stays = await twins(writes)
    before = await entries()
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    assert await entries() == (before[0] - 1, before[1] - 1)


async def test_the_feed_tells_of_the_record_that_went(writes: Writes) -> None:
    """A client that was away hears that the old record is void, and where it leads; and that the other one is new."""
    gone, stays = await twins(writes)
    await writes.ok("recordSiblingBond", childId=gone["id"], siblingId=(await writes.child())["id"], kind="FULL")
    query = (
        "query Q($since: String) { changes(since: $since) { nodes { type kind node { id"
        " ... on Child { sameAs { id } } } } } }"
    )
    head = (await writes.send("{ changes { head } }"))["data"]["changes"]["head"]
    await writes.ok("voidChild", id=gone["id"], version=1, reason=WHY, sameAsId=stays["id"])
    told = (await writes.send(query, since=head))["data"]["changes"]["nodes"]
    assert {"type": "CHILD", "kind": "VOIDED", "node": {"id": gone["id"], "sameAs": {"id": stays["id"]}}} in told
    assert {"type": "CHILD", "kind": "UPDATED", "node": {"id": stays["id"], "sameAs": None}} in told
    assert {each["type"] for each in told} == {
        "CHILD", "CARE_EPISODE", "GATEKEEPING_ASSESSMENT", "PLACEMENT", "SIBLING_BOND",
    }  # fmt: skip
