"""Children who may be one child, and children who may be brothers and sisters: supposed, and recorded by nobody.

Two records may be of one child where the names agree and the birth dates are close, or not known; where a birth date is
the same to the day and the names begin alike; or where another programme has the same number for somebody so like. Sexes
may not contradict each other. Capitals, accents, hyphens, spaces and the order of two names make no difference.

Each is found by an index, and what is found is compared: a country's children are never gone through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, func, literal_column, or_, select

from graph.declarations.days import PERIODS, last_day
from graph.declarations.fields import in_force
from graph.declarations.suggestions import Pair
from graph.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.suggestions import SuggestionFrame

Sql = Any
"""An SQL expression."""
CLOSE: ColumnElement[Any] = literal_column("31")
"""Days by which two birth dates of one child may lie apart: a month that was mistaken."""
LONGEST: ColumnElement[Any] = literal_column("366")
"""Days of the longest time of which only the first day is on record."""
BEGINS: ColumnElement[Any] = literal_column("3")
"""Letters in which names begin alike."""
UNKNOWN, EXACT = literal_column("'UNKNOWN'"), literal_column("'DAY'")
ONE: ColumnElement[Any] = literal_column("1")


def possible_duplicates(frame: SuggestionFrame) -> Iterator[Pair]:
    """Records that may be of the same child as another one."""
    for near in (_born_about_then, _called_so, _numbered_so):
        one, other = frame.rows("child"), frame.rows("child")
        yield Pair(one, other, (near(frame, one, other), *_alike(frame, one, other)))


def possible_siblings(frame: SuggestionFrame) -> Iterator[Pair]:
    """Brothers and sisters of a child's brothers and sisters, with whom the child has no bond."""
    one, other = frame.rows("child"), frame.rows("child")
    near, far = frame.rows("sibling_bond"), frame.rows("sibling_bond")
    where = (
        near.c.child_id == one.c.id,
        far.c.child_id == near.c.sibling_id,
        other.c.id == far.c.sibling_id,
        other.c.id != one.c.id,
        in_force(near, frame.today),
        in_force(far, frame.today),
        ~_bound(frame, one, other),
    )
    yield Pair(one, other, where, (near, far))


# By which index


def _born_about_then(frame: SuggestionFrame, one: Any, other: Any) -> Sql:  # noqa: ANN401 - whatever gives columns
    last = last_day(one, "birth_date", frame.today)
    return and_(
        other.c.birth_date >= one.c.birth_date - CLOSE - LONGEST,
        other.c.birth_date <= last + CLOSE,
    )


def _called_so(_frame: SuggestionFrame, one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    """Where a birth date is not known, the name as it is written finds others."""
    unknown = or_(one.c.birth_date.is_(None), other.c.birth_date.is_(None))
    return and_(other.c.given_name == one.c.given_name, unknown)


def _numbered_so(_frame: SuggestionFrame, one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    return other.c.case_number_key == one.c.case_number_key


# What agrees


def _alike(frame: SuggestionFrame, one: Any, other: Any) -> Iterator[Sql]:  # noqa: ANN401 - as above
    yield other.c.id != one.c.id
    yield or_(other.c.sex == one.c.sex, other.c.sex == UNKNOWN, one.c.sex == UNKNOWN)
    close = _close(frame, one, other)
    yield close
    to_the_day = and_(
        one.c.birth_date == other.c.birth_date,
        one.c.birth_date_precision == EXACT,
        other.c.birth_date_precision == EXACT,
    )
    keys = [(name_key(row.c.given_name), name_key(row.c.family_name)) for row in (one, other)]
    begins = func.left(keys[0][0], BEGINS) == func.left(keys[1][0], BEGINS)
    numbered = other.c.case_number_key == one.c.case_number_key
    yield or_(_same_names(*keys), and_(or_(to_the_day, numbered), begins))
    # Twins are born on one day too.
    yield ~_bound(frame, one, other)


def _close(frame: SuggestionFrame, one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    """Birth dates may be one, by a month that was mistaken; or one of them is not known."""
    lasts = [last_day(row, "birth_date", frame.today) for row in (one, other)]
    meet = and_(one.c.birth_date - CLOSE <= lasts[1], other.c.birth_date - CLOSE <= lasts[0])
    return or_(one.c.birth_date.is_(None), other.c.birth_date.is_(None), meet)


def _same_names(one: tuple[Sql, Sql], other: tuple[Sql, Sql]) -> Sql:
    """Given and family names agree, whichever is taken for which; a family name may not be known."""
    straight = and_(one[0] == other[0], or_(one[1].is_(None), other[1].is_(None), one[1] == other[1]))
    return or_(straight, and_(one[0] == other[1], one[1] == other[0]))


def _bound(frame: SuggestionFrame, one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    """Whether a bond of the two is in force."""
    bond = frame.rows("sibling_bond")
    mine = (bond.c.child_id == one.c.id, bond.c.sibling_id == other.c.id, in_force(bond, frame.today), *bond.within)
    return exists(select(ONE).select_from(bond.clause).where(*mine).correlate(one.clause, other.clause))
