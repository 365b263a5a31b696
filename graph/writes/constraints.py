"""From a violated constraint of the database to what a caller hears.

Each constraint says it in its declaration, or its kind does (`graph/entities/constraints.py`). Here is what only the
driver knows: which constraint it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import asyncpg

from graph.entities import all_entities
from graph.entities.constraints import MISSING, RACED
from graph.entities.derive import table_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.refusals import Refusal

__all__ = ["REFUSALS", "refusal_of"]

REFUSALS: Mapping[str, Refusal] = {
    name: refusal for entity in all_entities() for name, refusal in table_of(entity).info["refusals"].items()
}
"""The refusal by the constraint's name."""

NAMED = re.compile(r'constraint "(\w+?)(?:_\d+)?"')
"""A distributed server tells the name in the message alone, with the number of the shard behind it."""
VIOLATION = "23"
NOT_NULL = "23502"


def refusal_of(error: asyncpg.PostgresError) -> Refusal | None:
    """What a caller hears of a violated constraint; nothing where the error is another one."""
    if not (error.sqlstate or "").startswith(VIOLATION):
        return None
    if error.sqlstate == NOT_NULL:
        return MISSING
    found = NAMED.search(str(error.args[0]) if error.args else "")
    name = getattr(error, "constraint_name", None) or (found[1] if found else None)
    return REFUSALS.get(str(name), RACED)
