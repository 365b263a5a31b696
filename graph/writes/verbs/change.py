"""CHANGE and CORRECT: another value for what is on record; of facts with a reason, which the history keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.verbs import Verb
from graph.kinds.kind import Kind
from graph.writes.action import Action
from graph.writes.keeping_changes import keep_changed, reads_of
from graph.writes.mirrors import change_other_side, key_of_pair, locks_of_pair, read_other_side
from graph.writes.mutation import Given
from graph.writes.parts import input_name
from graph.writes.rules import NOTHING, RULES
from graph.writes.said_cells import changed_cell
from graph.writes.verbs.columns import changed, has_rules, taken_by, written
from graph.writes.verbs.days import check_said, check_span, span_with
from graph.writes.verbs.links import copied_cells, read_links
from graph.writes.verbs.locks import locks_of, locks_of_leaning, locks_to_reckon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.nouns import DerivedMutation
    from graph.plan.sql.relation import Relation
    from graph.writes.mutation import Lock
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing

REASON = "reason"
WHY = Given(REASON, Kind.TEXT, "Why it is set right; the history keeps it.", required=True)


def change(model: GraphModel, entity: EntityModel, mutation: DerivedMutation) -> Action:
    """The mutation that changes what may change of a row."""
    corrects = mutation.does is Verb.CORRECT
    columns = changed(entity, reasoned=corrects)
    rule = RULES.get(mutation.name, NOTHING)

    def compose(writing: Writing) -> None:
        tier = writing.parameters.tier
        mine = [column for column in columns if tier in column.written.changes]
        if corrects:
            writing.draft.reason = writing.value(REASON)
        chosen, optional = written(writing, entity, [column for column in mine if column.target is None])
        own = writing.own(*_reads(writing, entity, chosen, mine, rule.reads))
        links = read_links(writing, entity, mine, apart=0)
        target = writing.target(entity.table)
        cells = _cells(writing, entity, chosen, target, optional)
        to_be = _cells(writing, entity, chosen, own, optional)
        to_be |= {name: led.cell_or("id", own.c[name]) for name, led in links.items()}
        other = read_other_side(writing, entity, own)
        check_span(writing, entity, to_be, own)
        keep_changed(writing, entity, own, to_be)
        check_said(writing, entity, to_be)
        for name, led in links.items():
            cells[name] = led.cell_or("id", target.c[name])
        cells |= copied_cells(entity, links, {name: target.c[name] for name in entity.stored})
        if rule.apply is not None:
            rule.apply(writing, own)
        follow = rule.along(writing, to_be, own)
        optional |= _by_link(entity, links)
        cells |= {} if rule.beside is None else rule.beside(writing, own)
        mine_alone = [target.c.id == own.c.id, target.c.version == own.c.version]
        row = writing.update(entity.table, cells, where=mine_alone, optional=optional)
        change_other_side(writing, entity, other, cells, optional=optional)
        follow(writing, row)

    everybody = frozenset.union(*(column.written.changes for column in columns))
    takes = tuple(taken_by(entity, column, everybody) for column in columns)
    locks = _locks(model, entity, columns) + rule.locks
    return Action(
        mutation.name,
        mutation.doc,
        entity.table,
        (*((WHY,) if corrects else ()), *takes, *rule.takes),
        compose,
        creates=False,
        needs_some=True,
        explains=frozenset({REASON}) if corrects else frozenset(),
        tiers=everybody,
        locks=locks,
    )


def _locks(model: GraphModel, entity: EntityModel, columns: Sequence[Column]) -> tuple[Lock, ...]:
    changing = {column.name for column in columns}
    own = locks_of_leaning(model, entity, changing)
    pair = locks_of_pair(entity, model.roots, creates=False)
    reckoned = locks_to_reckon(model, entity, creates=False)
    return tuple(dict.fromkeys((*own, *locks_of(entity, changing, creates=False), *reckoned, *pair)))


def _by_link(entity: EntityModel, links: Iterable[str]) -> dict[str, Question]:
    """The links that are written whether or not the input gives them, and what repeats the rows that they lead to."""
    found: dict[str, Question] = {}
    for name in links:
        given = input_name(entity.stored[name])
        for column in (name, *entity.taken_from(name)):
            found[column] = (*found.get(column, ()), given)
    return found


def _cells(
    writing: Writing, entity: EntityModel, chosen: Sequence[Column], was: Relation, optional: Mapping[str, Question]
) -> dict[str, Sql]:
    """The columns as they are to be, beside what they were: in the table, or in the row as read."""
    return {
        column.name: changed_cell(writing, entity, column, was, optional=column.name in optional) for column in chosen
    }


def _reads(
    writing: Writing, entity: EntityModel, chosen: Sequence[Column], mine: Sequence[Column], also: Sequence[str]
) -> tuple[str, ...]:
    """What is needed of the row as it was: what stays of it, and what rules read besides."""
    links = [column.name for column in mine if column.target is not None]
    names = [column.name for column in chosen]
    ruled = reads_of(writing, entity, [*names, *links])
    said = [name for name in names if name in entity.at_end or name in has_rules(writing.model, entity)]
    precisions = [column.name for column in chosen if column.about is not None]
    # A link that is left out stays what it was, and rules may read it so.
    kept = [name for name in links if any(name in rule.columns for rule in entity.keeps)]
    return tuple(
        dict.fromkeys([*precisions, *also, *ruled, *kept, *span_with(entity, names), *said, *key_of_pair(entity)])
    )
