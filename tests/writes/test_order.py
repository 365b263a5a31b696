"""Several mutations in one operation, and what their payloads answer."""

from __future__ import annotations

import pytest

from graph.execute.request import GraphQLRequest
from tests.writes.operations import seen
from tests.writes.writes import ERRORS, Json, Row, Writes


def partner(name: str, **given: Json) -> Row:
    """What `addCommunityPartner` takes."""
    return {"name": name, "kind": "SCHOOL"} | given


THREE = """
mutation M($one: AddCommunityPartnerInput!, $two: AddCommunityPartnerInput!, $three: AddCommunityPartnerInput!) {
  first: addCommunityPartner(input: $one) { communityPartner { name } errors { code path } }
  __typename
  second: addCommunityPartner(input: $two) { communityPartner { name } errors { code path } }
  third: addCommunityPartner(input: $three) { communityPartner { name } errors { code path } }
}
"""


async def test_one_that_fails_leaves_the_others(writes: Writes) -> None:
    """Each mutation is all or nothing by itself: what fails in the middle undoes nothing and stops nothing."""
    body = await writes.send(THREE, one=partner("A"), two=partner(" "), three=partner("C"))
    assert body == {
        "data": {
            "first": {"communityPartner": {"name": "A"}, "errors": []},
            "__typename": "Mutation",
            "second": {
                "communityPartner": None,
                "errors": [{"code": "BAD_USER_INPUT", "path": ["input", "name"]}],
            },
            "third": {"communityPartner": {"name": "C"}, "errors": []},
        }
    }
    assert list(body["data"]) == ["first", "__typename", "second", "third"]


async def test_they_run_in_order(writes: Writes) -> None:
    """Each sees what the ones before it have written."""
    home = await writes.home()
    text = """
    mutation M($id: ID!) {
      a: updateHome(input: { id: $id, version: 1, locality: "Gent" }) { home { version locality } errors { code } }
      b: updateHome(input: { id: $id, version: 2, locality: "Mons" }) { home { version locality } errors { code } }
      late: updateHome(input: { id: $id, version: 2, locality: "Namur" }) { home { version locality } errors { code } }
      c: updateHome(input: { id: $id, version: 3, locality: null }) { home { version locality } errors { code } }
    }
    """
    data = (await writes.send(text, id=home["id"]))["data"]
    assert data["a"]["home"] == {"version": 2, "locality": "Gent"}
    assert data["b"]["home"] == {"version": 3, "locality": "Mons"}
    assert data["late"] == {"home": {"version": 3, "locality": "Mons"}, "errors": [{"code": "CONFLICT"}]}
    assert data["c"]["home"] == {"version": 4, "locality": None}


async def test_a_row_that_the_one_before_has_made(writes: Writes) -> None:
    """With ids of its own a client admits a child and links it, in one operation."""
    home = await writes.home()
    child = home["id"].replace("Home_", "Child_")
    text = """
    mutation M($about: AdmitChildInput!, $link: AddCommunityLinkInput!) {
      admitChild(input: $about) { child { id } errors { code } }
      addCommunityLink(input: $link) { communityLink { child { id } } errors { code } }
    }
    """
    link = {"childId": child, "kind": "SCHOOL", "startedOn": "2026-09-01"}
    body = await writes.send(text, about=writes.about(home, id=child), link=link)
    assert body["data"] == {
        "admitChild": {"child": {"id": child}, "errors": []},
        "addCommunityLink": {"communityLink": {"child": {"id": child}}, "errors": []},
    }


async def test_what_the_client_says_comes_back(writes: Writes) -> None:
    """`clientMutationId` is answered as it is, done or refused, under any alias; `__typename` says what it is in."""
    shows = "mine: clientMutationId __typename communityPartner { __typename } errors { __typename code }"
    told = await writes.do("addCommunityPartner", shows=shows, **partner("A"), clientMutationId='ä "1"')
    payload = told.body["data"]["addCommunityPartner"]
    assert payload == {
        "mine": 'ä "1"',
        "__typename": "AddCommunityPartnerPayload",
        "communityPartner": {"__typename": "CommunityPartner"},
        "errors": [],
    }
    assert list(payload) == ["mine", "__typename", "communityPartner", "errors"]
    told = await writes.do("addCommunityPartner", shows=shows, **partner(""), clientMutationId="2")
    assert told.body["data"]["addCommunityPartner"] == {
        "mine": "2",
        "__typename": "AddCommunityPartnerPayload",
        "communityPartner": None,
        "errors": [{"__typename": "MutationError", "code": "BAD_USER_INPUT"}],
    }


