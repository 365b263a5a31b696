"""What a row is a part of, where it may be one of several, and what it has of its whole when it comes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel


def had_of_whole(part: EntityModel, by: str) -> dict[str, str]:
    """What a part takes of its whole: its own columns, and those there that they repeat.

    Args:
        part: whose row.
        by: the link to the whole; one of several, where it is a part of one of them: then the owner is the whole's.
    """
    if by not in part.in_one:
        return part.taken_from(by)
    owners = {owner.column for owner in part.owners}
    copies = {each.name for each in part.stored.values() if owners & {copy.link for copy in each.copy_of}}
    return part.taken_from(by) | {name: name for name in part.stored if name in owners | copies}


def made_with(part: EntityModel, by: str) -> frozenset[str]:
    """The columns that nobody gives of a part that comes with its whole: what it has of it, and every other whole."""
    return frozenset({by, *had_of_whole(part, by), *part.in_one})
