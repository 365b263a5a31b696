"""One federation: its periods are closed, and each release is measured as soon as it is out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from benchmarks.figures import readable, table
from benchmarks.figures.attacked import fewest
from benchmarks.figures.closings import closings
from benchmarks.figures.federations import FEDERATIONS, copied
from benchmarks.figures.picture import YEAR, picture
from benchmarks.figures.report import reading
from benchmarks.population import superuser
from countries.register.register import load_register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from benchmarks.figures.closings import Step
    from countries.connections.address import Address
    from countries.embedded.postgres import EmbeddedPostgres


FEW = 13
"""So many countries at most are attacked: the program of more takes hours."""


async def run(
    postgres: EmbeddedPostgres,
    server: Address,
    name: str,
    steps: Sequence[Step],
    tell: Callable[[str], None],
    shown: Path | None = None,
) -> dict[str, Any]:
    """One federation.

    Args:
        postgres: the embedded server, which runs.
        server: its address.
        name: the federation.
        steps: what is closed.
        tell: hears a line for each release.
        shown: where a picture of the last year's report goes, as it is first published; none where nobody wants one.

    Returns:
        `title`; of each of its `releases` label, seconds, stages and what `readable` says; the `reading` of the report;
        where there are few countries, the fewest values that an attacker leaves a count.
    """
    register, federation = load_register(), FEDERATIONS[name]
    told: list[dict[str, Any]] = []
    async with copied(server, name, register, tell) as address:
        async for outcome in closings(address, register, steps, federation.still(register)):
            said = None
            if outcome.release is not None:
                async with superuser(address) as connection:
                    said = (await readable.read(connection, outcome.release)).as_json()
            row = {"label": outcome.label, "seconds": outcome.seconds, "stages": dict(outcome.stages), "said": said}
            told.append(row)
            tell(f"{name} {line(row)}")
            if shown is not None and said and outcome.label == f"{YEAR} r1":
                await asyncio.to_thread(picture, address, shown)
        read, attacked = None, None
        if any(row["said"] for row in told):
            read = (await reading(postgres, address, register)).as_json()
            tell(f"{name} report {read['milliseconds']:.1f} ms, {read['cells']} cells, {read['releases']} releases")
            if len(federation.many(register)) <= FEW:
                attacked = await fewest(address, register)
                tell(f"{name} attacked {attacked}")
    return {"title": federation.title, "releases": told, "reading": read, "attacked": attacked}


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
