"""The lists of codes that a country may keep, and the international codes that each of them maps to.

A list is one file a country (`<COUNTRY>/<key>.csv`, `codes.py`); which lists there are is said here, once. An entity's
column names its list by the key; a frontend asks `country { codes(list) }` for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list that a country may keep.

    Attributes:
        key: in snake_case, unique; the name of its files.
        doc: what a code of it says, in a sentence.
        international: the codes that its codes map to, each with what it means; empty where there is no such set.
        source: where the international codes come from.
    """

    key: str
    doc: str
    international: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @property
    def name(self) -> str:
        """What the graph calls it: `LEGAL_STATUSES`."""
        return self.key.upper()


REASONS = {
    "DEATH_OF_PARENTS": "A parent or both have died.",
    "PARENTS_UNKNOWN": "Nobody knows who the parents are.",
    "RELINQUISHMENT": "The parents have given the child up.",
    "NEGLECT": "The child was not cared for as it needs to be.",
    "ABUSE": "The child was harmed by somebody who had to protect it.",
    "VIOLENCE_IN_THE_FAMILY": "There was violence between others of the family.",
    "ILLNESS_OF_A_PARENT": "A parent is too ill to care for the child.",
    "ABSENCE_OF_PARENTS": "The parents are away.",
    "SEPARATION_IN_AN_EMERGENCY": "War, flight or a disaster has parted the child from its family.",
    "UNACCOMPANIED_MIGRATION": "The child came to the country without anybody who is responsible for it.",
    "POVERTY": "The family has too little to live on.",
    "FAMILY_IN_ACUTE_STRESS": "Something has happened that the family cannot bear by itself.",
    "FAMILY_DYSFUNCTION": "The family cannot give, for long, what the child needs.",
    "DISABILITY_OF_CHILD": "The family cannot give by itself what the child's disability asks for.",
    "ABUSE_OR_NEGLECT": "The child was harmed or not cared for; it is not told which.",
    "PARENT_IN_DETENTION": "A parent is in prison, or is held otherwise.",
    "SUBSTANCE_USE_OF_A_PARENT": "A parent depends on alcohol or on drugs.",
    "EXPLOITATION": "Somebody has made money of the child.",
    "OWN_WISH": "The child has asked for it.",
    "OTHER": "None of these.",
}
"""Why a child comes into care, as all countries record it."""
FORMS = {
    "SOS_FAMILY": "A family of the federation.",
    "FOSTER_FAMILY": "A family of its own that takes children in.",
    "KINSHIP_FAMILY": "Relatives, or people close to the family.",
    "SMALL_GROUP_HOME": "A small group whom people look after in shifts.",
    "YOUTH_HOME": "A shared home of young people.",
    "SUPERVISED_INDEPENDENT_LIVING": "A place of their own for young people.",
    "EMERGENCY_SHELTER": "For days or weeks, until it is known what is to be.",
}
"""The forms of care of the federation's own homes."""

