"""Selections and comparisons that the doors share: what to ask of a type, and whether a row of an answer is true."""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from tests.countries.leaks.shape import Member, Type, snake, types
from tests.countries.leaks.truth import Row, Truth, identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from countries.tenancy.caller import Caller

Case = TypeVar("Case")

KINDS = ("caseworker", "office", "kenya", "region", "headquarters", "auditor", "idle", "stray")
TYPES = tuple(types())
EVERY = int(os.environ.get("HEARTH_LEAKS", "2"))
"""At the doors that ask most some cases of each column and of each link are tried; 1 for all of them."""
SOME = 4
"""So many cases of each column and of each link are tried then: what a door asks grows with the columns and links."""
TOGETHER = 10
"""So many links of a row are asked for in one request: no more than the rows of one request allow."""
PAGE = 1_000
UNKNOWN = "0199ffff-ffff-7fff-bfff-ffffffffffff"
"""A uuid that no row has."""


def pairs(kinds: Sequence[str] = KINDS) -> list[tuple[str, str]]:
    """Each type with each caller; which of them are tried today is drawn (`tests/drawing.py`)."""
    return [(name, kind) for name in TYPES for kind in kinds]


def some_of(cases: Sequence[Case], *whose: str) -> list[Case]:
    """Some cases of a column or a link, drawn by its name and that of whoever asks; at night all of them."""
    if EVERY == 1 or len(cases) <= SOME:
        return list(cases)
    return Random(" ".join(whose)).sample(cases, SOME)  # noqa: S311 - reproducible, not secret


def row_selection(type_: Type) -> str:
    """Every stored value, and the identity of every row that a link to one leads to."""
    told = {member.name: member.inside or (member.target and types()[member.target].key) for member in type_.single()}
    return " ".join(f"{name} {{ {inside} }}" if inside else name for name, inside in told.items())


def connection_groups(type_: Type) -> list[list[Member]]:
    """The links to many rows, as many at a time as one request may ask for."""
    every = type_.connections()
    return [every[begin : begin + TOGETHER] for begin in range(0, len(every), TOGETHER)]


def connection_selection(members: Iterable[Member]) -> str:
    """Links to many rows: how many each has, and which come first."""
    return " ".join(
        f"{member.name}(first: 20) {{ totalCount nodes {{ {types()[str(member.target)].key} }} }}" for member in members
    )


def refused_members(type_: Type, tier: str, *, many: bool) -> set[str]:
    """The fields of a type that a tier may not read."""
    return {member.name for member in type_.members.values() if member.many == many and not member.readable(tier)}


def expected(truth: Truth, caller: Caller, type_: Type, member: Member, row: Row) -> object:
    """What a field of a visible row answers; a link answers with the identity that it leads to."""
    if not member.readable(caller.tier.value):
        return None
    if member.target is not None:
        target = types()[member.target]
        found = truth.linked(caller, member, row)
        return {target.key: identity(target, found[0])} if found else None
    if member.name == "id":
        return identity(type_, row)
    value = row[str(member.column)]
    return value if member.inside is None or value is None else {member.inside: value}


def same(answered: object, true: object) -> bool:
    """Whether two JSON values are equal; long numbers and decimals are text in an answer."""
    if isinstance(answered, str) and isinstance(true, int) and not isinstance(true, bool):
        return answered == str(true)
    return answered == true


def assert_row(truth: Truth, caller: Caller, type_: Type, node: dict[str, Any]) -> None:
    """A row of an answer is one that the caller sees, and each of its values is the truth as far as it may be read."""
    row = truth.by_identity[type_.name][node[type_.key]]
    assert truth.sees(caller, type_.table, row), node[type_.key]
    for member in type_.single():
        if member.name in node and (member.column is not None or member.target is not None):
            true = expected(truth, caller, type_, member, row)
            assert same(node[member.name], true), (type_.name, member.name)
        elif member.name in node and member.worked and member.readable(caller.tier.value):
            assert node[member.name] == truth.value(caller, type_, member, row), member.name
        elif member.name in node and not member.readable(caller.tier.value):
            assert node[member.name] is None, member.name


def identities(truth: Truth, caller: Caller, type_: Type) -> set[str]:
    """The ids of the rows that a caller's lists show."""
    return {identity(type_, row) for row in truth.listed(caller, type_.table)}


def links_to(type_: Type) -> list[tuple[Type, Member]]:
    """Every field of any type that leads to this one."""
    return [
        (near, member) for near in types().values() for member in near.members.values() if member.target == type_.name
    ]


def table_of(member: Member) -> str:
    """The table that a link leads to."""
    return snake(str(member.target))
