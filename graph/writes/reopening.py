"""What a death has ended, and what each of it was before: the history knows.

A placement says that it ended by death. A tie gives no reason, so that the last word on its end must be a death's. A
death that is set right moves these ends along, and one that is taken back leaves them as they were.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, case, cast, func, select, true
from sqlalchemy.dialects.postgresql import array

from graph.entities import room
from graph.entities.history import TABLE_OF_CLASS
from graph.plan.sql.relation import Relation
from graph.reasons import Reason
from graph.refusals import forbidden
from graph.writes.checks import CheckKind
from graph.writes.deaths import DEATH, FOREVER, STAY, end_of, ending
from graph.writes.draft import TRUE
from graph.writes.exceptions import note_exceptions
from graph.writes.history_words import after_of, before_of, word, words
from graph.writes.shadows import change_shadow
from graph.writes.stays import check_room, crowding, too_full
from graph.writes.writing import NULL, ONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement

    from graph.writes.writing import Sql, Writing

BEGUN = ("recordDeath", "endPlacement", "migrate")
"""The operations by which a death comes on record."""
CORRECTED = "correctDeath"
IMPORTED = "import"
FULL = replace(
    room.FULL,
    sentence="The home has no room on every one of the days on which the child is to live there.",
    advice="Where the child lives there already, say so in `exception`; else find the others another home first.",
    path=("input", "id"),
)
HOME_OF_ANOTHER = forbidden(
    Reason.HOME_OF_ANOTHER_PROGRAMME,
    "Another programme is responsible for the home where the child lived.",
    "Ask your national office.",
    "id",
)


def read_stay(writing: Writing, child_id: Sql) -> Relation:
    """The placement that the death has ended, if any: its days, and `was_ended_on` and `was_end_reason` before it."""
    stay = writing.rows("placement")
    was = _latest(
        writing,
        "placement",
        "stay_was",
        stay,
        lambda entry: {"was_ended_on": _end_before(entry, stay), "was_end_reason": before_of(entry, "endReason")},
        lambda entry: (after_of(entry, "endReason") == DEATH) & before_of(entry, "endReason").is_distinct_from(DEATH),
    )
    return writing.read_rows(
        "stay",
        select(
            *(stay.c[name] for name in ("id", "home_id", "started_on", "ended_on")),
            cast(was.c.was_ended_on, Date).label("was_ended_on"),
            was.c.was_end_reason,
        )
        .select_from(stay.clause.outerjoin(was, true()))
        .where(*writing.within("placement", stay), stay.c.child_id == child_id, stay.c.end_reason == DEATH)
        .order_by(stay.c.started_on.desc())
        .limit(ONE),
    )


def read_ties(writing: Writing, child_id: Sql) -> dict[str, Relation]:
    """What else the death has ended, by table: `id`, and `was_ended_on` before it."""
    tables = (entity.table for entity in ending(writing.model) if entity.table != STAY)
    return {table: _read_ended(writing, table, child_id) for table in tables}


def _read_ended(writing: Writing, table: str, child_id: Sql) -> Relation:
    tie, entity = writing.rows(table), writing.model.by_table[table]
    said, stored = tuple(entity.at_death), entity.stored
    last = _latest(
        writing,
        table,
        f"{table}_last",
        tie,
        lambda entry: {"operation": entry.c.operation},
        # A file says all that it holds, also what it leaves as it is.
        lambda entry: (
            after_of(entry, "endedOn").is_not(None)
            & (
                (entry.c.operation != word(IMPORTED))
                | before_of(entry, "endedOn").is_distinct_from(after_of(entry, "endedOn"))
            )
        ),
    )
    was = _latest(
        writing,
        table,
        f"{table}_was",
        tie,
        lambda entry: (
            {"was_ended_on": before_of(entry, "endedOn")}
            | {f"was_{name}": before_of(entry, stored[name].label) for name in said}
        ),
        lambda entry: after_of(entry, "endedOn").is_not(None) & entry.c.operation.in_(words(*BEGUN)),
    )
    return writing.read_rows(
        f"{table}_ended",
        select(
            tie.c.id,
            cast(was.c.was_ended_on, Date).label("was_ended_on"),
            *(was.c[f"was_{name}"].label(f"was_{name}") for name in said),
        )
        .select_from(tie.clause.join(last, true()).join(was, true()))
        .where(
            *writing.within(table, tie),
            tie.c.child_id == child_id,
            tie.c.ended_on.is_not(None),
            last.c.operation.in_(words(*BEGUN, CORRECTED)),
        ),
        many=True,
    )


def _latest(
    writing: Writing,
    name: str,
    alias: str,
    row: Relation,
    columns: Callable[[Relation], Mapping[str, Sql]],
    condition: Callable[[Relation], Sql],
) -> Any:  # noqa: ANN401 - a lateral sub-select
    """The last entry of a row's history that meets a condition."""
    entity = writing.model.by_table[name]
    table = TABLE_OF_CLASS[entity.stored["ended_on"].privacy]
    entry = writing.rows(table)
    return (
        select(*(value.label(label) for label, value in columns(entry).items()))
        .select_from(entry.clause)
        .where(
            *writing.within(table, entry),
            entry.c.row_id == row.c.id,
            entry.c.type == word(entity.type_name),
            condition(entry),
        )
        .order_by(entry.c.version.desc())
        .limit(ONE)
        .correlate(row.clause)
        .lateral(alias)
    )


