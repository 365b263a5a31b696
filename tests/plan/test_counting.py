"""`counts` and `distinct`: what is told of a connection's rows without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import HearthError
from tests.plan.compiled import prepare

if TYPE_CHECKING:
    from tests.conftest import Ask

WRONG = [
    ("{ children { counts(by: []) { count } } }", "Rows are counted by one to 3 things at once."),
    ("{ homes { counts(by: [FORM, SETTING, PROGRAMME, COUNTRY]) { count } } }", "one to 3 things"),
    ("{ children { counts(by: [SEX, HOME, SEX]) { count } } }", "Rows are counted by one thing twice."),
    ("{ children { counts(by: [SEX], first: 0) { count } } }", "A page holds 1 to 1000 rows."),
    ("{ children { distinct(field: SEX, first: 1001) } }", "A page holds 1 to 1000 rows."),
]


@pytest.mark.parametrize(("document", "message"), WRONG)
async def test_what_cannot_be_meant_is_refused_at_its_place(ask: Ask, document: str, message: str) -> None:
    """The error says where, and nothing runs."""
    response = await ask(document, "office")
    (error,) = response["errors"]
    assert "data" not in response
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["path"][-1] in {"counts", "distinct"}
    assert message in error["message"]
    assert error["extensions"]["hint"]


async def test_another_country_counts_its_own_rows_alone(ask: Ask) -> None:
    """Groups add up to the caller's own total, and a link's value is a row that the caller reads."""
    document = "{ children { totalCount counts(by: [COUNTRY, HOME], first: 1000) { splits { value } count } } }"
    for who, country in (("office", "BE"), ("kenya", "KE"), ("caseworker", "BE")):
        found = (await ask(document, who))["data"]["children"]
        assert sum(group["count"] for group in found["counts"]) == found["totalCount"] > 0
        assert {group["splits"][0]["value"] for group in found["counts"]} == {f"Country_{country}"}
        homes = [group["splits"][1]["value"] for group in found["counts"] if group["splits"][1]["value"]]
        shown = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", who, ids=homes[:100])
        assert [node["id"] for node in shown["data"]["nodes"]] == homes[:100]


async def test_counts_and_values_follow_the_filter(ask: Ask) -> None:
    """What does not meet `where` is neither counted nor listed, whatever the page."""
    where = '{ familyName: { startsWith: "B" } }'
    found = await ask(
        f"{{ children(where: {where}, first: 1) {{ totalCount distinct(field: FAMILY_NAME) }} }}", "office"
    )
    names = found["data"]["children"]["distinct"]
    assert names == sorted(set(names))
    assert names
    assert all(name.startswith("B") for name in names)


@pytest.mark.parametrize("who", ["region", "headquarters"])
async def test_nobody_above_an_office_counts_people(ask: Ask, who: str) -> None:
    """Neither children nor what tells of them; of homes only what the tier reads."""
    response = await ask(
        "{ children { counts(by: [SEX]) { count } } homes { counts(by: [NAME]) { count } distinct(field: NAME)"
        " fine: counts(by: [FORM]) { count } } }",
        who,
    )
    assert response["data"]["children"] is None
    homes = response["data"]["homes"]
    assert (homes["counts"], homes["distinct"]) == (None, None)
    assert homes["fine"]
    assert {error["extensions"]["code"] for error in response["errors"]} == {"FORBIDDEN"}


def test_groups_are_priced() -> None:
    """They count as rows that are asked for, for each page that they are told of."""
    with pytest.raises(HearthError) as raised:
        prepare("{ homes(first: 1000) { nodes { children { counts(by: [SEX]) { count } } } } }", "office")
    assert raised.value.code == "TOO_COSTLY"
