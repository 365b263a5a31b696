"""CHANGE and CORRECT: another value for what is on record; of facts with a reason, which the history keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.verbs import Verb
from graph.kinds.kind import Kind
from graph.writes.action import Action, Given
from graph.writes.parts import input_name
from graph.writes.rules import RULES
from graph.writes.verbs.columns import changed, changed_cell, has_rule, taken_by, written
from graph.writes.verbs.days import bounding, check_days, check_said, read_bounding
from graph.writes.verbs.links import copied_cells, read_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.entities.model import Column, DerivedMutation, EntityModel
    from graph.plan.source import Source
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing

REASON = "reason"
WHY = Given(REASON, Kind.TEXT, "Why it is set right; the history keeps it.", required=True)


def change(entity: EntityModel, mutation: DerivedMutation) -> Action:
    """The mutation that changes what may change of a row."""
    corrects = mutation.does is Verb.CORRECT
    columns = changed(entity, reasoned=corrects)
    rule = RULES.get(mutation.name)

    def compose(writing: Writing) -> None:
        tier = writing.parameters.tier
        mine = [column for column in columns if tier in column.written.changes]
        if corrects:
            writing.draft.reason = writing.value(REASON)
        chosen, optional = written(writing, entity, [column for column in mine if column.target is None])
        own = writing.own(*_reads(entity, chosen, rule.reads.get("id", ()) if rule else ()))
        links = read_links(writing, entity, mine, rule, apart=0)
        target = writing.target(entity.table)
        cells = _cells(writing, entity, chosen, target, optional)
        _check_days(writing, entity, own, _cells(writing, entity, chosen, own, optional))
        for name, led in links.items():
            cells[name] = led.cell_or("id", target.c[name])
        cells |= copied_cells(entity, links, {name: target.c[name] for name in entity.stored})
        if rule is not None and rule.apply is not None:
            rule.apply(writing, cells)
        row = writing.update(
            entity.table,
            cells,
            where=[target.c.id == own.c.id, target.c.version == own.c.version],
            optional=optional | _by_link(entity, links),
        )
        if rule is not None and rule.follow is not None:
            rule.follow(writing, row)

    everybody = frozenset.union(*(column.written.changes for column in columns))
    takes = tuple(taken_by(entity, column, everybody) for column in columns)
    return Action(
        mutation.name,
        mutation.doc,
        entity.table,
        (WHY, *takes) if corrects else takes,
        compose,
        creates=False,
        needs_some=True,
        explains=frozenset({REASON}) if corrects else frozenset(),
        tiers=everybody,
        locks=rule.locks if rule else (),
    )


def _by_link(entity: EntityModel, links: Iterable[str]) -> dict[str, Question]:
    """The links that are written whether or not the input gives them, and what repeats the rows that they lead to."""
    found: dict[str, Question] = {}
    for name in links:
        given = input_name(entity.stored[name])
        for column in (name, *entity.taken_from(name)):
            found[column] = (*found.get(column, ()), given)
    return found


def _cells(
    writing: Writing, entity: EntityModel, chosen: Sequence[Column], was: Source, optional: Mapping[str, Question]
) -> dict[str, Sql]:
    """The columns as they are to be, beside what they were: in the table, or in the row as read."""
    return {
        column.name: changed_cell(writing, entity, column, was, optional=column.name in optional) for column in chosen
    }


def _reads(entity: EntityModel, chosen: Sequence[Column], also: Sequence[str]) -> tuple[str, ...]:
    """What is needed of the row as it was: the days that have a rule, and whose life or days they lie in."""
    days = _days(entity, chosen)
    links = [column.name for column in bounding(entity, dict.fromkeys(days))]
    said = [column.name for column in chosen if column.name in entity.at_end]
    precisions = [column.name for column in chosen if column.about is not None]
    return tuple(dict.fromkeys([*precisions, *also, *links, *days, *said]))


def _days(entity: EntityModel, chosen: Sequence[Column]) -> list[str]:
    """The days that have a rule and change, and those that bound them."""
    names = {column.name for column in chosen}
    found: list[str] = []
    for column in entity.stored.values():
        if column.day is not None and has_rule(column):
            pair = (column.name,) if column.day.after is None else (column.day.after, column.name)
            found += [*pair] if names.intersection(pair) else []
    return list(dict.fromkeys(found))


def _check_days(writing: Writing, entity: EntityModel, own: Source, cells: Mapping[str, Sql]) -> None:
    """The row's days, as they are to be, are as their columns say."""
    names = _days(entity, [entity.stored[name] for name in cells])
    if not names:
        return
    days = {name: cells[name] if name in cells else own.c[name] for name in names}
    check_days(writing, entity, days, read_bounding(writing, entity, days, own), frozenset(cells))
    check_said(writing, entity, cells)
