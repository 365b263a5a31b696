"""`python -m benchmarks.figures`: close the periods of federations, and measure what is said and kept of them."""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson

from benchmarks import ground
from benchmarks.figures import readable, table
from benchmarks.figures.closings import WHOLE, YEARS, closings
from benchmarks.figures.federations import FEDERATIONS, copied
from benchmarks.figures.report import reading
from benchmarks.machine import machine
from benchmarks.population import superuser
from countries.register import load_register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.figures.closings import Step
    from countries.address import Address
    from countries.postgres import EmbeddedPostgres

SKEWED = "skewed"
BEFORE = Path(__file__).parent / "before.json"
METHOD = "rounding to fives"


async def measure(names: Sequence[str], steps: Sequence[Step] | None, tell: Callable[[str], None]) -> dict[str, Any]:
    """Close and measure.

    Args:
        names: federations.
        steps: what is closed; without it, five years with quarters of the skewed federation, three years of others.
        tell: hears a line for each release.
    """
    postgres = ground.server()
    try:
        server = await asyncio.to_thread(postgres.start)
        return {name: await run(postgres, server, name, steps, tell) for name in names}
    finally:
        await asyncio.to_thread(postgres.stop)


async def run(
    postgres: EmbeddedPostgres, server: Address, name: str, steps: Sequence[Step] | None, tell: Callable[[str], None]
) -> dict[str, Any]:
    """One federation.

    Args:
        postgres: the embedded server, which runs.
        server: its address.
        name: the federation.
        steps: what is closed; without it, as `measure` says.
        tell: hears a line for each release.
    """
    register, federation = load_register(), FEDERATIONS[name]
    told: list[dict[str, Any]] = []
    async with copied(server, name, register, tell) as address:
        chosen = steps or (WHOLE if name == SKEWED else YEARS)
        async for outcome in closings(address, register, chosen, federation.still(register)):
            said = None
            if outcome.release is not None:
                async with superuser(address) as connection:
                    said = (await readable.read(connection, outcome.release)).as_json()
            row = {"label": outcome.label, "seconds": outcome.seconds, "stages": dict(outcome.stages), "said": said}
            told.append(row)
            tell(f"{name} {line(row)}")
        read = None
        if any(row["said"] for row in told):
            read = (await reading(postgres, address, register)).as_json()
            tell(f"{name} report {read['milliseconds']:.1f} ms, {read['cells']} cells, {read['releases']} releases")
    return {"title": federation.title, "releases": told, "reading": read}


def line(row: Mapping[str, Any]) -> str:
    """What is told of a release as soon as it is out."""
    said = row["said"]
    if said is None:
        return f"{row['label']} refused after {row['seconds']:.1f} s"
    return (
        f"{row['label']} {row['seconds']:.1f} s, {table.percent(said['shown'], said['figures'])} of {said['figures']} "
        "shown, "
        f"{said['countries']} of {said['of_countries']} countries, {said['above']} of {said['of_above']} above, "
        f"outside {said['outside']}"
    )


def beside(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Both methods by federation, as the table takes them."""
    return {
        name: {
            **({"hiding small counts": before[name]} if name in before else {}),
            **({METHOD: now[name]} if name in now else {}),
        }
        for name in FEDERATIONS
        if name in before or name in now
    }


def document(before: Mapping[str, Any], now: Mapping[str, Any], date: str) -> str:
    """The tables, with what they were measured on."""
    parts = [f"{machine()}; {date}.", table.methods(beside(before, now))]
    for name, its in now.items():
        parts += [f"{FEDERATIONS[name].title}:", table.releases(its["releases"])]
        if its["reading"] is not None:
            parts.append(
                "The report of the last year: {milliseconds:.0f} ms, {cells:,} cells.".format(**its["reading"])
            )
    return "\n\n".join(parts)


def _say(text: str) -> None:
    click.echo(text)
    sys.stdout.flush()


@click.command()
@click.option("--federations", default=SKEWED, help=f"Which, or all: {', '.join(FEDERATIONS)}.")
@click.option("--years", is_flag=True, help="Of the skewed federation too, three years and nothing else.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The tables; .json beside it.")
def main(federations: str, *, years: bool, output: Path | None) -> None:
    """Measure; print a line for each release, the tables, and write .cache/bench/figures.{md,json}."""
    names = tuple(FEDERATIONS) if federations == "all" else tuple(federations.split(","))
    unknown = [name for name in names if name not in FEDERATIONS]
    if unknown:
        raise click.ClickException(f"There is no federation {unknown[0]}: {', '.join(FEDERATIONS)}.")
    now = asyncio.run(measure(names, YEARS if years else None, _say))
    before = orjson.loads(BEFORE.read_bytes()) if BEFORE.exists() else {}
    text = document(
        {name: its for name, its in before.items() if name in names}, now, datetime.now(UTC).date().isoformat()
    )
    written = output or ground.CACHE / "figures.md"
    written.write_text(f"{text}\n", "utf-8")
    written.with_suffix(".json").write_bytes(orjson.dumps(now, option=orjson.OPT_INDENT_2))
    click.echo(f"\n{text}\n\nAll of it: {os.path.relpath(written)} and {os.path.relpath(written.with_suffix('.json'))}")


if __name__ == "__main__":
    main()
