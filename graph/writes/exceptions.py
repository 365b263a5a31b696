"""What stays on record where somebody answers for a fact that breaks a rule: a row of its own, a part of the row.

    written_1 AS (INSERT INTO placement … RETURNING …),
    written_2 AS (INSERT INTO placement_exception (placement_id, rule, dated, reason, …) SELECT … FROM written_1 …
                  WHERE the rule is not kept)

A rule says that it knows exceptions (`Rule.exception`), and which; that there is room in a home is no rule of one row,
and says by itself what it has found (`Broken`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column, or_

from graph.plan.sql.relation import Relation
from graph.writes.deciding import facts
from graph.writes.draft import snake
from graph.writes.keeping import EXCEPTION, is_let_pass
from graph.writes.mutation import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from enum import StrEnum

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel
    from graph.writes.draft import Sql, Written
    from graph.writes.keeping import Proposed
    from graph.writes.writing import Writing


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a row breaks.

    Attributes:
        rule: which of those that know exceptions.
        dated: the first day on which it does.
        where: which of the written rows do.
        sources: what both are read from.
        whose: where each source's row is about one of the written ones, the columns by which that is told.
    """

    rule: StrEnum
    dated: Sql
    where: Sequence[Sql]
    sources: tuple[Relation, ...]
    whose: Mapping[str, Sql] = field(default_factory=dict)


def exceptions_of(model: GraphModel, table: str, rule: StrEnum) -> tuple[EntityModel, Column]:
    """The part of a row that keeps the exceptions to a rule, and its column that names the rule.

    Raises:
        ValueError: there is none.
    """
    for part in model.by_table.values():
        link = part.stored.get(part.part_of or "")
        named = [each for each in part.stored.values() if each.enumeration is type(rule)]
        if link is not None and link.target == table and named:
            return part, named[0]
    message = f"nothing keeps on record that {table} breaks {rule!r}"
    raise ValueError(message)


def note_exceptions(
    writing: Writing,
    written: Written,
    row: Proposed | None,
    *broken: Broken,
    key: Sql | None = None,
    given: Mapping[str, Sql] | None = None,
    whole: str | None = None,
) -> None:
    """Keep on record which rules the written rows break, and who answers for it; nothing where nobody does.

    Args:
        writing: the statement.
        written: the rows.
        row: the same as their rules were asked of them; none where no rule was.
        broken: what else they break.
        key: of several, the identity of the one that a rule is asked of.
        given: columns that what was written does not tell.
        whole: the table of the row that the exceptions are a part of, where what was written leads to it.
    """
    if not writing.has(EXCEPTION):
        return
    rows = Relation(written.cte)
    for each in (*broken, *_of_rules(writing, written.entity, row, rows, key)):
        part, named = exceptions_of(writing.model, whole or written.entity.table, each.rule)
        said = {named.name: literal_column(f"'{each.rule}'"), **(given or {})}
        said |= {day.name: each.dated for day in part.stored.values() if day.day is not None and day.day.after is None}
        cells = {"id": func.uuidv7(), **dict(_cells(writing, part, written, said))}
        where = [*each.where, *(rows.c[f"n_{name}"] == value for name, value in each.whose.items())]
        writing.insert(part.table, cells, rows, *each.sources, where=where, must=False)


def _of_rules(
    writing: Writing, entity: EntityModel, row: Proposed | None, rows: Relation, key: Sql | None
) -> Iterator[Broken]:
    found: dict[StrEnum, list[tuple[str, Sql]]] = {}
    for rule, broken in is_let_pass(writing, entity, row) if row is not None else ():
        if rule.exception is not None:
            found.setdefault(rule.exception, []).append((rule.plans, broken))
    for exception, rules in found.items():
        if row is None:
            continue
        mine = [] if key is None else [rows.c.n_id == key]
        sources = (Relation(facts(writing.draft)), *([row.many] if row.many is not None else []))
        yield Broken(exception, row.cells[rules[0][0]], [*mine, or_(*(broken for _, broken in rules))], sources)


def _cells(
    writing: Writing, part: EntityModel, written: Written, given: Mapping[str, Sql]
) -> Iterator[tuple[str, Sql]]:
    """What the exception has of the row that it is a part of, and of the input."""
    rows = written.cte
    said = {
        snake(each.name): f"{taken.name}.{each.name}"
        for taken in writing.action.takes
        if isinstance(taken, Group) and taken.name == EXCEPTION
        for each in taken.takes
    }
    for name, column in part.stored.items():
        if name in given:
            yield name, given[name]
        elif name == part.part_of:
            yield name, rows.c.n_id if written.entity.table == column.target else rows.c[f"n_{name}"]
        elif name in said:
            yield name, writing.value(said[name])
        elif name != "id" and (column.written.creates or column.copy_of) and f"n_{name}" in rows.c:
            yield name, rows.c[f"n_{name}"]
