"""The rules between rows of homes, children, placements, bonds and ties: those that the mutations keep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, exists, or_, select

from graph.bulk.checks import Check, broken
from graph.bulk.days import day_rules
from graph.bulk.deaths import death_rules
from graph.bulk.ground import FALSE, ONE
from graph.bulk.sheets import all_sheets
from graph.entities.placement import LEFT_WITHOUT_REASON, LIVES_ELSEWHERE
from graph.entities.sibling_bond import BOND_KNOWN, SAME_CHILD
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.actions.homes import HOME_NOT_EMPTY
from graph.writes.rules import PROGRAMME_CLOSED
from graph.writes.stays import HOME_CLOSED, PROGRAMME_RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.bulk.ground import Ground, Sql
    from graph.plan.source import Source


ELSEWHERE = replace(LIVES_ELSEWHERE, advice="End or correct the other placement, in the file or before.")
SIDES_DIFFER = conflict(
    Reason.SAID_TWICE,
    "The file says otherwise from the sibling's side.",
    "Say the same of both, or keep one row.",
)


def rules(ground: Ground) -> Iterator[Check]:
    """The rules of every table that a file brings."""
    for table, of_table in OF_TABLE.items():
        if table in ground.given:
            yield from of_table(ground)
    yield from day_rules(ground)
    yield from death_rules(ground)


def _runs(programme: Source, day: Sql) -> Sql:
    return (programme.c.started_on <= day) & (programme.c.ended_on.is_(None) | (programme.c.ended_on > day))


def _in_programme(ground: Ground, table: str, day: str, *more: Any) -> Select[Any]:  # noqa: ANN401 - conditions
    """Rows whose programme does not run on a day of theirs."""
    final, programme = ground.final(table), ground.state("programme", "started_on", "ended_on")
    clause = final.clause.join(programme.clause, programme.c.id == final.c.programme_id)
    conditions = [each(final) for each in more]
    return broken(
        final, final.c[day], clause, final.c.same.is_(FALSE), _runs(programme, final.c[day]).is_(FALSE), *conditions
    )


def _homes(ground: Ground) -> Iterator[Check]:
    sheet = all_sheets()["home"]
    yield Check(
        sheet, "openedOn", PROGRAMME_CLOSED,
        _in_programme(ground, "home", "opened_on", lambda final: final.c.known.is_(FALSE)),
    )  # fmt: skip
    final, stay = ground.final("home"), ground.state("placement", "home_id", "started_on", "ended_on")
    later = exists(
        select(ONE)
        .select_from(stay.clause)
        .where(stay.c.home_id == final.c.id, stay.c.ended_on.is_(None) | (stay.c.ended_on > final.c.closed_on))
    )
    yield Check(
        sheet, "closedOn", HOME_NOT_EMPTY,
        broken(final, final.c.closed_on, final.clause, final.c.same.is_(FALSE), final.c.closed_on.is_not(None), later),
    )  # fmt: skip


def _children(ground: Ground) -> Iterator[Check]:
    sheet = all_sheets()["child"]
    yield Check(sheet, "enrolledOn", PROGRAMME_RUNS, _in_programme(ground, "child", "enrolled_on"))


def _placements(ground: Ground) -> Iterator[Check]:
    sheet = all_sheets()["placement"]
    final, home = ground.final("placement"), ground.state("home", "opened_on", "closed_on")
    child = ground.state("child", "enrolled_on")
    programme = ground.state("programme", "started_on", "ended_on")
    changed = [final.c.same.is_(FALSE), final.c.voided_at.is_(None)]
    at_home = final.clause.join(home.clause, home.c.id == final.c.home_id)
    inside = (home.c.opened_on <= final.c.started_on) & (
        home.c.closed_on.is_(None) | (home.c.closed_on >= final.c.ended_on)
    )
    yield Check(
        sheet, "startedOn", HOME_CLOSED,
        broken(final, final.c.started_on, at_home, *changed, inside.is_not(True)),
    )  # fmt: skip
    of_child = final.clause.join(child.clause, child.c.id == final.c.child_id)
    # Before the child came under the programme, another one was responsible.
    responsible = of_child.join(programme.clause, programme.c.id == final.c.programme_id)
    yield Check(
        sheet, "startedOn", PROGRAMME_RUNS,
        broken(
            final, final.c.started_on, responsible, *changed, final.c.started_on >= child.c.enrolled_on,
            _runs(programme, final.c.started_on).is_(FALSE),
        ),
    )  # fmt: skip
    yield Check(
        sheet, "endReason", LEFT_WITHOUT_REASON,
        broken(
            final, final.c.ended_on, final.clause, *changed, final.c.faulty.is_(FALSE), final.c.ended_on.is_not(None),
            final.c.end_reason.is_(None),
        ),
    )  # fmt: skip
    yield Check(
        sheet, "startedOn", ELSEWHERE,
        _overlapping(ground, "placement", ("child_id",), changed, final),
    )  # fmt: skip


def _overlapping(ground: Ground, table: str, pair: tuple[str, ...], changed: list[Sql], final: Source) -> Select[Any]:
    """Rows of the file on whose days another row says the like; of two in the file, the later."""
    columns = (*pair, "started_on", "ended_on")
    other, twin = ground.state(table, *columns), ground.final(table)
    meets = and_(
        *(other.c[name] == final.c[name] for name in pair),
        other.c.id != final.c.id,
        or_(final.c.ended_on.is_(None), other.c.started_on < final.c.ended_on),
        or_(other.c.ended_on.is_(None), other.c.ended_on > final.c.started_on),
    )
    clause = final.clause.join(other.clause, meets).outerjoin(
        twin.clause, and_(twin.c.id == other.c.id, twin.c.mirrored.is_(FALSE))
    )
    # Rows with one key have been told of as such; of an unchanged row nobody wants to hear.
    newer = or_(
        twin.c.id.is_(None),
        twin.c.same,
        and_(twin.c.number < final.c.number, twin.c.started_on != final.c.started_on),
    )
    return broken(final, final.c.started_on, clause, *changed, newer).distinct()


def _bonds(ground: Ground) -> Iterator[Check]:
    sheet = all_sheets()["sibling_bond"]
    final = ground.final("sibling_bond")
    yield Check(
        sheet, "siblingCaseNumber", SAME_CHILD,
        broken(final, final.c.started_on, final.clause, final.c.child_id == final.c.sibling_id),
    )  # fmt: skip
    back = ground.final("sibling_bond")
    meets = and_(
        back.c.child_id == final.c.sibling_id,
        back.c.sibling_id == final.c.child_id,
        back.c.started_on == final.c.started_on,
        back.c.mirrored.is_(FALSE),
        back.c.number < final.c.number,
    )
    differs = or_(back.c.kind != final.c.kind, back.c.ended_on.is_distinct_from(final.c.ended_on))
    yield Check(
        sheet, "kind", SIDES_DIFFER,
        broken(
            final, final.c.kind, final.clause.join(back.clause, meets), differs, final.c.faulty.is_(FALSE),
            back.c.faulty.is_(FALSE),
        ),
    )  # fmt: skip
    yield Check(
        sheet, "startedOn", BOND_KNOWN,
        _overlapping(ground, "sibling_bond", ("child_id", "sibling_id"), [final.c.same.is_(FALSE)], final),
    )  # fmt: skip


OF_TABLE = {"home": _homes, "child": _children, "placement": _placements, "sibling_bond": _bonds}
