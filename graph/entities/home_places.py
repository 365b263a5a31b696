"""Where a home is: what lists show of its addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, select

if TYPE_CHECKING:
    from graph.declarations.frame import Rows, Sql
    from graph.declarations.reckoned import ReckoningFrame

READS = ("locality", "started_on")
"""The columns of an address that tell where a home is."""
ONE: Sql = literal_column("1")


def locality_of(frame: ReckoningFrame, home: Rows, addresses: Any) -> Sql:  # noqa: ANN401 - a FROM
    """The locality of the newest address that has begun, also where it has ended; what the home says without one."""
    newest = select(addresses.c.locality).select_from(addresses).where(addresses.c.started_on <= frame.today)
    newest = newest.order_by(addresses.c.started_on.desc(), addresses.c.id.desc()).limit(ONE)
    return func.coalesce(newest.correlate_except(addresses).scalar_subquery(), home.c.locality)
