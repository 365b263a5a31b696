"""`tests.countries.leaks.test_supposed` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_supposed import *  # noqa: F403 - the same tests, whatever they are
