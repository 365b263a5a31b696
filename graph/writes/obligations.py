"""What an obligation does in the statement that writes: the next one where one was done, and none any more.

written_1 AS (UPDATE review SET held_on = $1 … RETURNING old and new),
written_2 AS (INSERT INTO review (child_id, programme_id, kind, due_on)
SELECT …, n_held_on + days FROM written_1 WHERE n_held_on IS NOT NULL AND o_held_on IS NULL …), …
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Date, Integer, case, cast, exists, func, literal_column, select

from countries.packs.units import RuleUnit
from graph.declarations.obligation_rules import BOTH, next_links
from graph.declarations.obligations import FROM, WHY, NotOwedReason
from graph.entities.members import member
from graph.plan.sql.policies import WHOLE_COUNTRY, laid_down
from graph.plan.sql.relation import Relation
from graph.writes.draft import NULL, ONE

if TYPE_CHECKING:
    from countries.packs.keys import RuleKey
    from graph.declarations.model import EntityModel
    from graph.writes.composer import Composer
    from graph.writes.draft import Sql, Target, Written


def needed_of(entity: EntityModel) -> tuple[str, ...]:
    """What a write has to tell of its rows, so that the next ones can be made of them."""
    said = entity.obligation
    return () if said is None or said.then is None else (said.done, *said.then.keeps, *next_links(entity))


def check_owed(writing: Composer, own: Relation, name: str) -> None:
    """Refuse to say that something was done which is owed no longer.

    Args:
        writing: the statement.
        own: the row, read with the day from which it is not owed.
        name: of the check.
    """
    writing.check(name, own.c[FROM].is_(None), replace(BOTH, path=("input", "id")))


def write_next(writing: Composer, written: Written) -> None:
    """Write what is owed next of the rows that have just been done; nothing where another one of theirs is open."""
    entity, said = written.entity, written.entity.obligation
    # A file brings what is owed as it is.
    if said is None or said.then is None or said.done not in written.columns or writing.draft.sparing:
        return
    if not {owner.table for owner in entity.owners} <= {lock.table for lock in writing.action.locks}:
        # Two at once would each see that no other one is open.
        message = f"{writing.action.name} says that a {entity.table} was done, and does not hold whose it is"
        raise TypeError(message)
    done = Relation(written.cte)
    held = done.c[f"n_{said.done}"]
    part = _part_of(writing, entity, done)
    rule = laid_down(writing.rows("policy"), said.then.policy, writing.country, held, part)
    later = rule.correlate(done.clause).scalar_subquery()
    same = (*said.then.keeps, *next_links(entity))
    newly = [] if written.creates else [done.c[f"o_{said.done}"].is_(None)]
    values = {name: done.c[f"n_{name}"] for name in same}
    following = Relation(
        select(
            *(value.label(name) for name, value in values.items()), _after(held, later, said.then.policy).label("due")
        )
        .select_from(done.clause)
        .where(held.is_not(None), *newly, ~exists(_open(writing, entity, done, same)))
        .subquery(f"owed_next_{len(writing.draft.written)}")
    )
    made = {said.due: following.c.due, **{name: following.c[name] for name in same}}
    writing.insert(entity.table, made, following, where=[following.c.due.is_not(None)], must=False)


def _part_of(writing: Composer, entity: EntityModel, done: Relation) -> Sql:
    """The part of the country whose rules hold for the rows: of a programme's, the one in which that stands."""
    if entity.programme_column is None:
        return WHOLE_COUNTRY
    programme = writing.rows("programme")
    there = [*writing.within("programme", programme), programme.c.id == done.c[f"n_{entity.programme_column}"]]
    stands = select(programme.c.jurisdiction).select_from(programme.clause).where(*there).correlate(done.clause)
    return func.coalesce(stands.scalar_subquery(), WHOLE_COUNTRY)


def _after(day: Sql, later: Sql, policy: RuleKey) -> Sql:
    """A day so many days or months later; the last of a month that has no such day.

    Raises:
        TypeError: the rule is counted in something else.
    """
    match policy.unit:
        case RuleUnit.DAYS:
            return day + later
        case RuleUnit.MONTHS:
            # `make_interval` takes years first.
            return cast(day + func.make_interval(literal_column("0", Integer), later), Date)
        case _:
            message = f"{policy.key} is counted in {policy.unit.lower()}, and says when something is due"
            raise TypeError(message)


def _open(writing: Composer, entity: EntityModel, done: Relation, same: tuple[str, ...]) -> Sql:
    """Another one of the same that is still to be done."""
    said, other = entity.obligation, writing.rows(entity.table)
    # A copy says no more than what it is a copy of.
    told = (name for name in same if not entity.stored[name].copy_of)
    alike = [other.c[name].is_not_distinct_from(done.c[f"n_{name}"]) for name in told]
    still = [] if said is None else [other.c[said.due].is_not(None), other.c[said.done].is_(None)]
    there = [*writing.within(entity.table, other), *alike, *still, other.c[FROM].is_(None), other.c.id != done.c.n_id]
    return select(ONE).select_from(other.clause).where(*there).correlate(done.clause)


def no_longer_owed(writing: Composer, owner: str, key: Sql, from_day: Sql, reason: NotOwedReason) -> None:
    """All that is still to be done of an owner's is owed no longer, but for what outlives the reason.

    Args:
        writing: the statement.
        owner: the owner's table, such as `child`.
        key: the owner's identity.
        from_day: the first day on which it is not owed.
        reason: why.
    """
    why: Sql = member(reason)
    for entity, link, done in _owed(writing, owner, reason):
        target = writing.target(entity.table)
        still = [target.c[link] == key, target.c[done].is_(None), target.c[FROM].is_(None)]
        still += _not_spared(entity, target, reason)
        writing.update(entity.table, {FROM: from_day, WHY: why}, where=still, must=False)


def _not_spared(entity: EntityModel, target: Relation | Target, reason: NotOwedReason) -> list[Sql]:
    """That a row is of none of the kinds that stay owed for a reason."""
    spares = () if entity.obligation is None else entity.obligation.spares
    return [target.c[said.column] != member(each) for said in spares if said.reason is reason for each in said.members]


def owed_again(
    writing: Composer, owner: str, key: Sql, reason: NotOwedReason, from_day: Sql = NULL, *, was: Sql | None = None
) -> None:
    """What was owed no longer for a reason is owed again; with a day, it is owed no longer from that day instead.

    Args:
        writing: the statement.
        owner: as of `no_longer_owed`.
        key: likewise.
        reason: likewise.
        from_day: the day from which it is not owed instead; empty where it is owed again.
        was: the day from which it was not owed, where that tells which of them are meant.
    """
    why: Sql = member(reason)
    for entity, link, _ in _owed(writing, owner, reason):
        target = writing.target(entity.table)
        values = {FROM: from_day, WHY: NULL if from_day is NULL else case((from_day.is_not(NULL), why))}
        meant = [target.c[link] == key, target.c[WHY] == why]
        meant += [] if was is None else [target.c[FROM] == was, from_day.is_distinct_from(was)]
        writing.update(entity.table, values, where=meant, must=False)


def _owed(writing: Composer, owner: str, reason: NotOwedReason) -> list[tuple[EntityModel, str, str]]:
    """The obligations of an owner's that end for a reason: entity, link to the owner, the column of the day done."""
    return [
        (entity, next(each.column for each in entity.owners if each.table == owner), entity.obligation.done)
        for entity in writing.model.owned_by(owner)
        if entity.obligation is not None and reason not in entity.obligation.outlives
    ]
