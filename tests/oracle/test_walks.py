"""Walking a connection by its own cursors gives the whole list: both ways, under ties and empty values."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.dress import Asked
from tests.oracle.oracle import Oracle

LEAST, PAGES = 7, 12
"""Rows of a page: so many, and more where that would take more pages than this."""

WALKS = [
    ("office", "children", None),
    ("office", "children", [{"familyName": "ASC"}]),
    ("office", "children", [{"familyName": "DESC"}]),
    ("office", "children", [{"birthDate": "DESC"}, {"givenName": "ASC"}]),
    ("office", "children", [{"enrolledOn": "ASC"}, {"familyName": "DESC"}, {"birthDate": "ASC"}]),
    ("office", "children", [{"home": {"name": "ASC"}}]),
    ("office", "children", [{"home": {"programme": {"name": "DESC"}}}, {"id": "DESC"}]),
    ("caseworker", "children", [{"home": {"capacity": "DESC"}}, {"familyName": "ASC"}]),
    ("caseworker of two", "placements", [{"home": {"openedOn": "ASC"}}, {"endedOn": "DESC"}]),
    ("kenya", "siblingBonds", [{"sibling": {"familyName": "DESC"}}, {"startedOn": "ASC"}]),
    ("kenya", "communityLinks", [{"partner": {"name": "ASC"}}]),
    ("kenya", "communityLinks", [{"child": {"home": {"name": "DESC"}}}, {"home": {"name": "ASC"}}]),
    ("office", "communityPartners", [{"name": "DESC"}]),
    ("region", "homes", [{"form": "ASC"}, {"capacity": "DESC"}]),
    ("headquarters", "homes", [{"programme": {"name": "ASC"}}, {"country": {"name": "DESC"}}]),
    ("headquarters", "homes", None),
    ("headquarters", "homes", [{"id": "DESC"}]),
    ("headquarters", "programmes", [{"kind": "DESC"}]),
    ("region", "countries", [{"region": "DESC"}]),
    ("office", "countries", None),
]

FORWARD = """
query Walk($size: Int, $from: String, $order: [%sOrderBy!]) {
  page: %s(first: $size, after: $from, orderBy: $order) {
    edges { cursor node { key: %s } }
    totalCount
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}
"""

BACKWARD = FORWARD.replace("first:", "last:").replace("after:", "before:")

TYPES = {
    "children": "Child", "placements": "Placement", "siblingBonds": "SiblingBond", "communityLinks": "CommunityLink",
    "communityPartners": "CommunityPartner", "homes": "Home", "programmes": "Programme", "countries": "Country",
}  # fmt: skip


async def page_of(oracle: Oracle, name: str, asked: Asked) -> dict[str, Any]:
    """One page, which the naive executor agrees with."""
    outcome = await oracle.compare(asked, name)
    assert outcome.difference is None, outcome.difference
    page: dict[str, Any] = (await oracle.answer(asked, name))["data"]["page"]
    return page


def keys(page: dict[str, Any]) -> list[str]:
    """The page's rows."""
    return [edge["node"]["key"] for edge in page["edges"]]


@pytest.mark.parametrize(("name", "root", "order"), WALKS)
async def test_walking_by_cursors_gives_the_whole_list(
    oracle: Oracle, name: str, root: str, order: list[dict[str, Any]] | None
) -> None:
    """Pages joined forward, and pages joined backward, are the list that one large page gives."""
    ordering = {} if order is None else {"order": order}
    names = (TYPES[root], root, "code" if root == "countries" else "id")
    whole = await page_of(oracle, name, Asked(FORWARD % names, {"size": 1000, **ordering}))
    assert len(keys(whole)) == whole["totalCount"] > 0
    assert len(set(keys(whole))) == whole["totalCount"]
    size = max(LEAST, -(-whole["totalCount"] // PAGES))
    forward: list[str] = []
    cursor = None
    while True:
        page = await page_of(oracle, name, Asked(FORWARD % names, {"size": size, "from": cursor, **ordering}))
        forward += keys(page)
        assert page["pageInfo"]["hasPreviousPage"] == (cursor is not None)
        cursor = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert forward == keys(whole)
    backward: list[str] = []
    cursor = None
    while True:
        page = await page_of(oracle, name, Asked(BACKWARD % names, {"size": size, "from": cursor, **ordering}))
        backward = keys(page) + backward
        assert page["pageInfo"]["hasNextPage"] == (cursor is not None)
        cursor = page["pageInfo"]["startCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break
    assert backward == keys(whole)
