"""Living in a home: the rules that every placement keeps, and the rows that each is written as.

A placement is planned when it begins after today: it is refused where the home has no room. One that has begun is a
fact: it can be recorded over the home's capacity, with a reason and who authorised it, and stays visible as an
exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, cast, func, or_, select, union_all

from graph.entities.placement_exception import PlacementRule
from graph.entities.room import FULL, STAY, is_crowded, occupancy
from graph.kinds.kind import Kind
from graph.plan.sql.relation import Relation
from graph.text import TextForm
from graph.writes.ending_along import end_along
from graph.writes.exceptions import Broken, note_exceptions
from graph.writes.mutation import Given, Group, Lock
from graph.writes.shadows import cast_shadow, change_shadow
from graph.writes.writing import NULL, ONE, after

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.refusals import Refusal
    from graph.writes.keeping import Proposed
    from graph.writes.shapes import Question
    from graph.writes.writing import Sql, Writing, Written

EXCEPTION = Group(
    "exception",
    "PlacementExceptionInput",
    (
        Given("reason", Kind.TEXT, "Why it had to be.", required=True),
        Given("authorisedBy", Kind.TEXT, "Who authorised it.", required=True, form=TextForm.NAME),
        Given(
            "lapsesOn",
            Kind.DATE,
            "The first day on which it holds no longer, where one was set.",
            clears=True,
            fills="placement_exception.lapses_on",
        ),
    ),
    "Where the child lives there already although a rule would not have let it: why, and who authorised it. It stays on"
    " record.",
)
LOCAL_KIND = Given(
    "localKind",
    Kind.CODE,
    "The kind of placement by the country's own list: a code of `country { codes(list: PLACEMENT_KINDS) }`.",
    clears=True,
    fills="placement.local_kind",
)
OF_PLACEMENT = (
    Lock("child", "id", through=("placement", "child_id")),
    Lock("home", "id", through=("placement", "home_id")),
)
"""Whose rows are held while a placement changes."""
KIN_OF_PLACEMENT = Lock("child", "id", through=("placement", "child_id"), kin=True)
"""And those whom its child belongs together with, while it goes elsewhere."""
HOME = ("programme_id", "name", "form", "capacity", "opened_on", "closed_on")
"""What the rules need to know of a home."""


def crowding(
    writing: Writing, home: Relation, start: Sql, end: Sql | None, arriving: Sql, besides: Sql | None
) -> Relation:
    """The first day on which a home would hold more children than it has places for; `day` is null where there is none.

    Args:
        writing: the statement.
        home: the home's row, which is locked.
        start: the first day.
        end: the first day no longer there; none while it is open.
        arriving: how many come.
        besides: ids of placements that do not count, because they are the ones that change.
    """
    stay = writing.rows("home_stay")
    there = [
        *writing.within("home_stay", stay),
        stay.c.home_id == select(home.c.id).scalar_subquery(),
        or_(stay.c.ended_on.is_(None), stay.c.ended_on > start),
        *([stay.c.id != besides.all_()] if besides is not None else []),
    ]
    lives = select(*(stay.c[name] for name in STAY), ONE.label("lives")).select_from(stay.clause).where(*there)
    last = NULL if end is None else end
    comes = select(home.c.id, start, cast(last, Date), arriving).select_from(home.clause)
    stays = Relation(union_all(lives, comes).subquery("stays"))
    days = occupancy(stays, "lives", since=start).subquery("days")
    asked = [days.c.day < end] if end is not None else []
    room = select(home.c.capacity).scalar_subquery()
    first = select(func.min(days.c.day).label("day")).select_from(days).where(is_crowded(days.c.lives, room), *asked)
    return writing.read_rows("crowding", first)


def check_room(
    writing: Writing, crowded: Relation, start: Sql, unless: Sql | None = None, refusal: Refusal = FULL
) -> None:
    """The home has room, or the child lives there already and somebody answers for it, or `unless` holds."""
    room = [crowded.c.day.is_(None)]
    if writing.has("exception"):
        room.append(start <= writing.today)
    if unless is not None:
        room.append(unless)
    writing.check("home_has_room", or_(*room), refusal)


def insert_placement(  # noqa: PLR0913 - a placement is told by as many
    writing: Writing,
    values: Mapping[str, Sql],
    *sources: Relation,
    row: Proposed,
    crowded: Relation | None = None,
    broken: Sequence[Broken] = (),
    first: Written | None = None,
    optional: Mapping[str, Question] | None = None,
) -> Written:
    """Write placements, the days that they take of the home, and the exceptions that were made for them.

    Args:
        writing: the statement.
        values: the placement's columns.
        sources: what they come from.
        row: the same as their rules were asked of them.
        crowded: when the home is too full; none without a home.
        broken: what else the placement breaks.
        first: what has to be written before.
        optional: the columns that are written whether or not the input gives them, each with what gives it.
    """
    before = [after(first)] if first is not None else []
    if "local_kind" in values:
        optional = {**(optional or {}), "local_kind": (LOCAL_KIND.name,)}
    placed = writing.insert("placement", values, *sources, *before, optional=optional)
    cast_shadow(writing, placed)
    key = values["id"] if row.many is not None else None
    full = [] if crowded is None else [too_full(crowded)]
    if full or broken or any(rule.exception is not None for rule in placed.entity.keeps):
        note_exceptions(writing, placed, row, *full, *broken, key=key)
    return placed


def local_kind(writing: Writing) -> dict[str, Sql]:
    """What the country calls a new placement, where the input says so."""
    return {"local_kind": writing.value(LOCAL_KIND.name)} if writing.has(LOCAL_KIND.name) else {}


def too_full(crowded: Relation) -> Broken:
    """That a home holds more children than it has places for, from a day on."""
    return Broken(PlacementRule.CAPACITY, crowded.c.day, [crowded.c.day.is_not(None)], (crowded,))


def change_stay(writing: Writing, changed: Written, values: Mapping[str, Any]) -> None:
    """Change the days that placements take along with them, and end what ends with them."""
    change_shadow(writing, changed, values)
    end_along(writing, changed)
