"""What a payload supposes of the rows that it shows: a suggestion, asked of them in a statement of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Uuid, column, func, literal_column, select
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by

from graph.plan.sql.compiled import compiled
from graph.plan.sql.levels import global_id
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.predicates import Predicates
from graph.plan.sql.relation import Relation
from graph.plan.sql.suggested import suggested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countries.tenancy.caller import Tier
    from graph.declarations.model import GraphModel
    from graph.declarations.suggestions import Suggestion
    from graph.plan.sql.compiled import Statement

Sql = Any
"""An SQL expression."""
ASKED_OF = "supposed_of"
"""The value of a statement that holds the rows that are asked about."""
MOST = 100
"""Rows that a payload supposes at most: whoever wants more asks for the suggestion itself."""


def supposed_statement(
    model: GraphModel, tier: Tier, table: str, suggestion: Suggestion, shows: Sequence[str]
) -> Statement:
    """The statement that a payload asks: `data`, a JSON list of `of` and `id`, and of both what is shown.

    Args:
        model: all entities.
        tier: whose predicates are written.
        table: the suggestion's.
        suggestion: what is asked.
        shows: the columns of both that are told, as `of_<column>` and `<column>`.
    """
    parameters = Parameters(tier)
    predicates = Predicates(model, parameters)
    entity = model.by_table[table]
    asked = parameters.written(ASKED_OF, ARRAY(Uuid()))

    def told(of: Relation, found: Relation) -> list[Sql]:
        pairs = [("of", of), ("id", found)]
        ids = [global_id(entity, row).label(name) for name, row in pairs]
        return [
            *ids,
            *(row.c[name].label(f"{side}{name}") for side, row in (("of_", of), ("", found)) for name in shows),
        ]

    rows = Relation(suggested(predicates, suggestion, lambda of: [of.c.id == asked.any_()], told).subquery("rows"))
    first = Relation(
        select(rows.row).select_from(rows.clause).order_by(rows.c.of, rows.c.id).limit(literal_column(str(MOST)))
        .subquery("first")
    )  # fmt: skip
    whole: Sql = column("first", is_literal=True)
    listed = func.json_agg(aggregate_order_by(func.row_to_json(whole), first.c.of, first.c.id))
    data = func.coalesce(listed, literal_column("'[]'::json"), type_=JSON()).label("data")
    return compiled(select(data).select_from(first.clause), parameters)
