"""`hearth population FILE`: national child populations, as somebody counted them, into the register."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import asyncpg
from sqlalchemy.dialects.postgresql import insert

from countries.logins import OPERATOR
from graph.entities import all_entities
from graph.entities.base import Entity
from graph.errors import BadUserInput
from graph.plan.statement import DIALECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from countries.address import Address
    from countries.register import Register

COLUMNS = ("code", "year", "children", "source")


@dataclass(frozen=True, slots=True)
class Population:
    """Children aged 0 to 17 of a country in the middle of a year, and who says so."""

    code: str
    year: int
    children: int
    source: str


def read_populations(path: Path, register: Register) -> list[Population]:
    """The rows of a CSV file with the columns code, year, children and source.

    Raises:
        BadUserInput: a line cannot be meant; its number is in the message.
    """
    with path.open(newline="", encoding="utf-8-sig") as file:
        lines = csv.reader(file)
        if tuple(next(lines, ())) != COLUMNS:
            raise BadUserInput("Line 1: the header is another one.", f"Write {','.join(COLUMNS)} there.")
        return list(_rows(lines, register))


def _rows(lines: Iterable[list[str]], register: Register) -> Iterator[Population]:
    for number, line in enumerate(lines, 2):
        code, year, children, source = [*line, "", "", "", ""][:4]
        if len(line) != len(COLUMNS) or code not in register:
            raise BadUserInput(f"Line {number}: no such country.", "Use ISO 3166-1 codes of the register.")
        if not (year.isascii() and year.isdigit() and children.isascii() and children.isdigit() and int(children)):
            raise BadUserInput(f"Line {number}: year or children is no whole number above zero.", "Write digits only.")
        if not source.strip():
            raise BadUserInput(f"Line {number}: the source is empty.", "Say who counted, and where it is published.")
        yield Population(code, int(year), int(children), source.strip())


async def fill_populations(address: Address, populations: Iterable[Population], *, replace: bool = True) -> int:
    """Write populations as the operator; those that are there already are replaced, or left as they are."""
    all_entities()
    table = Entity.metadata.tables["population"]
    rows = [(each.code, each.year, each.children, each.source) for each in populations]
    statement: Any = insert(table).values(dict.fromkeys(COLUMNS))
    fresh = {name: statement.excluded[name] for name in COLUMNS[2:]}
    key = table.primary_key
    statement = statement.on_conflict_do_update(key, set_=fresh) if replace else statement.on_conflict_do_nothing(key)
    compiled = statement.compile(dialect=DIALECT)
    names = compiled.positiontup or []
    connection = await asyncpg.connect(**address.connect_arguments(OPERATOR))
    try:
        await connection.executemany(str(compiled), [[row[COLUMNS.index(name)] for name in names] for row in rows])
    finally:
        await connection.close()
    return len(rows)
