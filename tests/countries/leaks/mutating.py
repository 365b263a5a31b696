"""Where a mutation takes ids, rows of others to name there, and what neither an answer nor a log may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from graph.entities import graph_model
from graph.writes.action import Action
from graph.writes.actions import all_actions
from graph.writes.mutation import Group, Linked, Parts
from tests.countries.leaks.conftest import TELLING
from tests.writes.made_up import row_of
from tests.writes.operations import GLOBAL_ID
from tests.writes.writes import Row, Writes

Steps = tuple[str | int, ...]

SECRET = "Zyxomma"
NATIONAL = ("caseworker", "office")
SHARED = [each.type_name for each in graph_model().by_type.values() if each.is_tenant and not each.programme_column]
"""Every caseworker of the country sees these."""


def id_inputs(action: Action) -> Iterator[str]:
    """Every id that a mutation takes, as a path without the places of lists."""
    if not action.creates:
        yield "id"
    for taken in action.takes:
        if isinstance(taken, Linked):
            yield taken.name
        elif isinstance(taken, Group | Parts):
            yield from (f"{taken.name}.{inner.name}" for inner in taken.takes if isinstance(inner, Linked))


DOORS = [(name, path) for name, action in all_actions().items() for path in id_inputs(action)]
CREATING = [name for name, action in all_actions().items() if action.creates and not action.many]


def places(given: Any, at: Steps = ()) -> Iterator[tuple[Steps, str]]:  # noqa: ANN401 - JSON
    """Where ids stand in an input."""
    match given:
        case str() if GLOBAL_ID.fullmatch(given):
            yield at, given
        case dict():
            for key, value in given.items():
                yield from places(value, (*at, key))
        case list():
            for index, value in enumerate(given):
                yield from places(value, (*at, index))


def door(steps: Steps) -> str:
    """A place without the indices of lists."""
    return ".".join(step for step in steps if isinstance(step, str))


def with_id(given: Row, steps: Steps, id_: str) -> Row:
    """The same input with another id at one place."""
    made: Any = deepcopy(given)
    inside = made
    for step in steps[:-1]:
        inside = inside[step]
    inside[steps[-1]] = id_
    found: Row = made
    return found


async def rows_of(writes: Writes, programme: str) -> dict[str, str]:
    """A row of each type that a mutation names, whose every word is a secret."""
    names = {type_ for action in all_actions().values() for type_ in named_by(action)}
    entities = [entity for entity in graph_model().by_type.values() if entity.type_name in names]
    return {entity.type_name: (await row_of(writes, entity, programme, word=SECRET))["id"] for entity in entities}


def named_by(action: Action) -> Iterator[str]:
    """The types of the rows that a mutation shows or names."""
    tables = graph_model().by_table
    yield tables[action.table].type_name
    for taken in action.takes:
        for each in taken.takes if isinstance(taken, Group | Parts) else (taken,):
            if isinstance(each, Linked):
                yield tables[each.table].type_name


def says_nothing(text: str, log: str, given: Row) -> None:
    """Neither answer nor log has a value, a statement, a constraint's name, or anything of the other row."""
    said = " ".join(re.findall(r'"(?:message|hint)":"([^"]*)"', text))
    assert not TELLING.search(said.replace("Child_BE", "")), said
    for words in (said, log):
        assert SECRET not in words
        assert not re.search(r"_fkey|_pkey|_check\b|SELECT |INSERT |UPDATE |[0-9a-f]{8}-[0-9a-f]{4}-7", words), words
    for value in given.values():
        if isinstance(value, str) and len(value) > 8:
            assert value not in log


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """Every line, with all that is attached to it."""
    lines = [record for record in caplog.records if record.name.startswith(("hearth", "graph", "countries", "asyncpg"))]
    return " ".join(f"{record.getMessage()} {record.__dict__.get('fields')} {record.exc_text}" for record in lines)
