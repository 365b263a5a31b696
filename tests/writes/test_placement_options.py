"""Where some children could live together: homes with room for all, ranked, each with its reasons; it is advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writes.writes import TODAY, Row, Writes, unknown

if TYPE_CHECKING:
    from tests.writes.writes import Json

ASK = """
query Q($ids: [ID!]!, $on: Date, $first: Int) {
  placementOptions(childIds: $ids, on: $on, first: $first) {
    totalCount
    nodes {
      home { id name } freePlaces distanceKm schoolDistanceKm siblings moves reasonsFor reasonsAgainst notKnown
    }
  }
}
"""
BRUSSELS: Row = {"latitudeE2": 5085, "longitudeE2": 435}
LIEGE: Row = {"latitudeE2": 5063, "longitudeE2": 557}
NAMUR: Row = {"latitudeE2": 5046, "longitudeE2": 487}
AHEAD = "2027-01-10"
REFUSED = {"UNDER_THREE", "HOME_NOT_LICENSED", "CARER_NOT_CLEARED"}
"""What a plan is refused for that nobody answers for."""


async def ask(writes: Writes, children: list[Row], as_: str = "office", **given: Json) -> Row:
    """The whole response."""
    return await writes.send(ASK, as_, ids=[each["id"] for each in children], **{"first": 1000, **given})


async def options(writes: Writes, children: list[Row], as_: str = "office", **given: Json) -> dict[str, Row]:
    """The options by the ids of their homes, in their order."""
    body = await ask(writes, children, as_, **given)
    assert "errors" not in body, body
    return {each["home"]["id"]: each for each in body["data"]["placementOptions"]["nodes"]}


async def refused(writes: Writes, children: list[Row], as_: str = "office", **given: Json) -> tuple[str, str]:
    """Code and reason of what is said instead of options."""
    body = await ask(writes, children, as_, **given)
    assert not (body.get("data") or {}).get("placementOptions"), body
    (error,) = body["errors"]
    assert error["message"], error
    assert error["extensions"]["hint"], error
    return error["extensions"]["code"], error["extensions"].get("reason", "")


async def three(writes: Writes) -> list[Row]:
    """A girl of eleven and her brothers, whose family lives in Brussels."""
    given: Row = {"familyLocality": "Brussels", "firstLanguage": "sw"}
    given |= {f"family{name[0].upper()}{name[1:]}": value for name, value in BRUSSELS.items()}
    return await writes.siblings(3, **given)


async def test_homes_with_room_for_all_are_ranked_with_their_reasons(writes: Writes) -> None:
    """A home that fits is before one that is far, too small is none, and each says what is for it and against it."""
    children = await three(writes)
    near = await writes.home(agesFrom=0, agesTo=17, languages="fr sw")
    far = await writes.home(agesFrom=3, agesTo=5, languages="fr")
    small = await writes.home(capacity=2)
    closing = await writes.home()
    await writes.ok("closeHome", id=closing["id"], version=closing["version"], closedOn="2027-05-01")
    for home, place in ((near, NAMUR), (far, LIEGE)):
        await writes.ok("recordHomeAddress", homeId=home["id"], locality="X", startedOn="2020-01-01", **place)
    found = await options(writes, children)
    assert not {small["id"], closing["id"]} & set(found)
    assert list(found).index(near["id"]) < list(found).index(far["id"])
    assert found[near["id"]]["distanceKm"] == 57
    assert found[near["id"]]["freePlaces"] == 4
    assert found[near["id"]]["moves"] == 1
    assert set(found[near["id"]]["reasonsFor"]) >= {"ROOM_FOR_ALL", "FAMILY_BASED", "AGES_FIT", "LANGUAGE_SPOKEN"}
    assert found[near["id"]]["notKnown"] == ["CARERS_NOT_KNOWN"]
    against = set(found[far["id"]]["reasonsAgainst"])
    assert against == {"AGES_DO_NOT_FIT", "FAR_FROM_HOME", "LANGUAGE_NOT_SPOKEN"} | (against & {"HOME_NOT_LICENSED"})


async def test_room_is_asked_of_all_days_to_come(writes: Writes) -> None:
    """Who is still to come takes a place; who leaves gives one back; who is asked about takes none."""
    home = await writes.home(capacity=3)
    first, leaving = await writes.child(home), await writes.child(home)
    others = [await writes.child(), await writes.child()]
    assert (await options(writes, [first, others[0]]))[home["id"]]["freePlaces"] == 2
    assert home["id"] not in await options(writes, others)
    assert home["id"] not in await options(writes, [first, *others])
    elsewhere = await writes.home()
    await writes.ok("placeChild", childId=leaving["id"], homeId=elsewhere["id"], startedOn="2026-12-01")
    assert home["id"] not in await options(writes, others)
    assert (await options(writes, others, on="2026-12-01"))[home["id"]]["freePlaces"] == 2
    await writes.ok("placeChild", childId=(await writes.child())["id"], homeId=home["id"], startedOn="2026-12-20")
    assert home["id"] not in await options(writes, others, on="2026-12-01")


async def test_what_a_placement_is_refused_for_is_told_and_nothing_else(writes: Writes) -> None:
    """Of a toddler and her sister: homes that a plan would be refused of say why, the others let them in."""
    children = await writes.siblings(2, birthDate="2024-05-01")
    group = await writes.home(form="SMALL_GROUP_HOME", capacity=9)
    kept, guarded = await writes.home(), await writes.home()
    about = {"programmeId": writes.programmes["own"], "givenName": "Ama", "kind": "FAMILY_CARER"}
    carer = await writes.ok("recordCaregiver", **about, engagedOn="2020-01-01")
    who = {"homeId": guarded["id"], "caregiverId": carer["id"], "role": "PARENT", "startedOn": "2026-01-01"}
    await writes.ok("assignCaregiver", **who)
    licence = {"homeId": group["id"], "kind": "LICENCE", "heldOn": "2024-01-01", "validUntil": AHEAD}
    for licensed in (False, True):
        if licensed:
            licence["validUntil"] = "2030-01-01"
        await writes.ok("recordInspection", **licence, outcome="PASSED", carriedOutBy="District")
        for as_ in ("office", "caseworker"):
            found = await options(writes, children, as_, on=AHEAD)
            for home in (group, kept, guarded):
                plan = {"childIds": [each["id"] for each in children], "homeId": home["id"], "startedOn": AHEAD}
                told = await writes.do("placeSiblings", as_, **plan, dryRun=True)
                assert told.reasons == REFUSED & set(found[home["id"]]["reasonsAgainst"]), (home, told.errors)
    assert ("LICENSED" in found[group["id"]]["reasonsFor"], "UNDER_THREE" in found[group["id"]]["reasonsAgainst"]) == (
        True, True
    )  # fmt: skip
    for kind in ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE"):
        check = {"caregiverId": carer["id"], "kind": kind, "decidedOn": "2025-01-01", "validUntil": "2028-01-01"}
        await writes.ok("recordCaregiverCheck", **check, outcome="PASSED")
    assert "CARERS_CLEARED" in (await options(writes, children, "caseworker"))[guarded["id"]]["reasonsFor"]


async def test_brothers_and_sisters_schools_and_moves_are_weighed(writes: Writes) -> None:
    """Where the third lives is first; who has moved often and who would have far to school speak against a move."""
    *pair, third = await three(writes)
    home, far = await writes.home(), await writes.home()
    await writes.ok("placeChild", childId=third["id"], homeId=home["id"], startedOn="2026-02-01")
    for each, place in ((home, BRUSSELS), (far, LIEGE)):
        await writes.ok("recordHomeAddress", homeId=each["id"], locality="X", startedOn="2020-01-01", **place)
    school = await writes.ok("addCommunityPartner", name=f"School {writes.number()}", kind="SCHOOL", **BRUSSELS)
    tie = {"kind": "SCHOOL", "startedOn": "2026-02-01", "partnerId": school["id"]}
    await writes.ok("addCommunityLink", childId=pair[0]["id"], **tie)
    for day in ("2026-03-01", "2026-05-01"):
        await writes.ok("placeChild", childId=pair[1]["id"], homeId=(await writes.home())["id"], startedOn=day)
    found = await options(writes, pair)
    assert next(iter(found)) == home["id"]
    assert (found[home["id"]]["siblings"], found[home["id"]]["moves"], found[home["id"]]["schoolDistanceKm"]) == (
        1,
        3,
        0,
    )
    assert "SIBLINGS_THERE" in found[home["id"]]["reasonsFor"]
    assert "MANY_MOVES" in found[home["id"]]["reasonsAgainst"]
    # Where a child lives is not on record, so whether it has farther than now is not known.
    assert "SCHOOL_NOT_KNOWN" in found[home["id"]]["notKnown"]
    assert {"SIBLINGS_APART", "FAR_FROM_HOME"} <= set(found[far["id"]]["reasonsAgainst"])
    stay = (await writes.placement(pair[0]))["home"]
    await writes.ok("recordHomeAddress", homeId=stay["id"], locality="X", startedOn="2020-01-01", **NAMUR)
    found = await options(writes, pair)
    assert "NEAR_SCHOOL" in found[home["id"]]["reasonsFor"]
    assert "FAR_FROM_SCHOOL" in found[far["id"]]["reasonsAgainst"]
    assert "LIVES_THERE" in (await options(writes, [third]))[home["id"]]["reasonsFor"]


async def test_brothers_and_sisters_of_another_programme_tell_a_caseworker_nothing(writes: Writes) -> None:
    """The office hears of the one who lives there and is another programme's; to a caseworker nobody is apart."""
    home = await writes.home()
    own, other = await writes.child(), await writes.child(None, "other")
    await writes.ok("recordSiblingBond", childId=own["id"], siblingId=other["id"], kind="FULL")
    await writes.ok("placeChild", childId=other["id"], homeId=home["id"], startedOn="2026-02-01")
    seen, unseen = [(await options(writes, [own], as_))[home["id"]] for as_ in ("office", "caseworker")]
    assert (seen["siblings"], unseen["siblings"]) == (1, 0)
    assert "SIBLINGS_THERE" in seen["reasonsFor"]
    assert not {"SIBLINGS_THERE", "SIBLINGS_APART"} & {*unseen["reasonsFor"], *unseen["reasonsAgainst"]}


