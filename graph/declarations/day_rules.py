"""The rules of days: what follows from what a column says its day may be (`days.py`), with the sentences.

The bounds of a day by itself, and that an end does not come before its first day, are no rules between rows: they are
looked at where a value is read, and by the table's own constraint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import and_, func, literal_column, or_

from graph.declarations.day_bounds import end_of, span_of
from graph.declarations.days import BIRTH, DEATH, DIED, OWN, has_ended, is_alive, is_born, is_inside, last_day
from graph.declarations.rules import EMPTY, Rule, Seen, Sql
from graph.reasons import Reason
from graph.refusals import Named, Refusal, conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graph.declarations.days import Days
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.declarations.rules import RuleFrame

Spares: TypeAlias = "Callable[[Any], Sql] | None"
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
END_IT = "End it on that day, in the file or before; or use recordDeath."
ONE_DAY: Sql = literal_column("1")


def outside(entity: EntityModel) -> Refusal:
    """That a day is none of another row's own."""
    return conflict(
        Reason.OUTSIDE_ITS_DAYS,
        "The day lies before the first day of the {type}, or after its last.",
        "Check the day, or the days of the {type}.",
        type=Named(entity.type_name),
    )


def outlives(entity: EntityModel) -> Refusal:
    """What a file is told of a child that dies, where a row of the child's goes on after that."""
    return conflict(
        Reason.GOES_ON_AFTER_DEATH,
        "The child has a {type} that goes on after that day.",
        "Let the {type} end by then, or check the day.",
        DIED,
        type=Named(entity.type_name),
    )


def day_rules(
    entity: EntityModel, by_table: Mapping[str, EntityModel], outlived: Refusal | None, *, cut: bool
) -> Iterator[Rule]:
    """The rules that an entity's days bring.

    Args:
        entity: whose days.
        by_table: all entities.
        outlived: what the entity itself says where a row goes on after its child's death.
        cut: whether a death leaves a row that was to begin later its first day.
    """
    spares = _cut(entity) if cut else None
    for column in entity.stored.values():
        if column.day is None:
            continue
        for link in column.day.born:
            yield _born(entity, column, link, spares)
        for link in column.day.lives:
            if column.day.after is None:
                yield _lives(column, link, spares)
            else:
                yield _ends(column, column.day.after, link, outlived or outlives(entity), spares)
        for link in column.day.inside:
            yield _inside(entity, column, column.day, link, by_table)


def _born(entity: EntityModel, column: Column, link: str, spares: Spares) -> Rule:
    name = column.name
    own = (link,) == OWN

    def holds(row: Any, led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - whatever gives columns
        """Of a day of which not all is known its last one counts, where it is the child's own."""
        last = f"{name}_precision" in entity.stored
        return is_born(led[link], last_day(row, name, frame.today) if own and last else row.c[name])

    return Rule(
        f"{name}_in_the_life_of_{link}_begun",
        name,
        NOT_BORN,
        of=(name, *([f"{name}_precision"] if own and f"{name}_precision" in entity.stored else [])),
        reads={link: BIRTH},
        holds=holds,
        back=(Seen(link, "birth_date", "nothing_before_birth", EARLIER, known=True),),
        # Of a child on record it is told under the birth date.
        first=own,
        whole=own,
        spares=spares,
    )


def _lives(column: Column, link: str, spares: Spares) -> Rule:
    name = column.name
    return Rule(
        f"{name}_in_the_life_of_{link}",
        name,
        DEAD,
        reads={link: DEATH},
        holds=lambda row, led, frame: is_alive(led[link], row.c[name], frame.today),
        spares=spares,
    )


def _ends(column: Column, after: str, link: str, refusal: Refusal, spares: Spares) -> Rule:
    name = column.name

    def ended(row: Any, led: Mapping[str, Any], frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
        over = has_ended(led[link], row.c[name], frame.today)
        if column.day is not None and column.day.same_day:
            # What holds no night may end on the day after the death, and began too late then.
            over = and_(over, func.coalesce(is_alive(led[link], row.c[after], frame.today), literal_column("true")))
        return over if spares is None else or_(over, spares(row))

    seen = f"outlived_{refusal.reason.lower()}"
    return Rule(
        f"{name}_in_the_life_of_{link}",
        name,
        GOES_ON,
        reads={link: DEATH},
        holds=lambda row, led, frame: has_ended(led[link], row.c[name], frame.today),
        empty=True,
        # What began too late is told under its first day.
        behind=f"{after}_in_the_life_of_{link}",
        back=(Seen(link, DIED, seen, refusal, ended, (after, name), advice=END_IT, in_files=True),),
    )


def _cut(entity: EntityModel) -> Spares:
    """That a row keeps its first day alone, as one does that was to begin when its child died; or no night at all."""
    begin, end = span_of(entity)
    return lambda row: row.c[end].is_not(None) & (row.c[end] <= row.c[begin] + ONE_DAY)


def began_later(entity: EntityModel) -> Refusal:
    """That a row which ends with another one has begun, and would lie behind the other's end."""
    return conflict(
        Reason.BEGINS_LATER,
        "A {type} on record begins on that day, or later.",
        "Correct or void the {type} first, or check the day.",
        type=Named(entity.type_name),
    )


def _inside(entity: EntityModel, column: Column, day: Days, link: str, by_table: Mapping[str, EntityModel]) -> Rule:
    name = column.name
    target = by_table[str(entity.stored[link].target)]
    span, end = span_of(target), end_of(entity, name)
    if link == entity.ends_with:
        return _with(entity, column, day, link, target)

    def holds(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
        until = row.c[end] if end else None
        return is_inside(led[link], span, row.c[name], ends=day.after is not None, until=until)

    return Rule(
        f"{name}_inside_{link}",
        name,
        outside(target),
        of=(name, end) if end else (),
        reads={link: span},
        holds=holds,
        # What began outside is told under its first day.
        behind=f"{day.after}_inside_{link}" if day.after is not None else "",
        empty=day.closed,
        # Those days may have changed since the row was on record elsewhere.
        restored=False,
    )


def _with(entity: EntityModel, column: Column, day: Days, link: str, target: EntityModel) -> Rule:
    """As `_inside`, of a row that ends with the one that it lies in: it does not go on where that one has an end."""
    name, span, ends, end = column.name, span_of(target), day.after is not None, end_of(entity, column.name)

    def holds(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
        if ends and row.c[name] is EMPTY:
            return led[link].c[span[1]].is_(None)
        inside = is_inside(led[link], span, row.c[name], ends=ends, until=row.c[end] if end else None)
        return or_(led[link].c[span[1]].is_(None), inside) if ends else inside

    def begins_before(row: Any, led: Mapping[str, Any], _frame: RuleFrame) -> Sql:  # noqa: ANN401 - as above
        until = led[link].c[span[1]]
        before: Sql = row.c[name] < until
        if not end:
            return before
        return or_(before, and_(row.c[end].is_not(None), row.c[name] == until, row.c[end] == until))

    # A mutation that ends the other row ends this one along (`graph/writes/ending_along.py`), and so does a file.
    behind_it = Seen(
        link, span[1], f"{entity.table}_begins_before", began_later(entity), begins_before,
        (name, end) if end else (name,), known=True,
        in_files=True,
    )  # fmt: skip
    return Rule(
        f"{name}_inside_{link}",
        name,
        outside(target),
        of=(name, end) if end else (),
        reads={link: span},
        holds=holds,
        empty=ends,
        back=() if ends else (behind_it,),
        restored=False,
    )
