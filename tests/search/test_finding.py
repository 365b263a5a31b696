"""Children, homes and partners are found by any beginning of any word of their names and numbers."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.entities import graph_model
from tests.search.stored_keys import assert_found_by
from tests.writes.conftest import begun
from tests.writes.writes import Row, Writes

SEARCH = """
query Q($search: String, $first: Int, $after: String, $where: ChildWhere, $orderBy: [ChildOrderBy!]) {
  children(search: $search, first: $first, after: $after, where: $where, orderBy: $orderBy) {
    totalCount nodes { id givenName familyName } pageInfo { endCursor hasNextPage }
  }
}
"""


async def found(writes: Writes, search: str | None, as_: str = "office", **given: object) -> list[str]:
    """The names of the children that a search finds, in order."""
    page = await page_of(writes, search, as_, **given)
    return [" ".join(filter(None, (each["givenName"], each["familyName"]))) for each in page["nodes"]]


async def page_of(writes: Writes, search: str | None, as_: str = "office", **given: object) -> Row:
    """The page that a search finds."""
    body = await writes.send(SEARCH, as_, search=search, **given)
    assert "errors" not in body, body
    page: Row = body["data"]["children"]
    return page


async def named(writes: Writes, names: Iterable[tuple[str, str | None]], programme: str = "own") -> list[Row]:
    """Children with these names."""
    home = await writes.home(programme, capacity=200)
    return [
        await writes.child(home, programme, givenName=given, familyName=family, caseNumber=f"Q-{writes.number()}")
        for given, family in names
    ]


async def test_any_beginning_of_any_word_finds(writes: Writes) -> None:
    """Capitals, accents, apostrophes, the order of words and the form of Unicode make no difference."""
    await named(writes, [("Stéphanie Anne", "D’Adamo"), ("Steven", "Adam")])
    for search in (
        "steph ada", "ADA STÉPH", "ste\u0301phanie", "d'adamo anne", "dadamo", "stephanie d`adamo", "anne st",
        "stephanieannedadamo", "d adamo stephanie",
    ):  # fmt: skip
        assert (await found(writes, search))[:1] == ["Stéphanie Anne D’Adamo"], search
    assert await found(writes, "steve stephanie") == []
