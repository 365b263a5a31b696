"""Whether all peers say the same: answers of every dialect in one form."""

from __future__ import annotations

import re
from typing import Any

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def canonical(answer: Any) -> Any:  # noqa: ANN401 - JSON
    """An answer without what belongs to a dialect.

    A connection is the list of its nodes, an id the UUID at its end, and a node that holds one object under one name
    (a row of the table in between) is that object. Lists below the first level have no order: nobody asked for one.
    """
    return _plain(answer, outermost=True)


def _plain(value: Any, *, outermost: bool) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        if "nodes" in value:
            nodes = _plain(value["nodes"], outermost=outermost)
            return {"nodes": nodes, "totalCount": value["totalCount"]} if "totalCount" in value else nodes
        if len(value) == 1 and not outermost:
            return _plain(next(iter(value.values())), outermost=False)
        return {key: _one(key, _plain(part, outermost=outermost)) for key, part in value.items() if key != "pageInfo"}
    if isinstance(value, list):
        parts = [_plain(part, outermost=False) for part in value]
        return parts if outermost else sorted(parts, key=repr)
    found = UUID.search(value) if isinstance(value, str) else None
    return found[0] if found else value


def _one(key: str, part: Any) -> Any:  # noqa: ANN401 - JSON
    """A dialect without links through another table writes `home` as a list of one."""
    if key == "home" and isinstance(part, list):
        return part[0] if part else None
    return part


def first_difference(one: Any, other: Any, where: str = "answers") -> str | None:  # noqa: ANN401 - JSON
    """The first place where two answers in this form differ, in a few words."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        pairs = [(one[key], other[key], f"{where}.{key}") for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(left, right, f"{where}[{index}]") for index, (left, right) in enumerate(zip(one, other, strict=True))]
    else:
        return None if one == other else f"{where}: {str(one)[:200]} and {str(other)[:200]}"
    return next((found for pair in pairs if (found := first_difference(*pair))), None)
