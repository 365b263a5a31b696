"""The key of a mutation: claimed in its own statement, it keeps the outcome for whoever sends the same again.

A key lives thirty days: as long it stands for one input. After that it may be used for another one. Of the same input
it goes on telling what was done, so that a device that was offline for months does nothing twice.

A row whose id the client made is kept under that id too. So what makes it counts as done also under another key, or
under none, where it is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, and_, column, func, literal_column, or_, select, table
from sqlalchemy.dialects.postgresql import insert

from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from graph.writes.composer import Composer
    from graph.writes.draft import Sql

KEY_LASTS: ColumnElement[Any] = literal_column("interval '30 days'")
NO_REFUSALS: ColumnElement[Any] = literal_column("'{}'::text[]")
KEY_COLUMNS = ("country_code", "issuer", "subject", "key", "path")
KEY_OUTCOME = ("digest", "ids", "refusals")
OF_ID = "#id"
"""Stands for the response path where an id is kept; no path is called so."""


def claim_key(writing: Composer, checks: CTE) -> CTE:
    """Take the idempotency key, or find no row where it is taken; a twin at work is waited for.

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
        where=and_(target.c.recorded_at < func.now() - KEY_LASTS, is_free(target, statement.excluded)),
    )
    return renewed.returning(literal_column("true").label("taken")).cte("key")


def is_free(kept: FromClause, sent: Any) -> Sql:  # noqa: ANN401 - columns by name
    """Whether a key that has come to its end is free: for another input, and for one that was refused then."""
    return or_(kept.c.digest != sent.digest, kept.c.refusals != NO_REFUSALS)


def keep_id(writing: Composer) -> CTE:
    """Keep what made the payload's row under its id, where the client made that; nothing where it is kept already."""
    cells: dict[str, Sql] = {
        "country_code": writing.country,
        **{name: writing.given(name, Kind.TEXT) for name in ("issuer", "subject")},
        "key": writing.given("global_id", Kind.TEXT),
        "path": literal_column(f"'{OF_ID}'"),
        "digest": writing.given("digest", Kind.TEXT),
        "ids": writing.given("touched", Kind.TEXT, many=True),
        "refusals": NO_REFUSALS,
    }
    target = table("idempotency_key", *(column(name) for name in cells))
    statement = insert(target).from_select(list(cells), select(*cells.values()).select_from(writing.go))
    kept = statement.on_conflict_do_nothing(index_elements=list(KEY_COLUMNS))
    return kept.returning(literal_column("true").label("kept")).cte("named")
