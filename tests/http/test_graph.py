"""Every operation over HTTP: nobody without a token, nothing of another country, and the good answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.http.real_app import Graph, real_client, refusal, tokens

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from countries.connections.database import Database
    from countries.register.register import Register

CONNECTIONS = {
    "children": "caseNumber",
    "homes": "openedOn",
    "programmes": "name",
    "placements": "startedOn",
    "siblingBonds": "startedOn",
    "communityLinks": "startedOn",
    "communityPartners": "name",
}
WRITE = 'mutation { addCommunityPartner(input: { name: "Club", kind: OTHER }) { communityPartner { id } } }'
SINGLES = {
    "child": "children",
    "home": "homes",
    "programme": "programmes",
    "placement": "placements",
    "siblingBond": "siblingBonds",
    "communityLink": "communityLinks",
    "communityPartner": "communityPartners",
}
OPERATIONS = [
    "{ viewer { role } }",
    "{ __typename }",
    "{ __schema { queryType { name } } }",
    '{ node(id: "Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e") { id } }',
    '{ nodes(ids: ["Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"]) { id } }',
    "{ countries { nodes { code } } }",
    '{ country(code: "BE") { name } }',
    WRITE,
    "{ placementExceptions { totalCount } }",
    "{ children { counts(by: [SEX]) { count } distinct(field: FAMILY_NAME) } }",
    '{ node(id: "Country_BE") { id } }',
    "{ changes { nodes { rowId } } }",
    "{ indicators { code } }",
    '{ indicatorReport(indicators: ["CARE_STOCK"], period: { year: 2019 }) { cells { value } } }',
    "{ releases { year } }",
    "{ releaseProof(period: { year: 2018 }) { low } }",
    '{ country(code: "BE") { indicator(code: "CARE_STOCK", period: { year: 2019 }) { value } } }',
    *(f"{{ {name} {{ totalCount }} }}" for name in CONNECTIONS),
    *(f'{{ {name}(id: "X") {{ id }} }}' for name in SINGLES),
]


@pytest.fixture
async def graph(database: Database, register: Register, programmes: dict[str, list[UUID]]) -> AsyncIterator[Graph]:
    """The graph on the seeded world."""
    async with real_client(database, register) as client:
        yield Graph(client, tokens(programmes))


@pytest.mark.parametrize("document", OPERATIONS)
async def test_nobody_without_a_token(graph: Graph, document: str) -> None:
    """Each operation, even the type name and introspection, needs a token; nothing is looked at before."""
    refusal(await graph.post(document, None), "UNAUTHENTICATED", 401)


@pytest.mark.parametrize("name", CONNECTIONS)
async def test_a_connection_ends_at_the_border(graph: Graph, name: str) -> None:
    """Two offices see rows of their own country each and none in common; a region sees both of its countries."""
    document = f"{{ {name}(first: 1000) {{ totalCount nodes {{ id country {{ code }} }} }} }}"
    belgian = (await graph.data(document))[name]
    kenyan = (await graph.data(document, "kenya"))[name]
    assert {row["country"]["code"] for row in belgian["nodes"]} == {"BE"}
    assert {row["country"]["code"] for row in kenyan["nodes"]} == {"KE"}
    assert not {row["id"] for row in belgian["nodes"]} & {row["id"] for row in kenyan["nodes"]}
    assert len(belgian["nodes"]) == belgian["totalCount"]


@pytest.mark.parametrize("name", CONNECTIONS)
async def test_a_filter_finds_nothing_beyond_the_border(graph: Graph, name: str) -> None:
    """Asking for another country by name, or for one of its ids, finds nothing and says nothing."""
    (row,) = (await graph.data(f"{{ {name}(first: 1) {{ nodes {{ id }} }} }}", "kenya"))[name]["nodes"]
    where = '{ country: { code: { eq: "KE" } } }'
    assert await graph.data(f"{{ {name}(where: {where}) {{ totalCount }} }}") == {name: {"totalCount": 0}}
    where = f'{{ id: {{ eq: "{row["id"]}" }} }}'
    assert await graph.data(f"{{ {name}(where: {where}) {{ totalCount nodes {{ id }} }} }}") == {
        name: {"totalCount": 0, "nodes": []}
    }


@pytest.mark.parametrize("name", SINGLES)
async def test_one_row(graph: Graph, name: str) -> None:
    """By its id an office gets its own row; another country's answers exactly as one that does not exist."""
    many = SINGLES[name]
    field = CONNECTIONS[many]
    listed = f"{{ {many}(first: 1) {{ nodes {{ id {field} }} }} }}"
    (own,) = (await graph.data(listed))[many]["nodes"]
    (foreign,) = (await graph.data(listed, "kenya"))[many]["nodes"]
    document = f"query ($id: ID!) {{ {name}(id: $id) {{ id {field} }} node(id: $id) {{ id __typename }} }}"
    type_name = own["id"].partition("_")[0]
    assert await graph.data(document, id=own["id"]) == {
        name: own,
        "node": {"id": own["id"], "__typename": type_name},
    }
    nothing = f"{type_name}_BE_00000000-0000-7000-8000-000000000000"
    answers = [(await graph.post(document, id=each)).text for each in (foreign["id"], nothing)]
    assert answers == [f'{{"data":{{"{name}":null,"node":null}}}}'] * 2


