"""What `mayDo` says and what the mutation then answers are the same, of every mutation and every state of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.entities import graph_model
from graph.execute.request import GraphQLRequest
from graph.reasons import Reason
from graph.writes.actions import all_actions
from graph.writes.doables import all_doables
from graph.writes.periods import all_rowless
from tests.writes.operations import OPERATIONS, seen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.writes.writes import Row, Told, Writes

    Make = Callable[[Writes], Awaitable[Row]]

CHANGING = [name for name, action in all_actions().items() if not action.creates]
OF_STATE = {
    Reason.TAKEN_BACK, Reason.ENDED_ALREADY, Reason.HOME_CLOSED, Reason.HOME_OPEN, Reason.DEATH_KNOWN,
    Reason.DEATH_NOT_KNOWN,
}  # fmt: skip
"""What is told of a row's own state."""
OF_ITSELF = ("id", "diedOn")
"""Where that is told; elsewhere the same reason is of another row."""
EVERYBODY = ("office", "caseworker", "region", "headquarters")


def after(name: str) -> Make:
    """A row to which a mutation has been done."""

    async def make(writes: Writes) -> Row:
        row: Row = await writes.ok(name, **await OPERATIONS[name](writes))
        return row

    return make


async def _open_home(writes: Writes) -> Row:
    return await writes.home()


async def _child(writes: Writes) -> Row:
    return await writes.child()


async def _no_child(writes: Writes) -> Row:
    """Recorded in error, and not as another child, to whom its id would lead on."""
    child = await writes.child()
    await writes.ok("voidPlacement", **seen(await writes.placement(child)), reason="Nobody came.")
    await writes.ok("voidCareEpisode", **await writes.episode(child), reason="Nobody came.")
    row: Row = await writes.ok("voidChild", **seen(await writes.again(child)), reason="Nobody came.")
    return row


async def _placement(writes: Writes) -> Row:
    return await writes.placement(await writes.child())


STATES: dict[str, Make] = {
    "a home": _open_home,
    "a closed home": after("closeHome"),
    "a home taken back": after("voidHome"),
    "a child": _child,
    "a child who died": after("recordDeath"),
    "a child taken back": _no_child,
    "a placement": _placement,
    "a placement that has ended": after("endPlacement"),
    "a placement taken back": after("voidPlacement"),
    "a programme": after("startProgramme"),
    "a programme that has ended": after("endProgramme"),
    "a programme taken back": after("voidProgramme"),
    "a year": after("recordProgrammeYear"),
    "a year taken back": after("voidProgrammeYear"),
    "a bond": after("recordSiblingBond"),
    "a bond that has ended": after("endSiblingBond"),
    "a bond taken back": after("voidSiblingBond"),
    "a tie that has ended": after("endCommunityLink"),
    "a tie that was set right": after("correctCommunityLink"),
    "a tie taken back": after("voidCommunityLink"),
    "care": after("beginCare"),
    "care that has ended": after("endCare"),
    "care taken back": after("voidCareEpisode"),
    "an assessment": after("openGatekeeping"),
    "an assessment that is done": after("completeGatekeeping"),
    "a guardian": after("recordGuardianship"),
    "a legal status that has ended": after("endLegalStatus"),
    "support that has ended": after("endSupportService"),
    "a task": after("recordTask"),
    "a task that is done": after("doneTask"),
    "a decision": after("recordDecision"),
    "a decision that was looked at again": after("lookedAtDecision"),
    "a decision taken back": after("voidDecision"),
    "a word": after("recordParticipation"),
    "an option": after("correctDecisionOption"),
    "nights away": after("recordTemporaryStay"),
    "nights away that have ended": after("endTemporaryStay"),
    "nights away taken back": after("voidTemporaryStay"),
    "a contact": after("planContact"),
    "a contact that was held": after("contactHeld"),
    "a contact that was missed": after("contactMissed"),
    "a partner": after("addCommunityPartner"),
    "a partner taken back": after("voidCommunityPartner"),
}
"""A row of each table in each state that its own columns tell."""


