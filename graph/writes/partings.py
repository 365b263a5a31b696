"""Brothers and sisters, or a parent and its child, who come apart: each pair, its decisions and how it stays in touch.

pairs      child, the other one, why they belong together; of those who will not live in one home
─> a decision in each of the two files that the caller sees; the office's run writes the other one
─> an exception of the placement, which lapses on the day to look again
─> a contact for each that is planned, in both files
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, column, func, literal_column, or_, select

from graph.entities.decision import DecisionKind
from graph.entities.members import member
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.apart import RELATIVES, STAYS, TOLD, Tie, lives_on, ties_of
from graph.writes.contacts import of_relatives, of_siblings, write_contacts
from graph.writes.draft import NULL
from graph.writes.keeping import Proposed, keep

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.writes.writing import Sql, Writing, Written

DECISION, EXCEPTION = "decision", "placement_exception"
PLANNED = ("kind", "due_on", "supervised")
NOT_KNOWN: Sql = literal_column("'NOT_KNOWN'", Text())
NOBODY_PARTS = conflict(
    Reason.NOBODY_PARTS,
    "Nobody of those whom the children belong together with would live apart from them.",
    "Let them move with placeSiblings, or with placeChild.",
    "children",
)


def pairs_apart(writing: Writing, going: Relation, start: Sql) -> Relation:
    """Who will live apart from whom: `child_id`, `other_id`, `tie`, and what is known of the child.

    Args:
        writing: the statement.
        going: the children, each with the `home_id` where it is to live.
        start: the first day there.
    """
    ties = ties_of(writing, going, start, among_them=True)
    child, along = going, Relation(going.clause.alias("along"))
    stay = writing.rows(STAYS)
    lives = and_(*writing.within(STAYS, stay), stay.c.child_id == ties.c.other_id, *lives_on(stay, start))
    from_: Any = ties.clause.join(child.clause, child.c.id == ties.c.child_id)
    from_ = from_.outerjoin(along.clause, along.c.id == ties.c.other_id)
    from_ = from_.outerjoin(stay.clause, and_(along.c.id.is_(None), lives))
    apart = or_(
        along.c.home_id != child.c.home_id,
        and_(stay.c.id.is_not(None), stay.c.home_id.is_distinct_from(child.c.home_id)),
    )
    told = (child.c[name] for name in ("programme_id", "placement_id", "home_id"))
    rows = select(ties.c.child_id, ties.c.other_id, ties.c.tie, *told, along.c.id.label("along_id"))
    pairs = writing.read_rows("pairs", rows.select_from(from_).where(apart).distinct(), many=True)
    some = select(func.count()).select_from(pairs.clause).scalar_subquery()
    there = ("children_are_there", "homes_are_there")
    writing.check("somebody_parts", some > literal_column("0"), NOBODY_PARTS, leans_on=there)
    return pairs


def decide_apart(writing: Writing, pairs: Relation, said: Mapping[str, Sql], placed: Written) -> None:
    """Write the decision of each pair, in both files as far as the caller sees them, and the exceptions.

    Args:
        writing: the statement.
        pairs: from `pairs_apart`.
        said: the columns of a decision that the input gives.
        placed: the placements, which come before.
    """
    kind = {"kind": member(DecisionKind.SIBLINGS_APART)}
    own = {"child_id": pairs.c.child_id, "sibling_id": pairs.c.other_id, "programme_id": pairs.c.programme_id}
    rows = Relation(placed.cte)
    mine = [rows.c.n_id == pairs.c.placement_id]
    cells = {"id": func.uuidv7(), **own, "placement_id": pairs.c.placement_id, **kind, **said}
    writing.insert(DECISION, cells, pairs, rows, where=mine)
    other = writing.rows("child")
    theirs = {"child_id": other.c.id, "sibling_id": pairs.c.child_id, "programme_id": other.c.programme_id}
    # Of two who both move each is a row of its own.
    there = [*writing.within("child", other), other.c.id == pairs.c.other_id, pairs.c.along_id.is_(None)]
    facing = {"id": func.uuidv7(), **theirs, "placement_id": NULL, **kind, **said}
    writing.insert(DECISION, facing, pairs, other, where=there, must=False)
    noted = select(pairs.c.placement_id, pairs.c.child_id, pairs.c.programme_id, pairs.c.home_id, pairs.c.tie)
    each = Relation(noted.distinct().subquery("noted"))
    for tie, told in TOLD.items():
        broken: dict[str, Sql] = {
            name: each.c[name] for name in ("placement_id", "child_id", "programme_id", "home_id")
        } | {
            "id": func.uuidv7(), "rule": member(told.rule), "dated": rows.c.n_started_on,
            "lapses_on": said["look_again_on"], "reason": said["reasons"], "authorised_by": said["decided_by"],
        }  # fmt: skip
        where = [rows.c.n_id == each.c.placement_id, each.c.tie == member(tie)]
        writing.insert(EXCEPTION, broken, each, rows, where=where, must=False)


def plan_contacts(writing: Writing, going: Relation, pairs: Relation) -> Relation:
    """Plan how those who come apart stay in touch: each contact for each pair, in both files, as far as they may meet.

    Args:
        writing: the statement.
        going: the children.
        pairs: from `pairs_apart`.
    """
    given = (writing.value(f"contact.{name}") for name in ("kind", "dueOn", "supervised"))
    planned = func.unnest(*given).table_valued(*(column(name) for name in PLANNED)).render_derived(name="planned")
    # Who comes apart meets on one occasion: an event for each contact that is planned.
    events = select(*planned.c, func.uuidv7().label("event_id")).select_from(planned)
    event = writing.read_rows("planned_contacts", events, many=True)
    rows = _of_siblings(writing, going, pairs, event).union_all(_of_family(writing, pairs, event))
    made = writing.read_rows("contacts", rows, many=True)
    cells: dict[str, Sql] = {
        **{name: made.c[name] for name in ("child_id", "programme_id", "relative_id", "sibling_id", "kind", "due_on")},
        "held_on": NULL, "missed_reason": NULL,
    }  # fmt: skip
    keep(writing, Proposed("family_contact", cells, many=made))
    return made


def write_planned(writing: Writing, made: Relation) -> None:
    """Write the contacts that are planned, from `plan_contacts`."""
    said = {
        "kind": made.c.kind, "due_on": made.c.due_on, "event_id": made.c.event_id,
        "supervised": func.coalesce(made.c.supervised, NOT_KNOWN), "wish": literal_column("'NOT_ASKED'"), "note": NULL,
    }  # fmt: skip
    write_contacts(writing, made, said)


def _of_siblings(writing: Writing, going: Relation, pairs: Relation, event: Relation) -> Any:  # noqa: ANN401 - a SELECT
    told = (event.c[name] for name in (*PLANNED, "event_id"))
    rows = select(pairs.c.child_id, pairs.c.other_id.label("sibling_id"), *told)
    siblings = rows.select_from(pairs.clause, event.clause).where(pairs.c.tie == member(Tie.SIBLING))
    bonds = writing.read_rows("contacts_of_siblings", siblings, many=True)
    day = {"kind": bonds.c.kind, "due_on": bonds.c.due_on}
    further = (bonds.c[name] for name in (*PLANNED, "event_id"))
    return of_siblings(writing, going, bonds, day, func.uuidv7()).add_columns(*further)


def _of_family(writing: Writing, pairs: Relation, event: Relation) -> Any:  # noqa: ANN401 - as above
    """A parent and its child meet by the rows that say so, in the file of each of the two that has one."""
    row = writing.rows(RELATIVES)
    either = or_(
        and_(row.c.child_id == pairs.c.child_id, row.c.other_child_id == pairs.c.other_id),
        and_(row.c.child_id == pairs.c.other_id, row.c.other_child_id == pairs.c.child_id),
    )
    there = [*writing.within(RELATIVES, row), pairs.c.tie == member(Tie.PARENT_AND_CHILD), either]
    names = ("id", "child_id", "programme_id", "relation")
    found = select(*(row.c[name] for name in names)).select_from(row.clause, pairs.clause).where(*there).distinct()
    named = writing.read_rows("family_apart", found, many=True)
    whose = select(named.c.child_id.label("id"), named.c.programme_id).select_from(named.clause).distinct()
    children = Relation(whose.subquery("whose_family"))
    further = (event.c[name] for name in (*PLANNED, "event_id"))
    return of_relatives(children, named, func.uuidv7()).add_columns(*further)
