"""The stage of a distributed server: one table beside the country's rows, `import_row`, on the country's node alone.

    a statement         SELECT … FROM final_home AS final_home_1 JOIN …
    as a node gets it   WITH final_home AS NOT MATERIALIZED (SELECT cells ->> 'name' AS name, … FROM import_row
                          WHERE country_code = $1 AND run = $2 AND part = 'final_home') SELECT …

So what the import asks is written once. Every statement is one task of one node, whose rows go nowhere else: each level
names the country, and whatever writes selects the country from the first row of the run. Nothing is left at the commit.
"""

from __future__ import annotations

import re
from time import time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import orjson
from sqlalchemy import Uuid, cast, literal_column

from graph.bulk.kept_cells import IDENTITIES, cells_of, read_cell, sent_cell, type_name
from graph.bulk.sheets import ID, all_sheets
from graph.bulk.stage import BoundStatement, Stage, count_of
from graph.bulk.staging import STAGED, changed_table, final_table, given_columns, keys_of, staged_table
from graph.entities import graph_model
from graph.kinds.table import STORED
from graph.text import number_key_sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg
    from sqlalchemy import Table

    from countries.connections.pool import Lane

TABLE = "import_row"
COLUMNS = "country_code, run, part, place, row_id, cells"
BATCH = 1_000
"""How many rows are sent at once, as one text."""
SMALL = 1_000
"""How many rows are few enough to be compared with each other in loops.

PostgreSQL has no statistics of rows that nobody has committed, and expects few: with more of them loops are left out.
"""
NO_LOOPS = "SET LOCAL enable_nestloop = off"
LAST = 2_147_483_647


