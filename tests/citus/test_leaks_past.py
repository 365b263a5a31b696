"""`tests.countries.leaks.test_past` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_past import *  # noqa: F403 - the same tests, whatever they are
