"""Why a child came into care."""

from __future__ import annotations

from graph.described import Described


class ReasonForCare(Described):
    """Why a child came into care.

    Poverty is none: it is a reason to support the family (UN Guidelines, paragraph 15).
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
    OWN_WISH = "OWN_WISH", "The child has asked for it."
    OTHER = "OTHER", "None of these; the file says which."
