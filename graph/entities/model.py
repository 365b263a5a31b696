"""The nouns of a declaration: what an entity is once it has been read.

The planner, the schema, the tenancy statements and the demonstration data read these frozen descriptions and nothing
else, so that an entity's own file is the only place that knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement

from countries.caller import Tier
from countries.rows import RULES, RowsOf, rule_of
from countries.terms import Rule, Term
from graph.entities.computed import Computed
from graph.entities.days import Days, Precision
from graph.entities.files import Files, Kept
from graph.entities.owners import PROGRAMME, CopyOf, OwnedBy
from graph.entities.rules import OWN, Seen
from graph.entities.rules import Rule as RowRule
from graph.entities.selection import Selection
from graph.entities.verbs import Verb
from graph.kinds.kind import Kind
from graph.refusals import Refusal
from graph.text import TextForm

if TYPE_CHECKING:
    from graph.entities.obligations import Obligation

Condition = Callable[[Any, ColumnElement[Any]], ColumnElement[bool]]
"""(columns, today) -> predicate."""

Expression = Callable[[Any, ColumnElement[Any]], ColumnElement[Any]]
"""(columns, today) -> value."""

NATIONAL = frozenset({Tier.CASEWORKER, Tier.OFFICE})
OFFICE = frozenset({Tier.OFFICE})
NOBODY: frozenset[Tier] = frozenset()
FEDERATION = NATIONAL | {Tier.REGION, Tier.HEADQUARTERS}


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
        verb: what else it does; `verbs` says it (`graph/entities/lives.py`).
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
        about: the day of which it says how much is known.
        default_sql: what PostgreSQL puts into a new row that leaves it out, where it is not empty then.
        generated: whether PostgreSQL works it out from other columns.
        kept: what a file leaves to a mutation, where it does not change the column in a row on record.
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
    about: Precision | None = None
    default_sql: str | None = None
    generated: bool = False
    kept: Kept | None = None

    @property
    def is_required(self) -> bool:
        """Whether a new row has to be given it; who gives a day alone means the day."""
        return not self.has_default and self.about is None

    @property
    def is_name(self) -> bool:
        """Whether lists are filtered or ordered by it: such a text has to be short."""
        return self.filters or self.orders


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
    """The rows of another table that point here: a connection."""

    api: str
    target: str
    near: str
    far: str
    doc: str
    readers: frozenset[Tier]
    filters: bool = True


@dataclass(frozen=True, slots=True)
class Through:
    """A link by way of dated rows of a third table, such as a child's home by its placement in force today.

    `via.near_key` points here, `via.far_key` at the target.
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


