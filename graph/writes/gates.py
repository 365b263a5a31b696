"""What a home has to have on the day on which a child comes: a licence where one is asked for, carers who are cleared.

A plan is refused that breaks it. What has begun is a fact, and recorded where somebody answers for it (`exception`); a
home of which no licence was ever recorded asks for no answer: nobody knows that it has none. The rows of the day
decide, and not the copies that lists show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, exists, func, literal_column, or_, select

from countries.packs.families import LICENCE_REQUIRED
from graph.declarations.fields import in_force
from graph.entities.licences import holds_until, is_licence, newest
from graph.entities.placement_exception import PlacementRule
from graph.plan.sql.policies import POLICY, WHOLE_COUNTRY, laid_down
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.clearances import is_cleared
from graph.writes.draft import FALSE, ONE
from graph.writes.exceptions import Broken
from graph.writes.keeping import EXCEPTION

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing

YES: Sql = literal_column("'YES'", Text())
NOT_LICENSED = conflict(
    Reason.HOME_NOT_LICENSED,
    "The home needs a licence, and has none on the first day.",
    "Let the office record it with recordInspection, or choose another home. Where the child lives there already, say"
    " so in `exception`.",
    "homeId",
)
NOT_CLEARED = conflict(
    Reason.CARER_NOT_CLEARED,
    "Not everybody who cares for the home, or lives there, is cleared on the first day.",
    "Let the office record the checks that are missing, or choose another home. Where the child lives there already,"
    " say so in `exception`.",
    "homeId",
)


def check_gates(writing: Writing, home: Relation, start: Sql) -> tuple[Broken, ...]:
    """The home is licensed and its carers are cleared on the day, or it is a fact and somebody answers for it.

    Args:
        writing: the statement.
        home: the home's row, which is locked, with its form and its programme.
        start: the first day.

    Returns:
        What an exception keeps on record.
    """
    gates = _gates(writing, home, start)
    begun = start <= writing.today
    answered = writing.has(EXCEPTION)
    writing.check(
        "home_is_licensed",
        or_(~gates.c.unlicensed, begun if answered else and_(begun, ~gates.c.refused)),
        NOT_LICENSED,
    )
    cleared = or_(~gates.c.uncleared, begun) if answered else ~gates.c.uncleared
    writing.check("home_carers_are_cleared", cleared, NOT_CLEARED)
    return (
        Broken(PlacementRule.HOME_NOT_LICENSED, start, [gates.c.unlicensed], (gates,)),
        Broken(PlacementRule.CARER_NOT_CLEARED, start, [gates.c.uncleared], (gates,)),
    )


def _gates(writing: Writing, home: Relation, start: Sql) -> Relation:
    """One row: whether the home lacks its licence, whether one ended or was refused, whether a carer is not cleared."""
    asked = _asks_for_licence(writing, home, start)
    known, until = _licence(writing, home, start)
    lacks = func.coalesce(until <= start, literal_column("true"))
    columns = (
        and_(asked, lacks).label("unlicensed"),
        and_(asked, lacks, known).label("refused"),
        _uncleared(writing, home, start).label("uncleared"),
    )
    return writing.read_rows("gates", select(*columns).select_from(home.clause))


def _asks_for_licence(writing: Writing, home: Relation, day: Sql) -> Sql:
    said, programme = writing.rows(POLICY), writing.rows("programme")
    stands = [*writing.within("programme", programme), programme.c.id == home.c.programme_id]
    part: Any = select(programme.c.jurisdiction).select_from(programme.clause).where(*stands)
    part = func.coalesce(part.correlate_except(programme.clause).scalar_subquery(), WHOLE_COUNTRY)
    rule = laid_down(said, LICENCE_REQUIRED, writing.country, day, part, of=home.c.form)
    return func.coalesce(rule.correlate_except(said.clause).scalar_subquery() == YES, FALSE)


def _licence(writing: Writing, home: Relation, day: Sql) -> tuple[Sql, Sql]:
    """Whether anything is known of a licence by the day, and until when the newest one of then holds."""
    rows = writing.rows("inspection")
    there = [
        *writing.within("inspection", rows),
        rows.c.home_id == home.c.id,
        rows.c.held_on <= day,
        is_licence(rows),
    ]
    chosen: Any = select(newest(rows, holds_until(rows))).select_from(rows.clause).where(*there)
    known = exists(select(ONE).select_from(rows.clause).where(*there).correlate_except(rows.clause))
    return known, chosen.correlate_except(rows.clause).scalar_subquery()


def _uncleared(writing: Writing, home: Relation, day: Sql) -> Sql:
    """Whether somebody cares for the home on the day, or lives there, who is not cleared then."""
    row, caregiver = writing.rows("caregiver_assignment"), writing.rows("caregiver")
    there = [
        *writing.within("caregiver_assignment", row),
        *writing.within("caregiver", caregiver),
        row.c.home_id == home.c.id,
        in_force(row, day),
        caregiver.c.id == row.c.caregiver_id,
        ~is_cleared(writing, caregiver, day),
    ]
    found = select(ONE).select_from(row.clause, caregiver.clause).where(*there)
    return exists(found.correlate_except(row.clause, caregiver.clause))
