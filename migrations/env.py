"""How migrations run: one at a time, each in its own transaction, and never waiting long for a lock.

`graph.database.migrate` gives the connection. A migration that must wait for a busy table gives up and may be run
again, because everything that queues behind a waiting ALTER TABLE waits with it. Each leaves its mark
(`graph.database.revisions`).
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from alembic import context
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from countries.connections.listener import CHANNEL, SCHEMA
from graph.database.revisions import in_order, mark_at, mark_statement

LOCK_TIMEOUT = "5s"
STATEMENT_TIMEOUT = "10min"
ADVISORY_LOCK = 4_851_132_790_112_518
"""One migration at a time in a database; the number means nothing."""


def run(connection: Connection) -> None:
    """Run the migrations that are missing."""
    connection.execute(text("SELECT set_config('statement_timeout', :limit, false)"), {"limit": STATEMENT_TIMEOUT})
    # Waiting for another migration is right, so the lock timeout comes after it.
    connection.execute(text("SELECT pg_advisory_lock(:number)"), {"number": ADVISORY_LOCK})
    connection.execute(text("SELECT set_config('lock_timeout', :limit, false)"), {"limit": LOCK_TIMEOUT})
    connection.commit()
    context.configure(
        connection=connection,
        transaction_per_migration=True,
        version_table="hearth_migration",
        on_version_apply=leave_mark,
    )
    try:
        with context.begin_transaction():
            context.run_migrations()
    finally:
        connection.rollback()
        connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": ADVISORY_LOCK})
        connection.commit()


def leave_mark(ctx: MigrationContext, step: object, heads: Collection[str], run_args: object) -> None:
    """In a migration's transaction: let the database say at which version it is, who may write, and that it is so."""
    del step, run_args
    line = in_order(Path(str(context.config.get_main_option("script_location"))) / "versions")
    mark = mark_at(next(iter(heads)), line) if heads else None
    assert ctx.connection is not None  # noqa: S101 - what has just run had one
    ctx.connection.execute(text(mark_statement(mark)))
    # Servers that run hear of it as it commits. The command, because the function is taken from whoever migrates.
    ctx.connection.execute(text(f"NOTIFY {CHANNEL}, '{SCHEMA}'"))


run(context.config.attributes["connection"])
