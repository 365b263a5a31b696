"""`tests.countries.leaks.test_counter` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_counter import *  # noqa: F403 - the same tests, whatever they are
