"""One country's backup into a database in which the country is empty: ids, history and feed as they were.

The counter of the feed comes first: whoever writes in the country at this moment waits for it until all is committed.
It comes without its secret, and so with a new one: cursors of before are refused, and clients load everything anew.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg

from countries.connections.listener import announce
from graph.backup.belonging import belongings
from graph.backup.country_out import copied, operated
from graph.backup.manifest import check_files
from graph.bulk.keys_anew import make_keys
from graph.database.migrate import FILLED, newest_version
from graph.declarations.nouns import TableKind
from graph.errors import BadUserInput, Conflict

if TYPE_CHECKING:
    from countries.connections.address import Address
    from graph.backup.belonging import Belonging
    from graph.backup.manifest import Manifest

    Connection = asyncpg.Connection[asyncpg.Record]

COUNTER = "change_counter"
REFUSED_TOO = frozenset({"idempotency_key"})
"""What a write leaves that was refused: a country without a record may have it."""
TEXT_RULES = "text_rules"

HOLD = "INSERT INTO change_counter (country_code, last) VALUES ($1, 0)"
HEAD = "SELECT last FROM change_counter WHERE country_code = $1"
ENDS = "SELECT coalesce(max(number), 0) FROM change WHERE country_code = $1"
AGREE = "UPDATE text_rules SET version = $2, since = now() WHERE code = $1 AND version <> $2"
AT_ONCE = "SET CONSTRAINTS ALL IMMEDIATE"
"""What is looked at when a transaction ends would be told of no file."""
LINE = re.compile(r"\bline (\d+)")
CHANGED = "Export the country again; files of a whole export are not for changing (those of a plain one are)."


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What came of it.

    Attributes:
        rows: how many rows were written.
        head: the number that the country's feed has come to.
        left: rows by table that stay in the folder, because the database has its own.
    """

    rows: int
    head: int
    left: dict[str, int]


