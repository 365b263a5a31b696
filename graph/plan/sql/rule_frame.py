"""What a rule between rows may ask besides them (`graph/declarations/rules.py`), wherever a statement asks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement

from graph.plan.sql.codes import is_listed


@dataclass(frozen=True, slots=True)
class SqlFrame:
    """As `RuleFrame` says.

    Attributes:
        today: today's date in the country.
        country: the country's code.
        was: the row as it stood; none where nobody has said.
    """

    today: Any
    country: Any
    was: Any = None

    def listed(self, codes: str, code: Any, on: Any = None) -> ColumnElement[bool]:  # noqa: ANN401 - expressions of SQL
        """Whether a list of the country has a code."""
        return is_listed(self.country, codes, code, on)
