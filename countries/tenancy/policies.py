"""Tenancy in SQL: the policies and grants of a table, and the functions that set a transaction's scope.

A policy is for one login, and a conjunction of terms (`countries/tenancy/terms.py`). Without a setting it compares
with NULL, and no row is seen.

These are the only statements that are written as text: they go, word for word, into migrations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.tenancy.logins import OPERATOR, STATISTICS, TIER_LOGINS
from countries.tenancy.rows import TENANT, RowsOf, rule_of
from countries.tenancy.scope import ALWAYS, FURTHER
from countries.tenancy.terms import policy_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.tenancy.caller import Tier
    from countries.tenancy.terms import Bounds

LARGE_COUNTRIES = 8
"""How many countries PostgreSQL's planner counts on, so that it expects an eighth of a table's rows in each.

One plan serves every country. By the average of 138 it takes a country for a handful of rows, and reads all of them for
a look-up by key; what suits the largest country is right for the small ones too.
"""

_SET = "\n".join(f"  EXECUTE format('SET LOCAL hearth.{each.name} = %L', {each.name});" for each in ALWAYS)
_EMPTY = "\n".join(
    f"  IF current_setting('hearth.{each.name}', true) <> '' THEN SET LOCAL hearth.{each.name} = ''; END IF;"
    for each in FURTHER
)
SCOPE_FUNCTION = f"""
CREATE OR REPLACE FUNCTION hearth_scope(country text, countries text, programmes text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- Always all of them, one statement each: what an earlier transaction left behind is overwritten,
  -- and the workers of a distributed server hear of each.
{_SET}
  -- What bounds few callers is empty for all others.
{_EMPTY}
END
$$
""".strip()
"""`hearth_scope(country, countries, programmes)`: empty text where the tier has none; lists are joined by commas."""

EXTENDED_SCOPE_FUNCTION = """
CREATE FUNCTION hearth_scope(country text, countries text, programmes text, names text[], texts text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hearth_scope(country, countries, programmes);
  FOR place IN 1 .. cardinality(names) LOOP
    EXECUTE format('SET LOCAL hearth.%I = %L', names[place], texts[place]);
  END LOOP;
END
$$
""".strip()
"""The same with further settings, by their names (`countries/tenancy/scope.py`)."""

SCOPE_SIGNATURES = ("hearth_scope(text, text, text)", "hearth_scope(text, text, text, text[], text[])")


@dataclass(frozen=True, slots=True)
class TablePromise:
    """What tenancy needs to know of a table.

    Attributes:
        name: the table.
        owner: what its rows belong to; with the tier, it decides which rows are seen.
        programme_column: the column that holds the programme, where rows belong to one.
        reads: the columns that each tier may read; a tier that is missing reads nothing.
        creates: the columns that each tier may give with a new row.
        changes: the columns that each tier may change.
        statistics_reads: the columns that the statistics login reads, of every country.
        statistics_adds: the columns that it gives with a new row.
        empties: the tiers that may take rows away.
        rows: which rows a tier sees, where the table says so itself.
    """

    name: str
    owner: RowsOf
    programme_column: str | None
    reads: Mapping[Tier, tuple[str, ...]]
    creates: Mapping[Tier, tuple[str, ...]] = field(default_factory=dict)
    changes: Mapping[Tier, tuple[str, ...]] = field(default_factory=dict)
    statistics_reads: tuple[str, ...] = ()
    statistics_adds: tuple[str, ...] = ()
    empties: frozenset[Tier] = frozenset()
    rows: Mapping[Tier, Bounds] = field(default_factory=dict)

    @property
    def has_row_security(self) -> bool:
        """Whether who reads a row depends on the row: all but registers."""
        return self.owner is not RowsOf.NOBODY

    @property
    def is_tenant(self) -> bool:
        """Whether its rows belong to one country."""
        return self.owner in TENANT


def scope_statements() -> Iterator[str]:
    """The scope functions, callable by the tiers alone."""
    yield SCOPE_FUNCTION
    yield EXTENDED_SCOPE_FUNCTION
    for signature in SCOPE_SIGNATURES:
        yield f"REVOKE EXECUTE ON FUNCTION {signature} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {signature} TO {', '.join(TIER_LOGINS)}"


def table_statements(table: TablePromise) -> Iterator[str]:
    """Row security, policies and grants of one table, and what PostgreSQL is told of the size of countries."""
    if table.has_row_security:
        yield f"ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY"
        yield f"ALTER TABLE {table.name} FORCE ROW LEVEL SECURITY"
    if table.is_tenant:
        yield f"ALTER TABLE {table.name} ALTER COLUMN country_code SET (n_distinct = {LARGE_COUNTRIES})"
    for tier, columns in table.reads.items():
        if table.has_row_security:
            rows = _rows(table, tier)
            yield f"CREATE POLICY {table.name}_{tier.value} ON {table.name} TO {tier.login} USING ({rows})"
        yield f"GRANT {', '.join(_rights(table, tier, columns))} ON {table.name} TO {tier.login}"
    yield from _statistics(table)
    whole = "SELECT, INSERT, UPDATE, DELETE, MAINTAIN" if table.empties else "SELECT, INSERT, UPDATE, MAINTAIN"
    yield f"GRANT {whole} ON {table.name} TO {OPERATOR}"


def _statistics(table: TablePromise) -> Iterator[str]:
    """What is counted when a period is closed, and what that writes."""
    if not table.statistics_reads:
        return
    if table.has_row_security:
        yield f"CREATE POLICY {table.name}_statistics ON {table.name} TO {STATISTICS} USING (true)"
    rights = [f"SELECT ({', '.join(table.statistics_reads)})"]
    if table.statistics_adds:
        rights.append(f"INSERT ({', '.join(table.statistics_adds)})")
    yield f"GRANT {', '.join(rights)} ON {table.name} TO {STATISTICS}"


def _rights(table: TablePromise, tier: Tier, columns: tuple[str, ...]) -> Iterator[str]:
    """What a tier may do with which columns; no record is taken away."""
    yield f"SELECT ({', '.join(columns)})"
    if created := table.creates.get(tier):
        yield f"INSERT ({', '.join(created)})"
    if changed := table.changes.get(tier):
        yield f"UPDATE ({', '.join(changed)})"
    if tier in table.empties:
        yield "DELETE"


def _rows(table: TablePromise, tier: Tier) -> str:
    """Which rows of a table a tier sees."""
    rule = rule_of(table.name, table.owner, tier, table.rows)
    return policy_of(tuple(term.of_table(table.programme_column, None) for term in rule))
