"""What random sequences have found: each defect once more, by name."""

from __future__ import annotations

import pytest

from graph.declarations.nouns import NATIONAL
from graph.entities import graph_model
from graph.writes.action import Action
from graph.writes.actions import all_actions
from graph.writes.mutation import Group
from graph.writes.statement import compile_write
from tests.writes.operations import seen
from tests.writes.writes import Row, Writes

WHY = {"reason": "No bed elsewhere.", "authorisedBy": "Director"}


@pytest.mark.parametrize(
    "given", [{}, {"startReason": "EMERGENCY"}, {"startedOn": "2026-01-11"}, {"startedOn": "2026-01-09"}]
)
async def test_an_exception_for_a_home_that_stays(given: Row, writes: Writes) -> None:
    """A correction that names no home records an exception for the home where the child lives: it was INTERNAL."""
    home = await writes.home(capacity=1)
    await writes.child(home)
    child = await writes.child(home, exception=WHY)
    placement = await writes.placement(child)
    row = await writes.ok("correctPlacement", **seen(placement), **given, reason="Set right.", exception=WHY)
    assert row["version"] == placement["version"] + 1
    found = await writes.get("placement", "exceptions { nodes { home { id } reason } }", id=row["id"])
    assert found["exceptions"]["nodes"] == [{"home": {"id": home["id"]}, "reason": WHY["reason"]}] * 2


async def test_a_move_before_the_programme_runs(writes: Writes) -> None:
    """The refusal points at the day that the input gave: it pointed at `startedOn`, which the input has not."""
    child = await writes.child()
    young = await writes.ok("startProgramme", name="New", kind="AFTERCARE", startedOn="2026-10-01")
    wanted = {**seen(child), "programmeId": young["id"], "movedOn": "2026-09-30"}
    assert (await writes.do("moveToProgramme", **wanted)).refused == [("CONFLICT", "input.movedOn")]


def inputs_of(action: Action) -> frozenset[str]:
    """Everything that an input may hold, as the statement knows it; an end may be one by death."""
    inner = (f"{taken.name}.{each.name}" for taken in action.takes if isinstance(taken, Group) for each in taken.takes)
    return frozenset({*(taken.name for taken in action.takes), *inner})


@pytest.mark.parametrize("name", all_actions())
def test_a_refusal_points_into_the_input(name: str) -> None:
    """Whatever a check refuses, its path is of a field that the mutation's input has."""
    action = all_actions()[name]
    there = {"id", "version", "clientMutationId", "idempotencyKey", *(taken.name for taken in action.takes)}
    present = inputs_of(action)
    for given in (
        present,
        *({present - {taken.name} for taken in action.takes if not getattr(taken, "required", False)}),
    ):
        for tier in action.tiers & NATIONAL:
            compiled = compile_write(graph_model(), action, tier, given, keyed=False)
            for refusal in compiled.refusals.values():
                assert refusal.path[0] == "input"
                assert refusal.path[1] in there, (name, refusal)
