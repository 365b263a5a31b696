"""Why a child came into care the last time: the first reason of its newest time in care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select

if TYPE_CHECKING:
    from graph.declarations.frame import Rows, Sql
    from graph.declarations.reckoned import ReckoningFrame

NEWEST_READS = ("started_on", "primary_reason")
"""The columns of a time in care that tell of it."""


def newest_reason(_frame: ReckoningFrame, _child: Rows, episodes: Any) -> Sql:  # noqa: ANN401 - a FROM
    """The first reason of the newest one; empty where nobody knows it, or there is none."""
    newest = select(episodes.c.primary_reason).select_from(episodes)
    newest = newest.order_by(episodes.c.started_on.desc(), episodes.c.id.desc()).limit(literal_column("1"))
    return newest.correlate_except(episodes).scalar_subquery()
