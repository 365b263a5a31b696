"""`tests.countries.leaks.test_twice` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_twice import *  # noqa: F403 - the same tests, whatever they are
