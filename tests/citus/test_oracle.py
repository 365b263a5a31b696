"""`tests.oracle.test_oracle` on a cluster."""

from __future__ import annotations

from tests.oracle.test_oracle import *  # noqa: F403 - the same tests, whatever they are
