"""The price of an operation: exactly at its limit it runs, one row above it is refused."""

from __future__ import annotations

import pytest

from graph.errors import BadUserInput, TooCostly
from graph.plan.planner.cost import MAX_ROWS, check_price
from tests.plan.compiled import prepare

BRANCHES = "{{ homes(first: {homes}) {{ nodes {{ children(first: {children}) {{ nodes {{ id }} }} }} }} }}"


def price(document: str, /, **variables: object) -> int:
    """How many rows an operation asks for."""
    prepared = prepare(document, "office", **variables)
    return check_price(prepared.plan.prices, prepared.arguments)


@pytest.mark.parametrize(
    ("document", "rows"),
    [
        ("{ __typename }", 0),
        ('{ child(id: "Child_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e") { home { name } } }', 0),
        ("{ homes { nodes { id } } }", 50),
        ("{ homes(first: 7) { totalCount } }", 7),
        ("{ homes(last: 7) { nodes { id } } }", 7),
        ("{ homes(first: 3) { nodes { children { nodes { id } } } } }", 60),
        ("{ homes(first: 3) { nodes { children(first: 5) { nodes { siblings(first: 2) { totalCount } } } } } }", 30),
        ("{ homes(first: 3) { nodes { children(first: 5) { totalCount } placements(first: 2) { totalCount } } } }", 21),
        ("{ a: homes(first: 3) { totalCount } b: homes(first: 4) { totalCount } }", 7),
        ("{ homes(first: 3) { edges { node { children(first: 5) { totalCount } } } } }", 15),
        ("{ homes(first: 3) { nodes { programme { children(first: 4) { totalCount } } } } }", 12),
        ("{ homes(first: 3) { nodes { id } edges { node { children(first: 5) { totalCount } } } } }", 15),
    ],
)
def test_the_price(document: str, rows: int) -> None:
    """The product of page sizes down the tree, summed over its branches."""
    assert price(document) == rows


def test_exactly_the_limit() -> None:
    """50,000 rows are asked for and allowed; fifty more are refused, and the message says how many."""
    assert price(BRANCHES.format(homes=50, children=1000)) == MAX_ROWS
    with pytest.raises(TooCostly, match="asks for 51000 rows; one may ask for 50000"):
        price(BRANCHES.format(homes=51, children=1000))


def test_branches_are_summed() -> None:
    """Two roots of which each is allowed are refused together."""
    full = "homes(first: 50) { nodes { children(first: 1000) { totalCount } } }"
    assert price(f"{{ {full} }}") == MAX_ROWS
    with pytest.raises(TooCostly, match="50001"):
        price(f"{{ a: {full} b: homes(first: 1) {{ totalCount }} }}")


def test_the_price_of_variables_is_paid_on_every_request() -> None:
    """One plan serves all page sizes, and each request is priced by its own."""
    document = "query ($n: Int) { homes(first: 1000) { nodes { children(first: $n) { nodes { id } } } } }"
    cheap = prepare(document, "office", n=50)
    assert price(document, n=50) == MAX_ROWS
    with pytest.raises(TooCostly, match="51000"):
        price(document, n=51)
    assert prepare(document, "office", n=50).plan is cheap.plan


@pytest.mark.parametrize("argument", ["first", "last"])
@pytest.mark.parametrize("size", [0, -1, 1001, 2**31 - 1, -(2**31)])
def test_a_page_size_out_of_bounds(argument: str, size: int) -> None:
    """Outside 1 to 1000 a page size is refused, in the document and in a variable, with the path of its field."""
    for document, variables in (
        (f"{{ few: homes({argument}: {size}) {{ totalCount }} }}", {}),
        (f"query ($n: Int) {{ few: homes({argument}: $n) {{ totalCount }} }}", {"n": size}),
        (f"query ($n: Int = {size}) {{ few: homes({argument}: $n) {{ totalCount }} }}", {}),
    ):
        with pytest.raises(BadUserInput, match="1 to 1000") as refusal:
            price(document, **variables)
        assert refusal.value.path == ("few",)


@pytest.mark.parametrize("size", [1, 1000])
def test_the_bounds_themselves(size: int) -> None:
    """1 and 1000 are page sizes."""
    assert price("query ($n: Int) { homes(first: $n) { totalCount } }", n=size) == size
    assert price(f"{{ homes(last: {size}) {{ totalCount }} }}") == size


def test_ids_cost_a_row_each() -> None:
    """`nodes` asks for one row an id, and what hangs on them multiplies."""
    ids = [f"Home_BE_0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d{n:02x}" for n in range(51)]
    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Home { children(first: 1000) { totalCount } } } }"
    assert price(document, ids=ids[:50]) == MAX_ROWS
    with pytest.raises(TooCostly):
        price(document, ids=ids)


def test_a_skipped_connection_costs_nothing() -> None:
    """What is not answered is not paid for."""
    document = (
        "query ($all: Boolean!) {"
        " homes(first: 1000) { nodes { id children(first: 1000) @include(if: $all) { totalCount } } } }"
    )
    assert price(document, all=False) == 1000
    with pytest.raises(TooCostly):
        price(document, all=True)
