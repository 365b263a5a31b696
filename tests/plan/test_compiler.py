"""The compiler as a whole: the text is a function of document, tier and shape, and it is made in time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.documents import limits
from graph.errors import TooCostly
from graph.execute.request import GraphQLRequest
from graph.text import TextForm, normal
from tests.effort import at_most
from tests.plan.compiled import CALLERS, new_engine, prepare, sql

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30).filter(
    lambda value: bool(normal(value, TextForm.NAME).rstrip("\U0010ffff"))
)
DAYS = st.dates().map(str)
SEXES = st.sampled_from(["FEMALE", "MALE", "OTHER", "UNKNOWN"])
DOCUMENT = """
query ($where: ChildWhere!, $first: Int!, $inner: PlacementWhere!) {
  children(where: $where, first: $first, orderBy: [{ home: { name: DESC } }, { birthDate: ASC }]) {
    totalCount
    nodes { id age placements(where: $inner, last: 2) { edges { cursor node { startedOn home { name } } } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""


@st.composite
def variables(draw: st.DrawFn) -> dict[str, object]:
    """Values in one and the same structure."""
    return {
        "first": draw(st.integers(1, 1000)),
        "where": {
            "familyName": {"startsWith": draw(NAMES), "ne": draw(NAMES)},
            "or": [
                {"birthDate": {"gte": draw(DAYS), "isNull": False}},
                {"not": {"sex": {"in": draw(st.lists(SEXES, max_size=5))}}},
                {"home": {"capacity": {"lt": draw(st.integers(-(2**31), 2**31 - 1))}}},
            ],
            "siblings": {"every": {"givenName": {"contains": draw(NAMES)}}},
        },
        "inner": {"startedOn": {"lte": draw(DAYS)}},
    }


@settings(deadline=None)
@given(variables())
def test_the_text_never_depends_on_values(given_variables: dict[str, object]) -> None:
    """Any values in one structure give one text, one plan, and as many parameters as the text has."""
    fixed = {
        "first": 1,
        "where": {
            "familyName": {"startsWith": "A", "ne": "B"},
            "or": [
                {"birthDate": {"gte": "2015-01-01", "isNull": False}},
                {"not": {"sex": {"in": []}}},
                {"home": {"capacity": {"lt": 1}}},
            ],
            "siblings": {"every": {"givenName": {"contains": "c"}}},
        },
        "inner": {"startedOn": {"lte": "2020-01-01"}},
    }
    expected = prepare(DOCUMENT, "office", **fixed)
    found = prepare(DOCUMENT, "office", **given_variables)
    assert found.plan is expected.plan
    assert len(found.values) == len(expected.values)


@settings(deadline=None)
@given(NAMES, DAYS)
def test_values_are_parameters_and_never_text(name: str, day: str) -> None:
    """A client's value reaches the statement as a parameter, in order, and the text has no trace of it."""
    marked = f"\N{SNOWMAN}{name}"
    document = "query ($w: ChildWhere) { children(where: $w) { nodes { id } } }"
    prepared = prepare(document, "office", w={"familyName": {"eq": marked}, "birthDate": {"lt": day}})
    assert prepared.plan.statement is not None
    assert "\N{SNOWMAN}" not in prepared.plan.statement.text
    assert normal(marked, TextForm.NAME) in prepared.values
    assert day in map(str, prepared.values)


def test_the_same_text_every_time() -> None:
    """Two engines that have compiled other things before give the same text for the same request."""
    request = GraphQLRequest("{ homes { nodes { name children { nodes { age } } } totalCount } }")
    fresh, used = new_engine(), new_engine()
    used.prepare(GraphQLRequest("{ placements { nodes { child { givenName } home { name } } } }"), CALLERS["office"])
    texts = []
    for engine in (fresh, used):
        statement = engine.prepare(request, CALLERS["office"]).plan.statement
        assert statement is not None
        texts.append(statement.text)
    assert texts[0] == texts[1]


def test_parameters_are_numbered_without_gaps() -> None:
    """The text names $1 to $n, each at least once, and there is one value for each."""
    prepared = prepare(
        'query ($n: Int) { homes(first: $n, where: { name: { startsWith: "A", contains: "b" } }) { totalCount nodes {'
        " occupancy } } }",
        "office",
        n=3,
    )
    statement = prepared.plan.statement
    assert statement is not None
    count = len(prepared.values)
    assert all(f"${number}" in statement.text for number in range(1, count + 1))
    assert f"${count + 1}" not in statement.text


def test_compiling_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A compiler that runs out of its time stops and says what to do."""
    monkeypatch.setattr(limits, "COMPILE_SECONDS", -1.0)
    with pytest.raises(TooCostly, match="too long to plan"):
        new_engine().prepare(GraphQLRequest("{ homes { nodes { id } } }"), CALLERS["office"])


def test_the_largest_operation_is_compiled() -> None:
    """An operation at the limit of fields is planned and written, or refused, with a bounded amount of work."""
    inside = " ".join(f"f{number}: id" for number in range(98))
    pages = " ".join(f"p{number}: homes(first: 1) {{ nodes {{ ...F }} }}" for number in range(49))
    with at_most(400):
        text = sql(f"{{ {pages} }} fragment F on Home {{ {inside} }}")
    assert text.count("LIMIT 1") == 49


def test_counts_and_page_info_only_when_asked() -> None:
    """Nobody pays for a count, a look-ahead or a cursor that nobody asked for."""
    plain = sql("{ homes(first: 3) { nodes { id } } }")
    assert "count(" not in plain
    assert "OVER" not in plain
    assert "LIMIT 3" in plain
    assert "count(*)" in sql("{ homes(first: 3) { totalCount } }")
    assert "LIMIT" not in sql("{ homes(first: 3) { totalCount } }")
    assert "LIMIT 4" in sql("{ homes(first: 3) { nodes { id } pageInfo { hasNextPage } } }")
    assert "LIMIT 3" in sql("{ homes(first: 3) { nodes { id } pageInfo { hasPreviousPage } } }")
    assert "LIMIT 4" in sql("{ homes(last: 3) { nodes { id } pageInfo { hasPreviousPage } } }")


def test_what_needs_no_table_needs_no_statement() -> None:
    """The viewer, type names and introspection are answered without the database."""
    document = '{ __typename viewer { role } __type(name: "Child") { name } }'
    assert prepare(document).plan.statement is None
    assert prepare("{ children { nodes { id } } }", "headquarters").plan.statement is None
