"""What stands on record, asked by the rules that its rows keep (`graph/declarations/rules.py`): the findings.

The same expression that refuses a plan tells of a fact that the rule is broken. Where it cannot be told, because
something that it reads is empty, the verdict is UNKNOWN: that counts as kept by nobody. A rule of a row that leads to
one that the caller does not see is left out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal_column, select

from graph.declarations.rules import OWN, Sql, stands
from graph.plan.sql.relation import table_source
from graph.plan.sql.rule_frame import SqlFrame

if TYPE_CHECKING:
    from sqlalchemy import Select

    from graph.declarations.model import EntityModel, GraphModel
    from graph.declarations.rules import Others, Rule
    from graph.plan.sql.parameters import Parameters
    from graph.plan.sql.relation import Relation

TRUE: Sql = literal_column("true")
FALSE: Sql = literal_column("false")
ONE: Sql = literal_column("1")


class Verdict(StrEnum):
    """What a rule says of a row that does not keep it."""

    BROKEN = "BROKEN"
    UNKNOWN = "UNKNOWN"


def findings(model: GraphModel, entity: EntityModel, rule: Rule, parameters: Parameters) -> Select[Any]:
    """The rows on record that do not keep a rule: `id`, and `verdict`, one of `Verdict`.

    Args:
        model: all entities.
        entity: whose rule it is.
        rule: the rule, which may be a finding.
        parameters: of the caller, in whose country it is asked.

    Raises:
        TypeError: the rule is about a step and no finding.
    """
    if not rule.finding:
        raise TypeError(rule.name)
    row = table_source(entity.table, f"{entity.table}_found", entity.led_on)
    clause: Sql = row.clause
    where = parameters.tenancy(entity, row)
    led: dict[str, Any] = {}
    for link in rule.reads:
        if link == OWN:
            led[link] = row
            continue
        target = model.by_table[str(entity.stored[link].target)]
        led[link] = table_source(target.table, f"{target.table}_of_{link}", target.led_on)
        there = [led[link].c.id == row.c[link], *parameters.tenancy(target, led[link])]
        clause = clause.join(led[link].clause, and_(*there))
    if rule.others is not None:
        where.append(_against(model, entity, rule.others, row, parameters))
        verdict: Sql = literal_column(f"'{Verdict.BROKEN}'")
    else:
        frame = SqlFrame(parameters.today, parameters.country, row)
        kept = stands(rule, row, led, frame, nullable=entity.stored[rule.at].nullable)
        where.append(kept.is_not(TRUE))
        verdict = case(
            (kept.is_(None), literal_column(f"'{Verdict.UNKNOWN}'")), else_=literal_column(f"'{Verdict.BROKEN}'")
        )
    if rule.spares is not None:
        where.append(func.coalesce(rule.spares(row), FALSE).is_(FALSE))
    return select(row.c.id, verdict.label("verdict")).select_from(clause).where(*where).order_by(row.c.id)


def _against(model: GraphModel, entity: EntityModel, others: Others, row: Relation, parameters: Parameters) -> Sql:
    """Whether another row stands against the row."""
    other = table_source(others.table, f"{others.table}_against", model.by_table[others.table].led_on)
    meets = [*parameters.tenancy(model.by_table[others.table], other), others.meets(row, other)]
    meets += [other.c.id != row.c.id] if others.table == entity.table else []
    return exists(select(ONE).select_from(other.clause).where(*meets).correlate(row.clause))
