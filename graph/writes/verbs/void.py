"""VOID: a row that was recorded in error is taken back, and its parts with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from graph.declarations.lives import VOID_REASON
from graph.plan.sql.relation import Relation
from graph.writes.action import Action
from graph.writes.draft import NOW
from graph.writes.mirrors import change_other_side, key_of_pair, locks_of_pair, read_other_side
from graph.writes.refusals import stands_on
from graph.writes.rules import RULES
from graph.writes.shadows import move_shadow
from graph.writes.verbs.change import REASON, WHY
from graph.writes.verbs.locks import locks_of_leant_on, locks_to_reckon
from graph.writes.voided_parts import void_parts

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import DerivedMutation
    from graph.writes.writing import Sql, Writing


def void(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    """The mutation that takes a row back."""
    rule = RULES.get(mutation.name)
    voided_at = str(entity.void_column)

    def compose(writing: Writing) -> None:
        writing.draft.reason = writing.value(REASON)
        own = writing.own(*dict.fromkeys((*(rule.reads if rule else ()), *key_of_pair(entity))))
        other = read_other_side(writing, entity, own)
        cells: dict[str, Sql] = {voided_at: NOW, VOID_REASON: writing.value(REASON)}
        check_nothing_leans(writing, entity, own, rule.goes_along if rule else ())
        if rule is not None and rule.apply is not None:
            rule.apply(writing, own)
        cells |= {} if rule is None or rule.beside is None else rule.beside(writing, own)
        target = writing.target(entity.table)
        row = writing.update(
            entity.table,
            cells,
            where=[target.c.id == own.c.id, target.c.version == own.c.version],
            voids=True,
        )
        change_other_side(writing, entity, other, cells, voids=True)
        void_parts(writing, row, writing.value(REASON))
        move_shadow(writing, row)
        if rule is not None and rule.follow is not None:
            rule.follow(writing, row)

    # Who leans on it anew waits, and then finds it taken back.
    held = (*locks_of_leant_on(model, entity), *locks_to_reckon(model, entity, creates=False))
    locks = (*held, *(rule.locks if rule else ()), *locks_of_pair(entity, model.roots, creates=False))
    return Action(
        mutation.name, mutation.doc, entity.table, (WHY,), compose, creates=False,
        tiers=entity.stored[voided_at].written.changes, locks=tuple(dict.fromkeys(locks)),
    )  # fmt: skip


def check_nothing_leans(writing: Writing, entity: EntityModel, own: Relation, besides: Collection[str] = ()) -> None:
    """A row that others lean on is not taken back: each of them is named, but for rows of some tables."""
    for leaning, links in writing.model.leaning_on(entity.table):
        if leaning.table in besides:
            continue
        row = writing.rows(leaning.table)
        key = select(own.c.id).select_from(own.clause).scalar_subquery()
        rows = select(row.c.id).select_from(row.clause)
        rows = rows.where(*writing.within(leaning.table, row), or_(*(row.c[link] == key for link in links)))
        writing.check_none(f"no_{leaning.table}_stands_on_it", rows, stands_on(leaning.type_name), leaning.type_name)
