"""`python -m benchmarks.faults`: each fault under steady writes, one after another; then the table."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from benchmarks.faults import of_commands, of_identity, of_postgres, of_replica, of_server
from benchmarks.faults.callers import Caller
from benchmarks.faults.fault import SkippedError
from benchmarks.faults.ledger import kept
from benchmarks.faults.place import COUNTRIES, PlaceError, made
from benchmarks.faults.table import Outcome, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.faults.fault import Apply, Fault
    from benchmarks.faults.place import Place

FAULTS = (
    *of_postgres.FAULTS, *of_replica.FAULTS, *of_server.FAULTS, *of_identity.FAULTS, *of_commands.FAULTS,
)  # fmt: skip
CALLERS = 3
"""Of each country."""
CALM_SECONDS = 1.5
"""Before a fault, and after all are served again."""
PATIENCE_SECONDS = 60.0
"""So long after its end a fault may still be felt; then the row says never."""
OVERALL_SECONDS = 2_400.0
ALIVE = "SELECT country_code, id FROM child WHERE died_on IS NULL AND birth_date < '2025-01-01' ORDER BY id"
"""Whom a tie of the summer of 2026 can be written about."""


async def tried(place: Place, fault: Fault, children: Mapping[str, Sequence[str]]) -> Outcome:
    """What has to be there is; callers write, something breaks, and is mended; what came of it.

    Raises:
        SkippedError: it cannot be done here.
        PlaceError: what was broken could not be mended, or a command did not end as it has to.
    """
    async with fault.around(place) as apply:
        return await _tried(place, fault.name, apply, children)


async def _tried(place: Place, name: str, apply: Apply, children: Mapping[str, Sequence[str]]) -> Outcome:
    callers = _callers(place, children)
    running = [asyncio.create_task(caller.run()) for caller in callers]
    besides: list[str] = []
    try:
        await asyncio.sleep(CALM_SECONDS)
        said = await apply()
        over = time.monotonic()
        besides += [said] if said else []
        served = await _served(place, callers, over, besides)
        await asyncio.sleep(CALM_SECONDS)
        for caller in callers:
            caller.end()
        await asyncio.wait(running, timeout=PATIENCE_SECONDS)
        ended_at = time.monotonic()
        await _again(place, besides)
    finally:
        for task in running:
            task.cancel()
        ended = await asyncio.gather(*running, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error
    async with place.login() as operator:
        found = await kept(operator, [write for caller in callers for write in caller.writes])
    answers = sum((caller.answers for caller in callers), Counter[str]())
    longest = {
        country: max(_longest(caller, ended_at) for caller in callers if caller.country == country)
        for country in COUNTRIES
    }
    return Outcome(name, answers, found, served, longest, besides)


def _callers(place: Place, children: Mapping[str, Sequence[str]]) -> list[Caller]:
    stamp = time.time_ns()
    names = [(country, f"{stamp}-{country}-{number}") for country in COUNTRIES for number in range(CALLERS)]
    return [
        Caller(country, place.url, partial(place.token, country, name), children[country], name)
        for country, name in names
    ]


async def _again(place: Place, besides: list[str]) -> None:
    """Start a server that has ended, as an operator has to, and tell of it."""
    if place.ended is not None:
        besides.append(f"the server ended with {place.ended} and was started again")
        await place.start_server()


async def _served(place: Place, callers: Sequence[Caller], over: float, besides: list[str]) -> float | None:
    """Seconds after `over` until each caller has a write done that it began since."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        await _again(place, besides)
        firsts = [
            next((write.done for write in caller.writes if write.began >= over and write.done is not None), None)
            for caller in callers
        ]
        done = [first for first in firsts if first is not None]
        if len(done) == len(firsts):
            return max(done) - over
        await asyncio.sleep(0.05)
    return None


def _longest(caller: Caller, ended_at: float) -> float:
    """The longest that a caller waited from one write that was done to the next, or to the end where none was."""
    done = [write.done for write in caller.writes if write.done is not None]
    if caller.writes and caller.writes[-1].done is None:
        done.append(ended_at)
    return max((later - earlier for earlier, later in pairwise(done)), default=0.0)


async def run(faults: Sequence[Fault], folder: Path) -> bool:
    """Every fault; whether nothing was lost, doubled or left unserved."""
    outcomes: list[Outcome] = []
    skipped: dict[str, str] = {}
    broken: list[str] = []
    began = time.monotonic()
    async with asyncio.timeout(OVERALL_SECONDS), made(folder) as place:
        async with place.login() as operator:
            rows = await operator.fetch(ALIVE)
        children = {
            country: [f"Child_{country}_{row['id']}" for row in rows if row["country_code"] == country]
            for country in COUNTRIES
        }
        for fault in faults:
            _say(f"-- {fault.name}, after {time.monotonic() - began:.0f} s")
            try:
                outcomes.append(await tried(place, fault, children))
            except SkippedError as error:
                skipped[fault.name] = str(error)
            except PlaceError as error:
                broken.append(f"{fault.name}: {error}")
                _say(broken[-1])
                await place.start_postgres()
                await place.end_server()
                await place.start_server()
    click.echo(table(outcomes, skipped))
    click.echo(f"\n{time.monotonic() - began:.0f} seconds.")
    for each in broken:
        click.echo(each, err=True)
    return not broken and all(outcome.is_whole for outcome in outcomes)


def _say(text: str) -> None:
    click.echo(text, err=True)
    sys.stderr.flush()


@click.command()
@click.option("--only", default="", help="Only the faults whose name has this in it.")
@click.option("--keep", is_flag=True, help="Leave the folder with its logs, and say where it is.")
def main(only: str, *, keep: bool) -> None:
    """Break a server in many ways; print what callers got, and whether anything was lost or doubled."""
    faults = [fault for fault in FAULTS if only.lower() in fault.name.lower()]
    if not faults:
        raise click.ClickException("No fault has that in its name.")
    folder = Path(tempfile.mkdtemp(prefix="hearth-faults-"))
    # PostgreSQL runs as an account of its own, which has to come through.
    folder.chmod(0o711)
    try:
        whole = asyncio.run(run(faults, folder))
    except PlaceError as error:
        raise click.ClickException(str(error)) from None
    finally:
        if keep:
            click.echo(str(folder), err=True)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    if not whole:
        raise click.ClickException("Something was lost, doubled, or not served again.")


if __name__ == "__main__":
    main()
