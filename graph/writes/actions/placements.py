"""Placements: coming to live in a home, moving, leaving, and setting the record right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, case, cast, exists, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.entities.model import Kind
from graph.entities.placement import PlacementEndReason, PlacementStartReason
from graph.plan.source import Source
from graph.writes.action import Action, Given, Linked, Lock, Refusal, bad_input, conflict, not_found
from graph.writes.inputs import new_id
from graph.writes.stays import (
    EXCEPTION,
    HOME,
    HOME_CLOSED,
    NOT_BORN,
    OVERLAP,
    PROGRAMME_RUNS,
    change_stay,
    check_birth,
    check_home,
    check_programme,
    check_room,
    crowding,
    insert_placement,
    note_exception,
)
from graph.writes.writing import NOW, NULL, ONE

if TYPE_CHECKING:
    from graph.writes.inputs import Inputs
    from graph.writes.writing import Sql, Writing

ENDS_AFTER_START = conflict("A placement ends after its first day.", "Check the days.", "endedOn")
END_REASON = bad_input("It is not said why the child left.", "Give endReason.", "endReason")
HOME_OF_ANOTHER = Refusal(
    "FORBIDDEN", "Another programme is responsible for the home.", "Ask your national office.", ("input", "id")
)

START = Given("startedOn", Kind.DATE, "The first day in the home.", required=True)
WHY_START = Given(
    "startReason",
    Kind.ENUMERATION,
    "Why the child comes; a move where it is left out.",
    enumeration=PlacementStartReason,
)
WHY_END = Given(
    "endReason", Kind.ENUMERATION, "Why the child leaves the present home; a move where it is left out.",
    enumeration=PlacementEndReason,
)  # fmt: skip
A_HOME = Linked("homeId", "home", "The home.", required=True)


def _place_child(writing: Writing) -> None:
    writing.linked("childId")
    home = writing.linked("homeId", *HOME)
    stays = _present_stays(writing)
    writing.check(
        "child_lives_elsewhere",
        ~_any(stays, stays.c.home_id == select(home.c.id).scalar_subquery()),
        conflict("The child lives there already.", "Look at the child as it is now.", "homeId"),
    )
    _place(writing, home, stays, ONE)


def _place_siblings(writing: Writing) -> None:
    """All who do not live there yet move in on one day, or nobody does."""
    wanted, start = writing.given("child_ids", Kind.ID, many=True), writing.value("startedOn")
    home = writing.linked("homeId", *HOME)
    stays = _present_stays(writing)
    children = Source(writing.draft.read["children"])
    there = select(func.count()).select_from(children.clause).scalar_subquery()
    writing.check("children_are_there", there == func.cardinality(wanted), not_found("child", "childIds"))
    bond = writing.rows("sibling_bond")
    related = (
        select(func.count(bond.c.child_id.distinct()))
        .select_from(bond.clause)
        .where(
            *writing.within("sibling_bond", bond),
            bond.c.child_id == wanted.any_(),
            bond.c.sibling_id == wanted.any_(),
            bond.c.started_on <= start,
            bond.c.ended_on.is_(None) | (bond.c.ended_on > start),
        )
    )
    writing.check(
        "children_are_siblings",
        related.scalar_subquery() == func.cardinality(wanted),
        conflict("They are not all brothers and sisters of one another.", "Record their bonds first.", "childIds"),
    )
    at_home = select(stays.c.child_id).where(stays.c.home_id == select(home.c.id).scalar_subquery())
    movers = writing.read(
        "movers",
        select(*_columns(children)).select_from(children.clause).where(children.c.id.not_in(at_home)),
        many=True,
    )
    arriving = select(func.count()).select_from(movers.clause).scalar_subquery()
    writing.check(
        "somebody_moves",
        arriving > literal_column("0"),
        conflict("All of them live there already.", "Look at them as they are now.", "homeId"),
    )
    lives = select(stays.c.id).where(
        stays.c.child_id == children.c.id, stays.c.home_id == select(home.c.id).scalar_subquery()
    )
    shown = func.coalesce(lives.correlate(children.clause).scalar_subquery(), children.c.placement_id)
    prefix = literal_column("'Placement_'").op("||")(writing.country).op("||")(literal_column("'_'"))
    writing.touched = (
        select(func.array_agg(prefix.op("||")(cast(shown, Text)))).select_from(children.clause).scalar_subquery()
    )
    _place(writing, home, stays, arriving, movers)


def _columns(source: Source) -> list[Sql]:
    return [source.c[name] for name in ("id", "programme_id", "birth_date", "placement_id")]


def _any(source: Source, *conditions: Sql) -> Sql:
    """Whether some of the rows read meet conditions."""
    return exists(select(literal_column("1")).select_from(source.clause).where(*conditions))


def _present_stays(writing: Writing) -> Source:
    """The children who are to be placed, each with the id of the new placement; and where they live on the day."""
    wanted, ids = writing.given("child_ids", Kind.ID, many=True), writing.given("ids", Kind.ID, many=True)
    start = writing.value("startedOn")
    child = writing.rows("child")
    new = writing.item(ids, wanted, child.c.id).label("placement_id")
    rows = select(child.c.id, child.c.programme_id, child.c.birth_date, new).select_from(child.clause)
    children = writing.read(
        "children", rows.where(*writing.within("child", child), child.c.id == wanted.any_()), many=True
    )
    placement = writing.rows("placement")
    present = (
        select(placement.c.id, placement.c.child_id, placement.c.home_id)
        .select_from(placement.clause, children.clause)
        .where(
            *writing.within("placement", placement),
            placement.c.child_id == children.c.id,
            placement.c.started_on < start,
            placement.c.ended_on.is_(None) | (placement.c.ended_on > start),
        )
    )
    return writing.read("stays", present, many=True)


def _place(writing: Writing, home: Source, stays: Source, arriving: Sql, movers: Source | None = None) -> None:
    """End where the children live on the day, and begin the next home on the same one: no gap, no overlap."""
    start = writing.value("startedOn")
    children = movers or Source(writing.draft.read["children"])
    later = writing.rows("placement")
    writing.check(
        "no_later_placement",
        ~exists(
            select(literal_column("1"))
            .select_from(later.clause, children.clause)
            .where(*writing.within("placement", later), later.c.child_id == children.c.id, later.c.started_on >= start)
        ),
        OVERLAP,
    )
    programme = writing.rows("programme")
    runs = (programme.c.started_on <= start) & (programme.c.ended_on.is_(None) | (programme.c.ended_on > start))
    writing.check(
        "programme_runs",
        ~exists(
            select(literal_column("1"))
            .select_from(programme.clause, children.clause)
            .where(*writing.within("programme", programme), programme.c.id == children.c.programme_id, not_(runs))
        ),
        PROGRAMME_RUNS,
    )
    writing.check("child_is_born", ~_any(children, children.c.birth_date > start), NOT_BORN)
    check_home(writing, home, start, None)
    crowded = crowding(writing, home, start, None, arriving, None)
    check_room(writing, crowded, start)
    ended = writing.target("placement")
    end = {
        "ended_on": start,
        "end_reason": writing.value("endReason") if writing.has("endReason") else literal_column("'MOVE'"),
    }
    moving = select(stays.c.id).where(stays.c.child_id.in_(select(children.c.id)))
    left = writing.update("placement", end, where=[ended.c.id.in_(moving)], must=False)
    change_stay(writing, left, {"ended_on": start})
    insert_placement(
        writing,
        {
            "id": children.c.placement_id,
            "child_id": children.c.id,
            "home_id": home.c.id,
            "programme_id": children.c.programme_id,
            "home_name": home.c.name,
            "started_on": start,
            "start_reason": writing.value("startReason") if writing.has("startReason") else literal_column("'MOVE'"),
        },
        children,
        home,
        crowded=crowded,
        first=left,
    )


def _end(writing: Writing) -> None:
    own = writing.own("started_on", "ended_on")
    ended = writing.value("endedOn")
    writing.check(
        "placement_is_open",
        own.c.ended_on.is_(None) | (own.c.ended_on > writing.today),
        conflict("The placement has ended already.", "Set a wrong day right with correctPlacement.", "id"),
    )
    writing.check("ends_after_start", ended > own.c.started_on, ENDS_AFTER_START)
    placement = writing.target("placement")
    written = writing.update(
        "placement",
        {"ended_on": ended, "end_reason": writing.value("endReason")},
        where=[placement.c.id == own.c.id, placement.c.version == own.c.version],
    )
    change_stay(writing, written, {"ended_on": ended})


def _correct(writing: Writing) -> None:
    """What a correction says holds as if it had been recorded so from the start; the history keeps what it replaces."""
    writing.draft.reason = writing.value("reason")
    own = writing.own("child_id", "home_id", "programme_id", "started_on", "ended_on", "end_reason")
    start = writing.value("startedOn") if writing.has("startedOn") else own.c.started_on
    end = writing.value("endedOn") if writing.has("endedOn") else own.c.ended_on
    if writing.has("homeId"):
        home = writing.linked("homeId", *HOME)
    else:
        home = writing.row("home", "home", select(own.c.home_id).scalar_subquery(), *HOME)
        writing.check("home_is_yours", home.c.found, HOME_OF_ANOTHER)
    child = writing.row("child", "child", select(own.c.child_id).scalar_subquery(), "birth_date")
    programme = writing.row(
        "programme", "programme", select(own.c.programme_id).scalar_subquery(), "started_on", "ended_on"
    )
    why = writing.value("endReason") if writing.has("endReason") else own.c.end_reason
    writing.check("ends_after_start", end.is_(None) | (end > start), ENDS_AFTER_START)
    writing.check("end_has_reason", end.is_(None) | why.is_not(None), END_REASON)
    check_birth(writing, child.c.birth_date, start)
    check_programme(writing, programme, start)
    writing.check("home_is_open", _inside(home, start, end), HOME_CLOSED)
    other = writing.rows("placement")
    mine = writing.draft.read["own"]
    span = select(mine.c.id, mine.c.child_id, start.label("start"), end.label("end")).select_from(mine).subquery("span")
    overlapping = [
        *writing.within("placement", other),
        other.c.child_id == span.c.child_id,
        other.c.id != span.c.id,
        other.c.ended_on.is_(None) | (other.c.ended_on > span.c.start),
        span.c.end.is_(None) | (other.c.started_on < span.c.end),
    ]
    writing.check(
        "no_other_placement",
        ~exists(select(literal_column("1")).select_from(other.clause, span).where(*overlapping)),
        OVERLAP,
    )
    days = select(start.label("start"), end.label("end")).select_from(mine).subquery("days_wanted")
    crowded = crowding(
        writing,
        home,
        select(days.c.start).scalar_subquery(),
        select(func.coalesce(days.c.end, literal_column("'infinity'::date"))).scalar_subquery(),
        ONE,
        array([writing.id]),
    )
    check_room(writing, crowded, select(days.c.start).scalar_subquery())
    given = {
        "home_id": home.c.id, "home_name": home.c.name, "started_on": start, "ended_on": end, "end_reason": why,
        "start_reason": writing.value("startReason") if writing.has("startReason") else None,
    }  # fmt: skip
    by_input = {
        "homeId": ("home_id", "home_name"), "startedOn": ("started_on",), "endedOn": ("ended_on", "end_reason"),
        "endReason": ("end_reason",), "startReason": ("start_reason",),
    }  # fmt: skip
    named = dict.fromkeys(column for name, columns in by_input.items() if writing.has(name) for column in columns)
    values: dict[str, Sql] = {column: given[column] for column in named}
    if "end_reason" in values:
        values["end_reason"] = case((end.is_(None), NULL), else_=why)
    placement = writing.target("placement")
    written = writing.update(
        "placement", values, where=[placement.c.id == own.c.id, placement.c.version == own.c.version]
    )
    stays = ("home_id", "started_on", "ended_on")
    taken: dict[str, Sql] = {column: values[column] for column in stays if column in values}
    if taken:
        change_stay(writing, written, taken)
    if writing.has("exception"):
        note_exception(writing, written, crowded)


def _inside(home: Source, start: Sql, end: Sql) -> Sql:
    """Whether a stay lies inside a home's life; its end may be open."""
    return (home.c.opened_on <= start) & or_(home.c.closed_on.is_(None), home.c.closed_on >= end)


