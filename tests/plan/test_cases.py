"""Golden cases of the compiler: each operation becomes this one statement, and the seeded world answers so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from countries.connections.pool import Lane
from countries.connections.transaction import SCOPE
from countries.tenancy.caller import Tier
from graph.declarations.groupings import groupings
from graph.declarations.selections import VOIDED, Together
from graph.entities import graph_model
from graph.execute.request import GraphQLRequest
from graph.indicators.catalogue import all_indicators
from graph.plan.planner.feed import of_types
from graph.plan.planner.figures.request import FigureDimension
from graph.plan.sql.statement import write_statement
from graph.plan.tree.sources import FromScope
from tests.plan.compiled import CALLERS, prepare
from tests.plan.golden import BEGINNING, CASES, NO_STATEMENT, all_cases, is_rewriting, pretty
from tests.plan.sql_levels import introduced, levels_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import asyncpg

    from countries.tenancy.caller import Caller
    from graph.execute.engine import Engine
    from graph.plan.sql.compiled import Statement
    from tests.plan.golden import Case

ROOT = Path(__file__).parents[2]
MODEL = graph_model()
PARTS = {
    part.name
    for entity in MODEL.selected.values()
    for part in (entity.selection.parts if isinstance(entity.selection, Together) else ())
}
GROUPINGS = {word for entity in MODEL.by_type.values() for word in groupings(entity)}
WORDS = {*all_indicators(), *FigureDimension, *PARTS, *GROUPINGS}
"""What a client names and the catalogue knows; the parts of a selection stand in its text, whatever is asked."""
PREDICATE = r"\b{alias}\.{column} = (ANY \()?\$(?P<number>\d+)"

each_case = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that reaches PostgreSQL while the test runs."""
    reached: list[str] = []
    run = Lane.one_row

    async def recorded(lane: Lane, text: str, values: Sequence[object]) -> asyncpg.Record | None:
        reached.append(text)
        return await run(lane, text, values)

    monkeypatch.setattr(Lane, "one_row", recorded)
    return reached


def statement_of(case: Case) -> Statement | None:
    """The statement, compiled without a database."""
    return prepare(case.document, case.as_, **case.all_variables()).plan.statement


@pytest_asyncio.fixture(scope="session")
async def beginnings(engine: Engine, callers: Mapping[str, Caller]) -> dict[str, str]:
    """The sealed beginning of the feed of each caller who reads one: nothing was written, and its head is there too."""
    found = {}
    for name, caller in callers.items():
        if caller.tier.is_national:
            answer = await engine.answer(GraphQLRequest("{ changes(first: 1) { head } }"), caller)
            found[name] = json.loads(answer.body)["data"]["changes"]["head"].partition(".")[2]
    return found


@each_case
async def test_the_answer(
    case: Case,
    engine: Engine,
    callers: Mapping[str, Caller],
    beginnings: Mapping[str, str],
    statements: list[str],
) -> None:
    """The seeded world gives the case's answer, by exactly the case's one statement.

    Nothing has been written in it: what asks for the types on a page of the feed asks for none of those in the text.
    """
    beginning = beginnings.get(case.as_, BEGINNING)
    variables = {
        name: value.replace(BEGINNING, beginning) if isinstance(value, str) else value
        for name, value in case.all_variables().items()
    }
    answer = await engine.answer(GraphQLRequest(case.document, variables=variables), callers[case.as_])
    body = answer.body.replace(beginning.encode(), BEGINNING.encode())
    reached = [text for text in statements if text != SCOPE]
    plan = prepare(case.document, case.as_, **case.all_variables()).plan
    if plan.asks_types:
        assert reached == [write_statement(MODEL, CALLERS[case.as_].tier, of_types(plan.roots, frozenset())).text]
        reached = [plan.statement.text] if plan.statement else []
    text = (reached[0] if reached else NO_STATEMENT) + "\n"
    if is_rewriting():
        case.path("sql").write_text(text, encoding="utf-8")
        case.path("json").write_text(pretty(body), encoding="utf-8")
    assert answer.status == 200
    assert len(reached) <= 1
    assert len(statements) == 2 * len(reached)
    assert pretty(body) == case.path("json").read_text(encoding="utf-8")
    assert text == case.path("sql").read_text(encoding="utf-8")


@each_case
def test_each_alias_is_introduced_once(case: Case) -> None:
    """No level reads a table or a sub-select of another level a second time by mistake."""
    statement = statement_of(case)
    names = introduced(statement.text) if statement else []
    keys = set(re.findall(r"(\w+):", case.document))
    counted = [name for name in names if name not in keys]
    assert len(counted) == len(set(counted))
    assert bool(names) == (statement is not None)


@each_case
def test_every_level_has_its_tenant_predicate(case: Case) -> None:
    """Each tenant table is bound to the caller's country, and to a caseworker's programmes, where it is read."""
    statement, tier = statement_of(case), CALLERS[case.as_].tier
    if statement is None or tier is Tier.HEADQUARTERS:
        return
    for text, table, alias in read_in(statement.text):
        for column, scope in bounds(table, tier).items():
            numbers = re.finditer(PREDICATE.format(alias=alias, column=column), text)
            sources = [statement.sources[int(found["number"]) - 1] for found in numbers]
            assert FromScope(scope) in sources, f"{alias} is read without the caller's {scope}"


