"""What has to hold before a mutation goes: the refusal where it does not, and what kind of check it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from graph.declarations.constraints import RACED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.refusals import Refusal


class CheckKind(Enum):
    """What it means where a check fails; it decides what is told, and whether the row is shown."""

    GONE = auto()
    """The row that the mutation changes is not there, or not the caller's: nothing else that fails is news."""
    MISSING = auto()
    """A row that the write leans on is not: nor is anything else."""
    STALE = auto()
    """The row has changed since the client saw it: no rule is told of, and the row is shown as it is now."""
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
        is_last: whether it leans on rows that the caller need not see, so that it is told of only where nothing else
            fails: a write that cannot be meant finds nothing out.
        names: the type of the rows that it tells of one by one; nothing where it tells of none.
    """

    refusal: Refusal
    kind: CheckKind = CheckKind.RULE
    is_last: bool = False
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
        """Whether all that fails refuses nothing."""
        return bool(self.names) and not self._but(CheckKind.SELDOM)

    @property
    def shows_row(self) -> bool:
        """Whether the row is there, and has changed since."""
        return bool(self._of(CheckKind.STALE)) and not self._of(CheckKind.GONE)

    @property
    def told(self) -> Sequence[str]:
        """Those that are told of."""
        rules = self._but(CheckKind.SELDOM)
        return (
            self._of(CheckKind.GONE, CheckKind.MISSING)
            or self._of(CheckKind.STALE)
            or [name for name in rules if not self._check(name).is_last]
            or rules
        )

    def _of(self, *kinds: CheckKind) -> list[str]:
        return [name for name in self.names if self._check(name).kind in kinds]

    def _but(self, kind: CheckKind) -> list[str]:
        return [name for name in self.names if self._check(name).kind is not kind]

    def _check(self, failed: str) -> Check:
        return self.checks.get(name_of(failed), UNKNOWN)