async def test_a_payload_goes_as_deep_as_a_query(writes: Writes) -> None:
    """The row is answered with its links three levels deep, as it is once the write is done."""
    home = await writes.home()
    child = await writes.child()
    shows = """
    placement { home { children { totalCount nodes { givenName placements(orderBy: [{ startedOn: ASC }]) {
      nodes { endedOn home { name } }
    } } } } } errors { code }
    """
    about = {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-03-01"}
    told = await writes.do("placeChild", shows=shows, **about)
    former = await writes.again({"id": child["home"]["id"]})
    assert told.row == {
        "home": {
            "children": {
                "totalCount": 1,
                "nodes": [
                    {
                        "givenName": child["givenName"],
                        "placements": {
                            "nodes": [
                                {"endedOn": "2026-03-01", "home": {"name": former["name"]}},
                                {"endedOn": None, "home": {"name": home["name"]}},
                            ]
                        },
                    }
                ],
            }
        }
    }


@pytest.mark.parametrize("included", [True, False])
async def test_a_payload_field_left_out(included: bool, writes: Writes) -> None:  # noqa: FBT001 - parametrized
    """@include and @skip hold in payloads; the mutation is done either way."""
    text = """
    mutation M($input: AddCommunityPartnerInput!, $row: Boolean!) {
      addCommunityPartner(input: $input) {
        communityPartner @include(if: $row) { name kind @skip(if: $row) }
        errors { code }
        clientMutationId @skip(if: $row)
      }
    }
    """
    name = f"Included {included}"
    body = await writes.send(text, input=partner(name), row=included)
    shown: Row = {"communityPartner": {"name": name}} if included else {}
    rest: Row = {} if included else {"clientMutationId": None}
    assert body == {"data": {"addCommunityPartner": shown | {"errors": []} | rest}}
    assert await writes.value("SELECT count(*) FROM community_partner WHERE name = $1", name) == 1


async def test_a_mutation_left_out(writes: Writes) -> None:
    """A mutation that is skipped is not done."""
    text = """
    mutation M($input: AddCommunityPartnerInput!) {
      __typename addCommunityPartner(input: $input) @skip(if: true) { errors { code } }
    }
    """
    before = await writes.state()
    assert await writes.send(text, input=partner("Skipped")) == {"data": {"__typename": "Mutation"}}
    assert await writes.state() == before


async def test_variables_inside_an_input(writes: Writes) -> None:
    """An input may be written in the document, with variables at any place of it; a missing one is an absent field."""
    home = await writes.home()
    await writes.ok("updateHome", **seen(home), locality="Gent")
    home = await writes.again(home)
    text = """
    mutation M($id: ID!, $version: Int!, $capacity: Int, $locality: String) {
      updateHome(input: { id: $id, version: $version, capacity: $capacity, locality: $locality }) {
        home { capacity locality version } errors { code }
      }
    }
    """
    body = await writes.send(text, **seen(home), capacity=7)
    assert body["data"]["updateHome"]["home"] == {"capacity": 7, "locality": "Gent", "version": 3}
    body = await writes.send(text, id=home["id"], version=3, capacity=7, locality=None)
    assert body["data"]["updateHome"]["home"] == {"capacity": 7, "locality": None, "version": 4}


async def test_variables_inside_a_list_of_objects(writes: Writes) -> None:
    """Also inside the objects of a list."""
    sibling, home = await writes.child(), await writes.home()
    text = """
    mutation M($sibling: ID!, $kind: SiblingBondKind!, $programme: ID!, $home: ID!, $number: String!) {
      admitChild(input: {
        caseNumber: $number, givenName: "Noor", sex: FEMALE, reasonForCare: OTHER, programmeId: $programme,
        homeId: $home, startedOn: "2026-02-01", siblings: [{ siblingId: $sibling, kind: $kind }]
      }) { child { siblingBonds { nodes { kind siblingName } } } errors { code } }
    }
    """
    body = await writes.send(
        text, sibling=sibling["id"], kind="SOCIAL", programme=writes.programmes["own"], home=home["id"], number="V-1"
    )
    bonds = body["data"]["admitChild"]["child"]["siblingBonds"]["nodes"]
    assert bonds == [{"kind": "SOCIAL", "siblingName": sibling["givenName"]}]


@pytest.mark.parametrize(
    ("shows", "code"),
    [
        ("communityPartner { communityLinks(first: 1001) { totalCount } }", "BAD_USER_INPUT"),
        ("communityPartner { communityLinks(first: 0) { totalCount } }", "BAD_USER_INPUT"),
        ("communityPartner { communityLinks(where: { kind: {} }) { totalCount } }", "BAD_USER_INPUT"),
        (
            (
                "communityPartner { communityLinks(first: 1000) {"
                " nodes { home { children(first: 99) { nodes { id } } } } } }"
            ),
            "TOO_COSTLY",
        ),
        ("communityPartner { nothing }", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
async def test_limits_come_before_the_write(shows: str, code: str, writes: Writes) -> None:
    """A payload that asks for too much, or for what there is not, refuses the whole operation before it writes."""
    before = await writes.state()
    text = (
        "mutation M($input: AddCommunityPartnerInput!) { a: addCommunityPartner(input: $input) { errors { code } }"
        f" b: addCommunityPartner(input: $input) {{ {shows} {ERRORS} }} }}"
    )
    body = await writes.send(text, input=partner("Costly"))
    assert "data" not in body
    assert {error["extensions"]["code"] for error in body["errors"]} == {code}
    assert await writes.state() == before


async def test_a_request_that_only_reads(writes: Writes) -> None:
    """A mutation that comes by way of GET is not done."""
    before = await writes.state()
    text = 'mutation { addCommunityPartner(input: { name: "G", kind: SCHOOL }) { errors { code } } }'
    answer = await writes.engine.answer(GraphQLRequest(text, read_only=True), writes.callers["office"])
    assert answer.status in {400, 405}
    assert await writes.state() == before
