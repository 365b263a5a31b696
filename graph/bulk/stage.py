"""Where an import keeps what it works with until its commit: the sheets' rows, what they are to be, what was written.

On one server these are temporary tables. They have no row security and need none: what they hold came with the file, or
was read under the office's own policies. A distributed server joins none with a country's rows (`routed.py`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import asyncpg
from sqlalchemy import func

from graph.bulk.staging import all_tables, given_columns, making
from graph.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from countries.connections.pool import Lane


@dataclass(frozen=True, slots=True)
class BoundStatement:
    """A statement's text, and what stands for `$1`, `$2`, …."""

    text: str
    values: Sequence[object]


class Stage(ABC):
    """Holds named sets of rows; a statement names one as it names a table.

    Args:
        lane: the office's connection, in its scope.
    """

    def __init__(self, lane: Lane) -> None:
        self.lane = lane

    @property
    @abstractmethod
    def new_id(self) -> Any:  # noqa: ANN401 - an expression
        """An expression for the `id` of a row that has none yet."""

    @abstractmethod
    async def make(self) -> None:
        """Begin.

        Raises:
            Unavailable: the office's login may not.
        """

    @abstractmethod
    async def bring(self, table: Table, rows: list[tuple[object, ...]]) -> None:
        """Put rows into a set, as they are: the columns `given_columns(table)`, in order."""

    @abstractmethod
    async def fill(self, name: str, columns: Sequence[str], said: BoundStatement) -> int:
        """Put into a set what a statement selects, column by column; how many rows that are."""

    @abstractmethod
    async def drop(self, name: str, numbers: BoundStatement) -> None:
        """Take the mirrored rows with these numbers out of a set."""

    @abstractmethod
    async def fetch(self, said: BoundStatement) -> list[asyncpg.Record]:
        """The rows that a statement answers."""

    @abstractmethod
    async def settle(self, prefix: str) -> None:
        """All sets of a sort are full: `STAGED`, or `FINAL`."""

    @abstractmethod
    async def clear(self, prefix: str) -> None:
        """Empty all sets of a sort."""

    @abstractmethod
    async def leave(self) -> None:
        """Leave nothing behind; the commit follows."""


class TemporaryStage(Stage):
    """Temporary tables: they live on the office's connection until its transaction ends."""

    @property
    def new_id(self) -> Any:  # noqa: ANN401 - as above
        """As `Stage.new_id`."""
        return func.uuidv7()

    async def make(self) -> None:
        """As `Stage.make`."""
        try:
            for statement in making():
                await self.lane.run(statement)
        except asyncpg.InsufficientPrivilegeError as error:
            raise Unavailable(
                "The office's login may not make temporary tables.",
                "As the database's owner: GRANT TEMPORARY ON DATABASE … TO hearth_office.",
            ) from error

    async def bring(self, table: Table, rows: list[tuple[object, ...]]) -> None:
        """As `Stage.bring`."""
        await self.lane.connection.copy_records_to_table(table.name, records=rows, columns=given_columns(table))

    async def fill(self, name: str, columns: Sequence[str], said: BoundStatement) -> int:
        """As `Stage.fill`."""
        text = f"INSERT INTO {name} ({', '.join(columns)}) {said.text}"
        return count_of(await self.lane.connection.execute(text, *said.values))

    async def drop(self, name: str, numbers: BoundStatement) -> None:
        """As `Stage.drop`."""
        text = f"DELETE FROM {name} WHERE mirrored AND number IN ({numbers.text})"  # noqa: S608 - a sheet's table
        await self.lane.connection.execute(text, *numbers.values)

    async def fetch(self, said: BoundStatement) -> list[asyncpg.Record]:
        """As `Stage.fetch`."""
        return list(await self.lane.connection.fetch(said.text, *said.values))

    async def settle(self, prefix: str) -> None:
        """As `Stage.settle`."""
        await self.lane.run(f"ANALYZE {all_tables(prefix)}")

    async def clear(self, prefix: str) -> None:
        """As `Stage.clear`."""
        await self.lane.run(f"TRUNCATE {all_tables(prefix)}")

    async def leave(self) -> None:
        """The tables go with the transaction."""


def count_of(status: str) -> int:
    """How many rows a command says that it wrote."""
    return int(status.rpartition(" ")[2])