async def test_a_reason_tells_of_nobody_else_who_lives_there(writes: Writes) -> None:
    """Two homes that differ in who lives there alone, as old and as often moved as may be, have the same reasons."""
    child = await writes.child()
    one, other = await writes.home(), await writes.home()
    await writes.child(one, birthDate="2010-01-01", sex="MALE", reasonForCare="ABUSE")
    await writes.child(other, birthDate="2024-12-31", firstLanguage="sw", familyLatitudeE2=100, familyLongitudeE2=100)
    found = await options(writes, [child])
    told = [{key: value for key, value in found[each["id"]].items() if key != "home"} for each in (one, other)]
    assert told[0] == told[1]


async def test_whom_a_caller_does_not_see_is_as_one_who_is_not_there(writes: Writes) -> None:
    """One of another programme, of another country, unknown: no options at all, and the same words."""
    own, other, stranger = [await writes.child(None, name) for name in ("own", "other", "kenya")]
    for as_, children in (
        ("caseworker", [own, other]), ("caseworker", [own, stranger]), ("office", [own, stranger]),
        ("kenya", [own, stranger]), ("office", [own, {"id": unknown("Child")}]),
    ):  # fmt: skip
        assert await refused(writes, children, as_) == ("NOT_FOUND", "NO_SUCH_ROW")
    assert await options(writes, [own, other])


