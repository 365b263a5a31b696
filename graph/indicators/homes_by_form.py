"""Homes by form of care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_

from graph.indicators.model import Counts, Facts, Indicator, Measure, Part, Taken, Topic
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from graph.indicators.model import PeriodFrame


def open_homes(frame: PeriodFrame) -> Facts:
    """The homes that are open on the last day."""
    home = frame.rows("home", "form", "setting", "programme_id", "capacity", "opened_on", "closed_on")
    return Facts(
        source=home,
        where=(home.c.opened_on <= frame.last, or_(home.c.closed_on.is_(None), home.c.closed_on > frame.last)),
        country=home.c.country_code,
        setting=home.c.setting,
        form=home.c.form,
        programme=home.c.programme_id,
    )


HOME_SPLITS = frozenset({(), (Dimension.SETTING,), (Dimension.CARE_FORM,), (Dimension.PROGRAMME_KIND,)})

HOMES = Measure(
    code="homes",
    doc="homes that are open on the last day",
    counts=Counts.PLACES,
    taken=Taken.ON_LAST_DAY,
    facts=open_homes,
    splits=HOME_SPLITS,
)

INDICATOR = Indicator(
    code="HOMES_BY_FORM",
    title="Homes",
    topic=Topic.HOMES,
    unit="homes",
    numerator=Part(HOMES),
    numerator_doc="Homes that are open on the last day of the period.",
    definition_source="Hearth; forms after the UN Guidelines for the Alternative Care of Children (A/RES/64/142),"
    " paragraph 29 c",
)
