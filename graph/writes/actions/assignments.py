"""Who cares: who is the parent of a home or of its team, who is a child's key carer, who hands a home over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, exists, func, literal_column, or_, select

from graph.declarations.days import LIFE
from graph.declarations.fields import in_force
from graph.entities.caregiver_assignment import NO_KEY_CARER, CaregiverRole
from graph.entities.members import member
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Action
from graph.writes.clearances import CLEARED, check_cleared
from graph.writes.keeping import Proposed, keep
from graph.writes.moved_homes import CHILDREN
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.writing import NULL, ONE, after

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Target, Writing

ASSIGNMENT = "caregiver_assignment"
OF_ANOTHER_PROGRAMME = conflict(
    Reason.CARER_OF_ANOTHER_PROGRAMME,
    "Another programme has engaged the caregiver.",
    "Name one of the programme that is responsible, or let the office use moveCaregiver.",
    "caregiverId",
)
NOT_PARENT = conflict(
    Reason.CARES_FOR_NONE,
    "The caregiver is not the home's parent on that day.",
    "Look at the home's team, or use assignCaregiver.",
    "fromId",
)
WHO = Linked("caregiverId", "caregiver", "The caregiver.", required=True)
START = Given("startedOn", Kind.DATE, "The first day.", required=True, fills="caregiver_assignment.started_on")
HOME = ("programme_id", "opened_on", "closed_on")
CAREGIVER = ("programme_id", "given_name", "engaged_on", "left_on", *CLEARED)
PARENT: Sql = member(CaregiverRole.PARENT)
KEY: Sql = member(CaregiverRole.KEY_CARER)


def _own_programme(writing: Writing, caregiver: Relation, whole: Relation, at: str = "caregiverId") -> None:
    programme = select(whole.c.programme_id).select_from(whole.clause).scalar_subquery()
    told = replace(OF_ANOTHER_PROGRAMME, path=("input", at))
    writing.check("caregiver_is_of_the_programme", caregiver.c.programme_id == programme, told)


def _assign(writing: Writing) -> None:
    home = writing.linked("homeId", *HOME)
    caregiver = writing.linked("caregiverId", *CAREGIVER)
    start, role = writing.value("startedOn"), writing.value("role")
    writing.check("role_is_a_homes", role != KEY, NO_KEY_CARER)
    _own_programme(writing, caregiver, home)
    keep(
        writing,
        Proposed(ASSIGNMENT, {"started_on": start, "ended_on": NULL}, {"home_id": home, "caregiver_id": caregiver}),
    )
    check_cleared(writing, caregiver, start)
    cells = {"child_id": NULL, "home_id": home.c.id, "programme_id": home.c.programme_id, "role": role}
    children = _without_key_carer(writing, home, start, role)
    writing.insert(ASSIGNMENT, {"id": writing.id, **cells, **_of(caregiver), "started_on": start}, home, caregiver)
    named = {"child_id": children.c.child_id, "home_id": NULL, "programme_id": children.c.programme_id, "role": KEY}
    row = {"id": func.uuidv7(), **named, **_of(caregiver), "started_on": start}
    writing.insert(ASSIGNMENT, row, children, caregiver, must=False)


def _without_key_carer(writing: Writing, home: Relation, start: Sql, role: Sql) -> Relation:
    """The children who live in a home whose only parent somebody becomes, and who have no key carer from then on."""
    stay, held, parent = writing.rows("placement"), writing.rows(ASSIGNMENT), writing.rows(ASSIGNMENT)
    key = select(home.c.id).scalar_subquery()
    has_one = select(ONE).where(
        *writing.within(ASSIGNMENT, held),
        held.c.child_id == stay.c.child_id,
        or_(held.c.ended_on.is_(None), held.c.ended_on > start),
    )
    has_parent = select(ONE).where(
        *writing.within(ASSIGNMENT, parent),
        parent.c.home_id == key,
        parent.c.role == PARENT,
        or_(parent.c.ended_on.is_(None), parent.c.ended_on > start),
    )
    live = select(stay.c.child_id, stay.c.programme_id).where(
        *writing.within("placement", stay),
        role == PARENT,
        stay.c.home_id == key,
        in_force(stay, start),
        ~exists(has_one.correlate_except(held.clause)),
        ~exists(has_parent.correlate_except(parent.clause)),
    )
    return writing.read_rows("cared", live, many=True)


def _of(caregiver: Relation) -> dict[str, Sql]:
    return {"caregiver_id": caregiver.c.id, "caregiver_name": caregiver.c.given_name}


def _goes_on(row: Relation | Target, day: Sql) -> list[Sql]:
    """What has begun before a day, and goes on."""
    return [row.c.started_on < day, or_(row.c.ended_on.is_(None), row.c.ended_on > day)]


def _name_key_carer(writing: Writing) -> None:
    """The one before ends on the day: a child has one at a time, and no day without."""
    child = writing.linked("childId", "programme_id", *LIFE)
    caregiver = writing.linked("caregiverId", *CAREGIVER)
    start = writing.value("startedOn")
    _own_programme(writing, caregiver, child)
    row = Proposed(ASSIGNMENT, {"started_on": start, "ended_on": NULL}, {"child_id": child, "caregiver_id": caregiver})
    keep(writing, row)
    check_cleared(writing, caregiver, start)
    target = writing.target(ASSIGNMENT)
    before = [target.c.child_id == select(child.c.id).scalar_subquery(), *_goes_on(target, start)]
    ended = writing.update(
        ASSIGNMENT, {"ended_on": start, "end_reason": literal_column("'REPLACED'")}, where=before, must=False
    )
    cells = {"child_id": child.c.id, "home_id": NULL, "programme_id": child.c.programme_id, "role": KEY}
    writing.insert(
        ASSIGNMENT,
        {"id": writing.id, **cells, **_of(caregiver), "started_on": start},
        child,
        caregiver,
        after(ended),
    )


def _hand_over(writing: Writing) -> None:
    """The parent's row and the rows of the children whose key carer it is end, the other's begin: no day without."""
    home = writing.linked("homeId", *HOME)
    gives = writing.linked("fromId")
    takes = writing.linked("toId", *CAREGIVER)
    day = writing.value("startedOn")
    _own_programme(writing, takes, home, "toId")
    keep(writing, Proposed(ASSIGNMENT, {"started_on": day, "ended_on": NULL}, {"home_id": home, "caregiver_id": takes}))
    check_cleared(writing, takes, day, "toId")
    cared = _cared_for(writing, home, gives, day)
    is_parent = exists(select(ONE).select_from(cared.clause).where(cared.c.child_id.is_(None)))
    writing.check("from_is_the_parent", is_parent, NOT_PARENT)
    target = writing.target(ASSIGNMENT)
    ended = writing.update(
        ASSIGNMENT,
        {"ended_on": day, "end_reason": literal_column("'HANDED_OVER'")},
        where=[target.c.id.in_(select(cared.c.id))],
        must=False,
    )
    new = case((cared.c.child_id.is_(None), writing.id), else_=func.uuidv7())
    role = case((cared.c.child_id.is_(None), PARENT), else_=KEY)
    cells = {name: cared.c[name] for name in ("child_id", "home_id", "programme_id")}
    # Of a child for whom somebody else is named from a later day on, only the days until then change hands.
    rest = {name: case((cared.c.child_id.is_(None), NULL), else_=cared.c[name]) for name in ("ended_on", "end_reason")}
    row = {"id": new, **cells, "role": role, **_of(takes), "started_on": day, **rest}
    writing.insert(ASSIGNMENT, row, cared, takes, after(ended), where=[cared.c.nth == ONE])


def _cared_for(writing: Writing, home: Relation, gives: Relation, day: Sql) -> Relation:
    """Of whoever hands over: the parent's row of the home, and those of children who live there on the day."""
    row, stay = writing.rows(ASSIGNMENT), writing.rows("placement")
    key, who = select(home.c.id).scalar_subquery(), select(gives.c.id).scalar_subquery()
    lives = select(stay.c.child_id).where(
        *writing.within("placement", stay),
        stay.c.home_id == key,
        in_force(stay, day),
    )
    told = ("id", "child_id", "home_id", "programme_id", "ended_on", "end_reason")
    # Whoever was written down twice as its parent hands it over once.
    nth = func.row_number().over(partition_by=row.c.child_id, order_by=row.c.id).label("nth")
    chosen = select(*(row.c[name] for name in told), nth).select_from(row.clause)
    chosen = chosen.where(
        *writing.within(ASSIGNMENT, row),
        row.c.caregiver_id == who,
        *_goes_on(row, day),
        or_(and_(row.c.home_id == key, row.c.role == PARENT), row.c.child_id.in_(lives)),
    )
    return writing.read_rows("cared", chosen, many=True)


