"""What the connections of each tier may do: how many a process opens, and how long one of their statements may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier, every_tier

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class TierLimits:
    """What a tier's connections may do.

    Attributes:
        connections: how many one process opens.
        statement_seconds: how long one statement may take.
    """

    connections: int
    statement_seconds: float


LIMITS: Mapping[Tier, TierLimits] = {
    Tier.CASEWORKER: TierLimits(6, 5),
    Tier.OFFICE: TierLimits(6, 5),
    Tier.REGION: TierLimits(3, 10),
    Tier.HEADQUARTERS: TierLimits(3, 15),
    Tier.AUDITOR: TierLimits(2, 5),
}
"""With one connection a tier could leave none to others; of three, one region holds two at most (`turns.py`)."""
every_tier(LIMITS, "how many connections a process opens as the login")
