"""Where a child is to live from a day on: in a home of ours, or in an arrangement that is none of ours.

    where = lodge(writing, start, arriving, stays)            the home or none, its room, its gates, its key carers
    keep(writing, Proposed("placement", {…, **where.cells}, {…, **where.led}))
    placed = settle(writing, where, {…}, child, row=…, start=…)     the placement, its days of the home, exceptions

All that places a child asks and writes the same; what is said of a home is asked only where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case

from graph.declarations.columns import Answer
from graph.entities.arrangement import MoveReason, PlacementArrangement
from graph.entities.members import member
from graph.kinds.kind import Kind
from graph.writes.distance import home_on, kilometres
from graph.writes.gates import check_gates
from graph.writes.key_carers import follow_home, key_carers_follow
from graph.writes.mutation import Given, Linked
from graph.writes.stays import HOME, check_room, crowding, insert_placement
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.plan.sql.relation import Relation
    from graph.writes.distance import Spot
    from graph.writes.exceptions import Broken
    from graph.writes.keeping import Proposed
    from graph.writes.writing import Sql, Writing, Written

HOME_IF_ANY = Linked(
    "homeId", "home", "The home; left out where the child lives in none of ours.", fills="placement.home_id"
)
ARRANGEMENT = Given(
    "arrangement",
    Kind.ENUMERATION,
    "How the child lives where it lives in none of our homes; of a home its form says it.",
    enumeration=PlacementArrangement,
    fills="placement.arrangement",
)
PARTNER = Linked(
    "partnerId",
    "community_partner",
    "Which hospital, school or other partner it is, where the child lives in none of our homes.",
    fills="placement.partner_id",
)
MOVE = (
    Given(
        "moveReason", Kind.ENUMERATION, "Why the child moves, where it does.", enumeration=MoveReason, clears=True,
        fills="placement.move_reason",
    ),
    Given(
        "prepared", Kind.ENUMERATION,
        "Whether the child was prepared for it, and was told why; YES where `preparedOn` alone is given.",
        enumeration=Answer, fills="placement.prepared",
    ),
    Given(
        "preparedOn", Kind.DATE, "The day on which the child was prepared, or first was.", clears=True,
        fills="placement.prepared_on",
    ),
)  # fmt: skip
"""What is said of a move."""
KEEP_KEY_CARER = Given(
    "keepKeyCarer",
    Kind.BOOLEAN,
    "Whether the child keeps its key carer, though that is one of the team of the home that it leaves.",
)
SAID = {"move_reason": ("moveReason",), "prepared": ("prepared", "preparedOn"), "prepared_on": ("preparedOn",)}
"""The columns that a move fills, each with the inputs that give it."""
NOT_KNOWN: Sql = member(Answer.NOT_KNOWN)
YES: Sql = member(Answer.YES)


@dataclass(frozen=True, slots=True)
class Lodging:
    """Where children are to live.

    Attributes:
        home: the home's row, which is locked; none where it is none of ours.
        cells: the columns of a placement that say where, as far as rules read them.
        led: the rows that these lead to.
        crowded: the first day on which the home is too full; none without a home.
        broken: what else an exception keeps on record.
        follows: whether key carers change with it.
        stays: where the children live until then.
        keeps: whether they keep their key carers.
    """

    home: Relation | None
    cells: Mapping[str, Sql]
    led: Mapping[str, Relation]
    crowded: Relation | None
    broken: tuple[Broken, ...]
    follows: bool
    stays: Relation | None
    keeps: Sql | None


def lodge(
    writing: Writing, start: Sql, arriving: Sql, stays: Relation | None = None, home: Relation | None = None
) -> Lodging:
    """Read where children are to live, and ask for room, for a licence and for carers who are cleared.

    Args:
        writing: the statement; its input gives `homeId`, or `arrangement` and perhaps `partnerId`.
        start: the first day.
        arriving: how many come.
        stays: where they live until then, with their child and their home; none of a child that is new.
        home: the home, where it was read before.
    """
    keeps = writing.value(KEEP_KEY_CARER.name) if KEEP_KEY_CARER in writing.action.takes else None
    if home is None and not writing.has("homeId"):
        writing.linked("partnerId", stays=True, optional=True)
        cells = {"arrangement": writing.value("arrangement")}
        follows = stays is not None and key_carers_follow(writing, None, start, stays, keeps)
        return Lodging(None, cells, {}, None, (), follows, stays, keeps)
    found = home or writing.linked("homeId", *HOME)
    crowded = crowding(writing, found, start, None, arriving, None)
    check_room(writing, crowded, start)
    broken = check_gates(writing, found, start)
    follows = key_carers_follow(writing, found, start, stays, keeps)
    given = ARRANGEMENT in writing.action.takes
    said = {"arrangement": writing.value_or("arrangement", found.c.form) if given else found.c.form}
    return Lodging(found, said, {"home_id": found}, crowded, broken, follows, stays, keeps)


def settle(  # noqa: PLR0913 - a placement is told by as many
    writing: Writing,
    where: Lodging,
    values: Mapping[str, Sql],
    *sources: Relation,
    row: Proposed,
    start: Sql,
    family: Spot | None = None,
    first: Written | None = None,
) -> Written:
    """Write placements where children are to live, the days that they take of a home, and who brings them up there.

    Args:
        writing: the statement.
        where: from `lodge`.
        values: the placement's other columns.
        sources: what they come from.
        row: the same as their rules were asked of them.
        start: the first day.
        family: where the family lives; none where nobody asks how far that is.
        first: what has to be written before.
    """
    cells, optional = dict(values), dict[str, tuple[str, ...]]()
    if MOVE[0] in writing.action.takes:
        cells |= move_cells(writing)
        optional = dict(SAID)
    if where.home is None:
        cells |= {"home_id": NULL, "home_name": NULL, **where.cells, "partner_id": writing.value("partnerId")}
        optional |= {"partner_id": ("partnerId",)}
        placed = insert_placement(writing, cells, *sources, row=row, first=first, optional=optional)
    else:
        home = where.home
        cells |= {"home_id": home.c.id, "home_name": home.c.name, "arrangement": home.c.form}
        if family is not None:
            cells["distance_km"] = kilometres(family, home_on(writing, home, start))
        placed = insert_placement(
            writing, cells, *sources, home, row=row, crowded=where.crowded, broken=where.broken, first=first,
            optional=optional,
        )  # fmt: skip
    if where.follows:
        follow_home(writing, placed, start, where.stays, keeps=where.keeps, comes=where.home is not None)
    return placed


def move_cells(writing: Writing) -> dict[str, Sql]:
    """What the input says of a move; who was prepared on a day was prepared."""
    day = writing.value("preparedOn")
    return {
        "move_reason": writing.value("moveReason"),
        "prepared": writing.value_or("prepared", case((day.is_not(None), YES), else_=NOT_KNOWN)),
        "prepared_on": day,
    }