async def test_a_row_under_the_wrong_country(graph: Graph) -> None:
    """An id that puts a row of one country into another names no row."""
    (own,) = (await graph.data("{ homes(first: 1) { nodes { id } } }"))["homes"]["nodes"]
    moved = own["id"].replace("_BE_", "_KE_")
    document = "query ($id: ID!) { home(id: $id) { id } homes(where: { id: { eq: $id } }) { totalCount } }"
    for as_ in ("office", "kenya", "region"):
        assert await graph.data(document, as_, id=moved) == {"home": None, "homes": {"totalCount": 0}}


async def test_nodes_in_their_order(graph: Graph) -> None:
    """`nodes` answers one entry for each id, in their order, null where there is nothing to see."""
    (home,) = (await graph.data("{ homes(first: 1) { nodes { id } } }"))["homes"]["nodes"]
    (child,) = (await graph.data("{ children(first: 1) { nodes { id } } }"))["children"]["nodes"]
    (foreign,) = (await graph.data("{ homes(first: 1) { nodes { id } } }", "kenya"))["homes"]["nodes"]
    ids = [home["id"], foreign["id"], child["id"], home["id"]]
    assert await graph.data("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids) == {
        "nodes": [home, None, child, home]
    }


async def test_countries(graph: Graph) -> None:
    """The register is the same for every reader; a country's rows are its own office's alone."""
    document = '{ country(code: "KE") { name homes { totalCount } } countries(where: { code: { in: ["BE", "KE"] } }) { nodes { code } } }'  # fmt: skip  # noqa: E501 - one operation
    own, other = await graph.data(document, "kenya"), await graph.data(document)
    assert own["country"]["homes"]["totalCount"] > 0
    assert other["country"] == {"name": "Kenya", "homes": {"totalCount": 0}}
    assert own["countries"] == other["countries"] == {"nodes": [{"code": "BE"}, {"code": "KE"}]}


async def test_a_region(graph: Graph) -> None:
    """A region reads programmes and homes of its countries and of no other, and no child at all."""
    found = await graph.data("{ homes(first: 1000) { nodes { country { code } } } }", "region")
    assert {row["country"]["code"] for row in found["homes"]["nodes"]} == {"BE", "NL"}
    response = await graph.post("{ children { totalCount } homes { totalCount } }", "region")
    body = response.json()
    assert (response.status_code, body["data"]["children"]) == (200, None)
    assert body["data"]["homes"]["totalCount"] > 0
    assert [(error["path"], error["extensions"]["code"]) for error in body["errors"]] == [(["children"], "FORBIDDEN")]


async def test_a_caseworker(graph: Graph, programmes: dict[str, list[UUID]]) -> None:
    """A caseworker sees the rows of the programme in the token, fewer than the office does."""
    document = "{ children(first: 1000) { nodes { id programme { id } } } programmes { nodes { id } } }"
    found = await graph.data(document, "caseworker")
    own = f"Programme_BE_{programmes['BE'][0]}"
    assert found["programmes"] == {"nodes": [{"id": own}]}
    assert {row["programme"]["id"] for row in found["children"]["nodes"]} == {own}
    assert len(found["children"]["nodes"]) < len((await graph.data(document))["children"]["nodes"])


@pytest.mark.parametrize("as_", ["region", "headquarters"])
async def test_what_a_tier_may_not_read(graph: Graph, as_: str) -> None:
    """A field, a filter or an ordering beyond the tier is null with one FORBIDDEN at its path; the rest answers."""
    response = await graph.post(
        "{ homes(first: 2) { nodes { form name occupancy } }"
        ' named: homes(where: { name: { eq: "A" } }) { totalCount }'
        " ordered: homes(orderBy: [{ name: ASC }]) { totalCount } programmes { totalCount } }",
        as_,
    )
    body = response.json()
    assert response.status_code == 200
    assert [(error["path"], error["extensions"]["code"]) for error in body["errors"]] == [
        (["homes", "nodes", "name"], "FORBIDDEN"),
        (["homes", "nodes", "occupancy"], "FORBIDDEN"),
        (["named"], "FORBIDDEN"),
        (["ordered"], "FORBIDDEN"),
    ]
    assert all(
        row["form"] and row["name"] is None and row["occupancy"] is None for row in body["data"]["homes"]["nodes"]
    )
    assert (body["data"]["named"], body["data"]["ordered"]) == (None, None)
    assert body["data"]["programmes"]["totalCount"] > 0


