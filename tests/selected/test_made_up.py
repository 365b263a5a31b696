"""Selected entities of every shape, over the real PostgreSQL through the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import orjson
import pytest_asyncio
from sqlalchemy import func, select

from countries.tenancy.caller import Tier
from graph.declarations.selections import Together
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.plan.sql.compiled import text_of
from graph.plan.sql.frame import RowFrame
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.predicates import Predicates
from graph.plan.sql.relation import table_source
from graph.schema.sdl import build_schema
from tests.conftest import NOW
from tests.selected.catalogue import made_up_graph

if TYPE_CHECKING:
    import asyncpg

    from countries.connections.database import Database
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from tests.conftest import Ask

    Operator = asyncpg.Connection[asyncpg.Record]

TODAY = NOW.date()
ROOMS = """
SELECT h.id::text AS id, h.name, h.opened_on, h.capacity,
  (SELECT count(*) FROM placement p WHERE p.country_code = h.country_code AND p.home_id = h.id AND p.voided_at IS NULL
    AND p.started_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)) AS there
FROM home h WHERE h.country_code = $1 ORDER BY h.id
"""
OF_AGE = """
SELECT c.id::text AS id, (c.birth_date + t.whole * interval '1 year')::date AS adult_on
FROM child c JOIN policy t ON t.code = c.country_code AND t.key = 'age_of_majority' AND t.jurisdiction = ''
  AND t.from_day <= $2 AND coalesce(t.until_day, 'infinity') > $2
WHERE c.country_code = $1 AND c.birth_date + t.whole * interval '1 year' <= $2
ORDER BY adult_on, id
"""
FORMS = """
SELECT country_code, programme_id::text AS programme, form, count(*) AS homes, sum(capacity)::text AS places
FROM home GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


@pytest_asyncio.fixture(scope="module")
async def asking(database: Database, register: Register, callers: dict[str, Caller]) -> AsyncIterator[Ask]:
    """How a test asks the graph with the made-up entities."""
    with made_up_graph() as model:
        engine = Engine(build_schema()._schema, model, register, database, lambda: NOW)

        async def asked(document: str, as_: str = "office", **variables: object) -> dict[str, Any]:
            answer = await engine.answer(GraphQLRequest(document, variables=variables), callers[as_])
            response: dict[str, Any] = orjson.loads(answer.body)
            return response

        yield asked


async def test_a_join_that_counts_is_read_as_any_other_entity(asking: Ask, operator: Operator) -> None:
    """What a select works out is what PostgreSQL says without it; it filters, orders, pages and counts."""
    rows = await operator.fetch(ROOMS, "BE", TODAY)
    document = (
        "{ homeRooms(first: 1000, orderBy: [{ id: ASC }]) { totalCount nodes { id children free home { name } } } }"
    )
    page = (await asking(document))["data"]["homeRooms"]
    assert page["totalCount"] == len(rows) > 3
    assert page["nodes"] == [
        {"id": f"HomeRoom_BE_{row['id']}", "children": row["there"], "free": row["capacity"] - row["there"],
         "home": {"name": row["name"]}}
        for row in rows
    ]  # fmt: skip
    full = (
        "{ homeRooms(where: { free: { lte: 0 } }) { totalCount }"
        " homes(where: { room: { some: { free: { lte: 0 } } } }) { totalCount } }"
    )
    found = (await asking(full))["data"]
    assert {each["totalCount"] for each in found.values()} == {sum(row["capacity"] <= row["there"] for row in rows)}


