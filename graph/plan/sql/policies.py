"""What a country has laid down, on a day: one value, looked up by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, or_, select

if TYPE_CHECKING:
    from sqlalchemy import Select

    from countries.register.policies import CountryPolicy
    from graph.plan.sql.relation import Relation

POLICY = "policy"


def laid_down(said: Relation, policy: CountryPolicy, country: Any, on: Any) -> Select[Any]:  # noqa: ANN401 - an expression of SQL
    """A select of one value, or of none; `said` are rows of the register. It is never joined to a country's rows."""
    return (
        select(said.c.whole)
        .select_from(said.clause)
        .where(
            said.c.code == country,
            said.c.key == literal_column(f"'{policy.key}'"),
            said.c.from_day <= on,
            or_(said.c.until_day.is_(None), said.c.until_day > on),
        )
    )
