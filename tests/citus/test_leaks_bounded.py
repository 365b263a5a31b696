"""`tests.countries.leaks.test_bounded` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_bounded import *  # noqa: F403 - the same tests, whatever they are