LEGAL_GROUNDS = CodeList(
    "legal_grounds",
    "The ground in law on which a child is in care.",
    REASONS,
    "The federation's reasons for care, after the UN Guidelines, paragraphs 5 to 15",
)
NEEDS = CodeList(
    "needs",
    "What a national return names as a child's first need.",
    REASONS,
    "The federation's reasons for care, after the UN Guidelines, paragraphs 5 to 15",
)
LEGAL_STATUSES = CodeList(
    "legal_statuses",
    "What the law says of a child's being in care.",
    {
        "CARE_ORDER": "A court or an authority has ordered it, until further notice.",
        "INTERIM_ORDER": "Ordered for a time, until it is decided.",
        "PLACEMENT_ORDER": "Ordered so that the child may be placed for adoption.",
        "AGREEMENT": "Agreed with those who have parental responsibility.",
        "OWN_REQUEST": "The young person has asked for it.",
        "SHORT_BREAK": "Agreed, for short stays away from the family.",
        "EMERGENCY_PROTECTION": "At once, for days, without a decision on care.",
        "UNACCOMPANIED": "Because nobody who is responsible for the child is in the country.",
        "ASYLUM": "Because the child asks for protection as a refugee.",
        "STATELESS": "Because no country calls the child its own.",
        "OTHER": "None of these.",
    },
    "The federation's kinds of legal status, after the UN Guidelines, paragraphs 29 and 101 to 103",
)
SCHOOL_LEVELS = CodeList(
    "school_levels",
    "The level of schooling as the country names it.",
    {
        "ISCED_0": "Early childhood education.",
        "ISCED_1": "Primary education.",
        "ISCED_2": "Lower secondary education.",
        "ISCED_3": "Upper secondary education.",
        "ISCED_4": "Post-secondary education that is not tertiary.",
        "ISCED_5": "Short-cycle tertiary education.",
        "ISCED_6": "Bachelor's or equivalent level.",
        "ISCED_7": "Master's or equivalent level.",
        "ISCED_8": "Doctoral or equivalent level.",
    },
    "International Standard Classification of Education, ISCED 2011",
)
ETHNICITY = CodeList("ethnicity", "The ethnic group that a child says is its own, where a country keeps it.")
KINDS_OF_AUTHORITY = CodeList(
    "kinds_of_authority",
    "What sort of authority decides, asks or is told.",
    {
        "COURT": "A court.",
        "PROSECUTOR": "A public prosecutor.",
        "POLICE": "The police.",
        "CHILD_PROTECTION": "The authority that protects children.",
        "SOCIAL_SERVICES": "Social services in general.",
        "GUARDIANSHIP": "The authority that holds or supervises guardianships.",
        "HEALTH": "An authority of health.",
        "EDUCATION": "An authority of education.",
        "MIGRATION": "An authority of migration and asylum.",
        "REGISTRATION": "The civil registry.",
        "INSPECTION": "Whoever licenses and inspects homes.",
        "OTHER": "None of these.",
    },
    "The federation's kinds of authority",
)
CASE_FILE_CATEGORIES = CodeList(
    "case_file_categories",
    "Under which heading of a child's file a paper is kept.",
    {
        "IDENTITY": "Who the child is: birth, registration, nationality.",
        "LEGAL": "Orders, agreements, guardianship.",
        "FAMILY": "The family, and contact with it.",
        "HEALTH": "Health and its checks.",
        "EDUCATION": "Schooling.",
        "PLAN": "The plan of care and its reviews.",
        "PROTECTION": "Concerns, incidents and what was done.",
        "LIFE_STORY": "What the child keeps of its life.",
        "LEAVING": "Leaving care and what follows.",
        "OTHER": "None of these.",
    },
    "The file of a child, after the UN Guidelines, paragraphs 109 to 112",
)
PLACEMENT_KINDS = CodeList(
    "placement_kinds",
    "The kind of placement as the country's law or its national return names it.",
    FORMS
    | {
        "OWN_PARENTS": "With the child's own parents, while an authority is responsible.",
        "ADOPTIVE_FAMILY": "With the family that is to adopt the child.",
        "SECURE_HOME": "A home that the child may not leave.",
        "JUSTICE_ESTABLISHMENT": "Where a court of justice sends young people.",
        "HEALTH_ESTABLISHMENT": "A hospital, or a home for care and treatment.",
        "PARENT_AND_CHILD_HOME": "Where a parent lives with the child.",
        "BOARDING_SCHOOL": "A school at which the child lives.",
        "INDEPENDENT_LIVING": "On their own, without anybody beside them.",
        "TEMPORARY_STAY": "Away from the placement for days.",
        "OTHER": "None of these.",
    },
    "The federation's forms of care, after the UN Guidelines, paragraph 29, and what is none of them",
)
PLACEMENT_ENDS = CodeList(
    "placement_ends",
    "Why a national return says that a placement, or a period of care, has ended.",
    {
        "MOVE": "The child goes to another home.",
        "REUNIFICATION_WITH_FAMILY": "The child goes back to its parents.",
        "KINSHIP_CARE_OUTSIDE": "Relatives take the child in.",
        "FOSTER_CARE_OUTSIDE": "A foster family of somebody else takes the child in.",
        "ADOPTION": "The child is adopted.",
        "INDEPENDENT_LIVING": "The young person lives on their own.",
        "HOME_CLOSED": "The home has closed.",
        "ABSENT_WITHOUT_CONTACT": "The child is away, and nobody knows where.",
        "DEATH": "The child has died.",
        "OTHER": "None of these.",
    },
    "The federation's reasons why a placement ends",
)

LISTS: Mapping[str, CodeList] = {
    each.key: each
    for each in (
        LEGAL_GROUNDS, LEGAL_STATUSES, SCHOOL_LEVELS, ETHNICITY, KINDS_OF_AUTHORITY, CASE_FILE_CATEGORIES,
        PLACEMENT_KINDS, PLACEMENT_ENDS, NEEDS,
    )
}  # fmt: skip
"""Every list, by its key."""
