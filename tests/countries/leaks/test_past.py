"""The doors of the past: a row's history, how it was known, and the feed of changes tell no more than the row does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.entities import graph_model
from tests.countries.leaks.border import CHILD, HIDDEN_CHILD, PARTNER
from tests.countries.leaks.conftest import Send, forbidden
from tests.countries.leaks.documents import KINDS, TYPES, UNKNOWN
from tests.countries.leaks.shape import types
from tests.countries.leaks.truth import Row, Truth, identity, is_void
from tests.countries.leaks.twice import LEFT

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]
ENTRIES = "history { version operation subject reason privacy before after }"
PAST = f'{ENTRIES} asKnownAt(instant: "2026-11-22T00:00:00Z")'
FEED = "changes(first: 1000) { head nodes { rowId kind type isGone node { id } } pageInfo { endCursor hasNextPage } }"
MANY = 4


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in TYPES if graph_model().by_type[name].is_tenant])
async def test_the_past_of_an_invisible_row_is_that_of_none(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """By its own field and as a node: what was written of it answers as for an id that no row has."""
    type_, caller = types()[name], kinds[kind]
    document = (
        f"query ($id: ID!) {{ a: {type_.one}(id: $id) {{ {PAST} }} b: node(id: $id) {{ ... on {name} {{ {PAST} }} }} }}"
    )
    unknown = await send(document, kind, id=f"{name}_BE_{UNKNOWN}")
    assert unknown["data"] == {"a": None, "b": None}
    for row in truth.invisible(caller, type_.table)[:MANY]:
        assert await send(document, kind, id=identity(type_, row)) == unknown


@pytest.mark.parametrize("kind", ["region", "headquarters"])
@pytest.mark.parametrize("name", ["Home", "Programme"])
async def test_nobody_outside_a_country_reads_the_past(send: Send, name: str, kind: str) -> None:
    """Who wrote what when stays in the country: null and FORBIDDEN at each field, also of rows that may be read."""
    type_ = types()[name]
    response = await send(f"{{ {type_.many}(first: 3) {{ nodes {{ id {PAST} }} }} }}", kind)
    nodes = response["data"][type_.many]["nodes"]
    assert nodes
    assert all(node["history"] is None and node["asKnownAt"] is None for node in nodes)
    assert forbidden(response) == {(type_.many, "nodes", "history"), (type_.many, "nodes", "asKnownAt")}


async def test_the_history_of_an_own_row_is_there(send: Send) -> None:
    """One entry for each class that the row's columns have, for the own caseworker as for the office."""
    rows = f"child(id: $child) {{ {ENTRIES} }} communityPartner(id: $partner) {{ {ENTRIES} }}"
    document = f"query ($child: ID!, $partner: ID!) {{ {rows} }}"
    for kind in ("caseworker", "office"):
        response = await send(document, kind, child=f"Child_BE_{CHILD}", partner=f"CommunityPartner_BE_{PARTNER}")
        told = {name: {entry["privacy"] for entry in row["history"]} for name, row in response["data"].items()}
        assert told == {"child": {"PERSONAL", "SENSITIVE"}, "communityPartner": {"SENSITIVE"}}


@pytest.mark.parametrize("kind", KINDS)
async def test_the_feed_tells_of_the_callers_rows_alone(send: Send, truth: Truth, kinds: Kinds, kind: str) -> None:
    """Own and common rows for a caseworker, the country's for an office, nothing for anybody else.

    Of a row that has left the programme it says that it is gone, and no more.
    """
    response = await send(f"{{ {FEED} }}", kind)
    caller = kinds[kind]
    if not caller.tier.is_national:
        assert response["data"] == {"changes": None}
        assert forbidden(response) == {("changes",)}
        return
    at = caller.country
    common, own, hidden = f"CommunityPartner_{at}_{PARTNER}", f"Child_{at}_{CHILD}", f"Child_{at}_{HIDDEN_CHILD}"
    left = f"Child_{at}_{LEFT}"
    expected = {"caseworker": {own, left}, "office": {own, hidden, left}, "kenya": {own, hidden, left}}
    told = response["data"]["changes"]["nodes"]
    ids = {each["rowId"] for each in told}
    assert ids >= expected.get(kind, set()) | {common}
    assert ids == {changed(row) for row in truth.visible(caller, "change")}
    for each in told:
        type_ = types()[each["rowId"].partition("_")[0]]
        row = truth.by_identity[type_.name][each["rowId"]]
        seen = truth.sees(caller, type_.table, row)
        assert each["node"] == ({"id": each["rowId"]} if seen else None)
        assert each["isGone"] == (each["kind"] == "VOIDED" or not seen or is_void(type_.table, row)), each


def changed(row: Row) -> str:
    """The id of the row that a change tells of."""
    return f"{row['type']}_{row['country_code']}_{row['row_id']}"


@pytest.mark.parametrize(
    ("kind", "other"), [("caseworker", "kenya"), ("office", "kenya"), ("caseworker", "office"), ("idle", "caseworker")]
)
async def test_a_cursor_of_the_feed_opens_no_other_scope(send: Send, kind: str, other: str) -> None:
    """One that another country's or programme's caller was given is refused: it would leave rows out without a word."""
    page = (await send(f"{{ {FEED} }}", other))["data"]["changes"]
    for cursor in (page["head"], page["pageInfo"]["endCursor"]):
        response = await send("query ($c: String) { changes(since: $c) { nodes { rowId } } }", kind, c=cursor)
        assert "data" not in response or response["data"] == {"changes": None}
        assert {error["extensions"]["code"] for error in response["errors"]} == {"CONFLICT"}
