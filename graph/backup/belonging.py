"""Which rows are one country's, of every table: by its declaration, so that a new table is in the next backup.

tenant tables                        country_code                         records, history, feed, keys
the federation's, with a country     country_code, or area                what is published of it, and behind it
the federation's, without one        by the tables that name one          the releases themselves
the federation's secrets             no country, and no reader            nothing: no country is told of them
registers                            code                                 its populations, how its texts are kept
what migrations say of a database    no country                           nothing: `hearth migrate` says it anew
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Table, func, literal_column, select, union

from graph.database.migrate import FILLED
from graph.declarations.base import Entity
from graph.declarations.nouns import TableKind
from graph.entities import graph_model
from graph.plan.sql.compiled import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

CODE = "country_code"
NAMED_BY = (CODE, "area", "code")
"""The columns that name a country, the surest first."""
RELEASE = "release_id"
MADE_UP = "gen_random_uuid()"
"""The default of what nobody is told, such as the secret that cursors are sealed with: no backup of a country has it.
Where its rows come back the database makes up another, and cursors of before are refused."""


class NobodysTable(RuntimeError):
    """A table does not say which of its rows are a country's. Nothing is written before somebody has said so."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """A table, and how a country's rows are found in it.

    Attributes:
        name: the table.
        kind: what its rows belong to.
        columns: what is written: all that PostgreSQL does not work out or make up by itself.
    """

    name: str
    kind: TableKind
    columns: tuple[str, ...]

    def rows(self) -> str:
        """A statement that reads the rows of the country `$1`, in the order of their key."""
        held = _table(self.name)
        chosen = select(*(held.c[name] for name in self.columns)).where(_of_country(held))
        return text_of(chosen.order_by(*held.primary_key.columns))

    def count(self) -> str:
        """A statement that counts the rows of the country `$1`."""
        held = _table(self.name)
        return text_of(select(func.count()).select_from(held).where(_of_country(held)))

    def others(self) -> str:
        """A statement that asks whether there are rows of another country than `$1`, or of none."""
        held = _table(self.name)
        return text_of(select(select(literal_column("1")).select_from(held).where(~_of_country(held)).exists()))


def belongings() -> tuple[Belonging, ...]:
    """Every table of which a country has rows; one that another refers to comes first.

    Raises:
        NobodysTable: one does not say which of its rows are a country's.
    """
    return tuple(_belongings())


def _belongings() -> Iterator[Belonging]:
    model = graph_model()
    for held in Entity.metadata.sorted_tables:
        entity = model.by_table[held.name]
        if _is_secret(held) or (entity.emptied_by and entity.keys_of is None):
            # What is emptied before every commit holds nobody's record.
            continue
        if held.name in FILLED and not any(name in held.c for name in NAMED_BY):
            # What `hearth migrate` says of the database itself is no country's: it says so of another one anew.
            continue
        _of_country(held)
        columns = tuple(column.name for column in held.columns if not _made_by_the_database(column))
        yield Belonging(held.name, entity.kind, columns)


def _is_secret(held: Table) -> bool:
    """Whether the federation keeps it from everybody, as the key with which counts are rounded.

    Who has that reads more out of every country's figures than they say. A country by itself makes a key of its own.
    """
    entity = graph_model().by_table[held.name]
    names_one = any(name in held.c for name in (*NAMED_BY, RELEASE))
    return entity.kind is TableKind.FEDERATION and not entity.readers and not names_one


def _made_by_the_database(column: Column[Any]) -> bool:
    default: Any = column.server_default
    return column.computed is not None or MADE_UP in str(getattr(default, "arg", ""))


def _table(name: str) -> Table:
    return Entity.metadata.tables[name]


def _of_country(held: Table) -> ColumnElement[bool]:
    for name in NAMED_BY:
        if name in held.c:
            named: ColumnElement[bool] = held.c[name] == literal_column("$1")
            return named
    naming = [each for each in Entity.metadata.sorted_tables if RELEASE in each.c and CODE in each.c]
    if held.name == RELEASE.removesuffix("_id") and naming:
        told = (select(each.c[RELEASE]).where(each.c[CODE] == literal_column("$1")) for each in naming)
        return held.c["id"].in_(union(*told))
    message = f"{held.name} does not say which of its rows are a country's: say it in graph/backup/belonging.py."
    raise NobodysTable(message)
