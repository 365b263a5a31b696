"""`tests.oracle.test_walks` on a cluster."""

from __future__ import annotations

from tests.oracle.test_walks import *  # noqa: F403 - the same tests, whatever they are
