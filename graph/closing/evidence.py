"""What is stored of a release, as the auditor's login reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from graph.closing import store
from graph.closing.counting import run
from graph.closing.earlier import touches
from graph.closing.named import Out
from graph.closing.proven import Evidence, Proven, ProvenRelease
from graph.indicators.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.connections.figures import Counting
    from graph.closing.lattice import Cell

PLACE = ("measure", "area", "split_by", "categories")


async def read_evidence(examining: Counting, out: Out, releases: Sequence[Out]) -> Evidence:
    """All that is stored of a release and that auditors read.

    Args:
        examining: the auditor's.
        out: the release.
        releases: all that are out, in the order in which they came out.
    """
    before = [each for each in releases[: releases.index(out)] if touches(each.period, out.period)]
    return Evidence(
        *await _stored(examining, out),
        await store.read_figures(examining, out.id),
        [ProvenRelease(*await _stored(examining, each)) for each in before],
        await store.read_beside(examining, out.id),
    )


async def _stored(examining: Counting, out: Out) -> tuple[Out, str, Mapping[Cell, Proven]]:
    proof = store.table_named("figure_proof")
    mine = bindparam("release", out.id, type_=proof.c.release_id.type)
    columns = (*PLACE, *Proven._fields)
    rows = await run(examining, select(*(proof.c[name] for name in columns)).where(proof.c.release_id == mine))
    proven = {
        store.cell_of(*(row[name] for name in PLACE)): Proven(*(row[name] for name in Proven._fields)) for row in rows
    }
    return out, await store.commitment(examining, out.id), proven


async def read_releases(examining: Counting) -> Sequence[tuple[Out, Mapping[str, Any]]]:
    """Every release with what is said of it, in the order in which they came out."""
    release = store.table_named("release")
    rows = await run(examining, select(*release.columns).order_by(release.c.published_at, release.c.revision))
    return [
        (Out(row["id"], Period(row["year"], row["quarter"], row["month"]), row["revision"]), dict(row)) for row in rows
    ]
