"""An operation with the values of one request: what plans are chosen by, and what they are made of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier
    from graph.errors import HearthError, Place
    from graph.plan.read.operation import Operation


@dataclass(slots=True)
class Reading:
    """An operation, read under the variables of one request.

    Attributes:
        operation: what is asked.
        arguments: the value of each of its arguments.
        conditions: the outcome of each @skip and @include.
        shape: what of them changes the SQL.
        faults: what of the variables does not fit; with any, nothing runs.
        told: the places of what does not fit, from the variable on: `TOLD` stands there.
    """

    operation: Operation
    arguments: list[object]
    conditions: tuple[bool, ...]
    shape: Hashable
    faults: Sequence[HearthError] = ()
    told: Sequence[Place] = ()

    def key(self, tier: Tier) -> Hashable:
        """Equal for all requests that have one plan."""
        return self.operation.normal_text, tier, self.conditions, self.shape
