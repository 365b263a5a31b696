"""By what rows are counted and listed: the values that lists are filtered by, and the rows that are linked to.

Whoever may filter by a value could count it value by value; a count by it says no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.declarations.computed import Computed
from graph.declarations.members import Column, Through, ToOne
from graph.declarations.nouns import Privacy
from graph.declarations.privacy import closest, privacy_of
from graph.kinds.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.members import Member
    from graph.declarations.model import EntityModel, GraphModel

Grouped = Column | Computed | ToOne | Through
"""What rows may be grouped by."""
KINDS_GROUPED = frozenset({Kind.ENUMERATION, Kind.CODE, Kind.TEXT, Kind.INTEGER, Kind.BOOLEAN})
"""Kinds of which many rows have the same value, and which text tells."""


def groupings(entity: EntityModel) -> Mapping[str, Grouped]:
    """By what the rows of an entity are grouped: the word of the enumeration, and the member."""
    found = ((member.api, _grouped(member)) for member in entity.members.values())
    return {word_of(api): member for api, member in found if member is not None}


def privacy_of_groups(model: GraphModel, entity: EntityModel) -> Privacy:
    """The class of what rows are counted by: that of the closest value; that there are people is sensitive at least."""
    by = closest(privacy_of(model, entity, member) for member in groupings(entity).values())
    return closest((by, Privacy.SENSITIVE)) if entity.personal else by


def word_of(api: str) -> str:
    """A field as a member of an enumeration: `familyName` is `FAMILY_NAME`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", api).upper()


def _grouped(member: Member) -> Grouped | None:
    match member:
        case Column() | Computed():
            asks = member.asks if isinstance(member, Computed) else None
            return member if member.filters and asks is None and member.kind in KINDS_GROUPED else None
        case ToOne() | Through(many=False):
            return member if member.filters else None
        case _:
            return None
