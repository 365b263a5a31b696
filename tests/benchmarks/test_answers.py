"""Answers of three dialects in one form, and where two of them differ."""

from __future__ import annotations

from typing import Any

from benchmarks.answers import canonical, first_difference

ONE, TWO = "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5e", "0199b0c8-7a6e-7c3e-9d2f-4f1a2b3c4d5f"
HEARTH: dict[str, Any] = {
    "children": {
        "nodes": [
            {"id": f"Child_BE_{ONE}", "home": {"name": "Linde"}, "stays": {"nodes": [{"day": 1}, {"day": 2}]}},
            {"id": f"Child_BE_{TWO}", "home": None, "stays": {"nodes": []}},
        ],
        "pageInfo": {"hasNextPage": False},
    }
}
POSTGRAPHILE = {
    "children": {
        "nodes": [
            {"id": ONE, "home": {"nodes": [{"home": {"name": "Linde"}}]}, "stays": {"nodes": [{"day": 2}, {"day": 1}]}},
            {"id": TWO, "home": {"nodes": []}, "stays": {"nodes": []}},
        ]
    }
}
TEXTBOOK = {
    "children": [
        {"id": ONE, "home": {"name": "Linde"}, "stays": [{"day": 1}, {"day": 2}]},
        {"id": TWO, "home": None, "stays": []},
    ]
}


def test_three_dialects_have_one_form() -> None:
    """Connections, ids, links through a table and the order of inner lists are a dialect's own."""
    assert canonical(HEARTH) == {
        "children": [{"id": ONE, "home": "Linde", "stays": [1, 2]}, {"id": TWO, "home": None, "stays": []}]
    }
    assert canonical(HEARTH) == canonical(POSTGRAPHILE) == canonical(TEXTBOOK)


def test_the_order_of_the_outer_list_counts() -> None:
    """It was asked for."""
    turned = {"children": TEXTBOOK["children"][::-1]}
    assert canonical(turned) != canonical(TEXTBOOK)


def test_a_total_stays_beside_its_nodes() -> None:
    """A page that was asked for its total keeps it."""
    page = {"children": {"nodes": [{"a": 1, "b": 2}], "totalCount": 7}}
    assert canonical(page) == page


def test_the_first_difference_is_told_with_its_place() -> None:
    """Equal answers have none; else the place and both values."""
    one, other = canonical(HEARTH), canonical(TEXTBOOK)
    assert first_difference(one, other) is None
    other["children"][0]["stays"] = [1, 3]
    assert first_difference(one, other) == "answers.children[0].stays[1]: 2 and 3"
    other["children"][0]["stays"] = [1]
    assert first_difference(one, other) == "answers.children[0].stays: [1, 2] and [1]"
    del other["children"][1]["home"]
    assert first_difference(one["children"][1], other["children"][1], "x") is not None
