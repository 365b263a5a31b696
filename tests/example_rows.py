"""What a query finds for the variables of an example, put into them, as `graph/graphiql/examples.py` says.

GraphiQL's page does the same in its own language (`web/src/rows.js`); this is the second reading of what is written.
"""

from __future__ import annotations

import secrets
import time
from random import SystemRandom
from typing import Any
from uuid import uuid4

from graph.demo.records import uuid7


def found_in(answer: Any) -> dict[str, list[Any]]:  # noqa: ANN401 - any JSON
    """Every value of an answer by the name that it has there, in order."""
    found: dict[str, list[Any]] = {}
    for name, value in answer.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                for inner, values in found_in(each).items():
                    found.setdefault(inner, []).extend(values)
            elif each is not None:
                found.setdefault(name, []).append(each)
    return found


def with_found(variables: Any, found: dict[str, list[Any]], country: str) -> Any:  # noqa: ANN401 - any JSON
    """The variables with what was found in the places of what has the same name, and what is new made afresh."""
    if isinstance(variables, list):
        return [with_found(each, found, country) for each in variables]
    if not isinstance(variables, dict):
        return variables
    return {name: _one(name, value, found, country) for name, value in variables.items()}


def _one(name: str, value: Any, found: dict[str, list[Any]], country: str) -> Any:  # noqa: ANN401 - any JSON
    if name in found:
        return found[name] if isinstance(value, list) else found[name][0]
    if f"{name}Before" in found:
        return min(found[f"{name}Before"]) - 1
    if name == "idempotencyKey":
        return str(uuid4())
    if name == "caseNumber":
        return f"{value}-{secrets.token_hex(4)}"
    if name == "id":
        return f"{value.partition('_')[0]}_{country}_{uuid7(int(time.time() * 1000), SystemRandom())}"
    return with_found(value, found, country)


def refusals_of(answer: dict[str, Any]) -> list[Any]:
    """Everything that an answer refuses: the request, a field, a mutation."""
    payloads = [value for value in (answer.get("data") or {}).values() if isinstance(value, dict)]
    return [*answer.get("errors", []), *(error for payload in payloads for error in payload.get("errors", []))]


def rows_in(value: Any) -> int:  # noqa: ANN401 - any JSON
    """How many objects with something in them an answer holds."""
    if isinstance(value, list):
        return sum(map(rows_in, value))
    if isinstance(value, dict):
        return sum(map(rows_in, value.values())) + any(
            not isinstance(each, dict | list) and each is not None for each in value.values()
        )
    return 0
