"""What payloads suppose: that a child may be on record already, and which bonds may follow from a bond."""

from __future__ import annotations

from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.mutation import Supposed

LIKELY_TWIN = conflict(
    Reason.POSSIBLE_DUPLICATE,
    "A child so like this one is on record already.",
    "Look at the records that ids name; where it is one child, `voidChild` with `sameAsId` makes them one.",
    "givenName",
)


def offers_of(*inputs: str) -> Supposed:
    """Bonds that may follow from those that a mutation has recorded.

    Args:
        inputs: those that name the children; `id` is the payload's own row.
    """
    return Supposed(
        "offers",
        "Bonds that may follow: brothers and sisters of a brother or sister. None is assumed, and each is recorded by"
        " `recordSiblingBond`.",
        "possibleSiblings",
        "child",
        inputs,
        tells=("given_name",),
    )


TWINS = Supposed(
    "warnings",
    "What somebody should look at, though it was done.",
    "possibleDuplicates",
    "child",
    ("id",),
    warns=LIKELY_TWIN,
)
"""Records that may be of the child that a mutation has made a record of."""
