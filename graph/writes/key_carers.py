"""Who brings a child up: the parent of the home that it comes to live in, unless somebody else is its key carer.

Leaving a home ends what its team was to the child; whoever is no part of that home stays the child's key carer wherever
it lives. Most placements need none of it, and do not pay for it (`seldom`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, literal_column, or_, select

from graph.declarations.fields import in_force
from graph.entities.caregiver_assignment import AssignmentEndReason, CaregiverRole
from graph.entities.members import member
from graph.plan.sql.relation import Relation
from graph.writes.begun import has_begun
from graph.writes.mutation import Lock
from graph.writes.writing import NOW, NULL, ONE, after

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing, Written

ASSIGNMENT = "caregiver_assignment"
FOLLOWS = "key_carers_follow"
NAME_STAYS = Lock("caregiver", FOLLOWS, in_turn=True, shared=True)
"""The parent's name is repeated in the child's row: nobody renames a caregiver meanwhile, where somebody is named."""
PARENT: Sql = member(CaregiverRole.PARENT)
KEY: Sql = member(CaregiverRole.KEY_CARER)
MOVED: Sql = literal_column("'CHILD_MOVED'")
CARE_ENDED: Sql = member(AssignmentEndReason.CARE_ENDED)
FALSE: Sql = literal_column("false")
CARE_BEFORE: Sql = literal_column("'Care ends before.'")


def parent_of(writing: Writing, home: Relation, day: Sql) -> Relation:
    """The one parent of a home on a day, with its name; no row where there is none, or are several."""
    row = writing.rows(ASSIGNMENT)
    there = [
        *writing.within(ASSIGNMENT, row),
        row.c.home_id == select(home.c.id).scalar_subquery(),
        row.c.role == PARENT,
        in_force(row, day),
    ]
    many = func.count().over().label("many")
    found = select(row.c.caregiver_id, row.c.caregiver_name, many).select_from(row.clause).where(*there)
    each = found.subquery("parents")
    only = select(each.c.caregiver_id, each.c.caregiver_name).where(each.c.many == ONE)
    return writing.read_rows("parent", only, many=True)


def key_carers_follow(
    writing: Writing, home: Relation | None, start: Sql, stays: Relation | None, keeps: Sql | None = None
) -> bool:
    """Whether somebody is to be named the key carer of a child that comes, or is that no longer.

    Args:
        writing: the statement.
        home: where the child comes; none where it is to live in none of ours.
        start: its first day there.
        stays: where children live on that day, with their child and their home; none of a child that is new.
        keeps: whether they keep who is their key carer; they do not where nothing is said.
    """
    needed: list[Sql] = []
    if home is not None:
        parent = parent_of(writing, home, start)
        needed.append(exists(select(ONE).select_from(parent.clause)))
    if stays is not None:
        row = writing.rows(ASSIGNMENT)
        held = [*writing.within(ASSIGNMENT, row), *_of_the_team(writing, row, stays, start), *_leaves(keeps)]
        needed.append(exists(select(ONE).select_from(row.clause, stays.clause).where(*held)))
    return writing.seldom(FOLLOWS, or_(*needed))


def follow_home(
    writing: Writing,
    placed: Written,
    start: Sql,
    stays: Relation | None,
    *,
    keeps: Sql | None = None,
    comes: bool = True,
) -> None:
    """End what the team of the home was to the children who leave it, and name the parent of the home to come.

    Args:
        writing: the statement.
        placed: the placements to come.
        start: their first day.
        stays: as of `key_carers_follow`.
        keeps: likewise.
        comes: whether they come to a home, whose parent is named.
    """
    rows = Relation(placed.cte)
    other = writing.rows(ASSIGNMENT)
    has_one: list[Sql] = [
        *writing.within(ASSIGNMENT, other),
        other.c.child_id == rows.c.n_child_id,
        or_(other.c.ended_on.is_(None), other.c.ended_on > start),
    ]
    sources: list[Relation] = []
    if stays is not None:
        target = writing.target(ASSIGNMENT)
        leaving = exists(select(ONE).select_from(stays.clause).where(*_of_the_team(writing, target, stays, start)))
        mine = [target.c.child_id.in_(select(rows.c.n_child_id).select_from(rows.clause)), *_leaves(keeps)]
        ended = writing.update(ASSIGNMENT, {"ended_on": start, "end_reason": MOVED}, where=[*mine, leaving], must=False)
        gone = Relation(ended.cte)
        has_one.append(other.c.id.not_in(select(gone.c.n_id).select_from(gone.clause)))
        sources.append(after(ended))
    if not comes:
        return
    parent = Relation(writing.draft.read["parent"])
    none: Any = ~exists(select(ONE).select_from(other.clause).where(*has_one).correlate(rows.clause))
    cells = {
        "id": func.uuidv7(), "child_id": rows.c.n_child_id, "home_id": NULL, "programme_id": rows.c.n_programme_id,
        "caregiver_id": parent.c.caregiver_id, "caregiver_name": parent.c.caregiver_name, "role": KEY,
        "started_on": start,
    }  # fmt: skip
    writing.insert(ASSIGNMENT, cells, rows, parent, *sources, where=[none], must=False)


def end_key_carers(writing: Writing, child: Sql, ended: Sql) -> None:
    """Whoever is a child's key carer is that until care ends; who was to become it later never does."""
    row = writing.target(ASSIGNMENT)
    going_on = [row.c.child_id == child, or_(row.c.ended_on.is_(None), row.c.ended_on > ended)]
    cells: dict[str, Sql] = {"ended_on": ended, "end_reason": CARE_ENDED}
    writing.update(ASSIGNMENT, cells, where=[*going_on, has_begun(row, ended, writing.today)], must=False)
    void: dict[str, Sql] = {"voided_at": NOW, "void_reason": CARE_BEFORE}
    plans = [*going_on, row.c.started_on >= ended, row.c.started_on > writing.today]
    writing.update(ASSIGNMENT, void, where=plans, voids=True, must=False)


def _leaves(keeps: Sql | None) -> list[Sql]:
    """That children do not keep who is of the team of the home that they leave."""
    return [] if keeps is None else [func.coalesce(keeps, FALSE).is_(FALSE)]


def _of_the_team(writing: Writing, row: Any, stays: Relation, start: Sql) -> list[Sql]:  # noqa: ANN401 - as above
    """That a key carer in force before the day is of the team of the home where the child lives until then."""
    team = writing.rows(ASSIGNMENT)
    of_it = [
        *writing.within(ASSIGNMENT, team),
        team.c.home_id == stays.c.home_id,
        team.c.caregiver_id == row.c.caregiver_id,
        in_force(team, start),
    ]
    return [
        row.c.child_id == stays.c.child_id,
        has_begun(row, start, writing.today),
        or_(row.c.ended_on.is_(None), row.c.ended_on > start),
        exists(_alone(team, of_it)),
    ]


def _alone(rows: Relation, where: list[Sql]) -> Any:  # noqa: ANN401 - a SELECT
    """What is read of these rows alone; all else belongs to the statement around it."""
    return select(ONE).select_from(rows.clause).where(*where).correlate_except(rows.clause)
