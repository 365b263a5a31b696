"""A time in care that is set right: where the child lived last ends with it, and no stay falls out of its days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, and_, case, cast, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.declarations.fields import PERIOD
from graph.declarations.obligations import NotOwedReason
from graph.declarations.rules import lasts_beyond
from graph.entities.destination import END_REASON_OF, Destination
from graph.entities.members import cases_of, member
from graph.entities.placement_rules import HOME_CLOSED, LIVES_ELSEWHERE
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import Named, conflict
from graph.writes.checks import CheckKind
from graph.writes.draft import NULL, ONE, TRUE
from graph.writes.ending_along import look_for_ends, look_who_follows
from graph.writes.following_ends import key_carers_follow_care, look_for_key_carers
from graph.writes.mutation import Lock
from graph.writes.obligations import owed_again
from graph.writes.stays import HOME, change_stay, crowding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from graph.writes.writing import Sql, Writing, Written

TABLE = "care_episode"
STAY = "placement"
READS = ("child_id", "started_on", "ended_on", "destination")
"""What is needed of the row that is set right."""
LOCKS = (
    Lock("child", "id", through=(TABLE, "child_id")),
    Lock("home", "id", through=(STAY, "home_id"), of="care_episode_id"),
)
DAYS = ("startedOn", "endedOn", "destination")
FOREVER: ColumnElement[Any] = literal_column("'infinity'::date")
DIED: ColumnElement[Any] = member(Destination.DEATH)
FALLS_OUT = conflict(
    Reason.OUTSIDE_ITS_DAYS,
    "A {type} would lie outside these days.",
    "Set the {type} right first; `params` say which it is.",
    "startedOn",
    type=Named("Placement"),
)
SAID_OF_CHILD = conflict(
    Reason.DEATH_ENDED_IT,
    "Care ends by the child's death, which is said of the child.",
    "Record it with recordDeath, or set it right with correctDeath or voidDeath.",
    "destination",
)
NO_ROOM = conflict(
    Reason.HOME_FULL,
    "The home where the child lived last has no room on every one of the days that care takes anew.",
    "Let the stay last longer with correctPlacement, which takes an `exception`; care goes along.",
    "endedOn",
)
NOT_YOURS = replace(
    NO_ROOM,
    code="FORBIDDEN",
    reason=Reason.HOME_OF_ANOTHER_PROGRAMME,
    sentence="Another programme is responsible for the home where the child lived last.",
    advice="Ask your national office.",
)


def reason_of_end(destination: Sql) -> Sql:
    """What the last placement says of an end of care, by its destination."""
    return case(*cases_of(destination, END_REASON_OF))


def check_care(writing: Writing, own: Relation) -> None:
    """Ask whether the stays allow what is said of the days.

    Args:
        writing: the statement.
        own: the time in care as read, with `READS`.
    """
    if not writing.has(*DAYS):
        return
    start, end, destination = (
        case((writing.gives(name), writing.value(name)), else_=own.c[column])
        for name, column in zip(DAYS, READS[1:], strict=True)
    )
    died = or_(func.coalesce(own.c.destination == DIED, ~TRUE), func.coalesce(destination == DIED, ~TRUE))
    changes = or_(end.is_distinct_from(own.c.ended_on), destination.is_distinct_from(own.c.destination))
    writing.check("death_is_said_of_the_child", ~and_(died, changes), SAID_OF_CHILD)
    stay = _last_stay(writing, own)
    home = writing.row("stay_home", "home", select(stay.c.home_id).select_from(stay.clause).scalar_subquery(), *HOME)
    why = case((end.is_(None), NULL), (or_(stay.c.end_reason.is_(None), changes), reason_of_end(destination)))
    to_be = select(
        stay.c.id, stay.c.home_id, stay.c.ended_on.label("first"), end.label("last"),
        func.coalesce(why, case((end.is_not(None), stay.c.end_reason))).label("reason"),
    )  # fmt: skip
    span = writing.read_rows("span", to_be.select_from(stay.clause, own.clause))
    row = writing.rows(STAY)
    others = [*writing.within(STAY, row), row.c.care_episode_id == _one(own, own.c.id)]
    moved = func.coalesce(row.c.id == _one(stay, stay.c.id), ~TRUE)
    begin, last = _one(own, start), _one(own, end)
    behind = last.is_not(None) & (row.c.started_on > last)
    longer = last.is_not(None) & ~moved & (row.c.ended_on.is_(None) | (row.c.ended_on > last))
    fallen = select(row.c.id).select_from(row.clause).where(*others, or_(row.c.started_on < begin, behind, longer))
    writing.check_none("stays_lie_in_care", fallen, FALLS_OUT, "Placement")
    _check_span(writing, own, home, span)
    if writing.has("endedOn"):
        lasting = select(func.coalesce(end, FOREVER)).select_from(own.clause).scalar_subquery()
        look_for_ends(writing, STAY, lambda row, link: row.c[link] == _one(stay, stay.c.id), lasting)
        look_who_follows(writing, STAY, _one(stay, stay.c.id), _one(own, own.c.ended_on))
        look_for_key_carers(writing, _one(own, own.c.child_id), _one(own, own.c.ended_on))


def _one(of: Relation, value: Sql) -> Sql:
    return select(value).select_from(of.clause).scalar_subquery()


def _last_stay(writing: Writing, own: Relation) -> Relation:
    """Where the child lives on the last day, if that ends, or goes on, as care does."""
    row = writing.rows(STAY)
    same = row.c.ended_on.is_not_distinct_from(_one(own, own.c.ended_on))
    there = [*writing.within(STAY, row), row.c.care_episode_id == _one(own, own.c.id), same]
    columns = (row.c[name] for name in ("id", "home_id", "started_on", "ended_on", "end_reason"))
    last = select(*columns).select_from(row.clause).where(*there).order_by(row.c.started_on.desc(), row.c.id.desc())
    return writing.read_rows("last_stay", last.limit(ONE))


def _check_span(writing: Writing, own: Relation, home: Relation, span: Relation) -> None:
    """The days that the stay takes anew are free: of the home, of its other children, of the child's own stays."""
    grows = func.coalesce(func.coalesce(span.c.last, FOREVER) > span.c.first, ~TRUE)
    # Where the child lived in none of our homes nobody else is responsible for one.
    theirs = home.c.found | span.c.home_id.is_(None)
    writing.check("home_is_yours", ~grows | theirs, NOT_YOURS, CheckKind.MISSING)
    closed = home.c.closed_on.is_not(None) & (func.coalesce(span.c.last, FOREVER) > home.c.closed_on)
    writing.check("home_is_open", ~grows | ~closed, replace(HOME_CLOSED, path=("input", "endedOn")))
    first, last = _one(span, span.c.first), _one(span, func.coalesce(span.c.last, FOREVER))
    crowded = crowding(writing, home, first, last, ONE, array([_one(span, span.c.id)]))
    writing.check("home_has_room", ~grows | crowded.c.day.is_(None), NO_ROOM)
    other = writing.rows(STAY)
    meets: Sequence[Sql] = [
        *writing.within(STAY, other),
        other.c.child_id == _one(own, own.c.child_id),
        other.c.id != _one(span, span.c.id),
        other.c.started_on < last,
        lasts_beyond(other, PERIOD, first),
    ]
    elsewhere = exists(select(ONE).select_from(other.clause).where(*meets))
    writing.check("child_lives_nowhere_else", ~grows | ~elsewhere, replace(LIVES_ELSEWHERE, path=("input", "endedOn")))


