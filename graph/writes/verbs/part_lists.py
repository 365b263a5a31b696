"""The list of an input whose rows come with what they are parts of: it derives from their own columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.members import ToMany
from graph.declarations.wholes import made_with
from graph.writes.mutation import Parts
from graph.writes.verbs.columns import created, must_give, taken

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel


def parts_of(whole: EntityModel, of: EntityModel, *, required: bool = False) -> Parts:
    """The list of a mutation that writes a row with its parts; it is called as the connection that leads to them.

    Args:
        whole: what they are parts of.
        of: whose rows they are; one of their links leads there.
        required: whether one has to be there at least.
    """
    back = next(each for each in whole.members.values() if isinstance(each, ToMany) and each.target == of.table)
    made = made_with(of, back.far)
    columns = [column for column in created(of) if column.name not in made]
    takes = tuple(taken(of, column, required=must_give(column), new=True) for column in columns)
    return Parts(back.api, f"{of.type_name}PartInput", of.table, back.far, takes, back.doc, required)
