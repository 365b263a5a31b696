"""One rule, its contexts: the same made-up rows get the same verdict and the same refusal in each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import asyncpg
import pytest
from sqlalchemy import column as sql_column
from sqlalchemy import func, literal_column, table

from graph.bulk import keeping
from graph.bulk.sheets import all_sheets
from graph.declarations.rules import OWN, Rule
from graph.entities import graph_model
from graph.entities.placement_exception import PlacementRule
from graph.kinds.kind import Kind
from graph.plan.sql.rule_frame import SqlFrame
from graph.plan.sql.verdicts import Verdict
from graph.reasons import Reason
from graph.refusals import conflict
from graph.writes.identities import new_id
from tests.bulk.files import TODAY, Desk, write_csv
from tests.rules.asking import filed, found, is_asked_of, refused, refused_change
from tests.rules.making import DAYS, LENGTHS, OFTEN, SELDOM, Maker, Operator, Values

if TYPE_CHECKING:
    from graph.bulk.faults import Fault
    from graph.bulk.sheets import Sheet
    from graph.declarations.model import EntityModel

MODEL = graph_model()
ROWS = 120
"""Made up for each table: so many that every rule is kept by some and broken by some."""
SHEETS = [sheet for sheet in all_sheets().values() if sheet.entity.keeps]
SEEN_FROM = [
    sheet for sheet in all_sheets().values() if not all(each[2].in_files for each in MODEL.seen_from(sheet.table))
]
Told = set[tuple[str, str, str]]
"""Header, reason, sentence."""


@dataclass
class Case:
    """A row as it is to be, and as it stood where it is on record."""

    row: Values
    was: Values | None = None


async def made(maker: Maker, sheet: Sheet) -> list[Case]:
    """Rows as they are to be; some stand beside another one of their kind, some are on record and change."""
    entity, cases = sheet.entity, []
    changing, named = _changing(sheet), _named(entity)
    for number in range(ROWS):
        row = await maker.row(entity)
        links = {name: row[name] for name, column in entity.stored.items() if column.target is not None}
        if number % 3 == 0:
            same = {name: row[name] for name in _alone(sheet) if maker.random.random() < OFTEN}
            other = await maker.row(entity, links | same)
            if _differ(sheet, other, row):
                await _beside(maker, entity, other)
        if number % 3 == 1 and changing:
            about = named if maker.random.random() < OFTEN else {}
            was = await maker.row(entity, links | {name: maker.random.choice(of) for name, of in about.items()})
            changed = {**was, **{name: row[name] for name in maker.random.choice(changing)}}
            if changed != was and _ends_after_start(changed) and await _beside(maker, entity, was):
                if _taken_by_key(sheet) and maker.random.random() < OFTEN:
                    await _beside(maker, entity, {**row, "id": new_id()})
                cases.append(Case(changed, was))
                continue
        if maker.random.random() < SELDOM:
            _themselves(entity, row)
        cases.append(Case(row))
    return cases


def _differ(sheet: Sheet, one: Values, other: Values) -> bool:
    """Whether two rows are two in a file, which knows them by their natural keys."""
    return any(one[name] != other[name] for name in sheet.key)


def _alone(sheet: Sheet) -> list[str]:
    """The texts beside the natural key that no two rows have."""
    names = (name for rule in sheet.entity.keeps if rule.others is not None for name in rule.columns)
    return [each for each in names if sheet.entity.stored[each].kind is Kind.TEXT and each not in sheet.key]


def _taken_by_key(sheet: Sheet) -> bool:
    """Whether a rule says that the natural key is new: a file breaks it with a row on record that takes another's."""
    return any(rule.others is not None and {*rule.columns} == {*sheet.key} for rule in sheet.entity.keeps)


def _changing(sheet: Sheet) -> list[tuple[str, ...]]:
    """The columns that change together in rows on record; none where no rule is about what a row was."""
    if not _taken_by_key(sheet) and not any(rule.was for rule in sheet.entity.keeps):
        return []
    read = [name for rule in sheet.entity.keeps for name in rule.columns if sheet.entity.stored[name].target is None]
    names = tuple(dict.fromkeys(read))
    return [*((name,) for name in names), *combinations(names, 2)]


