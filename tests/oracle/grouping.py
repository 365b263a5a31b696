"""`counts` and `distinct` of a connection, over lists in memory."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from graphql import FieldNode

from tests.oracle.faults import BadInputError
from tests.oracle.paging import read_sizes
from tests.oracle.reading import Reading, sets_of
from tests.oracle.rows import Row
from tests.oracle.sight import Sight, identifier

GROUPED = ("counts", "distinct")
GROUPED_PAGE = 100
MOST = 3


def words_of(given: dict[str, Any]) -> list[str]:
    """What rows are grouped by."""
    return [given["field"]] if "field" in given else list(given["by"])


def field_of(word: str) -> str:
    """The field behind a word: `FAMILY_NAME` is `familyName`."""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), word.lower())


def check_groups(sight: Sight, type_name: str, given: dict[str, Any]) -> tuple[int, bool]:
    """How many groups are asked for, and whether the caller may ask.

    Raises:
        BadInputError: an argument cannot be meant.
    """
    size, _ = read_sizes(given, GROUPED_PAGE)
    words = words_of(given)
    if not 1 <= len(words) <= MOST or len(set(words)) < len(words):
        raise BadInputError
    return size or 0, all(sight.may(type_name, field_of(word)) for word in words)


def grouped(
    reading: Reading, sight: Sight, type_name: str, rows: list[Row], nodes: list[FieldNode]
) -> list[Any] | None:
    """The answer of one of them."""
    given = reading.arguments(f"{type_name}Connection", nodes[0])
    size, may = check_groups(sight, type_name, given)
    if not may:
        return None
    words = words_of(given)
    found = Counter(tuple(_value(sight, type_name, row, field_of(word)) for word in words) for row in rows)
    if nodes[0].name.value == "distinct":
        return [_told(value) for value in sorted(value for (value,) in found if value is not None)][:size]
    listed = sorted(found.items(), key=lambda each: (-each[1], [(value is None, value) for value in each[0]]))
    return [_group(reading, nodes, words, values, count) for values, count in listed[:size]]


def _group(
    reading: Reading, nodes: list[FieldNode], words: list[str], values: tuple[Any, ...], count: int
) -> dict[str, object]:
    answer: dict[str, object] = {}
    for key, inner in reading.fields("GroupCount", sets_of(nodes)).items():
        match inner[0].name.value:
            case "count":
                answer[key] = count
            case "splits":
                answer[key] = [_split(reading, inner, *each) for each in zip(words, values, strict=True)]
            case _:
                answer[key] = "GroupCount"
    return answer


def _split(reading: Reading, nodes: list[FieldNode], word: str, value: object) -> dict[str, object]:
    told = {"dimension": word, "value": _told(value), "__typename": "GroupSplit"}
    return {key: told[inner[0].name.value] for key, inner in reading.fields("GroupSplit", sets_of(nodes)).items()}


def _value(sight: Sight, type_name: str, row: Row, name: str) -> Any:  # noqa: ANN401 - a value of any type
    target = sight.vocabulary.target_of(type_name, name)
    if target is None:
        return sight.comparable(type_name, row, name)
    there = sight.linked(type_name, row, name)
    if not there:
        return None
    return identifier(target[0], there[0])


def _told(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
