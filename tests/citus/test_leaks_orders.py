"""`tests.countries.leaks.test_orders` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_orders import *  # noqa: F403 - the same tests, whatever they are
