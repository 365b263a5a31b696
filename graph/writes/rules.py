"""What the subjects of plain mutations add to them: rules between rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import literal_column, select

from graph.plan.source import Source
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.action import Lock
from graph.writes.days import OF_OWN_LIFE, check_nothing_earlier
from graph.writes.stays import OF_PLACEMENT, change_stay, crowding
from graph.writes.writing import NOW

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing, Written

Apply = Callable[["Writing", dict[str, "Sql"]], None]
Follow = Callable[["Writing", "Written"], None]


PROGRAMME_CLOSED = conflict(
    Reason.PROGRAMME_NOT_RUNNING,
    "The programme does not run on the first day.",
    "Choose a day within its life.",
    "openedOn",
)
HOME_TOO_SMALL = conflict(
    Reason.HOME_TOO_SMALL,
    "More children live there, or are to live there.",
    "Find them another home first.",
    "capacity",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is added to a plain mutation.

    Attributes:
        apply: adds checks, and columns to those that the input gives.
        reads: the columns that it needs of the rows that the input names; `id` for the row itself.
        stays: which of them have to stay as they are until the write is committed.
        locks: what is locked before.
        follow: writes what goes along with the row.
    """

    apply: Apply | None = None
    reads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stays: frozenset[str] = frozenset()
    locks: tuple[Lock, ...] = ()
    follow: Follow | None = None


def _open_home(writing: Writing, _cells: dict[str, Sql]) -> None:
    programme = Source(writing.draft.read["programme"])
    opened = writing.value("openedOn")
    writing.check(
        "programme_runs",
        (programme.c.started_on <= opened) & (programme.c.ended_on.is_(None) | (programme.c.ended_on > opened)),
        PROGRAMME_CLOSED,
    )


def _update_home(writing: Writing, _cells: dict[str, Sql]) -> None:
    """A home keeps room for everybody who lives there, or is to live there; one that is too full may still grow."""
    if not writing.has("capacity"):
        return
    own = Source(writing.draft.read["own"])
    size = select(own.c.id, writing.value("capacity").label("capacity")).select_from(own.clause).subquery("size")
    crowded = crowding(writing, Source(size), writing.today, None, literal_column("0"), None)
    writing.check(
        "home_has_room",
        crowded.c.day.is_(None) | (own.c.capacity <= writing.value("capacity")),
        HOME_TOO_SMALL,
        last=True,
    )


def _update_child(writing: Writing, _cells: dict[str, Sql]) -> None:
    if not writing.has("birthDate"):
        return
    own = Source(writing.draft.read["own"])
    born = writing.value("birthDate")
    check_nothing_earlier(writing, own, born)


def _void_placement(writing: Writing, voided: Written) -> None:
    """The days that it took of the home are free."""
    change_stay(writing, voided, {"voided_at": NOW})


RULES: Mapping[str, Rule] = {
    "openHome": Rule(_open_home, reads={"programmeId": ("started_on", "ended_on")}),
    "updateHome": Rule(_update_home, reads={"id": ("capacity",)}, locks=(Lock("home", "id"),)),
    "updateChild": Rule(
        _update_child,
        reads={"id": OF_OWN_LIFE},
        locks=(Lock("child", "id"),),
    ),
    "voidPlacement": Rule(follow=_void_placement, locks=OF_PLACEMENT),
}
