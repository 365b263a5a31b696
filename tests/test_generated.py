"""An entity that nobody wrote a test for is covered by all that walk: tried on made-up ones, in a tree of their own."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.conftest import DRAWING
from tests.generated import SHAPES, add_to, copied_to, run

MANY = int(os.environ.get("HEARTH_GENERATED", "2"))
"""Two shapes, others each day; at night more, of all shapes."""
LEAKS = "tests/countries/leaks"
DOORS = ("fields", "filters", "orders", "cursors", "past", "mutations")
WALK = [*(f"{LEAKS}/test_{door}.py" for door in DOORS), "tests/writes/test_verbs.py"]
"""What walks over types and mutations: a case of its own for each of them."""
WHOLE = {
    "tests/test_access.py": "test_access.py",
    "tests/test_constraints.py": "test_constraints.py",
    "tests/oracle": "test_oracle.py",
    "tests/test_migrations.py": "leave_what_the_entities_say",
    "tests/countries/test_tenancy.py": "grants_what_the_file_says or declare_the_rights",
    "tests/countries/test_catalogue.py": "keeps_the_promises",
}
"""What looks at all of them at once, and which of its tests."""
AT_ALL = "viewer_says or something_to_find or every_table_of_the_database"
"""Those of the leak tests that do so too."""


def test_a_made_up_entity_passes_whatever_walks(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Declared, migrated and written into `access.csv`: no test of types, tables or columns needs a word about it."""
    tree = copied_to(tmp_path)
    day = pytestconfig.stash[DRAWING].day
    made = add_to(tree, MANY, 0 if day is None else day.toordinal() * MANY % len(SHAPES))
    chosen = " or ".join([*(each.name for each in made), *WHOLE.values(), AT_ALL])
    said = run(tree, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider", *WALK, *WHOLE, "-k", chosen)
    passed = re.search(r"(\d+) passed", said)
    assert passed is not None, said
    assert int(passed[1]) > 40 * len(made), said
    assert "skipped" not in said, said
