"""Members that rules are about, or may say: forms of care, ages, carers, checks, settings, levels, fields of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countries.packs.units import RuleUnit

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMS = (
    "SOS_FAMILY", "FOSTER_FAMILY", "KINSHIP_FAMILY", "SMALL_GROUP_HOME", "YOUTH_HOME", "SUPERVISED_INDEPENDENT_LIVING",
    "EMERGENCY_SHELTER",
)  # fmt: skip
"""Forms of care: those of a home, which a test holds."""
AGES = ("UNDER_THREE", "THREE_TO_ELEVEN", "TWELVE_AND_OVER")
"""Ages of children for whom different numbers of carers are asked, the youngest first."""
CARERS = ("FAMILY_CARER", "STAFF", "MANAGER", "SOCIAL_WORKER", "HOUSEHOLD_ADULT")
"""Kinds of adults who care for children or live where they live."""
CHECKS = ("BACKGROUND_CHECK", "HEALTH_CHECK", "REFERENCE", "APPROVAL")
"""Kinds of checks of such an adult."""
HEALTH_CHECKS = ("GENERAL", "DENTAL", "EYES", "VACCINATION", "DEVELOPMENT", "MENTAL")
"""Kinds of health checks of a child."""
SETTINGS = ("FAMILY_BASED", "RESIDENTIAL", "INDEPENDENT")
"""Settings that a form of care may count as: those of a home, which a test holds."""
LEVELS = tuple(f"ISCED_{level}" for level in range(9))
"""Levels of the International Standard Classification of Education 2011."""
FIELDS = (
    "Child.caseNumber", "Child.givenName", "Child.familyName", "Child.birthDate", "Child.sex", "Child.firstLanguage",
    "Child.enrolledOn", "Child.reasonForCare", "Placement.home", "Placement.startedOn",
)  # fmt: skip
"""Fields that a file of a child may have to have: of the graph, which a test holds."""

MEMBERS: Mapping[RuleUnit, tuple[str, ...]] = {
    RuleUnit.YES_NO: ("YES", "NO"),
    RuleUnit.SETTING: SETTINGS,
    RuleUnit.LEVEL: LEVELS,
    RuleUnit.CHECKS: CHECKS,
    RuleUnit.FIELDS: FIELDS,
}
"""The values that a unit has."""
