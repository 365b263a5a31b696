"""What a home is: its form, the setting that the form counts as, and who runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.described import Described

if TYPE_CHECKING:
    from collections.abc import Mapping


class HomeForm(Described):
    """The form of care that a home gives (UN Guidelines, paragraph 29)."""

    SOS_FAMILY = (
        "SOS_FAMILY",
        "A family of the federation: a parent by profession, with children who grow up as brothers and sisters.",
    )
    FOSTER_FAMILY = "FOSTER_FAMILY", "A family of its own that takes children in."
    KINSHIP_FAMILY = "KINSHIP_FAMILY", "Relatives, or people close to the family."
    SMALL_GROUP_HOME = "SMALL_GROUP_HOME", "A small group of children whom people look after in shifts."
    YOUTH_HOME = "YOUTH_HOME", "A shared home of young people, with somebody beside them."
    SUPERVISED_INDEPENDENT_LIVING = (
        "SUPERVISED_INDEPENDENT_LIVING",
        "A place of their own for young people, with somebody who looks in.",
    )
    EMERGENCY_SHELTER = "EMERGENCY_SHELTER", "For days or weeks, until it is known what is to be."


class HomeSetting(Described):
    """The setting that a form of care counts as in statistics (UN Guidelines, paragraph 29 c)."""

    FAMILY_BASED = "FAMILY_BASED", "In a family."
    RESIDENTIAL = "RESIDENTIAL", "In a group that is no family."
    INDEPENDENT = "INDEPENDENT", "On their own, with support."


class HomeProvider(Described):
    """Who runs a home (UN Guidelines, paragraph 55)."""

    OWN = "OWN", "The federation's own association."
    PUBLIC = "PUBLIC", "An authority."
    PRIVATE = "PRIVATE", "A business."
    VOLUNTARY = "VOLUNTARY", "Another association, or a community of faith."
    FAMILY = "FAMILY", "The family itself, whoever stands beside it."


SETTING_OF: Mapping[str, str] = {
    HomeForm.SOS_FAMILY: HomeSetting.FAMILY_BASED,
    HomeForm.FOSTER_FAMILY: HomeSetting.FAMILY_BASED,
    HomeForm.KINSHIP_FAMILY: HomeSetting.FAMILY_BASED,
    HomeForm.SMALL_GROUP_HOME: HomeSetting.RESIDENTIAL,
    HomeForm.YOUTH_HOME: HomeSetting.RESIDENTIAL,
    HomeForm.EMERGENCY_SHELTER: HomeSetting.RESIDENTIAL,
    HomeForm.SUPERVISED_INDEPENDENT_LIVING: HomeSetting.INDEPENDENT,
}
"""The setting of each form: forms add up to settings."""
SETTING_OF_FORM = (
    "CASE WHEN form IN ('SOS_FAMILY', 'FOSTER_FAMILY', 'KINSHIP_FAMILY') THEN 'FAMILY_BASED'"
    " WHEN form = 'SUPERVISED_INDEPENDENT_LIVING' THEN 'INDEPENDENT' ELSE 'RESIDENTIAL' END"
)
"""The same as PostgreSQL works it out."""
