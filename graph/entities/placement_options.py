"""Where some children could live together from a day on: homes with room for all, ranked, each with its reasons.

What a placement would be refused for weighs most; then brothers and sisters who live there, and whoever need not move;
then how much speaks against a home, and how much for it; then how near it is to the family, and to school.

It is advice: no home is left out but for want of room, and a person decides. A reason is a word that tells of the home
and of the children that are asked about, and of nobody else who lives there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, ColumnElement, Text, and_, case, cast, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import array

from graph.declarations.options import Options
from graph.entities.arrangement import PlacementSetting
from graph.entities.members import member
from graph.entities.option_group import group_of, kin_of, named_children, stays_of
from graph.entities.option_homes import homes_with_room, what_is_known
from graph.entities.option_reason import PlacementOptionReason as Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.declarations.options import OptionsFrame, Source

Sql = Any
"""An SQL expression."""
ZERO: ColumnElement[Any] = literal_column("0")
ONE: ColumnElement[Any] = literal_column("1")
TEXTS: ARRAY[str] = ARRAY(Text())
NOTHING = cast(literal_column("NULL"), Text())
MOST_CHILDREN = 12
"""Children that one question is about at most: as many as come into care in one step."""


def placement_options(frame: OptionsFrame) -> Options:
    """The homes that the children could come to."""
    named = named_children(frame)
    group = group_of(frame, named)
    kin, own = kin_of(frame, group), stays_of(frame, group)
    known = what_is_known(frame, homes_with_room(frame, group, own), group, kin)
    weighed = _weighed(frame, known)
    stand = named.clause.join(group.clause, group.c.id == named.c.id)
    there = select(func.count()).select_from(stand).scalar_subquery()
    many = select(func.count()).select_from(group.clause).scalar_subquery()
    dead = select(func.count(group.c.died_on)).select_from(group.clause).scalar_subquery()
    return Options(weighed, _rank(weighed), group, there == func.cardinality(frame.wanted), many == there, dead == ZERO)


def _weighed(frame: OptionsFrame, known: Source) -> Source:
    columns = {
        **{name: known.c[name] for name in ("id", "free", "distance_km", "school_distance_km", "moves", "living")},
        "siblings": known.c.siblings_there,
        "broken": _number(known.c, BROKEN, AGAINST),
        "reasons_for": _told(known.c, FOR),
        "reasons_against": _told(known.c, AGAINST),
        "not_known": _told(known.c, NOT_KNOWN),
    }
    return frame.once(
        "weighed", select(*(value.label(name) for name, value in columns.items())).select_from(known.clause)
    )


def _says_ages(home: Any) -> Sql:  # noqa: ANN401 - columns by their names
    return or_(home.ages_from.is_not(None), home.ages_to.is_not(None))


def _outside(home: Any) -> Sql:  # noqa: ANN401 - as above
    """Whether the youngest is too young, or the oldest too old; of a bound that is not said nobody is."""
    return func.coalesce(or_(home.youngest < home.ages_from, home.oldest > home.ages_to), literal_column("false"))


FOR: Mapping[Reason, Any] = {
    Reason.ROOM_FOR_ALL: lambda home: home.id.is_not(None),
    Reason.SIBLINGS_THERE: lambda home: home.siblings_there > ZERO,
    Reason.LIVES_THERE: lambda home: home.living > ZERO,
    Reason.FAMILY_BASED: lambda home: home.setting == member(PlacementSetting.FAMILY_BASED),
    Reason.AGES_FIT: lambda home: and_(_says_ages(home), ~home.age_unknown, ~_outside(home)),
    Reason.LICENSED: lambda home: and_(home.asks_licence, home.licensed),
    Reason.CARERS_CLEARED: lambda home: and_(home.carers > ZERO, home.uncleared == ZERO),
    Reason.NEAR_FAMILY: lambda home: ~home.is_far,
    Reason.NEAR_SCHOOL: lambda home: and_(~home.school_unknown, ~home.is_farther),
    Reason.LANGUAGE_SPOKEN: lambda home: and_(~home.language_unknown, home.spoken),
}
"""What speaks for a home, by what is known of it; what is not known speaks for nothing."""
AGAINST: Mapping[Reason, Any] = {
    Reason.UNDER_THREE: lambda home: home.unfit,
    Reason.HOME_NOT_LICENSED: lambda home: and_(home.asks_licence, ~home.licensed),
    Reason.CARER_NOT_CLEARED: lambda home: home.uncleared > ZERO,
    Reason.SIBLINGS_APART: lambda home: home.siblings > home.siblings_there,
    Reason.AGES_DO_NOT_FIT: _outside,
    Reason.FAR_FROM_HOME: lambda home: home.is_far,
    Reason.FAR_FROM_SCHOOL: lambda home: home.is_farther,
    Reason.LANGUAGE_NOT_SPOKEN: lambda home: ~home.spoken,
    Reason.MANY_MOVES: lambda home: home.moved,
}
"""What speaks against it."""
NOT_KNOWN: Mapping[Reason, Any] = {
    Reason.AGE_NOT_KNOWN: lambda home: home.age_unknown,
    Reason.AGES_NOT_SAID: lambda home: ~_says_ages(home),
    Reason.CARERS_NOT_KNOWN: lambda home: home.carers == ZERO,
    Reason.DISTANCE_NOT_KNOWN: lambda home: home.distance_km.is_(None),
    Reason.SCHOOL_NOT_KNOWN: lambda home: home.school_unknown,
    Reason.LANGUAGES_NOT_KNOWN: lambda home: home.language_unknown,
}
"""What nobody knows, and would be weighed."""
BROKEN = (Reason.UNDER_THREE, Reason.HOME_NOT_LICENSED, Reason.CARER_NOT_CLEARED)
"""What a placement is refused for where nobody answers for it."""


def _told(home: Any, reasons: Mapping[Reason, Any]) -> Sql:  # noqa: ANN401 - as above
    """The reasons that hold, in the order in which they are declared."""
    each = [case((holds(home), member(reason))) for reason, holds in reasons.items()]
    return func.array_remove(cast(array(each), TEXTS), NOTHING)


def _number(home: Any, some: tuple[Reason, ...], reasons: Mapping[Reason, Any]) -> Sql:  # noqa: ANN401 - as above
    """How many of some reasons hold."""
    return sum((case((reasons[reason](home), ONE), else_=ZERO) for reason in some), ZERO)


def _rank(home: Source) -> tuple[Sql, ...]:
    row = home.c
    return (
        row.broken,
        row.siblings.desc(),
        row.living.desc(),
        func.cardinality(row.reasons_against),
        func.cardinality(row.reasons_for).desc(),
        row.distance_km.asc().nulls_last(),
        row.school_distance_km.asc().nulls_last(),
        row.id,
    )
