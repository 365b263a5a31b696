"""Everything here runs on the cluster that HEARTH_CITUS_URL names, on the same fixtures as on one server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import countries.connections.database
import countries.connections.silence
from countries.connections.sessions import tier_settings
from tests.bulk.conftest import desk, federation, read_only_village, template, village
from tests.citus.cluster import URL
from tests.citus.left_out import TESTS
from tests.countries.leaks.conftest import border, kinds, send, truth
from tests.oracle.conftest import both, oracle, uneven, vocabulary
from tests.plan.test_cases import beginnings
from tests.writes.conftest import writes, written

__all__ = [
    "beginnings", "border", "both", "desk", "federation", "kinds", "oracle", "read_only_village", "send", "template",
    "truth", "uneven", "village", "vocabulary", "writes", "written",
]  # fmt: skip


PATIENCE_SECONDS = 60.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a cluster everything here is skipped, and says so; with one, what is left out says why."""
    here = Path(__file__).parent
    for item in items:
        if item.path.parent != here:
            continue
        if URL is None:
            item.add_marker(pytest.mark.skip(reason="HEARTH_CITUS_URL names no coordinator of Citus"))
        elif reason := TESTS.get(f"{item.path.stem}.{getattr(item, 'originalname', item.name)}"):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="package", autouse=True)
def patient() -> Iterator[None]:
    """A node's first look at its tables takes long on a busy machine, and no test is about that."""

    def settings(tier: str, _seconds: float, *, distributed: bool) -> dict[str, str]:
        return tier_settings(tier, PATIENCE_SECONDS, distributed=distributed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(countries.connections.database, "tier_settings", settings)
        patch.setattr(countries.connections.silence, "GRACE_SECONDS", PATIENCE_SECONDS)
        yield


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The server of every test here is the cluster."""
    if "server" in metafunc.fixturenames:
        metafunc.parametrize("server", [URL], ids=["citus"], indirect=True, scope="session")
