"""What each kind is, one row a kind: whoever needs to know one of these things asks here, and nobody lists kinds again.

    stored      its type in PostgreSQL          told        how JSON tells it
    value       the type of a parameter         operators   how it is filtered, if it is
    scalar      its scalar in GraphQL           orders      whether rows are ordered by it
    compared    a client's value in a filter    from_cell   a file's cell
    written     a client's value in an input    to_cell     what a file holds of it

Four things are not a kind's alone, and stand elsewhere. An identity is read and written with the type and the country
of its row (`graph/plan/read/ids.py`). What a text is kept as, and what of it is refused, is its form
(`graph/text.py`). Which codes a national list has is said by the country (`countries/codes/`). Two columns that are one
thing are one declaration (`graph/declarations/columns.py`): money will be an amount in its smallest unit, of
BIG_INTEGER, beside its currency; DECIMAL knows two digits alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, JSON, BigInteger, Boolean, Date, DateTime, Integer, Numeric, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY as PG_ARRAY
from sqlalchemy.dialects.postgresql import JSONB

from graph.kinds import cells, values
from graph.kinds.kind import MAX_CODE, Kind, limit_of
from graph.text import TextForm

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

    from graph.kinds.cells import Raw
    from graph.kinds.kind import ValueShape
    from graph.kinds.values import Convert

NAME_COLLATION = "C"
"""Text compares by code point everywhere: one index serves equality, prefix and order, and cursors agree."""

COMPARED = ("eq", "ne", "in", "notIn")
ORDERED = ("lt", "lte", "gt", "gte")
TEXTUAL = ("startsWith", "contains")
EMPTY = ("isNull",)

Way = Callable[["ValueShape"], Callable[[Any], object]]
"""How a value of a column, an input or a cell is read; the same function for the same shape."""


class JsonForm(Enum):
    """How JSON tells a value."""

    AS_IT_IS = "as it is"
    """As PostgreSQL makes JSON of it."""
    AS_TEXT = "as text"
    """As text: as a number it would lose digits on its way."""


@dataclass(frozen=True, slots=True)
class KindRow:
    """What a kind is.

    Attributes:
        stored: the type of a column in PostgreSQL; none where no column may be of it.
        value: the type of a parameter, and of an expression.
        scalar: the name of its scalar in GraphQL; none where its column's enumeration stands for it.
        listed: whether it is a list of those.
        told: how JSON tells it.
        operators: what a filter may ask; none where it cannot be filtered by.
        condition: how its filter is called, before `Filter`.
        orders: whether rows may be ordered by it.
        compared: reads what a client compares it with; none where it is not compared so.
        written: reads what a client would have stored; none where no input takes it.
        from_cell: reads a cell of a file; none where no sheet holds it.
        to_cell: what a file holds of it: text, a number or a day; none where it holds the value itself.
    """

    stored: TypeEngine[Any] | None
    value: TypeEngine[Any]
    scalar: str | None
    told: JsonForm = JsonForm.AS_IT_IS
    listed: bool = False
    operators: tuple[str, ...] = ()
    condition: str = ""
    orders: bool = False
    compared: Way | None = None
    written: Way | None = None
    from_cell: Way | None = None
    to_cell: Callable[[Any], object] | None = None


def _always(function: Callable[[Any], object]) -> Way:
    """One way to read it, whatever the column says."""
    return lambda _: function


TEXT = Text(collation=NAME_COLLATION)

KINDS: Mapping[Kind, KindRow] = {
    Kind.ID: KindRow(Uuid(), Uuid(), "ID", operators=COMPARED, condition="ID", orders=True),
    Kind.TEXT: KindRow(
        TEXT,
        Text(),
        "String",
        operators=(*COMPARED, *ORDERED, *TEXTUAL, *EMPTY),
        condition="Text",
        orders=True,
        compared=lambda shape: values.compared_text(shape.form),
        written=lambda shape: values.stored_text(shape.form, limit_of(shape)),
        from_cell=lambda shape: lambda raw: cells.text(raw, shape.form, limit_of(shape)),
    ),
    Kind.TEXT_LIST: KindRow(ARRAY(TEXT), PG_ARRAY(Text()), "String", listed=True),
    Kind.LANGUAGES: KindRow(
        ARRAY(TEXT),
        PG_ARRAY(Text()),
        "String",
        listed=True,
        written=_always(values.stored_languages),
        from_cell=_always(cells.languages),
        to_cell=cells.SEPARATOR.join,
    ),
    Kind.INTEGER: KindRow(
        Integer(),
        BigInteger(),
        "Int",
        operators=(*COMPARED, *ORDERED, *EMPTY),
        condition="Int",
        orders=True,
        compared=_always(values.integer),
        written=_always(values.stored_integer),
        from_cell=_always(cells.small),
    ),
    Kind.BIG_INTEGER: KindRow(
        BigInteger(),
        BigInteger(),
        "BigInt",
        told=JsonForm.AS_TEXT,
        operators=(*COMPARED, *ORDERED, *EMPTY),
        condition="BigInt",
        orders=True,
        compared=_always(values.integer),
        written=_always(values.integer),
        from_cell=_always(cells.large),
    ),
    Kind.DECIMAL: KindRow(
        Numeric(14, 2),
        Numeric(),
        "Decimal",
        told=JsonForm.AS_TEXT,
        operators=(*COMPARED, *ORDERED, *EMPTY),
        condition="Decimal",
        orders=True,
        compared=_always(values.decimal),
        written=_always(values.stored_decimal),
        from_cell=_always(cells.decimal),
    ),
    Kind.DATE: KindRow(
        Date(),
        Date(),
        "Date",
        operators=(*COMPARED, *ORDERED, *EMPTY),
        condition="Date",
        orders=True,
        compared=_always(values.day),
        written=_always(values.day),
        from_cell=_always(cells.day),
    ),
    Kind.INSTANT: KindRow(
        DateTime(timezone=True),
        DateTime(timezone=True),
        "DateTime",
        operators=(*COMPARED, *ORDERED, *EMPTY),
        condition="DateTime",
        orders=True,
        compared=_always(values.instant),
        written=_always(values.instant),
        from_cell=_always(cells.instant),
    ),
    Kind.ENUMERATION: KindRow(
        TEXT,
        Text(),
        None,
        operators=(*COMPARED, *EMPTY),
        orders=True,
        compared=_always(values.member),
        written=_always(values.member),
        from_cell=lambda shape: cells.member_of(shape.enumeration),
    ),
    Kind.ENUMERATION_LIST: KindRow(
        ARRAY(TEXT),
        PG_ARRAY(Text()),
        None,
        listed=True,
        # PostgreSQL's operators on arrays are not leakproof: under row security no index would serve them.
        written=lambda shape: values.stored_members(shape.enumeration),
        from_cell=lambda shape: cells.members_of(shape.enumeration),
        to_cell=cells.SEPARATOR.join,
    ),
    Kind.UUID: KindRow(
        Uuid(),
        Uuid(),
        "UUID",
        operators=(*COMPARED, *EMPTY),
        condition="UUID",
        compared=_always(values.uuid),
        written=_always(values.uuid),
        from_cell=_always(cells.uuid),
        to_cell=str,
    ),
    # Which of the two is asked for decides what the statement is: it is no parameter.
    Kind.BOOLEAN: KindRow(
        None, Boolean(), "Boolean", operators=("eq",), condition="Boolean", written=_always(values.truth)
    ),
    Kind.JSON: KindRow(JSONB(), JSON(), "JSON"),
    # Which codes there are is data of the country, and may change: the database is asked, and no reader of a value.
    Kind.CODE: KindRow(
        TEXT,
        Text(),
        "String",
        operators=(*COMPARED, *EMPTY),
        condition="Code",
        compared=_always(values.compared_text(TextForm.NAME)),
        written=_always(values.stored_text(TextForm.NAME, MAX_CODE)),
        from_cell=_always(lambda raw: cells.text(raw, TextForm.NAME, MAX_CODE)),
    ),
}
STORED: Mapping[Kind, TypeEngine[Any]] = {kind: row.stored for kind, row in KINDS.items() if row.stored is not None}
"""The types of columns."""
TYPES: Mapping[Kind, TypeEngine[Any]] = {kind: row.value for kind, row in KINDS.items()}
"""The types of parameters and of expressions."""


def said_of(shape: ValueShape) -> str:
    """What a description says of a value besides its own sentence."""
    said = shape.form.doc
    if shape.longest is not None:
        said += f" At most {shape.longest} characters."
    if shape.kind is Kind.ENUMERATION_LIST:
        said += " Each at most once; kept in the order of the enumeration."
    if shape.kind is Kind.LANGUAGES:
        said += " Each at most once; kept in the order that is given."
    return said


def compares(shape: ValueShape) -> Convert:
    """What reads a value that a client compares a column with."""
    return _given(shape.kind, KINDS[shape.kind].compared)(shape)


def writes(shape: ValueShape) -> Convert:
    """What reads a value that a client would have stored."""
    return _given(shape.kind, KINDS[shape.kind].written)(shape)


def reads_cell(shape: ValueShape) -> Callable[[Raw], object]:
    """What reads a cell of a file."""
    return _given(shape.kind, KINDS[shape.kind].from_cell)(shape)


def _given(kind: Kind, way: Way | None) -> Way:
    """A way to read values of a kind.

    Raises:
        TypeError: the kind has none; a declaration that needs one is refused at its import.
    """
    if way is None:
        raise TypeError(kind)
    return way
