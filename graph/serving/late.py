"""What an application has before its database is open: the same calls, which say so.

An application is put together first; its lifespan opens the database, at once or when that lets itself be opened.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import asyncpg

from countries.connections.database import Database
from graph.closing.close import Closing
from graph.serving.lacks import COME_BACK, DIFFERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from countries.connections.address import Address
    from countries.connections.pool import Lane
    from countries.register.register import Register
    from countries.tenancy.caller import Caller
    from graph.closing.closed import Closed
    from graph.indicators.period import Period
    from graph.serving.opening import Opening

LACKS = ("42P01", "42703", "42883")
"""What a statement ends with alone beside a schema that is not its server's: no such table, column or function."""
MISSED = (*LACKS, "42501")
"""What it may end with there besides: no such right."""


class LateDatabase:
    """The database of an application that may not have opened it yet.

    Args:
        opening: opens it, and knows why it is not open.

    Attributes:
        opened: the open database.
    """

    def __init__(self, opening: Opening) -> None:
        self.opened: Database | None = None
        self._opening = opening

    @property
    def is_distributed(self) -> bool:
        """As of `Database`; until it is open, no."""
        return self.opened is not None and self.opened.is_distributed

    def read_row(
        self, caller: Caller, text: str, values: Sequence[object]
    ) -> Coroutine[Any, Any, asyncpg.Record | None]:
        """As `Database.read_row`.

        Raises:
            Unavailable: the database is not open.
        """
        if self.opened is None:
            raise self._opening.unavailable() or ConnectionError
        return self._read(self.opened, caller, text, values)

    async def _read(
        self, database: Database, caller: Caller, text: str, values: Sequence[object]
    ) -> asyncpg.Record | None:
        """Read what is there, also of a schema that is not this server's.

        Raises:
            Unavailable: what is asked for is not there.
        """
        try:
            return await database.read_row(caller, text, values)
        except asyncpg.PostgresError as error:
            if await self._differs(error):
                raise DIFFERS.unavailable(COME_BACK) from error
            raise

    async def _differs(self, error: asyncpg.PostgresError) -> bool:
        """Whether a statement failed because the schema is not this server's; it may have become another just now."""
        if error.sqlstate in LACKS and self._opening.suits:
            await self._opening.look()
        return error.sqlstate in MISSED and not self._opening.suits

    def writing(self, caller: Caller) -> AbstractAsyncContextManager[Lane]:
        """As `Database.writing`.

        Raises:
            Unavailable: the database is not open, or its schema is not one that this server may write into.
        """
        if self.opened is None:
            raise self._opening.unavailable() or ConnectionError
        if (refused := self._opening.unwritten()) is not None:
            raise refused
        return self._writing(self.opened, caller)

    @asynccontextmanager
    async def _writing(self, database: Database, caller: Caller) -> AsyncIterator[Lane]:
        try:
            async with database.writing(caller) as lane:
                yield lane
        except asyncpg.PostgresError as error:
            if await self._differs(error):
                raise DIFFERS.unavailable(COME_BACK) from error
            raise


class LateClosing:
    """Closes periods of an application that may not have opened its database yet.

    Args:
        opening: opens it, and knows why it is not open.
        register: the countries.

    Attributes:
        address: where the database is, once it is open.
    """

    def __init__(self, opening: Opening, register: Register) -> None:
        self._opening = opening
        self._register = register
        self.address: Address | None = None

    async def close(self, period: Period, now: datetime, reason: str | None = None, *, dry_run: bool = False) -> Closed:
        """As `Closing.close`.

        Raises:
            Unavailable: the database is not open, or its schema is not one that this server may write into.
        """
        if self.address is None:
            raise self._opening.unavailable() or ConnectionError
        if (refused := self._opening.unwritten()) is not None:
            raise refused
        return await Closing(self.address, self._register).close(period, now, reason, dry_run=dry_run)
