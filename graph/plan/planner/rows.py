"""From an operation to the tree of what to read; every refusal of a field is decided here.

What the tier may not use is answered with null and one error at its path, and the rest answers. What cannot be meant
refuses the whole operation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.doable import MAY_DO
from graph.declarations.members import Column, Through, ToMany, ToOne, ToRow
from graph.declarations.selections import Together
from graph.kinds.kind import Kind
from graph.kinds.values import day, integer
from graph.plan.planner.codes import CODES, plan_code, plan_codes
from graph.plan.planner.context import NotForTierError, PagePrice, Planning, bad_input, cursor_part, source
from graph.plan.planner.counting import COUNTED_PAGE, plan_counts, plan_distinct
from graph.plan.planner.figures.fields import FIGURE, plan_figure
from graph.plan.planner.filters import FilterReader
from graph.plan.planner.ordering import order_digest, read_order
from graph.plan.planner.past import HISTORY, KNOWN, plan_known, plan_past
from graph.plan.planner.rules import PARTS, RULE, RULES, plan_rules
from graph.plan.planner.search import read_search
from graph.plan.tree.doable import MayDo
from graph.plan.tree.filters import Filter, OrderKey
from graph.plan.tree.rows import (
    Edges,
    Many,
    Nodes,
    One,
    OneOfMany,
    Output,
    Page,
    PageInfo,
    PageInfoField,
    PagePart,
    Row,
    Scalar,
    TotalCount,
)
from graph.plan.tree.search import Search
from graph.plan.tree.sources import ABSENT
from graph.plan.tree.values import Cursor, Fixed, PageSize, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.declarations.members import Link
    from graph.declarations.model import EntityModel
    from graph.plan.read.operation import Field
    from graph.plan.tree.sources import Path

ROOT_PAGE = 50
NESTED_PAGE = 20
MAX_PAGE = 1_000
ORDER = "orderBy"


OF_COUNTRY: Mapping[str, Callable[[Planning, Field, Path, int | None], Output]] = {
    FIGURE: lambda planning, selected, path, _: plan_figure(planning, selected, path),
    CODES: plan_codes,
    **dict.fromkeys((PARTS, RULE, RULES), plan_rules),
}
"""The fields of a country that its table does not hold."""


def plan_row(planning: Planning, entity: EntityModel, selected: list[Field], path: Path, parent: int | None) -> Row:
    """One JSON object for a row of `entity`. `parent` numbers the connection around it."""
    outputs: list[tuple[str, Output]] = []
    for each in selected:
        with planning.part:
            outputs.append((each.key, _output(planning, entity, each, (*path, each.key), parent)))
    return Row(entity, tuple(outputs))


def _output(  # noqa: C901 - one case for each thing that a field may be
    planning: Planning, entity: EntityModel, selected: Field, path: Path, parent: int | None
) -> Output:
    if selected.name == "__typename":
        return Fixed(entity.type_name)
    if entity.is_tenant and selected.name == HISTORY:
        return plan_past(planning, entity, selected, path, parent)
    if entity.is_tenant and selected.name == KNOWN:
        return plan_known(planning, entity, selected, path)
    if entity.is_tenant and selected.name == MAY_DO:
        return MayDo(entity.void_column, planning.doables.to_rows_of(entity.table, planning.tier))
    if entity.table == "country" and selected.name in OF_COUNTRY:
        return OF_COUNTRY[selected.name](planning, selected, path, parent)
    member = entity.members[selected.name]
    if planning.tier not in member.readers:
        named = (("field", selected.name), ("type", entity.type_name))
        planning.refuse(path, "Your role may not read `{field}` of {type}.", params=named)
        return Fixed(None)
    match member:
        case Column(kind=Kind.CODE):
            return plan_code(planning, member, selected)
        case Column():
            return Scalar(member)
        case Computed():
            return Scalar(
                member, None if member.asks is None else _day_asked(planning, member.asked_as, selected, path)
            )
        case ToRow():
            return _one_of_many(planning, entity, member, selected, path, parent)
        case ToMany() | Through(many=True):
            return _many(planning, member, selected, path, parent)
        case ToOne() | Through():
            target = planning.model.at(member.target)
            inside = planning.selector.fields(target.type_name, selected.selection_sets)
            return One(member, plan_row(planning, target, inside, path, parent))


def _one_of_many(
    planning: Planning, entity: EntityModel, link: ToRow, selected: Field, path: Path, parent: int | None
) -> OneOfMany:
    """The stored row behind a selected one: what is asked of each type that the tier reads there."""
    kinds: dict[str, list[str]] = {}
    for part in entity.selection.read_by(planning.tier) if isinstance(entity.selection, Together) else ():
        kinds.setdefault(part.table, []).append(part.name)
    rows = []
    for table, names in kinds.items():
        target = planning.model.by_table[table]
        inside = planning.selector.fields(target.type_name, selected.selection_sets)
        rows.append((tuple(names), plan_row(planning, target, inside, path, parent)))
    return OneOfMany(link, tuple(rows))


def _day_asked(planning: Planning, name: str, selected: Field, path: Path) -> Value | None:
    """The day that a value is asked about; nothing where that is today."""
    slot, value = planning.argument(selected, name)
    return None if value in (ABSENT, None) else Value(Kind.DATE, source(slot, (), day, path))


def _many(planning: Planning, link: Link, selected: Field, path: Path, parent: int | None) -> Output:
    target = planning.model.at(link.target)
    page = plan_page(planning, target, selected, path, parent)
    if page is None:
        return Fixed(None)
    asks = isinstance(link, Through) and link.asks is not None
    return Many(link, replace(page, on=_day_asked(planning, "on", selected, path)) if asks else page)


def plan_page(
    planning: Planning, entity: EntityModel, selected: Field, path: Path, parent: int | None, default: int = NESTED_PAGE
) -> Page | None:
    """A connection; nothing where the tier may not filter or order it so."""
    planning.check_time()
    filter_: Filter | None = None
    order: tuple[OrderKey, ...] = ()
    search: Search | None = None
    size, after, before = PageSize(default, None, backward=False), None, None
    try:
        with planning.part:
            filter_ = _filter(planning, entity, selected, path)
        with planning.part:
            order = _order(planning, entity, selected, path)
        with planning.part:
            is_ordered = planning.argument(selected, ORDER)[1] is not ABSENT
            search = read_search(planning, entity, selected, path, is_ordered=is_ordered)
    except NotForTierError:
        message = "Your role may not filter, search or order `{field}` so."
        planning.refuse(path, message, params=(("field", selected.name),))
        return None
    digest = order_digest(entity, order, ranked=search is not None and search.ranked)
    number = len(planning.prices)
    with planning.part:
        size = _size(planning, selected, path, parent, default)
    with planning.part:
        after = _cursor(planning, entity, selected, "after", digest, path)
    with planning.part:
        before = _cursor(planning, entity, selected, "before", digest, path)
    inside = planning.selector.fields(f"{entity.type_name}Connection", selected.selection_sets)
    parts: list[tuple[str, PagePart]] = []
    for each in inside:
        with planning.part:
            parts.append((each.key, _part(planning, entity, each, (*path, each.key), (parent, number))))
    return Page(
        entity=entity,
        filter=filter_,
        order=order,
        size=size,
        after=after,
        before=before,
        parts=tuple(parts),
        digest=digest,
        path=path,
        search=search,
    )


def _filter(planning: Planning, entity: EntityModel, selected: Field, path: Path) -> Filter | None:
    slot, value = planning.argument(selected, "where")
    if value is ABSENT or value is None or value == {}:
        return None
    return FilterReader(planning, slot, path).read_filter(entity, value)


def _order(planning: Planning, entity: EntityModel, selected: Field, path: Path) -> tuple[OrderKey, ...]:
    slot, value = planning.argument(selected, ORDER)
    if value is ABSENT:
        return tuple(OrderKey((), entity.stored[name], descending) for name, descending in entity.order)
    return read_order(planning, entity, slot, value, path)


def _size(planning: Planning, selected: Field, path: Path, parent: int | None, default: int) -> PageSize:
    first_slot, first = planning.argument(selected, "first")
    last_slot, last = planning.argument(selected, "last")
    has_first, has_last = first not in (ABSENT, None), last not in (ABSENT, None)
    if has_first and has_last:
        raise bad_input("`first` and `last` exclude each other.", "Use one of them.", path, last_slot)
    slot, value = (last_slot, last) if has_last else (first_slot, first)
    if not has_first and not has_last:
        planning.prices.append(PagePrice(parent, default, None, path))
        return PageSize(default, None, backward=False)
    planning.prices.append(PagePrice(parent, None, slot, path))
    if planning.slots[slot].is_literal:
        return PageSize(page_size(value, path, slot), None, backward=has_last)
    return PageSize(None, Value(Kind.BIG_INTEGER, source(slot, (), integer, path)), backward=has_last)


def page_size(value: object, path: Path, slot: int) -> int:
    """A page's size, checked.

    Raises:
        BadUserInput: it is outside 1 to 1000.
    """
    if not isinstance(value, int) or not 1 <= value <= MAX_PAGE:
        message, hint = "A page holds 1 to {limit} rows.", "Ask for fewer and follow `pageInfo`."
        raise bad_input(message, hint, path, slot, params=(("limit", MAX_PAGE),))
    return value


def _cursor(
    planning: Planning, entity: EntityModel, selected: Field, name: str, digest: str, path: Path
) -> Cursor | None:
    slot, value = planning.argument(selected, name)
    if value in (ABSENT, None):
        return None
    identity, kind = (3, Kind.ID) if entity.is_of_country else (2, Kind.TEXT)
    return Cursor(
        Value(Kind.TEXT, source(slot, (), cursor_part(digest, entity, 2), path)),
        Value(kind, source(slot, (), cursor_part(digest, entity, identity), path)),
        path,
        None if entity.code is None else Value(Kind.TEXT, source(slot, (), cursor_part(digest, entity, 4), path)),
    )


def _part(
    planning: Planning, entity: EntityModel, selected: Field, path: Path, numbers: tuple[int | None, int]
) -> PagePart:
    """A part of a connection; `numbers` are those of the connection around it, and its own."""
    around, number = numbers
    match selected.name:
        case "nodes":
            inside = planning.selector.fields(entity.type_name, selected.selection_sets)
            return Nodes(plan_row(planning, entity, inside, path, number))
        case "edges":
            inside = planning.selector.fields(f"{entity.type_name}Edge", selected.selection_sets)
            return Edges(
                tuple((each.key, _entry(planning, entity, each, (*path, each.key), number)) for each in inside)
            )
        case "pageInfo":
            inside = planning.selector.fields("PageInfo", selected.selection_sets)
            return PageInfo(tuple((each.key, _page_info(each)) for each in inside))
        case "totalCount":
            return TotalCount()
        case "counts":
            size = _size(planning, selected, path, around, COUNTED_PAGE)
            return plan_counts(planning, entity, selected, path, size)
        case "distinct":
            size = _size(planning, selected, path, around, COUNTED_PAGE)
            return plan_distinct(planning, entity, selected, path, size)
        case _:
            return Fixed(f"{entity.type_name}Connection")


def _entry(planning: Planning, entity: EntityModel, selected: Field, path: Path, number: int) -> Row | Fixed | None:
    match selected.name:
        case "node":
            inside = planning.selector.fields(entity.type_name, selected.selection_sets)
            return plan_row(planning, entity, inside, path, number)
        case "cursor":
            return None
        case _:
            return Fixed(f"{entity.type_name}Edge")


def _page_info(selected: Field) -> PageInfoField | Fixed:
    return Fixed("PageInfo") if selected.name == "__typename" else PageInfoField(selected.name)
