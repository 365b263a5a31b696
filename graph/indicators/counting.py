"""From a measure to the select that counts it, split by split.

Joins follow from what is asked: a count without a split by sex or age reads no child.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, and_, cast, distinct, func, literal_column, select, tuple_

from graph.indicators.model import ONE, Counts
from graph.indicators.splits import Dimension, age_group, sex_category

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, FromClause, Select, Subquery

    from graph.indicators.model import Facts, Measure, PeriodFrame
    from graph.indicators.splits import Splits

NOTHING: ColumnElement[Any] = literal_column("0")
OF_CHILD = frozenset({Dimension.SEX, Dimension.AGE_GROUP})


def counted(
    measure: Measure, frame: PeriodFrame, sets: Sequence[Splits], narrowed: Mapping[Dimension, str] | None = None
) -> Select[Any]:
    """Count a measure, once for each set of dimensions.

    Args:
        measure: what is counted.
        frame: the days and the rows.
        sets: the sets of dimensions, each a way to split all facts.
        narrowed: categories that the facts are narrowed to.

    Returns:
        A select of `country_code`, a column for each dimension of any set (null where a row's set lacks it), `amount`
        (the measure, a bigint) and `children` (how many children are behind it; zero where it is about homes).
        Categories without a fact have no row.
    """
    facts = measure.facts(frame)
    fixed = narrowed or {}
    used = frozenset(each for one in sets for each in one)
    source, columns = _with_dimensions(frame, facts, used | frozenset(fixed))
    listed = [each for each in Dimension if each in used]
    statement = (
        select(
            facts.country.label("country_code"),
            *(columns[each].label(each.column) for each in listed),
            _amount(facts).label("amount"),
            _children(measure, facts).label("children"),
        )
        .select_from(source)
        .where(*facts.where, *narrowing(columns, fixed))
    )
    groups = [[facts.country, *(columns[each] for each in one)] for one in sets]
    if len(groups) == 1:
        return statement.group_by(*groups[0])
    return statement.group_by(func.grouping_sets(*(tuple_(*group) for group in groups)))


def _amount(facts: Facts) -> ColumnElement[Any]:
    return func.count() if facts.amount is ONE else cast(func.coalesce(func.sum(facts.amount), NOTHING), BigInteger)


def _children(measure: Measure, facts: Facts) -> ColumnElement[Any]:
    if facts.child is None:
        return literal_column("0")
    # Facts of the other kinds are one a child; to look for doubles would sort them all.
    return func.count(distinct(facts.child)) if measure.counts is Counts.EVENTS else func.count()


def narrowing(
    columns: Mapping[Dimension, ColumnElement[Any]], fixed: Mapping[Dimension, str]
) -> Iterator[ColumnElement[bool]]:
    """That the columns of dimensions hold the categories that facts are narrowed to."""
    for dimension, category in fixed.items():
        yield columns[dimension] == literal_column(f"'{category}'")


def _with_dimensions(
    frame: PeriodFrame, facts: Facts, used: frozenset[Dimension]
) -> tuple[FromClause, dict[Dimension, ColumnElement[Any]]]:
    """The facts beside the rows that hold their dimensions, and the column of each dimension."""
    source = facts.source
    columns: dict[Dimension, ColumnElement[Any]] = {}
    for dimension, column in ((Dimension.SETTING, facts.setting), (Dimension.CARE_FORM, facts.form)):
        if dimension in used:
            columns[dimension] = _known(column)
    if used & OF_CHILD:
        child = frame.rows("child", "id", "sex", "birth_date")
        source = source.join(child, _same(frame, facts, child, facts.child))
        columns[Dimension.SEX] = sex_category(child.c.sex)
        if facts.on is not None:
            columns[Dimension.AGE_GROUP] = age_group(child.c.birth_date, facts.on)
    if Dimension.PROGRAMME_KIND in used:
        programme = frame.rows("programme", "id", "kind")
        source = source.join(programme, _same(frame, facts, programme, facts.programme))
        columns[Dimension.PROGRAMME_KIND] = programme.c.kind
    return source, columns


def _same(frame: PeriodFrame, facts: Facts, row: Subquery, key: ColumnElement[Any] | None) -> ColumnElement[bool]:
    return and_(frame.same_country(row.c.country_code, facts.country), row.c.id == _known(key))


def _known(column: ColumnElement[Any] | None) -> ColumnElement[Any]:
    if column is None:
        message = "these facts have no such dimension"
        raise ValueError(message)
    return column
