"""Children who may be one child, and children who may be brothers and sisters: supposed, and recorded by nobody.

Two records may be of one child where the names agree and the birth dates are close, or not known; where a birth date is
the same to the day and the names begin alike; or where another programme has the same number for somebody so like.
Sexes may not contradict each other. Capitals, accents, hyphens, spaces and the order of two names make no difference.

Each is found by an index, and what is found is compared: a country's children are never gone through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, func, literal_column, or_, select

from graph.declarations.days import last_day
from graph.declarations.fields import in_force
from graph.declarations.suggestions import AlikeRows, Suggestion
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
UNKNOWN: ColumnElement[Any] = literal_column("'UNKNOWN'")
EXACT: ColumnElement[Any] = literal_column("'DAY'")
ONE: ColumnElement[Any] = literal_column("1")
TRUE: ColumnElement[Any] = literal_column("true")
FALSE: ColumnElement[Any] = literal_column("false")


def possible_duplicates(frame: SuggestionFrame) -> Iterator[AlikeRows]:
    """Records that may be of the same child as another one."""
    one = frame.asked("child", lambda row: _asked(frame, row))
    for near in (_born_about_then, _called_so, _numbered_so):
        other = frame.rows("child")
        last = last_day(other, "birth_date", frame.today)
        keys = {"given_key": name_key(other.c.given_name), "family_key": name_key(other.c.family_name)}
        agrees = {
            "close": and_(other.c.birth_date <= one.c.last + CLOSE, one.c.birth_date <= last + CLOSE),
            "to_the_day": and_(
                one.c.birth_date == other.c.birth_date,
                one.c.birth_date_precision == EXACT,
                other.c.birth_date_precision == EXACT,
            ),
            "numbered": other.c.case_number_key == one.c.case_number_key,
        }
        mine = {f"one_{name}": one.c[name] for name in keys}
        where = (
            near(one, other),
            other.c.id != one.c.id,
            or_(other.c.sex == one.c.sex, other.c.sex == UNKNOWN, one.c.sex == UNKNOWN),
            # Twins are born on one day too.
            ~_bound(frame, one, other),
        )
        yield AlikeRows(one, other, where, works_out={**keys, **mine, **agrees}, holds=_alike)


def possible_siblings(frame: SuggestionFrame) -> Iterator[AlikeRows]:
    """Brothers and sisters of a child's brothers and sisters, with whom the child has no bond."""
    one, other = frame.asked("child", lambda row: {"given_name": row.c.given_name}), frame.rows("child")
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
    yield AlikeRows(one, other, where, (near, far))


def _asked(frame: SuggestionFrame, row: Any) -> dict[str, Sql]:  # noqa: ANN401 - whatever gives columns
    """What others are looked up by, and compared with."""
    last = last_day(row, "birth_date", frame.today)
    kept = ("given_name", "sex", "birth_date", "birth_date_precision", "case_number_key")
    return {
        **{name: row.c[name] for name in kept},
        "given_key": name_key(row.c.given_name),
        "family_key": name_key(row.c.family_name),
        "last": last,
        "from_day": row.c.birth_date - CLOSE - LONGEST,
        "to_day": last + CLOSE,
    }


# By which index


def _born_about_then(one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    return and_(other.c.birth_date >= one.c.from_day, other.c.birth_date <= one.c.to_day)


def _called_so(one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    """Where a birth date is not known, the name as it is written finds others."""
    unknown = or_(one.c.birth_date.is_(None), other.c.birth_date.is_(None))
    return and_(other.c.given_name == one.c.given_name, unknown)


def _numbered_so(one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    return other.c.case_number_key == one.c.case_number_key


# What agrees


def _alike(row: Any) -> Sql:  # noqa: ANN401 - as above
    """Birth dates are close, or not known; and names agree, or begin alike where something else agrees exactly."""
    begins = func.left(row.given_key, BEGINS) == func.left(row.one_given_key, BEGINS)
    exactly = func.coalesce(or_(row.to_the_day, row.numbered), FALSE)
    return and_(func.coalesce(row.close, TRUE), or_(_same_names(row), and_(exactly, begins)))


def _same_names(row: Any) -> Sql:  # noqa: ANN401 - as above
    """Given and family names agree, whichever is taken for which; a family name may not be known."""
    family = or_(row.family_key.is_(None), row.one_family_key.is_(None), row.family_key == row.one_family_key)
    straight = and_(row.given_key == row.one_given_key, family)
    return or_(straight, and_(row.given_key == row.one_family_key, row.family_key == row.one_given_key))


def _bound(frame: SuggestionFrame, one: Any, other: Any) -> Sql:  # noqa: ANN401 - as above
    """Whether a bond of the two is in force."""
    bond = frame.rows("sibling_bond")
    mine = (bond.c.child_id == one.c.id, bond.c.sibling_id == other.c.id, in_force(bond, frame.today), *bond.within)
    return exists(select(ONE).select_from(bond.clause).where(*mine).correlate(one.clause, other.clause))


SUGGESTIONS = (
    Suggestion(
        "possibleDuplicates",
        "Records that may be of the same child as this one: names and birth dates that agree, or nearly. Nothing"
        " follows from it; `voidChild` with `sameAsId` makes two records one.",
        possible_duplicates,
    ),
    Suggestion(
        "possibleSiblings",
        "Brothers and sisters of the child's brothers and sisters, with whom no bond is on record. None is assumed;"
        " `recordSiblingBond` records one.",
        possible_siblings,
    ),
)
"""What the records of children let one suppose."""