@dataclass(slots=True)
class CountryRestore:
    """One restore.

    Attributes:
        folder: the backup.
        manifest: what it says of itself.
        address: the database.
        login: who sees every country's rows there.
    """

    folder: Path
    manifest: Manifest
    address: Address
    login: str
    _left: dict[str, int] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The country."""
        return self.manifest.country or ""

    async def run(self) -> BroughtBack:
        """Bring it, all of it or nothing.

        Raises:
            BadUserInput: a file is cut off or changed, or of another version; nothing was written.
            Conflict: the country has rows, or is in no register; nothing was written.
        """
        self._check_version()
        check_files(self.folder, self.manifest)
        async with operated(self.address, self.login) as connection, connection.transaction():
            await connection.execute(AT_ONCE)
            rows = await self._bring(connection)
            head = await connection.fetchval(HEAD, self.code)
        await announce(self.address, self.code, head)
        return BroughtBack(rows, head, self._left)

    def _check_version(self) -> None:
        """Rows of one country fit the tables of the version that they were read from."""
        if self.manifest.schema != newest_version():
            raise BadUserInput(
                f"{self.folder} is of version {self.manifest.schema} of the schema (Hearth {self.manifest.hearth}),"
                f" and this Hearth's is {newest_version()}.",
                "Restore it with the Hearth that made it into a new database, migrate that, and export it again.",
            )
        files, tables = self.manifest.files, self.manifest.tables
        known = [each.name for each in belongings()]
        missing = [name for name in known if f"{name}.csv" not in files or name not in tables]
        if missing:
            raise BadUserInput(f"{self.folder} has no file for {', '.join(missing)}.", CHANGED)
        if unknown := sorted({*files} - {f"{name}.csv" for name in known}):
            raise BadUserInput(f"{self.folder} holds what is no table of a country: {', '.join(unknown)}.", CHANGED)

    async def _bring(self, connection: Connection) -> int:
        tenant = [each for each in belongings() if each.kind is TableKind.TENANT]
        await self._check_register(connection)
        counter = next(each for each in tenant if each.name == COUNTER)
        try:
            rows = await self._copy(connection, counter)
            if rows:
                await self._check_rows(connection, counter, 0)
            else:
                await connection.execute(HOLD, self.code)
        except asyncpg.UniqueViolationError:
            raise self._lives([COUNTER]) from None
        before = {each.name: await connection.fetchval(each.count(), self.code) for each in tenant if each != counter}
        if lives := [name for name, held in before.items() if held and name not in REFUSED_TOO]:
            raise self._lives(lives)
        for each in tenant:
            if each != counter:
                rows += await self._copy(connection, each)
                await self._check_rows(connection, each, before[each.name])
        if await connection.fetchval(HEAD, self.code) != await connection.fetchval(ENDS, self.code):
            raise BadUserInput(
                f"{self._file(counter)} does not say where the feed in change.csv ends. Nothing was written.", CHANGED
            )
        rows += await self._shared(connection)
        await connection.execute(AGREE, self.code, self._text_rules())
        # They were made by whoever wrote the rows, with another version of ICU perhaps.
        await make_keys(connection, [self.code])
        return rows

    async def _shared(self, connection: Connection) -> int:
        """What is not the country's alone: its populations, and what was published of it."""
        shared = [each for each in belongings() if each.kind is not TableKind.TENANT and each.name not in FILLED]
        published = [each for each in shared if each.kind is TableKind.FEDERATION]
        alone = await self._is_alone(connection, published)
        taken = [
            each
            for each in shared
            if (alone if each in published else not await connection.fetchval(each.count(), self.code))
        ]
        self._left.update(
            {each.name: rows for each in shared if each not in taken and (rows := self.manifest.tables[each.name])}
        )
        rows = sum([await self._copy(connection, each) for each in taken])
        for each in taken:
            await self._check_rows(connection, each, 0)
        return rows

    async def _is_alone(self, connection: Connection, published: list[Belonging]) -> bool:
        """Whether the database is to be this country's alone: then what was published of it is all that there is.

        Among others a release would have figures of one country and none of the rest.
        """
        for each in belongings():
            if each.kind is TableKind.TENANT and await connection.fetchval(each.others(), self.code):
                return False
        return not any(
            [
                await connection.fetchval(each.others(), self.code)
                or await connection.fetchval(each.count(), self.code)
                for each in published
            ]
        )

    async def _check_register(self, connection: Connection) -> None:
        country = next(each for each in belongings() if each.name == "country")
        if not await connection.fetchval(country.count(), self.code):
            raise Conflict(f"The register has no country {self.code}.", "Run hearth migrate, or install its Hearth.")

    async def _copy(self, connection: Connection, each: Belonging) -> int:
        path = self._file(each)
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            if tuple(file.readline().rstrip("\r\n").split(",")) != each.columns:
                raise BadUserInput(f"{path}, line 1: these are not the columns of {each.name}.", CHANGED)
        try:
            said = await connection.copy_to_table(
                each.name, source=path, columns=each.columns, format="csv", header=True
            )
        except (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError) as error:
            if each.name == COUNTER and isinstance(error, asyncpg.UniqueViolationError):
                raise
            raise self._misfit(path, error) from None
        if (rows := copied(said)) != self.manifest.tables[each.name]:
            raise self._differs(each)
        return rows

    async def _check_rows(self, connection: Connection, each: Belonging, before: int) -> None:
        """See that all rows came, and that none is another country's: the operator may write everybody's."""
        if await connection.fetchval(each.count(), self.code) != before + self.manifest.tables[each.name]:
            raise self._differs(each)

    def _file(self, each: Belonging) -> Path:
        return self.folder / f"{each.name}.csv"

    def _differs(self, each: Belonging) -> BadUserInput:
        return BadUserInput(
            f"{self._file(each)} does not hold the {self.manifest.tables[each.name]:,} rows of {self.code} that its"
            " manifest counts, or holds rows of another country. Nothing was written.",
            CHANGED,
        )

    def _text_rules(self) -> int:
        """By which rules the country's texts are kept; 0 where they are of an earlier form."""
        path = self.folder / f"{TEXT_RULES}.csv"
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            try:
                return next((int(row["version"]) for row in csv.DictReader(file)), 0)
            except (ValueError, KeyError, TypeError, csv.Error):
                raise BadUserInput(f"{path}, line 2: this is no version of rules.", CHANGED) from None

    def _lives(self, tables: list[str]) -> Conflict:
        return Conflict(
            f"{self.code} lives: it has rows in {', '.join(tables)}. Nothing was written.",
            "A country is restored into a database where it is empty, and a restore never writes over any row.",
        )

    @staticmethod
    def _misfit(path: Path, error: asyncpg.PostgresError) -> BadUserInput:
        found = LINE.search(error.context or "")
        where = f"{path}, line {found[1]}" if found else str(path)
        broken = f" ({error.constraint_name})" if error.constraint_name else ""
        return BadUserInput(f"{where}: a row does not fit the table{broken}. Nothing was written.", CHANGED)
