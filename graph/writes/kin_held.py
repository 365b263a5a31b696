"""Of two people who place two brothers at once, one sees what the other has written.

Nobody holds a child of another programme. So what is held are the stays of the children, and of those whom they belong
together with, as `sibling_stay` tells them to the whole country: in the order of their ids, by both of the two. Where
neither of a pair has lived anywhere yet there is nothing of theirs to hold, and the country's counter is held instead,
as it is by all who write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, column, exists, func, select, table
from sqlalchemy.dialects.postgresql import ARRAY

from graph.plan.sql.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import CTE, Select

    from graph.declarations.model import GraphModel
    from graph.plan.sql.parameters import Parameters

STAYS = "sibling_stay"
TIES = (("sibling_bond", "child_id", "sibling_id"), ("relative", "child_id", "other_child_id"))
"""The tables that say who belongs together, each with both links; what a child is to a relative holds both ways."""


def hold_kin(model: GraphModel, parameters: Parameters, children: Any) -> tuple[CTE, CTE]:  # noqa: ANN401 - an array
    """Hold the stays of children, and of those whom they belong together with; or the counter, where there are none.

    Args:
        model: all entities.
        parameters: of the statement.
        children: who they are.
    """
    held = func.unnest(children, type_=Uuid()).table_valued(column("id")).render_derived(name="kin_held")
    own = select(held.c.id).select_from(held).cte("kin_own")
    pairs = _pairs(model, parameters, own)
    stay = Relation(table(STAYS).alias("kin_stay"))
    group = select(pairs.c.id).union(select(pairs.c.other_id))
    rows = (
        select(stay.c.id, stay.c.child_id)
        .select_from(stay.clause)
        .where(*parameters.tenancy(model.by_table[STAYS], stay), stay.c.child_id.in_(group))
        .order_by(stay.c.id)
        .with_for_update(key_share=True)
        .cte("kin_locked")
        .prefix_with("MATERIALIZED")
    )
    return rows, _counter(model, parameters, pairs, rows)


def _pairs(model: GraphModel, parameters: Parameters, own: CTE) -> CTE:
    """Each of the children with each of those whom it belongs together with, as far as the caller sees it."""
    parts = list(_ties(model, parameters, own))
    return parts[0].union(*parts[1:]).cte("kin_pairs").prefix_with("MATERIALIZED")


def _ties(model: GraphModel, parameters: Parameters, own: CTE) -> Iterator[Select[Any]]:
    ids = select(own.c.id)
    for number, (name, one, other) in enumerate(TIES):
        entity = model.by_table[name]
        for way, (mine, theirs) in enumerate(((one, other), (other, one))[: 1 if entity.files.mirrored_by else 2]):
            row = Relation(table(name).alias(f"kin_{number}_{way}"), entity.led_on)
            there = [*parameters.tenancy(entity, row), row.c[mine].in_(ids), row.c[theirs].is_not(None)]
            yield select(row.c[mine].label("id"), row.c[theirs].label("other_id")).select_from(row.clause).where(*there)


def _counter(model: GraphModel, parameters: Parameters, pairs: CTE, rows: CTE) -> CTE:
    """The country's counter, where neither of a pair has lived anywhere."""
    counter = Relation(table("change_counter").alias("counter_of_kin"))
    lived = exists(select(rows.c.id).where(rows.c.child_id.in_((pairs.c.id, pairs.c.other_id))))
    nowhere = exists(select(pairs.c.id).where(~lived))
    held = select(counter.c.last).select_from(counter.clause)
    held = held.where(*parameters.tenancy(model.by_table["change_counter"], counter), nowhere)
    return held.with_for_update(key_share=True).cte("kin_counter_locked").prefix_with("MATERIALIZED")


def all_of(arrays: list[Any]) -> Any:  # noqa: ANN401 - an array
    """Several arrays of ids as one."""
    return arrays[0] if len(arrays) == 1 else func.array_cat(*arrays, type_=ARRAY(Uuid()))
