"""`hearth close-period`: a period's figures are counted, protected and published."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from countries.register.register import load_register
from countries.tenancy.logins import STATISTICS
from graph.closing.close import Closing
from graph.database.location import check_schema, prepared_place

if TYPE_CHECKING:
    from countries.register.register import Register
    from graph.database.location import Location
    from graph.indicators.period import Period
    from graph.settings.settings import Settings


async def close_period(settings: Settings, period: Period, reason: str | None) -> None:
    """Count, protect and publish a period's figures.

    Raises:
        PlaceError: the schema is not one that this Hearth writes.
        BadUserInput: the period has not ended.
        Conflict: it is closed already, or another closing is going on.
        PostgresError: the embedded server cannot start.
    """
    register = load_register()
    async with prepared_place(settings, register) as place:
        await close_at(place, register, period, reason)


async def close_at(place: Location, register: Register, period: Period, reason: str | None = None) -> None:
    """Close a period in a database that is open. Raises as `close_period`."""
    await check_schema(place.address, STATISTICS)
    done = await Closing(place.address, register).close(period, datetime.now(UTC), reason)
    total = done.published + done.suppressed
    click.echo(
        f"{period.label}, release {done.revision}: {done.published:,} of {total:,} figures are shown,"
        f" {done.suppressed:,} hidden; {len(done.counted)} countries were counted."
    )
