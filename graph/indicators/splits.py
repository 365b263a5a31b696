"""What figures are split by: dimensions and their categories.

A split shows these categories and no finer ones. The few children in a country whose sex is recorded as neither female
nor male, or whose birth date is unknown, would be known by subtraction from any figure that left them out. They are
counted with another category, which says so: counted they are, and nobody is pointed at.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal_column

from graph.entities.arrangement import OF_A_HOME
from graph.entities.programme import ProgrammeKind

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


class Dimension(StrEnum):
    """What a figure may be split by within an area."""

    SEX = "SEX"
    AGE_GROUP = "AGE_GROUP"
    SETTING = "SETTING"
    CARE_FORM = "CARE_FORM"
    PROGRAMME_KIND = "PROGRAMME_KIND"

    @property
    def column(self) -> str:
        """The column that holds its category: `age_group`."""
        return self.value.lower()


class SexCategory(StrEnum):
    """Sex in figures."""

    FEMALE = "FEMALE"
    MALE_OTHER_OR_UNKNOWN = "MALE_OTHER_OR_UNKNOWN"


class AgeGroup(StrEnum):
    """Completed years of life, in the groups of the UNECE guidance on statistics on children, and the rest."""

    AGE_0_4 = "AGE_0_4"
    AGE_5_9 = "AGE_5_9"
    AGE_10_14 = "AGE_10_14"
    AGE_15_17 = "AGE_15_17"
    AGE_18_PLUS_OR_UNKNOWN = "AGE_18_PLUS_OR_UNKNOWN"


AGE_ENDS = {AgeGroup.AGE_0_4: 5, AgeGroup.AGE_5_9: 10, AgeGroup.AGE_10_14: 15, AgeGroup.AGE_15_17: 18}
"""The age in years at which each group ends."""


class SettingCategory(StrEnum):
    """Settings in figures: those of homes, and what is in care and in none of them."""

    FAMILY_BASED = "FAMILY_BASED"
    RESIDENTIAL = "RESIDENTIAL"
    INDEPENDENT = "INDEPENDENT"
    OTHER = "OTHER"


class FormCategory(StrEnum):
    """Forms of care in figures: those of the federation's homes, and wherever else a child in care lives."""

    SOS_FAMILY = "SOS_FAMILY"
    FOSTER_FAMILY = "FOSTER_FAMILY"
    KINSHIP_FAMILY = "KINSHIP_FAMILY"
    SMALL_GROUP_HOME = "SMALL_GROUP_HOME"
    YOUTH_HOME = "YOUTH_HOME"
    SUPERVISED_INDEPENDENT_LIVING = "SUPERVISED_INDEPENDENT_LIVING"
    EMERGENCY_SHELTER = "EMERGENCY_SHELTER"
    OTHER = "OTHER"


Splits = tuple[Dimension, ...]
"""Dimensions in the order of `Dimension`, each once."""


CATEGORIES: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.SEX: tuple(SexCategory),
    Dimension.AGE_GROUP: tuple(AgeGroup),
    Dimension.SETTING: tuple(SettingCategory),
    Dimension.CARE_FORM: tuple(FormCategory),
    Dimension.PROGRAMME_KIND: tuple(ProgrammeKind),
}
"""The categories of each dimension: they exclude each other and make up the whole."""


def in_order(dimensions: frozenset[Dimension] | set[Dimension]) -> Splits:
    """Dimensions in the order in which figures write them."""
    return tuple(each for each in Dimension if each in dimensions)


def sex_category(sex: ColumnElement[Any]) -> ColumnElement[Any]:
    """The category of a recorded sex."""
    female = _word(SexCategory.FEMALE)
    return case((sex == female, female), else_=_word(SexCategory.MALE_OTHER_OR_UNKNOWN))


def age_group(birth_date: ColumnElement[Any], on: ColumnElement[Any]) -> ColumnElement[Any]:
    """The age group on a day; who was born on 29 February completes a year on 1 March of a common year."""
    ages = [
        (birth_date > on - func.make_interval(literal_column(str(end))), _word(group))
        for group, end in AGE_ENDS.items()
    ]
    # No birth date is later than any: it falls to the rest.
    return case(*ages, else_=_word(AgeGroup.AGE_18_PLUS_OR_UNKNOWN))


def form_category(arrangement: ColumnElement[Any]) -> ColumnElement[Any]:
    """The category of how a child lives: the form of its home, or another."""
    return case((arrangement.in_([_word(each) for each in OF_A_HOME]), arrangement), else_=_word(FormCategory.OTHER))


def _word(category: str) -> ColumnElement[Any]:
    word: ColumnElement[Any] = literal_column(f"'{category}'")
    return word
