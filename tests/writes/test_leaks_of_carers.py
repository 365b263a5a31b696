"""What a caseworker learns of carers: of checks, phones and logins nothing, of another programme's team a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writes.operations import seen

if TYPE_CHECKING:
    from tests.writes.writes import Json, Row, Writes

PHONE, LOGIN, PAPER = "+32 498 55 66 77", "sub-4711", "AZ-1931"
SECRETS = (PHONE, LOGIN, PAPER, "FAILED")
OWN = {"caregiverId": "", "kind": "REFERENCE", "decidedOn": "2026-11-01"}
CLOSED = {
    "a check by its link": "{ caregivers { nodes { checks { nodes { kind } } } } }",
    "how many checks": "{ caregivers { nodes { checks { totalCount } } } }",
    "all checks": "{ caregiverChecks { nodes { id } } }",
    "checks counted by what came of them": "{ caregiverChecks { counts(by: [OUTCOME]) { count } } }",
    "checks from a programme": "{ programmes { nodes { caregivers { nodes { checks { nodes { outcome } } } } } } }",
    "carers by a failed check": (
        "{ caregivers(where: { checks: { some: { outcome: { eq: FAILED } } } }) { totalCount } }"
    ),
    "carers without a check": "{ caregivers(where: { checks: { isNull: true } }) { totalCount } }",
    "assignments by a check of the carer": (
        "{ caregiverAssignments(where: { caregiver: { checks: { some: { kind: { eq: REFERENCE } } } } })"
        " { totalCount } }"
    ),
    "a phone": "{ caregivers { nodes { phone } } }",
    "a login": "{ caregivers { nodes { loginIssuer loginSubject } } }",
}
"""What a caseworker asks for, and hears FORBIDDEN."""
FEED = "{ changes(first: 500) { nodes { type rowId } } }"


async def _carer(writes: Writes, **given: Json) -> Row:
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    row: Row = await writes.ok("recordCaregiver", **about | {"engagedOn": "2020-01-01"} | given)
    return row


async def _secretive(writes: Writes) -> tuple[Row, Row]:
    """A carer with a phone, a login and a check that was not passed; and the check."""
    carer = await _carer(
        writes, phone=PHONE, loginIssuer="https://login.example", loginSubject=f"{LOGIN}-{writes.number()}"
    )
    failed = OWN | {"caregiverId": carer["id"], "outcome": "FAILED", "reference": PAPER}
    check = await writes.ok("recordCaregiverCheck", **failed)
    return await writes.again(carer), check


async def _of_another(writes: Writes) -> tuple[Row, Row, Row]:
    """A home of the other programme, the parent of it, and that she is."""
    home = await writes.home("other", name=f"House of others {writes.number()}")
    parent = await _carer(writes, programmeId=writes.programmes["other"], givenName="Yaa")
    about = {"homeId": home["id"], "caregiverId": parent["id"], "role": "PARENT", "startedOn": "2026-02-01"}
    return home, parent, await writes.ok("assignCaregiver", **about)


async def test_checks_phones_and_logins_are_at_no_door_of_a_caseworkers(writes: Writes) -> None:
    """By field, filter, count and of the past: refused whoever has one, and the office is answered."""
    await _secretive(writes)
    for name, asked in CLOSED.items():
        body = await writes.send(asked, "caseworker")
        assert {error["extensions"]["code"] for error in body["errors"]} == {"FORBIDDEN"}, name
        assert not any(secret in str(body) for secret in SECRETS if secret not in asked), name
        assert "errors" not in await writes.send(asked), name


async def test_a_check_is_no_row_and_no_news_of_a_caseworkers(writes: Writes) -> None:
    """By its id, in the carer's history and in the feed there is nothing of it; the day of clearance alone is told."""
    carer, check = await _secretive(writes)
    node = await writes.send("query Q($id: ID!) { node(id: $id) { id } }", "caseworker", id=check["id"])
    assert node["data"]["node"] is None
    shows = 'clearedUntil history { operation before after } asKnownAt(instant: "2100-01-01T00:00:00Z")'
    told = await writes.get("caregiver", shows, "caseworker", id=carer["id"])
    assert told["clearedUntil"] is None
    assert told["asKnownAt"]["givenName"] == "Ama"
    assert not any(secret in str(told) for secret in SECRETS)
    office = str(await writes.get("caregiver", shows, id=carer["id"]))
    assert PHONE in office
    assert LOGIN in office
    feed = await writes.send(FEED, "caseworker")
    assert "errors" not in feed, feed
    assert check["id"] not in str(feed)
    assert check["id"] in str(await writes.send(FEED))


