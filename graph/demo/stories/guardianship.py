"""Guardianships: who decides for a child before the law; of some children nobody is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.entities.guardianship import NAMED, GuardianshipHolder, GuardianshipScope
from graph.entities.kinship import Kinship
from graph.entities.reason_for_care import ReasonForCare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

NOBODY, UNKNOWN, CHANGED = 0.05, 0.06, 0.08
"""How many have nobody on record, a first day that nobody knows, or another guardian by now."""
HOLDERS = {
    GuardianshipHolder.PARENTS: 46, GuardianshipHolder.AUTHORITY: 30, GuardianshipHolder.RELATIVE: 12,
    GuardianshipHolder.APPOINTED: 9, GuardianshipHolder.CAREGIVER: 3,
}  # fmt: skip
WITHOUT_PARENTS = frozenset({ReasonForCare.DEATH_OF_PARENTS, ReasonForCare.PARENTS_UNKNOWN})
GUARDIANS = frozenset({Kinship.GRANDMOTHER, Kinship.GRANDFATHER, Kinship.AUNT_OR_UNCLE})
NAMES = ("Grandmother", "Aunt", "Uncle", "Elder brother", "Guardian of the court")


def _name(telling: StoryTeller, child: RowCells, holder: GuardianshipHolder, day: date) -> str:
    """Somebody of the family by name, where one of them holds it and lives; else what they are."""
    said = telling.rng.choice(NAMES)
    if holder is not GuardianshipHolder.RELATIVE:
        return said
    life, people = telling.life_of(child["id"]), telling.family_of(child["id"]).people
    kin = (each for each in people if each.kin_of(life) in GUARDIANS and each.lives_on(day) and each.is_known)
    return next((each.given_name for each in kin), said)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Who decides for each child, from the day on which it was enrolled."""
    chance = telling.rng
    for child in telling.rows("child"):
        if chance.random() < NOBODY:
            continue
        began = telling.day(child, "enrolled_on")
        holders = {
            holder: often
            for holder, often in HOLDERS.items()
            if holder is not GuardianshipHolder.PARENTS or child["reason_for_care"] not in WITHOUT_PARENTS
        }
        holder = chance.choices(list(holders), list(holders.values()))[0]
        changed = telling.some_time(began, over=1) if chance.random() < CHANGED else None
        scope = GuardianshipScope.TEMPORARY if changed else GuardianshipScope.FULL
        ended = None if changed is None else changed[1]
        yield telling.row(
            began,
            ended,
            child_id=child["id"],
            holder=holder,
            scope=scope,
            name=_name(telling, child, holder, began) if holder in NAMED else None,
            reference=f"G {chance.randint(100, 9999)}" if holder is GuardianshipHolder.APPOINTED else None,
            started_on=None if chance.random() < UNKNOWN else began,
            ended_on=ended,
        )
