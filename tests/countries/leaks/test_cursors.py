"""The door of the cursor: a cursor that names an invisible row answers as one whose row is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.countries.leaks.conftest import Send
from tests.countries.leaks.documents import TYPES, UNKNOWN, pairs
from tests.countries.leaks.shape import types
from tests.countries.leaks.truth import Truth, is_void

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]


@pytest.mark.parametrize(("name", "kind"), pairs())
async def test_a_cursor_of_an_invisible_row_is_a_cursor_of_none(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """Forged from a real cursor, in every own ordering, after and before: the answer is that for an unknown row."""
    type_, caller = types()[name], kinds[kind]
    if not type_.tenant or not type_.readable(caller.tier.value) or not truth.listed(caller, type_.table):
        return
    hidden = truth.invisible(caller, type_.table)
    voided = [row for row in truth.visible(caller, type_.table) if is_void(type_.table, row)]
    rows = [*hidden[:3], *hidden[-1:], *voided[:2]]
    for member in type_.members.values():
        if not member.orders or member.target is not None or not member.readable(caller.tier.value):
            continue
        order = f"orderBy: [{{ {member.name}: ASC }}]"
        first = await send(f"{{ {type_.many}(first: 1, {order}) {{ edges {{ cursor }} }} }}", kind)
        digest = first["data"][type_.many]["edges"][0]["cursor"].partition(".")[0]
        for word, size in (("after", "first"), ("before", "last")):
            document = (
                f"query ($c: String) {{ {type_.many}({size}: 5, {word}: $c, {order}) "
                "{ totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } } }"
            )
            gone = await send(document, kind, c=f"{digest}.BE_{type_.id_of(UNKNOWN)}")
            assert gone["data"] == {type_.many: None}
            assert [(error["path"], error["extensions"]["code"]) for error in gone["errors"]] == [
                ([type_.many], "BAD_USER_INPUT")
            ]
            for row in rows:
                forged = f"{digest}.{row['country_code']}_{row['id']}"
                assert await send(document, kind, c=forged) == gone


@pytest.mark.parametrize("kind", ["caseworker", "office"])
async def test_a_nested_cursor_of_an_invisible_row_is_a_cursor_of_none(
    send: Send, truth: Truth, kinds: Kinds, kind: str
) -> None:
    """Inside a programme, too, a hidden child's cursor tells nothing."""
    caller = kinds[kind]
    document = (
        "query ($c: String) { programmes(first: 3) { nodes { children(first: 2, after: $c)"
        " { edges { cursor } totalCount } } } }"
    )
    seen = await send(document, kind)
    cursors = [edge["cursor"] for node in seen["data"]["programmes"]["nodes"] for edge in node["children"]["edges"]]
    digest = cursors[0].partition(".")[0]
    gone = await send(document, kind, c=f"{digest}.BE_{UNKNOWN}")
    assert {node["children"] for node in gone["data"]["programmes"]["nodes"]} == {None}
    for row in truth.invisible(caller, "child")[:4]:
        assert await send(document, kind, c=f"{digest}.{row['country_code']}_{row['id']}") == gone


@pytest.mark.parametrize("name", TYPES)
async def test_a_cursor_holds_no_value(send: Send, truth: Truth, name: str) -> None:
    """It is a digest of the ordering and the row's identity, which the client has anyway."""
    type_ = types()[name]
    del truth
    for member in type_.members.values():
        if member.orders and member.target is None:
            page = f"{type_.many}(first: 3, orderBy: [{{ {member.name}: DESC }}])"
            response = await send(f"{{ {page} {{ edges {{ cursor node {{ {type_.key} }} }} }} }}", "office")
            for edge in response["data"][type_.many]["edges"]:
                rest = edge["node"][type_.key].removeprefix(f"{name}_")
                assert re.fullmatch(rf"[0-9a-f]{{10}}\.{re.escape(rest)}", edge["cursor"])