def _named(entity: EntityModel) -> dict[str, list[str]]:
    """By column, the values of a row as it was that a rule is about: one that says a death, for instance."""
    row = table(entity.table, *map(sql_column, entity.stored))
    frame = SqlFrame(func.now(), func.now(), row)
    abouts = [str(rule.about(row, frame)) for rule in entity.keeps if rule.was and rule.about is not None]
    return {
        name: [value for value in stored.enumeration if any(f"'{value}'" in about for about in abouts)]
        for name, stored in entity.stored.items()
        if stored.enumeration is not None
        and any(f"'{value}'" in about for value in stored.enumeration for about in abouts)
    }


def _ends_after_start(row: Values) -> bool:
    ended, started = row.get("ended_on"), row.get("started_on")
    return ended is None or started is None or bool(ended > started)


async def _beside(maker: Maker, entity: EntityModel, row: Values) -> bool:
    try:
        await maker.write(entity, row)
    except asyncpg.IntegrityConstraintViolationError:
        return False
    return True


def _themselves(entity: EntityModel, row: Values) -> None:
    """Two links to one table lead to one row."""
    by_target: dict[str, str] = {}
    for name, column in entity.stored.items():
        if column.target is not None and row.get(name) is not None:
            row[name] = row[by_target.setdefault(column.target, name)]


def told_by(sheet: Sheet, rules: dict[str, Rule]) -> dict[str, tuple[str, str, str]]:
    """What a file tells of each rule."""
    return {
        name: (sheet.header_of(rule.header or rule.at), rule.refusal.reason.value, rule.refusal.sentence)
        for name, rule in rules.items()
    }


def _of_rules(faults: list[Fault], told: Told) -> Told:
    found = {(str(fault.column), fault.refusal.reason.value, fault.refusal.sentence) for fault in faults}
    return found & told


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.table)
async def test_a_rule_is_one_in_all_contexts(operator: Operator, desk: Desk, tmp_path: Path, sheet: Sheet) -> None:
    """Mutation, file and finding tell the same of every row; each rule is kept by some rows and broken by some."""
    entity, maker = sheet.entity, Maker(operator, Random(sheet.table))  # noqa: S311 - reproducible, not secret
    rules = {rule.name: rule for rule in entity.keeps}
    told = told_by(sheet, rules)
    cases = await made(maker, sheet)
    by_mutation = [await refused(operator, entity, case.row, known=case.was is not None) for case in cases]
    lines = [filed(sheet, case.row, known=case.was is not None) for case in cases]
    faults = await desk.faults(write_csv(tmp_path, {sheet.name: lines}))

    broken, kept = set[str](), set[str]()
    for number, (case, refusals) in enumerate(zip(cases, by_mutation, strict=True), start=2):
        mine = [fault for fault in faults if fault.row == number]
        read = {told[name] for name, rule in rules.items() if rule.form is not None}
        # What is told while a row is read makes it one that could not be read wholly.
        whole = len(_of_rules(mine, set(told.values()))) == len(mine) and not _of_rules(mine, read)
        asked = {
            name for name, rule in rules.items()
            if is_asked_of(rule, case.row, case.was) and (whole or not rule.whole)
        }  # fmt: skip
        failing = {name: refusal for name, refusal in refusals.items() if name in asked}
        behind = {name for name in failing if rules[name].behind in failing}
        comparable = {told[name] for name in asked}
        assert _of_rules(mine, comparable) == {told[name] for name in failing.keys() - behind}, (case, mine)
        for name, refusal in failing.items():
            assert (refusal.reason, refusal.sentence) == (rules[name].refusal.reason, rules[name].refusal.sentence)
        broken |= failing.keys()
        kept |= asked - failing.keys()
    assert kept == broken == set(rules)

    stored = [
        (case, failing)
        for case, failing in zip(cases, by_mutation, strict=True)
        if case.was is None and await _beside(maker, entity, case.row)
    ]
    for rule in entity.keeps:
        if rule.was or not rule.finding:
            continue
        verdicts = await found(operator, entity, rule)
        for case, failing in stored:
            began = case.row.get("started_on")
            one_day = began is not None and case.row["ended_on"] == began + timedelta(days=1)
            spared = rule.spares is not None and one_day
            is_broken = rule.name in failing and not spared
            if rule.plans and not is_broken:
                continue  # a fact passes, and is found all the same
            # Rows that were written since may stand against one.
            assert verdicts.get(case.row["id"]) == (Verdict.BROKEN if is_broken else None) or rule.others is not None


