"""Deaths that a file says: what `recordDeath` ends with a death, an import ends too, of what the file does not bring.

    children.csv   diedOn 2021-06-01    ─> written like every other cell
    on record      a placement, ties, stays, care, assignments that go on ─> end on that day, by death
                   what is owed to the child                              ─> is owed no longer, CHILD_DIED
                   brothers and sisters                                   ─> a task for whoever cares for them

What the file itself brings means what it says: a row of it that goes on after the death is refused. So is a fact on
record of later days. A child who comes with its death in the file is history already, and nobody has to be told of it.

It is written once all rows of the file are, in the same transaction, and stands in the history as `recordDeath`, so
that `correctDeath` and `voidDeath` find what ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Uuid, exists, select

from graph.bulk.carrying_out import carry_out, who_writes
from graph.bulk.import_context import ONE
from graph.bulk.sheets import all_sheets
from graph.bulk.store import writing_on
from graph.declarations.days import DIED, last_day
from graph.plan.sql.relation import Relation
from graph.writes.action import Action
from graph.writes.deaths import CHILD, end_with_death
from graph.writes.told_of_deaths import let_siblings_know

if TYPE_CHECKING:
    from uuid import UUID

    from graph.bulk.import_context import Ground
    from graph.writes.writing import Writing

DEATH_SAID = Action("recordDeath", "Ends what a death ends.", CHILD, (), lambda _: None, creates=False)


@dataclass(frozen=True, slots=True)
class DeathsSaid:
    """The children of a file who have died.

    Attributes:
        known: who was on record, and lived there until now.
        new: who comes with the death.
    """

    known: tuple[UUID, ...] = ()
    new: tuple[UUID, ...] = ()


async def deaths_said(ground: Ground) -> DeathsSaid:
    """Who has died by what a file says, before its rows are written."""
    if all_sheets()[CHILD].header_of(DIED) not in ground.given.get(CHILD, ()):
        return DeathsSaid()
    final, child = ground.final(CHILD), ground.rows(CHILD)
    own = [*ground.within(CHILD, child, void=True), child.c.id == final.c.id]
    was_dead = exists(select(ONE).select_from(child.clause).where(*own, child.c.died_on.is_not(None)))
    said = [final.c.died_on.is_not(None), final.c.voided_at.is_(None), ~was_dead]
    rows = await ground.fetch(select(final.c.id, final.c.known).select_from(final.clause).where(*said))
    return DeathsSaid(
        tuple(row["id"] for row in rows if row["known"]), tuple(row["id"] for row in rows if not row["known"])
    )


async def tell_deaths(ground: Ground, said: DeathsSaid, issuer: str, subject: str) -> int | None:
    """End what these deaths end; the last number that it took in the country's feed, none where nothing changed.

    Args:
        ground: the import, whose rows are written.
        said: from `deaths_said`.
        issuer: who vouches for the subject, for the history.
        subject: who imports.
    """
    if not said.known and not said.new:
        return None
    writing = writing_on(ground, DEATH_SAID)
    end_with_death(writing, _deaths(ground, writing, "died"))
    let_siblings_know(writing, _deaths(ground, writing, "lived"))
    values = {**who_writes(issuer, subject), "died": [*said.known, *said.new], "lived": list(said.known)}
    _, number = await carry_out(ground, writing, values)
    return number


def _deaths(ground: Ground, writing: Writing, name: str) -> Relation:
    """The deaths of some children, as `read_death` tells of one: `id`, `died_on`, `until`."""
    child = ground.rows(CHILD)
    ids: Any = ground.parameters.written(name, ARRAY(Uuid()))
    until = last_day(child, DIED, writing.today).label("until")
    chosen = select(child.c.id, child.c.died_on, until).select_from(child.clause)
    return Relation(chosen.where(*ground.within(CHILD, child), child.c.id == ids.any_()).subquery(name))
