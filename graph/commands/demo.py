"""`hearth demo`: a database is migrated, filled and served, with a token for each kind of caller."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from countries.register.register import load_register
from graph.commands.bulk import settle
from graph.commands.close_period import close_at
from graph.commands.named_rows import named_children, named_programmes, write_named_rows
from graph.commands.seed import country_codes, fill
from graph.database.location import prepared_place
from graph.database.populations import fill_populations
from graph.demo import largest_programmes
from graph.demo.populations import demonstration_populations
from graph.errors import Conflict
from graph.graphiql.page import DemoCaller
from graph.identity.development_tokens import development_token
from graph.indicators.period import Period
from graph.serving.listening import listen
from graph.serving.server import build_app, uvicorn_config
from graph.serving.workers import Server
from graph.settings.settings import OF_THIS_MACHINE

if TYPE_CHECKING:
    from countries.register.register import Register
    from graph.database.location import Location
    from graph.settings.settings import Settings

DEMO_SEED = 1
ASKING = 2
"""So many countries have an office among the callers of the page."""
DEMO_YEARS = 3
"""So many years of figures the demonstration publishes."""


async def _publish(place: Location, register: Register, codes: list[str]) -> None:
    """The demonstration's figures: the last years that have ended, where they are not out yet."""
    if place.operator is None:
        return
    years = range(datetime.now(UTC).year - DEMO_YEARS, datetime.now(UTC).year)
    await fill_populations(place.operator[0], demonstration_populations(codes, years), replace=False)
    for year in years:
        with suppress(Conflict):
            await close_at(place, register, Period.of(year))


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
        await fill(place, register, _sizes(codes, children), DEMO_SEED)
        for code in codes[:ASKING]:
            await write_named_rows(place, register, code)
        await _publish(place, register, codes)
        callers = await demo_callers(settings, register, codes, place)
        _announce(port, callers)
        served = settings if settings.cors_origins else replace(settings, cors_origins=OF_THIS_MACHINE)
        server = Server(uvicorn_config(build_app(served, register, callers=callers), "127.0.0.1", port))
        await server.serve([listener])


def _sizes(codes: list[str], children: int) -> dict[str, int]:
    """How many children are told of in each country, where examples bring some of their own; one at least."""
    return {code: max(1, children - named_children(code) * (code in codes[:ASKING])) for code in codes}


async def demo_callers(settings: Settings, register: Register, codes: list[str], place: Location) -> list[DemoCaller]:
    """One caller of each kind: caseworker and office of the first country, office of the second, and those above."""
    if place.operator is None:
        return []
    first, second = codes[0], codes[min(1, len(codes) - 1)]
    programmes = [str((await largest_programmes(place.operator[0], first))[0].id), *named_programmes(first)]
    names = {code: register[code].name for code in (first, second)}
    adjectives = {"BE": "Belgian", "KE": "Kenyan"}

    def named(code: str, kind: str) -> str:
        return f"{adjectives[code]} {kind}" if code in adjectives else f"{kind.capitalize()} of {names[code]}"

    def caller(name: str, role: str, **claims: Any) -> DemoCaller:  # noqa: ANN401 - the claims of a token
        subject = name.lower().replace(" ", "-")
        sign = partial(development_token, settings, role=role, subject=subject, **claims)
        return DemoCaller(name, role, sign, claims.get("country"))

    callers = [
        caller(named(first, "caseworker"), "caseworker", country=first, programmes=programmes),
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
        click.echo(f"{caller.name}:\n  {caller.sign()}\n")
    query = """{"query":"{ homes(first: 3) { nodes { id form capacity } totalCount } }"}"""
    click.echo(
        f"Try it as {callers[0].name}:\n"
        f"  curl {address} -H 'Content-Type: application/json' -d '{query}' \\\n"
        f"    -H 'Authorization: Bearer {callers[0].sign()}'\n"
    )
