"""What is said of a relative as a person: the same in the rows of all children, as far as the caller may write them.

Rows that the caller does not see stay as they are: where another programme is responsible for one of the children, the
office finds that they differ (`graph/entities/differing_relative.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from graph.entities.relative import OF_PERSON
from graph.writes.parts import input_name
from graph.writes.said_cells import changed_cell, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing, Written

TABLE, PERSON = "relative", "personId"


def follow_person(
    writing: Writing,  # noqa: ARG001 - a `Propose`
    cells: Mapping[str, Sql],
    was: Relation | None,
) -> Callable[[Writing, Written], None] | None:
    """What is set right of a person is so in the rows of the other children, as far as the caller may write them."""
    if was is None:
        return None
    person = cells.get("person_id", was.c.person_id)

    def follow(writing: Writing, _: Written) -> None:
        say_of_others(writing, select(person).select_from(was.clause).scalar_subquery())

    return follow


def say_of_others(writing: Writing, person: Sql) -> None:
    """Write what the input says of a person in the rows that stand, as far as the caller sees them."""
    entity, target = writing.model.by_table[TABLE], writing.target(TABLE)
    said = [entity.stored[name] for name in OF_PERSON]
    given = tuple(map(input_name, said))
    if not writing.has(*given):
        return
    # The caregiver is seen by the caller: the row that is written leads there too.
    cells = {each.name: changed_cell(writing, entity, each, target, optional=True) for each in said}
    optional = {each.name: sources_of(entity, each) for each in said}
    others = [target.c.person_id == person, target.c.id != writing.id, or_(*map(writing.gives, given))]
    writing.update(TABLE, cells, where=others, must=False, optional=optional)
