"""`tests.countries.leaks.test_programmes` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_programmes import *  # noqa: F403 - the same tests, whatever they are
