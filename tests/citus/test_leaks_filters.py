"""`tests.countries.leaks.test_filters` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_filters import *  # noqa: F403 - the same tests, whatever they are
