"""Rules of the part of a country in which a row's programme stands: a child's, a home's, whatever a programme owns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countries.packs.keys import RuleKey
    from graph.declarations.frame import Frame, Rows, Sql

READS = {"programme": ("jurisdiction",)}
"""What `laid_down_for` reads of other rows."""


def laid_down_for(frame: Frame, row: Rows, rule: RuleKey, on: Sql) -> Sql:
    """What is laid down on a day for a row, by the part of the country that its programme stands in.

    It is the country's own rule where the programme stands in no part, and where the part says nothing else.

    Args:
        frame: of the row.
        row: a row that has a `programme_id`.
        rule: the rule, a number.
        on: the day.
    """
    programme = frame.rows("programme", id=row.c.programme_id)
    return frame.policy(rule, on, jurisdiction=frame.value(programme.c.jurisdiction, programme))
