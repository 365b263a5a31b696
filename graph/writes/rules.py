"""What the subjects of plain mutations add to them: the room that a home keeps, the days that it is free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import literal_column, select

from graph.entities.room import HOME_TOO_SMALL
from graph.plan.sql.relation import Relation
from graph.writes.contacts import BOTH_FILES, correct_mirrored, look_for_mirrored, void_mirrored
from graph.writes.contacts import KEY as CONTACT_READS
from graph.writes.ends_of_care import LOCKS as CARE_LOCKS
from graph.writes.ends_of_care import READS as CARE_READS
from graph.writes.ends_of_care import check_care, end_along
from graph.writes.gatekeeping import TABLE as ASSESSMENTS
from graph.writes.gatekeeping import let_go
from graph.writes.guests import OF_KNOWN, OF_NEW, READS, check_ends_earlier, propose_guest
from graph.writes.mutation import Lock
from graph.writes.offers import offers_of
from graph.writes.persons import TABLE as RELATIVES
from graph.writes.persons import follow_person
from graph.writes.places import (
    PLACE_BESIDE,
    check_place_has_a_name,
    check_place_is_kept,
    let_address_follow,
    write_first_address,
)
from graph.writes.shadows import cast_shadow, move_shadow
from graph.writes.stays import EXCEPTION, OF_PLACEMENT, crowding

if TYPE_CHECKING:
    from graph.writes.mutation import InputEntry, Supposed
    from graph.writes.writing import Sql, Writing, Written

Apply = Callable[["Writing", Relation], None]
Follow = Callable[["Writing", "Written"], None]
Propose = Callable[["Writing", "Mapping[str, Sql]", "Relation | None"], "Follow | None"]
"""(writing, the columns as they are to be, the row as it stood) -> what goes along with it."""
Further = Callable[["Writing", Relation], "Mapping[str, Sql]"]
"""(writing, the row as it stood) -> further columns of it."""


@dataclass(frozen=True, slots=True)
class Added:
    """What is added to a plain mutation.

    Attributes:
        apply: adds checks; it gets the row as read.
        reads: the columns of the row that it needs.
        locks: what is locked before.
        follow: writes what goes along with the row.
        supposes: what its payload lets one suppose.
        goes_along: the tables whose rows do not stand against taking a row back: `follow` says what comes of them.
        takes: what the input takes besides.
        propose: adds checks to a row that is recorded, or set right.
        beside: what else of the row is written where it is set right, or taken back.
    """

    apply: Apply | None = None
    reads: tuple[str, ...] = ()
    locks: tuple[Lock, ...] = ()
    follow: Follow | None = None
    supposes: tuple[Supposed, ...] = ()
    goes_along: tuple[str, ...] = ()
    takes: tuple[InputEntry, ...] = ()
    propose: Propose | None = None
    beside: Further | None = None

    def along(self, writing: Writing, cells: Mapping[str, Sql], was: Relation | None = None) -> Follow:
        """Ask what the mutation adds of a row as it is to be; the answer writes what goes along with it.

        Args:
            writing: the statement.
            cells: the columns as they are to be.
            was: the row as it stood; none where it is new.
        """
        then = None if self.propose is None else self.propose(writing, cells, was)

        def follow(writing: Writing, row: Written) -> None:
            (cast_shadow if row.creates else move_shadow)(writing, row)
            for each in (self.follow, then):
                if each is not None:
                    each(writing, row)

        return follow


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


def _change_home(writing: Writing, own: Relation) -> None:
    _update_home(writing, own)
    check_place_is_kept(writing, own)


def _open_home(writing: Writing, cells: Mapping[str, Sql], own: Relation | None) -> None:  # noqa: ARG001 - a `Propose`
    """A place has a name."""
    check_place_has_a_name(writing)


CHANGES_HOME = Added(_change_home, reads=("capacity",), locks=(Lock("home", "id"),), follow=let_address_follow)
OPENS_HOME = Added(takes=PLACE_BESIDE, propose=_open_home, follow=write_first_address)
NOTHING = Added()
NOBODY_IS_PLACED = Added(locks=(Lock("child", "id", through=("child", "id"), of="programme_id"),))
"""While a programme's days change none of its children comes to live in a home."""
HELD_WHOLLY = (Lock("caregiver", "id"), Lock("caregiver", "id", in_turn=True, wholly=True))
"""Nobody leans on a caregiver meanwhile: who may hold no caregiver holds the country's counter (`shared`)."""
LICENCES_STAY = Added(locks=(Lock("home", "id", through=("inspection", "home_id")),))
"""Whoever lets a child come reads the licence, and holds the home."""
IN_BOTH_FILES = Added(reads=CONTACT_READS, locks=BOTH_FILES, beside=look_for_mirrored)
RULES: Mapping[str, Added] = {
    "correctCareEpisode": Added(check_care, reads=CARE_READS, locks=CARE_LOCKS, follow=end_along),
    "recordInspection": Added(locks=(Lock("home", "homeId"),)),
    "correctInspection": LICENCES_STAY,
    "voidInspection": LICENCES_STAY,
    "correctFamilyContact": replace(IN_BOTH_FILES, follow=correct_mirrored),
    "voidFamilyContact": replace(IN_BOTH_FILES, follow=void_mirrored),
    "correctCaregiver": Added(locks=HELD_WHOLLY),
    "correctRelative": Added(
        reads=("person_id",), locks=(Lock("child", "id", through=(RELATIVES, "child_id")),), propose=follow_person
    ),
    "recordSiblingBond": Added(supposes=(offers_of("childId", "siblingId"),)),
    "openHome": OPENS_HOME,
    "updateHome": CHANGES_HOME,
    "correctHome": CHANGES_HOME,
    "endProgramme": NOBODY_IS_PLACED,
    "correctProgramme": NOBODY_IS_PLACED,
    "voidCareEpisode": Added(follow=let_go, goes_along=(ASSESSMENTS,)),
    "voidCaregiver": Added(locks=HELD_WHOLLY),
    "voidPlacement": Added(locks=OF_PLACEMENT),
    "recordTemporaryStay": Added(locks=OF_NEW, takes=(EXCEPTION,), propose=propose_guest),
    "correctTemporaryStay": Added(reads=READS, locks=(*OF_KNOWN, OF_NEW[1]), takes=(EXCEPTION,), propose=propose_guest),
    "endTemporaryStay": Added(check_ends_earlier, locks=OF_KNOWN),
    "voidTemporaryStay": Added(locks=OF_KNOWN),
}
