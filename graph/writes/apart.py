"""Brothers and sisters together, a parent and its child together, or parted with reasons (UN Guidelines, paragraph 17).

Where a child is to live is compared with where those live whom it belongs together with, of whatever programme they
are: their days and their home stand in `sibling_stay`. That they belong together stand rows that the caller sees: what
it does not see is left out. Who lives together is not parted by a plan; a fact is recorded where somebody answers for
it. Who comes and could come to the others is asked the same of a plan, and as a fact is always recorded: brought at
night, it is where it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, or_, select

from graph.described import Described
from graph.entities.kinship import Kinship
from graph.entities.members import among, member
from graph.entities.placement_exception import PlacementRule
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.draft import FALSE, ONE, TRUE
from graph.writes.exceptions import Broken
from graph.writes.keeping import EXCEPTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select

    from graph.refusals import Refusal
    from graph.writes.writing import Sql, Writing

STAYS, BONDS, RELATIVES = "sibling_stay", "sibling_bond", "relative"


class Tie(Described):
    """Why two children belong together."""

    SIBLING = "SIBLING", "They are brothers or sisters."
    PARENT_AND_CHILD = "PARENT_AND_CHILD", "One is the other's parent, and both are in our care."


SIBLINGS_PARTED = conflict(
    Reason.SIBLINGS_APART,
    "Brothers or sisters live together there, and one of them would go without the others.",
    "Let all of them move with placeSiblings, or part them with placeSiblingsApart, with reasons, contact and a day to"
    " look again. Where the child has gone already, say why in `exception`.",
    "homeId",
)
SIBLINGS_ELSEWHERE = conflict(
    Reason.SIBLINGS_APART,
    "Brothers or sisters of the child live in homes of ours, and it would come to live in none of these.",
    "Choose a home where one of them lives, or let all of them come together with placeSiblings. Where they have to"
    " live apart, say why with placeSiblingsApart.",
    "homeId",
)
PARENT_PARTED = conflict(
    Reason.PARENT_AND_CHILD_APART,
    "A parent and its child live together there, and one of them would go without the other.",
    "Let both move on one day to one home with placeSiblings, or part them with placeSiblingsApart, with reasons,"
    " contact and a day to look again. Where one has gone already, say why in `exception`.",
    "homeId",
)
PARENT_ELSEWHERE = conflict(
    Reason.PARENT_AND_CHILD_APART,
    "The child's parent, or its own child, lives in a home of ours, and it would come to live elsewhere.",
    "Choose the home where the other lives. Where they have to live apart, say why with placeSiblingsApart.",
    "homeId",
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of one kind of tie.

    Attributes:
        parted: who lives together would live apart.
        elsewhere: who comes would not come to the others.
        rule: what an exception keeps on record.
    """

    parted: Refusal
    elsewhere: Refusal
    rule: PlacementRule


TOLD: Mapping[Tie, _Told] = {
    Tie.SIBLING: _Told(SIBLINGS_PARTED, SIBLINGS_ELSEWHERE, PlacementRule.SIBLINGS_APART),
    Tie.PARENT_AND_CHILD: _Told(PARENT_PARTED, PARENT_ELSEWHERE, PlacementRule.PARENT_AND_CHILD_APART),
}


def lives_on(row: Any, day: Sql) -> list[Sql]:  # noqa: ANN401 - whatever gives columns
    """That days of a row hold a day."""
    return [row.c.started_on <= day, or_(row.c.ended_on.is_(None), row.c.ended_on > day)]


def ties_of(
    writing: Writing, children: Relation, day: Sql, *further: Select[Any], among_them: bool = False
) -> Relation:
    """Whom children belong together with on a day: `child_id`, `other_id`, `tie`; who comes along is none of them.

    Args:
        writing: the statement.
        children: who they are, by `id`.
        day: the day.
        further: the same as the input says it.
        among_them: whether those of them who belong together are told too.
    """
    bond, own, others = writing.rows(BONDS), writing.rows(RELATIVES), writing.rows(RELATIVES)
    bonds = (
        _tie(bond.c.child_id, bond.c.sibling_id, Tie.SIBLING)
        .select_from(bond.clause)
        .where(*writing.within(BONDS, bond), bond.c.child_id.in_(_ids(children)), *lives_on(bond, day))
    )
    family = (Kinship.MOTHER, Kinship.FATHER, Kinship.OWN_CHILD)
    named = (
        _tie(own.c.child_id, own.c.other_child_id, Tie.PARENT_AND_CHILD)
        .select_from(own.clause)
        .where(*writing.within(RELATIVES, own), own.c.child_id.in_(_ids(children)), among(own.c.relation, family))
    )
    naming = (
        _tie(others.c.other_child_id, others.c.child_id, Tie.PARENT_AND_CHILD)
        .select_from(others.clause)
        .where(
            *writing.within(RELATIVES, others),
            others.c.other_child_id.in_(_ids(children)),
            among(others.c.relation, family),
        )
    )
    every = bonds.union(named, naming, *further).subquery("ties")
    rows = select(every.c.child_id, every.c.other_id, every.c.tie)
    if not among_them:
        rows = rows.where(every.c.other_id.not_in(_ids(children)))
    return writing.read_rows("ties", rows, many=True)


