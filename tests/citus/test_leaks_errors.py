"""`tests.countries.leaks.test_errors` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_errors import *  # noqa: F403 - the same tests, whatever they are
