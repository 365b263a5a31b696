"""The contexts that a rule is asked in: the row that a mutation writes, the rows of a file, the rows on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from countries.tenancy.caller import Tier
from graph.declarations.declared import camel
from graph.declarations.rules import OWN
from graph.entities import graph_model
from graph.kinds.cells import SEPARATOR
from graph.plan.bind import bind
from graph.plan.sql.compiled import compiled
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.verdicts import Verdict, findings
from graph.plan.tree.sources import Scope
from graph.writes.action import Action
from graph.writes.checks import name_of
from graph.writes.draft import NULL
from graph.writes.keeping import Proposed, keep
from graph.writes.keeping_changes import reads_of
from graph.writes.keeping_led import keep_led
from graph.writes.mutation import Given, Linked
from graph.writes.writing import Writing
from tests.bulk.files import TODAY
from tests.rules.making import COUNTRY

if TYPE_CHECKING:
    from graph.bulk.sheets import Sheet
    from graph.declarations.members import Column
    from graph.declarations.model import EntityModel
    from graph.declarations.rules import Rule
    from graph.refusals import Refusal
    from tests.rules.making import Operator, Values


def _taken(entity: EntityModel, column: Column) -> Given | Linked:
    if column.target is not None:
        return Linked(camel(column.name), column.target, column.doc)
    fills = f"{entity.table}.{column.name}" if column.day is not None else ""
    return Given(camel(column.name), column.kind, column.doc, enumeration=column.enumeration, fills=fills)


def _asks(entity: EntityModel) -> list[str]:
    """The columns that the entity's rules read, and the links that they lead by."""
    names = [name for rule in entity.keeps for name in (*rule.columns, *rule.reads) if name != OWN]
    read = [name for rule in entity.keeps for name in rule.reads.get(OWN, ())]
    return list(dict.fromkeys((*names, *read)))


async def refused(
    operator: Operator, entity: EntityModel, row: Values, *, known: bool = False, answered: bool = False
) -> dict[str, Refusal]:
    """What a mutation that writes the row is refused for, by rule.

    Args:
        operator: runs the statement.
        entity: whose rules are asked.
        row: the row as it is to be.
        known: whether it is on record, and changes.
        answered: whether somebody answers for it.
    """
    names = [name for name in _asks(entity) if entity.stored[name].target is None or row.get(name) is not None]
    action = Action("try", "", entity.table, tuple(_taken(entity, entity.stored[name]) for name in names),
                    lambda _: None, creates=not known)  # fmt: skip
    present = frozenset([*map(camel, names), *(["exception"] if answered else [])])
    model = graph_model()
    ruled = replace(model, by_table={**model.by_table, entity.table: entity})
    writing = Writing(ruled, action, Tier.OFFICE, present, keyed=False)
    links = {name: [each for rule in entity.keeps for each in rule.reads.get(name, ())]
             for name in names if entity.stored[name].target is not None}  # fmt: skip
    led = {name: writing.linked(camel(name), *dict.fromkeys(columns)) for name, columns in links.items()}
    was = (
        writing.own(*dict.fromkeys(name for rule in entity.keeps for name in (*rule.was, *rule.columns)))
        if known
        else None
    )
    cells = {name: led[name].c.id if name in led else writing.value(camel(name)) for name in names}
    # Some rules ask whether a row leads anywhere.
    asked = {name for rule in entity.keeps for name in rule.columns if entity.stored[name].target is not None}
    cells |= dict.fromkeys(asked - set(names), NULL)
    cells |= {OWN: writing.id} if known else {}
    keep(writing, Proposed(entity.table, cells, led, was=was))
    values = {camel(name): row.get(name) for name in names} | {"id": row["id"], "version": 1}
    return await _failing(operator, writing, values)


async def refused_change(operator: Operator, entity: EntityModel, row: Values, changes: Values) -> dict[str, Refusal]:
    """What a mutation that changes columns of a row on record is refused for, because of rows that lead to it."""
    takes = tuple(_taken(entity, entity.stored[name]) for name in changes)
    action = Action("try", "", entity.table, takes, lambda _: None, creates=False)
    writing = Writing(graph_model(), action, Tier.OFFICE, frozenset(map(camel, changes)), keyed=False)
    own = writing.own(*reads_of(writing, entity, list(changes)))
    keep_led(writing, entity.table, own, {name: writing.value(camel(name)) for name in changes})
    values = {camel(name): value for name, value in changes.items()} | {"id": row["id"], "version": 1}
    return await _failing(operator, writing, values)


async def _failing(operator: Operator, writing: Writing, values: dict[str, object]) -> dict[str, Refusal]:
    assert writing.go is not None
    assert writing.checks is not None
    statement = select(writing.checks.c.failed)
    failed = (await _run(operator, statement, writing.parameters, values))[0]["failed"]
    return {name: writing.draft.checks[name][1].refusal for name in map(name_of, failed)}


async def found(operator: Operator, entity: EntityModel, rule: Rule) -> dict[UUID, Verdict]:
    """The verdicts over the rows on record that do not keep a rule."""
    parameters = Parameters(Tier.OFFICE)
    rows = await _run(operator, findings(graph_model(), entity, rule, parameters), parameters, {})
    return {row["id"]: Verdict(row["verdict"]) for row in rows}


async def _run(operator: Operator, statement: Any, parameters: Parameters, values: dict[str, object]) -> list[Any]:  # noqa: ANN401 - a SELECT
    made = compiled(statement, parameters)
    scope = Scope(COUNTRY, (), (), TODAY, {}, written=values)
    return list(await operator.fetch(made.text, *bind(made.sources, (), scope)))


def filed(sheet: Sheet, row: Values, *, known: bool = False) -> dict[str, object]:
    """A row as a file holds it: links by id."""
    said: dict[str, object] = {"id": f"{sheet.entity.type_name}_{COUNTRY}_{row['id']}" if known else ""}
    for reference in sheet.references:
        link = row.get(reference.column)
        type_name = graph_model().by_table[reference.target].type_name
        said[reference.cell] = "" if link is None else f"{type_name}_{COUNTRY}_{link}"
    for cell in sheet.values:
        said[cell.header] = _cell(row.get(str(cell.column)))
    return said


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case list():
            return SEPARATOR.join(value)
        case _:
            return value


def is_asked_of(rule: Rule, row: Values, was: Values | None) -> bool:
    """Whether a file asks a rule as a mutation does: of a row that changes what it reads."""
    changes = was is None or any(row.get(name) != was.get(name) for name in rule.columns)
    return (changes or not rule.left) and not (rule.first and was is not None)
