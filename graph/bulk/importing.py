"""An import from its files to its commit, in one transaction of the office's; all of it, or nothing.

files ─> reading.py ─> COPY into import_… ─> resolving.py: final_… ─> checks.py, rules.py, room_in_homes.py
      ─> locks.py: rows are held; what others wrote meanwhile touches the file? then looked up and checked once more
      ─> store.py: rows and history, then the country's counter and the feed ─> COMMIT ─> tell
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import asyncpg

from graph.bulk.checks import common_checks
from graph.bulk.days import is_day
from graph.bulk.faults import Fault, Faults, FaultyFilesError, UnreadableFault, shown
from graph.bulk.import_context import Ground, asking
from graph.bulk.locks import ImportLocks, last_number, locking, touching
from graph.bulk.names import packs_that_come_along
from graph.bulk.reading import TableReader
from graph.bulk.resolving import Resolver, drop_mirrored, mirror
from graph.bulk.room_in_homes import TOLD, Crowding
from graph.bulk.routed import RoutedStage
from graph.bulk.rules import rules
from graph.bulk.sheets import all_sheets
from graph.bulk.sources import find_sources
from graph.bulk.staging import FINAL, STAGED, records, staged_table
from graph.bulk.written import write_all
from graph.calendars import with_calendar
from graph.errors import Conflict
from graph.reasons import Reason
from graph.writes.constraints import refusal_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from countries.connections.database import Database
    from countries.connections.pool import Lane
    from countries.packs.packs import Packs
    from countries.tenancy.caller import Caller
    from graph.bulk.checks import FileCheck
    from graph.bulk.sources import TableSource
    from graph.bulk.store import StoredRows
    from graph.refusals import Refusal

RACES = ("40001", "40P01")


def _silent(_step: str, _done: int) -> None:
    """Nobody asked for progress."""


def _unheard(_held: ImportLocks) -> None:
    """Nobody asked what is held."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an import.

    Attributes:
        rows: how many rows the files hold.
        stored: what was written; nothing after a dry run.
        held: what was kept from others meanwhile, or would have been.
    """

    rows: int
    stored: StoredRows | None
    held: ImportLocks


class _DryRunDone(Exception):
    def __init__(self, held: ImportLocks) -> None:
        super().__init__()
        self.held = held


@dataclass(slots=True)
class Import:
    """One import.

    Attributes:
        caller: the office whose country it is.
        today: today's date in that country.
        path: a file, or a directory.
        dry_run: whether everything is checked and nothing written.
        progress: hears the step and how many rows more of it are done.
        holding: hears what others cannot write from then on; once more where the files were looked at once more.
        tell: hears the country and the last number of its feed, once the change is committed.
        packs: what countries lay down.
    """

    caller: Caller
    today: date
    path: Path
    dry_run: bool = False
    progress: Callable[[str, int], None] = _silent
    holding: Callable[[ImportLocks], None] = _unheard
    tell: Callable[[str, int], None] | None = None
    packs: Packs = field(default_factory=packs_that_come_along)
    _faults: Faults = field(default_factory=Faults)
    _labels: dict[str, str] = field(default_factory=dict)
    _rows: int = 0
    _sources: list[TableSource] | None = None

    async def run(self, database: Database) -> Brought:
        """Bring the rows.

        Args:
            database: the tiers' pools; the office's is used, and no other.

        Raises:
            FaultyFilesError: something is wrong with the files; nothing was written.
            Conflict: others are changing the same rows; nothing was written.
            Unavailable: the office's login may not make temporary tables.
        """
        sources = self.sources()
        try:
            async with database.writing(asking(self.caller)) as lane:
                stored, held = await self._within(lane, sources, distributed=database.is_distributed)
        except _DryRunDone as done:
            return Brought(self._rows, None, done.held)
        except asyncpg.PostgresError as error:
            raise self._public(error) from error
        finally:
            self.close()
        if stored.number is not None and self.tell is not None and self.caller.country is not None:
            self.tell(self.caller.country, stored.number)
        return Brought(self._rows, stored, held)

    def sources(self) -> list[TableSource]:
        """The tables that the path holds.

        Raises:
            FaultyFilesError: none, or one that cannot be read.
        """
        if self._sources is None:
            faults = Faults()
            self._sources = find_sources(self.path, faults)
            if faults:
                self.close()
                raise FaultyFilesError(faults)
        return self._sources

    def close(self) -> None:
        """Let go of the files."""
        for source in self._sources or ():
            source.rows.close()
        self._sources = None

    def estimate(self) -> int:
        """About how many rows the files hold.

        Raises:
            FaultyFilesError: a file cannot be read.
        """
        try:
            return sum(source.rows.estimate() for source in self.sources())
        except UnreadableFault as error:
            self.close()
            faults = Faults()
            faults.add(error.fault)
            raise FaultyFilesError(faults) from error

    def _public(self, error: asyncpg.PostgresError) -> Exception:
        if error.sqlstate in RACES:
            return Conflict(
                "Others are changing the same rows at this moment.", "Import again.", reason=Reason.OTHERS_WRITE
            )
        refused = refusal_of(error)
        if refused is not None:
            faults = Faults()
            faults.add(Fault(str(self.path), refused))
            return FaultyFilesError(faults)
        return error

    async def _within(
        self, lane: Lane, sources: list[TableSource], *, distributed: bool
    ) -> tuple[StoredRows, ImportLocks]:
        began = time.monotonic()
        ground = Ground(lane, self.caller, self.today)
        if distributed:
            ground.stage = RoutedStage(lane, ground.country)
        await ground.stage.make()
        whole = [await self._stage(ground, source) for source in sources]
        if not all(whole):
            # Whatever leans on rows that could not be read would be told as a fault of its own.
            raise FaultyFilesError(self._faults)
        await ground.stage.settle(STAGED)
        for table in ground.given:
            sheet = all_sheets()[table]
            if sheet.mirror is not None:
                await mirror(ground, sheet, *sheet.mirror)
        since, read = await _last(ground), replace(self._faults, listed=list(self._faults.listed))
        await self._look(ground)
        took = time.monotonic() - began
        (row,) = await ground.fetch(locking(ground, hold=False))
        held = ImportLocks.of(dict(row), took)
        if not self.dry_run:
            await self._hold(ground, held, since, read)
        if self._faults:
            raise FaultyFilesError(self._faults)
        if self.dry_run:
            raise _DryRunDone(held)
        self.progress("Writing", 0)
        stored = await write_all(ground, self.caller.issuer, self.caller.subject)
        await ground.stage.leave()
        return stored, held

    async def _hold(self, ground: Ground, held: ImportLocks, since: int, read: Faults) -> None:
        """Keep the rows from others, and look once more, as after reading, where they have overtaken the files."""
        if not self._faults:
            self.holding(held)
        await ground.fetch(locking(ground, hold=True))
        if await self._is_overtaken(ground, since):
            self._faults = read
            await ground.stage.clear(FINAL)
            await self._look(ground)
            if not self._faults:
                self.holding(held)

    async def _is_overtaken(self, ground: Ground, since: int) -> bool:
        """Whether what others wrote while the files were looked at changes what was found; from here they wait."""
        if await _last(ground) == since:
            return False
        if self._faults:
            return True
        (row,) = await ground.fetch(touching(ground), {"since": since})
        return bool(row["touched"])

    async def _stage(self, ground: Ground, source: TableSource) -> bool:
        """Copy a table into its staging table; whether all of it could be read."""
        sheet = source.sheet
        self._labels[sheet.table] = source.label
        reading = TableReader(source, ground.country, self.today, self._faults, self.packs)
        staged = staged_table(sheet.table)
        for batch in reading.batches():
            await ground.stage.bring(staged, list(records(sheet, batch, ground.country)))
            self._rows += len(batch)
            self.progress("Reading", len(batch))
        ground.given[sheet.table] = frozenset(cell.header for cell in reading.given)
        return reading.whole

    async def _look(self, ground: Ground) -> None:
        """Find out what the rows mean, and what is wrong with them."""
        self.progress("Looking up", 0)
        given, ground.given = ground.given, {}
        for sheet in all_sheets().values():
            if sheet.table not in given:
                continue
            ground.given[sheet.table] = given[sheet.table]
            await Resolver(ground, sheet).fill()
            if sheet.mirror is not None:
                await drop_mirrored(ground, sheet)
        await ground.stage.settle(FINAL)
        self.progress("Checking", 0)
        for check in _all_checks(ground):
            await self._tell(ground, check)

    async def _tell(self, ground: Ground, check: FileCheck) -> None:
        most, more = max(1, self._faults.room), ("other",) if check.beside else ()
        rows = await ground.fetch(ground.counted(check.rows.subquery("told"), most, *more))
        if not rows:
            return
        label = self._labels[check.sheet.table]
        refusal = check.refusal
        if is_day(check.sheet, check.column):
            refusal = with_calendar(refusal, self.caller.country)
        faults = [
            Fault(label, _beside(check, refusal, row), row["number"], check.column, shown(row["value"])) for row in rows
        ]
        self._faults.count(faults, rows[0]["total"])


async def _last(ground: Ground) -> int:
    rows = await ground.fetch(last_number(ground))
    return rows[0]["last"] if rows else 0


def _beside(check: FileCheck, refusal: Refusal, row: asyncpg.Record) -> Refusal:
    """What is told of a row: where another row of the file is meant, with that one's number."""
    if not check.beside:
        return refusal
    others = tuple(each for each in refusal.params if each[0] != "row")
    return replace(refusal, params=(*others, ("row", row["other"])))


def _all_checks(ground: Ground) -> Iterator[FileCheck]:
    yield from common_checks(ground)
    yield from rules(ground)
    if not {"home", *TOLD}.isdisjoint(ground.given):
        yield from Crowding(ground).checks()
