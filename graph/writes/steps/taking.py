"""The steps, taken one after another in the transaction that rehearsed them.

the rehearsal's row ─┬─ a check fails ──> key
                     └─ none fails ─────> key ─┬─ known ──> nothing more
                                               └─ new ────> each write ─> history ─> counter ─> feed
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from graph.writes.checks import Failed
from graph.writes.idempotency import OF_ID
from graph.writes.steps.texts import OF_THE_KEY, Adding, Changing, Removing, StepWrite, claiming, counting, in_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.plan.tree.sources import Scope
    from graph.writes.checks import Check
    from graph.writes.steps.rehearsing import Rehearsed, RehearsedRows

TakenRow = Any
"""A row by the names of its columns."""


class HiddenError(RuntimeError):
    """A row that was locked to be changed is not there to be changed: what may be read and what written differ."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What follows a rehearsal.

    Attributes:
        operation: the mutation, as the history tells it.
        rehearsal: what has been answered.
        must: which of the writes have to write a row.
        checks: what it means where one fails, by name.
        is_keyed: whether it is sent under an idempotency key.
        is_named: whether what made the row is kept under its id, which the client has made.
    """

    operation: str
    rehearsal: Rehearsed
    must: tuple[bool, ...]
    checks: Mapping[str, Check]
    is_keyed: bool
    is_named: bool = False

    async def take(self, lane: Any, scope: Scope, row: TakenRow) -> Mapping[str, Any]:  # noqa: ANN401 - a lane
        """Write what was rehearsed, unless a check fails or the key is known.

        Args:
            lane: the transaction.
            scope: who writes, and what the mutation brings.
            row: what the rehearsal has answered.

        Returns:
            What one statement would have answered: `failed`, `taken`, `touched`, `written` and `number`.

        Raises:
            HiddenError: a policy lets a row be locked that it does not let be changed.
        """
        written = [len(_rows(row, each)) for each in self.rehearsal.written]
        told: dict[str, Any] = {
            "failed": row["failed"], "touched": row["touched"], "written": written, "taken": True, "number": None,
        }  # fmt: skip
        # Nothing is kept of an attempt that is made anew.
        if Failed(row["failed"], self.checks).composes_anew:
            return told
        if not row["failed"] and any(must and not count for must, count in zip(self.must, written, strict=True)):
            return told
        if self.is_keyed:
            told["taken"] = await _claim(lane, scope, row)
        if told["taken"] and not row["failed"]:
            if self.is_named:
                await _claim(lane, scope, row, key=scope.written["global_id"], path=OF_ID)
            await self._write(lane, scope, row)
            told["number"] = await self._tell(lane, scope, row)
        return told

    async def _write(self, lane: Any, scope: Scope, row: TakenRow) -> None:  # noqa: ANN401 - a lane
        for into, rows in _together(self.rehearsal.written, row):
            match into:
                case Adding():
                    await _add(lane, into, (scope.country,), rows)
                case Changing():
                    await _change(lane, into, scope.country, rows)
                case Removing():
                    await lane.rows(into.text, (*zip(*rows, strict=True), scope.country))
        writer = (scope.country, scope.written["issuer"], scope.written["subject"], self.operation, row["reason"])
        for into, rows in _together(sorted(self.rehearsal.history, key=lambda each: each.into.table), row):
            await _add(lane, into, writer, rows)

    async def _tell(self, lane: Any, scope: Scope, row: TakenRow) -> int | None:  # noqa: ANN401 - a lane
        """The country's counter, taken once everything else is written, and the feed; the last number."""
        told = _rows(row, self.rehearsal.feed)
        if not told:
            return None
        last: int = (await lane.one_row(counting(), (scope.country, len(told))))["last"]
        first = last - len(told) + 1
        numbered = [(str(first + place), *each) for place, each in enumerate(told)]
        wrote = (str(scope.written["writer"]), self.operation, scope.written["key"])
        await _add(lane, self.rehearsal.feed.into, (scope.country, *wrote), numbered)
        return last


async def _claim(lane: Any, scope: Scope, row: TakenRow, **instead: object) -> bool:  # noqa: ANN401 - a lane
    """Take the key, or another one; whether it was free."""
    brought = (instead.get(name, scope.written[name]) for name in OF_THE_KEY)
    return await lane.one_row(claiming(), (scope.country, *brought, row["touched"], row["failed"])) is not None


def _rows(row: TakenRow, answered: RehearsedRows) -> list[tuple[object, ...]]:
    """The rows themselves, of the lists by which they are answered."""
    lists = [row[f"{answered.name}_{column}"] or () for column in answered.columns]
    return list(zip(*lists, strict=True))


def _together(answered: Iterable[RehearsedRows], row: TakenRow) -> Iterator[tuple[StepWrite, list[tuple[object, ...]]]]:
    """What is written, and the rows of it; what follows one another and is written alike is one statement."""
    for into, alike in groupby(answered, key=lambda each: each.into):
        if rows := [each for said in alike for each in _rows(row, said)]:
            yield into, rows


async def _add(lane: Any, into: StepWrite, same: Sequence[object], rows: Sequence[Sequence[object]]) -> None:  # noqa: ANN401 - a lane
    if not isinstance(into, Adding):
        raise TypeError(into.table)
    # Entries that are not told why they were written leave the reason out, which comes last.
    common = same[: len(into.same)]
    for some in in_turns(rows):
        await lane.one_row(into.text(len(some)), (*common, *(value for each in some for value in each)))


async def _change(lane: Any, into: Changing, country: str | None, rows: Sequence[Sequence[object]]) -> None:  # noqa: ANN401 - a lane
    changed = await lane.rows(into.text, (*zip(*rows, strict=True), country))
    if len(changed) != len(rows):
        raise HiddenError(into.table)
