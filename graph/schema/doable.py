"""`mayDo` of a row: which mutations may be done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.doable import MAY_DO
from graph.declarations.privacy import closest
from graph.schema.fields import list_of, output_field
from graph.schema.privacy import marked
from graph.writes.doables import all_doables

if TYPE_CHECKING:
    from strawberry.types.field import StrawberryField

    from graph.declarations.model import EntityModel
    from graph.declarations.nouns import Privacy

DOC = (
    "The mutations that you may do to the row, by your role and by the row's own state. Whether other rows stand"
    " against one, the mutation tells; its `dryRun` does too."
)


def may_do_field(entity: EntityModel) -> StrawberryField:
    """The field of a row."""
    return marked(output_field(MAY_DO, list_of(str), DOC), _class_of(entity))


def _class_of(entity: EntityModel) -> Privacy:
    """What may be done to a row tells in which state it is."""
    states = (each.state for each in all_doables().of_rows.get(entity.table, ()))
    uses = {name for state in states if state is not None for name in state.uses}
    if entity.void_column is not None:
        uses.add(entity.void_column)
    return closest(entity.stored[name].privacy for name in uses)
