"""Text that a spreadsheet would run: guarded on its way out, and the same guard taken off on its way in.

A CSV file cannot say that a cell is text: a spreadsheet runs what begins like a formula (OWASP, "CSV Injection"). An
apostrophe before it stops that. What would be taken for a guard gets one too, so that every text comes back as it was;
a name such as `'s-Hertogenbosch` needs none. A workbook says itself that a cell is text, but cannot hold every
character, and whoever types leaves spaces around: those are written as Office writes them, `_x000D_`.
"""

from __future__ import annotations

import re

GUARD = "'"
RUN = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - the wide forms are run too
"""What a formula may begin with."""
GUARDED = frozenset(RUN + GUARD + " ")
"""What stands behind a guard."""

UNHOLDABLE = re.compile(r"[\x00-\x08\x0b-\x1f]|^[ \xa0]|[ \xa0]$|_(?=x[0-9A-Fa-f]{4}_)")
WRITTEN = re.compile(r"_x([0-9A-Fa-f]{4})_")


def guarded(text: str) -> str:
    """A text as a CSV cell holds it."""
    first, second = text[:1], text[1:2]
    runs = first in RUN or first == " "
    return GUARD + text if text and (runs or (first == GUARD and second in GUARDED and second != "")) else text


def unguarded(cell: str) -> tuple[str, bool]:
    """The text of a CSV cell, and whether it was guarded: such a text is taken as it stands."""
    if cell.startswith(GUARD) and cell[1:2] in GUARDED and len(cell) > 1:
        return cell[1:], True
    return cell, False


def escaped(text: str) -> str:
    """A text as a workbook holds it."""
    return UNHOLDABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(cell: str) -> str:
    """The text of a workbook's cell."""
    return WRITTEN.sub(lambda found: chr(int(found[1], 16)), cell)
