"""What the long-running commands do: serve with workers, run the demonstration, seed."""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import click

from countries.register.register import load_register
from countries.tenancy.logins import OPERATOR, STATISTICS
from graph.closing.close import Closing
from graph.commands.bulk import settle
from graph.database.location import PlaceError, check_schema, open_place, prepared_place
from graph.database.populations import fill_populations
from graph.demo import counted, largest_programmes, seed
from graph.demo.populations import demonstration_populations
from graph.demo.sizes import Sizes, sizes_of
from graph.errors import Conflict
from graph.graphiql.page import DemoCaller
from graph.identity.development_tokens import development_token
from graph.indicators.period import Period
from graph.serving.listening import check_metrics_host, listen
from graph.serving.server import build_app, uvicorn_config
from graph.serving.workers import Server, Workers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.register.register import Register
    from graph.database.location import Location
    from graph.settings.settings import Settings

logger = logging.getLogger("hearth.running")

START_SECONDS = 20.0
"""How long the first start waits for a database that is not there yet, as after a restart of the whole machine."""
START_REST_SECONDS = 1.0
AWAY = (OSError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, asyncpg.InsufficientResourcesError)
"""What a server ends a connection or a question with that starts, stops, or has no room."""
DEMO_SEED = 1
MOST_NAMED = 12
DEMO_YEARS = 3
"""So many years of figures the demonstration publishes."""


