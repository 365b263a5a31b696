"""Stays in care: the placements that figures count, and how those of one child follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from graph.declarations.fields import PERIOD
from graph.entities.arrangement import PlacementSetting
from graph.entities.members import member

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Subquery

    from graph.indicators.model import PeriodFrame

NO_CARE: ColumnElement[str] = member(PlacementSetting.NOT_CARE)
LED = "care_episode_id"
LIVED = ("child_id", "setting", "arrangement", "programme_id")
"""The columns of who lives how, and by whose programme."""
OF_EPISODE = "episode_"
"""What a column of the time in care is called in a stay: `episode_destination`."""


def stays(frame: PeriodFrame, *columns: str, episode: tuple[str, ...] = ()) -> Subquery:
    """The placements of children who are in care: those that belong to a time in care that is on record.

    Custody is no care (UN Guidelines, paragraph 30). A placement that was recorded without a time in care is a fact
    about where a child was, and no care: it is in no figure, and a finding for its office. A time in care without a
    placement is in none either, and what ended on its first day holds no night, and is none: neither an entry nor an
    exit, and no place that a child moves from. Placements of a child never overlap, and lie within their time in care,
    so that these are the days on which it is in care, in one place on each.

    Args:
        frame: the rows.
        columns: those of the placement.
        episode: those of its time in care; each is called `episode_…`.

    Returns:
        `country_code` and these columns; each call is a source of its own.
    """
    stay = frame.rows("placement", *dict.fromkeys((LED, "setting", *PERIOD, *columns)))
    time = frame.rows("care_episode", "id", *episode)
    its = and_(frame.same_country(time.c.country_code, stay.c.country_code), time.c.id == stay.c[LED])
    told = (time.c[name].label(f"{OF_EPISODE}{name}") for name in episode)
    found = select(stay.c.country_code, *(stay.c[name] for name in columns), *told)
    nights = or_(stay.c.ended_on.is_(None), stay.c.ended_on > stay.c.started_on)
    return found.select_from(stay.join(time, its)).where(stay.c.setting != NO_CARE, nights).subquery(f"in_{stay.name}")


def follows(frame: PeriodFrame, later: FromClause, earlier: FromClause) -> ColumnElement[bool]:
    """Whether one stay of a child begins on the day on which the other ends.

    No two stays of a child overlap, so that whoever was in care on the day before the first has one that ends on it,
    and whoever still is on the first day outside has one that begins then.
    """
    return and_(
        frame.same_country(later.c.country_code, earlier.c.country_code),
        later.c.child_id == earlier.c.child_id,
        later.c.started_on == earlier.c.ended_on,
    )
