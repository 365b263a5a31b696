"""The rules that the entities declare (`graph/declarations/rules.py`), asked of the rows that a mutation writes.

That is a set of one, whose cells are put into the rules as they are; or a set of as many as a list of the input names.
Rows that lead to one that changes are asked too (`keeping_led.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, or_, select
from sqlalchemy.sql.visitors import iterate

from graph.declarations.declared import camel
from graph.declarations.rules import OWN, Answered, Cells, is_kept
from graph.plan.sql.rule_frame import SqlFrame
from graph.writes.draft import FALSE, NULL, ONE, TRUE
from graph.writes.input_rules import input_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from sqlalchemy import Select

    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Rule
    from graph.plan.sql.relation import Relation
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing


EXCEPTION = "exception"
"""The input in which somebody answers for what breaks a rule."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A row as it is to be, or several.

    Attributes:
        table: whose.
        cells: its columns, as far as they are given; a rule is asked that reads no others.
        led: the rows that it leads to, by link; a rule is asked that reads no others. A link that leads to nobody is
            left out.
        at: the input that gives a column, where it is not the column's own name; or that one rule is told at.
        many: where the cells come from, if there are several rows: each of them is meant.
        was: the row as it stood, where it changes.
        maybe: the links that may lead to nobody, or to a row that is not seen: then their rules are not asked.
        apart: which other rows of the table count, where some of them change along; nothing where all do.
        place: of several rows that a list of the input names, the place of each, from 0.
        listed: that list: a rule that differs from row to row is told at the row's place in it.
    """

    table: str
    cells: Mapping[str, Sql]
    led: Mapping[str, Any] = field(default_factory=dict)
    at: Mapping[str, str] = field(default_factory=dict)
    many: Relation | None = None
    was: Relation | None = None
    maybe: tuple[str, ...] = ()
    apart: Callable[[Relation], Sql] | None = None
    place: Sql | None = None
    listed: str = ""


def keep(writing: Writing, row: Proposed, *, besides: Collection[str] = ()) -> None:
    """Refuse the write where a row would break a rule.

    Args:
        writing: the statement.
        row: the row as it is to be.
        besides: the rules that are not asked: something else holds them.
    """
    entity = writing.model.by_table[row.table]
    inputs = {taken.name for taken in writing.action.takes}
    for rule in entity.keeps:
        if rule.name not in besides and _is_asked(entity, rule, row):
            wrong = _wrong_of_list(writing, entity, rule, row)
            if wrong is not None:
                writing.check_each(rule.name, wrong, replace(rule.refusal, path=("input", row.listed)))
                continue
            refusal = replace(rule.refusal, path=("input", input_of(inputs, entity, rule, row.at)))
            writing.check(rule.name, _kept(writing, entity, rule, row), refusal)


def _is_asked(entity: EntityModel, rule: Rule, row: Proposed) -> bool:
    """Whether all is given that a rule reads, and is not empty for good."""
    if not row.cells.keys() >= set(rule.columns):
        return False
    if not all(link in row.led or _is_own(rule, link, row) or _is_beside(link, row) for link in rule.reads):
        return False
    if row.cells[rule.at] is NULL and entity.stored[rule.at].nullable and not rule.empty and rule.others is None:
        return False
    # What goes on is refused whenever it began.
    ends = (each for each in entity.keeps if each.behind == rule.name and each.empty)
    return not any(row.cells.get(each.at) is NULL for each in ends)


def _is_beside(link: str, row: Proposed) -> bool:
    """Whether each of several rows leads somewhere else, and that is read along with them."""
    return row.many is not None and _reads_from(row.cells.get(link), row.many)


def _is_own(rule: Rule, link: str, row: Proposed) -> bool:
    return link == OWN and row.cells.keys() >= set(rule.reads[link])


def _wrong_of_list(writing: Writing, entity: EntityModel, rule: Rule, row: Proposed) -> Select[Any] | None:
    """The places of those of a list's rows that break a rule; nothing where all of them keep it, or none does."""
    if row.place is None:
        return None
    wrong = select(row.place.label("place"))
    if rule.others is not None:
        from_, _ = _along(writing, entity, row, {})
        return wrong.select_from(*from_).where(_others(writing, entity, rule, row, Cells(row.cells)))
    kept, led, beside = _of_row(writing, entity, rule, row, _answered(writing, rule))
    if not _is_of_many(rule, row, led):
        return None
    from_, there = _along(writing, entity, row, beside)
    return wrong.select_from(*from_).where(*there, kept.is_not(TRUE))


