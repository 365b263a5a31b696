"""A differing relative: one person of whom the rows of two children say otherwise, for the office to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import exists, literal_column, or_, select

from graph.declarations.base import OFFICE, Kind, Names
from graph.declarations.columns import Answer
from graph.declarations.fields import link, sensitive
from graph.declarations.selected import SelectedEntity, SelectOf
from graph.entities.members import member
from graph.entities.relative import OF_PERSON

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, Subquery

    from graph.declarations.selections import SelectionFrame


def differing(frame: SelectionFrame) -> Select[Any]:
    """The rows of relatives with which another row of the same person does not agree."""
    mine = frame.rows("relative", "id", "child_id", "programme_id", "person_id", "other_child_id", *OF_PERSON)
    ours = frame.rows("child", "id", "died_on")
    other = frame.rows("relative", "id", "person_id", *OF_PERSON)
    same = (
        frame.same_country(mine.c.country_code, other.c.country_code),
        other.c.person_id == mine.c.person_id,
        other.c.id != mine.c.id,
        or_(*(mine.c[name].is_distinct_from(other.c[name]) for name in OF_PERSON)),
    )
    died = (
        frame.same_country(mine.c.country_code, ours.c.country_code),
        ours.c.id == mine.c.other_child_id,
        ours.c.died_on.is_not(None),
        mine.c.living != member(Answer.NO),
    )
    return select(
        mine.c.country_code,
        mine.c.id,
        mine.c.id.label("relative_id"),
        mine.c.child_id,
        mine.c.programme_id,
        mine.c.person_id,
    ).where(or_(*(_there(each, mine, *where) for each, where in ((other, same), (ours, died)))))


def _there(rows: Subquery, mine: Subquery, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(literal_column("1")).select_from(rows).where(*where).correlate(mine))


class DifferingRelative(SelectedEntity, table=True):
    """A row of a relative with which another child's row of the same person does not agree, in whatever is of both.

    Or one that says that a child of ours lives, who has died. It comes about where whoever sets a relative right, or
    records a death, does not see all of the rows, or a file says so. It goes with `correctRelative` of the office,
    which says in all of them what is right.
    """

    __tablename__ = "differing_relative"
    names: ClassVar[Names] = Names("DifferingRelative", "differingRelative", "differingRelatives")
    about_a_person: ClassVar = True
    programme_column: ClassVar = "programme_id"
    readers: ClassVar = OFFICE
    selection: ClassVar = SelectOf(differing)

    relative_id: UUID = link("relative", "The row itself.", back=None)
    child_id: UUID = link("child", "The child whose relative it is.", back=None)
    programme_id: UUID = link(
        "programme",
        "The programme that is responsible for the child.",
        back="differingRelatives",
        back_doc="The relatives of the programme's children of whom other rows say otherwise.",
    )
    person_id: UUID = sensitive(Kind.UUID, "Who it is.", filters=True)