async def test_it_pages_by_what_was_worked_out(asking: Ask, operator: Operator) -> None:
    """Without a word by its own order, forth and back, two rows at a time, each once."""
    rows = await operator.fetch(ROOMS, "BE", TODAY)
    wanted = sorted(rows, key=lambda row: (row["there"] - row["capacity"], row["opened_on"], row["id"]))
    seen: list[str] = []
    after = None
    while after is not None or not seen:
        document = (
            "query ($a: String) { homeRooms(first: 2, after: $a) { nodes { id } pageInfo { endCursor hasNextPage } } }"
        )
        page = (await asking(document, a=after))["data"]["homeRooms"]
        seen += [each["id"] for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"] if page["pageInfo"]["hasNextPage"] else None
    assert seen == [f"HomeRoom_BE_{row['id']}" for row in wanted]
    back = "query ($b: String) { homeRooms(last: 2, before: $b) { nodes { id } } }"
    cursor = "{ homeRooms(first: 3) { pageInfo { endCursor } } }"
    named = (await asking(cursor))["data"]["homeRooms"]["pageInfo"]["endCursor"]
    assert [each["id"] for each in (await asking(back, b=named))["data"]["homeRooms"]["nodes"]] == seen[:2]


async def test_its_rows_are_bound_beneath(asking: Ask, callers: dict[str, Caller], operator: Operator) -> None:
    """A caseworker counts the own programmes' children in the own programmes' homes; the other country has its own."""
    for kind in ("caseworker", "kenya"):
        caller = callers[kind]
        ids = [str(each) for each in caller.programmes]
        where = "p.programme_id::text = ANY ($2)" if ids else "$2::text[] IS NOT NULL"
        query = f"SELECT id::text FROM home p WHERE country_code = $1 AND {where} ORDER BY id"  # noqa: S608 - of constants
        own = [row["id"] for row in await operator.fetch(query, caller.countries[0], ids)]
        page = (await asking("{ homeRooms(orderBy: [{ id: ASC }]) { nodes { home { id } } } }", kind))["data"][
            "homeRooms"
        ]
        assert [each["home"]["id"].rpartition("_")[2] for each in page["nodes"]] == own


async def test_whoever_may_not_read_all_of_it_reads_none_of_it(asking: Ask) -> None:
    """A region reads homes and no placement: what is worked out of both is forbidden, by whichever way it is asked."""
    one = "HomeRoom_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
    homes = "homes(first: 1) { nodes { form room { totalCount } } }"
    document = f'{{ homeRooms {{ totalCount }} node(id: "{one}") {{ id }} {homes} }}'
    for kind in ("region", "headquarters"):
        response = await asking(document, kind)
        assert response["data"]["homeRooms"] is None
        assert response["data"]["node"] is None
        assert response["data"]["homes"]["nodes"][0]["room"] is None
        assert {error["extensions"]["code"] for error in response["errors"]} == {"FORBIDDEN"}
        assert len(response["errors"]) == 3
        listed = await asking("{ homes(where: { room: { some: { free: { gt: 0 } } } }) { totalCount } }", kind)
        assert listed["data"]["homes"] is None


async def test_a_grouping_is_read_above_an_office_where_all_that_it_reads_is(
    asking: Ask, operator: Operator, callers: dict[str, Caller]
) -> None:
    """Homes by form are a region's in its countries, and everybody's at headquarters; ids end in the form."""
    rows = [dict(row) for row in await operator.fetch(FORMS)]
    document = (
        "{ formsOfHomes(first: 1000) { totalCount nodes { id form homes places programme { id } country { code } } } }"
    )
    for kind in ("office", "region", "headquarters"):
        caller = callers[kind]
        seen = [row for row in rows if caller.tier is Tier.HEADQUARTERS or row["country_code"] in caller.countries]
        page = (await asking(document, kind))["data"]["formsOfHomes"]
        assert page["totalCount"] == len(seen) > 1
        assert page["nodes"] == [
            {
                "id": f"FormOfHomes_{row['country_code']}_{row['programme']}_{row['form']}", "form": row["form"],
                "homes": row["homes"], "places": row["places"], "country": {"code": row["country_code"]},
                "programme": {"id": f"Programme_{row['country_code']}_{row['programme']}"},
            }
            for row in seen
        ]  # fmt: skip
    one = page["nodes"][1]
    by_id = (
        "query ($id: ID!, $ids: [ID!]!) { formOfHomes(id: $id) { homes } node(id: $id) { id } nodes(ids: $ids) { id } }"
    )
    found = (await asking(by_id, "headquarters", id=one["id"], ids=[one["id"], page["nodes"][0]["id"]]))["data"]
    assert found == {
        "formOfHomes": {"homes": one["homes"]}, "node": {"id": one["id"]},
        "nodes": [{"id": one["id"]}, {"id": page["nodes"][0]["id"]}],
    }  # fmt: skip


async def test_an_id_without_its_code_is_none(asking: Ask) -> None:
    """Of a type whose ids end in a code, and of one whose do not: each refused before anything is read."""
    uuid = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
    for id_ in (
        f"FormOfHomes_BE_{uuid}",
        f"HomeRoom_BE_{uuid}_SOS_FAMILY",
        f"Home_BE_{uuid}_X",
        f"FormOfHomes_BE_{uuid}_x",
    ):
        for document in (
            "query ($id: ID!) { node(id: $id) { id } }",
            "query ($id: ID!) { nodes(ids: [$id]) { id } }",
            "query ($id: ID!) { formsOfHomes(where: { id: { eq: $id } }) { totalCount } }",
        ):
            response = await asking(document, id=id_)
            assert "data" not in response, (document, id_)
            (error,) = response["errors"]
            assert (error["extensions"]["code"], bool(error["extensions"]["hint"])) == ("BAD_USER_INPUT", True)


async def test_a_tier_sees_the_parts_that_it_reads(asking: Ask, operator: Operator) -> None:
    """An office sees homes and stays begin; a region and headquarters see homes alone, and are not told of others."""
    counts = {
        table: await operator.fetchval(f"SELECT count(*) FROM {table} WHERE country_code = 'BE'{more}")  # noqa: S608 - of constants
        for table, more in (("home", ""), ("placement", " AND voided_at IS NULL"))
    }
    document = (
        '{ all: beginnings(where: { country: { code: { eq: "BE" } } }) { totalCount }'
        " stays: beginnings(first: 3, where: { kind: { eq: STAY } }) { totalCount nodes { day } }"
        " rows: beginnings(first: 2)"
        " { nodes { kind row { __typename ... on Home { form } ... on Placement { id } } } } }"
    )
    office = (await asking(document))["data"]
    assert office["all"]["totalCount"] == counts["home"] + counts["placement"]
    assert office["stays"]["totalCount"] == counts["placement"] > 0
    above = (await asking(document, "headquarters"))["data"]
    assert above["all"]["totalCount"] == counts["home"]
    assert above["stays"] == {"totalCount": 0, "nodes": []}
    assert {each["row"]["__typename"] for each in above["rows"]["nodes"]} == {"Home"}


async def test_a_select_asks_what_its_country_has_laid_down(asking: Ask, operator: Operator) -> None:
    """Who is of age in each country is who is by the age that its register says."""
    for kind, code in (("office", "BE"), ("kenya", "KE")):
        rows = await operator.fetch(OF_AGE, code, TODAY)
        page = (await asking("{ allOfAge(first: 1000) { totalCount nodes { adultOn child { id } } } }", kind))["data"]
        assert page["allOfAge"]["totalCount"] == len(rows) > 0
        assert [(each["adultOn"], each["child"]["id"]) for each in page["allOfAge"]["nodes"]] == [
            (row["adult_on"].isoformat(), f"Child_{code}_{row['id']}") for row in rows
        ]


async def test_nothing_selected_is_written(asking: Ask) -> None:
    """There is no mutation, no history, no place in the feed and no earlier state of what is selected."""
    document = (
        '{ __schema { mutationType { fields { name } } } t: __type(name: "HomeRoom") { fields { name } }'
        ' f: __type(name: "ChangedType") { enumValues { name } } }'
    )
    found = (await asking(document))["data"]
    assert not [each["name"] for each in found["__schema"]["mutationType"]["fields"] if "oom" in each["name"]]
    assert not {"history", "asKnownAt", "version"} & {each["name"] for each in found["t"]["fields"]}
    assert not {"HOME_ROOM", "FORM_OF_HOMES", "BEGINNING", "TIMELINE_ENTRY", "OF_AGE"} & {
        each["name"] for each in found["f"]["enumValues"]
    }


def test_an_expression_that_counts_what_is_selected_gets_the_columns_that_it_names() -> None:
    """Each table beneath gives what a computed value asks for, and no more."""
    model = graph_model()
    predicates = Predicates(model, Parameters(Tier.OFFICE))
    child = table_source("child", "child_0")
    frame = RowFrame(predicates, child, ())
    rows = frame.rows("timeline_entry", child_id=child.c.id)
    text = text_of(select(frame.value(func.max(rows.c.day), rows)).select_from(child.clause))
    selection = model.selected["timeline_entry"].selection
    assert isinstance(selection, Together)
    for part in selection.parts:
        assert f".{part.columns['day']} AS day" in text
    assert "AS ended_on" not in text
    assert text.count(" UNION ALL ") == len(selection.parts) - 1
