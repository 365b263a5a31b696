"""What the subjects of plain mutations add to them: rules between rows, and copies that follow a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import literal_column, select

from graph.entities.days import LIFE
from graph.plan.source import Source
from graph.writes.action import Lock, bad_input, conflict
from graph.writes.days import OF_OWN_LIFE, check_inside, check_lives, check_nothing_earlier
from graph.writes.stays import crowding
from graph.writes.writing import NULL

if TYPE_CHECKING:
    from graph.writes.writing import Sql, Writing

Apply = Callable[["Writing", dict[str, "Sql"]], None]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is added to a plain mutation.

    Attributes:
        apply: adds checks, and columns to those that the input gives.
        reads: the columns that it needs of the rows that the input names; `id` for the row itself.
        stays: which of them have to stay as they are until the write is committed.
        follow: writes copies once the row is written.
        locks: what is locked before.
    """

    apply: Apply
    reads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stays: frozenset[str] = frozenset()
    follow: Apply | None = None
    locks: tuple[Lock, ...] = ()


def _open_home(writing: Writing, _cells: dict[str, Sql]) -> None:
    programme = Source(writing.draft.read["programme"])
    opened = writing.value("openedOn")
    writing.check(
        "programme_runs",
        (programme.c.started_on <= opened) & (programme.c.ended_on.is_(None) | (programme.c.ended_on > opened)),
        conflict("The programme does not run on the first day.", "Choose a day within its life.", "openedOn"),
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
        conflict("More children live there, or are to live there.", "Find them another home first.", "capacity"),
        last=True,
    )


def _rename_home(writing: Writing, cells: dict[str, Sql]) -> None:
    """Placements carry the home's name."""
    if "name" in cells:
        placement = writing.target("placement")
        own = Source(writing.draft.read["own"])
        writing.update(
            "placement",
            {"home_name": cells["name"]},
            where=[placement.c.home_id == own.c.id],
            also_void=True,
            must=False,
        )


def _update_child(writing: Writing, _cells: dict[str, Sql]) -> None:
    if not writing.has("birthDate"):
        return
    own = Source(writing.draft.read["own"])
    born = writing.value("birthDate")
    check_nothing_earlier(writing, own, born)


def _rename_child(writing: Writing, cells: dict[str, Sql]) -> None:
    """Brothers and sisters carry the child's name in their bonds."""
    if "given_name" in cells:
        bond = writing.target("sibling_bond")
        own = Source(writing.draft.read["own"])
        writing.update(
            "sibling_bond", {"sibling_name": cells["given_name"]}, where=[bond.c.sibling_id == own.c.id], must=False
        )


def _add_community_link(writing: Writing, cells: dict[str, Sql]) -> None:
    """A tie is somebody's; it belongs to the programme of the child, or else of the home."""
    owners = [Source(writing.draft.read[name]).c.programme_id for name in ("child", "home") if writing.has(f"{name}Id")]
    if not owners:
        writing.check(
            "tied_to_somebody",
            literal_column("false"),
            bad_input("The tie is nobody's.", "Give childId, homeId, or both.", "childId"),
        )
    cells["programme_id"] = owners[0] if owners else NULL
    if writing.has("childId"):
        child = Source(writing.draft.read["child"])
        days = {"started_on": writing.value("startedOn"), "ended_on": NULL}
        check_lives(writing, "community_link", days, {"child_id": child}, {"ended_on": "startedOn"})
    if writing.has("homeId"):
        home = Source(writing.draft.read["home"])
        check_inside(writing, "community_link", {"started_on": writing.value("startedOn")}, {"home_id": home})


RULES: Mapping[str, Rule] = {
    "openHome": Rule(_open_home, reads={"programmeId": ("started_on", "ended_on")}),
    "updateHome": Rule(_update_home, reads={"id": ("capacity",)}, follow=_rename_home, locks=(Lock("home", "id"),)),
    "updateChild": Rule(
        _update_child,
        reads={"id": OF_OWN_LIFE},
        follow=_rename_child,
        locks=(Lock("child", "id"),),
    ),
    "addCommunityLink": Rule(
        _add_community_link,
        reads={"childId": ("programme_id", *LIFE), "homeId": ("programme_id", "opened_on", "closed_on")},
        stays=frozenset({"childId", "homeId"}),
    ),
}
