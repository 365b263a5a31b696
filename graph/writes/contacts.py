"""Contacts as they are written: a row for each child and each whom it met, and the row of a brother's or sister's file.

    own file     ─> written always; `mirror` tells whether the other file says the same
    other file   ─> written where the caller sees that child, else WAITING: the run of the night writes it

Both files say the kind, the days, why it was missed, and whether somebody was there to look after them. What a child
wants, and what somebody notes of it, is of its own file alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, Uuid, and_, case, cast, exists, func, literal_column, null, or_, select

from graph.declarations.obligations import FROM
from graph.entities.family_contact import FACING, Mirror
from graph.entities.met_with import MET_WITH, MetWith
from graph.plan.sql.relation import Relation
from graph.writes.draft import NOW, ONE, TRUE
from graph.writes.mutation import Lock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select

    from graph.writes.writing import Sql, Writing, Written

TABLE = "family_contact"
BOTH_SAY = ("kind", "due_on", "held_on", "missed_reason", "supervised")
"""What stands in both files."""
KEY = ("child_id", "sibling_id", "event_id")
WRITTEN: Sql = literal_column(f"'{Mirror.WRITTEN.value}'", Text())
WAITING: Sql = literal_column(f"'{Mirror.WAITING.value}'", Text())
NOBODY: Sql = cast(null(), Uuid)
MIRRORED = "mirrored"
BOTH_FILES = (
    Lock("child", "id", through=(TABLE, "child_id")), Lock("child", "id", through=(TABLE, "sibling_id")),
)  # fmt: skip


def word(member: Any) -> Sql:  # noqa: ANN401 - a member of an enumeration
    """A member as the statement has it."""
    return literal_column(f"'{member.value}'", Text())


def of_relatives(writing: Writing, children: Relation, relatives: Relation, day: Sql, identity: Sql) -> Select[Any]:
    """A row for each child and each relative of its own.

    Args:
        writing: the statement.
        children: the children: `id`, `programme_id`.
        relatives: their relatives: `id`, `child_id`, `relation`.
        day: on which they meet; whoever decides for the child before the law then counts as a guardian, if no parent.
        identity: of a row.
    """
    row = writing.rows("guardianship")
    decides = [
        *writing.within("guardianship", row),
        row.c.relative_id == relatives.c.id,
        or_(row.c.started_on.is_(None), row.c.started_on <= day),
        or_(row.c.ended_on.is_(None), row.c.ended_on > day),
    ]
    is_guardian = exists(select(ONE).select_from(row.clause).where(*decides).correlate(relatives.clause))
    parents = [word(relation) for relation, met in MET_WITH.items() if met is MetWith.PARENT]
    counted = case(
        (relatives.c.relation.in_(parents), word(MetWith.PARENT)),
        (is_guardian, word(MetWith.GUARDIAN)),
        *((relatives.c.relation == word(relation), word(met)) for relation, met in MET_WITH.items()),
        else_=word(MetWith.OTHER),
    )
    rows = select(
        identity.label("id"), children.c.id.label("child_id"), children.c.programme_id.label("programme_id"),
        relatives.c.id.label("relative_id"), NOBODY.label("sibling_id"), NOBODY.label("caregiver_id"),
        counted.label("met_with"), cast(null(), Text).label("mirror"),
    )  # fmt: skip
    return rows.select_from(children.clause, relatives.clause).where(relatives.c.child_id == children.c.id)


def of_carers(children: Relation, carers: Relation, identity: Sql) -> Select[Any]:
    """A row for each child and each carer of before."""
    return select(
        identity.label("id"), children.c.id.label("child_id"), children.c.programme_id.label("programme_id"),
        NOBODY.label("relative_id"), NOBODY.label("sibling_id"),
        carers.c.id.label("caregiver_id"), word(MetWith.OTHER).label("met_with"),
        cast(null(), Text).label("mirror"),
    ).select_from(children.clause, carers.clause)  # fmt: skip


def of_siblings(writing: Writing, children: Relation, bonds: Relation, day: Mapping[str, Sql], identity: Sql) -> Any:  # noqa: ANN401 - a SELECT
    """A row for each brother or sister to whom a bond leads, be they seen or not.

    Args:
        writing: the statement.
        children: the children: `id`, `programme_id`.
        bonds: their bonds: `child_id`, `sibling_id`.
        day: what says which contact it is, as of `stands_there`.
        identity: of a row.
    """
    seen = writing.rows("child")
    there = [*writing.within("child", seen), seen.c.id == bonds.c.sibling_id]
    is_seen = exists(select(ONE).select_from(seen.clause).where(*there).correlate(bonds.clause))
    known = stands_there(writing, bonds.c.sibling_id, bonds.c.child_id, day)
    mirror = case((and_(is_seen, ~known.correlate(bonds.clause)), WRITTEN), else_=WAITING)
    rows = select(
        identity.label("id"), children.c.id.label("child_id"), children.c.programme_id.label("programme_id"),
        NOBODY.label("relative_id"), bonds.c.sibling_id.label("sibling_id"), NOBODY.label("caregiver_id"),
        word(MetWith.SIBLING).label("met_with"), mirror.label("mirror"),
    )  # fmt: skip
    return rows.select_from(children.clause, bonds.clause).where(bonds.c.child_id == children.c.id)


def stands_there(writing: Writing, child: Sql, sibling: Sql, day: Mapping[str, Sql]) -> Any:  # noqa: ANN401 - an EXISTS
    """Whether a file holds a contact already: of its own team, which did not see the other file.

    Args:
        writing: the statement.
        child: whose file.
        sibling: the other one.
        day: `kind`, and `held_on` or `due_on`.
    """
    row = writing.rows(TABLE)
    same = [row.c[name] == value for name, value in day.items()]
    there = [*writing.within(TABLE, row), row.c.child_id == child, row.c.sibling_id == sibling, *same]
    return exists(select(ONE).select_from(row.clause).where(*there))


def write_contacts(writing: Writing, rows: Relation, said: Mapping[str, Sql], back: Sql | None = None) -> Written:
    """Write a row for each, and that of the brother's or sister's file where it is theirs to write.

    Args:
        writing: the statement.
        rows: from `of_carers` and the like.
        said: the columns that the input gives, `wish` and `note` among them.
        back: the identity of the other file's row, where there is one at most.
    """
    own = {name: rows.c[name] for name in rows.clause.c.keys()}  # noqa: SIM118 - a collection of columns
    made = writing.insert(TABLE, {**own, **said}, rows)
    other = writing.rows("child")
    mine = rows.clause.alias("named_too")
    named = select(ONE).where(mine.c.child_id == rows.c.sibling_id, mine.c.sibling_id == rows.c.child_id)
    facing = {
        "id": func.uuidv7() if back is None else back,
        "child_id": other.c.id, "programme_id": other.c.programme_id, "sibling_id": rows.c.child_id,
        "met_with": word(MetWith.SIBLING), "mirror": WRITTEN, "event_id": said["event_id"],
        **{name: value for name, value in said.items() if name in BOTH_SAY},
    }  # fmt: skip
    there = [
        *writing.within("child", other), other.c.id == rows.c.sibling_id, rows.c.mirror == WRITTEN,
        ~exists(named.correlate(rows.clause)),
    ]  # fmt: skip
    writing.insert(TABLE, facing, rows, other, where=there, must=False)
    return made


# What becomes of one becomes of the other


def read_mirrored(writing: Writing, own: Relation) -> Relation:
    """The row of the other file that says the same, as far as the caller sees it.

    Args:
        writing: the statement.
        own: the row as read, with `KEY`.
    """
    row = writing.rows(TABLE)
    alike = {
        name: select(own.c[there]).select_from(own.clause).scalar_subquery()
        for name, there in (("child_id", "sibling_id"), ("sibling_id", "child_id"), ("event_id", "event_id"))
    }
    # What is owed no longer there is the other child's no more: what came about all the same is a new row of its.
    there = [*writing.within(TABLE, row), row.c[FROM].is_(None)]
    there += [row.c[name] == value for name, value in alike.items()]
    told = [row.c[name] for name in ("id", *BOTH_SAY)]
    rows = select(TRUE.label("found"), *told).select_from(row.clause).where(*there).order_by(row.c.id).limit(ONE)
    return writing.read_rows(MIRRORED, rows)


def mirror_of(own: Relation, other: Relation, *follows: Sql) -> Sql:
    """Whether the other file says the same, once the row has changed; empty of a contact with anybody else.

    Args:
        own: the row as read.
        other: from `read_mirrored`.
        follows: on what condition its row goes along.
    """
    # The other row may not be there: beside it nothing of the own one would be changed.
    goes_along = exists(select(ONE).select_from(other.clause).where(*follows))
    return case((own.c.sibling_id.is_(None), cast(null(), Text)), (goes_along, WRITTEN), else_=WAITING)


def facing_reason(reason: Sql) -> Sql:
    """Why it was missed, as the other file says it."""
    whens = {member.value: said.value for member, said in FACING.items() if isinstance(member, type(said))}
    return case(
        *((reason == literal_column(f"'{one}'"), literal_column(f"'{other}'")) for one, other in whens.items()),
        else_=reason,
    )


def look_for_mirrored(writing: Writing, own: Relation) -> Mapping[str, Sql]:
    """What a row that is set right, or taken back, says of the other file."""
    other = read_mirrored(writing, own)
    return {"mirror": mirror_of(own, other)}


def correct_mirrored(writing: Writing, written: Written) -> None:
    """What is set right in one file is set right in the other."""
    row, now = Relation(written.cte), written.columns
    cells = {name: row.c[f"n_{name}"] for name in BOTH_SAY if name in now}
    if "missed_reason" in cells:
        cells["missed_reason"] = facing_reason(cells["missed_reason"])
    _change_mirrored(writing, {**cells, "mirror": WRITTEN})


def void_mirrored(writing: Writing, written: Written) -> None:
    """What never was stands in neither file."""
    cells: dict[str, Sql] = {"voided_at": NOW, "void_reason": Relation(written.cte).c.n_void_reason}
    _change_mirrored(writing, cells, voids=True)


def _change_mirrored(writing: Writing, cells: Mapping[str, Sql], *, voids: bool = False) -> None:
    other, target = Relation(writing.draft.read[MIRRORED]), writing.target(TABLE)
    writing.update(TABLE, cells, where=[target.c.id == other.c.id], voids=voids, must=False)
