"""What is told of a code of a country's own list, over the register's rows in memory, to a caller who reads English."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.entities import graph_model

if TYPE_CHECKING:
    from tests.oracle.rows import Row

CODE = "Code"
"""The type of what is told."""
CODES = "national_code"
"""The table of the register."""


def code_of(listed: list[Row], table: str, column: str, row: Row, today: date) -> dict[str, object] | None:
    """All that is told of a row's code: as it was on the row's day, or else as it is known last.

    Which list it is of, and which day is the row's, is what the column declares.
    """
    codes = graph_model().by_table[table].stored[column].codes
    assert codes is not None
    day = row[codes.dated] if codes.dated else today
    mine = (row["country_code"], codes.list, row[column])
    lines = [each for each in listed if (each["country"], each["list_key"], each["code"]) == mine]
    if not lines:
        return None
    begun = [each for each in lines if each["from_day"] <= day]
    line = max(begun or lines, key=lambda each: each["from_day"])
    begins, ends = line["from_day"], line["until_day"]
    return {
        "__typename": CODE,
        "code": line["code"],
        "label": dict(zip(line["languages"], line["labels"], strict=True))["en"],
        "international": line["international"],
        "from": None if begins == date.min else begins.isoformat(),
        "until": None if ends is None else ends.isoformat(),
        "source": line["source"],
        "certain": line["certain"] == "YES",
    }
