"""The homes that some children could come to on a day: those with room for all, and what is known of each.

roomy    open on the day and for good, with as many places as are needed, whatever days follow
known    of each of these: licence, carers, ages, distances, brothers and sisters who live there
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, and_, case, cast, exists, func, literal_column, select, true

from countries.packs.families import LICENCE_REQUIRED, SETTING_OF_FORM
from graph.declarations.fields import in_force
from graph.entities.arrangement import PlacementSetting
from graph.entities.licences import holds_until, is_licence, newest
from graph.entities.members import member
from graph.entities.option_group import FALSE, ONE, PLACE, WHOLE_COUNTRY
from graph.entities.spot import Spot, kilometres

if TYPE_CHECKING:
    from graph.declarations.options import OptionsFrame, Source

ZERO: ColumnElement[Any] = literal_column("0", Integer())
YES: ColumnElement[Any] = literal_column("'YES'")


def homes_with_room(frame: OptionsFrame, group: Source, own: Source) -> Source:
    """The homes with a place for each of the group on every day from the first one on.

    A day is full where somebody comes, so the days on which somebody is still to come are looked at besides.
    """
    home, programme, stay = frame.rows("home"), frame.rows("programme"), frame.rows("home_stay")
    needed = select(func.count()).select_from(group.clause).scalar_subquery()
    lived, theirs = _living(frame, "lived_in", stay, *stay.within), _living(frame, "theirs", own)
    taken = func.coalesce(lived.c.taken, ZERO) - func.coalesce(theirs.c.taken, ZERO)
    joined = home.clause.outerjoin(programme.clause, and_(programme.c.id == home.c.programme_id, *programme.within))
    for each in (lived, theirs):
        joined = joined.outerjoin(each.clause, each.c.home_id == home.c.id)
    kept = [home.c[name] for name in ("id", "form", "capacity", "ages_from", "ages_to", "languages")]
    part = func.coalesce(programme.c.jurisdiction, WHOLE_COUNTRY).label("part")
    chosen = select(*kept, part, taken.label("taken")).select_from(joined)
    # A home that is to close is none to move to.
    is_open = (home.c.opened_on <= frame.on, home.c.closed_on.is_(None))
    today = frame.once("room_today", chosen.where(*home.within, *is_open, home.c.capacity - taken >= needed))
    fullest = _fullest(frame, today, own)
    free = today.c.capacity - func.greatest(today.c.taken, fullest.c.taken)
    told = [today.c[name] for name in ("id", "form", "part", "ages_from", "ages_to", "languages")]
    roomy = select(*told, cast(free, Integer).label("free")).select_from(today.clause.outerjoin(fullest.clause, true()))
    return frame.once("roomy", roomy.where(free >= needed))


def _living(frame: OptionsFrame, name: str, stay: Source, *within: Any) -> Source:  # noqa: ANN401 - conditions
    """How many of some stays there are in each home on the day."""
    there = select(stay.c.home_id, func.count().label("taken")).select_from(stay.clause)
    return frame.once(name, there.where(*within, in_force(stay, frame.on)).group_by(stay.c.home_id))


def _fullest(frame: OptionsFrame, home: Source, own: Source) -> Source:
    """How many live there on the fullest of the days on which somebody is still to come; empty where nobody is."""
    later, beside = frame.rows("home_stay"), frame.rows("home_stay")
    strangers = select(own.c.id)
    with_them = (
        select(func.count())
        .select_from(beside.clause)
        .where(
            *beside.within,
            beside.c.home_id == later.c.home_id,
            in_force(beside, later.c.started_on),
            beside.c.id.not_in(strangers),
        )
        .correlate(later.clause)
        .scalar_subquery()
    )
    coming = [
        *later.within, later.c.home_id == home.c.id, later.c.started_on > frame.on, later.c.id.not_in(strangers)
    ]  # fmt: skip
    return frame.each(
        "fullest", select(func.max(with_them).label("taken")).select_from(later.clause).where(*coming), later
    )


def what_is_known(frame: OptionsFrame, roomy: Source, group: Source, kin: Source) -> Source:
    """Of each home what is weighed: `id`, `free`, and a column for each thing that is known of it."""
    forms, whole = _forms(frame, roomy, group), _whole(frame, group, kin)
    address, licence, carers = _address(frame, roomy), _licence(frame, roomy, forms), _carers(frame, roomy)
    there = _of_the_children(frame, roomy, group, address)
    clause = roomy.clause.join(forms.clause, and_(forms.c.form == roomy.c.form, forms.c.part == roomy.c.part))
    clause = clause.join(whole.clause, true())
    for each in (address, licence, carers, there):
        clause = clause.outerjoin(each.clause, true())
    siblings = select(func.count()).select_from(kin.clause).where(kin.c.home_id == roomy.c.id).correlate(roomy.clause)
    columns = {
        **{name: roomy.c[name] for name in ("id", "free", "ages_from", "ages_to")},
        **{name: forms.c[name] for name in ("setting", "asks_licence", "unfit")},
        "licensed": func.coalesce(licence.c.until > frame.on, FALSE),
        **{name: carers.c[name] for name in ("carers", "uncleared")},
        **{name: there.c[name] for name in OF_CHILDREN},
        **{name: whole.c[name] for name in ("youngest", "oldest", "age_unknown", "siblings")},
        "siblings_there": cast(siblings.scalar_subquery(), Integer),
    }
    chosen = select(*(value.label(name) for name, value in columns.items())).select_from(clause)
    return frame.once("known", chosen)


def _forms(frame: OptionsFrame, roomy: Source, group: Source) -> Source:
    """Of each form of care, where it stands: what it counts as, whether it needs a licence, whether it is unfit."""
    there = frame.once("forms", select(roomy.c.form, roomy.c.part).distinct().select_from(roomy.clause))
    residential = member(PlacementSetting.RESIDENTIAL)
    unfit = exists(
        select(ONE)
        .select_from(group.clause)
        .where(group.c.young, frame.laid_down(SETTING_OF_FORM, group.c.part, of=there.c.form) == residential)
        .correlate(there.clause)
    )
    chosen = select(
        there.c.form,
        there.c.part,
        frame.laid_down(SETTING_OF_FORM, there.c.part, of=there.c.form).label("setting"),
        func.coalesce(frame.laid_down(LICENCE_REQUIRED, there.c.part, of=there.c.form) == YES, FALSE).label(
            "asks_licence"
        ),
        unfit.label("unfit"),
    )
    return frame.once("rules_of_forms", chosen.select_from(there.clause))


def _whole(frame: OptionsFrame, group: Source, kin: Source) -> Source:
    """The group as a whole: one row."""
    siblings = select(cast(func.count(kin.c.sibling_id.distinct()), Integer)).select_from(kin.clause)
    chosen = select(
        func.min(group.c.years).label("youngest"),
        func.max(group.c.years).label("oldest"),
        func.bool_or(group.c.years.is_(None)).label("age_unknown"),
        siblings.scalar_subquery().label("siblings"),
    )
    return frame.once("whole_group", chosen.select_from(group.clause))


def _address(frame: OptionsFrame, home: Source) -> Source:
    row = frame.rows("home_address")
    there = [*row.within, row.c.home_id == home.c.id, in_force(row, frame.on)]
    return frame.each("address", select(*(row.c[name] for name in PLACE)).select_from(row.clause).where(*there), row)


def _licence(frame: OptionsFrame, home: Source, forms: Source) -> Source:
    """Until when the home is licensed, by the newest row of the day that says so; looked for where one is asked."""
    row = frame.rows("inspection")
    there = [*row.within, forms.c.asks_licence, row.c.home_id == home.c.id, row.c.held_on <= frame.on, is_licence(row)]
    until = select(newest(row, holds_until(row)).label("until")).select_from(row.clause).where(*there)
    return frame.each("licence", until, row)


def _carers(frame: OptionsFrame, home: Source) -> Source:
    """How many care there, or live there, on the day, and how many of these are not cleared then."""
    row, caregiver = frame.rows("caregiver_assignment"), frame.rows("caregiver")
    there = [
        *row.within, *caregiver.within, row.c.home_id == home.c.id, in_force(row, frame.on),
        caregiver.c.id == row.c.caregiver_id,
    ]  # fmt: skip
    cleared = func.coalesce(caregiver.c.cleared_until > frame.on, FALSE)
    counted = select(func.count().label("carers"), func.count().filter(~cleared).label("uncleared"))
    return frame.each("carers", counted.select_from(row.clause, caregiver.clause).where(*there), row, caregiver)


SPACE: ColumnElement[Any] = literal_column("' '")
OF_CHILDREN = (
    "distance_km", "is_far", "school_distance_km", "is_farther", "school_unknown", "spoken", "language_unknown",
    "living", "moves", "moved",
)  # fmt: skip
"""What is worked out of a home and each of the children, for all of them together."""


def _of_the_children(frame: OptionsFrame, home: Source, group: Source, address: Source) -> Source:
    place = Spot(*(address.c[name] for name in PLACE))
    moves = case((group.c.home_id != home.c.id, group.c.moves + ONE), else_=group.c.moves)
    km = {
        "km": kilometres(Spot(*(group.c[name] for name in PLACE)), place),
        "to_school": kilometres(Spot(*(group.c[f"school_{name}"] for name in PLACE)), place),
        "would_move": moves,
        "spoken": group.c.first_language == func.string_to_array(home.c.languages, SPACE).any_(),
        "lives": group.c.home_id == home.c.id,
        **{name: group.c[name] for name in ("near_km", "most_moves", "schooled", "school_km")},
    }
    of_one = select(*(value.label(name) for name, value in km.items())).select_from(group.clause)
    one = frame.each("one_child", of_one.offset(ZERO), group)
    farther = one.c.to_school > one.c.school_km
    chosen = select(
        func.max(one.c.km).label("distance_km"),
        func.bool_or(one.c.km > one.c.near_km).label("is_far"),
        func.max(one.c.to_school).label("school_distance_km"),
        func.bool_or(farther).label("is_farther"),
        func.bool_or(and_(one.c.schooled, farther.is_(None))).label("school_unknown"),
        func.bool_and(one.c.spoken).label("spoken"),
        func.bool_or(one.c.spoken.is_(None)).label("language_unknown"),
        cast(func.count().filter(one.c.lives), Integer).label("living"),
        func.max(one.c.would_move).label("moves"),
        func.bool_or(one.c.would_move > one.c.most_moves).label("moved"),
    )
    return frame.each("of_children", chosen.select_from(one.clause), one)
