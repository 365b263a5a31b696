"""`tests.countries.leaks.test_selected` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_selected import *  # noqa: F403 - the same tests, whatever they are