async def test_a_caller_is_told_of_its_own_homes_alone(writes: Writes) -> None:
    """A caseworker of homes of the own programme, by all who live there; another's home is none of its options."""
    own, other = await writes.home(capacity=2), await writes.home("other")
    child, guest = await writes.child(), await writes.child(None, "other")
    await writes.ok("placeChild", childId=guest["id"], homeId=own["id"], startedOn="2026-02-01")
    found = await options(writes, [child], "caseworker")
    assert found[own["id"]]["freePlaces"] == 1
    assert other["id"] not in found
    assert other["id"] in await options(writes, [child])
    second = await writes.child()
    assert own["id"] not in await options(writes, [child, second], "caseworker")


@pytest.mark.parametrize("as_", ["region", "headquarters", "auditor"])
async def test_above_the_office_nobody_asks(writes: Writes, as_: str) -> None:
    """Whoever reads no child gets null, and is told so."""
    child = await writes.child()
    assert (await refused(writes, [child], as_))[0] == "FORBIDDEN"


async def test_what_cannot_be_meant_is_refused_before_a_row_is_read(writes: Writes) -> None:
    """None, thirteen, one twice, an id of a home, a day that has passed, a page of nothing."""
    child, home = await writes.child(), await writes.home()
    many = [{"id": unknown("Child")} for _ in range(13)]
    for children, given in (
        ([], {}), (many, {}), ([child, child], {}), ([home], {}), ([child], {"on": "2026-11-21"}),
        ([child], {"first": 0}),
    ):  # fmt: skip
        assert await refused(writes, children, **given) == ("BAD_USER_INPUT", "DOES_NOT_FIT")
    assert await options(writes, [child], on=TODAY)


async def test_of_a_child_who_has_died_nothing_is_asked(writes: Writes) -> None:
    """Also beside a sister who lives; the office is told so, and no home."""
    child, sister = await writes.siblings(2)
    await writes.ok("recordDeath", id=child["id"], version=child["version"], diedOn="2026-11-01")
    assert await refused(writes, [child, sister]) == ("CONFLICT", "DIED_BEFORE")


async def test_the_id_of_a_record_that_was_taken_back_leads_on(writes: Writes) -> None:
    """It is the child's whose record stands; both ids together are one child twice."""
    one, other = await writes.registered(), await writes.registered()
    await writes.ok(
        "voidChild", id=other["id"], version=other["version"], sameAsId=one["id"], reason="Twice on record."
    )
    assert await options(writes, [other]) == await options(writes, [one])
    assert await refused(writes, [one, other]) == ("BAD_USER_INPUT", "NAMED_TWICE")
