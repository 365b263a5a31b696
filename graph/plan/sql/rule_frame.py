"""What a rule between rows may ask besides them (`graph/declarations/rules.py`), wherever a statement asks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func

from graph.plan.sql.codes import is_listed
from graph.plan.sql.policies import POLICY, WHOLE_COUNTRY, laid_down
from graph.plan.sql.relation import table_source

if TYPE_CHECKING:
    from countries.packs.families import RuleFamily
    from countries.packs.keys import RuleKey


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

    def laid_down(self, policy: RuleKey | RuleFamily, on: Any, *, jurisdiction: Any, of: Any = None) -> Any:  # noqa: ANN401 - as above
        """What the country has laid down."""
        said = table_source(POLICY, "said_policy")
        part = func.coalesce(jurisdiction, WHOLE_COUNTRY)
        found = laid_down(said, policy, self.country, on, part, of=of)
        return found.correlate_except(said.clause).scalar_subquery()
