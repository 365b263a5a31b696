"""Clearance: until when a caregiver may care for children, by the newest check of every kind that the country asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, case, cast, column, func, literal_column, or_, select, true

from graph.declarations.days import NEVER

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.declarations.frame import Rows, Sql
    from graph.declarations.reckoned import ReckoningFrame

READS = ("kind", "decided_on", "valid_until", "outcome")
"""The columns of a check that tell of a clearance."""
USES = ("kind", "programme_id")
"""The columns of a caregiver that say which checks are asked."""
CLEARS: tuple[ColumnElement[Any], ...] = tuple(literal_column(f"'{outcome}'") for outcome in ("PASSED", "CONDITIONS"))
NOT_ASKED = literal_column("'NOT_APPLICABLE'", Text())
FOR_EVER = cast(literal_column(f"'{NEVER.isoformat()}'"), Date)
WHOLE_COUNTRY = literal_column("''", Text())
SPACE = literal_column("' '", Text())
ZERO: ColumnElement[Any] = literal_column("0")


def asked_of(frame: ReckoningFrame, caregiver: Rows, day: Sql, rule: str = "checks_required.") -> Any:  # noqa: ANN401 - an expression
    """What a rule of each kind asks of a caregiver on a day, where its programme stands.

    The checks that are asked are kinds with a space between.
    """
    said, programme = frame.rows("policy"), frame.rows("programme")
    stands = [*frame.within("programme", programme), programme.c.id == caregiver.c.programme_id]
    part: Any = select(programme.c.jurisdiction).select_from(programme.clause).where(*stands)
    part = func.coalesce(part.correlate_except(programme.clause).scalar_subquery(), WHOLE_COUNTRY)
    return (
        select(said.c.value)
        .select_from(said.clause)
        .where(
            said.c.code == frame.country,
            said.c.key == literal_column(f"'{rule}'", Text()).op("||")(caregiver.c.kind),
            said.c.jurisdiction == part,
            said.c.from_day <= day,
            or_(said.c.until_day.is_(None), said.c.until_day > day),
        )
        .correlate_except(said.clause)
        .scalar_subquery()
    )


def cleared_until(frame: ReckoningFrame, caregiver: Rows, checks: Any) -> Sql:  # noqa: ANN401 - a FROM
    """The least of the days until which the newest check of each kind clears; empty where one of them does not.

    What never ends says so; of what nobody knows how long it holds nobody is cleared.
    """
    asked = asked_of(frame, caregiver, frame.today)
    kinds = func.unnest(func.string_to_array(asked, SPACE)).table_valued(column("kind", Text())).render_derived("asked")
    until = case((checks.c.outcome.in_(CLEARS), checks.c.valid_until))
    newest = (
        select(until.label("until"))
        .select_from(checks)
        .where(checks.c.kind == kinds.c.kind)
        .order_by(checks.c.decided_on.desc(), checks.c.id.desc())
        .limit(literal_column("1"))
        .correlate(kinds)
        .lateral("newest")
    )
    missing = func.count().filter(newest.c.until.is_(None)) > ZERO
    least = select(case((missing, None), else_=func.min(newest.c.until))).select_from(kinds.outerjoin(newest, true()))
    found = least.correlate_except(kinds, newest, checks).scalar_subquery()
    return case((asked == NOT_ASKED, FOR_EVER), else_=cast(found, Date))
