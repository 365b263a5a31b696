"""`tests.countries.leaks.test_sql_writes` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_sql_writes import *  # noqa: F403 - the same tests, whatever they are
