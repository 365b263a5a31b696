"""VOID: a row that was recorded in error is taken back, and its parts with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.lives import VOID_REASON
from graph.plan.sql.relation import Relation
from graph.writes.action import Action
from graph.writes.draft import NOW
from graph.writes.mirrors import change_other_side, key_of_pair, locks_of_pair, read_other_side
from graph.writes.rules import RULES
from graph.writes.verbs.change import REASON, WHY

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import DerivedMutation
    from graph.writes.writing import Sql, Writing, Written


def void(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    """The mutation that takes a row back."""
    rule = RULES.get(mutation.name)
    voided_at = str(entity.void_column)

    def compose(writing: Writing) -> None:
        writing.draft.reason = writing.value(REASON)
        own = writing.own(*dict.fromkeys((*(rule.reads if rule else ()), *key_of_pair(entity))))
        other = read_other_side(writing, entity, own)
        cells: dict[str, Sql] = {voided_at: NOW, VOID_REASON: writing.value(REASON)}
        if rule is not None and rule.apply is not None:
            rule.apply(writing, own)
        target = writing.target(entity.table)
        row = writing.update(
            entity.table,
            cells,
            where=[target.c.id == own.c.id, target.c.version == own.c.version],
            voids=True,
        )
        change_other_side(writing, entity, other, cells, voids=True)
        void_parts(writing, row)
        if rule is not None and rule.follow is not None:
            rule.follow(writing, row)

    return Action(
        mutation.name, mutation.doc, entity.table, (WHY,), compose, creates=False,
        tiers=entity.stored[voided_at].written.changes,
        locks=(rule.locks if rule else ()) + locks_of_pair(entity, model.roots, creates=False),
    )  # fmt: skip


def void_parts(writing: Writing, whole: Written) -> None:
    """What is a part of a row that is taken back is taken back too, and its own parts; what was before stays so."""
    for part in writing.model.kept:
        link = None if part.part_of is None else part.stored[part.part_of]
        if link is None or link.target != whole.entity.table or part.void_column is None:
            continue
        target = writing.target(part.table)
        cells: dict[str, Sql] = {part.void_column: NOW, VOID_REASON: writing.value(REASON)}
        where = [target.c[link.name] == Relation(whole.cte).c.n_id]
        void_parts(writing, writing.update(part.table, cells, where=where, voids=True, must=False))
