"""A golden pair for each verb: the statement that it becomes over a made-up entity, and what it answers.

`cases/<mutation>.sql` is the write of an office under a key; `cases/<mutation>.json` the answer, with ids and instants
taken out. `HEARTH_GOLDEN=write` writes what a run finds, as for the compiler's cases.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import pytest

from countries.tenancy.caller import Tier
from graph.entities import graph_model
from graph.writes.actions import all_actions
from graph.writes.statement import compile_write
from tests.plan.golden import is_rewriting
from tests.writes.made_up import made_up
from tests.writes.test_golden import without_ids

if TYPE_CHECKING:
    from tests.writes.writes import Writes

CASES = Path(__file__).parent / "cases"
NAMES = ("recordPastime", "correctPastime", "endPastime", "voidPastime", "updateStocktake", "correctGathering")
"""One of each verb, and one of many links."""


@pytest.mark.parametrize("name", NAMES)
async def test_the_statement_and_the_answer(writes: Writes, name: str) -> None:
    """A verb with all that it takes becomes this statement, and answers so."""
    writes._made = 1000 * (1 + NAMES.index(name))
    given = await made_up(writes, name)
    action = all_actions()[name]
    compiled = compile_write(graph_model(), action, Tier.OFFICE, frozenset(given), keyed=True)
    told = await writes.do(name, **given)
    assert not told.errors
    found = {"sql": compiled.write.text + "\n", "json": without_ids(orjson.dumps(told.body))}
    for suffix, text in found.items():
        path = CASES / f"{name}.{suffix}"
        if is_rewriting():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


def test_every_file_belongs_to_a_verb() -> None:
    """No golden file is left over."""
    assert {path.stem for path in CASES.iterdir()} == set(NAMES)
