"""The children for whom a home is sought: who they are, and where they live, have lived, and go to school.

named    the ids that are asked about, each with that of the record that stands for it
group    a row a child: age, family's place, home, school, moves, and what its part of the country lays down
kin      their brothers and sisters who are none of them, as far as the caller sees where these live
stays    what of a home's places they take themselves
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Text,
    and_,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from countries.packs.keys import FAMILY_ONLY_UNDER, KEYS
from graph.declarations.fields import PERIOD, in_force
from graph.entities.ages import completed_years
from graph.entities.arrangement import MoveReason
from graph.entities.community_link import CommunityLinkKind
from graph.entities.members import member
from graph.entities.placement_reasons import PlacementStartReason
from graph.entities.spot import Spot, kilometres

if TYPE_CHECKING:
    from graph.declarations.options import OptionsFrame, Source

WHOLE_COUNTRY: ColumnElement[Any] = literal_column("''", Text())
ONE: ColumnElement[Any] = literal_column("1", Integer())
YEAR: ColumnElement[Any] = literal_column("interval '12 months'")
FALSE: ColumnElement[Any] = literal_column("false")
OF_AGE: ColumnElement[int] = literal_column(str(FAMILY_ONLY_UNDER.most), Integer())
"""Years from which no country may say that only a family will do."""
NEAR, MOVES = KEYS["distance_from_home_km"], KEYS["moves_a_year"]
PLACE = ("latitude_e2", "longitude_e2")


def named_children(frame: OptionsFrame) -> Source:
    """The ids that are asked about: `asked`, and `id` of the record that stands for it."""
    old = frame.rows("child", void=True)
    stands = or_(old.c.voided_at.is_(None), old.c.same_as_id.is_not(None))
    standing = func.coalesce(old.c.same_as_id, old.c.id)
    chosen = select(old.c.id.label("asked"), standing.label("id")).select_from(old.clause)
    return frame.once("named", chosen.where(*old.within, stands, old.c.id == frame.wanted.any_()))


def group_of(frame: OptionsFrame, named: Source) -> Source:
    """A row for each of the children."""
    child, programme = frame.rows("child"), frame.rows("programme")
    family, stay, school = _family(frame, child), _stay(frame, child), _school(frame, child)
    lived = _address(frame, stay)
    part = func.coalesce(programme.c.jurisdiction, WHOLE_COUNTRY)
    years = completed_years(child.c.birth_date, frame.on)
    young = and_(years < OF_AGE, years < frame.laid_down(FAMILY_ONLY_UNDER, part))
    now = Spot(*(case((stay.c.home_id.is_not(None), lived.c[name]), else_=family.c[name]) for name in PLACE))
    clause = child.clause.outerjoin(programme.clause, and_(programme.c.id == child.c.programme_id, *programme.within))
    for each in (family, stay, school, lived):
        clause = clause.outerjoin(each.clause, true())
    columns = {
        "id": child.c.id,
        "died_on": child.c.died_on,
        "first_language": child.c.first_language,
        "part": part,
        "years": years,
        "young": func.coalesce(young, FALSE),
        **{name: family.c[name] for name in PLACE},
        "near_km": frame.laid_down(NEAR, part),
        "home_id": stay.c.home_id,
        "moves": _moves(frame, child),
        "most_moves": frame.laid_down(MOVES, part),
        "schooled": school.c.id.is_not(None),
        **{f"school_{name}": school.c[name] for name in PLACE},
        "school_km": kilometres(_place(school), now),
    }
    chosen = select(*(value.label(name) for name, value in columns.items())).select_from(clause)
    return frame.once("group", chosen.where(*child.within, child.c.id.in_(select(named.c.id))))


def kin_of(frame: OptionsFrame, group: Source) -> Source:
    """Their brothers and sisters who are none of them and live somewhere in care: `sibling_id`, `home_id`."""
    bond, stay = frame.rows("sibling_bond"), frame.rows("placement")
    there = (
        bond.c.child_id == group.c.id,
        in_force(bond, frame.on),
        bond.c.sibling_id.not_in(select(group.c.id)),
        stay.c.child_id == bond.c.sibling_id,
        in_force(stay, frame.on),
    )
    chosen = select(bond.c.sibling_id, stay.c.home_id).distinct().select_from(group.clause, bond.clause, stay.clause)
    return frame.once("kin", chosen.where(*bond.within, *stay.within, *there))


def stays_of(frame: OptionsFrame, group: Source) -> Source:
    """What they take of homes' places themselves, which is free when they come: `id` of the stay, home and days."""
    parts = []
    for table in ("placement", "temporary_stay"):
        row = frame.rows(table)
        own = row.c.child_id.in_(select(group.c.id))
        columns = (row.c[name] for name in ("id", "home_id", *PERIOD))
        parts.append(select(*columns).select_from(row.clause).where(*row.within, own))
    return frame.once("own_stays", union_all(*parts))


def _family(frame: OptionsFrame, child: Source) -> Source:
    """Where the family lived when the child came into care, the last time."""
    row = frame.rows("care_episode")
    there = [*row.within, row.c.child_id == child.c.id, row.c.started_on <= frame.on]
    place = select(*(row.c[f"family_{name}"].label(name) for name in PLACE)).select_from(row.clause)
    return frame.each("family", place.where(*there).order_by(row.c.started_on.desc()).limit(ONE), row)


def _stay(frame: OptionsFrame, child: Source) -> Source:
    """Where the child lives on the day."""
    row = frame.rows("placement")
    there = [*row.within, row.c.child_id == child.c.id, in_force(row, frame.on)]
    return frame.each("stay", select(row.c.home_id).select_from(row.clause).where(*there).limit(ONE), row)


def _school(frame: OptionsFrame, child: Source) -> Source:
    """Where the child goes to school on the day; of two the one that it came to last."""
    link, partner = frame.rows("community_link"), frame.rows("community_partner")
    there = [
        *link.within,
        link.c.child_id == child.c.id,
        link.c.kind == member(CommunityLinkKind.SCHOOL),
        in_force(link, frame.on),
    ]
    joined = link.clause.outerjoin(partner.clause, and_(partner.c.id == link.c.partner_id, *partner.within))
    chosen = select(link.c.id, *(partner.c[name] for name in PLACE)).select_from(joined).where(*there)
    return frame.each("school", chosen.order_by(link.c.started_on.desc(), link.c.id).limit(ONE), link, partner)


def _address(frame: OptionsFrame, stay: Source) -> Source:
    """Where the home is that the child lives in."""
    row = frame.rows("home_address")
    there = [*row.within, row.c.home_id == stay.c.home_id, in_force(row, frame.on)]
    return frame.each("lived", select(*(row.c[name] for name in PLACE)).select_from(row.clause).where(*there), row)


def _moves(frame: OptionsFrame, child: Source) -> Any:  # noqa: ANN401 - an expression
    """How often the child moved in the twelve months before the day, but for what was for a time alone."""
    row = frame.rows("placement")
    there = [
        *row.within,
        row.c.child_id == child.c.id,
        row.c.started_on <= frame.on,
        row.c.started_on > cast(frame.on - YEAR, Date),
        row.c.start_reason == member(PlacementStartReason.MOVE),
        row.c.move_reason.is_distinct_from(member(MoveReason.TEMPORARY)),
    ]
    counted = select(cast(func.count(), Integer)).select_from(row.clause).where(*there)
    return counted.correlate_except(row.clause).scalar_subquery()


def _place(row: Source) -> Spot:
    return Spot(*(row.c[name] for name in PLACE))
