"""The options of decisions about where a child lives: the home that was taken, and another one that was not."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from graph.entities.decision import DecisionKind
from graph.entities.decision_option import OptionChoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.demo.tables import RowCells
    from graph.demo.telling import StoryTeller

NOTED = 0.6
"""Of how many it was noted which homes were looked at."""
FOR = ("The school goes on, and friends are near.", "There is room for all brothers and sisters.", None)
AGAINST = ("It is too far from the school.", "There is no room for all of them.", "The child did not want it.")


def rows(telling: StoryTeller) -> Iterator[RowCells]:
    """Of most decisions about a placement."""
    stays = {stay["id"]: stay for stay in telling.rows("placement")}
    homes = telling.rows("home")
    for decision in telling.rows("decision"):
        taken = stays[decision["placement_id"]]["home_id"] if decision["kind"] is DecisionKind.PLACEMENT else None
        chance, day = Random(f"{decision['id']} options"), telling.day(decision, "decided_on")
        if taken is None or chance.random() >= NOTED:
            continue
        options = [(taken, OptionChoice.TAKEN, chance.choice(FOR))]
        other = chance.choice(homes)["id"]
        if other != taken:
            options.append((other, OptionChoice.NOT_TAKEN, chance.choice(AGAINST)))
        for home, choice, reason in options:
            yield telling.row(day, None, decision_id=decision["id"], home_id=home, choice=choice, why=reason)
