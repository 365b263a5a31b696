"""The key of a mutation: claimed in its own statement, it keeps the outcome for whoever sends the same again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, column, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import insert

from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from graph.writes.composer import Composer
    from graph.writes.draft import Sql

KEY_LASTS: ColumnElement[Any] = literal_column("interval '24 hours'")
KEY_COLUMNS = ("country_code", "issuer", "subject", "key", "path")
KEY_OUTCOME = ("digest", "ids", "refusals")


def claim_key(writing: Composer, checks: CTE) -> CTE:
    """Take the idempotency key, or find no row where it was taken within a day; a twin at work is waited for.

    It holds the outcome from the start: the ids were made before, and the checks come first.
    """
    cells: dict[str, Sql] = {
        "country_code": writing.country,
        **{name: writing.given(name, Kind.TEXT) for name in KEY_COLUMNS[1:]},
        "digest": writing.given("digest", Kind.TEXT),
        "ids": writing.given("touched", Kind.TEXT, many=True) if writing.touched is None else writing.touched,
        "refusals": checks.c.failed,
    }
    target = table("idempotency_key", *(column(name) for name in (*cells, "recorded_at")))
    statement = insert(target).from_select(list(cells), select(*cells.values()).select_from(checks))
    outcome = {name: statement.excluded[name] for name in KEY_OUTCOME}
    renewed = statement.on_conflict_do_update(
        index_elements=list(KEY_COLUMNS),
        set_={**outcome, "recorded_at": func.now()},
        where=target.c.recorded_at < func.now() - KEY_LASTS,
    )
    return renewed.returning(literal_column("true").label("taken")).cte("key")
