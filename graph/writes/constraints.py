"""From a violated constraint of the database to what a caller hears.

Each constraint says it in its declaration, or its kind does (`graph/declarations/constraints.py`). Here is what only
the driver knows: which constraint it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import asyncpg

from graph.declarations.base import Entity
from graph.declarations.constraints import MISSING, RACED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.refusals import Refusal

__all__ = ["refusal_of", "refusals"]

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
    return refusals().get(str(name), RACED)


def refusals() -> Mapping[str, Refusal]:
    """The refusal by the constraint's name, of all tables that are declared."""
    return {
        name: refusal
        for table in Entity.metadata.tables.values()
        for name, refusal in table.info.get("refusals", {}).items()
    }
