"""The page about packs lists every rule as the code has it, and no other."""

from __future__ import annotations

from pathlib import Path

from countries.packs.keys import KEYS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "packs.md"


def test_the_page_lists_every_rule_with_its_unit_and_bounds() -> None:
    """In the order of the keys."""
    lines = PAGE.read_text(encoding="utf-8").partition("## The rules")[2].splitlines()
    expected = []
    for key in KEYS.values():
        bounds = f"{key.least} to {key.most}" if key.unit.is_number else ", ".join(key.members) or "words"
        bounds += ", or none" if key.may_be_none else ""
        expected.append(f"| `{key.key}` | {key.unit.lower()} | {bounds} | {key.doc} |")
    assert [line for line in lines if line.startswith("| `")] == expected
