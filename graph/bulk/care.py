"""Care that a file of placements tells of without saying so: sheets of before times in care have no column for one.

    placements.csv without careEpisode    ADMISSION … MOVE ── … ADOPTION          RETURN_TO_CARE …
    on record afterwards                  └ one time in care, to ADOPTION ┘       └ another one ─ ─

Stays that follow one another without a day between are one time in care, as a migration of such a database makes them:
it begins and ends with them, and its destination is what the last end says, or not known. Why a child came is told of
its newest one, as its file says it. A stay within a time in care that is on record belongs to that; where the last one
of it ends outside care, it ends too, and later where that does. Plans tell of care that is planned. A fact that
overlaps a time in care without lying in it is left outside, and is in no figure: an office decides. A file that has
the column means what it says, also where it is empty.

It is written once all rows of the file are, in the same transaction, with history and feed as every import is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from graph.bulk.care_unsaid import CARE, LINK, STAY, comes_after, leaves_out_care
from graph.bulk.carrying_out import carry_out, who_writes
from graph.bulk.import_context import ONE
from graph.bulk.sheets import ID
from graph.bulk.store import IMPORT, writing_on
from graph.declarations.columns import Answer
from graph.entities.destination import DESTINATION_OF, Destination
from graph.entities.members import among, cases_of, member
from graph.entities.placement_reasons import PlacementStartReason
from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.bulk.import_context import Ground, Sql
    from graph.writes.writing import Writing

TOLD = ("child_id", "programme_id", "started_on", "ended_on", "start_reason", "end_reason", LINK)
EMPTY: Sql = literal_column("null")
NONE: Sql = literal_column("ARRAY[]::text[]")


@dataclass(frozen=True, slots=True)
class CareBegun:
    """What was written of care.

    Attributes:
        begun: times in care that are new.
        number: the last number that it took in the country's feed; none where nothing changed.
    """

    begun: int = 0
    number: int | None = None


async def tell_care(ground: Ground, issuer: str, subject: str) -> CareBegun:
    """Write the care that placements of a file tell of, where it has no column for it.

    Args:
        ground: the import, whose rows are written.
        issuer: who vouches for the subject, for the history.
        subject: who imports.
    """
    if not leaves_out_care(ground):
        return CareBegun()
    who = who_writes(issuer, subject)
    counts, last = [], None
    steps: tuple[Callable[[Ground, Writing], None], ...] = (_go_on, _move_end, _end, _begin, _join)
    for step in steps:
        writing = writing_on(ground, IMPORT)
        step(ground, writing)
        written, number = await carry_out(ground, writing, who)
        counts.append(written[0])
        last = number or last
    return CareBegun(counts[steps.index(_begin)], last)


def _go_on(ground: Ground, writing: Writing) -> None:
    """A new stay goes on with a time in care on record, and may be its last one, unless one before it left care."""
    _put_within(ground, writing, unless_left=True)


def _move_end(ground: Ground, writing: Writing) -> None:
    """A time in care that has ended ends later, or goes on, with its last stay."""
    care, last = writing.target(CARE), _last_of_its_care(ground)
    where = [care.c.id == last.c.id, care.c.ended_on.is_not(None)]
    where.append(or_(last.c.ended_on.is_(None), last.c.ended_on > care.c.ended_on))
    said = func.coalesce(last.c.destination, care.c.destination)
    destination = case((last.c.ended_on.is_not(None), said), else_=EMPTY)
    writing.update(CARE, {"ended_on": last.c.ended_on, "destination": destination}, where=where, must=False)


def _end(ground: Ground, writing: Writing) -> None:
    """A time in care ends with its last stay, where that ends outside care."""
    care, last = writing.target(CARE), _last_of_its_care(ground)
    where = [care.c.id == last.c.id, care.c.ended_on.is_(None), last.c.destination.is_not(None)]
    writing.update(CARE, {"ended_on": last.c.ended_on, "destination": last.c.destination}, where=where, must=False)


def _begin(ground: Ground, writing: Writing) -> None:
    """Each chain of stays that stand in no time in care, and overlap none, is one."""
    chain, child, newer = _chains(ground), ground.rows("child"), ground.rows(CARE)
    is_newest = and_(
        chain.c.is_newest,
        ~exists(
            select(ONE)
            .select_from(newer.clause)
            .where(
                *ground.within(CARE, newer),
                newer.c.child_id == chain.c.child_id,
                newer.c.started_on > chain.c.started_on,
            )
        ),
    )
    reason = case((is_newest, child.c.reason_for_care), else_=EMPTY)
    at_once = chain.c.start_reason == member(PlacementStartReason.EMERGENCY)
    cells = {
        ID: ground.stage.new_id,
        **{name: chain.c[name] for name in ("child_id", "programme_id", "started_on", "ended_on")},
        "reasons": case((reason.is_not(None), func.array_append(NONE, reason)), else_=EMPTY),
        "primary_reason": reason,
        "emergency": case((at_once, member(Answer.YES)), else_=member(Answer.NOT_KNOWN)),
        "destination": _destination(chain, unsaid=member(Destination.NOT_KNOWN)),
    }
    own = [*ground.within("child", child), child.c.id == chain.c.child_id]
    writing.insert(CARE, cells, chain, child, where=own, must=False)


def _join(ground: Ground, writing: Writing) -> None:
    """A stay that lies within a time in care belongs to it."""
    _put_within(ground, writing)


def _put_within(ground: Ground, writing: Writing, *, unless_left: bool = False) -> None:
    target, care, final = writing.target(STAY), ground.rows(CARE), ground.final(STAY)
    within = Relation(
        select(care.c.id, care.c.child_id, care.c.started_on, care.c.ended_on)
        .select_from(care.clause)
        .where(*ground.within(CARE, care))
        .subquery("in_care")
    )
    ends = or_(within.c.ended_on.is_(None), target.c.ended_on <= within.c.ended_on)
    where = [
        target.c[LINK].is_(None), target.c.child_id == within.c.child_id, target.c.started_on >= within.c.started_on,
        ends, exists(select(ONE).select_from(final.clause).where(final.c.id == target.c.id)),
    ]  # fmt: skip
    if unless_left:
        before = ground.rows(STAY)
        since = [before.c.started_on >= within.c.started_on, before.c.started_on < target.c.started_on]
        left = [before.c.child_id == target.c.child_id, *since, among(before.c.end_reason, DESTINATION_OF)]
        found = select(ONE).select_from(before.clause).where(*ground.within(STAY, before), *left)
        where.append(~exists(found.correlate_except(before.clause)))
    writing.update(STAY, {LINK: within.c.id}, where=where, must=False)


# The stays of the file


def _of_the_file(ground: Ground) -> tuple[Relation, list[Sql]]:
    stay, final = ground.rows(STAY), ground.final(STAY)
    brought = exists(select(ONE).select_from(final.clause).where(final.c.id == stay.c.id))
    return stay, [*ground.within(STAY, stay), brought]


def _last_of_its_care(ground: Ground) -> Relation:
    """The stays of the file that are the last of their times in care: `id` of that, their end, whereto it leads."""
    (stay, conditions), later = _of_the_file(ground), ground.rows(STAY)
    after = [later.c[LINK] == stay.c[LINK], comes_after(later, stay)]
    goes_on = exists(select(ONE).select_from(later.clause).where(*ground.within(STAY, later), *after))
    told = select(stay.c[LINK].label(ID), stay.c.ended_on, _destination(stay, unsaid=EMPTY).label("destination"))
    last = told.select_from(stay.clause).where(*conditions, stay.c[LINK].is_not(None), ~goes_on)
    return Relation(last.subquery("last_stay"))


def _chains(ground: Ground) -> Relation:
    """The chains of stays that no time in care overlaps: child, days, the first reason and the last."""
    stay, conditions = _of_the_file(ground)
    conditions += [stay.c[LINK].is_(None), ~_in_care(ground, stay)]
    of_child = {"partition_by": stay.c.child_id, "order_by": (stay.c.started_on, stay.c.ended_on)}
    begins = func.lag(stay.c.ended_on).over(**of_child).is_distinct_from(stay.c.started_on)
    told = select(*(stay.c[name].label(name) for name in TOLD), begins.label("begins"))
    stays = told.select_from(stay.clause).where(*conditions).subquery("stays")
    place = func.count().filter(stays.c.begins).over(partition_by=stays.c.child_id, order_by=stays.c.started_on)
    chained = select(*stays.c, place.label("place")).subquery("chained")

    def of(name: str, *, last: bool) -> Any:  # noqa: ANN401 - an expression
        days = (chained.c.started_on, chained.c.ended_on)
        order = tuple(day.desc() for day in days) if last else days
        return func.array_agg(aggregate_order_by(chained.c[name], *order))[ONE].label(name)

    most = func.max(chained.c.place)
    grouped = select(
        chained.c.child_id,
        func.min(chained.c.started_on).label("started_on"),
        of("programme_id", last=True),
        of("ended_on", last=True),
        of("end_reason", last=True),
        of("start_reason", last=False),
        (chained.c.place == func.max(most).over(partition_by=chained.c.child_id)).label("is_newest"),
    ).group_by(chained.c.child_id, chained.c.place)
    return Relation(grouped.subquery("chains"))


def _in_care(ground: Ground, stay: Relation) -> Sql:
    """Whether some day of a stay is in a time in care that is on record."""
    care = ground.rows(CARE)
    meets = and_(
        or_(care.c.ended_on.is_(None), care.c.ended_on > stay.c.started_on),
        or_(stay.c.ended_on.is_(None), stay.c.ended_on > care.c.started_on),
    )
    # What holds no night lies at the edge of that time, too.
    at_edge = and_(
        stay.c.ended_on == stay.c.started_on,
        or_(stay.c.started_on == care.c.started_on, stay.c.started_on == care.c.ended_on),
    )
    there = [*ground.within(CARE, care), care.c.child_id == stay.c.child_id, or_(meets, at_edge)]
    return exists(select(ONE).select_from(care.clause).where(*there))


def _destination(stay: Relation, *, unsaid: Sql) -> Sql:
    """With whom the child lives then, as an end of a stay says it."""
    return case(*cases_of(stay.c.end_reason, DESTINATION_OF), (stay.c.ended_on.is_not(None), unsaid), else_=EMPTY)