def siblings_named(siblings: Relation, child_id: Sql) -> Select[Any]:
    """The ties of a child to those whom the input names as brothers and sisters."""
    return _tie(child_id, siblings.c.id, Tie.SIBLING).select_from(siblings.clause)


def siblings_tied(writing: Writing, siblings: Relation, child_id: Sql) -> Relation:
    """The ties of a child that nobody has recorded before: those that the input names alone."""
    return writing.read_rows("ties", siblings_named(siblings, child_id), many=True)


def _tie(one: Sql, other: Sql, tie: Tie) -> Select[Any]:
    return select(one.label("child_id"), other.label("other_id"), member(tie).label("tie"))


def _ids(children: Relation) -> Select[Any]:
    return select(children.c.id).select_from(children.clause).correlate(None)


def check_together(
    writing: Writing, ties: Relation, day: Sql, to: Sql, stays: Relation | None = None
) -> tuple[Broken, ...]:
    """Who lives together goes together, and who comes, comes to those who are there.

    Args:
        writing: the statement.
        ties: from `ties_of`.
        day: the first day in the new home.
        to: the home where the children are to live; empty where it is none of ours.
        stays: where they live until then, with their child and their home; none of children who come into care.

    Returns:
        What an exception keeps on record.
    """
    found = _apart(writing, ties, day, to, stays)
    at = ("input", "homeId")
    if stays is not None:
        _check_parted(writing, found, day, at)
    for tie, told in TOLD.items():
        comes = exists(select(ONE).select_from(found.clause).where(found.c.tie == member(tie), found.c.arrives))
        name = f"{tie.value.lower()}_comes_to_the_others"
        writing.check(name, or_(~comes, day <= writing.today), replace(told.elsewhere, path=at))
    return _broken(found, day)


def check_left(
    writing: Writing, own: Relation, day: Sql, at: str, *, unless: Sql, to: Sql | None = None
) -> tuple[Broken, ...]:
    """Who leaves a home does not leave behind whom it lives together with.

    Args:
        writing: the statement.
        own: the placement as it stood, with its child, its home and its first day.
        day: the first day no longer there.
        at: the input that is told of.
        unless: whether it is no parting.
        to: the home where it is said to live from that day on; none where nothing is said.

    Returns:
        What an exception keeps on record.
    """
    # Whoever parts from nobody lives in no home here.
    home = case((unless.is_not(TRUE), own.c.home_id)).label("home_id")
    stands = select(own.c.child_id.label("id"), own.c.child_id, home, day.label("day")).select_from(own.clause)
    stay = writing.read_rows("stay_of_child", stands, many=True)
    day = select(stay.c.day).select_from(stay.clause).scalar_subquery()
    found = _apart(writing, ties_of(writing, stay, day), day, to, stay)
    _check_parted(writing, found, day, ("input", at))
    # An exception lies in the days of what it is one of: on the last of them.
    return _broken(found, func.greatest(own.c.started_on, day - ONE))


def _check_parted(writing: Writing, found: Relation, day: Sql, at: tuple[str, ...]) -> None:
    answered = day <= writing.today if writing.has(EXCEPTION) else FALSE
    for tie, told in TOLD.items():
        parted = exists(select(ONE).select_from(found.clause).where(found.c.tie == member(tie), found.c.parted))
        name = f"{tie.value.lower()}_stays_together"
        writing.check(name, or_(~parted, answered), replace(told.parted, path=at))


def _broken(found: Relation, day: Sql) -> tuple[Broken, ...]:
    apart = or_(found.c.parted, found.c.arrives)
    whose = {"child_id": found.c.child_id}
    return tuple(
        Broken(told.rule, day, [found.c.tie == member(tie), apart], (found,), whose) for tie, told in TOLD.items()
    )


def _apart(writing: Writing, ties: Relation, day: Sql, to: Sql | None, stays: Relation | None) -> Relation:
    """Of each child that has somebody in a home of ours on the day: whether it parts from them, or comes elsewhere."""
    other = writing.rows(STAYS)
    there = [*writing.within(STAYS, other), other.c.child_id == ties.c.other_id, *lives_on(other, day)]
    elsewhere: Sql = ~FALSE if to is None else other.c.home_id.is_distinct_from(to)
    from_: Any = ties.clause.join(other.clause, and_(*there))
    parted, comes = FALSE, ~FALSE
    if stays is not None:
        from_ = from_.outerjoin(stays.clause, stays.c.child_id == ties.c.child_id)
        parted = func.coalesce(other.c.home_id == stays.c.home_id, FALSE) & elsewhere
        comes = FALSE if to is None else stays.c.child_id.is_(None)
    rows = (
        select(
            ties.c.child_id,
            ties.c.tie,
            func.bool_or(parted).label("parted"),
            func.bool_and(comes & elsewhere).label("arrives"),
        )
        .select_from(from_)
        .where(other.c.home_id.is_not(None))
        .group_by(ties.c.child_id, ties.c.tie)
    )
    return writing.read_rows("apart", rows, many=True)
