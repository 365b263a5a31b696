"""What W6 and W7 write: for each peer its own children, and homes for them to move between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.workloads import HOME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

MOST = 9_000
"""Requests that are made ready for one round; more than the fastest peer gets through."""
FIRST_DAY = date(2027, 1, 1)
DAYS_OF_A_ROUND = 40


@dataclass(frozen=True, slots=True)
class Plot:
    """What one peer writes: its own children, and two homes for each to move between."""

    children: tuple[UUID, ...]
    homes: tuple[UUID, ...]

    def writes(self, workload: str, turn: int) -> Iterator[dict[str, object]]:
        """The inputs of one round, in the order in which they are sent; ids as PostgreSQL has them."""
        for number in range(MOST):
            place, times = number % len(self.children), number // len(self.children)
            if workload == "W6":
                yield {"child": self.children[place], "day": FIRST_DAY, "note": "twice a week"}
            else:
                day = FIRST_DAY + timedelta(days=turn * DAYS_OF_A_ROUND + times)
                # One round may have sent an odd number of moves: every one goes to a home of its own day.
                home = self.homes[(place * 2 + day.toordinal()) % len(self.homes)]
                yield {"child": self.children[place], "home": home, "day": day}


def hearth_input(workload: str, write: Mapping[str, Any]) -> dict[str, object]:
    """An input as our graph takes it."""
    given: dict[str, object] = {"childId": f"Child_{HOME}_{write['child']}", "startedOn": write["day"]}
    if workload == "W6":
        return {**given, "kind": "SCHOOL", "note": write["note"]}
    return {**given, "homeId": f"Home_{HOME}_{write['home']}"}


def textbook_variables(workload: str, write: Mapping[str, Any]) -> dict[str, object]:
    """The same for the textbook server."""
    given: dict[str, object] = {"childId": str(write["child"]), "startedOn": write["day"]}
    if workload == "W6":
        return {**given, "kind": "SCHOOL", "note": write["note"]}
    return {**given, "homeId": str(write["home"])}
