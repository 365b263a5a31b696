"""RECORD: a new row, with its parts where it has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.kinds.kind import Kind
from graph.writes.action import Action
from graph.writes.draft import NULL
from graph.writes.input_rules import told_at
from graph.writes.keeping import Proposed, keep
from graph.writes.keeping_parts import keep_parts, reads_of_parts
from graph.writes.mirrors import ID_BACK, locks_of_pair, other_id, side_cells, sides_of
from graph.writes.parts import input_name, insert_parts, read_parts
from graph.writes.rules import NOTHING, RULES
from graph.writes.verbs.columns import created, must_give, new_cell, taken, written
from graph.writes.verbs.days import check_said, check_span
from graph.writes.verbs.links import check_owned, copied_cells, read_links
from graph.writes.verbs.locks import locks_of, locks_to_reckon
from graph.writes.verbs.part_lists import parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import DerivedMutation
    from graph.writes.verbs.links import Led
    from graph.writes.writing import Sql, Writing


def record(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    """The mutation that makes a row of the columns that come with a new one."""
    columns = created(entity)
    plain = [column for column in columns if column.target is None]
    required = [column for column in plain if column.is_required]
    parts = tuple(parts_of(entity, model.by_table[each.table], required=each.required) for each in mutation.parts)

    rule = RULES.get(mutation.name, NOTHING)

    def compose(writing: Writing) -> None:
        more = [reads_of_parts(writing, entity, each) for each in parts if writing.has(each.name)]
        links = read_links(writing, entity, columns, more=more)
        chosen, optional = written(writing, entity, plain, required)
        new = {column.name: new_cell(writing, entity, column) for column in chosen}
        new |= {name: led.cell("id") for name, led in links.items()}
        cells: dict[str, Sql] = {"id": writing.id} | {each.name: new[each.name] for each in columns if each.name in new}
        cells |= dict.fromkeys((each.name for each in entity.stored.values() if each.copy_of), NULL)
        cells |= copied_cells(entity, links, {})
        check_owned(writing, entity, links)
        check_span(writing, entity, cells)
        row = _proposed(entity, cells, links)
        keep(writing, row)
        check_said(writing, entity, cells)
        follow = rule.along(writing, cells)
        listed = [(each, read_parts(writing, each)) for each in parts if writing.has(each.name)]
        for each, rows in listed:
            keep_parts(writing, each, rows, row)
        sources = [led.source for led in links.values() if led.given is None]
        may_lack = {name: (input_name(entity.stored[name]),) for name, led in links.items() if led.given is not None}
        parent = writing.insert(entity.table, cells, *sources, optional=optional | may_lack)
        if sides_of(entity) is not None:
            one, other = (links[name].source for name in sides_of(entity) or ())
            back = cells | {"id": writing.given(ID_BACK, Kind.ID)} | side_cells(entity, other, one)
            writing.insert(entity.table, back, *sources, optional=optional | may_lack)
        for each, rows in listed:
            insert_parts(writing, each, rows, parent)
        follow(writing, parent)

    given = [*columns, *(column for each in parts for column in created(model.by_table[each.table]))]
    tiers = frozenset.intersection(*(column.written.creates for column in given))
    takes = tuple(taken(entity, column, required=must_give(column), new=True) for column in columns)
    locks = locks_of(entity, [column.name for column in columns], creates=True)
    locks += locks_to_reckon(model, entity, creates=True) + rule.locks
    pair = locks_of_pair(entity, model.roots, creates=True)
    return Action(
        mutation.name, mutation.doc, entity.table, (*takes, *rule.takes, *parts), compose, creates=True, tiers=tiers,
        locks=tuple(dict.fromkeys((*locks, *pair))), makes=(other_id(entity),) if sides_of(entity) else (),
        supposes=rule.supposes,
    )  # fmt: skip


def _proposed(entity: EntityModel, cells: Mapping[str, Sql], links: Mapping[str, Led]) -> Proposed:
    """The new row; what nobody gives is empty."""
    empty = {each.name: NULL for each in entity.stored.values() if each.nullable}
    row = {name: cell for name, cell in {**empty, **cells}.items() if name != "id"}
    led = {name: each.source for name, each in links.items()}
    maybe = tuple(name for name, each in links.items() if each.given is not None)
    return Proposed(entity.table, row, led, told_at(entity, cells), maybe=maybe)
