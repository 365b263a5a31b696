"""How a child lives while it is in care: in a home of ours or elsewhere, what that counts as, and why it moves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.described import Described
from graph.entities.home_form import HomeForm


class PlacementArrangement(Described):
    """How a child lives for a time: the form of its home, or where it lives in none of ours (paragraph 29)."""

    SOS_FAMILY = "SOS_FAMILY", "In a family of the federation, with a parent by profession."
    FOSTER_FAMILY = "FOSTER_FAMILY", "In a foster family that the federation stands beside."
    KINSHIP_FAMILY = (
        "KINSHIP_FAMILY",
        "With relatives, or people close to the family, with the federation beside them.",
    )
    SMALL_GROUP_HOME = "SMALL_GROUP_HOME", "In a small group of children whom people look after in shifts."
    YOUTH_HOME = "YOUTH_HOME", "In a shared home of young people, with somebody beside them."
    SUPERVISED_INDEPENDENT_LIVING = (
        "SUPERVISED_INDEPENDENT_LIVING",
        "In a place of their own, with somebody who looks in.",
    )
    EMERGENCY_SHELTER = "EMERGENCY_SHELTER", "In a shelter, for days or weeks, until it is known what is to be."
    WITH_OWN_FAMILY = "WITH_OWN_FAMILY", "With the own family, while an order goes on."
    OTHER_FOSTER_FAMILY = "OTHER_FOSTER_FAMILY", "In a foster family of somebody else."
    PLACED_FOR_ADOPTION = "PLACED_FOR_ADOPTION", "With those who are to adopt the child, until the final order."
    OTHER_RESIDENTIAL = "OTHER_RESIDENTIAL", "In a residential home of somebody else."
    FAMILY_CENTRE = "FAMILY_CENTRE", "In a centre where a parent and a child live together."
    BOARDING_SCHOOL = "BOARDING_SCHOOL", "In a boarding school, without another home."
    SECURE = "SECURE", "In a closed home, by a decision that is looked at again and again."
    OWN_HOUSEHOLD = "OWN_HOUSEHOLD", "In a household of their own."
    HEALTH_FACILITY = "HEALTH_FACILITY", "In a hospital or a home for the ill, without another home."
    CUSTODY = "CUSTODY", "In custody, by a court's decision; that is no care (paragraph 30)."
    OTHER = "OTHER", "None of these."


class PlacementSetting(Described):
    """What an arrangement counts as in statistics (paragraphs 29 c and 30)."""

    FAMILY_BASED = "FAMILY_BASED", "In a family."
    RESIDENTIAL = "RESIDENTIAL", "In a group that is no family."
    INDEPENDENT = "INDEPENDENT", "On their own, with support."
    OTHER = "OTHER", "In care, and in none of these: at home under an order, in a hospital."
    NOT_CARE = "NOT_CARE", "In custody, which is no care."


class MoveReason(Described):
    """Why a child moves; none is a fault of the child (paragraph 60)."""

    PLANNED = "PLANNED", "It is a step of the child's plan."
    EMERGENCY = "EMERGENCY", "It had to be at once."
    TEMPORARY = "TEMPORARY", "It is for a time alone."
    SIBLINGS_TOGETHER = "SIBLINGS_TOGETHER", "So that brothers and sisters live together (paragraph 17)."
    NEARER_TO_FAMILY = "NEARER_TO_FAMILY", "It is nearer to the child's family (paragraph 11)."
    NEEDS_CHANGED = "NEEDS_CHANGED", "What the child needs is another thing than before."
    CHILD_ASKED = "CHILD_ASKED", "The child asked for it."
    CARERS_ASKED = "CARERS_ASKED", "Those who cared for the child asked for it."
    AUTHORITY_ASKED = "AUTHORITY_ASKED", "The authority asked for it."
    HOME_CLOSED = "HOME_CLOSED", "The home closes."
    APPROVAL_ENDED = "APPROVAL_ENDED", "The home, or who cares there, is no longer approved."
    STANDARD_OF_CARE = "STANDARD_OF_CARE", "Care was not what it has to be."
    ALLEGATION = "ALLEGATION", "Something is said against those who cared for the child, and is looked into."
    OTHER = "OTHER", "None of these."


OF_A_HOME: tuple[PlacementArrangement, ...] = tuple(PlacementArrangement(form.value) for form in HomeForm)
"""The arrangements that are a home of ours: the form of that home."""
OF_NO_HOME: tuple[PlacementArrangement, ...] = tuple(each for each in PlacementArrangement if each not in OF_A_HOME)
"""Those that are none of ours."""
Arranged = PlacementArrangement
SETTING_OF: Mapping[PlacementArrangement, PlacementSetting] = MappingProxyType(
    {
        Arranged.SOS_FAMILY: PlacementSetting.FAMILY_BASED,
        Arranged.FOSTER_FAMILY: PlacementSetting.FAMILY_BASED,
        Arranged.KINSHIP_FAMILY: PlacementSetting.FAMILY_BASED,
        Arranged.OTHER_FOSTER_FAMILY: PlacementSetting.FAMILY_BASED,
        Arranged.PLACED_FOR_ADOPTION: PlacementSetting.FAMILY_BASED,
        Arranged.SMALL_GROUP_HOME: PlacementSetting.RESIDENTIAL,
        Arranged.YOUTH_HOME: PlacementSetting.RESIDENTIAL,
        Arranged.EMERGENCY_SHELTER: PlacementSetting.RESIDENTIAL,
        Arranged.OTHER_RESIDENTIAL: PlacementSetting.RESIDENTIAL,
        Arranged.FAMILY_CENTRE: PlacementSetting.RESIDENTIAL,
        Arranged.BOARDING_SCHOOL: PlacementSetting.RESIDENTIAL,
        Arranged.SECURE: PlacementSetting.RESIDENTIAL,
        Arranged.SUPERVISED_INDEPENDENT_LIVING: PlacementSetting.INDEPENDENT,
        Arranged.OWN_HOUSEHOLD: PlacementSetting.INDEPENDENT,
        Arranged.WITH_OWN_FAMILY: PlacementSetting.OTHER,
        Arranged.HEALTH_FACILITY: PlacementSetting.OTHER,
        Arranged.OTHER: PlacementSetting.OTHER,
        Arranged.CUSTODY: PlacementSetting.NOT_CARE,
    }
)
"""The setting of each arrangement: one table, of which the database's column is made."""