def _void(writing: Writing) -> None:
    writing.draft.reason = writing.value("reason")
    own = writing.own()
    placement = writing.target("placement")
    written = writing.update(
        "placement",
        {"voided_at": NOW, "void_reason": writing.value("reason")},
        where=[placement.c.id == own.c.id, placement.c.version == own.c.version],
        voids=True,
    )
    change_stay(writing, written, {"voided_at": NOW})


def _one_child(inputs: Inputs) -> None:
    inputs.values |= {"child_ids": [inputs.values.get("childId")], "ids": [inputs.id]}


def _a_group(inputs: Inputs) -> None:
    children = inputs.values.get("childIds")
    listed = children if isinstance(children, list) else []
    inputs.values |= {"child_ids": listed, "ids": [new_id() for _ in listed]}


HOME_AND_CHILD = (Lock("child", "child_ids"), Lock("home", "homeId"))
OF_PLACEMENT = (Lock("child", "id", through="child_id"), Lock("home", "id", through="home_id"))
WHY = Given("reason", Kind.TEXT, "Why it is set right; the history keeps it.", required=True)

PLACEMENTS = (
    Action(
        "placeChild",
        "Lets a child live in a home from a day on; where the child lives now ends on the same day.",
        "placement",
        (Linked("childId", "child", "The child.", required=True), A_HOME, START, WHY_START, WHY_END, EXCEPTION),
        _place_child,
        creates=True,
        locks=HOME_AND_CHILD,
        prepare=_one_child,
    ),
    Action(
        "placeSiblings",
        "Lets brothers and sisters live in one home from a day on, all of them or none (UN Guidelines, paragraph 17).",
        "placement",
        (
            Linked("childIds", "child", "The children; those who live there already stay.", required=True, many=True),
            A_HOME, START, WHY_START, WHY_END, EXCEPTION,
        ),
        _place_siblings,
        creates=True,
        many=True,
        locks=HOME_AND_CHILD,
        prepare=_a_group,
    ),
    Action(
        "endPlacement",
        "Records that a child has left a home, or will.",
        "placement",
        (
            Given("endedOn", Kind.DATE, "The first day no longer there.", required=True),
            Given("endReason", Kind.ENUMERATION, "Why it leaves.", required=True, enumeration=PlacementEndReason),
        ),
        _end,
        creates=False,
        locks=OF_PLACEMENT,
    ),
    Action(
        "correctPlacement",
        "Sets right what was recorded wrongly of a placement, and says why.",
        "placement",
        (
            WHY,
            Linked("homeId", "home", "The home in which the child really lived."),
            Given("startedOn", Kind.DATE, "The first day."),
            Given("endedOn", Kind.DATE, "The first day no longer there; null while it is open.", clears=True),
            Given("startReason", Kind.ENUMERATION, "Why the child came.", enumeration=PlacementStartReason),
            Given("endReason", Kind.ENUMERATION, "Why the child left.", enumeration=PlacementEndReason),
            EXCEPTION,
        ),
        _correct,
        creates=False,
        locks=(*OF_PLACEMENT, Lock("home", "homeId")),
    ),
    Action(
        "voidPlacement",
        "Takes back a placement that was recorded in error; it stays on record, and lists and counts leave it out.",
        "placement",
        (WHY,),
        _void,
        creates=False,
        locks=OF_PLACEMENT,
    ),
)  # fmt: skip
