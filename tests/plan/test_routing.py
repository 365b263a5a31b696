"""Every statement that reads can be answered where countries' rows are on nodes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from countries.register.register import load_register
from countries.tenancy.caller import Tier
from graph.bulk.import_context import Ground
from graph.bulk.selecting import SheetPages
from graph.bulk.sheets import all_sheets
from graph.documents.documents import Documents
from graph.entities import graph_model
from graph.execute.reading import read_given
from graph.execute.request import GraphQLRequest
from graph.plan.compile.queries import Surroundings
from graph.plan.compile.subscriptions import compile_subscription
from graph.plan.sql.compiled import compiled
from graph.plan.sql.feed_probe import look_statement
from graph.plan.tree.sources import FromScope
from graph.schema.sdl import build_schema
from tests.plan.compiled import CALLERS, NOON, new_engine, prepare
from tests.plan.golden import all_cases
from tests.plan.test_live_cases import followers
from tests.routing import not_of_many, not_of_one_country, numbers

if TYPE_CHECKING:
    from countries.connections.pool import Lane
    from graph.bulk.sheets import Sheet
    from graph.execute.engine import Engine
    from graph.graphiql.examples import Example
    from graph.plan.sql.compiled import Statement
    from tests.plan.golden import Case

COUNTRIES = frozenset(table for table, entity in graph_model().by_table.items() if entity.is_tenant)
each_case = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)


@pytest.fixture(scope="session")
def distributed() -> Engine:
    """The compiler as it writes for a cluster."""
    engine = new_engine()
    engine.write_for(is_distributed=True)
    return engine


def faults_of(statement: Statement, tier: Tier) -> list[str]:
    """Why a statement cannot be answered."""
    if tier.is_national:
        return not_of_one_country(statement.text, COUNTRIES, numbers(statement.sources, [FromScope("country")]))
    return not_of_many(statement.text, COUNTRIES)


@each_case
def test_every_case_goes_where_its_rows_are(case: Case, distributed: Engine) -> None:
    """A statement of one country names it at every level; one of several reads their rows before all else."""
    request = GraphQLRequest(case.document, variables=case.all_variables())
    statement = distributed.prepare(request, CALLERS[case.as_]).plan.statement
    if statement is not None:
        assert faults_of(statement, CALLERS[case.as_].tier) == []


@pytest.mark.parametrize("tier", [tier for tier in Tier if tier.is_national])
def test_the_look_before_a_delivery_goes_to_the_country(tier: Tier) -> None:
    """So does what is asked before each delivery of a subscription."""
    assert faults_of(look_statement(graph_model(), tier), tier) == []


@pytest.mark.parametrize("example", list(followers()), ids=lambda example: example.name)
def test_a_delivery_is_asked_of_the_country(example: Example) -> None:
    """So is the statement of each delivery, with what it looks for of every type."""
    operation = Documents(build_schema()._schema).find(example.document).operation(None)
    around = Surroundings(graph_model(), {}, frozenset(load_register()), is_distributed=True)
    reading = read_given(operation, GraphQLRequest(example.document, variables=example.variables))
    for tier in (tier for tier in Tier if tier.is_national):
        plan = compile_subscription(around, reading, tier, lambda: None)
        for statement in (plan.statement, plan.look, around.statement(tier, plan.roots)):
            assert faults_of(statement, tier) == []


@pytest.mark.parametrize("sheet", all_sheets().values(), ids=lambda sheet: str(sheet.name))
def test_an_export_is_asked_of_the_country(sheet: Sheet) -> None:
    """A page of each sheet names the country wherever it reads a row or looks a name up."""
    ground = Ground(cast("Lane", None), CALLERS["office"], NOON.date())
    selection = SheetPages(ground, sheet)
    for first in (True, False):
        page = compiled(selection.page(first=first), ground.parameters)
        own = numbers(page.sources, [FromScope("country")])
        assert not_of_one_country(page.text, COUNTRIES, own) == []


def test_what_is_written_for_one_server_is_forgotten_when_many_answer() -> None:
    """A process that learns late what its database is writes anew what it had written."""
    engine = new_engine()
    case = next(each for each in all_cases() if each.name == "roots/country_with_its_rows")
    request = GraphQLRequest(case.document, variables=case.all_variables())
    texts = []
    for is_distributed in (False, True, False):
        engine.write_for(is_distributed=is_distributed)
        statement = engine.prepare(request, CALLERS[case.as_]).plan.statement
        assert statement is not None
        texts.append(statement.text)
    assert texts[0] == texts[2] != texts[1]


REFUSED = {
    "a table without its country": ("SELECT 1 FROM child AS c WHERE c.id = $2", ["c has no country"]),
    "a country that another table's row gives": (
        "SELECT 1 FROM child AS c JOIN placement AS p ON p.country_code = c.country_code WHERE c.country_code = $1",
        ["p has no country"],
    ),
    "a country that only a sub-query around names": (
        "SELECT 1 FROM (SELECT c.country_code FROM child AS c) AS all_of WHERE all_of.country_code = $1",
        ["c has no country"],
    ),
    "a country that may be another's": (
        "SELECT 1 FROM child AS c WHERE c.country_code = $1 OR c.id = $2",
        ["c has no country"],
    ),
    "a list of countries": ("SELECT 1 FROM child AS c WHERE c.country_code = ANY ($1)", ["c has no country"]),
    "another parameter": ("SELECT 1 FROM child AS c WHERE c.country_code = $2", ["c has no country"]),
}
"""What no node can be sent whole, and why."""
REFUSED_OF_MANY = {
    "a row looked up for a row": (
        "SELECT 1 FROM programme AS p, LATERAL (SELECT 1 FROM home AS h WHERE h.programme_id = p.id LIMIT 1) AS one",
        ["h reads rows of countries for a row of another level: p"],
    ),
    "rows looked up for a register's": (
        "SELECT (SELECT count(*) FROM home AS h WHERE h.country_code = k.code) FROM country AS k",
        ["h reads rows of countries for a row of another level: k"],
    ),
    "a look at another country's rows": (
        "SELECT 1 FROM home AS h WHERE EXISTS (SELECT 1 FROM programme AS p WHERE p.id = h.programme_id)",
        ["p reads rows of countries for a row of another level: h"],
    ),
    "a register's row that is looked up, and rows for that": (
        """SELECT 1 FROM home AS h WHERE EXISTS (SELECT 1 FROM country AS k WHERE k.code = h.country_code
           AND k.code IN (SELECT p.country_code FROM programme AS p))""",
        ["a level reads rows of countries for a row of another level: h"],
    ),
    "a register's rows that are kept": (
        "SELECT 1 FROM country AS k LEFT JOIN home AS h ON h.country_code = k.code",
        ["rows of countries are joined to what is none, which is kept (LEFT JOIN)"],
    ),
    "the same, the other way round, inside": (
        "SELECT 1 FROM (SELECT h.country_code FROM home AS h) AS h RIGHT JOIN country AS k ON h.country_code = k.code",
        ["rows of countries are joined to what is none, which is kept (LEFT JOIN)"],
    ),
    "whole rows gathered where they are read": (
        "SELECT json_agg(row_to_json(o.*)) FROM home AS h JOIN LATERAL (SELECT h.name) AS o ON true",
        ["json_agg over whole rows beside the read of countries' rows"],
    ),
    "sums of sums": (
        "SELECT h.country_code FROM home AS h GROUP BY ROLLUP (h.country_code)",
        ["GROUPING SETS over rows of countries"],
    ),
    "rows that may be read again": (
        "WITH a AS (SELECT h.id FROM home AS h) SELECT 1 FROM a",
        ["a is not MATERIALIZED"],
    ),
}
"""What several nodes refuse, or answer wrong, and why."""


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_node_can_be_sent_is_found(what: str) -> None:
    """Each fault of a statement of one country is seen."""
    text, faults = REFUSED[what]
    assert not_of_one_country(text, COUNTRIES, {1}) == faults


@pytest.mark.parametrize("what", REFUSED_OF_MANY)
def test_what_several_nodes_cannot_answer_is_found(what: str) -> None:
    """Each fault of a statement of several countries is seen."""
    text, faults = REFUSED_OF_MANY[what]
    assert not_of_many(text, COUNTRIES) == faults


def test_rows_of_one_node_may_be_looked_at_from_each_other() -> None:
    """Where the country is the same on both sides, both are on one node."""
    text = (
        "SELECT 1 FROM home AS h WHERE EXISTS"
        " (SELECT 1 FROM programme AS p WHERE p.id = h.programme_id AND p.country_code = h.country_code)"
    )
    assert not_of_many(text, COUNTRIES) == []


def test_a_statement_for_one_server_is_refused() -> None:
    """What is written for one server looks rows up for rows, and reads a timeline's parts bare."""
    found = {}
    for name in ("roots/country_with_its_rows", "selected/timeline"):
        case = next(each for each in all_cases() if each.name == name)
        statement = prepare(case.document, case.as_, **case.all_variables()).plan.statement
        assert statement is not None
        found[name] = faults_of(statement, CALLERS[case.as_].tier)
    assert all(found.values())
