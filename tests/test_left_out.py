"""What is tried of one server is tried of a cluster too, or somebody has said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.citus.left_out import MODULES

TESTS = Path(__file__).parent
CLUSTER = TESTS / "citus"
BOTH = ("countries/leaks", "oracle")
"""What a cluster has to answer as one server does."""


def on_cluster(module: str) -> bool:
    """Whether a module below `tests/` is imported whole by one of the cluster's."""
    name = f"from tests.{module.removesuffix('.py').replace('/', '.')} import *"
    return any(name in path.read_text(encoding="utf-8") for path in CLUSTER.glob("test_*.py"))


@pytest.mark.parametrize("folder", BOTH)
def test_each_module_runs_on_a_cluster_or_says_why_not(folder: str) -> None:
    """A new module of the leak matrix or of the oracle is thought of."""
    modules = {f"{folder}/{path.name}" for path in (TESTS / folder).glob("test_*.py")}
    needs = {module for module in modules if "server" in uses(module)}
    assert needs
    assert {module for module in needs if not on_cluster(module)} <= set(MODULES)


def uses(module: str) -> str:
    """The text of a module, and of what its folder gives it."""
    own = TESTS / module
    return own.read_text(encoding="utf-8") + (own.parent / "conftest.py").read_text(encoding="utf-8")


def test_what_is_left_out_is_there_and_is_not_run() -> None:
    """Nothing is listed that has gone, or that runs after all."""
    assert [module for module in MODULES if not (TESTS / module).is_file()] == []
    assert [module for module in MODULES if on_cluster(module)] == []
