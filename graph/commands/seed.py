"""`hearth seed`: countries are filled with synthetic data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from countries.register.register import load_register
from countries.tenancy.logins import OPERATOR
from graph.database.location import PlaceError, check_schema, prepared_place
from graph.demo import counted, seed
from graph.demo.sizes import Sizes, sizes_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countries.register.register import Register
    from graph.database.location import Location
    from graph.settings.settings import Settings

MOST_NAMED = 12


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
        await fill(place, register, many, number, still)


async def fill(
    place: Location, register: Register, many: Mapping[str, int], number: int, still: frozenset[str] = frozenset()
) -> None:
    """Fill countries, and tell how far it has come.

    Args:
        place: where.
        register: the countries.
        many: how many children in each.
        number: chooses among stories.
        still: those of which nothing is told after the present.
    """
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