CAREGIVER_STAYS = Lock("caregiver", "caregiverId", in_turn=True, shared=True)
"""A caseworker changes nothing of a caregiver, and cannot hold it: the country's counter is held beside others."""
HELD = (CHILDREN, Lock("home", "homeId"), CAREGIVER_STAYS)
ACTIONS = (
    Action(
        "assignCaregiver",
        "Says that a caregiver cares for a home from a day on, or lives there.",
        ASSIGNMENT,
        (
            Linked("homeId", "home", "The home.", required=True),
            WHO,
            Given(
                "role", Kind.ENUMERATION, "What the caregiver is to the home; a key carer is named by nameKeyCarer.",
                required=True, enumeration=CaregiverRole, fills="caregiver_assignment.role",
            ),
            START,
        ),
        _assign,
        creates=True,
        locks=HELD,
    ),
    Action(
        "nameKeyCarer",
        "Says who is a child's key carer from a day on; whoever was it before is it no longer from that day.",
        ASSIGNMENT,
        (Linked("childId", "child", "The child.", required=True), WHO, START),
        _name_key_carer,
        creates=True,
        locks=(Lock("child", "childId"), CAREGIVER_STAYS),
    ),
    Action(
        "handOverHome",
        "Lets one parent of a home follow another, in one step: for the home, and for each child who lives there and"
        " whose key carer the first one is.",
        ASSIGNMENT,
        (
            Linked("homeId", "home", "The home.", required=True),
            Linked("fromId", "caregiver", "Who has been its parent.", required=True),
            Linked("toId", "caregiver", "Who is its parent from then on.", required=True),
            START,
        ),
        _hand_over,
        creates=True,
        locks=HELD,
    ),
)  # fmt: skip
