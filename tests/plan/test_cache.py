"""The bounded memory: what is used stays, what is not used goes, and nothing makes it grow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import BadUserInput, HearthErrors
from graph.execute.queries import PLANS
from graph.execute.request import GraphQLRequest
from graph.memory import Latest
from tests.plan.compiled import CALLERS, new_engine


def test_the_entry_unused_for_longest_goes() -> None:
    """Asking for an entry makes it the latest; one too many drops the oldest."""
    held: Latest[str, int] = Latest(2, 10)
    held.put("a", 1)
    held.put("b", 2)
    assert held.get("a") == 1
    held.put("c", 3)
    assert (held.get("a"), held.get("b"), held.get("c"), len(held)) == (1, None, 3, 2)


def test_weight() -> None:
    """Entries together weigh no more than the limit; one that is too heavy alone is not kept and drops no other."""
    held: Latest[str, str] = Latest(10, 5)
    held.put("a", "A", 2)
    held.put("b", "B", 3)
    assert (len(held), held.weight) == (2, 5)
    held.put("c", "C", 1)
    assert (held.get("a"), held.get("b"), held.weight) == (None, "B", 4)
    held.put("d", "D", 6)
    assert (held.get("d"), held.get("b"), held.weight) == (None, "B", 4)
    held.put("b", "B", 1)
    assert (len(held), held.weight) == (2, 2)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.booleans()), max_size=60))
def test_the_memory_is_bounded(steps: list[tuple[int, int, bool]]) -> None:
    """After any sequence of steps it is within both bounds, and what was put last and fits is there."""
    held: Latest[int, int] = Latest(4, 8)
    for key, weight, asks in steps:
        if asks:
            held.get(key)
            continue
        held.put(key, weight, weight)
        assert held.get(key) == weight
        assert len(held) <= 4
        assert held.weight <= 8


def test_plans_are_bounded() -> None:
    """However many shapes arrive, the engine remembers no more than its limit."""
    engine = new_engine()
    for number in range(40):
        document = f"{{ homes {{ nodes {{ a{number}: id }} }} }}"
        engine.prepare(GraphQLRequest(document), CALLERS["office"])
    assert len(engine._queries._plans) == 40
    assert engine._queries._plans._entries == PLANS


def test_a_refused_request_is_no_plan() -> None:
    """What the planner refuses takes no place among the plans, however often it is sent."""
    engine = new_engine()
    for _ in range(3):
        with pytest.raises(BadUserInput):
            engine.prepare(GraphQLRequest("{ homes(where: { name: {} }) { totalCount } }"), CALLERS["office"])
    assert len(engine._queries._plans) == 0


def test_a_refused_document_is_remembered_once() -> None:
    """An invalid document costs its validation once, and each refusal is an exception of its own."""
    engine = new_engine()
    raised = []
    for _ in range(3):
        with pytest.raises(HearthErrors) as refusal:
            engine.prepare(GraphQLRequest("{ nothing }"), CALLERS["office"])
        raised.append(refusal.value)
    assert len(engine._requests._documents) == 1
    assert len(set(map(id, raised))) == 3


def test_a_remembered_refusal_does_not_grow() -> None:
    """An error that is raised again and again keeps no trail of earlier requests."""
    engine = new_engine()
    for _ in range(5):
        with pytest.raises(HearthErrors) as refusal:
            engine.prepare(GraphQLRequest("{ nothing }"), CALLERS["office"])
    depth, trail = 0, refusal.value.errors[0].__traceback__
    while trail is not None:
        depth, trail = depth + 1, trail.tb_next
    assert depth == 0


def test_equal_periods_are_another_shape_than_different_ones() -> None:
    """What two reports count of one period is counted together: such a plan does not serve two periods."""
    engine = new_engine()
    report = 'indicatorReport(indicators: ["CARE_STOCK"], period: $%s, by: [%s]) { cells { value } }'
    one, two = report % ("a", "SEX"), report % ("b", "COUNTRY")
    document = f"query ($a: PeriodInput!, $b: PeriodInput!) {{ one: {one} two: {two} }}"

    def text(first: int, second: int) -> str:
        variables: dict[str, object] = {"a": {"year": first}, "b": {"year": second}}
        statement = engine.prepare(GraphQLRequest(document, variables=variables), CALLERS["office"]).plan.statement
        assert statement is not None
        return statement.text

    alike, apart = text(2025, 2025), text(2025, 2024)
    assert "together" in alike
    assert "together" not in apart
    assert (text(2024, 2024), text(2023, 2025)) == (alike, apart)
