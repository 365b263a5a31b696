"""What is so of the plain verbs, over all entities that declare some: none is named here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.declarations.verbs import Verb
from graph.entities import graph_model
from tests.lives import facts
from tests.writes.made_up import plain_verbs

if TYPE_CHECKING:
    from tests.writes.writes import Writes

VERBS = {name: mutation.does for name, (_, mutation) in plain_verbs().items()}
SHARED = tuple(
    each.type_name for each in graph_model().by_type.values() if each.is_tenant and not each.programme_column
)


def of(*verbs: Verb) -> list[str]:
    """The mutations that do one of these."""
    return [name for name, verb in VERBS.items() if verb in verbs]


@pytest.mark.parametrize("name", VERBS)
async def test_strangers(writes: Writes, name: str) -> None:
    """Who may not see the rows does nothing to them, and learns nothing."""
    await facts.is_refused_to_strangers(writes, name, SHARED)


@pytest.mark.parametrize("name", VERBS)
async def test_it_is_done(writes: Writes, name: str) -> None:
    """It is done, and history and feed tell of it."""
    await facts.is_done(writes, name)


@pytest.mark.parametrize("name", of(Verb.CHANGE, Verb.CORRECT, Verb.END, Verb.VOID))
async def test_a_stale_version(writes: Writes, name: str) -> None:
    """What has changed since is looked at again first."""
    await facts.is_refused_when_stale(writes, name)


@pytest.mark.parametrize("name", VERBS)
async def test_a_key(writes: Writes, name: str) -> None:
    """Under a key it is done once."""
    await facts.is_done_once_under_a_key(writes, name)


@pytest.mark.parametrize("name", of(Verb.RECORD, Verb.CHANGE, Verb.CORRECT))
async def test_each_value_alone(writes: Writes, name: str) -> None:
    """What is given alone changes alone."""
    await facts.each_value_goes_alone(writes, name)


@pytest.mark.parametrize("name", of(Verb.END))
async def test_an_end(writes: Writes, name: str) -> None:
    """What has ended ends once where it can be set right."""
    await facts.ends_once(writes, name)


@pytest.mark.parametrize("name", of(Verb.VOID))
async def test_taken_back(writes: Writes, name: str) -> None:
    """What was recorded in error is taken back once, and stays so."""
    await facts.is_taken_back_once(writes, name)
