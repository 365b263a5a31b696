"""The rules that the entities declare (`graph/declarations/rules.py`), asked of all rows of a file at once.

Each becomes a statement that finds the rows that break it: those of the file as they are to be, beside the rows that
they lead to as those are to be. What a row leads to may change too: then the rows that lead there are asked, and it is
told under the column that changes. Two rules that tell the same under one column tell it once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, literal_column, or_, select

from graph.bulk.care_unsaid import still_broken
from graph.bulk.checks import FileCheck, broken
from graph.bulk.deaths_said import ended_along
from graph.bulk.import_context import FALSE, NULL, ONE, TRUE
from graph.bulk.sheets import all_sheets
from graph.bulk.staging import final_table
from graph.declarations.days import DIED
from graph.declarations.rules import OWN, Answered, Cells, is_kept
from graph.entities import graph_model
from graph.plan.sql.rule_frame import SqlFrame
from graph.writes.exceptions import exceptions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Select

    from graph.bulk.import_context import Ground, Sql
    from graph.bulk.sheets import Sheet
    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Others, Rule, Seen
    from graph.plan.sql.relation import Relation
    from graph.refusals import Refusal


def kept_rules(ground: Ground) -> Iterator[FileCheck]:
    """The rules of every table that a file brings."""
    sheets = [sheet for sheet in all_sheets().values() if sheet.table in ground.given]
    for sheet in sheets:
        yield from _own(ground, sheet)
    for sheet in sheets:
        yield from _seen(ground, sheet)


def changed(sheet: Sheet, final: Relation) -> list[Sql]:
    """Of an unchanged row nobody wants to hear, and what was recorded in error is in nobody's way."""
    void = sheet.entity.void_column
    return [final.c.same.is_(FALSE), *([final.c[void].is_(None)] if void is not None else [])]


# What a row of the file has to keep itself


def _own(ground: Ground, sheet: Sheet) -> Iterator[FileCheck]:
    told: dict[tuple[str, Refusal], list[Rule]] = {}
    for rule in sheet.entity.keeps:
        if rule.form is not None:
            # That is told while the row is read.
            continue
        refusal = replace(rule.refusal, advice=rule.advice or rule.refusal.advice)
        told.setdefault((sheet.header_of(rule.header or rule.at), refusal), []).append(rule)
    for (header, refusal), rules in told.items():
        (one, *more) = rules
        if one.others is not None:
            yield FileCheck(sheet, header, refusal, _none_of(ground, sheet, one, one.others))
        else:
            yield FileCheck(sheet, header, refusal, _failing(ground, sheet, rules, alone=not more))


def _failing(ground: Ground, sheet: Sheet, rules: list[Rule], *, alone: bool) -> Sql:
    """The rows that break one of some rules that are told in the same words."""
    final = ground.final(sheet.table)
    clause, fails = _broken_by(ground, sheet, final, rules, alone=alone)
    value = _value(sheet, final, rules[0])
    return broken(final, value, clause, *changed(sheet, final), or_(*fails) if len(fails) > 1 else fails[0])


def let_pass(ground: Ground, sheet: Sheet, rule: Rule) -> Select[Any]:
    """The rows that break a rule, whoever answers for them: their `id` and `day`, the first one."""
    final = ground.final(sheet.table)
    clause, (fails,) = _broken_by(ground, sheet, final, [rule], alone=True, answered=False)
    chosen = select(final.c.id, final.c[rule.plans].label("day")).select_from(clause)
    return chosen.where(*changed(sheet, final), fails)