def end_along(writing: Writing, care: Written) -> None:
    """The last stay ends as care does, and nothing is owed from another day on.

    Args:
        writing: the statement, in which `check_care` has asked.
        care: the time in care as written.
    """
    if "span" not in writing.draft.read:
        return
    span, row = Relation(writing.draft.read["span"]), writing.target(STAY)
    changed = row.c.ended_on.is_distinct_from(span.c.last) | row.c.end_reason.is_distinct_from(span.c.reason)
    cells = {"ended_on": cast(span.c.last, Date), "end_reason": span.c.reason}
    stay = writing.update(STAY, cells, where=[row.c.id == span.c.id, changed], must=False)
    change_stay(writing, stay, {"ended_on": Relation(stay.cte).c.n_ended_on})
    follow_care(writing, care)


def follow_care(writing: Writing, care: Written) -> None:
    """What ended when care did ends on its new day: who was key carer, and what is owed no longer.

    Args:
        writing: the statement, in which `look_for_key_carers` has looked.
        care: the time in care as written.
    """
    if "ended_on" not in care.columns:
        return
    key_carers_follow_care(writing, care)
    of = Relation(care.cte)
    child, was, until = (_one(of, of.c[name]) for name in ("n_child_id", "o_ended_on", "n_ended_on"))
    owed_again(writing, "child", child, NotOwedReason.CARE_ENDED, until, was=was)
