"""The members of an entity as it is read: columns, links, and the link to the row itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from countries.tenancy.caller import Tier
from graph.declarations.among import Among
from graph.declarations.code_lists import Coded
from graph.declarations.computed import Computed
from graph.declarations.days import Days, Precision
from graph.declarations.files import Kept
from graph.declarations.nouns import Condition, Privacy, WrittenBy
from graph.declarations.owners import CopyOf
from graph.declarations.reckoned import Reckoned
from graph.kinds.kind import Kind
from graph.text import TextForm
from graph.text_keys import MadeOf, TextKey


@dataclass(frozen=True, slots=True)
class Column:
    """A stored value.

    Attributes:
        name: the column in PostgreSQL.
        api: the field in GraphQL; empty where only links use the column.
        enumeration: the members, for `Kind.ENUMERATION`.
        readers: the tiers that hold the GRANT.
        filters: whether `where` may use it.
        orders: whether `orderBy` may use it.
        written: the tiers that may write it.
        target: the table that it links to, if any.
        has_default: whether a new row may leave it out.
        label: what a client calls it where the raw row is shown: the field's name, or the link's.
        day: what its day may be, for `Kind.DATE`.
        form: how a text is kept.
        longest: the characters that a text may hold, where it says so.
        key: the column that PostgreSQL fills with what the text is compared by, where that is not the text itself.
        until: the columns of which a change brings this number back to 0.
        copy_of: what it repeats, the first of which is given; nothing where it says something of its own.
        otherwise: of a copy, whether somebody gives it where none of its links is given.
        about: the day of which it says how much is known.
        default_sql: what PostgreSQL puts into a new row that leaves it out, where it is not empty then.
        generated: the SQL by which PostgreSQL works it out from other columns; nothing where somebody writes it.
        kept: what a file leaves to a mutation, where it does not change the column in a row on record.
        made: the text of which it holds what Python makes, and what that is; nothing where it holds a value itself.
        keys: the columns that hold what Python makes of it.
        searched: whether rows are found by it.
        among: the names of a country, of which it is one.
        codes: the list that its codes are of, for `Kind.CODE`.
    """

    name: str
    api: str
    kind: Kind
    doc: str
    nullable: bool
    privacy: Privacy
    readers: frozenset[Tier]
    filters: bool = False
    orders: bool = False
    enumeration: type[StrEnum] | None = None
    written: WrittenBy = field(default_factory=WrittenBy)
    target: str | None = None
    has_default: bool = False
    label: str = ""
    day: Days | None = None
    form: TextForm = TextForm.PROSE
    key: str | None = None
    longest: int | None = None
    until: tuple[str, ...] = ()
    copy_of: tuple[CopyOf, ...] = ()
    otherwise: bool = False
    about: Precision | None = None
    default_sql: str | None = None
    generated: str = ""
    kept: Kept | None = None
    made: MadeOf | None = None
    keys: Mapping[TextKey, str] = field(default_factory=dict)
    searched: bool = False
    among: Among | None = None
    codes: Coded | None = None
    reckoned: Reckoned | None = None

    @property
    def is_required(self) -> bool:
        """Whether a new row has to be given it; who gives a day alone means the day."""
        return not self.has_default and self.about is None and not self.otherwise

    @property
    def is_name(self) -> bool:
        """Whether lists are filtered or ordered by it: such a text has to be short."""
        return self.filters or self.orders or self.searched

    def ordered_by(self, tier: Tier) -> str:
        """The column that a tier's rows are ordered by where somebody names this one."""
        own = self.keys.get(TextKey.ORDER) if tier.is_national else None
        return own or self.keys.get(TextKey.ROOT_ORDER) or self.keys.get(TextKey.ORDER) or self.name


@dataclass(frozen=True, slots=True)
class ToOne:
    """A stored link to one row. It may lead to a row that the caller does not see, so it is always nullable.

    `near` is the column here, `far` the one there; both tables' `country_code` are joined too.
    """

    api: str
    target: str
    near: str
    far: str
    doc: str
    readers: frozenset[Tier]
    filters: bool = True


@dataclass(frozen=True, slots=True)
class ToMany:
    """The rows of another table that point here: a connection.

    `void` says that those are meant which were taken back and lead on to the row.
    """

    api: str
    target: str
    near: str
    far: str
    doc: str
    readers: frozenset[Tier]
    filters: bool = True
    void: bool = False


@dataclass(frozen=True, slots=True)
class Through:
    """A link by way of dated rows of a third table, such as a child's home by its placement in force today.

    `via.near_key` points here, `via.far_key` at the target. Where the row itself is dated, as a child's placement of
    today is, it is the target: `via` is its table, and `far_key` its identity. `asks` is what the argument `on` means,
    where the rows of another day than today's may be asked for; filters ask about today.
    """

    api: str
    target: str
    via: str
    near_key: str
    far_key: str
    uses: tuple[str, ...]
    condition: Condition
    many: bool
    doc: str
    readers: frozenset[Tier]
    filters: bool = True
    asks: str | None = None

    @property
    def is_direct(self) -> bool:
        """Whether the dated row is the one that it leads to."""
        return self.via == self.target


@dataclass(frozen=True, slots=True)
class ToRow:
    """A link from a selected row to the stored one that it repeats, whatever its type.

    `kind` is the column that says of which part a row is.
    """

    api: str
    kind: str
    doc: str
    readers: frozenset[Tier]


Link = ToOne | ToMany | Through


Member = Column | Computed | Link | ToRow
