"""What the model and the graph are compared by: the links and the values of each type, beside `id` and `version`."""

from __future__ import annotations

from collections.abc import Mapping

LINKS: Mapping[str, tuple[str, ...]] = {
    "Programme": (),
    "Home": ("programme",),
    "Child": ("programme",),
    "CareEpisode": ("child", "programme"),
    "Placement": ("child", "home", "programme", "careEpisode", "partner"),
    "SiblingBond": ("child", "sibling", "programme"),
    "CommunityLink": ("child", "home", "partner", "programme"),
    "LegalStatus": ("child", "programme"),
    "PlacementException": ("child", "placement", "home", "programme"),
    "GatekeepingAssessment": ("child", "programme", "careEpisode"),
    "Task": ("child", "programme", "careEpisode"),
    "Caregiver": ("programme",),
    "CaregiverCheck": ("caregiver", "programme"),
    "CaregiverAssignment": ("child", "home", "caregiver", "programme"),
    "TemporaryStay": ("child", "placement", "home", "partner", "programme"),
}
VALUES: Mapping[str, tuple[str, ...]] = {
    "Programme": ("name", "kind", "startedOn", "endedOn", "voidReason"),
    "Home": ("name", "form", "capacity", "locality", "openedOn", "closedOn", "voidReason"),
    "Child": (
        "caseNumber", "givenName", "familyName", "birthDate", "birthDatePrecision", "interests", "enrolledOn",
        "reasonForCare", "diedOn", "diedOnPrecision",
    ),
    "CareEpisode": (
        "reasons", "primaryReason", "startedOn", "endedOn", "destination", "followUpUntil", "voidReason",
    ),
    "Placement": (
        "homeName", "arrangement", "startedOn", "endedOn", "startReason", "endReason", "moveReason",
        "prepared", "preparedOn", "distanceKm", "voidReason",
    ),
    "SiblingBond": ("siblingName", "kind", "startedOn", "endedOn", "voidReason"),
    "CommunityLink": ("kind", "startedOn", "endedOn", "voidReason"),
    "LegalStatus": ("kind", "startedOn", "endedOn", "voidReason"),
    "PlacementException": ("rule", "dated", "lapsesOn", "reason", "authorisedBy"),
    "GatekeepingAssessment": (
        "openedOn", "dueOn", "completedOn", "assessor", "assessedBy", "necessity", "alternatives", "povertyOnly",
        "recommendedForm", "suitabilityReasons", "outcome", "notOwedFrom", "notOwedReason", "voidReason",
    ),
    "Task": (
        "kind", "title", "assignedTo", "dueOn", "doneOn", "outcome", "notOwedFrom", "notOwedReason", "voidReason",
    ),
    "Caregiver": (
        "givenName", "familyName", "kind", "minimumQualification", "engagedOn", "leftOn", "clearedUntil", "voidReason",
    ),
    "CaregiverCheck": ("kind", "decidedOn", "validUntil", "outcome", "voidReason"),
    "CaregiverAssignment": ("caregiverName", "role", "startedOn", "endedOn", "endReason", "voidReason"),
    "TemporaryStay": ("kind", "startedOn", "endedOn", "nightsAWeek", "voidReason"),
}  # fmt: skip
OFFICE_TYPES = {"CaregiverCheck"}
"""What caseworkers do not see."""
