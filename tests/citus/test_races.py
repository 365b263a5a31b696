"""`tests.writes.test_races` on a cluster: the node that holds a country holds its locks."""

from __future__ import annotations

from tests.writes.test_keys import test_twins_at_the_same_time  # noqa: F401 - the same test
from tests.writes.test_races import *  # noqa: F403 - the same tests, whatever they are
