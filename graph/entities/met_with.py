"""With whom a child of ours was in touch: how contacts, and nights with the family, are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.described import Described
from graph.entities.kinship import Kinship

if TYPE_CHECKING:
    from collections.abc import Mapping


class MetWith(Described):
    """Whom a child met (UN Guidelines, paragraph 81; indicator 6 of the manual for children in formal care)."""

    PARENT = "PARENT", "Mother, father, or who lives with one of them as such."
    GUARDIAN = "GUARDIAN", "Somebody else who decides for the child before the law."
    ADULT_FAMILY = "ADULT_FAMILY", "Another adult of the family."
    SIBLING = "SIBLING", "A brother or sister."
    OTHER = "OTHER", "A friend, an earlier carer, or somebody else who is close."


MET_WITH: Mapping[Kinship, MetWith] = {
    Kinship.MOTHER: MetWith.PARENT,
    Kinship.FATHER: MetWith.PARENT,
    Kinship.STEP_PARENT: MetWith.PARENT,
    Kinship.GRANDMOTHER: MetWith.ADULT_FAMILY,
    Kinship.GRANDFATHER: MetWith.ADULT_FAMILY,
    Kinship.AUNT_OR_UNCLE: MetWith.ADULT_FAMILY,
    Kinship.PARTNER: MetWith.OTHER,
    Kinship.SIBLING: MetWith.SIBLING,
    Kinship.OWN_CHILD: MetWith.OTHER,
    Kinship.COUSIN: MetWith.OTHER,
    Kinship.FAMILY_FRIEND: MetWith.OTHER,
    Kinship.FRIEND_OR_NEIGHBOUR: MetWith.OTHER,
    Kinship.OTHER: MetWith.OTHER,
}
"""What each relation is counted as; of a cousin nobody knows that they are grown up."""
