"""`mayDo` of a row: the mutations of which its own columns tell that the caller may do them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.declarations.doable import Doable


@dataclass(frozen=True, slots=True)
class MayDo:
    """The names of those that may be done to a row, in the order of the alphabet.

    Attributes:
        void_column: of the rows; nothing may be done to one that was taken back.
        listed: what the caller's tier may do to rows of the table.
    """

    void_column: str | None
    listed: tuple[Doable, ...]

    @property
    def uses(self) -> tuple[str, ...]:
        """The columns that tell it; none where the tier may do nothing."""
        if not self.listed:
            return ()
        states = (name for each in self.listed if each.state is not None for name in each.state.uses)
        return tuple(dict.fromkeys((*states, *([self.void_column] if self.void_column else []))))
