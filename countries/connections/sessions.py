"""What every connection of a server sets for itself when it logs in, whatever stands beside its login in the database.

A login may alter itself: `ALTER ROLE … SET` needs no right, and holds for every later session. What a client sends with
its login comes after that and wins, so everything that an answer, a policy or a commit leans on is sent. How PostgreSQL
plans is left to whoever runs it; `own_settings` tells of what a login carries beyond.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.tenancy.logins import SERVER_LOGINS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

STEADY: Mapping[str, str] = {
    # What a name and a text mean.
    "search_path": "public",
    "standard_conforming_strings": "on",
    "quote_all_identifiers": "off",
    "transform_null_equals": "off",
    "array_nulls": "on",
    "TimeZone": "UTC",
    "DateStyle": "ISO, MDY",
    "IntervalStyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "xmloption": "content",
    # Whom it may see: off would make every query that row security bounds an error.
    "row_security": "on",
    # What a transaction is; those that write say so themselves.
    "default_transaction_isolation": "read committed",
    "default_transaction_read_only": "off",
    "default_transaction_deferrable": "off",
    "synchronous_commit": "on",
    # How long it may wait, work and rest; who wants less says so.
    "lock_timeout": "0",
    "statement_timeout": "0",
    "transaction_timeout": "0",
    "idle_session_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
}

CARRIED = """
SELECT DISTINCT r.rolname AS login, split_part(setting, '=', 1) AS name
FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole, unnest(s.setconfig) AS setting
WHERE r.rolname = ANY ($1) AND s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
ORDER BY 1, 2
"""


async def own_settings(connection: asyncpg.Connection[asyncpg.Record]) -> dict[str, list[str]]:
    """The settings that logins of the server carry: names by login, and no value."""
    found: dict[str, list[str]] = {}
    for row in await connection.fetch(CARRIED, list(SERVER_LOGINS)):
        found.setdefault(row["login"], []).append(row["name"])
    return found


IS_DISTRIBUTED = "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus')"
"""Whether a server may have to ask other nodes."""

PLANNED_ONCE: Mapping[str, str] = {
    # A statement is compiled for its shape; a plan for the values of one call would be made anew with each call.
    "plan_cache_mode": "force_generic_plan",
}
PLANNED_BY_COUNTRY: Mapping[str, str] = {
    # Which node a statement goes to hangs on the country's value: Citus has no plan without it.
    "plan_cache_mode": "auto",
    # The policies hold on the nodes, which hear of the transaction's scope by this alone.
    "citus.propagate_set_commands": "local",
    # A node that is silent is known to be gone before a request, or readiness, has waited too long.
    "citus.node_connection_timeout": "1000",
    # What is asked of all shards goes over four connections to a node, which are kept: to open sixteen each time takes
    # longer than it saves.
    "citus.max_adaptive_executor_pool_size": "4",
    "citus.max_cached_conns_per_worker": "4",
}


def tier_settings(tier: str, statement_seconds: float, *, distributed: bool) -> dict[str, str]:
    """What a connection of a tier sets for itself.

    Args:
        tier: its name.
        statement_seconds: how long one statement may take.
        distributed: whether the server is a cluster's.
    """
    milliseconds = int(statement_seconds * 1000)
    return {
        **STEADY,
        "application_name": f"hearth {tier}",
        "statement_timeout": str(milliseconds),
        "idle_in_transaction_session_timeout": str(2 * milliseconds),
        # A statement whose client has gone does not run to its end.
        "client_connection_check_interval": "1s",
        "jit": "off",
        **(PLANNED_BY_COUNTRY if distributed else PLANNED_ONCE),
    }