@dataclass(frozen=True, slots=True)
class EntityModel:
    """One entity, read.

    Attributes:
        type_name: its GraphQL type.
        table: its table.
        one: the root field for one row.
        many: the root field for a connection.
        key: the columns of the primary key, the country first; the others are the identity within a country.
        programme_column: the column that a caseworker's policy compares; none where every caseworker of the country
            may read the table.
        stored: every column of the table by its name.
        members: what GraphQL shows, by GraphQL name, in the order of the declaration.
        personal: whether its rows are about a person.
        void_column: filled in a row that was recorded in error; none where that cannot happen.
        mutations: the plain mutations that derive from its columns.
        in_graph: whether it has a GraphQL type; the tables of the machinery have none.
        statistics_reads: the columns that the statistics login reads.
        statistics_adds: the columns that it gives with a new row.
        owners: whose row it is, the first of which is given; none for a row of the whole country.
        part_of: the link to the row of the same owner that it is a part of.
        obligation: what of it is due, and how it is done.
        said: which rows a reader sees, where that does not follow from whose they are.
        known: rules that somebody has asked for.
        selection: what its rows are selected from; none where they are in a table.
        order: the columns that its rows are ordered by where nobody says, and whether from the end.
        shadow_of: the table whose every row has one here, under the same id.
        files: what is said of its rows in files.
        at_end: the columns that are said with the end of a dated row.
        alone: that there is one such row at a time.
        keeps: the rules that its rows keep, those that it declares before those of its days.
    """

    type_name: str
    table: str
    kind: TableKind
    doc: str
    one: str
    many: str
    key: tuple[str, ...]
    programme_column: str | None
    stored: Mapping[str, Column]
    members: Mapping[str, Member]
    readers: frozenset[Tier]
    personal: bool
    void_column: str | None = None
    mutations: tuple[DerivedMutation, ...] = ()
    in_graph: bool = True
    statistics_reads: tuple[str, ...] = ()
    statistics_adds: tuple[str, ...] = ()
    owners: tuple[OwnedBy, ...] = ()
    part_of: str | None = None
    obligation: Obligation | None = None
    said: Mapping[Tier, Rule] = field(default_factory=dict)
    selection: Selection | None = None
    order: tuple[tuple[str, bool], ...] = ()
    shadow_of: str | None = None
    files: Files = field(default_factory=Files)
    at_end: tuple[str, ...] = ()
    alone: Alone | None = None
    keeps: tuple[RowRule, ...] = ()
    known: dict[Tier, Rule] = field(init=False, compare=False, repr=False, default_factory=dict)

    @property
    def is_tenant(self) -> bool:
        """Whether it is a table whose rows belong to one country."""
        return self.kind is TableKind.TENANT

    @property
    def is_of_country(self) -> bool:
        """Whether rows belong to one country and have ids, be they stored or selected."""
        return self.kind in (TableKind.TENANT, TableKind.SELECTED)

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell its rows apart, within a country where they belong to one."""
        return self.key[1:] if self.is_of_country else self.key[-1:]

    @property
    def code(self) -> Column | None:
        """The column that tells the rows of one id apart, where there are several."""
        return self.stored[self.key[2]] if self.kind is TableKind.SELECTED and len(self.key) > 2 else None  # noqa: PLR2004 - country, id

    @property
    def in_sheet(self) -> tuple[Column, ...]:
        """The columns that files hold: what the office gives with a new row, and what repeats no other row."""
        return tuple(
            column
            for column in self.stored.values()
            if Tier.OFFICE in column.written.creates and not column.copy_of and column.name not in self.key
        )

    def taken_from(self, link: str) -> dict[str, str]:
        """What a row takes of the one that a link leads to: its own columns, and those there that they repeat.

        A part has its whole's owner, and so its programme.
        """
        copies = {each.name: each.copy_of for each in self.stored.values()}
        taken = {name: copy.column for name, found in copies.items() for copy in found if copy.link == link}
        if link == self.part_of:
            owned = {owner.column for owner in self.owners}
            taken |= {name: name for name, found in copies.items() if owned.intersection(each.link for each in found)}
        return taken

    @property
    def first_owner(self) -> str | None:
        """The column that says whose file a row is in: where it says somebody, that is who it belongs to.

        None where the owner is the programme itself, which may become another.
        """
        owner = next(iter(self.owners), None)
        return None if owner is None or owner.table == PROGRAMME else owner.column

    @property
    def rows_of(self) -> RowsOf:
        """What rows belong to: with a tier, it decides which of them are seen."""
        match self.kind:
            case TableKind.REGISTER:
                return RowsOf.NOBODY
            case TableKind.FEDERATION:
                return RowsOf.FIGURES_BY_COUNTRY if "country_code" in self.stored else RowsOf.FIGURES
            case TableKind.TENANT | TableKind.SELECTED if self.programme_column is None:
                return RowsOf.COUNTRY
            case TableKind.TENANT | TableKind.SELECTED:
                nullable = self.stored[self.programme_column].nullable
                return RowsOf.PROGRAMME_OR_COUNTRY if nullable else RowsOf.PROGRAMME

    def rule(self, tier: Tier) -> Rule:
        """Which rows a tier sees that may read the table.

        Raises:
            TierWithoutRule: nobody has said.
        """
        # Every level of every plan asks.
        known = self.known.get(tier)
        if known is None:
            known = self.known[tier] = self._of_table(rule_of(self.table, self.rows_of, tier, self.said))
        return known

    def _of_table(self, rule: Rule) -> Rule:
        """A rule with the table's own columns."""
        # The first row of a person's file is the person's own.
        file = self.first_owner or ("id" if self.personal else None)
        return tuple(term.of_table(self.programme_column, file) for term in rule)

    def is_narrowed(self, tier: Tier) -> bool:
        """Whether a tier sees fewer rows than follows from whose they are."""
        usual, rule = self._rules(tier)
        return bool(rule - usual)

    def is_widened(self, tier: Tier) -> bool:
        """Whether a tier sees rows that it would not see by whose they are."""
        usual, rule = self._rules(tier)
        return bool(usual - rule)

    def asks_who(self, tier: Tier) -> bool:
        """Whether which rows a tier sees depends on who asks."""
        rule = self.rule(tier) if tier in self.readers else ()
        return any(term.setting is not None and term.setting.is_personal for term in rule)

    def _rules(self, tier: Tier) -> tuple[frozenset[Term], frozenset[Term]]:
        """The terms that follow from whose the rows are, and those that hold."""
        usual = self._of_table(RULES[self.rows_of].get(tier, ()))
        return frozenset(usual), frozenset(self.rule(tier) if tier in self.said else usual)


@dataclass(frozen=True, slots=True)
class GraphModel:
    """All entities: by GraphQL type those that have one, and by table those that are stored.

    `selected` are those that are not, by their names.
    """

    by_type: Mapping[str, EntityModel]
    by_table: Mapping[str, EntityModel]
    selected: Mapping[str, EntityModel] = field(default_factory=dict)

    @property
    def kept(self) -> Iterator[EntityModel]:
        """Those of the graph whose rows are stored, in the order of types."""
        return (entity for entity in self.by_type.values() if entity.selection is None)

    def at(self, name: str) -> EntityModel:
        """The entity at the end of a link, be it stored or selected."""
        return self.by_table.get(name) or self.selected[name]

    def owned_by(self, table: str) -> tuple[EntityModel, ...]:
        """The entities whose rows may belong to a row of a table, in the order of names; not the table itself."""
        return tuple(
            entity
            for entity in self.kept
            if entity.table != table and any(owner.table == table for owner in entity.owners)
        )

    @property
    def roots(self) -> tuple[str, ...]:
        """The tables that others belong to, below a programme, in the order in which everybody locks them."""
        owners = {owner.table for entity in self.kept for owner in entity.owners}
        return tuple(sorted(owners - {PROGRAMME}))

    def seen_from(self, table: str) -> Iterator[tuple[EntityModel, RowRule, Seen]]:
        """The rules that a row of a table may break where it changes: whose rows keep them, and how they are seen."""
        for entity in self.by_table.values():
            for rule in entity.keeps:
                for seen in rule.back:
                    led = entity.table if seen.link == OWN else entity.stored[seen.link].target
                    if led == table:
                        yield entity, rule, seen

    def copies(self, table: str) -> Iterator[tuple[EntityModel, Column, CopyOf]]:
        """The columns that repeat one of a table: their entity, the column, and what it repeats."""
        for entity in self.kept:
            for column in entity.stored.values():
                yield from ((entity, column, copy) for copy in column.copy_of if copy.target == table)
