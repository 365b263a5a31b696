"""What may be lacking when a database is opened, or later: each said once, for readiness, callers and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.connections.causes import DRIVER_FAULTS
from countries.connections.database import ConnectionsError
from countries.connections.freshness import ReplicaState
from countries.embedded.postgres import PostgresError
from countries.tenancy.logins import LoginError
from graph.database.location import PacksDifferError, PlaceError
from graph.database.revisions import Fit, MigrationError
from graph.reasons import Reason
from graph.sqlstates import REASONS
from graph.telemetry.readiness import SILENT, Lack, Stops

if TYPE_CHECKING:
    from collections.abc import Sequence

STARTING = Lack("database", Reason.STARTING, "The server is starting.", "Wait a moment.")
REFUSED = Lack(
    "database",
    Reason.LOGIN_REFUSED,
    "The database does not let this server in.",
    "Check HEARTH_DATABASE_URL, the logins' passwords (HEARTH_DATABASE_PASSWORD_…) and pg_hba.conf.",
)
TAKEN = Lack(
    "database",
    Reason.NO_CONNECTIONS,
    "The database has no connection left for this server.",
    "Start fewer workers, end other clients, or raise max_connections.",
)
BROKEN = Lack(
    "database",
    Reason.STARTING,
    "The server cannot start yet.",
    "See its log: the line says where it failed, and it tries again.",
)
NO_SCHEMA = Lack(
    "schema", Reason.SCHEMA_DIFFERS, "The database has no tables yet.", "Run hearth migrate; the server waits for it."
)
SCHEMAS = {
    Fit.MISSING: NO_SCHEMA,
    Fit.OLDER: Lack(
        "schema",
        Reason.SCHEMA_DIFFERS,
        "The database's schema is older than this server, which therefore writes nothing.",
        "Run hearth migrate of this server's version.",
        Stops.WRITES,
    ),
    Fit.NEWER: Lack(
        "schema",
        Reason.SCHEMA_DIFFERS,
        "The database's schema is too new for this server, which therefore writes nothing.",
        "Start the Hearth that migrated it instead.",
        Stops.WRITES,
    ),
    Fit.EXPANDED: Lack(
        "schema",
        Reason.SCHEMA_DIFFERS,
        "The database's schema is newer than this server, and suits it still.",
        "Start the Hearth that migrated it when all are to be upgraded.",
        Stops.NOTHING,
    ),
}
"""What is said of a schema that is not the server's own."""
ANOTHER_ORDER = Lack(
    "order",
    Reason.SCHEMA_DIFFERS,
    "Names of some countries are in the order of another version: lists of them are in no good order.",
    "Run hearth migrate of this server's version, with the operator's login.",
    Stops.NOTHING,
)
WRONG_PACKS = Lack(
    "packs",
    Reason.SCHEMA_DIFFERS,
    "The database holds other rules of countries than this server's packs: it serves nothing by two sorts of law.",
    "Run hearth migrate with this server's version and HEARTH_PACKS_DIR; the server waits for it.",
)
OTHER_PACKS = Lack(
    "packs",
    Reason.SCHEMA_DIFFERS,
    "The database holds newer rules of countries than this server, which goes on with those that it has.",
    "Start it again, one worker after the other.",
    Stops.NOTHING,
)
COME_BACK = "Try again later: whoever runs this server has to bring it and the schema to the same version."
DIFFERS = Lack(
    "schema", Reason.SCHEMA_DIFFERS, "This server and the database's schema differ in their versions.", COME_BACK
)
LEFT_OUT = frozenset({ReplicaState.NO_REPLICA, ReplicaState.PROMOTED, ReplicaState.FOREIGN, ReplicaState.UNREACHABLE})
"""States of a replica about which somebody has to do something."""
SPOKEN = (ConnectionsError, PostgresError, PlaceError, LoginError, MigrationError)
"""Errors whose sentence is ours, with a hint; a driver's may hold a value."""


class NoTablesError(Exception):
    """The database has no tables yet."""


def why(error: Exception) -> Lack:
    """What keeps the database from being opened, and may pass."""
    if isinstance(error, ConnectionsError):
        return TAKEN
    if isinstance(error, NoTablesError):
        return NO_SCHEMA
    if isinstance(error, PacksDifferError):
        return WRONG_PACKS
    state = getattr(error, "sqlstate", None) or ""
    for start, reason in REASONS.items():
        if state.startswith(start):
            return {lack.reason: lack for lack in (REFUSED, TAKEN)}[reason]
    if isinstance(error, (PostgresError, *DRIVER_FAULTS)):
        return SILENT
    return BROKEN


def nodes_away(nodes: Sequence[str]) -> Lack:
    """What is said of nodes of a cluster that cannot be reached: which, for whoever runs it has to know."""
    return Lack(
        "nodes",
        Reason.NODE_AWAY,
        f"The cluster cannot reach {', '.join(nodes)}: the countries whose rows are there wait, all others are served.",
        "Bring it back; nothing has to be started anew. See hearth places.",
        Stops.NOTHING,
    )


def left_out(state: ReplicaState) -> Lack:
    """What is said of a replica that is not used."""
    return Lack(
        "replica",
        Reason.REPLICA_LEFT_OUT,
        f"The replica {state.value}.",
        "Let HEARTH_REPLICA_URL name a streaming standby of the server in HEARTH_DATABASE_URL, or unset it.",
        Stops.NOTHING,
    )
