"""What the functions of `base` leave in an entity's class: plain frozen data, which `derive` reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.entities.model import WrittenBy
from graph.kinds.kind import Kind
from graph.text import TextForm

if TYPE_CHECKING:
    from enum import StrEnum

    from countries.caller import Tier
    from graph.entities.days import Days
    from graph.entities.model import Condition, Expression, Privacy


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

    def __post_init__(self) -> None:
        if (self.kind is Kind.DATE) != (self.day is not None):
            message = f"a column says what its day may be, and no other says it: {self.doc}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class LinkDeclaration:
    """A stored link: the table it leads to, its own sentence, and the name and sentence of the way back."""

    target: str
    doc: str
    back: str
    back_doc: str
    api: str | None = None


@dataclass(frozen=True, slots=True)
class ComputedDeclaration:
    """`name = computed(...)` in an entity: a value worked out from its own row."""

    kind: Kind
    doc: str
    expression: Expression
    uses: tuple[str, ...]
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class CountDeclaration:
    """`name = counted(...)` in an entity: how many rows that point here meet a condition today."""

    table: str
    column: str
    doc: str
    condition: Condition
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThroughDeclaration:
    """`name = through(...)` in an entity: a link by way of dated rows of a third table."""

    target: str
    via: str
    near: str
    far: str
    many: bool
    doc: str
    condition: Condition
    uses: tuple[str, ...]
