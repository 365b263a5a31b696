"""A statement that follows a file, or comes with a night: who writes it, and how it is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.caller import writer_of
from graph.bulk.in_steps import Stepwise
from graph.bulk.store import composed

if TYPE_CHECKING:
    from graph.bulk.import_context import Ground
    from graph.writes.writing import Writing


def who_writes(issuer: str, subject: str) -> dict[str, object]:
    """What a statement is told of whoever writes."""
    return {"issuer": issuer, "subject": subject, "writer": writer_of(issuer, subject), "key": None}


async def carry_out(ground: Ground, writing: Writing, values: dict[str, object]) -> tuple[list[int], int | None]:
    """Write what was composed; how many rows each write wrote, and the last number of the feed."""
    if isinstance(writing, Stepwise):
        return await writing.write(values)
    (row,) = await ground.fetch(composed(writing), values)
    return list(row["written"]), row["number"]
