"""What a caseworker sees of another programme: that a sister or an earlier home exists, its name, and no more."""

from __future__ import annotations

import pytest

from tests.countries.leaks.border import (
    BOND,
    BOND_BACK,
    CHILD,
    GUEST,
    HIDDEN_CHILD,
    HIDDEN_HOME,
    HIDDEN_HOME_NAME,
    HIDDEN_TIE,
    HOME,
    PROGRAMME,
    SISTER,
    STAY,
    TIE,
    VISIT,
)
from tests.countries.leaks.conftest import Send

HIDDEN = {
    "Child": (HIDDEN_CHILD, GUEST),
    "Home": (HIDDEN_HOME,),
    "Placement": (STAY,),
    "SiblingBond": (BOND_BACK,),
    "CommunityLink": (HIDDEN_TIE,),
    "Programme": (PROGRAMME,),
}
OWN = {"Child": CHILD, "Home": HOME, "Placement": VISIT, "SiblingBond": BOND, "CommunityLink": TIE}


async def test_the_own_rows_are_there(send: Send) -> None:
    """The caseworker reads its own child, home, placement, bond and tie on the border."""
    for name, uuid in OWN.items():
        response = await send("query ($id: ID!) { node(id: $id) { id } }", "caseworker", id=f"{name}_BE_{uuid}")
        assert response["data"] == {"node": {"id": f"{name}_BE_{uuid}"}}


@pytest.mark.parametrize("name", HIDDEN)
async def test_a_row_of_the_neighbouring_programme_is_at_no_door(send: Send, name: str) -> None:
    """Child, placement, bond, tie, home and programme: there for the office, and not for the caseworker."""
    for uuid in HIDDEN[name]:
        document = "query ($id: ID!) { node(id: $id) { id } }"
        there = await send(document, "office", id=f"{name}_BE_{uuid}")
        assert there["data"]["node"] == {"id": f"{name}_BE_{uuid}"}
        gone = await send(document, "caseworker", id=f"{name}_BE_{uuid}")
        assert gone == {"data": {"node": None}}


async def test_a_sister_elsewhere_is_a_name(send: Send) -> None:
    """The own bond shows the name that she is called by; the sister herself is null, uncounted and in no list."""
    response = await send(
        "query ($id: ID!) { child(id: $id) { siblings { totalCount nodes { id } }"
        " siblingBonds { totalCount nodes { siblingName sibling { id } } }"
        " siblingBondsOfOthers { totalCount nodes { id } } } }",
        "caseworker",
        id=f"Child_BE_{CHILD}",
    )
    assert response == {
        "data": {
            "child": {
                "siblings": {"totalCount": 0, "nodes": []},
                "siblingBonds": {"totalCount": 1, "nodes": [{"siblingName": SISTER, "sibling": None}]},
                "siblingBondsOfOthers": {"totalCount": 0, "nodes": []},
            }
        }
    }


async def test_a_home_elsewhere_is_a_name(send: Send) -> None:
    """The own child's placement shows where it lives; the home itself is null, also as `home` of the child.

    That there is one is no secret: the child is in care, and what is null says beside it that it is not nothing.
    """
    response = await send(
        "query ($id: ID!) { child(id: $id) { inCare currentPlacement { homeName home { id } } home { id }"
        " placements { nodes { homeName home { id name } } }"
        " communityLinks { nodes { hasHome home { id } partner { name } } } } }",
        "caseworker",
        id=f"Child_BE_{CHILD}",
    )
    assert response["data"]["child"] == {
        "inCare": True,
        "currentPlacement": {"homeName": HIDDEN_HOME_NAME, "home": None},
        "home": None,
        "placements": {"nodes": [{"homeName": HIDDEN_HOME_NAME, "home": None}]},
        "communityLinks": {"nodes": [{"hasHome": True, "home": None, "partner": {"name": "Club BE"}}]},
    }


async def test_a_guest_from_elsewhere_takes_a_place_and_is_nobody(send: Send) -> None:
    """Another programme's child in the own home: its place is taken for everybody, the child is the office's to see."""
    document = (
        "query ($id: ID!) { home(id: $id) { occupancy freePlaces children { totalCount } placements { totalCount }"
        " communityLinks { totalCount } }"
        " homes(where: { id: { eq: $id }, occupancy: { eq: 1 }, freePlaces: { eq: 8 } }) { totalCount } }"
    )
    for kind, number in (("office", 1), ("caseworker", 0)):
        response = await send(document, kind, id=f"Home_BE_{HOME}")
        home = response["data"]["home"]
        assert (home["occupancy"], home["freePlaces"]) == (1, 8)
        assert response["data"]["homes"]["totalCount"] == 1
        assert home["children"]["totalCount"] == home["placements"]["totalCount"] == number
        assert home["communityLinks"]["totalCount"] == number
    hidden = await send(document, "caseworker", id=f"Home_BE_{HIDDEN_HOME}")
    assert hidden["data"] == {"home": None, "homes": {"totalCount": 0}}


async def test_a_filter_does_not_tell_who_the_sister_is(send: Send) -> None:
    """The own bond is found by its own columns, and by nothing of the sister's."""
    found = "query ($w: SiblingBondWhere) { siblingBonds(where: $w) { totalCount } }"
    bond = {"id": {"eq": f"SiblingBond_BE_{BOND}"}}
    for sister in ({"id": {"eq": f"Child_BE_{HIDDEN_CHILD}"}}, {"sex": {"eq": "UNKNOWN"}}, {"caseNumber": {"gte": ""}}):
        where = {"and": [bond, {"sibling": sister}]}
        assert (await send(found, "office", w=where))["data"]["siblingBonds"]["totalCount"] == 1
        assert (await send(found, "caseworker", w=where))["data"]["siblingBonds"]["totalCount"] == 0
        turned = {"and": [bond, {"not": {"sibling": sister}}]}
        assert (await send(found, "caseworker", w=turned))["data"]["siblingBonds"]["totalCount"] == 1


async def test_one_uuid_in_two_countries_is_two_rows(send: Send) -> None:
    """Each country reads its own row under a uuid that both have; the other's id leads nowhere."""
    listed = "children(where: { id: { in: $ids } }) { nodes { id } }"
    document = f"query ($id: ID!, $ids: [ID!]!) {{ child(id: $id) {{ id }} {listed} }}"
    belgian, kenyan = f"Child_BE_{CHILD}", f"Child_KE_{CHILD}"
    for kind, own, other in (("office", belgian, kenyan), ("kenya", kenyan, belgian)):
        response = await send(document, kind, id=own, ids=[own, other])
        assert response["data"] == {"child": {"id": own}, "children": {"nodes": [{"id": own}]}}
        response = await send(document, kind, id=other, ids=[other])
        assert response == {"data": {"child": None, "children": {"nodes": []}}}
    seen = await send("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", "headquarters", ids=[
        f"Home_BE_{HOME}", f"Home_KE_{HOME}",
    ])  # fmt: skip
    assert seen["data"]["nodes"] == [{"id": f"Home_BE_{HOME}"}, {"id": f"Home_KE_{HOME}"}]
