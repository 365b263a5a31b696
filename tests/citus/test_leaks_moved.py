"""`tests.countries.leaks.test_moved` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_moved import *  # noqa: F403 - the same tests, whatever they are
