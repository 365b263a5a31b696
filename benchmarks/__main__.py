"""`python -m benchmarks`: every part, or some of them."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson

from benchmarks import cold, documents, ground, node, reporting, size, workers, writes
from benchmarks.figures import run as figures
from benchmarks.figures.closings import YEARS
from benchmarks.figures.federations import SKEWED
from benchmarks.machine import machine
from benchmarks.peers import PeerError
from benchmarks.ratios import Row, table
from benchmarks.side_by_side import PEERS, Comparison, Rounds, compare
from benchmarks.size import SizeError, within_bound
from benchmarks.workloads import NAMES, TEXTBOOK, WITHOUT_TEXTBOOK
from benchmarks.wrk import LoadError, find_wrk

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from benchmarks.workloads import Cell

PARTS = ("peers", "writes", "fanout", "cold", "documents", "workers", "figures", "size", "reporting")
ON_BOTH = {"size": size.run, "reporting": reporting.run}
"""The parts that are measured on both populations."""
TIERS = (("office", "eight"), ("caseworker",), ("headquarters",))
"""Who asks, by the tier's servers that they share."""
GROUPS = tuple(group for groups in TIERS for group in groups)
MAIN = Rounds(number=5, seconds=1)
FANOUT_SECONDS = 4
FAIRNESS = ("W1", "W2")
DOCUMENTS = 100_000
DOCUMENTS_SECONDS = 45
"""No part of the documents that is likely to end later is begun, unless their number is asked for by name."""
ROUNDS = {
    "caseworker": Rounds(number=2, seconds=1),
    "eight": Rounds(number=2, seconds=1),
    "headquarters": Rounds(number=2, seconds=3),  # the textbook server needs seconds for one of these answers
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What to measure.

    Attributes:
        parts: some of `PARTS`.
        workloads: some of `NAMES`.
        groups: some of `GROUPS`.
        peers: some of `PEERS`.
        main: how long the main comparison takes; the others take what `ROUNDS` says.
        documents: how many different documents; none for as many of 100,000 as there is time for.
    """

    parts: Sequence[str]
    workloads: Sequence[str]
    groups: Sequence[str]
    peers: Sequence[str]
    main: Rounds
    documents: int | None


async def measure(choice: Choice) -> dict[str, Any]:
    """Every chosen part, one after another."""
    began = time.monotonic()
    results: dict[str, Any] = {"machine": machine(), "date": datetime.now(UTC).date().isoformat()}
    postgres = ground.server()
    try:
        installing = asyncio.create_task(asyncio.to_thread(_install, choice))
        laid = await ground.lay(postgres, _say)
        wrk = await installing
        results["rows"] = dict(laid.sizes)

        rows: list[Row] = []

        def tell_part(name: str) -> None:
            _say(f"-- {name}, after {time.monotonic() - began:.0f} s")

        if "peers" in choice.parts:
            tell_part("peers")
            rows += await _side_by_side(laid, wrk, choice)
            results["peers"] = {row.label: row.as_json() for row in rows}
        if "writes" in choice.parts:
            tell_part("writes")
            written = await writes.run(laid, wrk, _say)
            results["writes"] = {row.label: row.as_json() for row in written}
            rows += written
        if "fanout" in choice.parts:
            tell_part("fanout")
            results["fanout"] = await _fan_out()
        if rows:
            results["table"] = table(rows, results["machine"], results["date"])
        bound = DOCUMENTS_SECONDS if choice.documents is None else None
        alone: dict[str, Callable[[], Awaitable[object]]] = {
            "cold": lambda: cold.run(laid, _say),
            "workers": lambda: workers.run(laid, wrk, _say),
            "documents": lambda: documents.run(laid, choice.documents or DOCUMENTS, _say, bound),
            "figures": lambda: figures.run(postgres, laid.address, SKEWED, YEARS, _say),
        }
        for part in (part for part in alone if part in choice.parts):
            tell_part(part)
            results[part] = await alone[part]()
        for part in (part for part in ON_BOTH if part in choice.parts):
            tell_part(part)
            await ground.enlarge(laid, _say)
            results[part] = await ON_BOTH[part](laid, _say)
    finally:
        await asyncio.to_thread(postgres.stop)
    results["seconds"] = round(time.monotonic() - began)
    return results


async def _fan_out() -> list[str]:
    """In a process of its own, whose loop serves a thousand clients and nothing else."""
    command = (sys.executable, "-m", "benchmarks.fanout", "--seconds", str(FANOUT_SECONDS))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    lines = said.decode().splitlines()
    for line in lines:
        _say(line)
    return lines


def _install(choice: Choice) -> Path:
    """The client and PostGraphile, while the population is made."""
    if not {"peers", "cold"}.isdisjoint(choice.parts):
        node.install()
    return find_wrk(ground.CACHE)


async def _side_by_side(laid: ground.Ground, wrk: Path, choice: Choice) -> list[Row]:
    rows: list[Row] = []
    for groups in TIERS:
        asked = [
            Comparison(cell, _beside(cell, choice), choice.main if cell.callers == "office" else ROUNDS[cell.callers])
            for group in groups
            for cell in laid.cells.values()
            if cell.callers == group and group in choice.groups and cell.workload in choice.workloads
            if group != "eight" or cell.workload in FAIRNESS
        ]
        if asked:
            rows += await compare(laid, wrk, asked, _say)
    return rows


def _beside(cell: Cell, choice: Choice) -> Sequence[str]:
    """Eight countries are there to show that fairness costs little; the textbook server knows no fairness."""
    without = cell.callers == "eight" or cell.workload in WITHOUT_TEXTBOOK
    return [peer for peer in choice.peers if not without or peer != TEXTBOOK]


def _say(text: str) -> None:
    click.echo(text)
    sys.stdout.flush()


@click.command()
@click.option("--only", default=",".join(PARTS), help=f"Parts: {', '.join(PARTS)}.")
@click.option("--workloads", default=",".join(NAMES), help="Which of the workloads.")
@click.option("--callers", default=",".join(GROUPS), help="Who asks.")
@click.option("--peers", default=",".join(PEERS), help="Beside whom.")
@click.option("--rounds", default=MAIN.number, type=click.IntRange(1), help="Rounds of the main comparison.")
@click.option("--seconds", default=MAIN.seconds, type=click.IntRange(1), help="Seconds of each peer in a round.")
@click.option("--documents", "number", type=click.IntRange(100), help="How many different documents, all of them.")
def main(only: str, workloads: str, callers: str, peers: str, rounds: int, seconds: int, number: int | None) -> None:  # noqa: PLR0913, PLR0917 - one argument an option
    """Measure; print a line for each figure, a table, and write .cache/bench/results.json."""
    parts, asked, groups, beside = (tuple(text.split(",")) for text in (only, workloads, callers, peers))
    choice = Choice(parts, asked, groups, beside, Rounds(rounds, seconds), number)
    try:
        results = asyncio.run(measure(choice))
    except (PeerError, LoadError, node.NodeError) as error:
        raise click.ClickException(str(error)) from None
    written = ground.CACHE / "results.json"
    written.write_bytes(orjson.dumps(results, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS))
    if "table" in results:
        click.echo(f"\n{results['table']}")
    click.echo(f"\n{results['seconds']} seconds; all figures: {os.path.relpath(written)}")
    try:
        within_bound(results.get("size", {}))
    except SizeError as error:
        raise click.ClickException(str(error)) from None


if __name__ == "__main__":
    main()
