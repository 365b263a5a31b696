"""`viewer`: what the caller is and may do. It needs no table, only the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.declarations.doable import MAY_DO
from graph.plan.planner.cost import MAX_BYTES, MAX_ROWS
from graph.plan.planner.rows import MAX_PAGE

if TYPE_CHECKING:
    from countries.tenancy.caller import Caller
    from graph.declarations.doable import Doables
    from graph.declarations.model import GraphModel


def viewer_of(caller: Caller, model: GraphModel, doables: Doables) -> dict[str, object]:
    """All that `viewer` can answer for a caller."""
    return {
        "subject": caller.subject,
        "role": caller.tier.value,
        "countries": list(caller.countries),
        "programmes": [f"Programme_{caller.country}_{programme}" for programme in caller.programmes],
        "limits": {"rows": MAX_ROWS, "bytes": MAX_BYTES, "pageSize": MAX_PAGE},
        MAY_DO: doables.by(caller.tier),
        "may": [
            {
                "type": entity.type_name,
                "reads": [member.api for member in entity.members.values() if caller.tier in member.readers],
                "filters": [
                    member.api
                    for member in entity.members.values()
                    if caller.tier in member.readers and getattr(member, "filters", False)
                ],
            }
            for entity in model.by_type.values()
            if caller.tier in entity.readers
        ],
    }
