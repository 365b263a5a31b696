"""What is on record of a child who has died by what a file says: what the file does not bring ends along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, exists, select

from graph.bulk.import_context import FALSE, ONE, TRUE
from graph.declarations.days import DIED, last_day
from graph.declarations.rules import Cells
from graph.entities import graph_model
from graph.plan.sql.relation import Relation
from graph.writes.deaths import ENDED_ON, as_ended, ending, holds_stays

if TYPE_CHECKING:
    from graph.bulk.import_context import Ground
    from graph.declarations.model import EntityModel


def ended_along(ground: Ground, entity: EntityModel, row: Relation, child: Relation) -> Any:  # noqa: ANN401 - whatever gives columns
    """A row as it is to be once its child's death has ended it; one that the file brings is as the file says it.

    Args:
        ground: the import.
        entity: whose row it is.
        row: with its `id` and its days.
        child: the child as the file says it, who has died.
    """
    if entity not in ending(graph_model()):
        return row
    death = Cells({"until": last_day(child, DIED, ground.today_value)}, child)
    # Of a time in care the stays in it tell what came after: it ends with them.
    ended = as_ended(row, death, ground.today_value, TRUE if holds_stays(graph_model(), entity.table) else FALSE)
    if entity.table not in ground.given:
        return ended
    final = ground.final(entity.table)
    brought = exists(select(ONE).select_from(final.clause).where(final.c.id == row.c.id))
    return Cells({ENDED_ON: case((brought, row.c.ended_on), else_=ended.c.ended_on)}, row)
