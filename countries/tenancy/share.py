"""In whose name places are held and waited for."""

from __future__ import annotations

from typing import NamedTuple


class Share(NamedTuple):
    """In whose name places are held and waited for.

    Attributes:
        party: whoever takes turns with others.
        member: one of the party's own, of a name that no other party's member has.
    """

    party: str
    member: str
