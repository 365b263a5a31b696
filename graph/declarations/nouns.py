"""What declarations are made of: who reads and writes, how closely a value is bound to a person, plain mutations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement

from countries.tenancy.caller import Tier
from graph.declarations.verbs import Verb
from graph.refusals import Refusal

Condition = Callable[[Any, ColumnElement[Any]], ColumnElement[bool]]
"""(columns, today) -> predicate."""


Expression = Callable[[Any, ColumnElement[Any]], ColumnElement[Any]]
"""(columns, today) -> value."""


NATIONAL = frozenset({Tier.CASEWORKER, Tier.OFFICE})


OFFICE = frozenset({Tier.OFFICE})


NOBODY: frozenset[Tier] = frozenset()


FEDERATION = NATIONAL | {Tier.REGION, Tier.HEADQUARTERS}


def is_tiers(value: object) -> bool:
    """Whether it is a set of tiers, rather than one of them, whose letters would pass for some."""
    return isinstance(value, frozenset) and all(isinstance(each, Tier) for each in value)


@dataclass(frozen=True, slots=True)
class Names:
    """What GraphQL calls an entity: its type, the field for one row, the connection for many."""

    type: str
    one: str
    many: str


class TableKind(Enum):
    """Which promises a table keeps (the catalogue test checks them)."""

    TENANT = "tenant"
    """Rows of one country; key (country_code, id); forced row security."""
    REGISTER = "register"
    """The same for every country: read by all, written by migrations and `hearth migrate`."""
    FEDERATION = "federation"
    """Published figures and rates, without a personal row."""
    SELECTED = "selected"
    """No table: rows of countries that are selected from those of others, and never written."""


class Privacy(Enum):
    """How closely a value is bound to a person."""

    PLAIN = "plain"
    """Says nothing of a person: whoever reads the row may read it."""
    PERSONAL = "personal"
    """Names or identifies a person; never leaves the country."""
    SENSITIVE = "sensitive"
    """Anything else that stays in the country: the default."""


@dataclass(frozen=True, slots=True)
class WrittenBy:
    """Who writes a column; by default nobody.

    Attributes:
        creates: the tiers that may give it with a new row.
        changes: the tiers that may change it.
        owned: an action writes it, and no derived input has it.
        reasoned: whether it changes by a correction alone, or with the row's end: no plain change has it.
    """

    creates: frozenset[Tier] = NOBODY
    changes: frozenset[Tier] = NOBODY
    owned: bool = False
    reasoned: bool = False


@dataclass(frozen=True, slots=True)
class PartsOf:
    """Rows of another entity that are written with their parent: a list in the mutation's input.

    The list is called as the connection that leads to them, which shows them in the payload.

    Attributes:
        table: their table; exactly one of its links leads to the parent.
        required: whether one has to be there at least.
    """

    table: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class DerivedMutation:
    """A plain mutation that derives from the columns.

    Attributes:
        name: the mutation field.
        doc: what it does, in a sentence.
        creates: whether it makes a row; else it changes one.
        parts: the rows that may come with a new one.
        verb: what else it does; `verbs` says it (`graph/declarations/lives.py`).
    """

    name: str
    doc: str
    creates: bool
    parts: tuple[PartsOf, ...] = ()
    verb: Verb | None = None

    @property
    def does(self) -> Verb:
        """What it does."""
        return self.verb or (Verb.RECORD if self.creates else Verb.CHANGE)


@dataclass(frozen=True, slots=True, init=False)
class Alone:
    """`alone: ClassVar = Alone("child_id", "kind")` in a dated entity: there is one row of a sort at a time.

    No two of them have a day in common, but for those that were taken back.

    Attributes:
        by: the columns that say the sort.
        where: what holds of the rows that are meant, as SQL over the row alone; all of them where it is empty.
        refusal: what is told of a second one, where that is not said by the kind.
        name: of the constraint; `<table>_one_at_a_time` where nothing is said.
    """

    by: tuple[str, ...]
    where: str
    refusal: Refusal | None
    name: str | None

    def __init__(self, *by: str, where: str = "", refusal: Refusal | None = None, name: str | None = None) -> None:
        object.__setattr__(self, "by", by)
        object.__setattr__(self, "where", where)
        object.__setattr__(self, "refusal", refusal)
        object.__setattr__(self, "name", name)
