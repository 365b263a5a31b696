"""From a violated constraint of the database to what a caller hears.

Each constraint says it in its declaration, or its kind does (`graph/declarations/constraints.py`). Here is what only
the driver knows: which constraint it was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import asyncpg

from graph.declarations.base import Entity
from graph.declarations.constraints import MISSING, RACED
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.refusals import Path, Refusal

__all__ = ["refusal_of", "refusals"]

NAMED = re.compile(r'constraint "(\w+?)(?:_\d+)?"')
"""A distributed server tells the name in the message alone, with the number of the shard behind it."""
VIOLATION = "23"
NOT_NULL = "23502"


def refusal_of(error: asyncpg.PostgresError, named: Mapping[str, Path] | None = None) -> Refusal | None:
    """What a caller hears of a violated constraint; nothing where the error is another one.

    Args:
        error: the driver's.
        named: where the caller has given ids of new rows, by their table: an id that is taken is told there.
    """
    if not (error.sqlstate or "").startswith(VIOLATION):
        return None
    if error.sqlstate == NOT_NULL:
        return MISSING
    found = NAMED.search(str(error.args[0]) if error.args else "")
    name = getattr(error, "constraint_name", None) or (found[1] if found else None)
    for table in Entity.metadata.tables.values():
        refusal: Refusal | None = table.info.get("refusals", {}).get(str(name))
        if refusal is not None:
            taken = (named or {}).get(table.name) if refusal.reason is Reason.ID_TAKEN else None
            return replace(refusal, path=taken) if taken else refusal
    return RACED


def refusals() -> Mapping[str, Refusal]:
    """The refusal by the constraint's name, of all tables that are declared."""
    return {
        name: refusal
        for table in Entity.metadata.tables.values()
        for name, refusal in table.info.get("refusals", {}).items()
    }
