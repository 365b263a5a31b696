"""Mutations that are written step by step on any server, and what their transactions run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from countries.connections.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from countries.connections.address import Address
    from countries.connections.pool import Lane
    from countries.tenancy.caller import Caller

Hears: TypeAlias = "Callable[[Lane, str, Sequence[object]], Awaitable[None]]"


@dataclass(frozen=True, slots=True)
class Heard:
    """A transaction's connection."""

    lane: Lane
    hears: Hears

    async def one_row(self, text: str, values: Sequence[object]) -> Any:  # noqa: ANN401 - a record
        """As `Lane.one_row`."""
        await self.hears(self.lane, text, values)
        return await self.lane.one_row(text, values)

    async def rows(self, text: str, values: Sequence[object]) -> Any:  # noqa: ANN401 - records
        """As `Lane.rows`."""
        await self.hears(self.lane, text, values)
        return await self.lane.rows(text, values)


class InSteps(Database):
    """The real pools, written step by step: as those of a cluster, whatever the server is."""

    async def check(self, workers: int = 1) -> None:
        """As the real one."""
        await super().check(workers)
        self.is_distributed = True


class Listened(InSteps):
    """Likewise, and somebody hears each statement before it is run."""

    def __init__(self, address: Address, hears: Hears) -> None:
        super().__init__(address)
        self._hears = hears

    @asynccontextmanager
    async def writing(self, caller: Caller) -> AsyncIterator[Any]:
        """As the real one."""
        async with super().writing(caller) as lane:
            yield Heard(lane, self._hears)
