"""An end that is set right, and what had ended with it: it ends on the new day too, as if that had been said at once.

    endCare 1 June       the stay, the nights away, the key carer end on 1 June
    set right to 9 June  all three end on 9 June
    taken back           all three go on

Of nights away the history knows what they had ended with: whose end somebody has said since, keeps it, and none lasts
longer than it was to last before. Guests of a home of ours stay where they were: its nights need room, which
`correctTemporaryStay` asks for. A key carer says CARE_ENDED; who has left by then is that until the day of leaving.
An end that moves to an earlier day ends them by `ending_along.py`. Few mutations need it, and the others do not pay for
it (`seldom`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, and_, case, cast, exists, func, literal_column, or_, select, true

from graph.declarations.lives import ENDED_ON, STARTED_ON
from graph.entities.caregiver_assignment import AssignmentEndReason
from graph.entities.history import TABLE_OF_CLASS
from graph.entities.members import member
from graph.plan.sql.relation import Relation
from graph.writes.draft import NULL, ONE, ZERO
from graph.writes.history_words import after_of, before_of, word, words

if TYPE_CHECKING:
    from graph.declarations.model import EntityModel
    from graph.writes.writing import Sql, Writing, Written

ASSIGNMENT = "caregiver_assignment"
HOSTED = "home_id"
IMPORTED = "import"
KEY_CARERS = "key_carers_follow_care"
CARE_ENDED: Sql = member(AssignmentEndReason.CARE_ENDED)
HAS_LEFT: Sql = member(AssignmentEndReason.LEFT_SERVICE)
FOREVER: Sql = literal_column("'infinity'::date")


def look_for_followers(writing: Writing, entity: EntityModel, link: str, of: Sql, was: Sql) -> None:
    """See, before anything is written, which rows ended with another one whose end is set right.

    Args:
        writing: the statement.
        entity: whose rows end with it.
        link: by which.
        of: the other row's identity.
        was: its end until now.
    """
    row = writing.rows(entity.table)
    mine = [*writing.within(entity.table, row), row.c[link] == of, row.c[ENDED_ON] == was]
    mine += [row.c[HOSTED].is_(None)] if HOSTED in entity.stored else []
    found = select(ONE).select_from(row.clause).where(*mine)
    if writing.seldom(_follows(entity), exists(found.correlate_except(row.clause))):
        ended = _ended_along(writing, entity, row)
        chosen = select(row.c.id, cast(ended.c.was, Date).label("was")).select_from(row.clause.join(ended, true()))
        writing.read_rows(_follows(entity), chosen.where(*mine), many=True)


def _follows(entity: EntityModel) -> str:
    return f"{entity.table}_follows"


def _ended_along(writing: Writing, entity: EntityModel, row: Relation) -> Any:  # noqa: ANN401 - a lateral sub-select
    """What a row's end was before another row's ended it: since then nobody has said anything of the row itself."""
    table, label = TABLE_OF_CLASS[entity.stored[ENDED_ON].privacy], entity.stored[ENDED_ON].label
    own = words(*(f"{verb}{entity.type_name}" for verb in ("record", "correct", "end")), IMPORTED)
    entry, said = writing.rows(table), writing.rows(table)

    def of_the_row(each: Relation) -> list[Sql]:
        return [*writing.within(table, each), each.c.row_id == row.c.id, each.c.type == word(entity.type_name)]

    last = select(func.coalesce(func.max(said.c.version), ZERO)).select_from(said.clause)
    last = last.where(*of_the_row(said), said.c.operation.in_(own)).correlate(row.clause)
    along = [after_of(entry, label).is_not(None), entry.c.version > last.scalar_subquery()]
    first = select(before_of(entry, label).label("was")).select_from(entry.clause).where(*of_the_row(entry), *along)
    return first.order_by(entry.c.version).limit(ONE).correlate(row.clause).lateral(f"{entity.table}_said")


def follow_end(writing: Writing, entity: EntityModel, changed: Written) -> None:
    """Let rows last until the new end of the other one, or as they were to last before.

    Args:
        writing: the statement, in which `look_for_followers` has looked.
        entity: whose rows follow.
        changed: the other rows as written.
    """
    if _follows(entity) not in writing.draft.read or ENDED_ON not in changed.columns:
        return
    rows, ended, row = (
        Relation(changed.cte),
        Relation(writing.draft.read[_follows(entity)]),
        writing.target(entity.table),
    )
    new, old = rows.c[f"n_{ENDED_ON}"], rows.c[f"o_{ENDED_ON}"]
    until = func.nullif(func.least(func.coalesce(ended.c.was, FOREVER), func.coalesce(new, FOREVER)), FOREVER)
    mine = [row.c.id == ended.c.id, row.c[str(entity.ends_with)] == rows.c.n_id]
    later = [old.is_not(None), func.coalesce(new, FOREVER) > old, row.c[ENDED_ON].is_distinct_from(until)]
    writing.update(entity.table, {ENDED_ON: cast(until, Date)}, where=[*mine, *later], must=False)


def look_for_key_carers(writing: Writing, child: Sql, was: Sql) -> None:
    """See, before anything is written, whether a child's key carer was that until care ended on a day.

    Args:
        writing: the statement.
        child: the child.
        was: the end of care until now.
    """
    row = writing.rows(ASSIGNMENT)
    mine = [row.c.child_id == child, row.c.end_reason == CARE_ENDED, row.c[ENDED_ON] == was]
    found = select(ONE).select_from(row.clause).where(*writing.within(ASSIGNMENT, row), *mine)
    writing.seldom(KEY_CARERS, exists(found.correlate_except(row.clause)))


def key_carers_follow_care(writing: Writing, care: Written) -> None:
    """Whoever was key carer until care ended is that until its new end; who has left since, until then.

    Args:
        writing: the statement, in which `look_for_key_carers` has looked.
        care: times in care as written.
    """
    if not writing.has(KEY_CARERS) or ENDED_ON not in care.columns:
        return
    of, row, carer = Relation(care.cte), writing.target(ASSIGNMENT), writing.rows("caregiver")
    new, old = of.c[f"n_{ENDED_ON}"], of.c[f"o_{ENDED_ON}"]
    his = select(carer.c.left_on).select_from(carer.clause)
    his = his.where(*writing.within("caregiver", carer), carer.c.id == row.c.caregiver_id)
    left: Any = his.correlate_except(carer.clause).scalar_subquery()
    until = func.least(new, left)
    end = case((until.is_(None), NULL), else_=func.greatest(until, row.c[STARTED_ON]))
    has_left = and_(left.is_not(None), or_(new.is_(None), left < new))
    why = case((until.is_(None), NULL), (has_left, HAS_LEFT), else_=CARE_ENDED)
    mine = [row.c.child_id == of.c.n_child_id, row.c.end_reason == CARE_ENDED, row.c[ENDED_ON] == old]
    cells: dict[str, Sql] = {ENDED_ON: cast(end, Date), "end_reason": why}
    writing.update(ASSIGNMENT, cells, where=[*mine, new.is_distinct_from(old)], must=False)
