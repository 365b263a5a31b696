"""From a process that has started to one that serves: the database is opened when it lets itself be opened.

    attempt ─┬─ opened ──────────> serves; the schema's mark is looked at from time to time
             ├─ may pass ────────> waits, says why, tries again: nobody answers, no connection, no tables yet
             └─ can never be ────> `never`: the process ends, with a code that says so (`graph/workers.py`)

While it waits requests are answered UNAVAILABLE. A replica that is none stops nothing: the primary answers.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import asyncpg

from countries.database import NO_TABLES, ConnectionsError, TenancyError
from countries.freshness import ReplicaState
from countries.logins import LoginError
from countries.once_a_minute import OnceAMinute
from countries.postgres import PostgresError
from graph.errors import Reason
from graph.logs import fault_trail
from graph.migrate import known_versions
from graph.place import PlaceError, open_place
from graph.readiness import SILENT, Lack, Stops
from graph.revisions import Fit, Mark, MigrationError, fit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from countries.database import Database
    from countries.register import Register
    from graph.errors import HearthError
    from graph.place import Place
    from graph.settings import Settings

logger = logging.getLogger("hearth.opening")
often = OnceAMinute(logger)

FIRST_REST_SECONDS = 0.1
LONGEST_REST_SECONDS = 5.0
"""How long an attempt rests before the next, twice as long each time."""
LOOK_SECONDS = 15.0
"""How often the schema's mark is looked at unasked."""
READ_FAULTS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)

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
    state = getattr(error, "sqlstate", None) or ""
    if state.startswith(("28", "3D")):
        return REFUSED
    if state.startswith("53"):
        return TAKEN
    if isinstance(error, (PostgresError, *READ_FAULTS)):
        return SILENT
    return BROKEN


class Opening:
    """Opens the database of one process.

    Args:
        settings: where it is.
        register: the countries.
        opened: hears of the place and the database, once; then requests are served.

    Attributes:
        workers: how many processes open as many connections.
        never: what can never be served; None as long as nothing such is known.
        fit: how the schema suits this server, once it is known.
        suits: whether this server may write.
        database: the open database.
    """

    def __init__(
        self, settings: Settings, register: Register, opened: Callable[[Place, Database], Awaitable[None]]
    ) -> None:
        self.workers = 1
        self.never: TenancyError | None = None
        self.fit: Fit | None = None
        self.suits = True
        self.database: Database | None = None
        self._settings = settings
        self._register = register
        self._opened = opened
        # As this process was started, whatever is installed meanwhile.
        self._line = known_versions()
        self._place: Place | None = None
        self._lack: Lack | None = STARTING
        self._task: asyncio.Task[None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether requests are served."""
        return self._lack is None

    @property
    def checks(self) -> list[Callable[[], Lack | None]]:
        """What readiness asks: the database, its schema, the replica."""
        return [lambda: self._lack, self._schema, self._replica]

    async def begin(self) -> None:
        """Try once, and go on trying in the background where that fails.

        Raises:
            TenancyError: this can never be served.
        """
        await self._try()
        if self.never is not None:
            raise self.never
        self._task = asyncio.create_task(self._go_on())

    async def rest(self) -> None:
        """Try no more, and look no more."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def close(self) -> None:
        """Close what is open."""
        await self.rest()
        self._lack = STARTING
        database, place, self.database, self._place = self.database, self._place, None, None
        if database is not None:
            await database.close()
        if place is not None:
            await place.close()
        often.flush()

    async def answers(self) -> bool:
        """Whether the database answers now; its schema is looked at too."""
        return self.is_open and await self._look()

    def unavailable(self) -> HearthError | None:
        """Why nothing is served yet."""
        return None if self._lack is None else self._lack.unavailable("Try again in a few seconds.")

    def unwritten(self) -> HearthError | None:
        """Why nothing is written."""
        return None if self.suits or self.fit is None else SCHEMAS[self.fit].unavailable(COME_BACK)

    # What is tried

    async def _go_on(self) -> None:
        rest = FIRST_REST_SECONDS
        while not self.is_open and self.never is None:
            await asyncio.sleep(rest)
            rest = min(2 * rest, LONGEST_REST_SECONDS)
            await self._try()
        while self.never is None:
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()

    async def _try(self) -> None:
        try:
            await self._open()
        except ConnectionsError as error:
            self._wait(error)
        except TenancyError as error:
            logger.critical("%s", error, extra={"fields": {"hint": error.hint}})
            self.never = error
        except Exception as error:  # noqa: BLE001 - whatever keeps one process from starting stops no other
            self._wait(error)
        else:
            if self._lack is not STARTING:
                logger.info("Serving now.")
            self._lack = None

    async def _open(self) -> None:
        place = self._place = await open_place(self._settings)
        database = None
        try:
            await place.prepare(self._register)
            database = place.database()
            await database.open(self.workers, anyway=True)
            self._note(await database.mark())
            if self.fit is Fit.MISSING:
                raise NoTablesError  # noqa: TRY301 - closed as after any other fault
            await self._opened(place, database)
        except BaseException:
            self._place = None
            if database is not None:
                await database.close()
            await place.close()
            raise
        self.database = database

    def _wait(self, error: Exception) -> None:
        self._lack = why(error)
        said, hint = (str(error), error.hint) if isinstance(error, SPOKEN) else (self._lack.message, self._lack.hint)
        fields: dict[str, object] = {"reason": self._lack.reason.value, "why": said, "hint": hint}
        if (state := getattr(error, "sqlstate", None)) is not None:
            fields["sqlstate"] = state
        if self._lack is BROKEN:
            fields["fault"] = fault_trail(error)
        often.say(self._lack, "Not serving yet.", logging.WARNING, fields)

    # What is looked at

    async def _look(self) -> bool:
        """Look at the schema; whether the database answers."""
        if self.database is None:
            return False
        try:
            self._note(await self.database.mark())
        except READ_FAULTS:
            return False
        return True

    def _note(self, text: str) -> None:
        """What the database says of its schema; a change is logged."""
        mark = Mark.read(text)
        found = Fit.MISSING if text == NO_TABLES else fit(mark, self._line)
        if found is self.fit:
            return
        before, self.fit, self.suits = self.fit, found, found.may_write
        if found is Fit.SAME and before is None:
            return
        fields = {"server": self._line[-1], "schema": None if mark is None else mark.version}
        lack = SCHEMAS.get(found)
        if lack is None:
            logger.info("The database's schema is this server's own.", extra={"fields": fields})
        else:
            level = logging.INFO if lack.stops is Stops.NOTHING else logging.WARNING
            logger.log(level, lack.message, extra={"fields": {**fields, "hint": lack.hint}})

    def _schema(self) -> Lack | None:
        lack = None if self.fit is None else SCHEMAS.get(self.fit)
        return None if lack is self._lack else lack

    def _replica(self) -> Lack | None:
        replica = None if self.database is None else self.database.replica
        if replica is None or replica.state not in LEFT_OUT:
            return None
        return Lack(
            "replica",
            Reason.REPLICA_LEFT_OUT,
            f"The replica {replica.state.value}.",
            "Let HEARTH_REPLICA_URL name a streaming standby of the server in HEARTH_DATABASE_URL, or unset it.",
            Stops.NOTHING,
        )
