"""Why a child came into care."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.described import Described

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReasonForCare(Described):
    """Why a child came into care.

    Poverty alone is none: it is a reason to support the family (UN Guidelines, paragraph 15).
    """

    DEATH_OF_PARENTS = (
        "DEATH_OF_PARENTS",
        "One parent or both have died, and nobody of the family can care for the child.",
    )
    PARENTS_UNKNOWN = "PARENTS_UNKNOWN", "Nobody knows who the parents are, as of a foundling."
    RELINQUISHMENT = "RELINQUISHMENT", "The parents have given the child up."
    NEGLECT = "NEGLECT", "The child was not cared for as it needs to be."
    ABUSE = "ABUSE", "The child was harmed by somebody who had to protect it."
    VIOLENCE_IN_THE_FAMILY = "VIOLENCE_IN_THE_FAMILY", "There was violence between others of the family."
    ILLNESS_OF_A_PARENT = "ILLNESS_OF_A_PARENT", "A parent is too ill, in body or mind, to care for the child."
    ABSENCE_OF_PARENTS = "ABSENCE_OF_PARENTS", "The parents are away, as in prison or at work abroad."
    SEPARATION_IN_AN_EMERGENCY = (
        "SEPARATION_IN_AN_EMERGENCY",
        "War, flight or a disaster has parted the child from its family.",
    )
    UNACCOMPANIED_MIGRATION = (
        "UNACCOMPANIED_MIGRATION",
        "The child came to the country without anybody who is responsible for it.",
    )
    POVERTY = "POVERTY", "The family has too little to live on; alone that is a reason to support it."
    FAMILY_IN_ACUTE_STRESS = "FAMILY_IN_ACUTE_STRESS", "Something has happened that the family cannot bear by itself."
    FAMILY_DYSFUNCTION = "FAMILY_DYSFUNCTION", "The family cannot give, for long, what the child needs."
    DISABILITY_OF_CHILD = (
        "DISABILITY_OF_CHILD",
        "The family cannot give by itself what the child's disability asks for; alone that is a reason to support it.",
    )
    ABUSE_OR_NEGLECT = "ABUSE_OR_NEGLECT", "The child was harmed or not cared for; the source does not tell which."
    PARENT_IN_DETENTION = "PARENT_IN_DETENTION", "A parent is in prison, or is held otherwise."
    SUBSTANCE_USE_OF_A_PARENT = (
        "SUBSTANCE_USE_OF_A_PARENT",
        "A parent depends on alcohol or on drugs, and cannot care for the child.",
    )
    EXPLOITATION = "EXPLOITATION", "Somebody has made money of the child: by its work, by trafficking, by abuse."
    OWN_WISH = "OWN_WISH", "The child has asked for it."
    OTHER = "OTHER", "None of these; the file says which."


class ReasonGroup(Described):
    """What reasons for care have in common, so that coarse and fine sources add up."""

    HARM = "HARM", "Somebody has harmed the child, or left it without care."
    NO_PARENT = "NO_PARENT", "No parent is there."
    FAMILY_UNDER_STRAIN = "FAMILY_UNDER_STRAIN", "The family has more to bear than it can."
    ALONE = "ALONE", "The child has come without its family."
    OWN_WISH = "OWN_WISH", "The child has asked for it."
    OTHER = "OTHER", "None of these."


_R, _G = ReasonForCare, ReasonGroup
GROUP_OF_REASON: Mapping[ReasonForCare, ReasonGroup] = MappingProxyType(
    {
        **dict.fromkeys(
            (_R.ABUSE, _R.NEGLECT, _R.ABUSE_OR_NEGLECT, _R.VIOLENCE_IN_THE_FAMILY, _R.EXPLOITATION), _G.HARM
        ),
        **dict.fromkeys(
            (
                _R.DEATH_OF_PARENTS, _R.PARENTS_UNKNOWN, _R.RELINQUISHMENT, _R.ABSENCE_OF_PARENTS,
                _R.PARENT_IN_DETENTION,
            ),
            _G.NO_PARENT,
        ),
        **dict.fromkeys(
            (
                _R.ILLNESS_OF_A_PARENT, _R.SUBSTANCE_USE_OF_A_PARENT, _R.FAMILY_IN_ACUTE_STRESS,
                _R.FAMILY_DYSFUNCTION, _R.POVERTY, _R.DISABILITY_OF_CHILD,
            ),
            _G.FAMILY_UNDER_STRAIN,
        ),
        **dict.fromkeys((_R.SEPARATION_IN_AN_EMERGENCY, _R.UNACCOMPANIED_MIGRATION), _G.ALONE),
        _R.OWN_WISH: _G.OWN_WISH,
        _R.OTHER: _G.OTHER,
    }
)  # fmt: skip
"""The group of each reason: all of them, once."""
NEVER_ALONE = (ReasonForCare.POVERTY, ReasonForCare.DISABILITY_OF_CHILD)
"""Nobody plans to take a child in for these alone (UN Guidelines, paragraph 15; CRPD, article 23)."""
NOT_A_REASON_ALONE = (*NEVER_ALONE, ReasonForCare.ILLNESS_OF_A_PARENT)
"""What took a child in for these alone is looked at again."""
