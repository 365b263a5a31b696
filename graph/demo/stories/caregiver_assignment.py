"""Assignments: the parent of each family, the team of each group, and the key carer of each child who lives there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.entities.caregiver import CaregiverKind
from graph.entities.caregiver_assignment import AssignmentEndReason, CaregiverRole
from graph.entities.home_form import SETTING_OF, HomeSetting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Who cares for each home, for as long as both are there; its children's key carer is one of them."""
    free: dict[tuple[object, object], list[RowCells]] = defaultdict(list)
    for caregiver in telling.rows("caregiver"):
        free[caregiver["programme_id"], caregiver["kind"]].append(caregiver)
    teams: dict[object, list[RowCells]] = {}
    for home in telling.rows("home"):
        teams[home["id"]] = _team(telling, home, free)
        for place, caregiver in enumerate(teams[home["id"]]):
            yield from _of_home(telling, home, caregiver, place)
    for stay in telling.rows("placement"):
        yield from _of_child(telling, stay, teams[stay["home_id"]])


def _team(telling: StoryTeller, home: RowCells, free: dict[tuple[object, object], list[RowCells]]) -> list[RowCells]:
    """The caregivers of a home who were engaged for it, and the adult who lives there where there is one."""
    family = SETTING_OF[str(home["form"])] == HomeSetting.FAMILY_BASED
    kind, many = (CaregiverKind.FAMILY_CARER, 1) if family else (CaregiverKind.STAFF, 3)
    others = free[home["programme_id"], CaregiverKind.HOUSEHOLD_ADULT] if family else []
    lives = [others.pop(0)] if others and telling.rng.random() < 0.5 else []  # noqa: PLR2004 - a share
    return [free[home["programme_id"], kind].pop(0) for _ in range(many)] + lives


def _role(caregiver: RowCells, place: int, home: RowCells) -> CaregiverRole:
    if caregiver["kind"] is CaregiverKind.HOUSEHOLD_ADULT:
        return CaregiverRole.LIVES_THERE
    if caregiver["kind"] is CaregiverKind.FAMILY_CARER:
        return CaregiverRole.PARENT
    if SETTING_OF[str(home["form"])] == HomeSetting.INDEPENDENT:
        return CaregiverRole.YOUTH_WORKER
    return CaregiverRole.CO_WORKER if place else CaregiverRole.TEAM


def _together(
    telling: StoryTeller, caregiver: RowCells, first: date, end: date | None
) -> tuple[date, date | None] | None:
    """The days of a time on which a caregiver was there."""
    began = max(first, telling.day(caregiver, "engaged_on"))
    left = None if caregiver["left_on"] is None else telling.day(caregiver, "left_on")
    ends = [each for each in (end, left) if each is not None]
    ended = min(ends) if ends else None
    return None if ended is not None and ended <= began else (began, ended)


def _of_home(telling: StoryTeller, home: RowCells, caregiver: RowCells, place: int) -> Iterator[RowCells]:
    closed = None if home["closed_on"] is None else telling.day(home, "closed_on")
    days = _together(telling, caregiver, telling.day(home, "opened_on"), closed)
    if days is None:
        return
    why = (AssignmentEndReason.LEFT_SERVICE, AssignmentEndReason.RETIRED, AssignmentEndReason.ILLNESS)
    yield telling.row(
        days[0],
        days[1],
        child_id=None,
        home_id=home["id"],
        caregiver_id=caregiver["id"],
        role=_role(caregiver, place, home),
        started_on=days[0],
        ended_on=days[1],
        end_reason=None if days[1] is None else telling.rng.choice(why),
    )


def _of_child(telling: StoryTeller, stay: RowCells, team: list[RowCells]) -> Iterator[RowCells]:
    carers = [each for each in team if each["kind"] is not CaregiverKind.HOUSEHOLD_ADULT]
    ended = None if stay["ended_on"] is None else telling.day(stay, "ended_on")
    carer = telling.rng.choice(carers)
    days = _together(telling, carer, telling.day(stay, "started_on"), ended)
    if days is None:
        return
    left = AssignmentEndReason.LEFT_SERVICE if days[1] != ended else AssignmentEndReason.CHILD_MOVED
    yield telling.row(
        days[0],
        days[1],
        child_id=stay["child_id"],
        home_id=None,
        caregiver_id=carer["id"],
        role=CaregiverRole.KEY_CARER,
        started_on=days[0],
        ended_on=days[1],
        end_reason=None if days[1] is None else left,
    )
