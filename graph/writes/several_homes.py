"""Children who come to live in several homes on one day: each has room for all who come, and what it has to have.

Who moves leaves its place in the home where it lived until then: two may change places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, cast, func, or_, select, union_all

from graph.entities.placement_exception import PlacementRule
from graph.entities.room import FULL, STAY, is_crowded, occupancy
from graph.entities.spot import Spot, kilometres
from graph.plan.sql.relation import Relation
from graph.refusals import not_found
from graph.writes.apart import lives_on
from graph.writes.checks import CheckKind
from graph.writes.distance import ADDRESS
from graph.writes.draft import NULL, ONE
from graph.writes.exceptions import Broken
from graph.writes.gates import check_gates_of_each
from graph.writes.keeping import EXCEPTION
from graph.writes.key_carers import follow_home, key_carers_follow
from graph.writes.lodging import SAID, move_cells
from graph.writes.parts import missing_of, place_in
from graph.writes.placing import columns_of_children
from graph.writes.stays import HOME, insert_placement

if TYPE_CHECKING:
    from graph.writes.keeping import Proposed
    from graph.writes.writing import Sql, Writing, Written

LISTED = "children"


@dataclass(frozen=True, slots=True)
class Going:
    """Children, each with the home where it is to live.

    Attributes:
        children: who they are: what is needed of a child that is placed, the `home_id`, `home_name` and `form` of its
            home, and its `place` in the list.
        stays: where they live until then.
        broken: what an exception keeps on record.
        follows: whether key carers change with it.
    """

    children: Relation
    stays: Relation
    broken: tuple[Broken, ...]
    follows: bool


def lodge_each(writing: Writing, children: Relation, stays: Relation, wanted: Sql, start: Sql) -> Going:
    """Read where each of the children is to live, and ask for room, for licences and for carers who are cleared.

    Args:
        writing: the statement; its input gives `children.homeId`.
        children: who moves, from `read_children`.
        stays: where they live until then, likewise.
        wanted: their ids, in the order of the list.
        start: the first day.
    """
    homes = _read_homes(writing)
    of_child = writing.item(writing.value(f"{LISTED}.homeId"), wanted, children.c.id)
    home = [homes.c.id.label("home_id"), homes.c.name.label("home_name"), homes.c.form.label("form")]
    place = place_in(wanted, children.c.id).label("place")
    rows = select(*columns_of_children(children), *home, place).select_from(children.clause, homes.clause)
    going = writing.read_rows("going", rows.where(homes.c.id == of_child), many=True)
    crowded = _check_room(writing, going, homes, stays, start)
    gates = check_gates_of_each(writing, homes, start, (going, going.c.place), (LISTED, "homeId"))
    full = Broken(PlacementRule.CAPACITY, crowded.c.day, [], (crowded,), {"home_id": crowded.c.home_id})
    follows = key_carers_follow(writing, None, start, stays, homes=homes)
    return Going(going, stays, (full, *gates), follows)


def _read_homes(writing: Writing) -> Relation:
    wanted, source = writing.value(f"{LISTED}.homeId"), writing.rows("home")
    rows = select(*(source.c[name] for name in ("id", *HOME))).select_from(source.clause)
    homes = writing.read_rows(
        "homes", rows.where(*writing.within("home", source), source.c.id == wanted.any_()), many=True
    )
    missing = missing_of(wanted, homes, "homes")
    writing.check_each("homes_are_there", missing, not_found("Home", LISTED, "homeId"), CheckKind.MISSING)
    return homes


def _check_room(writing: Writing, going: Relation, homes: Relation, stays: Relation, start: Sql) -> Relation:
    """The homes that would hold more children than they have places for, each with the first day of that."""
    stay = writing.rows("home_stay")
    there = [
        *writing.within("home_stay", stay),
        stay.c.home_id.in_(select(homes.c.id).select_from(homes.clause)),
        or_(stay.c.ended_on.is_(None), stay.c.ended_on > start),
        stay.c.id.not_in(select(stays.c.id).select_from(stays.clause)),
    ]
    lives = select(*(stay.c[name] for name in STAY), ONE.label("lives")).select_from(stay.clause).where(*there)
    comes = select(going.c.home_id, start, cast(NULL, Date), ONE).select_from(going.clause)
    days = occupancy(Relation(union_all(lives, comes).subquery("stays")), "lives", since=start).subquery("days")
    too_many = [homes.c.id == days.c.home_id, is_crowded(days.c.lives, homes.c.capacity)]
    first = select(days.c.home_id, func.min(days.c.day).label("day")).select_from(days, homes.clause)
    crowded = writing.read_rows("crowded", first.where(*too_many).group_by(days.c.home_id), many=True)
    full = select(going.c.place.label("place")).select_from(going.clause, crowded.clause)
    full = full.where(crowded.c.home_id == going.c.home_id)
    if writing.has(EXCEPTION):
        full = full.where(start > writing.today)
    writing.check_each("homes_have_room", full, replace(FULL, path=("input", LISTED, "homeId")))
    return crowded


def settle_each(
    writing: Writing, going: Going, cells: dict[str, Sql], row: Proposed, start: Sql, left: Written
) -> Written:
    """Write the placements, and who brings the children up there.

    Args:
        writing: the statement.
        going: from `lodge_each`.
        cells: the placements' other columns.
        row: the same as their rules were asked of them.
        start: the first day.
        left: where they lived until then, as it has ended.
    """
    children = going.children
    family = Spot(children.c.family_latitude_e2, children.c.family_longitude_e2)
    values: dict[str, Sql] = {
        **cells, **move_cells(writing), "home_id": children.c.home_id, "home_name": children.c.home_name,
        "arrangement": children.c.form, "distance_km": kilometres(family, _place_of(writing, children, start)),
    }  # fmt: skip
    placed = insert_placement(
        writing, values, children, row=row, broken=going.broken, first=left, optional=dict(SAID)
    )  # fmt: skip
    if going.follows:
        follow_home(writing, placed, start, going.stays)
    return placed


def _place_of(writing: Writing, children: Relation, day: Sql) -> Spot:
    """Where the home of each child is on the day."""

    def of(name: str) -> Any:  # noqa: ANN401 - an expression
        row = writing.rows(ADDRESS)
        there = [*writing.within(ADDRESS, row), row.c.home_id == children.c.home_id, *lives_on(row, day)]
        found = select(row.c[name]).select_from(row.clause).where(*there)
        return found.correlate(children.clause).scalar_subquery()

    return Spot(of("latitude_e2"), of("longitude_e2"))
