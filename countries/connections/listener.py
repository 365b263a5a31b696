"""What one process tells the others, and hears from them: that a country's feed has moved, or the schema. Nothing more.

    told(BE, 122), told(BE, 123) ── 10 ms ──> pg_notify('hearth_changes', 'BE 123') ──> every process: heard(BE, 123)
    a migration, as it commits ─────────────> NOTIFY hearth_changes, 'schema' ────────> every process: migrated()

One connection, as a login without grants. The message is a hint: whoever hears it looks into the feed, and looks on its
own from time to time, so that a message which is lost or made up changes nothing. It is sent after the commit and not
within it: PostgreSQL hands out messages in the order of commits, and would let those of all countries wait in a row.
"""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from countries.connections.causes import CAUSES, DRIVER_FAULTS
from countries.connections.coming_in import come_in
from countries.connections.measured import Measured
from countries.connections.sessions import STEADY
from countries.tenancy.logins import LISTENER

if TYPE_CHECKING:
    from collections.abc import Callable

    from countries.connections.address import Address
    from countries.connections.pool import Connection

logger = logging.getLogger("hearth.listener")

CHANNEL = "hearth_changes"
LISTENER_CONNECTIONS = 1
"""Connections of one process for this."""
GATHER_SECONDS = 0.01
"""How long changes are gathered before the newest number of each country is told."""
FIRST_REST_SECONDS = 0.1
LONGEST_REST_SECONDS = 5.0
PROOF_SECONDS = 15.0
"""How often a quiet connection has to prove that it is one."""
ANSWER_SECONDS = 5.0
SCHEMA = "schema"
"""What a migration says, in its own transaction."""
PAYLOAD = re.compile(r"([A-Z]{2}) ([1-9][0-9]{0,17})", re.ASCII)
# One statement for all countries. Each message by itself is at most 21 bytes.
TELL = "SELECT pg_notify($1, message) FROM unnest($2::text[]) AS each (message)"
LISTENER_PART = "listener"
"""What notes its faults are under."""


async def announce(address: Address, country: str, number: int) -> None:
    """Say once, from a process that does not stay, that a country's feed has come to a number.

    Where the message cannot be sent nothing is lost: who follows the feed looks into it from time to time.
    """
    with suppress(*DRIVER_FAULTS):
        connection = await come_in(address, LISTENER, timeout=ANSWER_SECONDS, server_settings=dict(STEADY))
        try:
            await connection.execute(TELL, CHANNEL, [f"{country} {number}"], timeout=ANSWER_SECONDS)
        finally:
            await connection.close(timeout=ANSWER_SECONDS)


class Listener:
    """One process's connection for messages; it is opened again whenever it is lost.

    Args:
        address: the database.
        heard: hears the country and the number of each message that has the form of one.
        connected: hears that the connection is there, anew: messages may have been missed.
        migrated: hears that the schema may be another one.

    Attributes:
        is_connected: whether it is there now.
        told: how long it took from the first commit that was untold to the message, for each message sent.
    """

    def __init__(
        self,
        address: Address,
        heard: Callable[[str, int], None],
        connected: Callable[[], None],
        migrated: Callable[[], None] = lambda: None,
    ) -> None:
        self._address = address
        self._migrated = migrated
        self._heard = heard
        self._connected = connected
        self._untold: dict[str, int] = {}
        self._untold_since: float | None = None
        self.told = Measured()
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.is_connected = False

    def open(self) -> None:
        """Begin to connect; nobody waits for it."""
        self._task = asyncio.create_task(self._stay_connected())

    async def close(self) -> None:
        """Tell what is untold where that is possible at once, and leave the connection."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def tell(self, country: str, number: int) -> None:
        """Say that a country's feed has come to a number; kept, where there is no connection, until there is one."""
        if self._untold_since is None:
            self._untold_since = monotonic()
        self._untold[country] = max(number, self._untold.get(country, 0))
        self._woken.set()

    @property
    def untold_seconds(self) -> float:
        """For how long something has been committed here that no other process has been told of."""
        since = self._untold_since
        return 0.0 if since is None else monotonic() - since

    async def _stay_connected(self) -> None:
        rest = FIRST_REST_SECONDS
        while True:
            try:
                connection = await self._connect()
            except DRIVER_FAULTS as fault:
                CAUSES.note(LISTENER_PART, fault)
                await asyncio.sleep(rest)
                rest = min(2 * rest, LONGEST_REST_SECONDS)
                continue
            rest = FIRST_REST_SECONDS
            self.is_connected = True
            logger.info("The listener is connected.")
            try:
                self._connected()
                await self._tell_on(connection)
            except DRIVER_FAULTS as fault:
                CAUSES.note(LISTENER_PART, fault)
                await asyncio.sleep(rest)
            except asyncio.CancelledError:
                await self._part(connection)
                raise
            finally:
                self.is_connected = False
                connection.terminate()

    async def _connect(self) -> Connection:
        connection = await come_in(
            self._address,
            LISTENER,
            timeout=ANSWER_SECONDS,
            statement_cache_size=0,
            server_settings={**STEADY, "application_name": "hearth listener"},
        )
        try:
            connection.add_termination_listener(lambda _: self._woken.set())
            async with asyncio.timeout(ANSWER_SECONDS):
                await connection.add_listener(CHANNEL, self._hear)
        except BaseException:
            connection.terminate()
            raise
        return connection

    def _hear(self, _connection: object, _process: int, _channel: str, payload: object) -> None:
        if payload == SCHEMA:
            self._migrated()
        found = PAYLOAD.fullmatch(payload) if isinstance(payload, str) else None
        if found is not None:
            self._heard(found[1], int(found[2]))

    async def _tell_on(self, connection: Connection) -> None:
        """Tell what there is to tell, until the connection is lost."""
        while True:
            if not self._untold:
                with suppress(TimeoutError):
                    async with asyncio.timeout(PROOF_SECONDS):
                        await self._woken.wait()
            self._woken.clear()
            if connection.is_closed():
                raise ConnectionResetError
            await asyncio.sleep(GATHER_SECONDS)
            await self._tell(connection)

    async def _tell(self, connection: Connection) -> None:
        """Send what is untold; nothing is a question too, which a dead connection does not answer."""
        untold, self._untold = self._untold, {}
        since, self._untold_since = self._untold_since, None
        messages = [f"{country} {number}" for country, number in untold.items()]
        try:
            await connection.execute(TELL, CHANNEL, messages, timeout=ANSWER_SECONDS)
        except BaseException:
            for country, number in untold.items():
                self._untold[country] = max(number, self._untold.get(country, 0))
            self._untold_since = since or self._untold_since
            raise
        if since is not None:
            self.told.add(monotonic() - since)

    async def _part(self, connection: Connection) -> None:
        if self._untold and not connection.is_closed():
            with suppress(*DRIVER_FAULTS):
                await self._tell(connection)