@pytest.mark.parametrize("sheet", SEEN_FROM, ids=lambda sheet: sheet.table)
async def test_a_rule_is_seen_from_the_row_that_it_leads_to(
    operator: Operator, desk: Desk, tmp_path: Path, sheet: Sheet
) -> None:
    """What would break a rule of a row that leads to a changed one is told there, by a mutation as in a file."""
    entity, maker = sheet.entity, Maker(operator, Random(sheet.table))  # noqa: S311 - as above
    seen = [each for each in MODEL.seen_from(sheet.table) if not each[2].in_files]
    cases: list[tuple[Values, str, object]] = []
    for number in range(ROWS):
        of, _, one = seen[number % len(seen)]
        row = await maker.row(of)
        if not await _beside(maker, of, row):
            continue
        led = row if one.link == OWN else maker.rows.get(row[one.link])
        day = maker.random.choice(DAYS) + timedelta(days=maker.random.choice(LENGTHS))
        if led is not None and led[one.at] != day:
            cases.append((led, one.at, day))
    by_mutation = [await refused_change(operator, entity, led, {at: day}) for led, at, day in cases]
    lines = [filed(sheet, led | {at: day} | _known(entity, led, at), known=True) for led, at, day in cases]
    faults = await desk.faults(write_csv(tmp_path, {sheet.name: lines}))

    names = {one.name for _, _, one in seen}
    told = {one.name: (sheet.header_of(one.at), one.refusal.reason.value, one.refusal.sentence) for _, _, one in seen}
    broken, kept = set[str](), set[str]()
    for number, (failing, case) in enumerate(zip(by_mutation, cases, strict=True), start=2):
        asked = {one.name for _, _, one in seen if one.at == case[1]}
        mine = _of_rules([fault for fault in faults if fault.row == number], {told[name] for name in asked})
        assert mine == {told[name] for name in failing}, (case, failing)
        broken |= failing.keys()
        kept |= asked - failing.keys()
    assert kept == broken == names


def _known(entity: EntityModel, row: Values, at: str) -> Values:
    """How much of a day is known that comes anew."""
    name = f"{at}_precision"
    return {name: row[name] or "DAY"} if name in entity.stored else {}