async def may_do(writes: Writes, row: Row, as_: str) -> list[str] | None:
    """What a caller is told; nothing where the row is out of view."""
    of = row["id"].partition("_")[0]
    text = f"query Q($id: ID!) {{ node(id: $id) {{ ... on {of} {{ mayDo }} }} }}"
    found = await writes.send(text, as_, id=row["id"])
    node = found["data"]["node"]
    return None if node is None else node["mayDo"]


def is_refused_by_state(told: Told) -> bool:
    """Whether the role, or the row's own state, does not let it be."""
    codes = {error["extensions"]["code"] for error in told.body.get("errors", ())}
    own = {error["reason"] for error in told.errors if error["path"][1] in OF_ITSELF}
    return "FORBIDDEN" in codes or bool(own & OF_STATE)


@pytest.mark.parametrize("state", STATES)
async def test_a_row_says_what_its_mutations_answer(writes: Writes, state: str) -> None:
    """Each that is named goes as far as the role and the row's state let it; each other one of the row is refused."""
    row = await STATES[state](writes)
    table = graph_model().by_type[row["id"].partition("_")[0]].table
    own = [name for name in CHANGING if all_actions()[name].table == table]
    assert own
    for as_ in EVERYBODY:
        told = await may_do(writes, row, as_)
        if told is None:
            continue
        assert told == sorted(told)
        assert set(told) <= set(own)
        for name in own:
            given = await OPERATIONS[name](writes) | seen(row) | {"dryRun": True}
            assert is_refused_by_state(await writes.do(name, as_, **given)) is (name not in told), (as_, name)


def test_every_mutation_that_changes_a_row_is_tried() -> None:
    """A new mutation is asked too; a new table has its states here."""
    tables = {all_actions()[name].table for name in CHANGING}
    words = {"child", "home", "placement", "programme", "year", "bond", "tie", "partner", "care", "assessment",
             "guardian", "legal status", "support", "task", "nights",
             "decision", "word", "option"}  # fmt: skip
    assert {word for word in words if any(word in state for state in STATES)} == words
    assert tables <= {"child", "home", "placement", "programme", "programme_year", "sibling_bond", "community_link",
                      "community_partner", "home_address", "inspection", "caregiver", "caregiver_assignment",
                      "caregiver_check", "caregiver_credential", "care_episode", "gatekeeping_assessment",
                      "guardianship", "legal_status", "support_service", "task", "temporary_stay", "decision",
                      "decision_option", "participation"}  # fmt: skip


@pytest.mark.parametrize("as_", EVERYBODY)
async def test_a_viewer_says_what_the_role_may_do(writes: Writes, as_: str) -> None:
    """Each that is named is not FORBIDDEN by its name alone; each other one is, and there are no more."""
    told = (await writes.send("{ viewer { mayDo } }", as_))["data"]["viewer"]["mayDo"]
    tier = writes.callers[as_].tier
    may = [name for name, action in all_actions().items() if tier in action.tiers]
    may += [name for name, mutation in all_rowless().items() if tier in mutation.tiers]
    assert told == sorted(may)
    assert set(all_doables().tiers) == {*all_actions(), *all_rowless()}


async def test_it_costs_no_look(writes: Writes) -> None:
    """It is worked out from the row that is read: no sub-select, and no other table."""
    text = "{ homes { nodes { mayDo } } children { nodes { mayDo } } }"
    office = writes.callers["office"]
    statement = writes.engine.prepare(GraphQLRequest(text), office).plan.statement
    assert statement is not None
    assert "placement" not in statement.text
    assert statement.text.count("CASE WHEN") >= 6


async def test_a_refused_mutation_says_where_to_look(writes: Writes) -> None:
    """Whoever may not do it is led to the list of what may be done, not to that of what may be read."""
    home = 'id: "Home_BE_0158ba3a-4c28-79f2-a5a2-cb8a28c3517a", version: 1, closedOn: "2026-01-31"'
    text = f'mutation {{ closeHome(input: {{ {home}, idempotencyKey: "k-of-a-caseworker" }}) {{ home {{ id }} }} }}'
    errors = (await writes.send(text, "caseworker"))["errors"]
    (hint,) = {each["extensions"]["hint"] for each in errors if each["extensions"]["code"] == "FORBIDDEN"}
    assert "`viewer { mayDo }`" in hint
