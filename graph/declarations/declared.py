"""What the functions of `base` leave in an entity's class: plain frozen data, which `derive` reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.declarations.nouns import WrittenBy, is_tiers
from graph.kinds.kind import MAX_LONG_TEXT, MAX_NAME, Kind
from graph.kinds.table import KINDS
from graph.text import TextForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from enum import StrEnum

    from countries.tenancy.caller import Tier
    from graph.declarations.among import Among
    from graph.declarations.code_lists import Coded
    from graph.declarations.computed import Served, WorkedOut
    from graph.declarations.days import Days, Precision
    from graph.declarations.files import Kept
    from graph.declarations.nouns import Condition, Privacy
    from graph.declarations.reckoned import Reckoned
    from graph.text_keys import MadeOf


@dataclass(frozen=True, slots=True)
class Stored:
    """What a column function leaves in the table's column, under `info["hearth"]`."""

    kind: Kind
    doc: str
    privacy: Privacy
    readers: frozenset[Tier]
    filters: bool
    orders: bool
    api: str | None
    enumeration: type[StrEnum] | None = None
    hidden: bool = False
    link: LinkDeclaration | None = None
    then: str | None = None
    covers: tuple[str, ...] = ()
    written: WrittenBy = field(default_factory=WrittenBy)
    day: Days | None = None
    form: TextForm = TextForm.PROSE
    key: str | None = None
    until: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    """(own link, column of the row that it leads to), the first of which is given; all else follows from there."""
    otherwise: bool = False
    """Of a copy, whether somebody gives it where none of its links is given."""
    longest: int | None = None
    about: Precision | None = None
    kept: Kept | None = None
    made: MadeOf | None = None
    searched: bool = False
    among: Among | None = None
    codes: Coded | None = None
    reckoned: Reckoned | None = None

    def __post_init__(self) -> None:
        for wrong in _misfits(self):
            message = f"{wrong}: {self.doc}"
            raise ValueError(message)


def _misfits(stored: Stored) -> Iterator[str]:
    """What a column says that its kind cannot mean."""
    kind, row = stored.kind, KINDS[stored.kind]
    if not all(map(is_tiers, (stored.readers, stored.written.creates, stored.written.changes))):
        yield "who reads, creates or changes it is a frozenset of tiers: NATIONAL, OFFICE, frozenset({Tier.OFFICE})"
    if not all(isinstance(each, tuple) for each in (stored.covers, stored.until)):
        yield "columns are named in a tuple, with its comma"
    if row.stored is None:
        yield f"no column is {kind}: what somebody answers may also not be known; say answered(…)"
    if (kind is Kind.DATE) != (stored.day is not None):
        yield "a column says what its day may be, and no other says it"
    if (row.scalar is None) != (stored.enumeration is not None):
        yield "a column says which members it may hold, and no other says it"
    if (kind is Kind.CODE) != (stored.codes is not None):
        yield "a column says of which list its codes are, and no other says it: code(…)"
    if stored.filters and not row.operators:
        yield f"{kind} cannot be filtered by"
    if stored.orders and not row.orders:
        yield f"{kind} cannot be ordered by"
    yield from _misfits_of_text(stored)


def _misfits_of_text(stored: Stored) -> Iterator[str]:
    if stored.kind is not Kind.TEXT and (stored.form is not TextForm.PROSE or stored.longest is not None):
        yield "a text says its form and how long it may be, and no other says it"
    if stored.among is not None and stored.kind is not Kind.TEXT:
        yield "a text is one of the names that a country has, and no other says it"
    if stored.searched and (stored.kind is not Kind.TEXT or stored.form is TextForm.PROSE):
        yield "a name or a number is searched for, and no other says it"
    most = MAX_NAME if stored.filters or stored.orders else MAX_LONG_TEXT
    if stored.longest is not None and not 0 < stored.longest <= most:
        yield f"a text may say 1 to {MAX_LONG_TEXT} characters, and {MAX_NAME} where it filters or orders"


@dataclass(frozen=True, slots=True)
class LinkDeclaration:
    """A stored link: the table it leads to, its own sentence, and the name and sentence of the way back, if any."""

    target: str
    doc: str
    back: str | None
    back_doc: str
    api: str | None = None


@dataclass(frozen=True, slots=True)
class ComputedDeclaration:
    """`name = worked_out(...)` in an entity: a value that no column holds."""

    kind: Kind
    doc: str
    value: WorkedOut
    uses: tuple[str, ...]
    reads: tuple[tuple[str, tuple[str, ...]], ...] = ()
    nullable: bool = True
    filters: bool = False
    orders: bool = False
    served: Served | None = None
    asks: str | None = None
    asked_as: str = "on"

    def __post_init__(self) -> None:
        if KINDS[self.kind].scalar is None:
            message = f"a member of an enumeration is not worked out, it is stored: {self.doc}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class ThroughDeclaration:
    """`name = through(...)` in an entity: a link by way of dated rows of a third table.

    `one_of` leads to one of them, `all_of` to all.
    """

    target: str
    via: str
    near: str
    far: str
    many: bool
    doc: str
    condition: Condition
    uses: tuple[str, ...]
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class RowDeclaration:
    """`name = the_row(...)` in a selected entity: a link to the stored row, whatever its type."""

    doc: str


@dataclass(frozen=True, slots=True)
class DayAbout:
    """Two columns that one declaration makes: a day, and how much of it is known."""

    day: Any
    precision: Callable[[str], Any]
    optional: bool


def stored_of(column: Any) -> Stored:  # noqa: ANN401 - a column of any type
    """What the declaration says about a column."""
    stored: Stored = column.info["hearth"]
    return stored


def label_of(column: Any) -> str:  # noqa: ANN401 - a column of any type
    """What a client calls a column: the field's name, or the link's."""
    name, stored = column.name, stored_of(column)
    if stored.link is not None:
        return stored.link.api or camel(name.removesuffix("_id"))
    return stored.api or camel(name)


def camel(name: str) -> str:
    """`started_on` as GraphQL writes it: `startedOn`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