async def test_a_fact_is_let_pass_where_somebody_answers(
    operator: Operator, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule for plans refuses what begins after today, whoever answers; what has begun passes with an exception."""
    sheet = all_sheets()["placement"]
    refusal = conflict(Reason.ENROLLED_LATER, "Nobody moves in.", "Wait.", "startedOn")
    rule = Rule(
        "nobody_moves_in", "started_on", refusal, holds=lambda _row, _led, _frame: literal_column("false"),
        plans="started_on", exception=PlacementRule.CAPACITY,
    )  # fmt: skip
    strict = replace(sheet.entity, keeps=(rule,))
    monkeypatch.setattr(keeping, "all_sheets", lambda: {sheet.table: replace(sheet, entity=strict)})
    maker = Maker(operator, Random(2))  # noqa: S311 - as above
    days = (TODAY, TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=1))
    rows = [await maker.row(sheet.entity, {"started_on": day, "ended_on": None, "end_reason": None}) for day in days]
    answers = {"exceptionReason": "A storm", "exceptionAuthorisedBy": "Ann"}
    lines = [filed(sheet, row) | (answers if place % 2 else {}) for place, row in enumerate(rows)]
    faults = await desk.faults(write_csv(tmp_path, {sheet.name: lines}))
    assert sorted(fault.row or 0 for fault in faults if fault.refusal.sentence == refusal.sentence) == [2, 4, 5]
    by_mutation = [await refused(operator, strict, row, answered=bool(place % 2)) for place, row in enumerate(rows)]
    assert [bool(each) for each in by_mutation] == [True, False, True, True]
    free = replace(sheet.entity, keeps=(replace(rule, exception=None),))
    assert [bool(await refused(operator, free, row)) for row in rows] == [False, False, True, True]


async def test_a_fact_in_a_file_stays_on_record(operator: Operator, desk: Desk, tmp_path: Path) -> None:
    """A file that answers for a fact leaves its exception on record, once, for the rows that break the rule alone."""
    sheet = all_sheets()["placement"]
    refusal = conflict(Reason.ENROLLED_LATER, "Nobody moves in.", "Wait.", "startedOn")
    day = TODAY - timedelta(days=10)
    rule = Rule(
        "nobody_moves_in", "started_on", refusal, plans="started_on", exception=PlacementRule.CAPACITY,
        holds=lambda row, _led, _frame: row.c.started_on == literal_column(f"'{day}'::date"),
    )  # fmt: skip
    maker = Maker(operator, Random(3))  # noqa: S311 - as above
    about: Values = {"ended_on": None, "end_reason": None, "care_episode_id": None, "local_kind": None}
    child = {"birth_date": None, "birth_date_precision": None, "died_on": None, "died_on_precision": None}
    rows = []
    for first in (day, TODAY):
        led: Values = {}
        for name, said in (
            ("programme", {"started_on": DAYS[0], "ended_on": None}),
            ("home", {"opened_on": DAYS[0], "closed_on": None}),
            ("child", child | {"enrolled_on": DAYS[0]}),
        ):
            row = await maker.row(MODEL.by_table[name], said | led)
            await maker.write(MODEL.by_table[name], row)
            led = {"programme_id": row.get("programme_id", row["id"])}
            about[f"{name}_id"] = row["id"]
        rows.append(await maker.row(sheet.entity, about | {"started_on": first}))
    answers = {"exceptionReason": "A storm", "exceptionAuthorisedBy": "Ann"}
    keeps = sheet.entity.keeps
    object.__setattr__(sheet.entity, "keeps", (*keeps, rule))
    try:
        await desk.bring(write_csv(tmp_path, {sheet.name: [filed(sheet, row) | answers for row in rows]}))
    finally:
        object.__setattr__(sheet.entity, "keeps", keeps)
    found = await operator.fetch(
        "SELECT child_id, rule, dated, reason FROM placement_exception WHERE child_id = ANY ($1)",
        [row["child_id"] for row in rows],
    )
    assert [tuple(each) for each in found] == [(rows[1]["child_id"], "CAPACITY", TODAY, "A storm")]


async def test_what_cannot_be_told_refuses_a_plan_and_is_unknown_as_a_finding(operator: Operator) -> None:
    """A rule that reads an empty column is not kept: the write is refused, and the row on record is UNKNOWN."""
    child = MODEL.by_table["child"]
    rule = replace(
        child.keeps[0], name="of_age", at="enrolled_on", reads={}, first=False,
        holds=lambda row, _led, frame: row.c.birth_date < frame.today - literal_column("2000"),
        of=("enrolled_on", "birth_date"),
    )  # fmt: skip
    strict = replace(child, keeps=(rule,))
    maker = Maker(operator, Random(1))  # noqa: S311 - as above
    for birth, verdict in ((None, Verdict.UNKNOWN), (DAYS[0], None), (DAYS[0] + timedelta(days=2_000), Verdict.BROKEN)):
        row = await maker.row(child, {"birth_date": birth, "birth_date_precision": birth and "DAY", "died_on": None})
        assert bool(await refused(operator, strict, row)) == (verdict is not None)
        await maker.write(child, row)
        assert (await found(operator, strict, rule)).get(row["id"]) == verdict
