"""Placements of a file that does not say to which time in care they belong: what is not refused, because care follows.

`care.py` tells of that care once the rows are written: a stay begins a time in care or joins one, and the end of the
last stay of one that has ended moves the end of care along. So a plan is refused as outside care where it would stay
outside: it overlaps a time in care, and lies in none. A file that has the column means what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select

from graph.bulk.import_context import ONE
from graph.bulk.sheets import ID, all_sheets
from graph.entities.placement_rules import IN_CARE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.import_context import Ground, Sql
    from graph.declarations.rules import Rule
    from graph.plan.sql.relation import Relation

STAY, CARE, LINK = "placement", "care_episode", "care_episode_id"


def leaves_out_care(ground: Ground) -> bool:
    """Whether the file has placements, and no column for their times in care."""
    given = ground.given.get(STAY)
    return given is not None and all_sheets()[STAY].header_of(LINK) not in given


def still_broken(ground: Ground, table: str, rule: Rule, stay: Relation) -> Iterator[Sql]:
    """What has to hold of a stay that breaks a rule about its care, so that it is told.

    Args:
        ground: the import.
        table: whose rows are asked.
        rule: the rule.
        stay: the rows as they are to be, with child, days and time in care.
    """
    if table != STAY or not leaves_out_care(ground):
        return
    if rule.name == IN_CARE:
        yield _stays_outside(ground, stay)
    elif rule.at == "ended_on" and LINK in rule.reads and CARE not in ground.given:
        yield ~_moves_its_end(ground, stay)


def comes_after(later: Relation, stay: Relation) -> Sql:
    """Whether one stay follows another; of two that begin on a day the one that goes on, or ends later."""
    longer = or_(later.c.ended_on.is_(None), later.c.ended_on > stay.c.ended_on)
    return or_(later.c.started_on > stay.c.started_on, and_(later.c.started_on == stay.c.started_on, longer))


def _stays_outside(ground: Ground, stay: Relation) -> Sql:
    care = ground.state(CARE, "child_id", "started_on", "ended_on")
    its = care.c.child_id == stay.c.child_id
    meets = and_(
        or_(care.c.ended_on.is_(None), care.c.ended_on > stay.c.started_on),
        or_(stay.c.ended_on.is_(None), stay.c.ended_on > care.c.started_on),
    )
    holds = and_(
        care.c.started_on <= stay.c.started_on,
        or_(care.c.ended_on.is_(None), stay.c.ended_on <= care.c.ended_on),
    )
    found = select(ONE).select_from(care.clause)
    return and_(exists(found.where(its, meets)), ~exists(found.where(its, holds)))


def _moves_its_end(ground: Ground, stay: Relation) -> Sql:
    """Whether it is the last stay of its time in care, and no other one stands in the way of a later end."""
    later, own = ground.state(STAY, LINK, "started_on"), ground.state(CARE, "started_on")
    other = ground.state(CARE, "child_id", "started_on")
    goes_on = [later.c[LINK] == stay.c[LINK], later.c.started_on > stay.c.started_on]
    its = select(own.c.started_on).select_from(own.clause).where(own.c.id == stay.c[LINK])
    begins = its.correlate_except(own.clause).scalar_subquery()
    in_the_way = [
        other.c.child_id == stay.c.child_id,
        other.c[ID] != stay.c[LINK],
        other.c.started_on > begins,
        or_(stay.c.ended_on.is_(None), other.c.started_on < stay.c.ended_on),
    ]
    return and_(
        ~exists(select(ONE).select_from(later.clause).where(*goes_on)),
        ~exists(select(ONE).select_from(other.clause).where(*in_the_way)),
    )
