"""The way into PostgreSQL as one login: which one is refused goes with the error, so that it is said what to set.

PostgreSQL names the login in its sentence, which nobody reads (`countries/connections/causes.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg

from countries.connections.days_as_they_are import keep_days
from countries.tenancy.logins import ALL_LOGINS, password_variable

if TYPE_CHECKING:
    from countries.connections.address import Address

    Connection = asyncpg.Connection[asyncpg.Record]

REFUSED = "refused_login"
"""Under this name an error carries its login."""


async def come_in(address: Address, login: str, **arguments: Any) -> Connection:  # noqa: ANN401 - the driver's own
    """A connection.

    Args:
        address: the database.
        login: as whom.
        arguments: what else `asyncpg.connect` takes.

    Raises:
        PostgresError: PostgreSQL lets nobody in; where it refuses the login, with that.
        OSError: nobody answers, or not in time.
    """
    try:
        connection: Connection = await asyncpg.connect(**address.connect_arguments(login), **arguments)
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        setattr(error, REFUSED, login)
        raise
    await keep_days(connection)
    return connection


def what_to_check(error: BaseException) -> str | None:
    """What whoever runs the server looks at where a login is refused; None where the error names none."""
    login = getattr(error, REFUSED, None)
    if login is None:
        return None
    variable = f"{password_variable(login)}, " if login in ALL_LOGINS else ""
    return f"Check {variable}the password of {login}, and pg_hba.conf."
