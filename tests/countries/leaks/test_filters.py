"""The door of the filter: by own columns and through every link, an invisible row answers no question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from tests.countries.leaks.conftest import Send, forbidden
from tests.countries.leaks.documents import PAGE, pairs, some_of, table_of
from tests.countries.leaks.shape import Member, Type, types
from tests.countries.leaks.truth import Row, Truth, identity

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller

Kinds = dict[str, "Caller"]
Meets = Callable[[Row], bool]
Word = Callable[[str, str], bool]
Case = tuple[bool, dict[str, object], Meets]
"""Whether the tier may ask it, the filter, and which rows meet it."""
MANY = 12
"""Filters that one request asks at once: no more than the rows of one request allow."""
SCOPES = ("caseworker", "office", "region", "headquarters", "auditor")


def unless(meets: Meets) -> Meets:
    """The complement of a condition."""
    return lambda row: not meets(row)


def compare(truth: Truth, caller: Caller, type_: Type, member: Member, row: Row) -> tuple[dict[str, object], Meets]:
    """A condition that one row meets, and whether any other does."""
    if member.name == "id":
        wanted = identity(type_, row)
        named = truth.named(caller, type_, wanted)
        return {"id": {"eq": wanted}}, lambda other: identity(type_, other) in named

    def of(row: Row) -> object:
        return truth.value(caller, type_, member, row)

    value = of(row) if member.readable(caller.tier.value) else truth.some_value(type_, member, row)
    if value is None:
        return {member.name: {"isNull": True}}, lambda other: of(other) is None
    return {member.name: {"eq": value}}, lambda other: of(other) == value


def conditions(
    truth: Truth, caller: Caller, type_: Type, hidden: int = 2, seen: int = 1
) -> list[tuple[Member, dict[str, object], Meets]]:  # fmt: skip
    """For every filter on an own column, conditions that so many hidden and seen rows meet."""
    others = truth.invisible(caller, type_.table) or truth.rows[type_.table]
    rows = [*others[:hidden], *truth.visible(caller, type_.table)[:seen]]
    seen_rows = truth.listed(caller, type_.table)[: seen + hidden]
    own = [member for member in type_.members.values() if member.filters and not member.target]
    # What is worked out of a hidden row nobody has worked out for the caller: its own rows' values are asked for.
    asked = [(member, row) for member in own for row in (seen_rows if member.worked else rows)]
    return [(member, *compare(truth, caller, type_, member, row)) for member, row in asked]


def presence(truth: Truth, caller: Caller, link: Member, *, is_null: bool) -> tuple[dict[str, object], Meets]:
    """A condition on whether a link leads to a row that the caller sees."""
    return {link.name: {"isNull": is_null}}, lambda row: bool(truth.linked(caller, link, row)) is not is_null


async def ask_where(
    send: Send, type_: Type, kind: str, filters: list[dict[str, object]]
) -> tuple[list[set[str] | None], set[int]]:
    """For each filter the ids of the rows that meet it, and the numbers of those that are FORBIDDEN."""
    found: list[set[str] | None] = []
    refused: set[int] = set()
    for begin in range(0, len(filters), MANY):
        those, forbidden_there = await ask_at_once(send, type_, kind, filters[begin : begin + MANY])
        refused |= {begin + number for number in forbidden_there}
        found += those
    return found, refused


async def ask_at_once(
    send: Send, type_: Type, kind: str, batch: list[dict[str, object]]
) -> tuple[list[set[str] | None], set[int]]:
    """The same in one request, or in two where one would be too large: rows of a selection come from many tables."""
    names = range(len(batch))
    document = (
        f"query ({' '.join(f'$w{n}: {type_.name}Where' for n in names)}) {{ "
        + " ".join(
            f"a{n}: {type_.many}(first: {PAGE}, where: $w{n}) {{ totalCount nodes {{ {type_.key} }} }}" for n in names
        )
        + " }"
    )
    response = await send(document, kind, **{f"w{n}": batch[n] for n in names})
    half = len(batch) // 2
    if half and [error["extensions"]["reason"] for error in response.get("errors", [])] == ["ANSWER_TOO_LARGE"]:
        first, second = [await ask_at_once(send, type_, kind, part) for part in (batch[:half], batch[half:])]
        return first[0] + second[0], first[1] | {half + number for number in second[1]}
    refused = {int(str(path[0])[1:]) for path in forbidden(response)}
    found: list[set[str] | None] = []
    for n in names:
        page = response["data"][f"a{n}"]
        found.append(None if page is None else {node[type_.key] for node in page["nodes"]})
        assert page is None or page["totalCount"] == len(page["nodes"])
    return found, refused


async def check(
    send: Send, truth: Truth, caller: Caller, kind: str, type_: Type, asked: Iterable[Case]
) -> None:  # fmt: skip
    """Each filter, with whether the tier may ask it: FORBIDDEN, or exactly the visible rows that meet it."""
    cases = list(asked)
    if not type_.readable(caller.tier.value):
        cases = cases[:2]
    found, refused = await ask_where(send, type_, kind, [where for _, where, _ in cases])
    seen = truth.listed(caller, type_.table)
    for number, (allowed, where, meets) in enumerate(cases):
        may = allowed and type_.readable(caller.tier.value)
        assert (number in refused) != may, where
        true = {identity(type_, row) for row in seen if meets(row)} if may else None
        assert found[number] == true, where


@pytest.mark.parametrize(("name", "kind"), pairs())
async def test_a_filter_on_an_own_column_finds_visible_rows_alone(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """A hidden row's value finds what the caller sees with that value, also under not, and, or; or it is FORBIDDEN."""
    type_, caller = types()[name], kinds[kind]
    cases: list[Case] = []
    for member, found in groupby(conditions(truth, caller, type_), key=lambda each: each[0]):
        allowed = member.readable(caller.tier.value)
        of_column: list[Case] = []
        for _, where, meets in found:
            of_column += [
                (allowed, where, meets),
                (allowed, {"not": where}, unless(meets)),
                (allowed, {"and": [where, where]}, meets),
                (allowed, {"or": [where, {"not": where}]}, lambda _: True),
            ]
        cases += some_of(of_column, name, kind, member.name)
    await check(send, truth, caller, kind, type_, cases)


