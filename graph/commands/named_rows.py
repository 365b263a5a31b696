"""The rows that examples name, written into the demonstration: as its national office, by mutations.

Everything that holds for a mutation holds for them: rules, history, feed. They are written once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from countries.connections.database import Database
from countries.connections.limits import LIMITS
from countries.tenancy.caller import Caller, Tier
from graph.commands.asking import ask
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.graphiql.examples import named_rows
from graph.schema.sdl import build_schema

if TYPE_CHECKING:
    from countries.register.register import Register
    from graph.database.location import Location
    from graph.graphiql.examples import NamedRow

IS_THERE = "query ($id: ID!) { node(id: $id) { id } }"
WRITE = "mutation ($input: {type}!) {{ {field}(input: $input) {{ errors {{ message path hint }} }} }}"


def named_programmes(country: str) -> list[str]:
    """The programmes that examples name, as a token names them: without type and country."""
    started = (row.input for row in named_rows(country) if row.mutation == "startProgramme")
    return [str(each["id"]).rpartition("_")[2] for each in started]


def named_children(country: str) -> int:
    """How many children examples bring along."""
    return sum(map(_children_of, named_rows(country)))


def _children_of(row: NamedRow) -> int:
    listed = row.input.get("children") if row.mutation == "admitSiblings" else None
    return len(listed) if isinstance(listed, list) else row.mutation in ("admitChild", "registerChild")


async def write_named_rows(place: Location, register: Register, country: str) -> None:
    """Write what examples name into a country, where its last row is not there yet; what is refused is told.

    Args:
        place: a migrated database.
        register: the countries.
        country: the code of the country whose rows they become.

    Raises:
        HearthErrors: the database does not answer.
    """
    rows = named_rows(country)
    if not rows:
        return
    office = Caller("hearth demo", Tier.OFFICE, (country,), issuer="hearth")
    database = Database(place.address, {office.tier: LIMITS[office.tier]})
    await database.open()
    try:
        engine = Engine(build_schema()._schema, graph_model(), register, database)  # noqa: SLF001 - as graph/serving/server.py
        last = await ask(engine, IS_THERE, office, {"id": rows[-1].input["id"]})
        for row in rows if last["node"] is None else ():
            await _write(engine, office, row)
    finally:
        await database.close()


async def _write(engine: Engine, office: Caller, row: NamedRow) -> None:
    takes = f"{row.mutation[0].upper()}{row.mutation[1:]}Input"
    document = WRITE.format(type=takes, field=row.mutation)
    payload = (await ask(engine, document, office, {"input": row.input}))[row.mutation]
    for error in payload["errors"]:
        click.echo(f"An example's {row.mutation} was refused: {error['message']} {error['hint']}", err=True)
