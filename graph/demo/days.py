"""The days of a synthetic country against what the columns declare (`graph/declarations/days.py`).

COPY as the operator passes every check of a mutation by: what was made up is looked at as a whole, before it is
committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, and_, bindparam, case, exists, func, literal_column, or_, select, table
from sqlalchemy.dialects.postgresql import array

from graph.declarations.day_bounds import span_of
from graph.declarations.days import FIRST_DAY, NEVER, OWN, When, has_ended, is_alive, is_born, is_inside
from graph.plan.sql.compiled import with_values
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import ColumnElement

    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel, GraphModel

ONE: ColumnElement[Any] = literal_column("1")
COUNTRY = bindparam("country", type_=Text())
TODAY = bindparam("today", type_=Date())
WITHOUT_END: ColumnElement[Any] = literal_column(f"'{NEVER.isoformat()}'::date")


def untimely(model: GraphModel, country: str, today: date) -> tuple[str, list[object]]:
    """The statement that looks for days which are not what their columns say, and its values.

    Args:
        model: all entities.
        country: whose rows.
        today: today's date there.

    Returns:
        Text with `$n`; its one value is an array of the columns with such a day, as `placement.started_on`.
    """
    found: list[Any] = []
    for entity in model.by_type.values():
        for column in entity.stored.values() if entity.is_tenant else ():
            if column.day is not None:
                wrong = or_(*_wrong(model, entity, column, today))
                found.append(case((wrong, literal_column(f"'{entity.table}.{column.name}'"))))
    statement = select(func.array_remove(array[Any](found), literal_column("null")))
    return with_values(statement, country=country, today=today)


def _wrong(model: GraphModel, entity: EntityModel, column: Column, today: date) -> Iterator[Any]:
    """Whether there is a row whose day breaks one of the rules of its column."""
    rule = column.day
    if rule is None:
        return
    row = Relation(table(entity.table).alias("row"))
    day = row.c[column.name]
    own = row.c.country_code == COUNTRY
    late = day > rule.latest(today)
    # What is worked out lies where the days lie that it is worked out from.
    lates = [] if rule.when is When.MADE else [and_(late, day != WITHOUT_END) if rule.endless else late]
    breaks = [day < FIRST_DAY, *lates]
    if rule.after is not None:
        breaks.append(day < row.c[rule.after] if rule.same_day else day <= row.c[rule.after])
    yield exists(select(ONE).select_from(row.clause).where(own, or_(*breaks)))
    for link in dict.fromkeys((*rule.born, *rule.lives)):
        child = row if (link,) == OWN else Relation(table("child").alias("child_of_row"))
        clause: Any = row.clause
        if child is not row:
            same = and_(child.c.country_code == row.c.country_code, child.c.id == row.c[link])
            clause = clause.join(child.clause, same)
        lived = is_alive(child, day, TODAY) if rule.after is None else has_ended(child, day, TODAY)
        holds = [*([is_born(child, day)] if link in rule.born else []), *([lived] if link in rule.lives else [])]
        yield exists(
            select(ONE).select_from(clause).where(own, or_(*(each.is_(literal_column("false")) for each in holds)))
        )
    for link in rule.inside:
        target = entity.stored[link].target
        other = Relation(table(str(target)).alias("row_around"))
        same = and_(other.c.country_code == row.c.country_code, other.c.id == row.c[link])
        inside = is_inside(other, span_of(model.by_table[str(target)]), day, ends=rule.after is not None)
        yield exists(
            select(ONE).select_from(row.clause.join(other.clause, same)).where(own, inside.is_(literal_column("false")))
        )