def run_workers(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until told to stop; whatever can be wrong is found before the first request.

    Raises:
        ConnectionError: the database cannot be reached, for longer than a start waits.
        PlaceError: the port is taken, no metrics can be shown there, or the database has no tables yet.
        TenancyError: a login could do more than it may, or the workers' pools do not fit the server.
        ReplicaError: what is named as the replica is the primary itself, or another one's, or the pools do not fit it.
        PostgresError: the embedded server cannot start.
        SystemExit: with `NEVER`, where it turned out later that this can never be served.
    """
    register = load_register()
    listener = listen(host, port)
    check_metrics_host(settings.metrics_host)
    place = asyncio.run(_place_in_time(settings, register, workers))
    try:
        if workers == 1:
            Server(uvicorn_config(build_app(settings, register), host, port)).run([listener])
            return
        with tempfile.TemporaryDirectory(prefix="hearth-") as folder:
            config = uvicorn_config("graph.serving.server:worker_app", host, port, workers)
            several = Workers(config, [listener], Path(folder) / "serving.lock")
            several.run()
        if several.exit_code:
            raise SystemExit(several.exit_code)
    finally:
        asyncio.run(place.close())


async def _place_in_time(settings: Settings, register: Register, workers: int) -> Location:
    """The database, checked; one that cannot be reached yet is waited for, for a while."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            return await _checked_place(settings, register, workers)
        except AWAY as fault:
            if time.monotonic() + START_REST_SECONDS > until:
                raise
            fields = {"fault": type(fault).__name__, "seconds_left": round(until - time.monotonic())}
            logger.warning("The database cannot be reached yet; tried again.", extra={"fields": fields})
            await asyncio.sleep(START_REST_SECONDS)


async def _checked_place(settings: Settings, register: Register, workers: int) -> Location:
    place = await open_place(settings)
    try:
        await place.prepare(register)
        await place.check_tables()
        if place.server is not None:
            await settle(place, settings)
        await place.database().check(workers)
    except BaseException:
        await place.close()
        raise
    return place


def country_codes(listed: str, register: Register) -> list[str]:
    """The codes that a person names: `BE,KE` or `all`.

    Raises:
        PlaceError: one is not in the register.
    """
    if listed.strip().lower() == "all":
        return list(register)
    codes = [code.strip().upper() for code in listed.split(",") if code.strip()]
    unknown = [code for code in codes if code not in register]
    if unknown or not codes:
        raise PlaceError(
            f"The register has no such country: {', '.join(unknown) or 'none named'}.",
            "Name ISO 3166-1 codes, or `all`.",
        )
    return list(dict.fromkeys(codes))


async def seed_countries(
    settings: Settings, listed: str, children: int | None, number: int, sizes: Sizes = Sizes.EVEN
) -> None:
    """Fill countries with synthetic data.

    Args:
        settings: where.
        listed: which, as a person names them.
        children: how many children in each, where sizes are even and somebody says so.
        number: chooses among stories and sizes.
        sizes: how many children a country has.

    Raises:
        PlaceError: a country is unknown, or nobody says where the operator logs in.
        BadUserInput: there is a number of children, and sizes are drawn.
    """
    register = load_register()
    codes = country_codes(listed, register)
    many, still = sizes_of(codes, register, children, number, sizes)
    async with prepared_place(settings, register) as place:
        await _seed(place, register, many, number, still)


async def _seed(
    place: Location, register: Register, many: Mapping[str, int], number: int, still: frozenset[str] = frozenset()
) -> None:
    address = place.filled_by()
    await check_schema(address, OPERATOR)
    with counted("Children", sum(many.values())) as advance:

        def tell(_code: str, done: int) -> None:
            advance(done)

        report = await seed(address, register, list(many), many, number, still=still, progress=tell)
    if report.seeded:
        click.echo(f"Seeded {_named(report.seeded)}: {sum(report.rows.values()):,} rows.")
    if report.skipped:
        click.echo(f"Left as they were: {_named(report.skipped)}.")


def _named(codes: Sequence[str]) -> str:
    return ", ".join(codes) if len(codes) <= MOST_NAMED else f"{len(codes)} countries"


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
        await _close(place, register, period, reason)


async def _close(place: Location, register: Register, period: Period, reason: str | None = None) -> None:
    await check_schema(place.address, STATISTICS)
    done = await Closing(place.address, register).close(period, datetime.now(UTC), reason)
    total = done.published + done.suppressed
    click.echo(
        f"{period.label}, release {done.revision}: {done.published:,} of {total:,} figures are shown,"
        f" {done.suppressed:,} hidden; {len(done.counted)} countries were counted."
    )


async def _publish(place: Location, register: Register, codes: list[str]) -> None:
    """The demonstration's figures: the last years that have ended, where they are not out yet."""
    if place.operator is None:
        return
    years = range(datetime.now(UTC).year - DEMO_YEARS, datetime.now(UTC).year)
    await fill_populations(place.operator[0], demonstration_populations(codes, years), replace=False)
    for year in years:
        with suppress(Conflict):
            await _close(place, register, Period.of(year))


async def run_demo(settings: Settings, port: int, listed: str, children: int) -> None:
    """Migrate, seed and serve, with a token for each kind of caller.

    Raises:
        PlaceError: a country is unknown, or the port is taken.
    """
    register = load_register()
    codes = country_codes(listed, register)
    listener = listen("127.0.0.1", port)
    async with prepared_place(settings, register) as place:
        if place.server is None and place.owner is not None:
            await place.migrate(register)
        await settle(place, settings)
        await _seed(place, register, dict.fromkeys(codes, children), DEMO_SEED)
        await _publish(place, register, codes)
        callers = await demo_callers(settings, register, codes, place)
        _announce(port, callers)
        server = Server(uvicorn_config(build_app(settings, register, callers=callers), "127.0.0.1", port))
        await server.serve([listener])


async def demo_callers(settings: Settings, register: Register, codes: list[str], place: Location) -> list[DemoCaller]:
    """One caller of each kind: caseworker and office of the first country, office of the second, and those above."""
    if place.operator is None:
        return []
    first, second = codes[0], codes[min(1, len(codes) - 1)]
    programme = (await largest_programmes(place.operator[0], first))[0]
    names = {code: register[code].name for code in (first, second)}
    adjectives = {"BE": "Belgian", "KE": "Kenyan"}

    def named(code: str, kind: str) -> str:
        return f"{adjectives[code]} {kind}" if code in adjectives else f"{kind.capitalize()} of {names[code]}"

    def caller(name: str, role: str, **claims: Any) -> DemoCaller:  # noqa: ANN401 - the claims of a token
        subject = name.lower().replace(" ", "-")
        return DemoCaller(name, development_token(settings, role=role, subject=subject, **claims))

    callers = [
        caller(named(first, "caseworker"), "caseworker", country=first, programmes=[str(programme.id)]),
        caller(named(first, "office"), "office", country=first),
    ]
    if second != first:
        callers.append(caller(named(second, "office"), "office", country=second))
    return [
        *callers,
        caller("Region", "region", countries=codes[:2]),
        caller("Headquarters", "headquarters"),
        caller("Auditor", "auditor"),
    ]


def _announce(port: int, callers: list[DemoCaller]) -> None:
    address = f"http://127.0.0.1:{port}/graphql"
    click.echo(f"\nHearth answers at {address}; open it in a browser for GraphiQL.\n")
    for caller in callers:
        click.echo(f"{caller.name}:\n  {caller.token}\n")
    query = """{"query":"{ homes(first: 3) { nodes { id form capacity } totalCount } }"}"""
    click.echo(
        f"Try it as {callers[0].name}:\n"
        f"  curl {address} -H 'Content-Type: application/json' -d '{query}' \\\n"
        f"    -H 'Authorization: Bearer {callers[0].token}'\n"
    )
