"""The door of the ordering: the order of a list tells nothing of what the caller does not see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.countries.leaks.conftest import Send, forbidden
from tests.countries.leaks.documents import PAGE, pairs, some_of
from tests.countries.leaks.shape import Member, Type, types
from tests.countries.leaks.truth import Row, Truth, identity
from tests.people import is_a_name, place_of

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]
MANY = 12


def orderings(type_: Type, kind: str) -> list[tuple[Member | None, Member]]:
    """Every ordering of a type by an own column, and some through each link to one."""
    found: list[tuple[Member | None, Member]] = []
    for member in type_.members.values():
        if not member.orders:
            continue
        if member.target is None:
            found.append((None, member))
            continue
        far = types()[member.target].members.values()
        through = [(member, inner) for inner in far if inner.orders and inner.target is None]
        found += some_of(through, type_.name, kind, member.name)
    return found


def true_order(
    truth: Truth, caller: Caller, type_: Type, key: tuple[Member | None, Member], *, descending: bool
) -> list[str]:  # fmt: skip
    """The visible rows in order; a missing value is the largest, and ties are ordered by identity."""
    link, member = key
    of = type_ if link is None else types()[str(link.target)]

    def value(row: Row) -> tuple[bool, Any]:
        rows = [row] if link is None else truth.linked(caller, link, row)
        found = truth.value(caller, of, member, rows[0]) if rows else None
        if isinstance(found, str) and is_a_name(member.column, rows[0]):
            return False, place_of(found, caller, rows[0])
        return found is None, found if found is not None else 0

    rows = sorted(
        truth.listed(caller, type_.table),
        key=lambda row: (value(row), row.get("country_code", ""), row.get("id", row.get("code"))),
        reverse=descending,
    )
    return [identity(type_, row) for row in rows]


@pytest.mark.parametrize(("name", "kind"), pairs())
async def test_an_ordering_is_that_of_visible_values(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """By own columns and through links, both ways: a hidden row's value orders nothing, or it is FORBIDDEN."""
    type_, caller = types()[name], kinds[kind]
    tier = caller.tier.value
    keys = [(key, word) for key in orderings(type_, kind) for word in ("ASC", "DESC")]
    for begin in range(0, len(keys), MANY):
        batch = keys[begin : begin + MANY]
        document = "{ " + " ".join(_page(type_, key, word, n) for n, (key, word) in enumerate(batch)) + " }"
        response = await send(document, kind)
        refused = forbidden(response)
        for n, ((link, member), word) in enumerate(batch):
            allowed = type_.readable(tier) and member.readable(tier) and (link is None or link.readable(tier))
            assert ((f"a{n}",) in refused) != allowed, (link, member)
            page = response["data"][f"a{n}"]
            true = true_order(truth, caller, type_, (link, member), descending=word == "DESC") if allowed else None
            assert (page and [node[type_.key] for node in page["nodes"]]) == true, (link, member.name, word)


def _page(type_: Type, key: tuple[Member | None, Member], word: str, number: int) -> str:
    link, member = key
    inner = f"{member.name}: {word}"
    order = inner if link is None else f"{link.name}: {{ {inner} }}"
    return f"a{number}: {type_.many}(first: {PAGE}, orderBy: [{{ {order} }}]) {{ nodes {{ {type_.key} }} }}"
