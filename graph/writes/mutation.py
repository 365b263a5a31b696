"""The nouns of a mutation: what it takes and who may do it; plain frozen data."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.declarations.nouns import NATIONAL
from graph.kinds.kind import Kind
from graph.text import TextForm
from graph.writes.identities import MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from countries.tenancy.caller import Tier
    from graph.declarations.days import Precision
    from graph.declarations.doable import RowState
    from graph.plan.tree.sources import Path
    from graph.refusals import Refusal
    from graph.writes.either import Either


@dataclass(frozen=True, slots=True)
class Given:
    """A value of the input.

    Attributes:
        name: its name in the input.
        required: whether it must be there, and not null.
        tiers: who may give it; everybody who may do the mutation, where nothing is said.
        clears: whether null is a value that empties the column; else null is refused.
        is_name: whether lists are filtered or ordered by it, so that it has to be short.
        fills: the column that it goes into as it is, as `placement.started_on`: of a day it says what that may be.
        fills_too: further columns that it goes into.
        about: the day of the input of which it says how much is known; the two come together.
        form: how a text is kept.
        longest: the characters that a text may hold, where its column says so.
    """

    name: str
    kind: Kind
    doc: str
    required: bool = False
    enumeration: type[StrEnum] | None = None
    tiers: frozenset[Tier] | None = None
    clears: bool = False
    is_name: bool = False
    fills: str = ""
    fills_too: tuple[str, ...] = ()
    about: Precision | None = None
    form: TextForm = TextForm.PROSE
    longest: int | None = None

    def __post_init__(self) -> None:
        if self.kind is Kind.DATE and not self.fills:
            message = f"an input that is a day says which column it fills: {self.name}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Linked:
    """The id of a row that the write leans on, or of several; it is read under the caller's own policies.

    Attributes:
        table: the row's table.
        many: whether it is a list of ids.
        through: the column of the row that is named which goes into `fills`, where that is not the row itself: of a
            bond, who the brother or sister is.
        fills: as of `Given`.
        fills_too: likewise.
    """

    name: str
    table: str
    doc: str
    required: bool = False
    many: bool = False
    through: str = ""
    fills: str = ""
    fills_too: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """An object inside the input, or a list of objects.

    Attributes:
        type_name: the name of its input type.
        takes: what it holds.
        required: of a list, whether one has to be there at least.
        most: how many there may be.
    """

    name: str
    type_name: str
    takes: tuple[Given | Linked, ...]
    doc: str
    many: bool = False
    required: bool = False
    most: int = MAX_ROWS


@dataclass(frozen=True, slots=True)
class Parts:
    """Rows of another table that are written with the row that the mutation makes: a list of objects in the input.

    Attributes:
        name: the list's name in the input.
        type_name: the name of its objects' input type.
        table: the rows' table.
        by: their column that leads to the new row.
        takes: what each object holds: the table's own columns; besides them the new row's `id`.
        required: whether one has to be there at least.
        most: how many there may be.
        either: of what each object holds, what names a row on record or says of a new one.
    """

    name: str
    type_name: str
    table: str
    by: str
    takes: tuple[Given | Linked, ...]
    doc: str
    required: bool = False
    most: int = MAX_ROWS
    either: Either | None = None

    def unsaid(self, given: Mapping[str, object]) -> Iterator[Refusal]:
        """What is wrong of how an object of the list tells the row that it is about, at its place."""
        objects = given.get(self.name)
        if self.either is None or not isinstance(objects, list):
            return
        for place, each in enumerate(objects):
            if isinstance(each, dict):
                for fault in self.either.faults(each):
                    yield replace(fault, path=("input", self.name, place, *fault.path[1:]))


InputEntry = Given | Linked | Group | Parts


@dataclass(frozen=True, slots=True)
class NewId:
    """The id of a row that is made besides the payload's, which a client may give; made by us where it is left out.

    Attributes:
        name: its name in the input.
        table: the row's table.
        inside: the list of objects in which it stands, one for each; none where it stands beside the others.
        each: the list of ids for each of which a row is made: it is a list too then, in the same order.
    """

    name: str
    table: str
    doc: str
    _: KW_ONLY
    inside: str = ""
    each: str = ""

    @property
    def value(self) -> str:
        """The name of its value, or of its list of values."""
        return f"{self.inside}.{self.name}" if self.inside else self.name


@dataclass(frozen=True, slots=True)
class Lock:
    """Rows that are locked in a statement of their own before the write is checked.

    Attributes:
        table: whose rows.
        by: the input that names them; `siblings.siblingId` for those that a list of objects names.
        through: a table, and its column that leads from the row that the input names to the one that is locked.
        of: the column of that table that the input names: `child_id` for all placements of a child.
        wholly: whether also those wait who only make sure that the row stays where it is.
        in_turn: whether it is nobody's to lock: then the country's counter is held, as it is by all who write.
        many: whether that input is a list of ids.
        shared: of the counter, whether it is held beside others who write, and only against who holds it `wholly`.
        kin: whether it is children, and what is held are the stays of these and of whom they belong together with
            (`kin_held.py`).
    """

    table: str
    by: str
    through: tuple[str, str] | None = None
    of: str = "id"
    wholly: bool = False
    in_turn: bool = False
    shared: bool = False
    kin: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Supposed:
    """What the payload of a mutation that was done lets one suppose: a suggestion, asked of the rows that it shows.

    Attributes:
        name: the payload's field.
        suggestion: of the table that it is asked of (`graph/declarations/suggestions.py`).
        table: that table.
        of: the inputs that name the rows that it is asked of; `id` is the payload's own row.
        tells: the columns of both rows that are told, besides their ids.
        warns: what is told where it finds some; without it each pair of rows is told.
    """

    name: str
    doc: str
    suggestion: str
    table: str
    of: tuple[str, ...]
    tells: tuple[str, ...] = ()
    warns: Refusal | None = None

    @property
    def type_name(self) -> str:
        """The GraphQL type of what is told."""
        return "SiblingBondOffer" if self.warns is None else "MutationWarning"


@dataclass(frozen=True, slots=True)
class Mutation:
    """What one mutation takes and who may do it; `Action` says besides what it does.

    Attributes:
        name: the mutation field.
        doc: what it does, in a sentence.
        table: the table of the row that the payload shows.
        takes: its input, besides what every one has, as `id`, `version` and `idempotencyKey`.
        creates: whether it makes the payload's row; else the input names it by `id` and `version`.
        needs_some: whether the input has to give at least one value, besides what only explains the change.
        explains: what of the input only explains the change.
        many: whether the payload shows several rows.
        tiers: who may do it.
        locks: what is locked before.
        makes: the ids of further rows. Those of parts are not among them: an object of the list has its own.
        supposes: what its payload lets one suppose.
        state: in which state the row has to be that the input names.
        either: of what the input takes, what names a row on record or says of a new one.
    """

    name: str
    doc: str
    table: str
    takes: tuple[InputEntry, ...]
    _: KW_ONLY
    creates: bool
    needs_some: bool = False
    explains: frozenset[str] = frozenset()
    many: bool = False
    tiers: frozenset[Tier] = NATIONAL
    locks: tuple[Lock, ...] = ()
    makes: tuple[NewId, ...] = ()
    supposes: tuple[Supposed, ...] = ()
    state: RowState | None = None
    either: Either | None = None

    @property
    def type_name(self) -> str:
        """The beginning of the names of its input and payload types."""
        return self.name[0].upper() + self.name[1:]

    def unsaid(self, given: Mapping[str, object]) -> Iterator[Refusal]:
        """What is wrong of how an input tells the row that it is about, where there are two ways."""
        if self.either is not None:
            yield from self.either.faults(given)
        for taken in self.takes:
            if isinstance(taken, Parts):
                yield from taken.unsaid(given)

    def is_day(self, path: Path) -> bool:
        """Whether a refusal's path leads to a day of the input."""
        for taken in self.takes:
            if isinstance(taken, Given) and taken.kind is Kind.DATE and path[1:] == (taken.name,):
                return True
            if isinstance(taken, Parts) and path[1:2] == (taken.name,):
                days = (each.name for each in taken.takes if isinstance(each, Given) and each.kind is Kind.DATE)
                return path[3:] in [(name,) for name in days]
        return False
