"""What a request may be: at each limit it passes, one above it is refused, and no text makes the check itself slow."""

from __future__ import annotations

import pytest
from graphql import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.documents.limits import (
    MAX_ALIASES,
    MAX_NESTING,
    MAX_REPEATS,
    MAX_SELECTIONS,
    MAX_SPREADS,
    check_nesting,
    check_size,
    check_variables,
)
from graph.errors import BadUserInput, HearthError, TooCostly
from graph.kinds.values import MAX_LIST
from graph.plan.planner.context import MAX_FILTERS
from graph.plan.planner.ordering import MAX_ORDERINGS
from graph.plan.planner.roots import MAX_IDS
from graph.plan.read.selection import MAX_FIELDS
from tests.effort import at_most
from tests.plan.compiled import prepare

PIECES = 80
"""Far more than any of these checks takes, far less than a check that blows up."""


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_nesting(pair: str) -> None:
    """64 brackets inside each other pass, 65 do not, whatever their kind."""
    check_nesting(pair[0] * MAX_NESTING + pair[1] * MAX_NESTING)
    check_nesting((pair[0] * MAX_NESTING + pair[1] * MAX_NESTING) * 3)
    with pytest.raises(TooCostly, match="64 levels"):
        check_nesting(pair[0] * (MAX_NESTING + 1))


@pytest.mark.parametrize(
    "hidden",
    [
        '"' + "{" * 100 + '"',
        '"""' + "{" * 100 + '"""',
        '"""a \\""" ' + "{" * 100 + '"""',
        "#" + "{" * 100,
        '"\\"' + "{" * 100 + '"',
    ],
)
def test_brackets_in_text_do_not_nest(hidden: str) -> None:
    """Brackets in strings, block strings and comments are no nesting; behind them it counts again."""
    check_nesting(f"{hidden}\n")
    with pytest.raises(TooCostly):
        check_nesting(f"{hidden}\n" + "{" * (MAX_NESTING + 1))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_comment_ends_with_its_line(end: str) -> None:
    """Brackets cannot hide behind a comment that the parser ends at another character."""
    with pytest.raises(TooCostly):
        check_nesting(f"{{ #{end}" * (MAX_NESTING + 1))


