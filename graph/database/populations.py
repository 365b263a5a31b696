"""National child populations, as somebody counted them, into the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql import insert

from countries.connections.coming_in import come_in
from countries.tenancy.logins import OPERATOR
from graph.declarations.base import Entity
from graph.entities import all_entities
from graph.plan.sql.compiled import with_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countries.connections.address import Address

COLUMNS = ("code", "year", "children", "source")


@dataclass(frozen=True, slots=True)
class ChildPopulation:
    """Children aged 0 to 17 of a country in the middle of a year, and who says so."""

    code: str
    year: int
    children: int
    source: str


async def fill_populations(address: Address, populations: Iterable[ChildPopulation], *, replace: bool = True) -> int:
    """Write populations as the operator; those that are there already are replaced, or left as they are."""
    all_entities()
    table = Entity.metadata.tables["population"]
    rows = [(each.code, each.year, each.children, each.source) for each in populations]
    statement: Any = insert(table).values(dict.fromkeys(COLUMNS))
    fresh = {name: statement.excluded[name] for name in COLUMNS[2:]}
    key = table.primary_key
    statement = statement.on_conflict_do_update(key, set_=fresh) if replace else statement.on_conflict_do_nothing(key)
    text, names = with_values(statement, **{name: name for name in COLUMNS})
    connection = await come_in(address, OPERATOR)
    try:
        await connection.executemany(text, [[row[COLUMNS.index(name)] for name in names] for row in rows])
    finally:
        await connection.close()
    return len(rows)
