"""A statement taken apart: its levels (one SELECT each, without those inside it), and the aliases that each introduces.

No SQL parser: the compiler's own texts know no quoted parenthesis but in the names of response keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

OPENS = re.compile(r"\s*(SELECT|WITH)\b")
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
TABLE = re.compile(r"(?:FROM|JOIN|,)\s+([a-z_]+) AS ([a-z_]+_\d+)\b")
DERIVED = re.compile(
    r"\) AS ((?:page|fetched|link|node|edge|connection|gathered|rows|found|listed|report|release|figure|figure_of"
    r"|comparison|counted_rows)_\d+|answer|wanted)\b"
)
CALLED = re.compile(r" AS ([a-z_]+_\d+)\b")
NAMED = re.compile(r"\b((?:after|before|release|counted|filled|past)_\d+) AS\s*(?:MATERIALIZED\s*)?\(")


@dataclass(slots=True)
class Level:
    """One SELECT: its own text, with the parentheses inside it that are no SELECT of their own.

    Attributes:
        alias: what the level around it calls it.
    """

    text: str = ""
    inner: list[Level] = field(default_factory=list)
    alias: str = ""

    def all(self) -> list[Level]:
        """This level and those inside it."""
        return [self, *(level for inner in self.inner for level in inner.all())]

    @property
    def tables(self) -> list[tuple[str, str]]:
        """Table and alias of every table that it reads."""
        return TABLE.findall(self.text)


def levels_of(statement: str) -> list[Level]:
    """Every level of a statement, from the outside in."""
    text = QUOTED.sub("''", statement)
    top = Level()
    stack: list[tuple[Level, bool]] = []
    level = top
    for position, character in enumerate(text):
        if character == "(":
            opens = OPENS.match(text, position + 1) is not None
            stack.append((level, opens))
            level.text += character
            if opens:
                inside = Level()
                level.inner.append(inside)
                level = inside
        elif character == ")":
            closed = level
            level, opened = stack.pop()
            called = CALLED.match(text, position + 1) if opened else None
            closed.alias = called[1] if called and opened else closed.alias
            level.text += character
        else:
            level.text += character
    assert not stack, "parentheses do not match"
    return top.all()


def introduced(statement: str) -> list[str]:
    """Every alias that the statement introduces for a table, a sub-select or a common table expression."""
    text = QUOTED.sub("''", statement)
    return [alias for _, alias in TABLE.findall(text)] + DERIVED.findall(text) + NAMED.findall(text)
