"""Writers at the same time, each step by step: the locks hold between the steps as they do within one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from tests.writes.conftest import begun
from tests.writes.hearing import InSteps
from tests.writes.test_keys import test_twins_at_the_same_time
from tests.writes.test_races import (
    test_a_number_taken_twice_at_once,
    test_everybody_at_once,
    test_one_child_in_two_homes,
    test_twenty_for_three_places,
    test_two_updates_of_one_version,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from countries.connections.address import Address
    from countries.register.register import Register
    from tests.writes.writes import Writes

__all__ = [
    "test_a_number_taken_twice_at_once",
    "test_everybody_at_once",
    "test_one_child_in_two_homes",
    "test_twenty_for_three_places",
    "test_twins_at_the_same_time",
    "test_two_updates_of_one_version",
]


@pytest_asyncio.fixture(scope="module")
async def writes(written: Address, register: Register) -> AsyncIterator[Writes]:
    """The module's world, written step by step."""
    async with begun(InSteps(written), written, register) as writes:
        yield writes
