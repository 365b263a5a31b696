"""What a mutation came to: its outcome, and how a statement's row, or what a key has kept, is read as one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from graph.writes.checks import Failed
from graph.writes.payload import WriteResult
from graph.writes.refusals import OTHER_INPUT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from countries.tenancy.caller import Caller
    from graph.errors import HearthError
    from graph.plan.compile.mutations import MutationField
    from graph.plan.tree.sources import Scope
    from graph.refusals import Refusal
    from graph.writes.following import Course
    from graph.writes.statement import WriteStatement


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a mutation.

    Attributes:
        payload: the payload as JSON.
        errors: errors of the whole field, for the response's own list.
        number: the last number that it took in the country's feed; none where it wrote nothing.
        codes: those of the payload's own errors.
    """

    payload: bytes
    errors: tuple[HearthError, ...] = ()
    number: int | None = None
    codes: tuple[str, ...] = ()


Go = Callable[[], Awaitable[Outcome]]
"""One mutation that is ready: it only has to be let go. Raises HearthError where it could not be done."""


class Performs(Protocol):
    """Whoever does mutations of one kind."""

    async def go(
        self,
        caller: Caller,
        field: MutationField,
        arguments: Sequence[object],
        scope: Scope,
        course: Course,
        *,
        checked: bool,
    ) -> Go:
        """One mutation, read and compiled; nothing of it has been done. Arguments as of `Performer.ready`.

        `course` is that of the request's mutations, among which may be what it follows.
        """

    def faults(self, caller: Caller, name: str, given: Mapping[str, object], today: date) -> Sequence[Refusal]:
        """All that an input alone shows to be wrong.

        Args:
            caller: who sends it.
            name: the mutation.
            given: its input.
            today: today's date in the caller's country.
        """


class LostRaceError(Exception):
    """Another transaction changed a row between the check and the write; what was written is undone."""


class SeldomError(Exception):
    """The rows need what few mutations need; what was written is undone."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names


def answer_of(statement: WriteStatement, row: Any) -> WriteResult:  # noqa: ANN401 - a record
    """What a first time came to.

    Raises:
        LostRaceError: a row that had to be written was not there any more.
        SeldomError: nothing refuses it, and more is to be written.
    """
    failed = Failed(row["failed"], statement.checks)
    if failed.composes_anew:
        raise SeldomError(frozenset(failed.names))
    if failed.names:
        shown = list(row["touched"] or ()) if failed.shows_row else []
        return WriteResult(shown, [statement.refusal(name) for name in failed.told])
    if any(must and not count for must, count in zip(statement.must, row["written"], strict=True)):
        raise LostRaceError
    return WriteResult(list(row["touched"]), [], row["number"])


def repeated(statement: WriteStatement, stored: Any, digest: str) -> WriteResult:  # noqa: ANN401 - a record
    """What a repetition comes to: the outcome of the first time, its rows read by the rights of now.

    Raises:
        LostRaceError: what was kept is gone.
        SeldomError: the first time refused it by what only few mutations ask, and this text does not know that.
    """
    if stored is None:
        raise LostRaceError
    if stored["digest"] != digest:
        return WriteResult([], [OTHER_INPUT])
    failed = Failed(stored["refusals"] or (), statement.checks)
    if not failed.are_known and statement.seldom:
        raise SeldomError(statement.seldom)
    shown = list(stored["ids"]) if failed.shows_row or not failed.names else []
    return WriteResult(shown, [statement.refusal(name) for name in failed.told])
