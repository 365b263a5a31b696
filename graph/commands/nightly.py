"""`hearth nightly`: what a day brings to rows that nobody writes."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from countries.register.register import load_register
from countries.tenancy.logins import OPERATOR
from graph.bulk.nightly import Nightly
from graph.commands.bulk import ISSUER, account
from graph.commands.seed import country_codes
from graph.database.location import PlaceError, check_schema, prepared_place
from graph.settings.settings import Settings


async def run_nightly(settings: Settings, listed: str) -> None:
    """Reckon what hangs on the day, and empty what is kept no longer.

    Args:
        settings: where the database is.
        listed: in which countries, as a person names them.

    Raises:
        PlaceError: a country is unknown, nobody says where the operator logs in, or that login does not see all rows.
    """
    register = load_register()
    codes = country_codes(listed, register)
    async with prepared_place(settings, register) as place:
        address = place.filled_by()
        await check_schema(address, OPERATOR)
        work = Nightly(address, OPERATOR, ISSUER, account(), datetime.now(UTC))
        done = await work.run([register[code] for code in codes])
    if done is None:
        raise PlaceError(
            "The operator does not see all rows.",
            "Give the login in HEARTH_OPERATOR_DATABASE_URL the attribute BYPASSRLS, or migrate again.",
        )
    reckoned, forgotten = sum(each.reckoned for each in done), sum(each.forgotten for each in done)
    mirrored = sum(each.mirrored for each in done)
    click.echo(f"Reckoned anew: {reckoned:,}. Kept no longer: {forgotten:,}. Written in both files: {mirrored:,}.")
