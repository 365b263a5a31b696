"""Inspections: the licence that most homes have, and who came to look; a family of relatives is asked for none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.demo.records import SETTLED
from graph.entities.home_form import HomeForm
from graph.entities.inspection import InspectionKind, InspectionOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

BEFORE = timedelta(days=20)
"""So long before its first day a home is licensed."""
HOLDS = timedelta(days=3 * 365)
RENEWED = timedelta(days=3 * 365 - 45)
"""A licence is asked for anew before it ends."""
LAST_YEARS = timedelta(days=6 * 365)
"""Of what lies further back nobody has kept a record here."""
BETWEEN = (300, 700)
"""Days from one visit to the next."""
BY = ("Department of Children's Services", "District inspectorate", "Municipal child protection office")
NOTES = (
    "The garden gate has to close.", "Two children share a room, by their own wish.", "A second way out is missing.",
    "The children knew whom they can turn to.",
)  # fmt: skip


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """The licences of each home, and the visits of the last years."""
    for home in telling.rows("home"):
        opened = telling.day(home, "opened_on")
        last = telling.today - SETTLED
        until = last if home["closed_on"] is None else min(last, telling.day(home, "closed_on"))
        if home["form"] is not HomeForm.KINSHIP_FAMILY:
            yield from _licences(telling, home, opened, until)
        day = max(opened, telling.today - LAST_YEARS) + timedelta(days=telling.rng.randint(*BETWEEN))
        while day < until:
            yield _visit(telling, home, day)
            day += timedelta(days=telling.rng.randint(*BETWEEN))


def _licences(telling: StoryTeller, home: RowCells, opened: date, until: date) -> Iterator[RowCells]:
    """One for each three years, of which those are on record that reach into the last years."""
    day, by = opened - BEFORE, telling.rng.choice(BY)
    kind = InspectionKind.REGISTRATION if home["form"] is HomeForm.FOSTER_FAMILY else InspectionKind.LICENCE
    while day <= until:
        if day + HOLDS > telling.today - LAST_YEARS:
            outcome = InspectionOutcome.CONDITIONS if telling.rng.random() < 0.1 else InspectionOutcome.PASSED  # noqa: PLR2004 - a share
            yield telling.row(
                day, None, home_id=home["id"], kind=kind, held_on=day, valid_until=day + HOLDS, outcome=outcome,
                announced=Answer.YES, children_heard=None, carried_out_by=by, note=None,
            )  # fmt: skip
        day += RENEWED


def _visit(telling: StoryTeller, home: RowCells, day: date) -> RowCells:
    chance = telling.rng.random()
    complaint = chance < 0.05  # noqa: PLR2004 - a share
    failed = chance > 0.97  # noqa: PLR2004 - a share
    return telling.row(
        day,
        None,
        home_id=home["id"],
        kind=InspectionKind.COMPLAINT_VISIT if complaint else InspectionKind.INSPECTION,
        held_on=day,
        valid_until=None,
        outcome=InspectionOutcome.FAILED if failed else InspectionOutcome.PASSED,
        announced=telling.rng.choice(tuple(Answer)),
        children_heard=telling.rng.randint(0, 4),
        carried_out_by=telling.rng.choice(BY),
        note=telling.rng.choice(NOTES) if chance > 0.7 else None,  # noqa: PLR2004 - a share
    )
