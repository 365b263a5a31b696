"""The digest that ties a cursor to its ordering."""

from __future__ import annotations

import pytest

from graph.plan.tree.rows import Page
from tests.plan.compiled import prepare

ORDERINGS = [
    "",
    "orderBy: [{ familyName: ASC }]",
    "orderBy: [{ familyName: DESC }]",
    "orderBy: [{ givenName: ASC }]",
    "orderBy: [{ familyName: ASC }, { givenName: ASC }]",
    "orderBy: [{ givenName: ASC }, { familyName: ASC }]",
    "orderBy: [{ familyName: ASC }, { givenName: DESC }]",
    "orderBy: [{ id: ASC }]",
    "orderBy: [{ home: { name: ASC } }]",
    "orderBy: [{ programme: { name: ASC } }]",
    "orderBy: [{ home: { programme: { name: ASC } } }]",
]


def digest(field: str, arguments: str = "", **variables: object) -> str:
    """The digest in the cursors of a connection."""
    parameters = f"({arguments})" if arguments else ""
    head = "query ($order: [ChildOrderBy!])" if "$order" in arguments else ""
    plan = prepare(f"{head} {{ {field}{parameters} {{ pageInfo {{ endCursor }} }} }}", "office", **variables).plan
    ((_, page),) = plan.roots
    assert isinstance(page, Page)
    return page.digest


def test_every_ordering_has_its_own_digest() -> None:
    """Column, direction, sequence and link each make another digest; a cursor of one is refused by all others."""
    digests = [digest("children", ordering) for ordering in ORDERINGS]
    assert len(set(digests)) == len(ORDERINGS)
    assert all(len(each) == 10 and set(each) <= set("0123456789abcdef") for each in digests)


def test_every_entity_has_its_own_digest() -> None:
    """A cursor of one type's connection is refused by another's."""
    fields = ("children", "homes", "programmes", "placements", "communityLinks", "communityPartners", "countries")
    assert len({digest(field) for field in fields}) == len(fields)


def test_the_filter_is_not_in_the_digest() -> None:
    """A cursor stays good when the filter changes: it names a row and an ordering."""
    assert digest("children", 'where: { familyName: { eq: "A" } }') == digest("children")


@pytest.mark.parametrize("order", [[{"familyName": "DESC"}], {"familyName": "DESC"}])
def test_a_variable_gives_the_same_digest(order: object) -> None:
    """It makes no difference whether the ordering stands in the document or in a variable."""
    written = digest("children", "orderBy: [{ familyName: DESC }]")
    assert digest("children", "orderBy: $order", order=order) == written


def test_a_digest_never_changes() -> None:
    """Clients keep cursors: what was given out stays good over releases."""
    assert digest("children") == "8053321281"
    assert digest("children", "orderBy: [{ familyName: DESC }]") == "13e3fd21a3"