@pytest.mark.parametrize(("name", "kind"), pairs(SCOPES))
async def test_a_filter_through_a_link_asks_visible_rows_alone(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """Through a link to one, and as some, none and every of a connection: a hidden linked row is as if it were not.

    So it is where the link is asked whether it leads to a row.
    """
    type_, caller = types()[name], kinds[kind]
    tier = caller.tier.value
    cases: list[Case] = []
    for link in type_.members.values():
        if link.target is None or not link.filters:
            continue
        cases += [(link.readable(tier), *presence(truth, caller, link, is_null=asked)) for asked in (True, False)]
        of_link: list[Case] = []
        for member, where, meets in conditions(
            truth, caller, types()[link.target], hidden=1, seen=kind == "caseworker"
        ):
            allowed = link.readable(tier) and member.readable(tier)

            def some(row: Row, link: Member = link, meets: Meets = meets) -> bool:
                return any(meets(each) for each in truth.linked(caller, link, row))

            def every(row: Row, link: Member = link, meets: Meets = meets) -> bool:
                return all(meets(each) for each in truth.linked(caller, link, row))

            def none(row: Row, some: Meets = some) -> bool:
                return not some(row)

            if link.many:
                of_link += [
                    (allowed, {link.name: {"some": where}}, some),
                    (allowed, {link.name: {"none": where}}, none),
                    (allowed, {link.name: {"every": where}}, every),
                ]
            else:
                of_link += [(allowed, {link.name: where}, some), (allowed, {"not": {link.name: where}}, none)]
        cases += some_of(of_link, name, kind, link.name)
    await check(send, truth, caller, kind, type_, cases)


@pytest.mark.parametrize(("name", "kind"), pairs(SCOPES))
async def test_a_filter_through_two_links_comes_back_to_visible_rows_alone(
    send: Send, truth: Truth, kinds: Kinds, name: str, kind: str
) -> None:
    """There and back again: from a row to what it is linked to, and on to the hidden rows around that."""
    type_, caller = types()[name], kinds[kind]
    tier = caller.tier.value
    cases: list[Case] = []
    for first in type_.members.values():
        if first.target is None or not first.filters:
            continue
        of_link: list[Case] = []
        for second in types()[first.target].members.values():
            if second.target != name or not second.filters:
                continue
            for member, where, meets in conditions(truth, caller, type_, hidden=1, seen=0)[:4]:
                inner: dict[str, object] = {second.name: {"some": where} if second.many else where}
                outer: dict[str, object] = {first.name: {"some": inner} if first.many else inner}

                def reaches(row: Row, first: Member = first, second: Member = second, meets: Meets = meets) -> bool:
                    between = truth.linked(caller, first, row)
                    return any(meets(far) for near in between for far in truth.linked(caller, second, near))

                assert table_of(second) == type_.table
                may = first.readable(tier) and second.readable(tier) and member.readable(tier)
                of_link.append((may, outer, reaches))
        cases += some_of(of_link, name, kind, first.name)
    await check(send, truth, caller, kind, type_, cases)


@pytest.mark.parametrize("kind", SCOPES)
async def test_prefixes_and_bounds_find_visible_rows_alone(send: Send, truth: Truth, kinds: Kinds, kind: str) -> None:
    """What a search by the first letters, a part or a range would tell is no more than the list."""
    caller = kinds[kind]
    home, child = types()["Home"], types()["Child"]
    names: dict[str, Word] = {
        "startsWith": str.startswith,
        "contains": str.__contains__,
        "gte": str.__ge__,
        "lt": str.__lt__,
    }
    for type_, field, column in (
        (home, "name", "name"),
        (child, "givenName", "given_name"),
        (child, "caseNumber", "case_number"),
    ):
        allowed = type_.members[field].readable(caller.tier.value)
        hidden = (truth.invisible(caller, type_.table) or truth.rows[type_.table])[:3]
        cases: list[Case] = []
        for row in hidden:
            for operator, holds in names.items():
                part = row[column][:3]

                def found(other: Row, holds: Word = holds, part: str = part, column: str = column) -> bool:
                    return holds(other[column], part)

                cases.append((allowed, {field: {operator: part}}, found))
        await check(send, truth, caller, kind, type_, cases)
