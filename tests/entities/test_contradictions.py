"""A declaration that contradicts itself is refused where it stands: file, line, entity, word, and what is wrong."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from typing import TYPE_CHECKING

import pytest

from graph.declarations.base import Entity
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.misdeclared import MisdeclaredError, told_with_its_line
from graph.declarations.selected import SelectedEntity
from graph.entities import all_entities, entities_in
from graph.writes.actions import actions_of
from tests.entities.contradictions import HERE, ODD, Odd

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBERS = count(1)


@pytest.fixture
def unchanged() -> Iterator[None]:
    """Whatever a module declares is forgotten again."""
    all_entities()
    before = {each: set(each.tables) for each in (Entity.metadata, SelectedEntity.metadata)}
    modules = set(sys.modules)
    yield
    for metadata, tables in before.items():
        for name in set(metadata.tables) - tables:
            metadata.remove(metadata.tables[name])
    for name in set(sys.modules) - modules:
        if name.startswith("made_up_"):
            del sys.modules[name]


def start(path: Path) -> None:
    """What every start does, with one module of entities more."""
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[path.stem] = module_from_spec(spec)
    with told_with_its_line(str(path)):
        spec.loader.exec_module(module)
    made = entities_in(module)
    complete_tables(made)
    actions_of(read_graph([*all_entities(), *made]))


def written(folder: Path, odd: Odd) -> Path:
    """Its module."""
    path = folder / f"made_up_{next(NUMBERS)}.py"
    path.write_text(odd.text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("name", ODD)
def test_what_cannot_be_meant_is_told_with_file_and_line(name: str, tmp_path: Path) -> None:
    """Nothing starts, and one sentence says where, of which entity, which word, and what is wrong with it."""
    odd = ODD[name]
    path = written(tmp_path, odd)
    (line,) = (number for number, text in enumerate(odd.text.splitlines(), start=1) if text.endswith(HERE))
    with pytest.raises(MisdeclaredError) as refused:
        start(path)
    told = str(refused.value)
    assert told.startswith(f"{path}:{line}: {odd.told}")
    assert "\n" not in told


@pytest.mark.usefixtures("unchanged")
def test_what_can_be_meant_is_taken(tmp_path: Path) -> None:
    """The class that all of these are made of starts as it is."""
    start(written(tmp_path, Odd("", "")))
