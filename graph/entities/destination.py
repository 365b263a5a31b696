"""Where care leads to: with whom a child lives when it has ended, and what its last placement says of that."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.described import Described
from graph.entities.placement_reasons import PlacementEndReason

if TYPE_CHECKING:
    from collections.abc import Mapping


class Destination(Described):
    """With whom a child lives when care has ended; none names behaviour, a mistake or an age."""

    FAMILY = "FAMILY", "With its parents, or one of them."
    KIN = "KIN", "With relatives, or people close to the family."
    FOSTER_OUTSIDE = "FOSTER_OUTSIDE", "With a foster family of somebody else."
    KAFALA = "KAFALA", "With a family that has taken it in by kafala."
    ADOPTION = "ADOPTION", "With adoptive parents, from the final order on."
    INDEPENDENT = "INDEPENDENT", "On their own."
    ADULT_SERVICES = "ADULT_SERVICES", "In a home for adults, or with services for them."
    OTHER_PROVIDER = "OTHER_PROVIDER", "In the care of somebody else."
    OTHER_COUNTRY = "OTHER_COUNTRY", "In another country."
    CUSTODY = "CUSTODY", "In custody, by a court's decision."
    DEATH = "DEATH", "The child has died; `recordDeath` says so of the child."
    NOT_KNOWN = "NOT_KNOWN", "Nobody knows."


END_REASON_OF: Mapping[Destination, PlacementEndReason] = MappingProxyType(
    {
        **dict.fromkeys(Destination, PlacementEndReason.OTHER),
        Destination.FAMILY: PlacementEndReason.REUNIFICATION_WITH_FAMILY,
        Destination.KIN: PlacementEndReason.KINSHIP_CARE_OUTSIDE,
        Destination.FOSTER_OUTSIDE: PlacementEndReason.FOSTER_CARE_OUTSIDE,
        Destination.KAFALA: PlacementEndReason.FOSTER_CARE_OUTSIDE,
        Destination.ADOPTION: PlacementEndReason.ADOPTION,
        Destination.INDEPENDENT: PlacementEndReason.INDEPENDENT_LIVING,
        Destination.DEATH: PlacementEndReason.DEATH,
    }
)
"""What the last placement says of the end of care, by its destination."""
DESTINATION_OF: Mapping[PlacementEndReason, Destination] = MappingProxyType(
    {
        PlacementEndReason.REUNIFICATION_WITH_FAMILY: Destination.FAMILY,
        PlacementEndReason.KINSHIP_CARE_OUTSIDE: Destination.KIN,
        PlacementEndReason.FOSTER_CARE_OUTSIDE: Destination.FOSTER_OUTSIDE,
        PlacementEndReason.ADOPTION: Destination.ADOPTION,
        PlacementEndReason.INDEPENDENT_LIVING: Destination.INDEPENDENT,
        PlacementEndReason.DEATH: Destination.DEATH,
    }
)
"""What an end of a placement says of the end of care; the others leave a child in care."""
