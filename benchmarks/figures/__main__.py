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
from benchmarks.figures import table
from benchmarks.figures.closings import ORDERS, YEARS
from benchmarks.figures.federations import FEDERATIONS, SKEWED
from benchmarks.figures.run import run
from benchmarks.machine import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.figures.closings import Step

BEFORE = Path(__file__).parent / "before.json"
METHOD = "rounding to fives"


async def measure(
    names: Sequence[str], steps: Sequence[Step], tell: Callable[[str], None], shown: Path | None = None
) -> dict[str, Any]:
    """Close and measure.

    Args:
        names: federations.
        steps: what is closed of the skewed one; of others, three years.
        tell: hears a line for each release.
        shown: where a picture of the skewed one's report goes.
    """
    postgres = ground.server()
    try:
        server = await asyncio.to_thread(postgres.start)
        return {
            name: await run(postgres, server, name, steps, tell, shown)
            if name == SKEWED
            else await run(postgres, server, name, YEARS, tell)
            for name in names
        }
    finally:
        await asyncio.to_thread(postgres.stop)


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


def tables(before: Mapping[str, Any], now: Mapping[str, Any], date: str) -> dict[str, str]:
    """The tables by what they are of, with what they were measured on."""
    compared = {name: {**its, "releases": _compared(its["releases"])} for name, its in now.items()}
    parts = {"methods": f"{machine()}; {date}.\n\n{table.methods(beside(before, compared))}"}
    if SKEWED in now:
        parts["releases"] = table.releases(now[SKEWED]["releases"])
        if (read := now[SKEWED]["reading"]) is not None:
            parts["releases"] += (
                f"\n\nThe report of the last year, beside {read['releases']} releases: {read['milliseconds']:.0f} ms "
                f"for {read['cells']:,} figures."
            )
    return parts


def _compared(releases: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of more than three years those by which all are compared."""
    labels = {f"{step.period.label} r1" for step in YEARS}
    return [release for release in releases if release["label"] in labels]


def fill(page: Path, parts: Mapping[str, str]) -> None:
    """Put tables into a page, between `<!-- name -->` and `<!-- end -->`.

    Raises:
        ValueError: the page has no such place.
    """
    text = page.read_text("utf-8")
    for name, part in parts.items():
        head, mark, rest = text.partition(f"<!-- {name} -->\n")
        _, end, tail = rest.partition("<!-- end -->")
        if not mark or not end:
            raise ValueError(f"{page} has no place for {name}.")
        text = f"{head}{mark}{part}\n{end}{tail}"
    page.write_text(text, "utf-8")


def _say(text: str) -> None:
    click.echo(text)
    sys.stdout.flush()


@click.command()
@click.option("--federations", default=SKEWED, help=f"Which, or all: {', '.join(FEDERATIONS)}.")
@click.option("--order", type=click.Choice([*ORDERS]), default="forward", help="Of the skewed one's periods.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The tables; .json beside it.")
@click.option("--into", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A page that takes them up.")
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), help="Of the skewed one's report: a PNG.")
@click.option("--more", is_flag=True, help="Beside what was measured before, of other federations.")
def main(
    federations: str, order: str, output: Path | None, into: Path | None, picture: Path | None, *, more: bool
) -> None:
    """Measure; print a line for each release, the tables, and write .cache/bench/figures.{md,json}."""
    names = tuple(FEDERATIONS) if federations == "all" else tuple(federations.split(","))
    unknown = [name for name in names if name not in FEDERATIONS]
    if unknown:
        raise click.ClickException(f"There is no federation {unknown[0]}: {', '.join(FEDERATIONS)}.")
    written = output or ground.CACHE / "figures.md"
    told = written.with_suffix(".json")
    now = orjson.loads(told.read_bytes()) if more and told.exists() else {}
    now |= asyncio.run(measure(names, ORDERS[order], _say, picture))
    before = orjson.loads(BEFORE.read_bytes())
    parts = tables({name: its for name, its in before.items() if name in now}, now, _today())
    text = "\n\n".join(parts.values())
    written.write_text(f"{text}\n", "utf-8")
    told.write_bytes(orjson.dumps(now, option=orjson.OPT_INDENT_2))
    if into is not None:
        fill(into, parts)
    click.echo(f"\n{text}\n\nAll of it: {os.path.relpath(written)} and {os.path.relpath(told)}")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


if __name__ == "__main__":
    main()
