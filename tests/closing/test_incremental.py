"""Counts are kept from one release to the next, and only who wrote is counted anew: the same as counting everything."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from countries.connections.figures import counting
from countries.register.register import Register
from graph.closing import store
from graph.closing.counting import count
from graph.closing.lattice import Areas, CellCounts, add_up
from graph.errors import Conflict
from graph.indicators.catalogue import all_measures
from graph.indicators.period import Period
from tests.closing.late import COUNTRIES, OFTEN, PERIODS, WRITES, Found, Late
from tests.closing.office import Office, opened
from tests.closing.templates import Templates
from tests.conftest import NOW, copy_database
from tests.indicators.naive import Naive, World

SETTINGS = settings(
    max_examples=int(os.environ.get("HEARTH_LATE_EXAMPLES", "3")),
    stateful_step_count=10,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
MEASURES = all_measures()


async def kept(office: Office, period: Period) -> tuple[CellCounts, CellCounts]:
    """What the latest release of a period rests on: the lattice, and what countries add to others' figures."""
    async with counting(office.address) as statistics:
        for release, each, revision, definitions in reversed(await store.releases(statistics)):
            if each == period:
                read = await store.read_release(statistics, release, each, revision, definitions)
                return dict(read.counts), await store.read_beyond(statistics, release)
    raise LookupError(period)


async def recounted(office: Office, register: Register, period: Period) -> tuple[CellCounts, CellCounts]:
    """The same, all of it counted now."""
    async with counting(office.address) as statistics:
        countries = await store.active_countries(statistics)
        leaves = await count(statistics, MEASURES.values(), period, countries, are_all=True)
        areas = Areas.of(countries, register, brief=period.is_brief)
    lattice = add_up(leaves, MEASURES.values(), areas)
    return lattice, {cell: held for cell, held in leaves.items() if cell not in lattice}


async def day_by_day(office: Office, period: Period, counts: CellCounts) -> None:
    """A country's counts are those of a recount child by child and day by day."""
    naive = Naive(await World.read(office.operator), period)
    for measure in MEASURES.values():
        for split in measure.all_splits:
            by_hand = naive.cells(measure.code, split)
            held = {
                (cell.area, *cell.categories): tuple(found)
                for cell, found in counts.items()
                if cell.measure == measure.code and cell.split == split and cell.area in COUNTRIES and any(found)
            }
            assert held == by_hand, (measure.code, split)


async def restate(office: Office, register: Register, period: Period) -> set[str] | None:
    """Close a period once more; the countries that were counted anew, or nothing where nothing had changed."""
    try:
        closed = await office.closing.close(period, NOW, "Entered late.")
    except Conflict:
        closed = None
    lattice, beyond = await kept(office, period)
    assert (lattice, beyond) == await recounted(office, register, period)
    if period.month is not None:
        await day_by_day(office, period, lattice | beyond)
    return None if closed is None else set(closed.counted)


async def test_what_is_kept_is_what_is_counted(
    templates: Templates, entered: str, register: Register, worker: str
) -> None:
    """Whatever is entered late in whatever order: after each closing every count is as if all had been counted anew."""
    template = await templates.closed(entered, *PERIODS)
    loop, opening = asyncio.get_running_loop(), AsyncExitStack()
    done = Late.done

    class Here(Late):
        """Writes here."""

        def wait(self, task: Coroutine[Any, Any, Found]) -> Found:
            return asyncio.run_coroutine_threadsafe(task, loop).result()

        async def begin(self) -> Office:
            await opening.aclose()
            address = await copy_database(templates.server, template, f"incremental_{worker}")
            return await opening.enter_async_context(opened(address, register))

        async def restate(self, period: Period) -> None:
            counted = await restate(self.office, register, period)
            done.restated += counted is not None
            done.kept += counted is not None and counted < set(COUNTRIES)

    async with opening:
        await asyncio.to_thread(run_state_machine_as_test, Here, settings=SETTINGS)
    assert set(OFTEN) <= set(done.writes)
    assert len(done.writes) > len(WRITES) / 2
    assert done.restated > 5
    assert done.kept > 2