def _kept(writing: Writing, entity: EntityModel, rule: Rule, row: Proposed) -> Sql:
    if rule.others is not None:
        return _none(writing, entity, rule, row, Cells(row.cells))
    kept, led, beside = _of_row(writing, entity, rule, row, _answered(writing, rule))
    if row.many is None or not _is_of_many(rule, row, led):
        return kept
    from_, there = _along(writing, entity, row, beside)
    return ~exists(select(ONE).select_from(*from_).where(*there, kept.is_not(TRUE)))


def _answered(writing: Writing, rule: Rule) -> Answered | None:
    """What the input's exception says; None of a rule that lets nothing pass without one."""
    has = rule.exception is not None and writing.has(EXCEPTION)
    if not has:
        return Answered(FALSE, FALSE) if rule.lapses else None
    lapses = writing.value(f"{EXCEPTION}.{camel(rule.lapses)}").is_not(None) if rule.lapses else FALSE
    return Answered(TRUE, lapses)


def _along(
    writing: Writing, entity: EntityModel, row: Proposed, beside: Mapping[str, Relation]
) -> tuple[list[Sql], list[Sql]]:
    """Several rows, and those that each of them leads to: what is read, and what holds of it."""
    many = [] if row.many is None else [row.many.clause]
    there = [
        condition
        for link, source in beside.items()
        for condition in (*writing.within(led_of(entity, link), source), source.c.id == row.cells[link])
    ]
    return [*many, *(source.clause for source in beside.values())], there


def rules_broken(
    writing: Writing, row: Proposed, place: Sql, earlier: tuple[Mapping[str, Sql], Sql]
) -> Iterator[tuple[Rule, Select[Any]]]:
    """The rules that several rows are asked, each with the `place` of every row that breaks it.

    Args:
        writing: the statement.
        row: the rows.
        place: of a row among them.
        earlier: another one of them, and that it comes before: of two that stand against each other the later is told.
    """
    entity = writing.model.by_table[row.table]
    for rule in entity.keeps:
        if not _is_asked(entity, rule, row):
            continue
        wrong = select(place.label("place"))
        if rule.others is None:
            kept, _, beside = _of_row(writing, entity, rule, row, None)
            from_, there = _along(writing, entity, row, beside)
            yield rule, wrong.select_from(*from_).where(*there, kept.is_not(TRUE))
            continue
        against, cells = [_others(writing, entity, rule, row, Cells(row.cells))], Cells(row.cells)
        if rule.others.table == entity.table:
            twin, before = earlier
            against.append(exists(select(ONE).where(before, rule.others.meets(cells, Cells(twin)))))
        from_, _ = _along(writing, entity, row, {})
        yield rule, wrong.select_from(*from_).where(or_(*against))


def _others(writing: Writing, entity: EntityModel, rule: Rule, row: Proposed, cells: Cells) -> Sql:
    """Whether another row on record stands against one of several rows."""
    other, meets = _against(writing, entity, rule, row, cells)
    return exists(select(ONE).select_from(other.clause).where(*meets))


