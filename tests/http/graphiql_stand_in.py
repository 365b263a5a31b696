"""A small server that speaks the graph's language to GraphiQL: the page's routes, and a graph of two offices.

The page's own tests need rows that differ by caller and nothing else of the graph, so this one lives in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from graphql import build_schema, graphql_sync
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from graph.examples import load_examples
from graph.graphiql import DemoCaller, graphiql_assets, graphiql_page

if TYPE_CHECKING:
    from starlette.requests import Request

SDL = """
scalar Date
enum Order { ASC DESC }
enum CommunityLinkKind { SCHOOL SPORTS_CLUB NEIGHBOUR }
input NullFilter { isNull: Boolean }
input KindFilter { in: [CommunityLinkKind!] }
input LinkWhere { kind: KindFilter }
input LinksWhere { some: LinkWhere }
input ChildWhere { communityLinks: LinksWhere }
input ChildOrder { familyName: Order givenName: Order birthDate: Order }
input HomeWhere { closedOn: NullFilter }
input HomeOrder { name: Order openedOn: Order }
input CountryOrder { code: Order }
input ProgrammeOrder { startedOn: Order }
input PlacementOrder { startedOn: Order }
type PageInfo { hasNextPage: Boolean! endCursor: String }
type Country { code: String! name: String! region: String homes(first: Int, where: HomeWhere): HomeConnection }
type CountryConnection { nodes: [Country!]! pageInfo: PageInfo! totalCount: Int! }
type Programme {
  name: String! kind: String startedOn: Date endedOn: Date country: Country homes(first: Int): HomeConnection
}
type ProgrammeConnection { nodes: [Programme!]! pageInfo: PageInfo! totalCount: Int! }
type Home {
  id: ID! name: String form: String setting: String capacity: Int occupancy: Int openedOn: Date closedOn: Date
  country: Country programme: Programme children(first: Int, orderBy: [ChildOrder!]): ChildConnection
}
type HomeConnection { nodes: [Home!]! pageInfo: PageInfo! totalCount: Int! }
type Placement { startedOn: Date endedOn: Date startReason: String endReason: String home: Home }
type PlacementConnection { nodes: [Placement!]! }
type Partner { name: String! }
type CommunityLink { kind: CommunityLinkKind! startedOn: Date endedOn: Date partner: Partner }
type CommunityLinkConnection { nodes: [CommunityLink!]! }
"A child or young person whom the federation cares for."
type Child {
  givenName: String familyName: String age: Int sex: String home: Home
  siblings(first: Int): ChildConnection
  placements(first: Int, orderBy: [PlacementOrder!]): PlacementConnection
  communityLinks(first: Int, where: LinkWhere): CommunityLinkConnection
}
type ChildConnection { nodes: [Child!]! pageInfo: PageInfo! totalCount: Int! }
type Query {
  children(first: Int, where: ChildWhere, orderBy: [ChildOrder!]): ChildConnection
  homes(first: Int, after: String, where: HomeWhere, orderBy: [HomeOrder!]): HomeConnection
  countries(first: Int, orderBy: [CountryOrder!]): CountryConnection
  programmes(first: Int, orderBy: [ProgrammeOrder!]): ProgrammeConnection
}
"""

CALLERS = [
    DemoCaller("Belgian caseworker", "be-caseworker"),
    DemoCaller("Belgian office", "be-office"),
    DemoCaller("Kenyan office", "ke-office"),
    DemoCaller("Headquarters", "hq"),
]
NAMES = {"be-caseworker": ["Lotte"], "be-office": ["Lotte", "Milan", "Zoé"], "ke-office": ["Amani", "Baraka"], "hq": []}


def create_stand_in(*, demo: bool) -> Starlette:
    """The page with four callers to choose from, or with a field for a token, over the same small graph."""
    page = graphiql_page(callers=CALLERS if demo else (), examples=load_examples())
    return Starlette(
        routes=[Route("/graphql", page), Route("/graphql", _answer, methods=["POST"]), graphiql_assets()],
    )


SCHEMA = build_schema(SDL)


async def _answer(request: Request) -> Response:
    names = NAMES.get(request.headers.get("authorization", "").removeprefix("Bearer "))
    if names is None:
        refusal = {"message": "The token is not valid.", "extensions": {"code": "UNAUTHENTICATED"}}
        return Response(orjson.dumps({"errors": [refusal]}), status_code=401, media_type="application/json")
    body = orjson.loads(await request.body())
    children = [_child(name) for name in names]
    result = graphql_sync(
        SCHEMA, body["query"], {"children": _connection(children)}, None, body.get("variables"), body["operationName"]
    )
    return Response(orjson.dumps(result.formatted), media_type="application/json")


def _child(name: str) -> dict[str, Any]:
    home = {"name": "House of the Linden", "form": "SOS_FAMILY"}
    stay = {"startedOn": "2024-03-01", "startReason": "MOVE", "home": home}
    return {"givenName": name, "familyName": "Peeters", "age": 9, "home": home, "placements": _connection([stay])}


def _connection(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    return {"nodes": nodes, "totalCount": len(nodes), "pageInfo": {"hasNextPage": False, "endCursor": None}}
