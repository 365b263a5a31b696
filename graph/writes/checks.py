"""What has to hold before a mutation goes: the refusal where it does not, and what kind of check it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from graph.declarations.constraints import RACED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from graph.refusals import Refusal


class CheckKind(Enum):
    """What it means where a check fails; it decides whether the row is shown, and what else can be told."""

    GONE = auto()
    """The row that the mutation changes is not there, or not the caller's: what leans on it cannot be told."""
    MISSING = auto()
    """A row that the write leans on is not: likewise."""
    STALE = auto()
    """The row has changed since the client saw it: rules are told of it, and it is shown, as it is now."""
    RULE = auto()
    """A rule is not kept."""
    SELDOM = auto()
    """It refuses nothing: more is composed, and the mutation begins anew."""


@dataclass(frozen=True, slots=True)
class Check:
    """What is told where a condition does not hold.

    Attributes:
        refusal: why.
        kind: what kind of condition it is.
        leans_on: the checks that say of the rows that it reads whether they are there; where one of those fails,
            nobody can tell whether this one holds.
        names: the type of the rows that it tells of one by one; nothing where it tells of none.
    """

    refusal: Refusal
    kind: CheckKind = CheckKind.RULE
    leans_on: frozenset[str] = frozenset()
    names: str = ""


UNKNOWN = Check(RACED)
"""One that a key has kept, and that the mutation has no more."""


def name_of(failed: str) -> str:
    """The name of a check that fails, without the place of a list's row, or the row that it names."""
    return failed.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Failed:
    """The checks of a mutation that fail.

    Attributes:
        names: as the statement answers them, each with the place of a list's row, or the id of a row, behind a colon.
        checks: all of the mutation's by name.
    """

    names: Sequence[str]
    checks: Mapping[str, Check]

    @property
    def composes_anew(self) -> bool:
        """Whether more has to be composed, before all that refuses the mutation can be told."""
        return bool(self._of(CheckKind.SELDOM))

    @property
    def are_known(self) -> bool:
        """Whether each of them is a check of this text."""
        return all(name_of(name) in self.checks for name in self.names)

    @property
    def shows_row(self) -> bool:
        """Whether the row is there, and has changed since."""
        return bool(self._of(CheckKind.STALE)) and not self._of(CheckKind.GONE)

    @property
    def told(self) -> Sequence[str]:
        """Those that are told of, all together: but for what cannot be told, because a row is not there."""
        fail = {name_of(name) for name in self.names}
        order = {name: number for number, name in enumerate(self.checks)}
        told = [name for name in self.names if self._is_told(self._check(name), fail)]
        # A list's rows are answered behind all else; at equal checks they stay in the order of their places.
        return sorted(told, key=lambda name: order.get(name_of(name), -1))

    @staticmethod
    def _is_told(check: Check, fail: AbstractSet[str]) -> bool:
        return check.kind is not CheckKind.SELDOM and check.leans_on.isdisjoint(fail)

    def _of(self, kind: CheckKind) -> list[str]:
        return [name for name in self.names if self._check(name).kind is kind]

    def _check(self, failed: str) -> Check:
        return self.checks.get(name_of(failed), UNKNOWN)
