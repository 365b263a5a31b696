"""The rules that a plain change may break: of the row that changes, and of the rows that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from graph.declarations.rules import OWN, Cells
from graph.writes.input_rules import told_at
from graph.writes.keeping import Proposed, keep, led_of, led_reads
from graph.writes.keeping_led import keep_led, seen_by

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Rule
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing


def touched(entity: EntityModel, names: Collection[str]) -> list[Rule]:
    """The rules of a row's own that a change of some columns may break."""
    return [rule for rule in entity.keeps if not {*rule.columns, *rule.reads}.isdisjoint(names)]


def reads_of(writing: Writing, entity: EntityModel, names: Collection[str]) -> tuple[str, ...]:
    """The columns of a row that the rules read which a change of some columns may break."""
    read: list[str] = []
    for rule in touched(entity, names):
        read += [*rule.columns, *rule.was, *(link for link in rule.reads if link != OWN), *rule.reads.get(OWN, ())]
    for _, rule, seen in seen_by(writing, entity.table, names):
        read += [*rule.reads[seen.link], *(rule.columns if seen.link == OWN else ())]
    return tuple(name for name in dict.fromkeys(read) if name not in names)


def keep_changed(writing: Writing, entity: EntityModel, own: Relation, cells: Mapping[str, Sql]) -> None:
    """Refuse a change after which the row, or a row that leads to it, would break a rule.

    Args:
        writing: the statement.
        entity: the table that is changed.
        own: the row as read, with what `reads_of` names.
        cells: the columns that change, as they are to be.
    """
    rules = touched(entity, cells)
    led: dict[str, Any] = {OWN: Cells(cells, own)}
    for link in dict.fromkeys(link for rule in rules for link in rule.reads if link != OWN):
        columns, stays = led_reads(writing, entity, link)
        key = select(cells.get(link, own.c[link])).select_from(own.clause).scalar_subquery()
        name = link.removesuffix("_id") + ("_to_be" if link in cells else "")
        led[link] = writing.row(name, led_of(entity, link), key, *columns, stays=stays)
    whole = {name: cells[name] if name in cells else own.c[name] for rule in rules for name in rule.columns}
    others = {rule.name for rule in entity.keeps} - {rule.name for rule in rules}
    maybe = tuple(link for link in led if link != OWN and entity.stored[link].nullable)
    row = Proposed(entity.table, {**whole, OWN: own.c.id}, led, told_at(entity, cells), was=own, maybe=maybe)
    keep(writing, row, besides=others)
    keep_led(writing, entity.table, own, cells)
