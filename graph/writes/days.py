"""Days that lie in a life: what columns declare (`graph/entities/days.py`), as the checks of a mutation's statement.

The bounds of a day by itself are checked where the input is read, without a look-up (`inputs.py`). The sentences are
said here, for statements and for files.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, literal_column, or_, select

from countries.caller import Tier
from graph.entities.days import OWN, born_days, has_ended, is_alive, is_born, is_inside, last_day, span_of
from graph.entities.declared import camel
from graph.reasons import Reason
from graph.refusals import Named, Refusal, conflict
from graph.writes.draft import NULL, ONE, TRUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.entities.model import Column, EntityModel
    from graph.plan.source import Source
    from graph.writes.draft import Sql
    from graph.writes.writing import Writing

EARLIER_ADMISSION = "admission_is_earlier"
MOVES = "moveToProgramme"
"""The operation after which another programme is responsible for a child, as its history tells it."""

NOT_BORN = conflict(
    Reason.BORN_LATER, "The child was not born yet on the first day.", "Check the day, or the birth date.", "startedOn"
)
DEAD = conflict(
    Reason.DIED_BEFORE,
    "The child had died by then.",
    "Check the day; a death that was recorded wrongly is corrected, or taken back, first.",
    "startedOn",
)
GOES_ON = conflict(
    Reason.GOES_ON_AFTER_DEATH,
    "It would go on after the child's death.",
    "Give the days as they were; a death that was recorded wrongly is corrected, or taken back, first.",
    "endedOn",
)
EARLIER = conflict(
    Reason.ON_RECORD_EARLIER,
    "The child has lived in a home before that day, or is on record otherwise.",
    "Check the day, or the days of what is on record before it.",
    "birthDate",
)
NOT_ENROLLED = conflict(
    Reason.ENROLLED_LATER,
    "The child's programme has become responsible later than that.",
    "Check the day; your national office can record it, and the programme is responsible from then on.",
    "startedOn",
)
ENROLLED_LATE = conflict(
    Reason.ON_RECORD_EARLIER,
    "The child has lived in a home before that day, and no other programme was responsible then.",
    "Check the day, or the days of the placements.",
    "enrolledOn",
)


def check_lives(
    writing: Writing,
    table: str,
    cells: Mapping[str, Sql],
    children: Mapping[str, Any],
    paths: Mapping[str, str] | None = None,
    *,
    many: bool = False,
) -> None:
    """A row's days lie in the lives of the children whose row it is.

    Args:
        writing: the statement.
        table: the row's.
        cells: its days as they are to be, by column; `NULL` where a new row goes on.
        children: the children as read, by the link that leads to them, with what `LIFE` names; a link that leads to
            nobody is left out.
        paths: the input that gives a column, where it is not the column's own name.
        many: whether several children are read, each of whom is meant.
    """
    columns = [each for each in writing.model.by_table[table].stored.values() if each.name in cells]
    rules = [(column, column.day) for column in columns if column.day is not None]
    going_on = {rule.after for column, rule in rules if cells[column.name] is NULL}
    for column, rule in rules:
        value, path = cells[column.name], (paths or {}).get(column.name, camel(column.name))
        for link, child in children.items():
            name = f"{column.name}_in_the_life_of_{link}"
            if link in rule.born:
                born = is_born(child, value)
                refusal = replace(NOT_BORN, path=("input", path))
                writing.check(f"{name}_begun", _each(child, _given(column, value, born), many=many), refusal)
            # What goes on is refused whenever it began.
            if link in rule.lives and column.name not in going_on:
                ended = rule.after is not None
                lived = (has_ended if ended else is_alive)(child, value, writing.today)
                refusal = replace(GOES_ON if ended else DEAD, path=("input", path))
                writing.check(name, _each(child, lived, many=many), refusal)


def outside(entity: EntityModel, path: str) -> Refusal:
    """That a day is none of another row's own.

    Args:
        entity: the other row's.
        path: the input that gives the day.
    """
    return conflict(
        Reason.OUTSIDE_ITS_DAYS,
        "The day lies before the first day of the {type}, or after its last.",
        "Check the day, or the days of the {type}.",
        path,
        type=Named(entity.type_name),
    )


def check_inside(writing: Writing, table: str, cells: Mapping[str, Sql], rows: Mapping[str, Any]) -> None:
    """A row's days lie within the own days of the rows that it leads to.

    Args:
        writing: the statement.
        table: the row's.
        cells: its days as they are to be, by column.
        rows: the rows as read, by the link that leads to them, with their span; one that is not there refuses nothing.
    """
    columns = writing.model.by_table[table].stored
    for name, value in cells.items():
        rule = columns[name].day
        for link, row in rows.items():
            if rule is not None and link in rule.inside:
                target = writing.model.by_table[str(columns[link].target)]
                holds = _given(
                    columns[name], value, is_inside(row, span_of(target), value, ends=rule.after is not None)
                )
                path = camel(name)
                writing.check(f"{name}_inside_{link}", row.c.id.is_(None) | holds, outside(target, path))


def _given(column: Column, value: Sql, condition: Sql) -> Sql:
    """A day that is not there is never wrong."""
    return or_(value.is_(None), condition) if column.nullable else condition


def _each(child: Any, condition: Sql, *, many: bool) -> Sql:  # noqa: ANN401 - whatever holds a child's columns
    """A condition on the child, or on every child that was read."""
    if not many:
        return condition
    return ~exists(select(ONE).select_from(child.clause).where(condition.is_not(TRUE)))


def check_nothing_earlier(writing: Writing, own: Source, born: Sql, path: str = "birthDate") -> None:
    """Nothing of a child is on record before its birth.

    Args:
        writing: the statement.
        own: the child as read, with `OF_OWN_LIFE`.
        born: the birth date as it is to be; empty where it is not known.
        path: the input that gives it.
    """
    mine = select(own.c.id).scalar_subquery()
    later: list[Sql] = []
    for entity, column, link in born_days(writing.model):
        if (link,) == OWN:
            name = column.name
            day = last_day(own, name, writing.today) if f"{name}_precision" in entity.stored else own.c[name]
            later.append(or_(own.c[name].is_(None), born <= day))
        else:
            rows = writing.rows(entity.table)
            earlier = [*writing.within(entity.table, rows), rows.c[link] == mine, rows.c[column.name] < born]
            later.append(~exists(select(ONE).select_from(rows.clause).where(*earlier)))
    writing.check("nothing_before_birth", or_(born.is_(None), and_(*later)), replace(EARLIER, path=("input", path)))


OF_OWN_LIFE = ("enrolled_on", "died_on", "died_on_precision")
"""The columns of a child that lie in its own life, as `check_nothing_earlier` reads them."""


# The day from which a programme has been responsible for a child


def enrolled_later(
    writing: Writing,
    child: Any,  # noqa: ANN401 - as above
    start: Sql,
    own: Source | None = None,
    *,
    many: bool = False,
) -> Sql | None:
    """Whether a stay is a child's first, and its programme has been responsible since a later day.

    Another programme was responsible before where the child was moved, or where a stay on record began earlier. A
    caseworker is refused: the office alone changes since when a programme is responsible.

    Args:
        writing: the statement.
        child: the child as read, with `id` and `enrolled_on`.
        start: the stay's first day.
        own: the stay as it was, where it is one that changes: with `id` and `started_on`.
        many: whether several children are read.

    Returns:
        A condition; nothing where the day is as usual, on or after the enrolment.
    """
    early = start < child.c.enrolled_on
    if own is not None:
        early &= own.c.started_on >= child.c.enrolled_on
    if not writing.seldom(EARLIER_ADMISSION, ~_each(child, ~early, many=many)):
        return None
    placement, entry = writing.rows("placement"), writing.rows("history_sensitive")
    before = [
        *writing.within("placement", placement),
        placement.c.child_id == child.c.id,
        # A new stay is refused where one begins later: any on record is one from before.
        *([placement.c.started_on < child.c.enrolled_on] if own is not None else []),
    ]
    moved = [
        *writing.within("history_sensitive", entry),
        entry.c.row_id == child.c.id,
        entry.c.operation == literal_column(f"'{MOVES}'"),
    ]
    first: Sql = and_(
        early,
        ~exists(select(ONE).select_from(placement.clause).where(*before)),
        ~exists(select(ONE).select_from(entry.clause).where(*moved)),
    )
    if writing.parameters.tier is Tier.CASEWORKER:
        writing.check("child_is_enrolled", _each(child, ~first, many=many), NOT_ENROLLED)
    return first


def enrol_along(writing: Writing, child: Any, start: Sql, first: Sql | None) -> None:  # noqa: ANN401 - as above
    """An admission is said once: the day from which the programme is responsible is that of the first stay."""
    if first is not None and writing.parameters.tier is not Tier.CASEWORKER:
        enrolled = writing.target("child")
        writing.update("child", {"enrolled_on": start}, where=[enrolled.c.id == child.c.id, first], must=False)