def _broken_by(
    ground: Ground, sheet: Sheet, final: Relation, rules: list[Rule], *, alone: bool, answered: bool = True
) -> tuple[Sql, list[Sql]]:
    """What rows are read from, and for each rule whether it is broken; as if nobody answered, if not `answered`."""
    row, clause = _row(ground, sheet, final, rules)
    fails: list[Sql] = []
    for rule in rules:
        was = None
        if rule.was:
            was = ground.rows(sheet.table)
            own = [*ground.within(sheet.table, was, void=True), was.c.id == final.c.id]
            clause = clause.outerjoin(was.clause, and_(*own))
        led, joined = {}, []
        for link, columns in _reads(sheet.entity, rule).items():
            if link == OWN:
                led[link] = row
                continue
            led[link] = ground.state(str(sheet.entity.stored[link].target), *columns)
            there = led[link].c.id == final.c[link]
            # Where it leads nowhere, nothing is asked: that is told as such, or it may be empty.
            clause = clause.join(led[link].clause, there) if alone else clause.outerjoin(led[link].clause, there)
            joined += [] if alone else [led[link].c.id.is_not(None)]
        frame = SqlFrame(ground.today_value, ground.parameters.country, was)
        kept = is_kept(
            rule, row, led, frame, nullable=sheet.entity.stored[rule.at].nullable,
            answered=_answered(ground, sheet, rule, final) if answered else None,
        )  # fmt: skip
        before = _behind(sheet.entity, rule)
        # What nobody knows breaks no rule, and stands before none.
        empty = before is not None and sheet.entity.stored[before.at].nullable
        told = [] if before is None else [is_kept(before, row, led, frame, nullable=empty)]
        # In a row in which a cell could not be read nobody is told that it cannot be told.
        broken_now = func.coalesce(kept, final.c.faulty).is_(FALSE)
        told += still_broken(ground, sheet.table, rule, final)
        fails.append(and_(*joined, *_asked(sheet, rule, final, row, frame), broken_now, *told))
    return clause, fails


def _answered(ground: Ground, sheet: Sheet, rule: Rule, final: Relation) -> Answered | None:
    """Whether somebody answers for a row that breaks a rule: in its own line, in a line of exceptions, on record."""
    if rule.exception is None:
        return None
    said: list[Sql] = [and_(*(final.c[cell.staged].is_not(None) for cell in sheet.of_parts))] if sheet.of_parts else []
    part, named = exceptions_of(graph_model(), sheet.table, rule.exception)
    whole = str(part.part_of)
    lapses = [rule.lapses] if rule.lapses else []
    rows = ground.state(part.table, whole, named.name, *lapses)
    mine = [rows.c[whole] == final.c.id, rows.c[named.name] == literal_column(f"'{rule.exception}'")]
    found = select(ONE).select_from(rows.clause).where(*mine)
    said.append(exists(found))
    until = exists(found.where(*(rows.c[name].is_not(None) for name in lapses))) if lapses else FALSE
    return Answered(or_(FALSE, *said), until)


def _value(sheet: Sheet, final: Relation, rule: Rule) -> Sql:
    """What stands beside the fault: an id says nothing to a person."""
    at = rule.header or rule.at
    return final.c[at] if sheet.entity.stored[at].target is None and at in _held(sheet) else NULL


def _held(sheet: Sheet) -> set[str]:
    return {column.name for column in final_table(sheet.table).columns}


def _row(ground: Ground, sheet: Sheet, final: Relation, rules: list[Rule]) -> tuple[Any, Sql]:
    """The row as it is to be; what no sheet brings stays as it is on record."""
    missing = {name for rule in rules for name in rule.columns} - _held(sheet)
    if not missing:
        return final, final.clause
    stored = ground.rows(sheet.table)
    own = [*ground.within(sheet.table, stored, void=True), stored.c.id == final.c.id]
    return Cells({name: stored.c[name] for name in missing}, final), final.clause.outerjoin(stored.clause, and_(*own))


def _reads(entity: EntityModel, rule: Rule) -> Mapping[str, tuple[str, ...]]:
    """What a rule reads of the rows that are led to, and the rule that is told before it."""
    before = _behind(entity, rule)
    if before is None:
        return rule.reads
    return {link: tuple(dict.fromkeys((*names, *before.reads.get(link, ())))) for link, names in rule.reads.items()}


def _behind(entity: EntityModel, rule: Rule) -> Rule | None:
    return next((each for each in entity.keeps if each.name == rule.behind), None)


def _asked(sheet: Sheet, rule: Rule, final: Relation, row: Any, frame: SqlFrame) -> Iterator[Sql]:  # noqa: ANN401 - as above
    """Which rows are asked: what cannot be read has been told of as such."""
    stored = sheet.entity.stored
    yield from (row.c[name].is_not(None) for name in rule.columns if not stored[name].nullable)
    if rule.about is not None:
        yield rule.about(row, frame)
    if rule.first:
        yield final.c.known.is_(FALSE)
    if rule.whole:
        yield final.c.faulty.is_(FALSE)
    if not rule.restored:
        yield or_(final.c.known, final.c.id_given.is_(FALSE))
    if rule.spares is not None:
        yield func.coalesce(or_(final.c.known, final.c.id_given) & rule.spares(row), FALSE).is_(FALSE)


