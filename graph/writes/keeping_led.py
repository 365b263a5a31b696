"""The rules of the rows that lead to one which changes: what the change would break there is told at its input."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, literal_column, or_, select

from graph.declarations.declared import camel
from graph.declarations.rules import OWN, Answered, Cells, is_kept
from graph.plan.sql.rule_frame import SqlFrame
from graph.writes.draft import ONE, TRUE
from graph.writes.exceptions import exceptions_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Rule, Seen
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing


def keep_led(writing: Writing, table: str, own: Relation, cells: Mapping[str, Sql]) -> None:
    """Refuse a change after which a row that leads to the changed one would break a rule.

    Args:
        writing: the statement.
        table: the table that is changed.
        own: the row as read, with what `reads_of` names.
        cells: the columns that change.
    """
    told: dict[str, list[tuple[EntityModel, Rule, Seen]]] = {}
    for entity, rule, seen in seen_by(writing, table, cells):
        told.setdefault(seen.name, []).append((entity, rule, seen))
    for name, rules in told.items():
        first = rules[0][2]
        if first.named:
            _name_each(writing, own, cells, rules)
            continue
        kept = [_kept_there(writing, own, cells, each) for each in rules]
        empty = cells[first.at].is_(None)
        refusal = replace(first.refusal, path=("input", camel(first.at)))
        writing.check(name, or_(empty, and_(*kept)), refusal)


def _name_each(
    writing: Writing, own: Relation, cells: Mapping[str, Sql], rules: list[tuple[EntityModel, Rule, Seen]]
) -> None:
    """As `keep_led`, of rows that are named one by one."""
    for entity, rule, seen in rules:
        row, broken = _broken_there(writing, own, cells, (entity, rule, seen))
        rows = select(row.c.id).select_from(row.clause).where(*broken, cells[seen.at].is_not(None))
        refusal = replace(seen.refusal, path=("input", camel(seen.at)))
        writing.check_none(seen.name, rows, refusal, entity.type_name)


def seen_by(writing: Writing, table: str, cells: Collection[str]) -> Iterator[tuple[EntityModel, Rule, Seen]]:
    """The rules of other rows that a change of some columns may break."""
    return (each for each in writing.model.seen_from(table) if each[2].at in cells and not each[2].in_files)


def _kept_there(writing: Writing, own: Relation, cells: Mapping[str, Sql], what: tuple[EntityModel, Rule, Seen]) -> Sql:
    entity, rule, seen = what
    frame, changed = SqlFrame(writing.today, writing.country), Cells(cells, own)
    nullable = entity.stored[rule.at].nullable
    if seen.link == OWN:
        return is_kept(rule, changed, {OWN: changed}, frame, nullable=nullable)
    row, broken = _broken_there(writing, own, cells, what)
    return ~exists(select(ONE).select_from(row.clause).where(*broken))


def _broken_there(
    writing: Writing, own: Relation, cells: Mapping[str, Sql], what: tuple[EntityModel, Rule, Seen]
) -> tuple[Relation, list[Sql]]:
    """The rows that lead to the changed one, and which of them would break the rule."""
    entity, rule, seen = what
    frame, changed = SqlFrame(writing.today, writing.country), Cells(cells, own)
    row = writing.rows(entity.table)
    if seen.holds is not None:
        kept = seen.holds(row, {seen.link: changed}, frame)
    else:
        nullable = entity.stored[rule.at].nullable
        reads = ((link, names) for link, names in rule.reads.items() if link != seen.link)
        others = {link: _led_to(writing, entity, row, link, names) for link, names in reads}
        answered = _answered(writing, entity, rule, row)
        kept = is_kept(rule, row, {**others, seen.link: changed}, frame, nullable=nullable, answered=answered)
    mine = [*writing.within(entity.table, row), row.c[seen.link] == select(own.c.id).scalar_subquery()]
    return row, [*mine, kept.is_not(TRUE)]


def _led_to(writing: Writing, entity: EntityModel, row: Relation, link: str, names: tuple[str, ...]) -> Cells:
    """What a rule reads of another row that a row leads to; each a look-up, as it is a column or two."""
    table = str(entity.stored[link].target)
    led = writing.rows(table)
    there = [*writing.within(table, led), led.c.id == row.c[link]]
    found = {name: select(led.c[name]).select_from(led.clause).where(*there) for name in names}
    return Cells({name: each.correlate_except(led.clause).scalar_subquery() for name, each in found.items()})


def _answered(writing: Writing, entity: EntityModel, rule: Rule, row: Relation) -> Answered | None:
    """What the exceptions on record say of a row: nobody answers for another one's change."""
    if rule.exception is None or not rule.lapses:
        return None
    part, named = exceptions_of(writing.model, entity.table, rule.exception)
    noted = writing.rows(part.table)
    mine = [noted.c[str(part.part_of)] == row.c.id, noted.c[named.name] == literal_column(f"'{rule.exception}'")]
    lapses = [noted.c[rule.lapses].is_not(None)]
    found = select(ONE).select_from(noted.clause).where(*writing.within(part.table, noted), *mine, *lapses)
    return Answered(~TRUE, exists(found.correlate_except(noted.clause)))
