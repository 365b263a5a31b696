"""Everything here runs on the cluster that HEARTH_CITUS_URL names, on the same fixtures as on one server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.conftest import desk, federation, read_only_village, template, village
from tests.citus.cluster import URL
from tests.countries.leaks.conftest import border, kinds, send, truth
from tests.oracle.conftest import both, oracle, uneven, vocabulary
from tests.plan.test_cases import beginnings

__all__ = [
    "beginnings", "border", "both", "desk", "federation", "kinds", "oracle", "read_only_village", "send", "template",
    "truth", "uneven", "village", "vocabulary",
]  # fmt: skip


LEFT_OUT: dict[str, str] = {}
"""Tests of one server that say nothing of a cluster, by module and name, each with its reason."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a cluster everything here is skipped, and says so; with one, what is left out says why."""
    here = Path(__file__).parent
    for item in items:
        if item.path.parent != here:
            continue
        if URL is None:
            item.add_marker(pytest.mark.skip(reason="HEARTH_CITUS_URL names no coordinator of Citus"))
        elif reason := LEFT_OUT.get(f"{item.path.stem}.{getattr(item, 'originalname', item.name)}"):
            item.add_marker(pytest.mark.skip(reason=reason))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The server of every test here is the cluster."""
    if "server" in metafunc.fixturenames:
        metafunc.parametrize("server", [URL], ids=["citus"], indirect=True, scope="session")