def read_in(statement: str) -> Iterator[tuple[str, str, str]]:
    """Every table that a statement reads, its alias, and the text that has to bind it.

    Rows of many tables are put together bare: what binds all of them is said of the whole, by the level around.
    """
    for level in levels_of(statement):
        names = {inner.alias: inner.alias.rpartition("_")[0] for inner in level.inner}
        yield from ((level.text, name, alias) for alias, name in names.items() if name in MODEL.selected)
        name = level.alias.rpartition("_")[0]
        selection = MODEL.selected[name].selection if name in MODEL.selected else None
        if isinstance(selection, Together):
            assert {table for table, _ in level.tables} <= selection.tables
            assert "WHERE" not in level.text
            continue
        yield from ((level.text, table, alias) for table, alias in level.tables)


def bounds(table: str, tier: Tier) -> dict[str, str]:
    """The columns that bind a table's rows to a caller, and the part of the caller's scope that binds them."""
    entity = MODEL.at(table)
    if not entity.is_of_country:
        return {}
    found = {"country_code": "countries" if tier is Tier.REGION else "country"}
    if tier is Tier.CASEWORKER and entity.programme_column is not None:
        found[entity.programme_column] = "programmes"
    return found


@each_case
def test_what_was_recorded_in_error_is_left_out_of_every_level(case: Case) -> None:
    """Each level of a table whose rows can be void leaves those out, but where a row is named by its id."""
    statement = statement_of(case)
    for text, table, alias in read_in(statement.text) if statement else ():
        if isinstance(MODEL.at(table).selection, Together):
            assert f"{alias}.{VOIDED} IS NULL" in text, f"{alias} shows void rows, also to whoever names one"
            continue
        void = MODEL.at(table).void_column
        put_back = f"ELSE {alias}.{void} END IS NULL"  # as it was on record at an instant
        if void is not None and f"{alias}.{void} IS NULL" not in text and put_back not in text:
            by_id = rf"\b{alias}\.id (= (ANY \()?(\$\d|array\(\(\)\)|\(\))|IN \()"
            # Records that were taken back for a row are shown where they are asked for as such.
            led = MODEL.at(table).same_as
            also = led is not None and f"{alias}.{led} = " in text
            assert also or re.search(by_id, text), f"{alias} is read with void rows"


@each_case
def test_no_value_is_in_the_text(case: Case) -> None:
    """What the client sends is a parameter: no text, day, number or id of it stands in the SQL."""
    prepared = prepare(case.document, case.as_, **case.all_variables())
    statement = prepared.plan.statement
    if statement is None:
        return
    words = set(re.findall(r"[\w.-]+", statement.text))
    for value in values_in(prepared.arguments):
        if value in MODEL.by_type or value in WORDS:
            continue  # types, indicators and dimensions and parts are the schema's own words, and part of the plan
        assert value not in words, value
        assert f"'{value}'" not in statement.text


def values_in(value: object) -> Iterator[str]:
    """Every value that a client could have sent, except what is structure: directions, truth values and page sizes."""
    match value:
        case list():
            for item in value:
                yield from values_in(item)
        case dict():
            for item in value.values():
                yield from values_in(item)
        case Enum() if value.value not in ("ASC", "DESC"):
            yield str(value.value)
        case str() | date() | Decimal() if not isinstance(value, Enum) and len(str(value)) > 1:
            yield str(value)
        case _:
            pass


@pytest.fixture(scope="module")
def fresh() -> dict[str, str | None]:
    """What a process that has done nothing else compiles."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.plan.fresh_process"], cwd=ROOT, capture_output=True, check=True, timeout=120
    )
    found: dict[str, str | None] = json.loads(done.stdout)
    return found


@each_case
def test_a_fresh_process_gives_the_same_text(case: Case, fresh: dict[str, str | None]) -> None:
    """The text does not depend on the process, on the order of compiling, or on what was compiled before."""
    assert (fresh[case.name] or NO_STATEMENT) + "\n" == case.path("sql").read_text(encoding="utf-8")


def test_every_file_belongs_to_a_case() -> None:
    """A case has its three files, a fourth where a cluster has a text of its own, and no file is left over."""
    expected = {case.path(suffix) for case in all_cases() for suffix in ("graphql", "sql", "json")}
    clusters = {case.path("cluster.sql") for case in all_cases()}
    found = {path for path in CASES.rglob("*") if path.is_file()}
    assert found - clusters == expected
    assert found & clusters


def test_literals_are_parameters(case_texts: dict[str, str]) -> None:
    """A document with literals becomes the same statement as the one with variables."""
    pairs = [(name, f"{name}_as_variables") for name in case_texts if f"{name}_as_variables" in case_texts]
    assert pairs
    for one, other in pairs:
        assert case_texts[one] == case_texts[other]


@pytest.fixture
def case_texts() -> dict[str, str]:
    """The statement of every case."""
    return {case.name: case.path("sql").read_text(encoding="utf-8") for case in all_cases()}


def test_rewriting_is_refused_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where CI runs, golden files are compared and never written."""
    monkeypatch.setenv("HEARTH_GOLDEN", "write")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(RuntimeError, match="never rewrites"):
        is_rewriting()
    monkeypatch.delenv("CI")
    assert is_rewriting()