async def test_an_auditor_sees_nothing_yet(graph: Graph) -> None:
    """Until the reading log exists an auditor reads no row, only who asks."""
    response = await graph.post("{ viewer { role } homes { totalCount } countries { totalCount } }", "auditor")
    body = response.json()
    assert body["data"] == {"viewer": {"role": "auditor"}, "homes": None, "countries": None}
    assert {error["extensions"]["code"] for error in body["errors"]} == {"FORBIDDEN"}


async def test_the_viewer(graph: Graph, programmes: dict[str, list[UUID]]) -> None:
    """The viewer is who the token says, with what the role may read."""
    document = "{ viewer { subject role countries programmes limits { rows bytes pageSize } may { type reads } } }"
    viewer = (await graph.data(document, "caseworker"))["viewer"]
    assert (viewer["subject"], viewer["role"], viewer["countries"]) == ("caseworker-BE", "caseworker", ["BE"])
    assert viewer["programmes"] == [f"Programme_BE_{programmes['BE'][0]}"]
    assert viewer["limits"] == {"rows": 50_000, "bytes": 20_000_000, "pageSize": 1_000}
    types = {each["type"]: each["reads"] for each in (await graph.data(document, "headquarters"))["viewer"]["may"]}
    assert set(types) == {"Country", "Programme", "ProgrammeYear", "Home"}
    assert "name" not in types["Home"]


async def test_paging_to_the_end(graph: Graph) -> None:
    """Following the cursors forward and backward meets every row once, in one order and its exact reverse."""
    forward = "query ($c: String) { children(first: 7, after: $c, orderBy: [{ familyName: ASC }, { birthDate: DESC }]) { nodes { id } pageInfo { hasNextPage endCursor } } }"  # fmt: skip  # noqa: E501 - one operation
    backward = "query ($c: String) { children(last: 7, before: $c, orderBy: [{ familyName: ASC }, { birthDate: DESC }]) { nodes { id } pageInfo { hasPreviousPage startCursor } } }"  # fmt: skip  # noqa: E501 - one operation
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = (await graph.data(forward, c=cursor))["children"]
        seen += [row["id"] for row in page["nodes"]]
        cursor = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    reverse: list[str] = []
    cursor = None
    while True:
        page = (await graph.data(backward, c=cursor))["children"]
        reverse = [row["id"] for row in page["nodes"]] + reverse
        cursor = page["pageInfo"]["startCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break
    assert len(seen) == len(set(seen)) == 40
    assert seen == reverse


async def test_a_query_over_get(graph: Graph) -> None:
    """A query may come in the address, with its variables as JSON."""
    parameters = {
        "query": "query Q($n: Int) { homes(first: $n) { nodes { form } } }",
        "variables": '{"n": 2}',
        "operationName": "Q",
    }
    response = await graph.client.get("/graphql", params=parameters, headers=graph.headers["office"])
    assert response.status_code == 200
    assert len(response.json()["data"]["homes"]["nodes"]) == 2


async def test_timings_without_values(graph: Graph) -> None:
    """With development tokens an answer says how long each stage took."""
    response = await graph.post("{ homes { totalCount } }")
    stages = [part.partition(";")[0] for part in response.headers["server-timing"].split(", ")]
    assert stages == ["parse", "plan", "database"]


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
async def test_a_mutation_over_get(graph: Graph, accept: str) -> None:
    """Whoever follows a link changes nothing: 405 with the method that would, and nothing was written."""
    count = "{ communityPartners { totalCount } }"
    before = await graph.data(count)
    both = f"query Q {count} mutation W {WRITE.removeprefix('mutation ')}"
    for params in ({"query": WRITE}, {"query": both, "operationName": "W"}):
        headers = {**graph.headers["office"], "Accept": accept}
        response = await graph.client.get("/graphql", params=params, headers=headers)
        assert (response.status_code, response.headers.get("allow")) == (405, "POST")
        (error,) = response.json()["errors"]
        assert error["extensions"]["code"] == "BAD_USER_INPUT"
        assert "POST" in error["extensions"]["hint"]
    assert await graph.data(count) == before


async def test_a_subscription_over_a_plain_post(graph: Graph) -> None:
    """One answer cannot hold it: it is refused with what to use instead."""
    response = await graph.post("subscription { changed { nodes { rowId } } }")
    assert "WebSocket" in refusal(response, "BAD_USER_INPUT")


@pytest.mark.parametrize("as_", ["region", "headquarters", "auditor"])
async def test_who_writes_nothing_is_told_so(graph: Graph, as_: str) -> None:
    """Outside a country no mutation is done: null and FORBIDDEN at its place, for each of them."""
    response = await graph.post(f"{WRITE[:11]}a: {WRITE[11:-2]} b: {WRITE[11:-2]} }}", as_)
    told = response.json()
    assert told["data"] == {"a": None, "b": None}
    assert [(each["extensions"]["code"], each["path"]) for each in told["errors"]] == [
        ("FORBIDDEN", ["a"]), ("FORBIDDEN", ["b"]),
    ]  # fmt: skip
