"""The federations whose releases are measured; each is a database of its own, seeded once and copied for every run."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.ground import UNFINISHED, finish, is_there
from benchmarks.population import SEED, TODAY, superuser
from countries.embedded.postgres import SUPERUSER
from countries.tenancy.logins import OWNER
from graph.database.migrate import make_database, migrate, newest_version
from graph.database.populations import fill_populations
from graph.demo import seed
from graph.demo.populations import demonstration_populations
from graph.demo.sizes import skewed_sizes, still_countries
from graph.entities import graph_model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from countries.connections.address import Address
    from countries.register.register import Register

YEARS = range(2021, 2026)
EIGHT = ("BE", "BO", "DE", "FR", "IN", "KE", "NL", "NP")
MIXED = {
    "BE": 120, "BO": 90, "CO": 15, "DE": 300, "ET": 220, "FR": 160, "IN": 240, "KE": 200, "NL": 9, "NP": 60, "PE": 30,
    "UG": 45, "VN": 22,
}  # fmt: skip
"""Thirteen countries, of nine children to three hundred."""
COPIED = "SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY file_copy', $1::text, $2::text, $3::text)"


@dataclass(frozen=True, slots=True)
class Federation:
    """Countries with children.

    Attributes:
        title: as the table calls it.
        sizes: children by country; none for the skewed law over the whole register.
        all: how many children each country of the register has, where all have as many.
    """

    title: str
    sizes: Mapping[str, int] = field(default_factory=dict)
    all: int | None = None

    def many(self, register: Register) -> Mapping[str, int]:
        """Children by country."""
        if self.sizes:
            return self.sizes
        return skewed_sizes(register, SEED) if self.all is None else dict.fromkeys(register, self.all)

    def still(self, register: Register) -> frozenset[str]:
        """The countries in which nobody comes or leaves."""
        return frozenset() if self.sizes or self.all is not None else still_countries(register, SEED)


SKEWED = "skewed"
FEDERATIONS = {
    "thousands": Federation("4 x 1,000", dict.fromkeys(("BE", "BO", "KE", "NP"), 1_000)),
    "eight": Federation("8 x 300", dict.fromkeys(EIGHT, 300)),
    "six": Federation("6 x 400", dict.fromkeys(("BE", "BO", "FR", "KE", "NL", "UG"), 400)),
    "mixed": Federation("13, of 9 to 300", MIXED),
    "even": Federation("138 x 300", all=300),
    SKEWED: Federation("138 skewed, 5 to 5,000"),
}


@asynccontextmanager
async def copied(server: Address, name: str, register: Register, tell: Callable[[str], None]) -> AsyncIterator[Address]:
    """A copy of a federation with nothing closed, for as long as the block.

    Args:
        server: the embedded server.
        name: which of `FEDERATIONS`.
        register: the countries.
        tell: hears what takes long.
    """
    template, work = f"{name}_{newest_version()}", f"closing_{name}"
    federation, owners = FEDERATIONS[name], server.with_database("postgres")
    if not await is_there(server, template):
        many = federation.many(register)
        tell(f"making {sum(many.values()):,} children in {len(many)} countries: {federation.title}")
        await make_database(owners, SUPERUSER, UNFINISHED)
        await _fill(server.with_database(UNFINISHED), federation, register)
        await finish(server, template)
    async with superuser(owners) as connection:
        await connection.execute(f"DROP DATABASE IF EXISTS {work} WITH (FORCE)")
        await connection.execute(await connection.fetchval(COPIED, work, OWNER, template))
    try:
        yield server.with_database(work)
    finally:
        async with superuser(owners) as connection:
            await connection.execute(f"DROP DATABASE IF EXISTS {work} WITH (FORCE)")


async def _fill(address: Address, federation: Federation, register: Register) -> None:
    graph_model()
    await migrate(address, OWNER, register)
    many = federation.many(register)
    await seed(address, register, sorted(many), many, SEED, still=federation.still(register), today=TODAY)
    await fill_populations(address, demonstration_populations(list(register), YEARS))
    async with superuser(address) as connection:
        await connection.execute("VACUUM (FREEZE, ANALYZE)")