def _of_row(
    writing: Writing, entity: EntityModel, rule: Rule, row: Proposed, answered: Answered | None
) -> tuple[Sql, dict[str, Any], dict[str, Relation]]:
    """Whether one row keeps a rule, the rows that it leads to, and those of them that are read along with it."""
    cells = Cells(row.cells)
    beside = {link: writing.rows(led_of(entity, link)) for link in rule.reads if link not in row.led and link != OWN}
    led: dict[str, Any] = {**dict.fromkeys(rule.reads, cells), **row.led, **beside}
    frame = SqlFrame(writing.today, writing.country, row.was if row.was is not None or not rule.was else _nothing(rule))
    nullable = entity.stored[rule.at].nullable
    kept = is_kept(rule, cells, led, frame, nullable=nullable, answered=answered)
    nobody = [led[link].c.id.is_(None) for link in rule.reads if link in row.maybe]
    return (or_(*nobody, kept) if nobody else kept), led, beside


def is_let_pass(writing: Writing, entity: EntityModel, row: Proposed) -> Iterator[tuple[Rule, Sql]]:
    """The rules that know exceptions, each with whether the row breaks it, whoever answers for that."""
    for rule in entity.keeps:
        if rule.exception is None or not _is_asked(entity, rule, row):
            continue
        kept, _, beside = _of_row(writing, entity, rule, row, None)
        broken = kept.is_not(TRUE)
        if beside:
            from_, there = _along(writing, entity, replace(row, many=None), beside)
            rows = select(ONE).select_from(*from_).where(*there, broken)
            broken = exists(rows.correlate_except(*from_))
        yield rule, broken


def led_of(entity: EntityModel, link: str) -> str:
    """The table that a link leads to."""
    return str(entity.stored[link].target)


def _nothing(rule: Rule) -> Cells:
    """A row that was not there."""
    return Cells(dict.fromkeys(rule.was, NULL))


def _is_of_many(rule: Rule, row: Proposed, led: Mapping[str, Any]) -> bool:
    """Whether what a rule reads differs from row to row."""
    sources = [each.besides if isinstance(each, Cells) else each for link, each in led.items() if link in rule.reads]
    return (
        any(_reads_from(row.cells[name], row.many) for name in rule.columns)
        or row.many in sources
        or any(_is_beside(link, row) and link not in row.led for link in rule.reads)
    )


def _reads_from(cell: Sql, many: Relation | None) -> bool:
    if many is None or cell is None:
        return False
    return any(getattr(each, "table", None) is many.clause for each in iterate(cell))


def _none(writing: Writing, entity: EntityModel, rule: Rule, row: Proposed, cells: Cells) -> Sql:
    """No other row stands against the row, or against one of the rows."""
    other, meets = _against(writing, entity, rule, row, cells)
    from_ = [other.clause, *([row.many.clause] if row.many is not None else [])]
    return ~exists(select(ONE).select_from(*from_).where(*meets))


def _against(
    writing: Writing, entity: EntityModel, rule: Rule, row: Proposed, cells: Cells
) -> tuple[Relation, list[Sql]]:
    """Rows on record, and which of them stand against a row."""
    others = rule.others
    if others is None:
        raise TypeError(rule.name)
    other = writing.rows(others.table)
    meets = [*writing.within(others.table, other), others.meets(cells, other)]
    if others.table == entity.table:
        meets += [other.c.id != row.cells["id"]] if "id" in row.cells else []
        meets += [row.apart(other)] if row.apart is not None else []
    return other, meets


def led_reads(writing: Writing, entity: EntityModel, link: str) -> tuple[tuple[str, ...], bool]:
    """What the rules read of the row that a link leads to, and whether that has to stay until the commit.

    It has to where somebody may change it, or take the row back. Who changes nothing of such a row cannot hold it.
    """
    columns = tuple(dict.fromkeys(name for rule in entity.keeps for name in rule.reads.get(link, ())))
    target = writing.model.by_table[led_of(entity, link)]
    can_hold = any(writing.parameters.tier in each.written.changes for each in target.stored.values())
    may_change = target.void_column is not None or any(target.stored[name].written.changes for name in columns)
    return columns, can_hold and may_change
