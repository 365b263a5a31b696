"""A look into the feed before a delivery: how far it has come, and rows of which types have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column, select

from graph.kinds.kind import Kind
from graph.kinds.table import TYPES
from graph.plan.sql.compiled import Statement, compiled
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import table_source
from graph.plan.tree.feed import SINCE

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier
    from graph.declarations.model import GraphModel


def look_statement(model: GraphModel, tier: Tier) -> Statement:
    """Answers `head`, the newest number, and `types`, what has changed behind `SINCE` as far as the caller sees it.

    `history` beside them says of which history the feed is, and is null where it has not begun.
    """
    parameters = Parameters(tier)
    counter, change = table_source("change_counter", "counter"), table_source("change", "change_1")
    own = parameters.tenancy(model.by_table["change_counter"], counter)
    last = select(counter.c.last).select_from(counter.clause).where(*own)
    history = select(func.hearth_history(counter.c.secret)).select_from(counter.clause).where(*own)
    since = parameters.written(SINCE.name, TYPES[Kind.BIG_INTEGER])
    types = select(change.c.type).select_from(change.clause).distinct()
    types = types.where(*parameters.tenancy(model.by_table["change"], change), change.c.number > since)
    looked = select(
        func.coalesce(last.scalar_subquery(), literal_column("0")).label("head"),
        history.scalar_subquery().label("history"),
        func.array(types.scalar_subquery()).label("types"),
    )
    return compiled(looked, parameters)
