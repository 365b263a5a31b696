"""Why a child comes to live in a home, and why it no longer does."""

from __future__ import annotations

from graph.described import Described


class PlacementStartReason(Described):
    """Why a child came to live in a home."""

    ADMISSION = "ADMISSION", "The child comes into care."
    MOVE = "MOVE", "The child comes from another home."
    EMERGENCY = "EMERGENCY", "It had to be at once."
    REUNITING_SIBLINGS = "REUNITING_SIBLINGS", "The child joins a brother or a sister."
    RETURN_TO_CARE = "RETURN_TO_CARE", "The child had left care, and comes back."
    TOWARDS_INDEPENDENCE = "TOWARDS_INDEPENDENCE", "A step towards living on their own."
    OTHER = "OTHER", "None of these."


class PlacementEndReason(Described):
    """Why a child no longer lives there. Neither a birthday nor a mistake is a reason: care goes on.

    A move, a home that closes and what is none of these leave the child in care; the others follow from `endCare`.
    """

    MOVE = "MOVE", "The child goes to another home."
    REUNIFICATION_WITH_FAMILY = "REUNIFICATION_WITH_FAMILY", "The child goes back to its parents."
    KINSHIP_CARE_OUTSIDE = (
        "KINSHIP_CARE_OUTSIDE",
        "Relatives take the child in; the federation is not responsible any more.",
    )
    FOSTER_CARE_OUTSIDE = "FOSTER_CARE_OUTSIDE", "A foster family of somebody else takes the child in."
    ADOPTION = "ADOPTION", "The child is adopted."
    INDEPENDENT_LIVING = "INDEPENDENT_LIVING", "The young person lives on their own."
    HOME_CLOSED = "HOME_CLOSED", "The home has closed."
    ABSENT_WITHOUT_CONTACT = (
        "ABSENT_WITHOUT_CONTACT",
        "The child was away, and nobody knew where: so it stands in records of before. Care goes on meanwhile.",
    )
    DEATH = "DEATH", "The child has died; `recordDeath` says so of the child."
    OTHER = "OTHER", "None of these."


STAYS_IN_CARE = (PlacementEndReason.MOVE, PlacementEndReason.HOME_CLOSED, PlacementEndReason.OTHER)
"""The ends that leave a child in care: all that an end of a stay says by itself."""
