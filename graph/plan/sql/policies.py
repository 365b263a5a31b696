"""What a country has laid down, on a day: one value, looked up by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Text, literal_column, or_, select

from countries.packs.keys import RuleKey
from graph.plan.sql.parameters import TODAY

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from countries.packs.families import RuleFamily
    from graph.plan.sql.parameters import Parameters
    from graph.plan.sql.relation import Relation

POLICY = "policy"
WHOLE_COUNTRY: ColumnElement[str] = literal_column("''", Text())
"""The part that stands for all of a country."""


def laid_down(
    said: Relation,
    policy: RuleKey | RuleFamily,
    country: Any,  # noqa: ANN401 - an expression of SQL
    on: Any,  # noqa: ANN401 - likewise
    jurisdiction: Any = WHOLE_COUNTRY,  # noqa: ANN401 - likewise
    *,
    of: Any = None,  # noqa: ANN401 - likewise
) -> Select[Any]:
    """A select of one value, or of none; `said` are rows of the register. It is never joined to a country's rows.

    A number is empty where nothing is asked; of another unit it is the value as a text, `NOT_APPLICABLE` too. Of a
    family it is that of the member `of`.
    """
    key = literal_column(f"'{policy.key}'") if isinstance(policy, RuleKey) else _member_key(policy, of)
    return (
        select(said.c.whole if policy.unit.is_number else said.c.value)
        .select_from(said.clause)
        .where(
            said.c.code == country,
            said.c.key == key,
            said.c.jurisdiction == jurisdiction,
            *holds(said, on),
        )
    )


def of_rule(said: Any, rule: RuleKey) -> Select[Any]:  # noqa: ANN401 - whatever gives columns by `c`
    """All that countries say of a rule that is a number: where, from when, until when, and how many.

    Args:
        said: rows of the register.
        rule: the rule.
    """
    columns = (said.c[name] for name in ("jurisdiction", "from_day", "until_day", "whole"))
    key: ColumnElement[str] = literal_column(f"'{rule.key}'", Text())
    return select(said.c.code.label("country_code"), *columns).where(said.c.key == key)


def _member_key(family: RuleFamily, of: Any) -> ColumnElement[Any]:  # noqa: ANN401 - an expression of SQL
    before: ColumnElement[Any] = literal_column(f"'{family.key('')}'", Text())
    return before.op("||")(of)


def holds(said: Relation, on: Any) -> tuple[ColumnElement[bool], ColumnElement[bool]]:  # noqa: ANN401 - an expression of SQL
    """That rules hold on a day."""
    return said.c.from_day <= on, or_(said.c.until_day.is_(None), said.c.until_day > on)


def is_bound(parameters: Parameters, on: Any) -> bool:  # noqa: ANN401 - an expression of SQL
    """Whether a rule is known when values are bound: one country asks for today's."""
    is_today = isinstance(on, BindParameter) and on.key == TODAY
    return parameters.tier.is_national and is_today
