"""What the subjects of plain mutations add to them: the room that a home keeps, the days that it is free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import literal_column, select

from graph.entities.room import HOME_TOO_SMALL
from graph.plan.sql.relation import Relation
from graph.writes.mutation import Lock
from graph.writes.offers import offers_of
from graph.writes.stays import OF_PLACEMENT, change_stay, crowding
from graph.writes.writing import NOW

if TYPE_CHECKING:
    from graph.writes.mutation import Supposed
    from graph.writes.writing import Writing, Written

Apply = Callable[["Writing", Relation], None]
Follow = Callable[["Writing", "Written"], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What is added to a plain mutation.

    Attributes:
        apply: adds checks; it gets the row as read.
        reads: the columns of the row that it needs.
        locks: what is locked before.
        follow: writes what goes along with the row.
        supposes: what its payload lets one suppose.
    """

    apply: Apply | None = None
    reads: tuple[str, ...] = ()
    locks: tuple[Lock, ...] = ()
    follow: Follow | None = None
    supposes: tuple[Supposed, ...] = ()


def _update_home(writing: Writing, own: Relation) -> None:
    """A home keeps room for everybody who lives there, or is to live there; one that is too full may still grow."""
    if not writing.has("capacity"):
        return
    size = select(own.c.id, writing.value("capacity").label("capacity")).select_from(own.clause).subquery("size")
    crowded = crowding(writing, Relation(size), writing.today, None, literal_column("0"), None)
    writing.check(
        "home_has_room",
        crowded.c.day.is_(None) | (own.c.capacity <= writing.value("capacity")),
        HOME_TOO_SMALL,
    )


def _void_placement(writing: Writing, voided: Written) -> None:
    """The days that it took of the home are free."""
    change_stay(writing, voided, {"voided_at": NOW})


KEEPS_ROOM = Added(_update_home, reads=("capacity",), locks=(Lock("home", "id"),))
NOBODY_IS_PLACED = Added(locks=(Lock("child", "id", through=("child", "id"), of="programme_id"),))
"""While a programme's days change none of its children comes to live in a home."""
HELD_WHOLLY = (Lock("caregiver", "id"), Lock("caregiver", "id", in_turn=True, wholly=True))
"""Nobody leans on a caregiver meanwhile: who may hold no caregiver holds the country's counter (`shared`)."""
RULES: Mapping[str, Added] = {
    "correctCaregiver": Added(locks=HELD_WHOLLY),
    "recordSiblingBond": Added(supposes=(offers_of("childId", "siblingId"),)),
    "updateHome": KEEPS_ROOM,
    "correctHome": KEEPS_ROOM,
    "endProgramme": NOBODY_IS_PLACED,
    "correctProgramme": NOBODY_IS_PLACED,
    "voidCaregiver": Added(locks=HELD_WHOLLY),
    "voidPlacement": Added(follow=_void_placement, locks=OF_PLACEMENT),
}
