"""`tests.countries.leaks.test_mutations` on a cluster."""

from __future__ import annotations

from tests.countries.leaks.test_mutations import *  # noqa: F403 - the same tests, whatever they are
