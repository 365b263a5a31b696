"""The rules of rows that come in a list with their whole: each is told at every row of the list that breaks it.

    input.stops[2].seenOn

A part leads to its whole as that is to be, to the rows that its whole leads to, and to its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from graph.declarations.base import Entity
from graph.declarations.constraints import row_rules
from graph.declarations.row_rules import After, MoreThan, NotBefore, OnlyWith
from graph.declarations.rules import Cells
from graph.declarations.wholes import had_of_whole
from graph.writes.draft import FALSE, NULL, ONE, snake
from graph.writes.input_rules import input_of
from graph.writes.keeping import Proposed, led_reads, rules_broken
from graph.writes.parts import PLACE, input_name, listed, part_cells

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.refusals import Refusal
    from graph.writes.mutation import Parts
    from graph.writes.writing import Writing


def reads_of_parts(writing: Writing, entity: EntityModel, parts: Parts) -> dict[str, tuple[str, ...]]:
    """What the rules of parts read of the rows that their whole leads to, by the whole's link."""
    part = writing.model.by_table[parts.table]
    shared = {
        own: there for own, there in had_of_whole(part, parts.by).items() if entity.stored[there].target is not None
    }
    return {there: led_reads(writing, part, own)[0] for own, there in shared.items()}


def keep_parts(writing: Writing, parts: Parts, rows: Relation, whole: Proposed) -> None:
    """Refuse the write where a row of a list would break a rule.

    Args:
        writing: the statement.
        parts: the list.
        rows: its rows, from `read_parts`.
        whole: the row that they come with, as it is to be.
    """
    part = writing.model.by_table[parts.table]
    empty = {each.name: NULL for each in part.stored.values() if each.nullable}
    of_whole = {**whole.cells, "id": writing.id}
    cells = {**empty, **part_cells(writing, part, parts, rows, of_whole)}
    shared = {own: there for own, there in had_of_whole(part, parts.by).items() if there in whole.led}
    led = {parts.by: Cells(of_whole)} | {own: whole.led[there] for own, there in shared.items()}
    maybe = tuple(own for own, there in shared.items() if there in whole.maybe)
    row = Proposed(part.table, cells, led, many=rows, maybe=maybe)
    before = listed(writing, parts, "before")
    twin = {**empty, **part_cells(writing, part, parts, before, of_whole)}
    place = rows.c[PLACE] - ONE
    inputs = {taken.name for taken in parts.takes}
    for rule, wrong in rules_broken(writing, row, place, (twin, before.c[PLACE] < rows.c[PLACE])):
        _check(writing, parts, rule.name, wrong, rule.refusal, input_of(inputs, part, rule, {}))
    for form, refusal in row_rules(Entity.metadata.tables[part.table]):
        given = [name for name in form.columns if input_name(part.stored[name]) in inputs]
        if given and isinstance(form, MoreThan | After | NotBefore | OnlyWith):
            kept = form.holds(Cells(cells))
            wrong = select(place.label("place")).select_from(rows.clause).where(kept.is_(FALSE))
            at = input_name(part.stored[given[0]])
            _check(writing, parts, f"{form.columns[0]}_held", wrong, refusal, at)


def _check(writing: Writing, parts: Parts, name: str, wrong: Select[Any], refusal: Refusal, at: str) -> None:
    path = ("input", parts.name, at)
    writing.check_each(f"{snake(parts.name)}_{name}", wrong, replace(refusal, path=path))
