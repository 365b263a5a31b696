"""`tests.countries.leaks.test_fields` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_fields import *  # noqa: F403 - the same tests, whatever they are