async def test_what_refuses_a_caseworker_tells_nothing_of_checks(writes: Writes) -> None:
    """A carer who is not cleared and one of whom nothing is known are refused alike, word for word."""
    carer, _ = await _secretive(writes)
    nobody = await _carer(writes)
    home = await writes.home()
    about = {"homeId": home["id"], "role": "PARENT", "startedOn": "2027-03-01"}
    said = [
        (await writes.do("assignCaregiver", "caseworker", **about, caregiverId=each["id"])).errors
        for each in (carer, nobody)
    ]
    assert said[0] == said[1]
    assert [each["reason"] for each in said[0]] == ["CARER_NOT_CLEARED"]
    assert not any(secret in str(said) for secret in SECRETS)


async def test_the_team_of_another_programmes_home_is_nobody(writes: Writes) -> None:
    """No home, no team, no assignment and no carer of it, by no way in and in no count; the office sees all."""
    home, parent, assignment = await _of_another(writes)
    for row in (home, parent, assignment):
        document = "query Q($id: ID!) { node(id: $id) { id } }"
        assert (await writes.send(document, "caseworker", id=row["id"])) == {"data": {"node": None}}
        assert (await writes.send(document, id=row["id"]))["data"]["node"] == {"id": row["id"]}
    asked = """{
      caregivers { totalCount counts(by: [KIND]) { count } distinct(field: GIVEN_NAME) }
      caregiverAssignments { totalCount nodes { caregiverName } }
      homes { totalCount nodes { team { totalCount } then: team(on: "2026-06-01") { totalCount } } }
      byName: caregiverAssignments(where: { caregiver: { givenName: { eq: "Yaa" } } }) { totalCount }
      byTeam: homes(where: { team: { some: { role: { eq: PARENT } } } }) { totalCount }
    }"""
    body = await writes.send(asked, "caseworker")
    assert "errors" not in body, body
    hidden = [row["id"] for row in (home, parent, assignment)]
    assert not any(each in str(body) for each in (*hidden, "Yaa", "House of others"))
    assert (body["data"]["byName"], body["data"]["byTeam"]) == ({"totalCount": 0}, {"totalCount": 0})
    before = body["data"]["caregivers"]["totalCount"], body["data"]["caregiverAssignments"]["totalCount"]
    await _of_another(writes)
    again = (await writes.send(asked, "caseworker"))["data"]
    assert (again["caregivers"]["totalCount"], again["caregiverAssignments"]["totalCount"]) == before
    feed = await writes.send(FEED, "caseworker")
    assert not any(each in str(feed) for each in hidden)
    theirs = '{ caregiverAssignments(where: { caregiver: { givenName: { eq: "Yaa" } } }) { edges { cursor } } }'
    cursor = (await writes.send(theirs))["data"]["caregiverAssignments"]
    after = "query Q($after: String) { caregiverAssignments(after: $after) { totalCount } }"
    gone = await writes.send(after, "caseworker", after=cursor["edges"][0]["cursor"])
    assert [error["extensions"]["reason"] for error in gone["errors"]] == ["WRONG_CURSOR"]


async def test_a_key_carer_whom_another_programme_has_engaged_is_a_name(writes: Writes) -> None:
    """The child's team knows who cares for it, by the name of today; the carer is no row of theirs."""
    child, carer = await writes.child(), await _carer(writes, phone=PHONE)
    about = {"childId": child["id"], "caregiverId": carer["id"], "startedOn": "2026-02-01"}
    await writes.ok("nameKeyCarer", **about)
    moved = await writes.ok("moveCaregiver", **seen(carer), programmeId=writes.programmes["other"])
    await writes.ok("correctCaregiver", **seen(moved), givenName="Esi", reason="She says so.")
    shows = "hasKeyCarer keyCarer { id } caregiverAssignments { nodes { caregiverName caregiver { id } } }"
    assert await writes.get("child", shows, "caseworker", id=child["id"]) == {
        "hasKeyCarer": True,
        "keyCarer": None,
        "caregiverAssignments": {"nodes": [{"caregiverName": "Esi", "caregiver": None}]},
    }
    assert await writes.get("child", "id", "neighbour", id=child["id"]) is None
    found = '{ caregivers(where: { givenName: { eq: "Esi" } }) { nodes { givenName assignments { totalCount } } } }'
    assert (await writes.send(found, "neighbour"))["data"]["caregivers"]["nodes"] == [
        {"givenName": "Esi", "assignments": {"totalCount": 0}}
    ]
