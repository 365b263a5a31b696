"""A crew of processes that fill countries side by side, each on a connection of its own.

                 ┌ process ─ makes up a part of its country ─ COPY ─> PostgreSQL
    orders ──>   ┤
    one each     └ process ─ makes up a part of its country ─ COPY ─> PostgreSQL

A process gets one order at a time and tells what it has done; rows never travel between processes. Ctrl-C reaches this
process alone, which ends the others: their transactions end with them, and whole countries stay.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

import asyncpg

from graph.demo.fill import Order, fill, operator
from graph.errors import HearthError, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection as Pipe
    from multiprocessing.context import SpawnProcess

    from countries.connections.address import Address

    Told = int | Counter[str] | Exception

MOST = 8
"""Processes at most: beyond that the one database is what they wait for."""

WORTH = 4_000
"""Children from which on a second process makes up for its start, which takes a second."""


def crew_size(children: int, countries: int) -> int:
    """How many processes fill so many countries with so many children in all.

    Returns:
        1 where this process does it alone.
    """
    return 1 if children < WORTH else min(_processors(), countries, MOST)


async def fill_together(
    address: Address, orders: Iterable[Order], size: int, tell: Callable[[str, int], None]
) -> Counter[str]:
    """Carry out orders in `size` processes.

    Args:
        address: where the operator logs in.
        orders: one a country.
        size: how many processes.
        tell: called with a country's code and how many of its children more are written.

    Returns:
        How many rows were written, by table.

    Raises:
        HearthError: what one of them met first; the others are stopped, and what they had not finished is undone.
    """
    waiting = iter(orders)
    with _crew(address, size) as workers:
        work = [asyncio.create_task(worker.carry_out(waiting, tell)) for worker in workers]
        try:
            return sum(await asyncio.gather(*work), Counter())
        finally:
            for task in work:
                task.cancel()


@dataclass(frozen=True, slots=True)
class _Worker:
    """One process, as this one sees it."""

    process: SpawnProcess
    pipe: Pipe

    async def carry_out(self, waiting: Iterator[Order], tell: Callable[[str, int], None]) -> Counter[str]:
        """Take orders while there are any."""
        rows: Counter[str] = Counter()
        for order in waiting:
            try:
                self.pipe.send(order)
                while not isinstance(told := await asyncio.to_thread(self._hear), Counter):
                    if isinstance(told, Exception):
                        raise told
                    tell(order.country.code, told)
            except (EOFError, BrokenPipeError) as error:
                raise Unavailable(
                    "A process that was filling a country has ended.", "Run it again; finished countries stay."
                ) from error
            rows += told
        return rows

    def _hear(self) -> Told:
        told: Told = self.pipe.recv()
        return told


@contextmanager
def _crew(address: Address, size: int) -> Iterator[list[_Worker]]:
    """Processes that wait for orders; they end with the block, whatever they are at."""
    context = get_context("spawn")  # a fork would copy our connections and the lock on the embedded server
    workers: list[_Worker] = []
    try:
        for _ in range(size):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, address), daemon=True)
            process.start()
            theirs.close()  # or the end of the process would not end the pipe
            workers.append(_Worker(process, ours))
        yield workers
    finally:
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.process.join()
            worker.pipe.close()


def _work(pipe: Pipe, address: Address) -> None:
    """What a process of the crew does all its life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asyncio.run(_fill_on_demand(pipe, address))


async def _fill_on_demand(pipe: Pipe, address: Address) -> None:
    def say(told: Told) -> None:
        try:
            pipe.send(told)
        except BrokenPipeError as error:
            raise EOFError from error  # as `recv` says it; an OSError would count as the database's

    with suppress(EOFError):  # whoever wanted the countries is gone
        try:
            async with operator(address) as connection:
                while True:
                    say(await fill(connection, pipe.recv(), say))
        except (HearthError, asyncpg.PostgresError) as error:
            say(error)


def _processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
