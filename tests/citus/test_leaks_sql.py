"""`tests.countries.leaks.test_sql` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_sql import *  # noqa: F403 - the same tests, whatever they are
