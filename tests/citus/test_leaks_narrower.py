"""`tests.countries.leaks.test_narrower` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_narrower import *  # noqa: F403 - the same tests, whatever they are
