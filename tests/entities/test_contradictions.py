"""A declaration that contradicts itself is refused where it stands: file, line, entity, word, and what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.declarations.base import Entity
from graph.declarations.derive import complete_tables, read_graph
from graph.declarations.misdeclared import MisdeclaredError, told_with_its_line
from graph.declarations.names import OWN_FIELDS, OWN_TYPES, SUFFIXES
from graph.declarations.selected import SelectedEntity
from graph.entities import all_entities, entities_in, graph_model
from graph.kinds.table import KINDS
from graph.schema.sdl import build_schema
from graph.writes.actions import actions_of
from tests.generated import copied_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.declarations.model import GraphModel

HERE = "  #!"
HEAD = '''"""Made up."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index

from countries.tenancy.caller import Tier
from graph.declarations.base import COUNTRY, Kind, Names, Owner, TenantEntity, computed, counted, looked_up
from graph.declarations.base import ranged, taken_apart, worked_out
from graph.declarations.columns import answered, day_about, listed
from graph.declarations.days import MADE, Days, When
from graph.declarations.fields import Day, copied, in_force, link, one_of, personal, plain, sensitive, through
from graph.declarations.files import Beside, Kept
from graph.declarations.lives import Alone, Corrected, Dated, ReviewedBy, Voidable, verbs
from graph.declarations.nouns import NATIONAL, OFFICE, DerivedMutation, PartsOf
from graph.declarations.obligations import Every, Obligation
from graph.declarations.rules import Others, Rule, Seen
from graph.declarations.selected import RowsOfMany, SelectedEntity, SelectOf
from graph.declarations.selection import PartOf
from graph.reasons import Reason
from graph.refusals import conflict
from graph.text import TextForm

WRONG = conflict(Reason.HOME_FULL, "It is full.", "Look at it.")


class ZzKind(StrEnum):
    """What there is."""

    A = "A"


'''
CLASS = "class Zz(TenantEntity, table=True):"
LINES = {
    "__tablename__": '__tablename__ = "zz"',
    "names": 'names: ClassVar[Names] = Names("Zz", "zz", "zzs")',
    "owner": 'owner: ClassVar = Owner("child")',
    "natural_key": "natural_key: ClassVar = ()",
}
"""What a class says that says nothing else of it."""
NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Odd:
    """A module that cannot be meant: its text, and what is told of it from the class and the word on."""

    text: str
    told: str = ""

    @property
    def line(self) -> int:
        """The one that is told."""
        (line,) = (place for place, each in enumerate(self.text.splitlines(), start=1) if each.endswith(HERE))
        return line


def module_of(lines: list[str]) -> str:
    """The module that lines stand for."""
    before = [each[2:] for each in lines if each.startswith("@")]
    head = next((each for each in lines if each.startswith("class ")), CLASS)
    body = [each for each in lines if not each.startswith(("@", "class ", "- "))]
    said = {re.split(r"[: ]", each)[0] for each in body} | {each[2:] for each in lines if each.startswith("- ")}
    usual = [line for name, line in LINES.items() if name not in said]
    inside = [f"    {each}" for each in ('"""Made up."""', *usual, *body)]
    return HEAD + "\n".join((*before, "", "", head, *inside, ""))


def odd_ones() -> Iterator[tuple[str, Odd]]:
    """Every declaration by its name in words."""
    text = Path(__file__).with_name("contradictions.txt").read_text(encoding="utf-8")
    for block in text.split("## ")[1:]:
        name, *lines = block.strip().splitlines()
        yield name, Odd(module_of([each for each in lines if not each.startswith(">")]), lines[-1].removeprefix("> "))


ODD = dict(odd_ones())


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


def start(path: Path) -> GraphModel:
    """What every start does, with one module of entities more."""
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[path.stem] = module_from_spec(spec)
    with told_with_its_line(str(path)):
        spec.loader.exec_module(module)
    made = entities_in(module)
    complete_tables(made)
    model = read_graph([*all_entities(), *made])
    actions_of(model)
    return model


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
    with pytest.raises(MisdeclaredError) as refused:
        start(path)
    told = str(refused.value)
    assert told.startswith(f"{path}:{odd.line}: {odd.told}")
    assert "\n" not in told


@pytest.mark.usefixtures("unchanged")
def test_what_can_be_meant_is_taken(tmp_path: Path) -> None:
    """The class that all of these are made of starts as it is."""
    assert "Zz" in start(written(tmp_path, Odd(module_of([])))).by_type


def test_whatever_is_started_says_so_in_one_sentence(tmp_path: Path) -> None:
    """In a class's own line, among all entities, among mutations: no command shows a stack, no test is collected."""
    tree = copied_to(tmp_path)
    module = tree / "graph" / "entities" / "zz_more.py"
    for name, command in (
        ("an option that is none", ("-m", "graph.cli", "schema")),
        ("one and many alike", ("-m", "graph.cli", "serve")),
        ("a mutation without a row", ("-m", "pytest", "--collect-only", "-n", "0", "tests/entities")),
    ):
        module.write_text(ODD[name].text, encoding="utf-8")
        ran = subprocess.run([sys.executable, *command], cwd=tree, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
        assert ran.returncode
        assert not ran.stdout
        (told,) = ran.stderr.splitlines()
        assert told.removeprefix("Error: ").startswith(f"{module}:{ODD[name].line}: {ODD[name].told}")


def test_the_names_of_the_schema_itself_are_known() -> None:
    """The types and the fields of the root that follow from no entity: each is taken, and nothing else is."""
    schema, model = build_schema()._schema, graph_model()
    derived = {f"{name}{suffix}" for name in model.by_type for suffix in SUFFIXES}
    columns = [column for entity in model.by_type.values() for column in entity.stored.values()]
    derived |= {column.enumeration.__name__ for column in columns if column.enumeration is not None}
    own = {name for name in schema.type_map if not name.startswith("__")} - derived
    assert OWN_TYPES - {row.scalar for row in KINDS.values()} <= own
    assert {name for name in own if not name.endswith(("Filter", "Input", "Payload"))} <= OWN_TYPES
    assert schema.query_type is not None
    roots = {name for entity in model.by_type.values() for name in (entity.one, entity.many)}
    roots |= {suggestion.name for _, suggestion in model.suggestions}
    assert schema.query_type.fields.keys() - roots == OWN_FIELDS
