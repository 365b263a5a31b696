"""From a process that has started to one that serves: the database is opened when it lets itself be opened.

    attempt ─┬─ opened ──────────> serves; the schema's mark is looked at from time to time
             ├─ may pass ────────> waits, says why, tries again: nobody answers, no connection, no tables yet
             └─ can never be ────> `never`: the process ends, with a code that says so (`graph/serving/workers.py`)

While it waits requests are answered UNAVAILABLE. A replica that is none stops nothing: the primary answers.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from countries.connections.causes import CAUSES, DRIVER_FAULTS
from countries.connections.database import ConnectionsError, TenancyError
from countries.connections.marks import NO_TABLES
from countries.connections.once_a_minute import OnceAMinute
from countries.tenancy.caller import Tier
from graph.database.location import PacksDifferError, open_place
from graph.database.migrate import known_versions
from graph.database.revisions import Fit, SchemaMark, fit
from graph.serving.held import Held
from graph.serving.lacks import (
    BROKEN,
    COME_BACK,
    LEFT_OUT,
    SCHEMAS,
    SPOKEN,
    STARTING,
    NoTablesError,
    left_out,
    nodes_away,
    why,
)
from graph.telemetry.logs import fault_trail
from graph.telemetry.readiness import Stops

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from countries.connections.database import Database
    from countries.packs.packs import Packs
    from countries.register.register import Register
    from graph.database.location import Location
    from graph.errors import HearthError
    from graph.settings.settings import Settings
    from graph.telemetry.readiness import Lack

logger = logging.getLogger("hearth.opening")
often = OnceAMinute(logger)

FIRST_REST_SECONDS = 0.1
LONGEST_REST_SECONDS = 5.0
"""How long an attempt rests before the next, twice as long each time."""
LOOK_SECONDS = 15.0
"""How often the schema's mark, and what the logins may do, are looked at unasked."""
OPEN_SECONDS, ANSWER_SECONDS = 15.0, 5.0
"""How long a server may take that has accepted a connection: to let all be checked; to say its mark."""


class Opening:
    """Opens the database of one process.

    Args:
        settings: where it is.
        register: the countries.
        packs: what they lay down, as this process has loaded it.
        opened: hears of the place and the database, once; then requests are served.

    Attributes:
        workers: how many processes open as many connections.
        never: what can never be served; None as long as nothing such is known.
        fit: how the schema suits this server, once it is known.
        suits: whether this server may write.
        database: the open database.
    """

    def __init__(
        self,
        settings: Settings,
        register: Register,
        packs: Packs,
        opened: Callable[[Location, Database], Awaitable[None]],
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
        self._place: Location | None = None
        self._lack: Lack | None = STARTING
        self._away: Lack | None = None
        self._nodes_away: tuple[str, ...] = ()
        self._held = Held(packs)
        self._task: asyncio.Task[None] | None = None
        self._told = asyncio.Event()

    @property
    def is_open(self) -> bool:
        """Whether requests are served."""
        return self._lack is None

    @property
    def checks(self) -> list[Callable[[], Lack | None]]:
        """What readiness asks: the database, its schema, the order of names, packs, the replica, a cluster's nodes."""
        return [
            lambda: self._lack or self._away,
            self._schema,
            self._held.order,
            self._laid_down,
            self._replica,
            self._nodes,
        ]

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
        return self.is_open and await self.look()

    def look_soon(self) -> None:
        """The schema may be another one."""
        self._told.set()

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
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._told.wait()
            self._told.clear()
            await self.look()
            await self._look_at_logins()

    async def _try(self) -> None:
        try:
            await self._open()
        except ConnectionsError as error:
            self._wait(error)
        except TenancyError as error:
            self._end(error)
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
            async with asyncio.timeout(OPEN_SECONDS):
                await database.open(self.workers, anyway=True)
                self._note(await database.mark())
                await self._held.look(database, self.fit, serves=False)
            if not self._held.has_packs:
                raise PacksDifferError  # noqa: TRY301 - closed as after any other fault
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

    def _end(self, error: TenancyError) -> None:
        logger.critical("%s", error, extra={"fields": {"hint": error.hint}})
        self.never = error

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

    async def look(self) -> bool:
        """Look at the schema, and which nodes of a cluster are there; whether the database answers."""
        if self.database is None:
            return False
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                self._note(await self.database.mark())
                await self._held.look(self.database, self.fit, serves=self.is_open)
        except DRIVER_FAULTS as error:
            CAUSES.note(Tier.OFFICE, error)
            self._away = why(error)
        else:
            self._away = None
            self._nodes_away = await self.database.nodes_away()
        return self._away is None

    async def _look_at_logins(self) -> None:
        """Whether a login was given, meanwhile, what can never be served."""
        if self.database is None:
            return
        with suppress(*DRIVER_FAULTS):  # told as what keeps the schema from being looked at
            async with asyncio.timeout(ANSWER_SECONDS):
                try:
                    await self.database.check_logins()
                except TenancyError as error:
                    self._end(error)

    def _note(self, text: str) -> None:
        """What the database says of its schema; a change is logged."""
        mark = SchemaMark.of_text(text)
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

    def _laid_down(self) -> Lack | None:
        return self._held.laid_down() if self.is_open else None

    def _schema(self) -> Lack | None:
        lack = None if self.fit is None else SCHEMAS.get(self.fit)
        return None if lack is self._lack else lack

    def _replica(self) -> Lack | None:
        replica = None if self.database is None else self.database.replica
        if replica is None or replica.state not in LEFT_OUT:
            return None
        return left_out(replica.state)

    def _nodes(self) -> Lack | None:
        return nodes_away(self._nodes_away) if self._nodes_away else None
