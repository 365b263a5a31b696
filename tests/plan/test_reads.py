"""What a plan reads: it lists the rows about persons that its answer can show; a statement may tell which it showed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import orjson
import pytest

from countries.tenancy.caller import Tier
from graph.declarations.members import Column
from graph.declarations.nouns import Privacy
from graph.declarations.privacy import privacy_of
from graph.entities import graph_model
from graph.execute.reading import read_given
from graph.execute.request import GraphQLRequest
from graph.kinds.kind import Kind
from graph.plan.bind import bind
from graph.plan.compile.reads import Shows, telling
from graph.plan.sql.beside import SHOWN
from graph.plan.sql.statement import write_statement
from tests.plan.compiled import CALLERS, prepare, shared_engine
from tests.plan.golden import all_cases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.connections.database import Database
    from countries.tenancy.caller import Caller
    from graph.declarations.model import EntityModel
    from graph.execute.engine import Engine
    from tests.plan.golden import Case

MODEL = graph_model()
PEOPLE = [entity.type_name for entity in MODEL.by_table.values() if entity.personal and entity.in_graph]
PLAIN, SENSITIVE, PERSONAL = Privacy.PLAIN, Privacy.SENSITIVE, Privacy.PERSONAL
IN_AN_ANSWER = re.compile(rb'"Child_[A-Z]{2}_([0-9a-f-]{36})"')


def shows(document: str, as_: str = "office") -> tuple[Shows, ...]:
    """What a plan lists."""
    return prepare(document, as_).plan.shows


@pytest.mark.parametrize("type_name", PEOPLE)
def test_each_class_of_columns_is_listed_with_its_table(type_name: str) -> None:
    """Of every entity about a person, whichever of its columns is asked for."""
    entity = MODEL.by_type[type_name]
    for privacy in Privacy:
        asked = [
            f"{name} {{ code }}" if member.kind is Kind.CODE else name
            for name, member in own_fields(entity)
            if privacy_of(MODEL, entity, member) is privacy
        ]
        if asked:
            listed = shows(f"{{ {entity.many} {{ nodes {{ {' '.join(asked)} }} }} }}")
            assert listed == (Shows(entity.table, (PLAIN,) if privacy is PLAIN else (PLAIN, privacy)),)


def own_fields(entity: EntityModel) -> list[tuple[str, Column]]:
    """The columns that an office reads."""
    return [
        (name, member)
        for name, member in entity.members.items()
        if isinstance(member, Column) and Tier.OFFICE in member.readers
    ]


def test_rows_that_are_led_to_are_listed_and_rows_that_are_counted_or_filtered_by_are_not() -> None:
    """A home is no row about a person; its children are, once one is selected."""
    assert shows("{ homes { nodes { name occupancy children { totalCount } } } }") == ()
    assert shows("{ homes(where: { children: { some: { sex: { eq: MALE } } } }) { nodes { name } } }") == ()
    text = "{ homes { nodes { name children { edges { node { age placements { nodes { startedOn } } } } } } } }"
    assert shows(text) == (Shows("child", (PLAIN, PERSONAL)), Shows("placement", (PLAIN, SENSITIVE)))


@pytest.mark.parametrize("name", [name for name, entity in MODEL.selected.items() if entity.personal])
def test_what_is_selected_lists_the_tables_beneath(name: str) -> None:
    """Who reads a selection reads the rows that it is selected from; a count of them shows none."""
    entity = MODEL.selected[name]
    assert entity.selection is not None
    beneath = sorted(table for table in entity.selection.tables if MODEL.by_table[table].personal)
    assert beneath
    assert [each.table for each in shows(f"{{ {entity.many} {{ nodes {{ id }} }} }}")] == beneath
    assert shows(f"{{ {entity.many} {{ totalCount }} }}") == ()


def test_whose_timeline_was_read_is_told() -> None:
    """An entry tells its child, also where the row behind it is named alone."""
    plan = prepare("{ timelineEntries { nodes { day row { id } } } }").plan
    statement = write_statement(MODEL, Tier.OFFICE, telling(plan.roots, "child"))
    assert "child_id" in statement.text
    assert SHOWN in statement.text


def test_what_was_on_record_is_as_close_as_what_is() -> None:
    """`history` and `asKnownAt` show every class that the caller is told."""
    every = Shows("child", (PLAIN, SENSITIVE, PERSONAL))
    assert shows("{ children { nodes { history { version } } } }") == (every,)
    assert shows('{ children { nodes { asKnownAt(instant: "2026-01-01T00:00:00Z") } } }') == (every,)


def test_the_feed_lists_every_type_that_it_can_name() -> None:
    """Its page names rows, whatever is selected of them; nobody above the office is told of any."""
    tables = sorted(entity.table for entity in MODEL.by_table.values() if entity.personal and entity.in_graph)
    assert [each.table for each in shows("{ changes { nodes { rowId } } }")] == tables
    assert shows("{ changes { nodes { rowId } } }", "headquarters") == ()


def test_mutations_and_subscriptions_list_what_they_show() -> None:
    """A payload is planned like a query, and so is a delivery."""
    engine, office = shared_engine(), CALLERS["office"]
    text = """mutation ($a: UpdateHomeInput!, $b: EndPlacementInput!) {
      a: updateHome(input: $a) { home { name } }
      b: endPlacement(input: $b) { placement { endedOn child { givenName } } errors { code } } }"""
    home = {"id": "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", "version": 1}
    placement = {"id": "Placement_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", "version": 1}
    request = GraphQLRequest(
        text, variables={"a": home, "b": placement | {"endedOn": "2026-01-31", "endReason": "MOVE"}}
    )
    plan = engine._mutations._compile(read_given(engine._requests.find(request), request), office)
    file = (Shows("child", (PLAIN, PERSONAL)), Shows("placement", (PLAIN, SENSITIVE)))
    assert [field.shows for field in plan.fields] == [(), file]

    row = 'subscription { childChanged(id: "Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e") { givenName } }'
    live = engine.subscription(GraphQLRequest(row, variables={}), office)
    assert live is not None
    assert live._plan.shows == (Shows("child", (PLAIN, PERSONAL)),)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_nothing_is_told_beside_an_answer_that_nobody_asks_for(case: Case) -> None:
    """No statement of today has the column; with it, only statements that show rows of children do."""
    plan = prepare(case.document, case.as_, **case.all_variables()).plan
    if plan.statement is None:
        return
    assert SHOWN not in plan.statement.beside
    told = write_statement(MODEL, CALLERS[case.as_].tier, telling(plan.roots, "child"))
    of_children = [each for each in plan.shows if of_a_child(each.table)]
    assert (SHOWN in told.beside) <= bool(of_children)
    if not of_children:
        assert told.text == plan.statement.text


def of_a_child(table: str) -> bool:
    """Whether a table's rows are a child's."""
    return table == "child" or any(owner.table == "child" for owner in MODEL.by_table[table].owners)


ASKED = {
    "a page": "{ children(first: 3) { nodes { id givenName } } }",
    "edges and nodes": "{ children(first: 2) { edges { node { id } } nodes { givenName } pageInfo { endCursor } } }",
    "links below links": """{ homes(first: 4) { nodes { name children(first: 5) { nodes { id age
      placements(first: 2) { nodes { startedOn child { id } home { children(first: 1) { nodes { id } } } } }
      siblings { nodes { id } } } } } } }""",
    "two roots": "{ a: children(first: 1) { nodes { id } } b: children(last: 1) { nodes { id } } }",
    "parts of a file": "{ placements(first: 7) { nodes { startedOn child { id } } } }",
    "a timeline": "{ timelineEntries(first: 9) { nodes { day child { id } row { __typename id } } } }",
    "no child": "{ homes(first: 3) { nodes { name } } countries { nodes { code } } }",
    "none is there": '{ children(where: { givenName: { eq: "Nobody-at-all" } }) { nodes { id } } }',
}


@pytest.mark.parametrize("document", ASKED.values(), ids=list(ASKED))
async def test_the_children_that_an_answer_showed_are_told_by_the_same_statement(
    database: Database, engine: Engine, callers: Mapping[str, Caller], document: str
) -> None:
    """Their identities stand in one side column: no second statement, and the answer is what it was."""
    caller = callers["office"]
    prepared = engine.prepare(GraphQLRequest(document, variables={}), caller)
    before = await engine.answer(GraphQLRequest(document, variables={}), caller)
    told = write_statement(MODEL, caller.tier, telling(prepared.plan.roots, "child"))
    row = await database.read_row(caller, told.text, bind(told.sources, prepared.arguments, prepared.scope))
    assert row is not None
    assert orjson.loads(b'{"data":' + row["data"] + b"}") == orjson.loads(before.body)
    shown = set(row[SHOWN]) if SHOWN in told.beside else set()
    assert shown == {found.decode() for found in IN_AN_ANSWER.findall(row["data"])}


async def test_a_row_by_its_id_and_rows_of_a_file_tell_whose_it_is(
    database: Database, engine: Engine, callers: Mapping[str, Caller]
) -> None:
    """Also where the answer does not name the child: a placement is read out of somebody's file."""
    caller = callers["office"]
    text = "{ placements(first: 2) { nodes { id child { id } } } }"
    first = orjson.loads((await engine.answer(GraphQLRequest(text, variables={}), caller)).body)["data"]["placements"]
    ids = [node["id"] for node in first["nodes"]]
    children = {node["child"]["id"].rpartition("_")[2] for node in first["nodes"]}
    for document, expected in (
        (f'{{ node(id: "{ids[0]}") {{ id }} }}', {first["nodes"][0]["child"]["id"].rpartition("_")[2]}),
        (f'{{ placement(id: "{ids[0]}") {{ startedOn }} }}', {first["nodes"][0]["child"]["id"].rpartition("_")[2]}),
        (f'{{ nodes(ids: ["{ids[0]}", "{ids[1]}"]) {{ __typename }} }}', children),
    ):
        prepared = engine.prepare(GraphQLRequest(document, variables={}), caller)
        told = write_statement(MODEL, caller.tier, telling(prepared.plan.roots, "child"))
        row = await database.read_row(caller, told.text, bind(told.sources, prepared.arguments, prepared.scope))
        assert row is not None
        assert set(row[SHOWN]) == expected