def _end_before(entry: Relation, stay: Relation) -> ColumnElement[Any]:
    """The end that the entry replaced: none where the row is new, and the present one where it only gave the reason."""
    untouched = entry.c.before.op("->")(word("endedOn")).is_(None)
    return case(
        (entry.c.before.is_(None), NULL), (untouched, cast(stay.c.ended_on, Text)), else_=before_of(entry, "endedOn")
    )


def read_span(writing: Writing, stay: Relation, home: Relation, end: Sql, reason: Sql) -> Relation:
    """The placement as it is to be: `id`, `home_id`, `first`, its end until now, `last`, its new one, and `reason`."""
    return writing.read_rows(
        "span",
        select(
            stay.c.id, stay.c.home_id, stay.c.ended_on.label("first"), end.label("last"), reason.label("reason")
        ).select_from(stay.clause.outerjoin(home.clause, true())),
    )


def check_span(writing: Writing, home: Relation, span: Relation) -> Relation:
    """The days that a placement takes anew need room; the answer is the day on which its home would be too full.

    Args:
        writing: the statement.
        home: the placement's home.
        span: from `read_span`; without a row where the death has ended none.
    """
    grows = func.coalesce(span.c.last, FOREVER) > span.c.first
    stays_as_it_is = func.coalesce(~grows, TRUE)
    # Where the child lived in none of our homes nobody else is responsible for one.
    theirs = home.c.found | span.c.home_id.is_(None)
    writing.check("home_is_yours", stays_as_it_is | theirs, HOME_OF_ANOTHER, CheckKind.MISSING)
    first = select(span.c.first).select_from(span.clause).scalar_subquery()
    last = select(func.coalesce(span.c.last, FOREVER)).select_from(span.clause).scalar_subquery()
    own = select(span.c.id).select_from(span.clause).scalar_subquery()
    crowded = crowding(writing, home, first, last, ONE, array([own]))
    # Who stays no longer than before asks for no room, and for no exception.
    day = case((stays_as_it_is, NULL), else_=crowded.c.day).label("day")
    anew = writing.read_rows("crowding_anew", select(day).select_from(crowded.clause.outerjoin(span.clause, true())))
    check_room(writing, anew, first, refusal=FULL)
    return anew


def move_end(writing: Writing, span: Relation, crowded: Relation) -> None:
    """Let the placement that the death has ended last until another day."""
    stay = writing.target("placement")
    written = writing.update(
        "placement", {"ended_on": span.c.last, "end_reason": span.c.reason}, where=[stay.c.id == span.c.id], must=False
    )
    change_shadow(writing, written, {"ended_on": Relation(written.cte).c.n_ended_on})
    home = {"home_id": select(span.c.home_id).select_from(span.clause).scalar_subquery()}
    note_exceptions(writing, written, None, too_full(crowded), given=home)


def move_ties(writing: Writing, ties: Mapping[str, Relation], died_on: Sql | None = None) -> None:
    """Let what else the death has ended last until another day of death, or as it was to last where there was none."""
    for table, ended in ties.items():
        row, entity = writing.target(table), writing.model.by_table[table]
        end = ended.c.was_ended_on if died_on is None else func.least(ended.c.was_ended_on, end_of(row, died_on))
        cells: dict[str, Sql] = {"ended_on": end}
        if died_on is None:
            cells |= {name: ended.c[f"was_{name}"] for name in entity.at_death}
        where = [row.c.id == ended.c.id, row.c.ended_on.is_distinct_from(end)]
        written = writing.update(table, cells, where=where, must=False)
        change_shadow(writing, written, {"ended_on": Relation(written.cte).c.n_ended_on})
