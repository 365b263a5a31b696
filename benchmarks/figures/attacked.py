"""What the tests' linear attacker finds in all releases of a federation; it shares no code with what protects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.closing.attacker import Attacker
from tests.closing.gathered import gather
from tests.closing.knowledge import EXACT, Knowledge
from tests.closing.office import opened

if TYPE_CHECKING:
    from countries.connections.address import Address
    from countries.register.register import Register

ASKED = 300
"""So many counts at most are followed, evenly spread over all."""
FIVE = 5


async def fewest(address: Address, register: Register) -> int | None:
    """The fewest whole numbers that a secret count may be; nine stand for more.

    Args:
        address: a federation with closed periods.
        register: the countries.

    Returns:
        None where no count is secret.
    """
    async with opened(address, register) as office:
        knowledge = Knowledge(await gather(office), flows=True)
    attacker = Attacker(knowledge)
    asked = (key for key in knowledge.asked if key not in knowledge.known and key.measure not in EXACT)
    secret = sorted(asked, key=repr)
    found: list[int] = []
    for key in secret[:: max(1, len(secret) // ASKED)]:
        figure = knowledge.figures.get(key, 0)
        low, high = attacker.interval(key, figure, figure + FIVE - 1)
        if high - low < FIVE - 1:
            low, high = attacker.interval(key)
        found.append(min(high - low + 1, 2 * FIVE - 1))
    return min(found, default=None)