def _none_of(ground: Ground, sheet: Sheet, rule: Rule, others: Others) -> Sql:
    """Rows against which another row stands; of two in the file, the later."""
    final, other = ground.final(sheet.table), ground.state(others.table, *others.columns)
    value = _value(sheet, final, rule)
    if others.table != sheet.table:
        clause = final.clause.join(other.clause, others.meets(final, other))
        return broken(final, value, clause, *changed(sheet, final)).distinct()
    twin = ground.final(sheet.table)
    clause = final.clause.join(other.clause, and_(others.meets(final, other), other.c.id != final.c.id)).outerjoin(
        twin.clause, and_(twin.c.id == other.c.id, twin.c.mirrored.is_(FALSE))
    )
    # Rows with one key have been told of as such, and where an id alone tells them apart no two have one; of an
    # unchanged row nobody wants to hear.
    keyed = [twin.c[sheet.compared(name)] != final.c[sheet.compared(name)] for name in sheet.key]
    differs = or_(*keyed) if keyed else TRUE
    newer = or_(twin.c.id.is_(None), twin.c.same, and_(twin.c.number < final.c.number, differs))
    return broken(final, value, clause, *changed(sheet, final), newer).distinct()


# What the rows that lead to a row of the file have to keep


def _seen(ground: Ground, sheet: Sheet) -> Iterator[FileCheck]:
    told: dict[str, list[tuple[EntityModel, Rule, Seen]]] = {}
    for entity, rule, seen in graph_model().seen_from(sheet.table):
        told.setdefault(seen.name, []).append((entity, rule, seen))
    for rules in told.values():
        final, (_, _, first) = ground.final(sheet.table), rules[0]
        fails = [each for rule in rules for each in _broken_there(ground, sheet, final, *rule)]
        known = [final.c.known] if first.known else []
        conditions = [*changed(sheet, final), *known, final.c[first.at].is_not(None), or_(*fails)]
        refusal = replace(first.refusal, advice=first.advice or first.refusal.advice)
        header = sheet.header_of(first.at)
        yield FileCheck(sheet, header, refusal, broken(final, final.c[first.at], final.clause, *conditions))


def _broken_there(
    ground: Ground, sheet: Sheet, final: Relation, entity: EntityModel, rule: Rule, seen: Seen
) -> Iterator[Sql]:
    frame = SqlFrame(ground.today_value, ground.parameters.country)
    if seen.link == OWN:
        if _held(sheet).issuperset(rule.columns):
            yield _kept_there((entity, rule, seen), final, {OWN: final}, frame).is_(FALSE)
        return
    row = ground.state(entity.table, *dict.fromkeys((seen.link, *(seen.of or rule.columns), *rule.reads)))
    led: dict[str, Any] = {seen.link: final}
    clause: Sql = row.clause
    for link, columns in rule.reads.items() if seen.holds is None else ():
        if link != seen.link:
            led[link] = ground.state(str(entity.stored[link].target), *columns)
            clause = clause.join(led[link].clause, led[link].c.id == row.c[link])
    to_be = ended_along(ground, entity, row, final) if seen.at == DIED else row
    kept = _kept_there((entity, rule, seen), to_be, led, frame, _lapses(ground, entity, rule, row))
    told = [row.c[seen.link] == final.c.id, kept.is_(FALSE)]
    yield exists(select(ONE).select_from(clause).where(*told))


def _kept_there(
    what: tuple[EntityModel, Rule, Seen],
    row: Any,  # noqa: ANN401 - whatever gives columns
    led: Mapping[str, Any],
    frame: SqlFrame,
    answered: Answered | None = None,
) -> Sql:
    entity, rule, seen = what
    if seen.holds is not None:
        return seen.holds(row, led, frame)
    return is_kept(rule, row, led, frame, nullable=entity.stored[rule.at].nullable, answered=answered)


def _lapses(ground: Ground, entity: EntityModel, rule: Rule, row: Relation) -> Answered | None:
    """Whether an exception says until when a row that leads to one of the file may break a rule, as a plan too."""
    if rule.exception is None or not rule.lapses:
        return None
    part, named = exceptions_of(graph_model(), entity.table, rule.exception)
    noted = ground.state(part.table, str(part.part_of), named.name, rule.lapses)
    mine = [noted.c[str(part.part_of)] == row.c.id, noted.c[named.name] == literal_column(f"'{rule.exception}'")]
    found = select(ONE).select_from(noted.clause).where(*mine, noted.c[rule.lapses].is_not(None))
    return Answered(FALSE, exists(found.correlate_except(noted.clause)))
