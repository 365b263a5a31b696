"""Gatekeeping assessments: whether care was necessary, asked before a child came, or soon after."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.declarations.columns import Answer
from graph.declarations.obligations import NotOwedReason
from graph.demo.records import SETTLED
from graph.entities.gatekeeping_assessment import Alternative, Assessor, GatekeepingOutcome, Necessity
from graph.entities.home_form import HomeForm
from graph.entities.placement_reasons import PlacementStartReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

ASKED, ANSWERED, REPLACED = 0.8, 0.85, 0.15
"""How many were asked about, were answered, and of those that were not are owed no longer."""
BEFORE, WITHIN = timedelta(days=20), timedelta(days=3)
ASSESSORS = (Assessor.AUTHORITY, Assessor.AUTHORITY, Assessor.JOINT, Assessor.OWN)
TRIED = (Alternative.COUNSELLING, Alternative.MONEY_OR_GOODS, Alternative.RESPITE, Alternative.KIN_WITHOUT_ORDER)


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """One for most children, about their first stay."""
    chance, children = telling.rng, {child["id"]: child for child in telling.rows("child")}
    forms = {home["id"]: home["form"] for home in telling.rows("home")}
    firsts: dict[object, RowCells] = {}
    for stay in telling.rows("placement"):
        first = firsts.setdefault(stay["child_id"], stay)
        if telling.day(stay, "started_on") < telling.day(first, "started_on"):
            firsts[stay["child_id"]] = stay
    for child, stay in firsts.items():
        if chance.random() >= ASKED:
            continue
        came, born = telling.day(stay, "started_on"), children[child]["birth_date"]
        at_once = stay["start_reason"] is PlacementStartReason.EMERGENCY
        opened = came if at_once else came - BEFORE
        if born is not None:
            opened = max(opened, telling.day(children[child], "birth_date"))
        opened = min(opened, telling.today)
        due = opened + WITHIN if at_once else opened + BEFORE
        done = due if due <= telling.today - SETTLED and chance.random() < ANSWERED else None
        replaced = done is None and due <= telling.today - SETTLED and chance.random() < REPLACED
        yield telling.row(
            opened,
            done or (due if replaced else None),
            child_id=child,
            opened_on=opened,
            due_on=due,
            completed_on=done,
            assessor=chance.choice(ASSESSORS),
            assessed_by="Ms. Intake and Mr. Family" if done else None,
            necessity=Necessity.NECESSARY if done else None,
            alternatives=chance.sample(TRIED, chance.randint(1, 3)) if done else None,
            poverty_only=Answer.NO if done else Answer.NOT_KNOWN,
            recommended_form=HomeForm(str(forms[stay["home_id"]])) if done else None,
            suitability_reasons="A family nearby, and the school goes on." if done else None,
            outcome=GatekeepingOutcome.ADMIT if done else None,
            not_owed_from=due if replaced else None,
            not_owed_reason=NotOwedReason.REPLACED if replaced else None,
            care_episode_id=stay["care_episode_id"],
        )