class RoutedStage(Stage):
    """Sets of rows in `import_row`.

    Args:
        lane: the office's connection, in its scope.
        country: whose rows.
    """

    def __init__(self, lane: Lane, country: str) -> None:
        super().__init__(lane)
        self.country = country
        self.run = _new_run()
        self._sets: dict[str, Table] = {}
        self._filled: dict[str, int] = {}
        self._copies = 0

    @property
    def new_id(self) -> Any:  # noqa: ANN401 - as of `Stage`
        """None: whoever fills a set makes one; a function that answers anew each time is no node's to run."""
        return cast(literal_column("null"), Uuid())

    async def make(self) -> None:
        """As `Stage.make`."""
        self.know(changed_table())
        for table in all_sheets():
            self.know(staged_table(table))
            self.know(final_table(table))
        await self.lane.connection.execute(
            f"INSERT INTO {TABLE} ({COLUMNS}) VALUES ($1, $2, '', 0, NULL, '{{}}')",  # noqa: S608 - names of this module
            self.country,
            self.run,
        )

    def know(self, table: Table) -> None:
        """There is a set of that name, with those columns."""
        self._sets[table.name] = table
        self._filled[table.name] = 0

    async def bring(self, table: Table, rows: list[tuple[object, ...]]) -> None:
        """As `Stage.bring`."""
        worked_out = {key: number_key_sql(f"(said.cells ->> '{of}')") for key, of in keys_of(table).items()}
        keys = "".join(f" || jsonb_build_object('{key}', {cell})" for key, cell in worked_out.items())
        text = (
            f"INSERT INTO {TABLE} ({COLUMNS}) "  # noqa: S608 - names of this module, and a sheet's
            f"SELECT run.country_code, run.run, '{table.name}', $3::BIGINT + said.place, "
            f"CAST(said.cells ->> '{ID}' AS UUID), said.cells{keys} "
            f"FROM {TABLE} AS run, jsonb_array_elements($4::TEXT::JSONB) WITH ORDINALITY AS said (cells, place) "
            f"WHERE {_first('$1', '$2')}"
        )
        names = given_columns(table)
        for start in range(0, len(rows), BATCH):
            some = [dict(zip(names, map(sent_cell, row), strict=True)) for row in rows[start : start + BATCH]]
            sent = orjson.dumps(some, default=str).decode()
            await self.lane.connection.execute(text, self.country, self.run, self._filled[table.name], sent)
            self._filled[table.name] += len(some)

    async def fill(self, name: str, columns: Sequence[str], said: BoundStatement) -> int:
        """As `Stage.fill`."""
        table = self._sets[name]
        country, run, values = self._told(said)
        before = f"${len(values) + 1}"
        identity = next((f"placed.{each}" for each in IDENTITIES if each in table.columns), "CAST(NULL AS UUID)")
        if identity.startswith("placed.") and not name.startswith(STAGED):
            identity = f"coalesce({identity}, {self._made_up(name)})"
        text = (
            f"INSERT INTO {TABLE} ({COLUMNS}) {self._with(said.text, country, run)}"  # noqa: S608 - as above
            f"said ({', '.join(columns)}) AS ({said.text}), "
            f"placed AS (SELECT said.*, row_number() OVER () + {before}::BIGINT AS row_place FROM said) "
            f"SELECT run.country_code, run.run, '{name}', placed.row_place, {identity}, {cells_of(table, columns)} "
            f"FROM {TABLE} AS run, placed WHERE {_first(country, run)}"
        )
        count = count_of(await self.lane.connection.execute(text, *values, self._filled[name]))
        self._filled[name] += count
        return count

    async def copy(self, name: str, columns: Sequence[str], said: BoundStatement, *, identified: bool) -> int:
        """Put into a table of the country what a statement selects, column by column; how many rows that are.

        Args:
            name: the table.
            columns: those that are selected, without the country.
            said: the statement.
            identified: whether each gets an id of its own besides.
        """
        country, run, values = self._told(said)
        self._copies += 1
        more = {"id": self._made_up(f"{name} {self._copies}")} if identified else {}
        listed = ", ".join(("country_code", *more, *columns))
        stored = graph_model().by_table[name].stored
        said_of = (f"CAST(placed.{each} AS {type_name(STORED[stored[each].kind])})" for each in columns)
        cells = ", ".join(("run.country_code", *more.values(), *said_of))
        text = (
            f"INSERT INTO {name} ({listed}) {self._with(said.text, country, run)}"  # noqa: S608 - as above
            f"said ({', '.join(columns)}) AS ({said.text}), "
            "placed AS (SELECT said.*, row_number() OVER () AS row_place FROM said) "
            f"SELECT {cells} FROM {TABLE} AS run, placed WHERE {_first(country, run)}"
        )
        return count_of(await self.lane.connection.execute(text, *values))

    async def change(self, name: str, cells: dict[str, str], source: str) -> int:
        """Change the rows of a table that a set tells by its `n_id`; how many were changed.

        Args:
            name: the table.
            cells: an expression for each column.
            source: the set.
        """
        assigned = ", ".join(f"{column} = {cell}" for column, cell in cells.items())
        text = (
            f"UPDATE {name} SET {assigned} FROM ({self._rows(source, '$1', '$2')}) AS {source} "  # noqa: S608 - as above
            f"WHERE {name}.country_code = $1 AND {name}.id = {source}.n_id"
        )
        return count_of(await self.lane.connection.execute(text, self.country, self.run))

    async def remove(self, name: str, columns: Sequence[str], source: str) -> None:
        """Take the rows of a table away that a set tells by `n_<column>`.

        Args:
            name: the table.
            columns: what tells a row, but for the country.
            source: the set.
        """
        told = " AND ".join(f"{name}.{column} = {source}.n_{column}" for column in columns)
        text = (
            f"DELETE FROM {name} USING ({self._rows(source, '$1', '$2')}) AS {source} "  # noqa: S608 - as above
            f"WHERE {name}.country_code = $1 AND {told}"
        )
        await self.lane.connection.execute(text, self.country, self.run)

    async def drop(self, name: str, numbers: BoundStatement) -> None:
        """As `Stage.drop`."""
        dropped = [row[0] for row in await self.fetch(numbers)]
        text = (
            f"DELETE FROM {TABLE} WHERE {TABLE}.country_code = $1 AND run = $2 AND part = '{name}' "  # noqa: S608 - as above
            "AND CAST(cells ->> 'mirrored' AS BOOLEAN) AND CAST(cells ->> 'number' AS INTEGER) = ANY ($3::INTEGER[])"
        )
        await self.lane.connection.execute(text, self.country, self.run, dropped)

    async def fetch(self, said: BoundStatement) -> list[asyncpg.Record]:
        """As `Stage.fetch`."""
        country, run, values = self._told(said)
        read = self._with(said.text, country, run, last=True)
        if not read:
            return list(await self.lane.connection.fetch(said.text, *said.values))
        own = said.text.removeprefix("WITH ")
        text = f"{read}, {own}" if own != said.text else f"{read} {own}"
        return list(await self.lane.connection.fetch(text, *values))

    async def settle(self, prefix: str) -> None:
        """As `Stage.settle`; a server that would count the rows would keep what it found in them."""
        if prefix == STAGED and sum(self._filled.values()) > SMALL:
            await self.lane.run(NO_LOOPS)

    async def clear(self, prefix: str) -> None:
        """As `Stage.clear`."""
        names = [name for name in self._sets if name.startswith(prefix)]
        text = f"DELETE FROM {TABLE} WHERE {TABLE}.country_code = $1 AND run = $2 AND part = ANY ($3::TEXT[])"  # noqa: S608 - as above
        await self.lane.connection.execute(text, self.country, self.run, names)

    async def leave(self) -> None:
        """As `Stage.leave`."""
        text = f"DELETE FROM {TABLE} WHERE {TABLE}.country_code = $1 AND run = $2"  # noqa: S608 - as above
        await self.lane.connection.execute(text, self.country, self.run)

    # Texts

    def _told(self, said: BoundStatement) -> tuple[str, str, list[object]]:
        """Where a statement finds the country and the run, and its values with them: a country that it names is one."""
        values = list(said.values)
        values += [] if self.country in values else [self.country]
        return f"${values.index(self.country) + 1}", f"${len(values) + 1}", [*values, self.run]

    def _with(self, text: str, country: str, run: str, *, last: bool = False) -> str:
        """What a statement reads of the sets, before its own words; more follows unless this is the last."""
        words = set(re.findall(r"\w+", text))
        read = ", ".join(self._read(name, country, run) for name in self._sets if name in words)
        if last:
            return f"WITH {read}" if read else ""
        return f"WITH {read}, " if read else "WITH "

    def _read(self, name: str, country: str, run: str) -> str:
        """A set under its name, read where it is asked for."""
        return f"{name} AS NOT MATERIALIZED ({self._rows(name, country, run)})"

    def _rows(self, name: str, country: str, run: str) -> str:
        """The rows of a set, with its columns.

        They are told by a range, and not by an equation: of a range PostgreSQL expects more rows.
        """
        cells = ", ".join(f"{read_cell(each)} AS {each.name}" for each in self._sets[name].columns)
        return (
            f"SELECT {cells} FROM {TABLE} AS kept "  # noqa: S608 - as above
            f"WHERE kept.country_code = {country} AND (kept.run, kept.part, kept.place) >= ({run}, '{name}', 0) "
            f"AND (kept.run, kept.part, kept.place) <= ({run}, '{name}', {LAST})"
        )

    def _made_up(self, what: str) -> str:
        """A UUID of the run's instant for each of the rows that are written: a digest of what tells them apart."""
        digest = f"md5(run.run::TEXT || '{what}' || placed.row_place)"
        parts = (f"substr({digest}, 1, 3)", f"'-8' || substr({digest}, 5, 3)", f"'-' || substr({digest}, 9, 12)")
        return f"CAST('{str(self.run)[:15]}' || {' || '.join(parts)} AS UUID)"


def _new_run() -> UUID:
    """A UUID of version 7."""
    milliseconds = int(time() * 1000)
    random = uuid4().int
    return UUID(int=milliseconds << 80 | 7 << 76 | random & (1 << 76) - 1 & ~(1 << 63 | 1 << 62) | 1 << 63)


def _first(country: str, run: str) -> str:
    """The first row of the run, from which the country of what is written is taken."""
    return f"run.country_code = {country} AND run.run = {run} AND run.part = '' AND run.place = 0"
