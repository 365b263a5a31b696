"""Who may import whom: every folder has a contract of its own, and those that name a library name it for all."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from tests.test_architecture import PRODUCT, ROOT, modules, name_of

CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]

OWN = ("containers", "source_modules", "ancestors")
"""Under which words of a contract a folder stands that the contract is about."""


def folders() -> set[str]:
    """The folders with modules in them, as they are imported; a folder with `__init__.py` alone holds nothing."""
    holding = {name_of(path.parent) for path in modules(*PRODUCT) if path.name != "__init__.py"}
    return {name.replace("/", ".") for name in holding}


def without_contract(contracts: list[dict[str, Any]], among: set[str]) -> set[str]:
    """Of some folders those that no contract is about."""
    return among - {name for contract in contracts for word in OWN for name in contract.get(word, ())}


def test_every_folder_has_a_contract_of_its_own() -> None:
    """A new folder says what it may import, or what goes above what in it, before it is merged."""
    assert folders() > {"graph.writes", "graph.writes.verbs", "countries.disclosure"}
    assert without_contract(CONTRACTS, folders()) == set()


def test_a_folder_without_a_contract_is_found() -> None:
    """A layer of its parent is no contract of its own; its name among the containers, or the sources, is."""
    layers = {"layers": ["new"], "containers": ["graph"]}
    assert without_contract([layers], {"graph", "graph.new"}) == {"graph.new"}
    assert without_contract([layers, {"source_modules": ["graph.new"]}], {"graph", "graph.new"}) == set()


def test_contracts_say_different_things() -> None:
    """Each has a sentence of its own, which is what somebody reads whose import is refused."""
    names = [contract["name"] for contract in CONTRACTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "contract", [one for one in CONTRACTS if one["type"] == "protected"], ids=lambda one: str(one["name"])
)
def test_who_may_import_a_library_does(contract: dict[str, Any]) -> None:
    """Every name in a list of allowed importers imports what the list is about: no line outlives its reason."""
    words = "|".join(contract["protected_modules"])
    imported = re.compile(rf"^\s*(from|import) ({words})\b", re.MULTILINE)
    importing = {
        name_of(path).removesuffix(".py").replace("/", ".")
        for path in modules(*PRODUCT)
        if imported.search(path.read_text(encoding="utf-8"))
    }
    idle = [
        name
        for name in contract["allowed_importers"]
        if not any(each == name or each.startswith(f"{name}.") for each in importing)
    ]
    assert importing
    assert idle == []
