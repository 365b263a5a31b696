"""The changes feed: from `changes(since, types, first)` to SQL.

A page looks at no more than a window of changes behind its cursor, however few of them are asked for: a country's feed
of a million changes pages at a constant cost. An empty page with `hasNextPage` says: go on from `endCursor`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.described import Described
from graph.kinds.kind import Kind
from graph.kinds.values import each, integer
from graph.plan.planner.context import PagePrice, Planning, bad_input, source
from graph.plan.planner.rows import plan_row
from graph.plan.tree.feed import (
    SINCE,
    Feed,
    FeedEdges,
    FeedEntry,
    FeedFixed,
    FeedHead,
    FeedInfo,
    FeedNodes,
    member_name,
)
from graph.plan.tree.nouns_in import changed, nouns_in
from graph.plan.tree.sources import ABSENT, FromCursor
from graph.plan.tree.values import Fixed, PageSize, Value

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier
    from graph.declarations.model import EntityModel, GraphModel
    from graph.plan.read.operation import Field
    from graph.plan.tree.feed import FeedPart
    from graph.plan.tree.roots import Root
    from graph.plan.tree.rows import Row
    from graph.plan.tree.sources import Path

PAGE = 50
MAX_PAGE = 1_000

IS_GONE, IS_MINE, KEY = "is_gone", "is_mine", "key"
COLUMN_OF = {
    "kind": "kind", "changedAt": "changed_at", "type": "type", "rowId": "row_id", "isGone": IS_GONE,
    "isMine": IS_MINE, "operation": "operation", "idempotencyKey": KEY,
}  # fmt: skip
READ_FOR = {IS_MINE: ("writer",), "operation": ("operation",), KEY: ("writer", KEY)}
"""The columns that are read only where they are asked for, by what is answered of them."""


@cache
def _enumeration(names: tuple[tuple[str, str], ...]) -> type[Described]:
    members: Any = {member_name(name): (name, doc) for name, doc in names}
    made: Any = Described("ChangedType", members)
    made.__doc__ = "A type whose rows change."
    of: type[Described] = made
    return of


def changed_types(model: GraphModel) -> type[Described]:
    """The types whose rows change, as an enumeration: `SIBLING_BOND` is `SiblingBond`."""
    return _enumeration(tuple((name, entity.doc) for name, entity in model.by_type.items() if entity.is_tenant))


def hidden_types(model: GraphModel, tier: Tier) -> tuple[str, ...]:
    """The types of which a tier hears nothing: those of a country's rows that it may not read, or not all.

    The feed tells who hears of a row by its programme alone. Where a type says more of which rows a tier sees, a change
    would name one that it does not.
    """
    return tuple(
        name
        for name, entity in model.by_type.items()
        if entity.is_tenant and (tier not in entity.readers or entity.is_narrowed(tier))
    )


def of_types(roots: tuple[tuple[str, Root], ...], types: frozenset[str]) -> tuple[tuple[str, Root], ...]:
    """The roots, whose pages of the feed look for rows of these types alone."""

    def narrow(noun: object) -> object:
        if isinstance(noun, Feed):
            return replace(noun, entities=tuple(each for each in noun.entities if each.type_name in types))
        if isinstance(noun, FeedEntry):
            return FeedEntry(tuple((key, _of_types(output, types)) for key, output in noun.outputs))
        return noun

    return changed(roots, narrow)


def _of_types(output: str | Fixed | tuple[Row, ...], types: frozenset[str]) -> str | Fixed | tuple[Row, ...]:
    if isinstance(output, tuple):
        return tuple(row for row in output if row.entity.type_name in types)
    return output


def columns_read(feed: Feed) -> tuple[str, ...]:
    """The columns of a change that a page reads only because they are asked for."""
    entries = (noun for noun in nouns_in(feed.parts) if isinstance(noun, FeedEntry))
    asked = {output for entry in entries for _, output in entry.outputs if isinstance(output, str)}
    return tuple(dict.fromkeys(name for output, read in READ_FOR.items() if output in asked for name in read))


def asks_types(tree: object) -> bool:
    """Whether a page of the feed looks for rows of the types on it."""
    return any(
        isinstance(output, tuple) or output == IS_GONE
        for noun in nouns_in(tree)
        if isinstance(noun, FeedEntry)
        for _, output in noun.outputs
    )


def plan_feed(planning: Planning, selected: Field, path: Path, *, live: bool = False) -> Feed | Fixed:
    """`changes`, or with `live` the subscription's `changed`, which goes on from what was delivered last.

    Raises:
        BadUserInput: an argument cannot be meant.
    """
    if planning.tier not in planning.model.by_table["change"].readers:
        planning.refuse(path, "Your role may not read `{field}`.", params=(("field", selected.name),))
        return Fixed(None)
    cursor: FromCursor | None = None
    with planning.part:
        since_slot, since = planning.argument(selected, "since")
        cursor = None if since in (ABSENT, None) else FromCursor(since_slot, path)
    listed: Value | None = None
    names: list[str] | None = None
    with planning.part:
        types_slot, types = planning.argument(selected, "types")
        if types not in (ABSENT, None):
            listed = Value(Kind.TEXT, source(types_slot, (), each(_type_name), path), many=True)
        if isinstance(types, list) and not types:
            raise bad_input("No type is named.", "Name one at least, or leave `types` out.", path, types_slot)
        names = [_type_name(one) for one in types] if isinstance(types, list) else None
    hidden = frozenset(hidden_types(planning.model, planning.tier))
    if names and not hidden.isdisjoint(names):
        message = "Your role may not read every one of these types in `{field}`."
        planning.refuse(path, message, params=(("field", selected.name),))
        return Fixed(None)
    number = len(planning.prices)
    size = PageSize(PAGE, None, backward=False)
    with planning.part:
        size = _size(planning, selected, path)
    entities = tuple(
        entity
        for name, entity in planning.model.by_type.items()
        if entity.is_tenant and name not in hidden and (names is None or name in names)
    )
    inside = planning.selector.fields("ChangeConnection", selected.selection_sets)
    parts = tuple((one.key, _part(planning, entities, one, (*path, one.key), number)) for one in inside)
    return Feed(SINCE if live else cursor, listed, entities, size, parts)


def _type_name(value: object) -> str:
    return str(getattr(value, "value", value))


def _size(planning: Planning, selected: Field, path: Path) -> PageSize:
    slot, value = planning.argument(selected, "first")
    if value in (ABSENT, None):
        planning.prices.append(PagePrice(None, PAGE, None, path))
        return PageSize(PAGE, None, backward=False)
    if not isinstance(value, int) or not 1 <= value <= MAX_PAGE:
        message, hint = "A page holds 1 to {limit} changes.", "Ask for fewer and follow `pageInfo`."
        raise bad_input(message, hint, path, slot, params=(("limit", MAX_PAGE),))
    planning.prices.append(PagePrice(None, None, slot, path))
    return PageSize(None, Value(Kind.BIG_INTEGER, source(slot, (), integer, path)), backward=False)


def _part(planning: Planning, entities: tuple[EntityModel, ...], selected: Field, path: Path, number: int) -> FeedPart:
    match selected.name:
        case "nodes":
            return FeedNodes(_entry(planning, entities, selected, path, number))
        case "edges":
            inside = planning.selector.fields("ChangeEdge", selected.selection_sets)
            return FeedEdges(
                tuple((one.key, _edge(planning, entities, one, (*path, one.key), number)) for one in inside)
            )
        case "pageInfo":
            inside = planning.selector.fields("PageInfo", selected.selection_sets)
            return FeedInfo(
                tuple((one.key, Fixed("PageInfo") if one.name == "__typename" else one.name) for one in inside)
            )
        case "head":
            return FeedHead()
        case _:
            return FeedFixed("ChangeConnection")


def _edge(
    planning: Planning, entities: tuple[EntityModel, ...], selected: Field, path: Path, number: int
) -> FeedEntry | Fixed | None:
    match selected.name:
        case "node":
            return _entry(planning, entities, selected, path, number)
        case "cursor":
            return None
        case _:
            return Fixed("ChangeEdge")


def _entry(
    planning: Planning, entities: tuple[EntityModel, ...], selected: Field, path: Path, number: int
) -> FeedEntry:
    inside = planning.selector.fields("Change", selected.selection_sets)
    return FeedEntry(tuple((one.key, _value(planning, entities, one, (*path, one.key), number)) for one in inside))


def _value(
    planning: Planning, entities: tuple[EntityModel, ...], selected: Field, path: Path, number: int
) -> str | Fixed | tuple[Row, ...]:
    match selected.name:
        case "__typename":
            return Fixed("Change")
        case "node":
            return tuple(
                plan_row(
                    planning, entity, planning.selector.fields(entity.type_name, selected.selection_sets), path, number
                )
                for entity in entities
            )
        case name:
            return COLUMN_OF[name]
