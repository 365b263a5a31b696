"""Which checks cannot be told where a row is not there: those whose conditions read it, by whatever way.

A row that is not there is a row of empty columns, and nothing that is compared with them holds. What fails for that
alone is no news: the row that is missing is.

    home_is_there    home_read.found
    home_is_open     home_read.opened_on <= $1           leans on home_is_there
    home_has_room    crowding_read.day IS NULL           likewise: crowding_read is read from home_read
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import CTE
from sqlalchemy.sql.visitors import iterate

from graph.writes.checks import CheckKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.writes.checks import Check
    from graph.writes.draft import Draft, Sql

OF_ROWS = frozenset({CheckKind.GONE, CheckKind.MISSING})
"""What says whether a row is there."""


def checks_of(draft: Draft) -> dict[str, Check]:
    """The checks by name, each with those that it leans on."""
    single = {name: draft.read[name] for name in draft.single}
    told_by: dict[str, str] = {}
    for name, (condition, check) in draft.checks.items():
        if check.kind in OF_ROWS:
            told_by = dict.fromkeys(_read_by(condition, single), name) | told_by
    return {
        name: check if check.kind in OF_ROWS else _leaning(draft.places.get(name, condition), check, single, told_by)
        for name, (condition, check) in draft.checks.items()
    }


def _leaning(condition: Sql, check: Check, single: Mapping[str, CTE], told_by: Mapping[str, str]) -> Check:
    read, waiting = set[str](), [condition]
    while waiting:
        new = _read_by(waiting.pop(), single) - read
        read |= new
        waiting += [single[name].element for name in new]
    leans_on = {told_by[name] for name in read if name in told_by}
    return replace(check, leans_on=check.leans_on | leans_on) if leans_on else check


def _read_by(part: Sql, single: Mapping[str, CTE]) -> set[str]:
    """The single rows that an expression reads, by the names under which they are read."""
    names = {id(cte): name for name, cte in single.items()}
    found = set()
    for each in iterate(part):
        for read in (each, getattr(each, "table", None)):
            name = names.get(id(read))
            if name is not None:
                found.add(name)
    return found
