"""Everything here runs on the cluster that HEARTH_CITUS_URL names, on the same fixtures as on one server."""

from __future__ import annotations

import pytest

from tests.citus.cluster import URL
from tests.countries.leaks.conftest import border, kinds, send, truth
from tests.oracle.conftest import both, oracle, uneven, vocabulary
from tests.plan.test_cases import beginnings

__all__ = ["beginnings", "border", "both", "kinds", "oracle", "send", "truth", "uneven", "vocabulary"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The server of every test here is the cluster."""
    if "server" in metafunc.fixturenames:
        metafunc.parametrize("server", [URL], ids=["citus"], indirect=True, scope="session")
