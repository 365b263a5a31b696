"""Where the database is: the embedded PostgreSQL, or the servers that the settings name."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries.codes.codes import load_codes
from countries.connections.address import Address
from countries.connections.coming_in import come_in
from countries.connections.database import Database
from countries.connections.marks import NO_TABLES, marked, packs_held
from countries.connections.replica import Replica
from countries.connections.sessions import STEADY
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.packs.packs import load_packs
from countries.tenancy.caller import Tier
from countries.tenancy.logins import ALL_LOGINS, OPERATOR, OWNER
from graph.database.migrate import known_versions, make_database, migrate
from graph.database.revisions import Fit, SchemaMark, fit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from countries.packs.packs import Packs
    from countries.register.register import Register
    from graph.settings.settings import Settings

DATABASE = "hearth"
WITHOUT_PACKS = (Fit.MISSING, Fit.OLDER)
"""Schemas that hold no packs yet, or not as this server knows them: that is told as it is."""
CONNECT_SECONDS = 5.0


class PlaceError(RuntimeError):
    """The settings do not say where something is; `hint` says which variable does."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class PacksDifferError(PlaceError):
    """The database holds other rules than this process has loaded: none is served by two sorts of law."""

    def __init__(self) -> None:
        super().__init__(
            "What countries lay down in the database is not what the packs of this server say.",
            "Run hearth migrate with this server's version and HEARTH_PACKS_DIR, then start it again.",
        )


@dataclass(frozen=True, slots=True)
class Location:
    """A database and the logins that work on it.

    Attributes:
        address: where the tiers log in.
        owner: where the owner of the tables logs in, and as whom; none if the settings do not say.
        operator: the same for the operator.
        server: the embedded server, where it is that.
        replica: where headquarters and regions read, if there is one.
        packs_dir: the installation's own packs.
    """

    address: Address
    owner: tuple[Address, str] | None
    operator: tuple[Address, str] | None
    server: EmbeddedPostgres | None = None
    replica: Address | None = None
    packs_dir: Path | None = None

    def database(self) -> Database:
        """The tiers' way in, still closed."""
        replica = None if self.replica is None else Replica(self.replica, self.address)
        return Database(self.address, replica=replica)

    async def prepare(self, register: Register) -> None:
        """Make the embedded database and bring it to its newest version; a named one is left to `hearth migrate`."""
        if self.server is not None:
            await self.make()
            await self.migrate(register)

    async def make(self) -> None:
        """Make the embedded database, still without a table; a named one is left to whoever runs its server."""
        if self.server is not None:
            await make_database(self.address.with_database("postgres"), SUPERUSER, DATABASE)

    async def migrate(self, register: Register) -> list[str]:
        """Bring the schema to its newest version.

        Returns:
            The statements that take rights from everybody and that the owner may not run: a superuser's.

        Raises:
            PlaceError: nobody says where the owner logs in.
            PacksError: the packs have faults; nothing was done.
            CodesError: code lists have faults, or have lost codes that rows hold.
        """
        address, login = self.owned_by()
        packs, codes = load_packs(register, self.packs_dir), load_codes(register, self.packs_dir)
        return await migrate(address, login, register, packs, codes)

    def owned_by(self) -> tuple[Address, str]:
        """Where the owner of the tables logs in, and as whom.

        Raises:
            PlaceError: nobody says where.
        """
        if self.owner is None:
            raise PlaceError(
                "Nothing says who may migrate the database.",
                "Set HEARTH_OWNER_DATABASE_URL to a URL with the owner's login and password.",
            )
        return self.owner

    def seen_whole_by(self) -> tuple[Address, str]:
        """Where the operator logs in, and as whom.

        Raises:
            PlaceError: nobody says where.
        """
        if self.operator is None:
            raise PlaceError(
                "Nothing says who may read all of the database.",
                "Set HEARTH_OPERATOR_DATABASE_URL to a URL with the operator's login and password.",
            )
        return self.operator

    def filled_by(self) -> Address:
        """Where the operator logs in, who sees past row security.

        Raises:
            PlaceError: nobody says where.
        """
        if self.operator is None:
            raise PlaceError(
                "Nothing says who may fill the database.",
                "Set HEARTH_OPERATOR_DATABASE_URL to a URL with the operator's login and password.",
            )
        return self.operator[0]

    async def check_tables(self, *, writing: bool = False) -> None:
        """Make sure that there is something to serve, as the office sees it.

        Raises:
            PlaceError: as `check_schema`.
        """
        await check_schema(self.address, Tier.OFFICE.login, writing=writing)

    async def check_packs(self, packs: Packs) -> None:
        """Make sure that the database holds what these packs lay down, where its schema can hold it.

        Raises:
            PacksDifferError: it holds what others do.
        """
        connection = await come_in(
            self.address, Tier.OFFICE.login, timeout=CONNECT_SECONDS, server_settings=dict(STEADY)
        )
        try:
            found = fit(SchemaMark.of_text(await marked(connection)), known_versions())
            if found not in WITHOUT_PACKS and await packs_held(connection) != packs.digest:
                raise PacksDifferError
        finally:
            await connection.close()

    async def close(self) -> None:
        """Leave the embedded server; the last to leave stops it."""
        if self.server is not None:
            await asyncio.to_thread(self.server.stop)