@pytest.mark.parametrize(
    "text",
    [
        '\\"""\n' * 200_000,
        '"' + '\\"' * 500_000,
        '"\n' * 500_000,
        '"""' + '\\"""' * 250_000,
        '"""' * 333_333,
        '""' * 500_000 + '"',
        "#" * 1_000_000,
        '"""' + "\\" * 999_000,
        '"""' + '"a' * 499_000,
        "\\" * 1_000_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_megabyte_of_anything_is_checked_at_once(text: str) -> None:
    """The check looks at each character once, also where strings never end."""
    with at_most(PIECES):
        check_nesting(text)


@settings(deadline=None)
@given(st.text(alphabet='{}()[]"\\#\n\r a', max_size=200))
def test_a_parser_never_goes_deeper_than_the_check(text: str) -> None:
    """What passes the check can be parsed without end of the stack."""
    try:
        check_nesting(text)
    except TooCostly:
        return
    try:
        parse(text, max_tokens=1_000)
    except Exception as error:  # noqa: BLE001 - any fault of syntax is fine, only depth is not
        assert "too deeply" not in str(error)  # noqa: PT017 - whether it is raised is the text's affair


def nested(depth: int, *, lists: bool) -> dict[str, object]:
    """Variables that nest so deep."""
    value: object = 1
    for _ in range(depth - 1):
        value = [value] if lists else {"and": value}
    return {"where": value}


@pytest.mark.parametrize("lists", [False, True])
def test_nesting_of_variables(lists: bool) -> None:  # noqa: FBT001 - a case
    """64 levels pass, 65 do not; a hundred thousand are refused as well, without recursion."""
    check_variables(nested(MAX_NESTING, lists=lists))
    for depth in (MAX_NESTING + 1, 100_000):
        with pytest.raises(BadUserInput, match="64 levels"):
            check_variables(nested(depth, lists=lists))


def spread(count: int) -> str:
    """A document with so many fragment spreads."""
    return "{ " + "...F " * count + "} fragment F on Query { viewer { subject } }"


@pytest.mark.parametrize(
    ("document", "what"),
    [
        (lambda over: "{ " + "... { a b c d } " * 399 + "e f g h i " + "j " * over + "}", "selections"),
        (lambda over: "{ " + " ".join(f"a{n}: x" for n in range(MAX_ALIASES + over)) + " }", "aliases"),
        (lambda over: spread(MAX_SPREADS + over), "fragment spreads"),
        (lambda over: "{ " + "id " * (MAX_REPEATS + over) + "}", "repetitions"),
        (lambda over: "{ " + "a: id " * (MAX_REPEATS + over) + "}", "repetitions"),
    ],
)
def test_sizes(document: object, what: str) -> None:
    """Exactly the limit passes; one more is refused, and the message says which limit it was."""
    assert callable(document)
    check_size(parse(document(0)))
    with pytest.raises(TooCostly, match=what):
        check_size(parse(document(1)))
    assert MAX_SELECTIONS == 2_000


def fields(count: int) -> str:
    """A document that selects `count` fields once its fragments are seen through."""
    inside = " ".join(f"f{n}: id" for n in range(98))
    pages = " ".join(f"p{n}: homes(first: 1) {{ nodes {{ ...F }} }}" for n in range(count // 101))
    rest = " ".join(f"r{n}: __typename" for n in range(count % 101))
    return f"{{ {pages} {rest} }} fragment F on Home {{ {inside} }}"


def test_fields_behind_fragments() -> None:
    """5,000 fields are planned, 5,001 are not, however short the document that multiplies them."""
    prepare(fields(MAX_FIELDS))
    with pytest.raises(TooCostly, match="more than 5000 fields"):
        prepare(fields(MAX_FIELDS + 1))


def test_comparisons() -> None:
    """200 comparisons in all filters together pass, 201 do not."""
    comparison = '{ name: { eq: "a" } }'
    document = "{{ a: homes(where: {{ or: [{}] }}) {{ totalCount }} b: homes(where: {{ or: [{}] }}) {{ totalCount }} }}"
    prepare(document.format(f"{comparison}," * (MAX_FILTERS // 2), f"{comparison}," * (MAX_FILTERS // 2)))
    with pytest.raises(TooCostly, match="200 comparisons"):
        prepare(document.format(f"{comparison}," * (MAX_FILTERS // 2), f"{comparison}," * (MAX_FILTERS // 2 + 1)))


def test_orderings() -> None:
    """Eight orderings pass, nine do not."""
    document = "query ($by: [HomeOrderBy!]) { homes(orderBy: $by) { totalCount } }"
    prepare(document, "office", by=[{"name": "ASC"}] * MAX_ORDERINGS)
    with pytest.raises(BadUserInput, match="at most 8"):
        prepare(document, "office", by=[{"name": "ASC"}] * (MAX_ORDERINGS + 1))


def test_ids_and_lists() -> None:
    """A hundred ids and a thousand values pass, one more of either does not."""
    one = "Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e"
    ids = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    names = "query ($in: [String!]) { homes(where: { name: { in: $in } }) { totalCount } }"
    prepare(ids, "office", ids=[one] * MAX_IDS)
    prepare(names, "office", **{"in": ["a"] * MAX_LIST})
    with pytest.raises(BadUserInput, match="at most 100 ids"):
        prepare(ids, "office", ids=[one] * (MAX_IDS + 1))
    with pytest.raises(BadUserInput, match="1000 values"):
        prepare(names, "office", **{"in": ["a"] * (MAX_LIST + 1)})


@pytest.mark.parametrize("depth", [10, 40, 60])
def test_deep_filters_are_refused_or_planned(depth: int) -> None:
    """A filter as deep as variables may be is planned, or refused with an error of ours, with little work."""
    where: dict[str, object] = {"name": {"eq": "a"}}
    for _ in range(depth):
        where = {"not": where}
    with at_most(PIECES):
        try:
            prepare("query ($w: HomeWhere) { homes(where: $w) { totalCount } }", "office", w=where)
        except HearthError as error:
            assert error.code in ("BAD_USER_INPUT", "TOO_COSTLY")  # noqa: PT017 - both outcomes are right
