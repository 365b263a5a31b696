"""`tests.oracle.test_found` on a cluster."""

from __future__ import annotations

from tests.oracle.test_found import *  # noqa: F403 - the same tests, whatever they are