async def check_schema(address: Address, login: str, *, writing: bool = True) -> None:
    """Make sure that there are tables, and that they are those that this Hearth writes.

    Args:
        address: the database.
        login: who asks; any login may.
        writing: whether rows are to be written, and not only read.

    Raises:
        PlaceError: the database has no tables yet, or they are older than this Hearth, or too new for it.
    """
    connection = await come_in(address, login, timeout=CONNECT_SECONDS, server_settings=dict(STEADY))
    try:
        found = await marked(connection)
    finally:
        await connection.close()
    if found == NO_TABLES:
        raise PlaceError("The database has no tables yet.", "Run hearth migrate first.")
    suits = fit(SchemaMark.of_text(found), known_versions())
    if writing and not suits.may_write:
        is_older = suits is Fit.OLDER
        raise PlaceError(
            f"The database's schema is {suits.value}; nothing was written.",
            "Run hearth migrate first." if is_older else "Use the Hearth that migrated it.",
        )


async def open_place(settings: Settings) -> Location:
    """Find the database, and start the embedded one where no other is named.

    Raises:
        PlaceError: a replica is named, and no server that it could follow.
        PostgresError: the embedded server cannot start.
    """
    passwords = settings.database_passwords
    if settings.database_url is not None:
        return Location(
            Address(settings.database_url, passwords),
            _named(settings.owner_database_url, OWNER, passwords),
            _named(settings.operator_database_url, OPERATOR, passwords),
            replica=None if settings.replica_url is None else Address(settings.replica_url, passwords),
            packs_dir=settings.packs_dir,
        )
    if settings.replica_url is not None:
        raise PlaceError(
            "The embedded PostgreSQL has no replica.", "Set HEARTH_DATABASE_URL, or unset HEARTH_REPLICA_URL."
        )
    server = EmbeddedPostgres(settings.data_dir, find_binaries(settings.pg_bin), logins=ALL_LOGINS)
    address = (await asyncio.to_thread(server.start)).with_database(DATABASE)
    return Location(address, (address, OWNER), (address, OPERATOR), server, packs_dir=settings.packs_dir)


@asynccontextmanager
async def prepared_place(settings: Settings, register: Register) -> AsyncIterator[Location]:
    """The database, the embedded one at its newest version, for as long as a command works on it.

    Raises:
        PlaceError: as `open_place`.
        PostgresError: as `open_place`.
    """
    place = await open_place(settings)
    try:
        await place.prepare(register)
        yield place
    finally:
        await place.close()


def _named(url: str | None, login: str, passwords: Mapping[str, str]) -> tuple[Address, str] | None:
    if url is None:
        return None
    address = Address(url, passwords)
    return address, address.login or login
