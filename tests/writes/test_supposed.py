"""What the records let one suppose: that two records are of one child, that two children are brothers or sisters."""

from __future__ import annotations

import pytest

from tests.writes.writes import ERRORS, Row, Writes, unknown

LIKE = "query Q($id: ID!) { possibleDuplicates(child: $id) { totalCount nodes { id } } }"
KIN = "query Q($id: ID!) { possibleSiblings(child: $id) { nodes { id } } }"
WARNED = "child { id } warnings { code reason message path hint ids } " + ERRORS
OFFERED = "offers { child childName sibling siblingName } " + ERRORS


async def found(writes: Writes, query: str, child: Row, as_: str = "office") -> set[str]:
    """The ids that a suggestion answers of a child."""
    body = await writes.send(query, as_, id=child["id"])
    assert "errors" not in body, body
    (page,) = body["data"].values()
    return {row["id"] for row in page["nodes"]}


@pytest.mark.parametrize(
    ("given", "alike"),
    [
        ({}, True),
        ({"givenName": "amína", "familyName": "EL-AMRANI"}, True),
        ({"givenName": "El Amrani", "familyName": "Amina"}, True),
        ({"familyName": None}, True),
        ({"birthDate": "2015-05-20"}, True),
        ({"birthDate": "2015-01-01", "birthDatePrecision": "YEAR"}, True),
        ({"birthDate": None}, True),
        ({"givenName": "Aminata", "familyName": "Ouali"}, True),
        ({"sex": "UNKNOWN"}, True),
        ({"sex": "MALE"}, False),
        ({"birthDate": "2016-05-03"}, False),
        ({"birthDate": "2014-01-01", "birthDatePrecision": "YEAR"}, False),
        ({"givenName": "Fatima"}, False),
        ({"givenName": "Aminata", "familyName": "Ouali", "birthDate": "2015-05-04"}, False),
    ],
)
async def test_records_that_may_be_of_one_child(writes: Writes, given: Row, *, alike: bool) -> None:
    """Names and birth dates that agree, or nearly, whatever their capitals, accents and order; each finds the other."""
    mark = f"{writes.number():03d}".translate(str.maketrans("0123456789", "abcdefghij"))
    named: Row = {"givenName": f"Amina{mark}", "familyName": f"El Amrani {mark}"}
    if "givenName" in given and given["givenName"] != "El Amrani":
        given = given | {"givenName": given["givenName"] + mark}
    if given.get("familyName") not in (None, "Amina"):
        given = given | {"familyName": given["familyName"] + mark}
    if given.get("givenName") == "El Amrani":
        given = {"givenName": named["familyName"], "familyName": named["givenName"]}
    day = {"birthDate": "2015-05-03"}
    one = await writes.child(**(named | day))
    other = await writes.child(**(named | day | given))
    assert (other["id"] in await found(writes, LIKE, one)) == alike
    assert (one["id"] in await found(writes, LIKE, other)) == alike
    assert one["id"] not in await found(writes, LIKE, one)


