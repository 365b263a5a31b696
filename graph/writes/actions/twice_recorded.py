"""A child's record that is taken back: it was made in error, or the child has another one, to which it leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, literal_column, or_, select

from graph.declarations.days import LIFE, last_day
from graph.declarations.nouns import OFFICE
from graph.described import Described
from graph.kinds.kind import Kind
from graph.reasons import Reason
from graph.refusals import bad_input, conflict
from graph.writes.action import Action
from graph.writes.draft import NOW
from graph.writes.history_and_feed import notice
from graph.writes.mutation import Given, Linked, Lock
from graph.writes.one_record import check_both_stand, check_nothing_stands, columns_read
from graph.writes.reckoning import reckon_joined
from graph.writes.verbs.change import REASON

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

SAME_AS, DESPITE = "sameAsId", "despite"


class RecordDifference(Described):
    """What two records of one child may say otherwise: they become one all the same where somebody answers for it."""

    SEX = "SEX", "Sex as recorded."
    BIRTH_DATE = "BIRTH_DATE", "The birth date, as far as it is known."


ASKED_TWICE = (
    "Set one of them right first. If it is one child all the same, ask again with despite: [{difference}], and say in"
    " the reason how that is known."
)
ITSELF = bad_input(
    Reason.RECORD_OF_ITSELF, "A record is not taken back for itself.", "Name the record that stays.", SAME_AS
)
SEX_DIFFERS = conflict(
    Reason.SEX_DIFFERS,
    "The two records say different sexes of the child.",
    ASKED_TWICE,
    SAME_AS,
    difference=RecordDifference.SEX.value,
)
BIRTH_DIFFERS = conflict(
    Reason.BIRTH_DATE_DIFFERS,
    "The two records say different birth dates of the child.",
    ASKED_TWICE,
    SAME_AS,
    difference=RecordDifference.BIRTH_DATE.value,
)
DEATH_DIFFERS = conflict(
    Reason.DEATH_DIFFERS,
    "The two records say otherwise of the child's death.",
    "Record, correct or take it back, so that both say the same.",
    SAME_AS,
)
ALONE = bad_input(
    Reason.HALF_GIVEN, "It is said despite what two records are one, and not which is the other.", "Give sameAsId.",
    DESPITE,
)  # fmt: skip


def _void(writing: Writing) -> None:
    writing.draft.reason = writing.value(REASON)
    own = writing.own("sex", *LIFE, "birth_date_precision")
    if writing.has(SAME_AS):
        _for_another(writing, own)
        return
    writing.check("same_as_is_given", literal_column("false" if writing.has(DESPITE) else "true"), ALONE)
    check_nothing_stands(writing, own)
    child = writing.target("child")
    writing.update(
        "child",
        {"voided_at": NOW, "void_reason": writing.value(REASON)},
        where=[child.c.id == own.c.id, child.c.version == own.c.version],
        voids=True,
    )


def _for_another(writing: Writing, own: Relation) -> None:
    """No row is re-owned: the record leads on, its rows stand in the other's file, and go to its programme."""
    repeated = {copy.column for _, _, copy in writing.model.copies("child")}
    columns = dict.fromkeys((*LIFE, "birth_date_precision", "sex", "programme_id", *columns_read(writing, "child")))
    other = writing.linked(SAME_AS, *columns, *(name for name in sorted(repeated) if name not in columns), stays=True)
    writing.check("another_record", own.c.id != other.c.id, ITSELF)
    _check_alike(writing, own, other)
    check_both_stand(writing, own, other)
    child, goes = writing.target("child"), writing.target("child").c.id == own.c.id
    cells: dict[str, Sql] = {
        "programme_id": other.c.programme_id,
        "same_as_id": other.c.id,
        # Records that led on to this one now lead to the other.
        "voided_at": case((goes, NOW), else_=child.c.voided_at),
        "void_reason": case((goes, writing.value(REASON)), else_=child.c.void_reason),
    }
    led = child.c.same_as_id == own.c.id
    instead = {name: other.c[name] for name in sorted(repeated - cells.keys())}
    writing.update(
        "child",
        cells,
        where=[or_(and_(goes, child.c.version == own.c.version), led)],
        voids=True,
        also_void=True,
        instead=instead,
    )
    one, two = (select(each.c.id).select_from(each.clause).scalar_subquery() for each in (own, other))
    reckon_joined(writing, "child", one, two)
    stay = writing.target("sibling_stay")
    writing.update("sibling_stay", {"child_id": other.c.id}, where=[stay.c.child_id == one], must=False)
    file = writing.rows("child")
    notice(writing, "child", file, file.c.id == select(other.c.id).scalar_subquery())


def _check_alike(writing: Writing, own: Relation, other: Relation) -> None:
    """What both say of the child goes together, or somebody answers for it."""
    unknown: Sql = literal_column("'UNKNOWN'")
    sex = or_(own.c.sex == other.c.sex, own.c.sex == unknown, other.c.sex == unknown)
    writing.check("same_sex", _answered(writing, RecordDifference.SEX, sex), SEX_DIFFERS)
    born = _meet(writing, own, other, "birth_date")
    writing.check("same_birth_date", _answered(writing, RecordDifference.BIRTH_DATE, born), BIRTH_DIFFERS)
    # What a death ends has ended by one record alone where the other does not know of it.
    died = and_(_meet(writing, own, other, "died_on"), or_(own.c.died_on.is_(None), other.c.died_on.is_not(None)))
    writing.check("same_death", died, DEATH_DIFFERS)


def _meet(writing: Writing, own: Relation, other: Relation, day: str) -> Sql:
    """Whether two days may be one: each is known to some time, and these have a day in common; or one is not known."""
    lasts = [last_day(row, day, writing.today) for row in (own, other)]
    unknown = own.c[day].is_(None) | other.c[day].is_(None)
    return or_(unknown, and_(own.c[day] <= lasts[1], other.c[day] <= lasts[0]))


def _answered(writing: Writing, difference: RecordDifference, holds: Sql) -> Sql:
    if not writing.has(DESPITE):
        return holds
    return or_(holds, literal_column(f"'{difference}'") == writing.value(DESPITE).any_())


ACTIONS = (
    Action(
        "voidChild",
        "Takes back a child's record: one that was made in error, or one of two records of the same child. With"
        " `sameAsId` its id leads on to the other record, whose file shows what both hold; figures count one child.",
        "child",
        (
            Given(REASON, Kind.TEXT, "How the error came about; the history keeps it.", required=True),
            Linked(SAME_AS, "child", "The record of the same child that stays."),
            Given(
                DESPITE, Kind.ENUMERATION_LIST,
                "What the two records say otherwise, where it is one child all the same; the reason says how that is"
                " known.",
                enumeration=RecordDifference,
            ),
        ),
        _void,
        creates=False,
        tiers=OFFICE,
        locks=(Lock("child", "id", wholly=True), Lock("child", SAME_AS, wholly=True)),
    ),
)  # fmt: skip
