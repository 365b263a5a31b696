"""The second reading of SOS families: family-like, and counted as residential care.

That an SOS family is family-based care is the federation's reading, and that of its figures. Others call it family-like
and count it as residential (UN Guidelines, paragraph 29 c, leave it open). What is compared between providers is
published under both readings: nobody has to guess what the other one would say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_

from graph.entities.home_form import HomeForm
from graph.entities.members import member
from graph.indicators.alternative_care_rate import MINORS_IN_CARE, living_in_care_under_18
from graph.indicators.care_stock import CHILDREN_IN_CARE, living_in_care
from graph.indicators.model import Counts, Facts, Measure, Part, Taken
from graph.indicators.occupancy import CHILDREN_IN_HOMES
from graph.indicators.residential_share import MINORS_IN_RESIDENTIAL_CARE
from graph.indicators.splits import Dimension, SettingCategory

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement

    from graph.indicators.model import PeriodFrame

IN_SOS_FAMILIES = Part(CHILDREN_IN_HOMES, {Dimension.CARE_FORM: HomeForm.SOS_FAMILY})
IN_RESIDENTIAL = Part(CHILDREN_IN_CARE, {Dimension.SETTING: SettingCategory.RESIDENTIAL})
IN_FAMILIES = Part(CHILDREN_IN_CARE, {Dimension.SETTING: SettingCategory.FAMILY_BASED})


def _living(
    living: Callable[[PeriodFrame], Facts], chosen: Callable[[ColumnElement[Any], ColumnElement[Any]], Any]
) -> Callable[[PeriodFrame], Facts]:
    """Those of some facts whose setting, and form, are what is asked."""

    def facts(frame: PeriodFrame) -> Facts:
        found = living(frame)
        assert found.setting is not None  # noqa: S101 - whoever lives in care does so in some setting
        assert found.form is not None  # noqa: S101 - and in some form
        return replace(found, where=(*found.where, chosen(found.setting, found.form)))

    return facts


def _on_last_day(frame: PeriodFrame) -> Facts:
    return living_in_care(frame, frame.last)


def _is_sos(form: ColumnElement[Any]) -> ColumnElement[bool]:
    return form == member(HomeForm.SOS_FAMILY)


def _is(setting: ColumnElement[Any], which: SettingCategory) -> ColumnElement[bool]:
    return setting == member(which)


RESIDENTIAL_OR_SOS = Measure(
    code="residential_or_sos_family",
    doc="children and young people who live in residential care or in an SOS family on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=_living(
        _on_last_day, lambda setting, form: or_(_is(setting, SettingCategory.RESIDENTIAL), _is_sos(form))
    ),
    splits=frozenset({()}),
    part_of=CHILDREN_IN_CARE,
    made_of=(IN_RESIDENTIAL, IN_SOS_FAMILIES),
)  # fmt: skip
FAMILY_BASED_BUT_SOS = Measure(
    code="family_based_but_sos_family",
    doc="children and young people who live in family-based care that is no SOS family on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=_living(
        _on_last_day, lambda setting, form: and_(_is(setting, SettingCategory.FAMILY_BASED), ~_is_sos(form))
    ),
    splits=frozenset({()}),
    part_of=CHILDREN_IN_CARE,
    made_of=(IN_FAMILIES,),
    but=(IN_SOS_FAMILIES,),
)  # fmt: skip
MINORS_IN_SOS = Measure(
    code="minors_in_sos_family",
    doc="children under eighteen who live in an SOS family on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=_living(living_in_care_under_18, lambda _setting, form: _is_sos(form)),
    splits=frozenset({()}),
    part_of=MINORS_IN_CARE,
    both=(Part(MINORS_IN_CARE), IN_SOS_FAMILIES),
)
"""No figure of its own: it says what the next one is made of."""
MINORS_RESIDENTIAL_OR_SOS = Measure(
    code="minors_residential_or_sos_family",
    doc="children under eighteen who live in residential care or in an SOS family on the last day",
    counts=Counts.CHILDREN,
    taken=Taken.ON_LAST_DAY,
    facts=_living(
        living_in_care_under_18, lambda setting, form: or_(_is(setting, SettingCategory.RESIDENTIAL), _is_sos(form))
    ),
    splits=frozenset({()}),
    part_of=MINORS_IN_CARE,
    both=(Part(MINORS_IN_CARE), Part(RESIDENTIAL_OR_SOS)),
    made_of=(Part(MINORS_IN_RESIDENTIAL_CARE), Part(MINORS_IN_SOS)),
)  # fmt: skip
