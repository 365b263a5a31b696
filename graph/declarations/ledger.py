"""What writes leave behind for the machinery: tables that belong to a country, and that the graph does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from graph.declarations.base import Entity
from graph.declarations.declared import Stored
from graph.declarations.fields import column_of
from graph.declarations.nouns import NATIONAL, NOBODY, Privacy, WrittenBy
from graph.kinds.kind import Kind
from graph.kinds.table import STORED

if TYPE_CHECKING:
    from countries.tenancy.caller import Tier


def country_of(readers: frozenset[Tier] = NATIONAL, creates: frozenset[Tier] | None = None) -> Any:  # noqa: ANN401 - as _column
    """The country that a row belongs to: the first column of its key, given by whoever adds a row.

    Args:
        readers: who reads the table.
        creates: who adds a row; all of these where nothing is said.
    """
    stored = Stored(
        Kind.TEXT, "The country that the row belongs to.", Privacy.PLAIN, readers, filters=False, orders=False,
        api=None, hidden=True, written=WrittenBy(readers if creates is None else creates),
    )  # fmt: skip
    return column_of(stored, STORED[Kind.TEXT], primary_key=True)


class Ledger(Entity):
    """The base of a tenant table that the graph does not show as it is: what writes leave behind for the machinery.

    Every column that a tier reads it may also give with a new row; which ones it may change, the declaration says.
    """

    in_graph: ClassVar[bool] = False

    country_code: str = country_of()


def moment(doc: str) -> Any:  # noqa: ANN401 - as _column
    """An instant that the database's clock gives, and nobody else."""
    return entry(
        Kind.INSTANT,
        doc,
        privacy=Privacy.PLAIN,
        creates=NOBODY,
        default=None,
        default_sql="statement_timestamp()",
        nullable=False,
    )


def entry(kind: Kind, doc: str, **options: Any) -> Any:  # noqa: ANN401 - as _column
    """A column of a ledger: national tiers read it and give it with a new row.

    Options are those of `plain`, `readers`, and `privacy`, sensitive where nothing is said.

    What the database fills by itself is `creates=NOBODY`: no clock but its own tells when something was written.
    """
    readers = options.pop("readers", NATIONAL)
    stored = Stored(
        kind=kind,
        doc=doc,
        privacy=options.pop("privacy", Privacy.SENSITIVE),
        readers=readers,
        filters=False,
        orders=False,
        api=None,
        hidden=True,
        written=WrittenBy(options.pop("creates", readers), options.pop("changes", NOBODY)),
        day=options.pop("day", None),
    )
    return column_of(stored, STORED[kind], **options)
