"""What of the callers' writes stands in the database, counted as the operator, who sees every row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from benchmarks.faults.callers import Write

FOUND = """
SELECT l.note AS key, count(DISTINCT l.id) AS rows, count(c.number) AS told
FROM community_link l
LEFT JOIN change c ON c.country_code = l.country_code AND c.row_id = l.id AND c.kind = 'CREATED'
WHERE l.note = ANY ($1) GROUP BY 1
"""
GAPS = """
SELECT c.country_code FROM change_counter c LEFT JOIN change f ON f.country_code = c.country_code
GROUP BY c.country_code, c.last HAVING count(f.number) <> c.last
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of writes.

    Attributes:
        done: how many were acknowledged.
        lost: acknowledged, and not on record or not in the feed.
        doubled: on record, or in the feed, more than once.
        open: never acknowledged, however often they were repeated.
        gaps: countries whose feed does not have every number.
    """

    done: int
    lost: int
    doubled: int
    open: int
    gaps: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.lost or self.doubled or self.gaps)


async def kept(operator: asyncpg.Connection[asyncpg.Record], writes: Sequence[Write]) -> Kept:
    """Look each write up."""
    rows = await operator.fetch(FOUND, [write.key for write in writes])
    found = {row["key"]: (row["rows"], row["told"]) for row in rows}
    done = [write for write in writes if write.done is not None]
    lost = sum(min(found.get(write.key, (0, 0))) == 0 for write in done)
    doubled = sum(max(counts) > 1 for counts in found.values())
    gaps = tuple(row["country_code"] for row in await operator.fetch(GAPS))
    return Kept(len(done), lost, doubled, len(writes) - len(done), gaps)
