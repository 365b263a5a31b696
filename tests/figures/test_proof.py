"""What proves a release: for the auditor alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Ask

DOCUMENT = """query ($revision: Int) { releaseProof(period: { year: 2018 }, revision: $revision) {
  measure area splits { dimension value } low high shown } }"""


@pytest.mark.parametrize("as_", ["caseworker", "office", "kenya", "region", "headquarters"])
async def test_nobody_else_reads_it(ask: Ask, as_: str) -> None:
    """Every other role hears FORBIDDEN."""
    response = await ask(DOCUMENT, as_)
    (error,) = response["errors"]
    assert response["data"] == {"releaseProof": None}
    assert (error["extensions"]["code"], error["path"]) == ("FORBIDDEN", ["releaseProof"])


async def test_the_secret_counts_with_their_intervals(ask: Ask) -> None:
    """Each secret count, what can be known of it and whether its figure is shown; amounts stay where they are."""
    response = await ask(DOCUMENT, "auditor")
    assert "errors" not in response
    sex, age = {"dimension": "SEX", "value": "FEMALE"}, {"dimension": "AGE_GROUP", "value": "AGE_0_4"}
    assert response["data"]["releaseProof"] == [
        {"measure": "children_in_care", "area": "BE", "splits": [sex], "low": 0, "high": 9, "shown": True},
        {"measure": "children_in_care", "area": "BE", "splits": [sex, age], "low": 0, "high": 4, "shown": True},
        {"measure": "entries", "area": "KE", "splits": [], "low": 0, "high": 7, "shown": False},
    ]


async def test_a_release_that_is_not_there(ask: Ask) -> None:
    """As in a report: NOT_FOUND, and null."""
    response = await ask(DOCUMENT, "auditor", revision=3)
    assert response["data"] == {"releaseProof": None}
    assert response["errors"][0]["extensions"]["code"] == "NOT_FOUND"
