"""A rule that knows exceptions: a fact is let pass where somebody answers, and that stays on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import literal_column

from graph.declarations.rules import Rule
from graph.entities import graph_model
from graph.entities.placement_exception import PlacementRule
from graph.execute.engine import Engine
from graph.reasons import Reason
from graph.refusals import conflict
from graph.schema.sdl import build_schema
from tests.conftest import NOW
from tests.writes.writes import Row, Writes, uuid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.register.register import Register

TOO_YOUNG = conflict(Reason.ENROLLED_LATER, "The child is too young for that.", "Wait.", "startedOn")
OLD_ENOUGH = Rule(
    "old_enough",
    "started_on",
    TOO_YOUNG,
    reads={"child_id": ("birth_date",)},
    holds=lambda row, led, _frame: row.c.started_on - led["child_id"].c.birth_date >= literal_column("4000"),
    plans="started_on",
    exception=PlacementRule.CAPACITY,
)
ANSWERED: dict[str, Any] = {"exception": {"reason": "A storm.", "authorisedBy": "Ann"}}
NOTED = """
SELECT rule, dated::text, reason, authorised_by, home_id::text, programme_id::text, child_id::text
FROM placement_exception WHERE child_id = $1 ORDER BY dated
"""
BORN, OLD = "2015-06-01", "2014-01-01"
"""Of one who is too young until May 2026, and of one who is not."""


@pytest.fixture
def strict(writes: Writes, register: Register) -> Iterator[Writes]:
    """Placements that keep one rule more."""
    placement, before = graph_model().by_table["placement"], writes.engine
    keeps = placement.keeps
    object.__setattr__(placement, "keeps", (*keeps, OLD_ENOUGH))
    writes.engine = Engine(build_schema()._schema, graph_model(), register, writes.database, lambda: NOW)
    yield writes
    writes.engine = before
    object.__setattr__(placement, "keeps", keeps)


async def noted(writes: Writes, child: Row) -> list[Row]:
    """The exceptions of a child."""
    return await writes.rows(NOTED, uuid_of(child["id"]))


async def born(writes: Writes, day: str) -> Row:
    """A child who was admitted as one that is old enough, and was born later than that."""
    child = await writes.child(birthDate="2010-01-01")
    row: Row = await writes.ok("updateChild", id=child["id"], version=child["version"], birthDate=day)
    return row


async def test_a_fact_passes_and_stays_on_record(strict: Writes) -> None:
    """Refused without an answer; with one it is written, with the rule, the day, who answers and whose it is."""
    child, home = await born(strict, BORN), await strict.home()
    about = {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-02-01"}
    told = await strict.do("placeChild", "caseworker", **about)
    assert (told.refused, told.reasons) == ([("CONFLICT", "input.startedOn")], {Reason.ENROLLED_LATER})
    assert await noted(strict, child) == []
    await strict.ok("placeChild", "caseworker", **about, **ANSWERED)
    (row,) = await noted(strict, child)
    assert row == {
        "rule": "CAPACITY", "dated": "2026-02-01", "reason": "A storm.", "authorised_by": "Ann",
        "home_id": str(uuid_of(home["id"])), "programme_id": str(uuid_of(strict.programmes["own"])),
        "child_id": str(uuid_of(child["id"])),
    }  # fmt: skip


async def test_a_plan_is_refused_whoever_answers(strict: Writes) -> None:
    """Nothing lets a plan pass, and nothing is noted."""
    child = await born(strict, "2018-01-01")
    home = await strict.home()
    about = {"childId": child["id"], "homeId": home["id"], "startedOn": "2026-12-24"}
    told = await strict.do("placeChild", **about, **ANSWERED)
    assert told.refused == [("CONFLICT", "input.startedOn")]
    assert await noted(strict, child) == []


async def test_what_keeps_the_rule_needs_no_exception(strict: Writes) -> None:
    """An answer to nothing leaves nothing on record; of brothers and sisters each is looked at alone."""
    young, old = await strict.siblings(2, birthDate="2010-01-01")
    for child, day in ((young, BORN), (old, OLD)):
        given = {"id": child["id"], "version": child["version"], "birthDate": day}
        await strict.ok("updateChild", **given)
    home = await strict.home()
    about = {"childIds": [young["id"], old["id"]], "homeId": home["id"], "startedOn": "2026-02-01"}
    told = await strict.do("placeSiblings", **about, **ANSWERED)
    assert not told.errors, told.body
    assert [row["dated"] for row in await noted(strict, young)] == ["2026-02-01"]
    assert await noted(strict, old) == []


async def test_what_is_set_right_is_noted_too(strict: Writes) -> None:
    """A correction into days on which the rule is broken says who answers for it."""
    child, home = await born(strict, BORN), await strict.home()
    first = await strict.placement(child)
    await strict.ok("endPlacement", id=first["id"], version=1, endedOn="2026-01-20", endReason="OTHER")
    placed = await strict.ok("placeChild", childId=child["id"], homeId=home["id"], startedOn="2026-08-01")
    given = {"id": placed["id"], "version": placed["version"], "startedOn": "2026-03-01", "reason": "Misread."}
    told = await strict.do("correctPlacement", **given)
    assert told.refused == [("CONFLICT", "input.startedOn")]
    await strict.ok("correctPlacement", **given, **ANSWERED)
    assert [row["dated"] for row in await noted(strict, child)] == ["2026-03-01"]