async def test_whom_a_caller_does_not_see_is_supposed_of_nobody(writes: Writes) -> None:
    """Another country and another programme hear nothing; the office hears of both; headquarters may not ask."""
    about: Row = {"givenName": "Zuleika", "familyName": "Verhaegen", "birthDate": "2014-02-03"}
    one, other = await writes.child(**about), await writes.child(None, "other", **about)
    stranger = await writes.child(None, "kenya", **about)
    assert await found(writes, LIKE, one) == {other["id"]}
    assert await found(writes, LIKE, one, "caseworker") == set()
    assert await found(writes, LIKE, other, "caseworker") == set()
    assert await found(writes, LIKE, stranger) == set()
    assert await found(writes, LIKE, one, "kenya") == set()
    assert await found(writes, LIKE, {"id": unknown("Child")}) == set()
    body = await writes.send(
        '{ possibleDuplicates(child: "Home_BE_01920000-0000-7000-8000-000000000000") { totalCount } }'
    )
    assert body["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_brothers_and_sisters_are_no_duplicates(writes: Writes) -> None:
    """Twins who begin alike are supposed to be one child until they are bound."""
    home = await writes.home(capacity=6)
    one = await writes.child(home, givenName="Mariam", birthDate="2013-03-03")
    twin = await writes.child(home, givenName="Mariama", birthDate="2013-03-03")
    assert twin["id"] in await found(writes, LIKE, one)
    await writes.ok("recordSiblingBond", childId=one["id"], siblingId=twin["id"], kind="FULL")
    assert twin["id"] not in await found(writes, LIKE, one)


async def test_an_admission_warns(writes: Writes) -> None:
    """Who admits a likely twin is warned, as far as it is theirs to see; nothing is refused, and a repetition too."""
    about: Row = {"givenName": "Odile", "familyName": "Vandamme", "birthDate": "2012-12-12"}
    first = await writes.do("admitChild", shows=WARNED, **writes.about(await writes.home(), **about))
    assert first.body["data"]["admitChild"]["warnings"] == []
    wanted = writes.about(await writes.home(), **about, idempotencyKey="twin-1")
    for _ in range(2):
        told = await writes.do("admitChild", "caseworker", shows=WARNED, **wanted)
        (warning,) = told.body["data"]["admitChild"]["warnings"]
        assert warning["ids"] == [first.row["id"]]
        assert (warning["reason"], warning["path"]) == ("POSSIBLE_DUPLICATE", ["input", "givenName"])
        assert told.errors == []
    told = await writes.do(
        "admitChild", "neighbour", shows=WARNED, **writes.about(await writes.home("other"), "other", **about)
    )
    assert told.body["data"]["admitChild"]["warnings"] == []
    told = await writes.do("admitChild", shows=WARNED, **writes.about(await writes.home(), **about, dryRun=True))
    assert len(told.body["data"]["admitChild"]["warnings"][0]["ids"]) == 3
    told = await writes.do(
        "admitChild", shows=WARNED, **writes.about(await writes.home(), **about, caseNumber=wanted["caseNumber"])
    )
    assert (told.reasons, told.body["data"]["admitChild"]["warnings"]) == ({"CASE_NUMBER_TAKEN"}, [])


async def test_brothers_of_a_brother_are_offered(writes: Writes) -> None:
    """A bond offers those that may follow, and records none of them; what is on record is offered no more."""
    one, two, three = [await writes.child() for _ in range(3)]
    await writes.ok("recordSiblingBond", childId=two["id"], siblingId=three["id"], kind="FULL")
    bonds = await writes.value("SELECT count(*) FROM sibling_bond")
    told = await writes.do("recordSiblingBond", shows=OFFERED, childId=one["id"], siblingId=two["id"], kind="FULL")
    pair = {
        "child": one["id"], "childName": one["givenName"], "sibling": three["id"], "siblingName": three["givenName"],
    }  # fmt: skip
    assert told.body["data"]["recordSiblingBond"]["offers"] == [pair]
    assert await writes.value("SELECT count(*) FROM sibling_bond") == bonds + 2
    assert await found(writes, KIN, one) == {three["id"]}
    assert await found(writes, KIN, three) == {one["id"]}
    assert await found(writes, KIN, two) == set()
    told = await writes.do(
        "recordSiblingBond", shows=OFFERED, childId=pair["child"], siblingId=pair["sibling"], kind="HALF"
    )
    assert told.body["data"]["recordSiblingBond"]["offers"] == []


async def test_an_admission_offers_bonds(writes: Writes) -> None:
    """A child that comes with one brother is offered the others; of another programme a caseworker hears nothing."""
    one, two = await writes.siblings(2)
    bonds = [{"siblingId": one["id"], "kind": "FULL"}]
    shows = f"child {{ id }} {OFFERED}"
    told = await writes.do("admitChild", shows=shows, **writes.about(await writes.home(), siblings=bonds))
    offers = told.body["data"]["admitChild"]["offers"]
    assert {(each["child"], each["sibling"]) for each in offers} == {(told.row["id"], two["id"])}
    far = await writes.child(None, "other")
    await writes.ok("recordSiblingBond", childId=one["id"], siblingId=far["id"], kind="FULL")
    told = await writes.do("admitChild", "caseworker", shows=shows, **writes.about(await writes.home(), siblings=bonds))
    assert {each["sibling"] for each in told.body["data"]["admitChild"]["offers"]} >= {two["id"]}
    assert far["id"] not in str(told.body)


async def test_suggestions_page_filter_and_order(writes: Writes) -> None:
    """A suggestion is a page as any other, with conditions, an order and cursors; what was taken back is in none."""
    about: Row = {"givenName": "Pomme", "birthDate": "2011-01-01"}
    one, *others = [await writes.child(**about, familyName=f"Dupont{each}", interests=None) for each in "aaa"]
    query = (
        "query Q($id: ID!, $after: String) { possibleDuplicates(child: $id, first: 1, after: $after,"
        " where: { sex: { eq: FEMALE } }, orderBy: [{ caseNumber: ASC }])"
        " { totalCount pageInfo { endCursor hasNextPage }"
        " nodes { id } } }"
    )
    body = await writes.send(query, id=one["id"])
    page = body["data"]["possibleDuplicates"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (2, True)
    body = await writes.send(query, id=one["id"], after=page["pageInfo"]["endCursor"])
    seen = [*page["nodes"], *body["data"]["possibleDuplicates"]["nodes"]]
    assert {row["id"] for row in seen} == {each["id"] for each in others}
    stay = await writes.placement(others[0])
    await writes.ok("voidPlacement", id=stay["id"], version=1, reason="Nobody came.")
    await writes.ok("voidCareEpisode", **await writes.episode(others[0]), reason="Nobody came.")
    await writes.ok("voidChild", id=others[0]["id"], version=2, reason="One child.", sameAsId=one["id"])
    assert await found(writes, LIKE, one) == {others[1]["id"]}
    assert await found(writes, LIKE, others[0]) == {others[1]["id"]}
