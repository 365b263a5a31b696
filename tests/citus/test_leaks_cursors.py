"""`tests.countries.leaks.test_cursors` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_cursors import *  # noqa: F403 - the same tests, whatever they are
