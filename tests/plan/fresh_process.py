"""Run as a module: the SQL of every golden case, compiled by a process that has done nothing else, as JSON."""

from __future__ import annotations

import json
import sys

from tests.plan.compiled import prepare
from tests.plan.golden import all_cases


def compiled() -> dict[str, str | None]:
    """The text by case; the last case first, so that no text depends on what was compiled before."""
    texts: dict[str, str | None] = {}
    for case in reversed(all_cases()):
        statement = prepare(case.document, case.as_, **case.all_variables()).plan.statement
        texts[case.name] = statement.text if statement else None
    return texts


if __name__ == "__main__":
    json.dump(compiled(), sys.stdout)
