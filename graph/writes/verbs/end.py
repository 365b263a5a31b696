"""END: the first day after a row's last, and what is said with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.day_bounds import span_of
from graph.declarations.doable import RowState
from graph.declarations.verbs import Verb
from graph.reasons import Reason
from graph.refusals import Named, Refusal, conflict
from graph.writes.action import Action
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.mirrors import change_other_side, key_of_pair, locks_of_pair, read_other_side
from graph.writes.parts import input_name
from graph.writes.rules import RULES
from graph.writes.shadows import move_shadow
from graph.writes.verbs.columns import taken
from graph.writes.verbs.days import check_span
from graph.writes.verbs.locks import locks_of, locks_of_leaning

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import DerivedMutation
    from graph.writes.writing import Writing


def ended_already(entity: EntityModel, correction: str) -> Refusal:
    """What is told of a row whose end has come: a day that was wrong is set right, with a reason."""
    sentence, advice = "The {type} has ended already.", "Set a wrong day right with {correction}."
    return conflict(Reason.ENDED_ALREADY, sentence, advice, "id", type=Named(entity.type_name), correction=correction)


def goes_on(ended_on: str, refusal: Refusal) -> RowState:
    """That the end of a row has not come: what is planned to end may end otherwise."""
    return RowState(
        "goes_on",
        (ended_on,),
        lambda row, today: row.c[ended_on].is_(None) | (row.c[ended_on] > today),
        refusal,
    )


def end(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    """The mutation that ends a row. What can be set right with a reason ends once; else the day is given anew."""
    started_on, ended_on = span_of(entity)
    given = [entity.stored[name] for name in (ended_on, *entity.at_end)]
    correction = next((each.name for each in entity.mutations if each.does is Verb.CORRECT), None)
    rule = RULES.get(mutation.name)

    def compose(writing: Writing) -> None:
        cells = {column.name: writing.value(input_name(column)) for column in given}
        own = writing.own(started_on, *reads_of(writing, entity, list(cells)), *key_of_pair(entity))
        other = read_other_side(writing, entity, own)
        check_span(writing, entity, cells, own)
        keep_changed(writing, entity, own, cells)
        if rule is not None and rule.apply is not None:
            rule.apply(writing, own)
        target = writing.target(entity.table)
        row = writing.update(entity.table, cells, where=[target.c.id == own.c.id, target.c.version == own.c.version])
        change_other_side(writing, entity, other, cells)
        move_shadow(writing, row)
        if rule is not None and rule.follow is not None:
            rule.follow(writing, row)

    takes = tuple(taken(entity, column, required=True) for column in given)
    tiers = entity.stored[ended_on].written.changes
    names = [column.name for column in given]
    leaning = locks_of_leaning(model, entity, names)
    locks = (*leaning, *locks_of(entity, names, creates=False), *(rule.locks if rule else ()))
    pair = locks_of_pair(entity, model.roots, creates=False)
    return Action(
        mutation.name, mutation.doc, entity.table, takes, compose, creates=False, tiers=tiers,
        locks=tuple(dict.fromkeys((*locks, *pair))),
        state=None if correction is None else goes_on(ended_on, ended_already(entity, correction)),
    )  # fmt: skip
