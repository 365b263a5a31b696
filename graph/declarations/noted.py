"""What an expression of an entity names, noted before anybody asks: all of it is what the entity has declared.

Composing an expression looks at no row, so that one run names all that it ever reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, Text, bindparam, column, exists, literal_column, select, table

from graph.declarations.misdeclared import MisdeclaredError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnClause, ColumnElement, FromClause, Table

    from countries.packs.keys import RuleKey
    from graph.declarations.frame import Rows, Sql

KEY = frozenset({"country_code", "id", "code"})
"""What every row is found by: nobody declares that."""
OWN = ""
"""The name under which the row's own columns are noted."""


class NotedColumns:
    """Columns by name; each one that is asked for is handed to `note`, which may refuse it."""

    def __init__(self, of: FromClause, note: Callable[[str], None]) -> None:
        self._of = of
        self._note = note

    def __getattr__(self, name: str) -> ColumnClause[Any]:
        self._note(name)
        made: ColumnClause[Any] = column(name)
        made.table = self._of
        return made

    def __getitem__(self, name: str) -> ColumnClause[Any]:
        return self.__getattr__(name)


class NotedRows:
    """Rows whose columns are noted."""

    def __init__(self, clause: FromClause, note: Callable[[str], None]) -> None:
        self.clause = clause
        self.c = NotedColumns(clause, note)


class NotingFrame:
    """Notes what one expression of an entity asks for.

    Args:
        entity: whose expression it is.
        name: the member.
        tables: all of them.
        uses: what it declares of its own row.
        reads: what it declares of other tables.

    Attributes:
        named: the columns that it named, by table; its own row's under the empty name.
        found_by: for each table, the columns by which its rows are looked up.
        hung: for each time that rows are read, the table and those of its columns that name the row itself.
        led: for each time that the row is read which a column of this one leads to, the table and that column.
        policies: what it asked of the country.
        dated: whether it asked for the day that a caller names.

    Raises:
        MisdeclaredError: it names what it does not declare, or what there is not.
    """

    def __init__(
        self,
        entity: type[Any],
        name: str,
        tables: Mapping[str, Table],
        uses: tuple[str, ...],
        reads: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._entity = entity
        self._name = name
        self._tables = tables
        self._declared = {OWN: uses, **reads}
        self._count = 0
        self._own = table(str(entity.__tablename__)).alias(str(entity.__tablename__))
        self.named: dict[str, set[str]] = {}
        self.found_by: dict[str, set[str]] = {}
        self.hung: list[tuple[str, frozenset[str]]] = []
        self.led: list[tuple[str, str]] = []
        self.policies: set[str] = set()
        self.dated = False

    def refuse(self, message: str) -> MisdeclaredError:
        """The error that names the member's file and line."""
        return MisdeclaredError(self._entity, self._name, message)

    def own(self) -> NotedRows:
        """The row itself."""
        name = str(self._entity.__tablename__)
        return NotedRows(self._own, lambda each: self._note(OWN, name, each))

    def _note(self, of: str, table_name: str, each: str) -> None:
        if each not in self._tables[table_name].columns:
            raise self.refuse(f"there is no column {table_name}.{each}.")
        if each in KEY:
            return
        if each not in self._declared[of]:
            said = "uses" if of == OWN else "reads"
            raise self.refuse(f"it names {table_name}.{each}, and `{said}` does not: who may read it hangs on that.")
        self.named.setdefault(of, set()).add(each)

    # What `Frame` says

    @property
    def today(self) -> Sql:
        """A day."""
        return bindparam("today", type_=Date())

    @property
    def on(self) -> Sql:
        """A day."""
        self.dated = True
        return bindparam("on", type_=Date())

    def rows(self, table: str, **same: Sql) -> NotedRows:
        """Rows of a table that the declaration names."""
        if table not in self._tables:
            raise self.refuse(f"there is no table {table}.")
        if table not in self._declared:
            raise self.refuse(f"it reads {table}, and `reads` does not say so: who may read it hangs on that.")
        found = NotedRows(self._alias(table), lambda each: self._note(table, table, each))
        self.named.setdefault(table, set())
        for name in same:
            found.c[name]
        self.found_by.setdefault(table, set()).update(same)
        leads = self._own_column(same["id"]) if same.keys() == {"id"} else None
        if leads is not None:
            self.led.append((table, leads))
        else:
            self.hung.append((table, frozenset(name for name, value in same.items() if self._is_itself(value))))
        return found

    def _own_column(self, value: Sql) -> str | None:
        """The column of the row that a value is, but for its identity; none where it is no column of it."""
        name = getattr(value, "name", None)
        return name if name != "id" and getattr(value, "table", None) is self._own else None

    def _is_itself(self, value: Sql) -> bool:
        """Whether a value is the row's own identity."""
        return getattr(value, "name", None) == "id" and getattr(value, "table", None) is self._own

    def _alias(self, name: str) -> FromClause:
        self._count += 1
        return table(name).alias(f"{name}_{self._count}")

    def value(self, value: Sql, rows: Rows, *where: Sql) -> Sql:
        """A value."""
        return select(value).select_from(_clause(rows)).where(*where).scalar_subquery()

    def any(self, rows: Rows, *where: Sql) -> ColumnElement[bool]:
        """A condition."""
        return exists(select(literal_column("1")).select_from(_clause(rows)).where(*where))

    def grouped(self, columns: Mapping[str, Sql], rows: Rows, *where: Sql, by: Sql) -> NotedRows:
        """Rows of these columns alone."""
        made = select(*(each.label(name) for name, each in columns.items())).select_from(_clause(rows))
        self._count += 1

        def note(name: str) -> None:
            if name not in columns:
                raise self.refuse(f"what it groups has no column {name}.")

        return NotedRows(made.where(*where).group_by(by).subquery(f"grouped_{self._count}"), note)

    def today_in(self, country: Sql) -> Sql:
        """A day."""
        del country
        return self.today

    def policy(self, policy: RuleKey, on: Sql, jurisdiction: Sql | None = None, country: Sql | None = None) -> Sql:
        """A whole number, or a text."""
        del on, jurisdiction, country
        self.policies.add(policy.key)
        return bindparam(policy.key, type_=Integer() if policy.unit.is_number else Text())


def _clause(rows: Rows) -> FromClause:
    if not isinstance(rows, NotedRows):
        raise TypeError(rows)
    return rows.clause
