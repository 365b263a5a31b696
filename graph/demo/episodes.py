"""Times in care: a chain of stays, each beginning where the one before has ended; and what was known as it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.entities.care_episode import EnteredFrom, ParentsAtEntry, ReferredBy
from graph.entities.destination import DESTINATION_OF, Destination
from graph.entities.kinship import Kinship
from graph.entities.placement_reasons import PlacementEndReason, PlacementStartReason
from graph.entities.reason_for_care import ReasonForCare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

FROM = {
    EnteredFrom.FAMILY: 62, EnteredFrom.KIN: 18, EnteredFrom.OTHER_CARE: 8, EnteredFrom.HOSPITAL: 5,
    EnteredFrom.ALONE: 3, EnteredFrom.NOT_KNOWN: 4,
}  # fmt: skip
"""How many come from where, of a hundred; made up, like everything here."""
BY = (ReferredBy.AUTHORITY, ReferredBy.AUTHORITY, ReferredBy.COURT, ReferredBy.FAMILY, ReferredBy.POLICE)
PARENTS = {
    (True, True): ParentsAtEntry.BOTH, (True, False): ParentsAtEntry.MOTHER, (False, True): ParentsAtEntry.FATHER,
    (False, False): ParentsAtEntry.NONE,
}  # fmt: skip
"""What is noted of whether mother and father are there."""
DISABLED, MANY_REASONS, SINCE_FOLLOWED = 0.08, 0.3, 0.5


def episodes(telling: StoryTeller) -> Iterator[RowCells]:
    """The times in care of every child, each noted in its stays."""
    children = {child["id"]: child for child in telling.rows("child")}
    places = {home["id"]: home["locality"] for home in telling.rows("home")}
    for stays in _chains(telling):
        first, last = stays[0], stays[-1]
        episode = _episode(telling, children[first["child_id"]], first, last, places[first["home_id"]])
        for stay in stays:
            stay["care_episode_id"] = episode["id"]
        yield episode


def _chains(telling: StoryTeller) -> Iterator[Sequence[RowCells]]:
    """The stays of every child, parted where it was at home between two of them."""
    by_child: dict[object, list[RowCells]] = {}
    for stay in telling.rows("placement"):
        by_child.setdefault(stay["child_id"], []).append(stay)
    for stays in by_child.values():
        ordered = sorted(stays, key=lambda each: telling.day(each, "started_on"))
        chain = ordered[:1]
        for stay in ordered[1:]:
            if stay["started_on"] != chain[-1]["ended_on"]:
                yield chain
                chain = []
            chain.append(stay)
        yield chain


def _episode(telling: StoryTeller, child: RowCells, first: RowCells, last: RowCells, place: object) -> RowCells:
    chance = telling.rng
    began = telling.day(first, "started_on")
    ended = None if last["ended_on"] is None else telling.day(last, "ended_on")
    again = first["start_reason"] is PlacementStartReason.RETURN_TO_CARE
    primary = ReasonForCare(str(child["reason_for_care"]))
    reasons = {primary, ReasonForCare.ILLNESS_OF_A_PARENT} if chance.random() < MANY_REASONS else {primary}
    said = DESTINATION_OF.get(PlacementEndReason(str(last["end_reason"]))) if last["end_reason"] else None
    destination = None if ended is None else said or Destination.NOT_KNOWN
    followed = destination is Destination.FAMILY and chance.random() < SINCE_FOLLOWED
    return telling.row(
        began,
        ended,
        child_id=child["id"],
        reasons=sorted(reasons),
        primary_reason=primary,
        emergency=Answer.YES if first["start_reason"] is PlacementStartReason.EMERGENCY else Answer.NO,
        entered_from=EnteredFrom.FAMILY if again else chance.choices(list(FROM), list(FROM.values()))[0],
        referred_by=chance.choice(BY),
        parents_at_entry=_parents(telling, child["id"], began),
        disabled_at_entry=Answer.YES if chance.random() < DISABLED else Answer.NO,
        family_locality=place,
        family_latitude_e2=chance.randint(-3000, 5500),
        family_longitude_e2=chance.randint(-9000, 12000),
        started_on=began,
        ended_on=ended,
        destination=destination,
        follow_up_until=ended if followed else None,
    )


def _parents(telling: StoryTeller, child_id: object, day: date) -> ParentsAtEntry:
    """Which of the parents lived, and could be found, on the day on which a child came."""
    life = telling.life_of(child_id)
    there = {each.kin_of(life) for each in telling.family_of(child_id).people if each.lives_on(day) and each.is_known}
    return PARENTS[Kinship.MOTHER in there, Kinship.FATHER in there]
