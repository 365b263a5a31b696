"""The nouns of a declaration: what an entity is once it has been read.

The planner, the schema, the tenancy statements and the demonstration data read these frozen descriptions and nothing
else, so that an entity's own file is the only place that knows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from countries.tenancy.caller import Tier
from countries.tenancy.rows import RULES, RowsOf, rule_of
from countries.tenancy.terms import Bounds, Term
from graph.declarations.files import Files
from graph.declarations.members import Column, Member
from graph.declarations.nouns import NOBODY, Alone, DerivedMutation, TableKind
from graph.declarations.owners import PROGRAMME, CopyOf, OwnedBy
from graph.declarations.rules import OWN, Seen
from graph.declarations.rules import Rule as RowRule
from graph.declarations.searched import Searched
from graph.declarations.selections import Selection
from graph.declarations.suggestions import Suggestion

if TYPE_CHECKING:
    from enum import StrEnum

    from graph.declarations.forgetting import Forgets
    from graph.declarations.obligations import Obligation


@dataclass(frozen=True, slots=True)
class EntityModel:
    """One entity, read.

    Attributes:
        type_name: its GraphQL type.
        table: its table.
        one: the root field for one row.
        many: the root field for a connection.
        key: the columns of the primary key, the country first; the others are the identity within a country.
        programme_column: what a caseworker's policy compares; none where every caseworker may read the table.
        stored: every column of the table by its name.
        members: what GraphQL shows, by GraphQL name, in the order of the declaration.
        personal: whether its rows are about a person.
        void_column: filled in a row that was recorded in error; none where none can be.
        mutations: the plain mutations that derive from its columns.
        in_graph: whether it has a GraphQL type; the tables of the machinery have none.
        statistics_reads: the columns that the statistics login reads.
        statistics_adds: the columns that it gives with a new row.
        emptied_by: the tiers that may take rows away.
        owners: whose row it is, the first of which is given; none for a row of the whole country.
        part_of: the link to the row of the same owner that it is a part of.
        in_one: likewise, where it is a part of one of several: their links.
        obligation: what of it is due, and how it is done.
        forgets: what of it is kept for a time.
        said: which rows a reader sees, where that does not follow from whose they are.
        known: rules that somebody has asked for.
        selection: what its rows are selected from; none where they are in a table.
        order: the columns that its rows are ordered by where nobody says, and whether from the end.
        shadow_of: the tables whose every row has one here, under the same id.
        files: what is said of its rows in files.
        at_end: the columns that are said with the end of a dated row.
        alone: that there is one such row at a time.
        same_as: the link by which a record that was taken back leads on to the one that stands for the same.
        suggests: what the records let one suppose of its rows.
        led_on: its links to records that lead on, each with the column that says in whose file the row stands.
        keeps: the rules that its rows keep, those that it declares before those of its days.
        named_by: the columns that are one name together.
        keys_of: the table whose rows are found by the keys in this one.
        cut_by_death: whether of a dated row that was to begin after its child's death the first day is kept.
        at_death: what is said with an end by death, by column.
        ends_with: the link to the row in whose days a dated row lies, and with which it ends.
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
    emptied_by: frozenset[Tier] = NOBODY
    owners: tuple[OwnedBy, ...] = ()
    part_of: str | None = None
    in_one: tuple[str, ...] = ()
    obligation: Obligation | None = None
    forgets: Forgets | None = None
    said: Mapping[Tier, Bounds] = field(default_factory=dict)
    selection: Selection | None = None
    order: tuple[tuple[str, bool], ...] = ()
    shadow_of: tuple[str, ...] = ()
    files: Files = field(default_factory=Files)
    at_end: tuple[str, ...] = ()
    alone: Alone | None = None
    same_as: str | None = None
    suggests: tuple[Suggestion, ...] = ()
    led_on: Mapping[str, str] = field(default_factory=dict)
    keeps: tuple[RowRule, ...] = ()
    named_by: tuple[str, ...] = ()
    keys_of: str | None = None
    cut_by_death: bool = False
    at_death: Mapping[str, StrEnum] = field(default_factory=dict)
    ends_with: str | None = None
    known: dict[Tier, Bounds] = field(init=False, compare=False, repr=False, default_factory=dict)

    @property
    def is_tenant(self) -> bool:
        """Whether it is a table whose rows belong to one country."""
        return self.kind is TableKind.TENANT

    @property
    def is_of_country(self) -> bool:
        """Whether rows belong to one country and have ids, be they stored or selected."""
        return self.kind in (TableKind.TENANT, TableKind.SELECTED)

    @property
    def has_id(self) -> bool:
        """Whether `node(id:)` answers its rows: a register's are named by their code."""
        return "id" in self.members

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell its rows apart, within a country where they belong to one."""
        return self.key[1:] if self.is_of_country else self.key[-1:]

    @property
    def code(self) -> Column | None:
        """The column that tells the rows of one id apart, where there are several."""
        return self.stored[self.key[2]] if self.kind is TableKind.SELECTED and len(self.key) > 2 else None  # noqa: PLR2004 - country, id

    @property
    def searched(self) -> Searched | None:
        """How its rows are searched for; none where they are not."""
        found = [column for column in self.stored.values() if column.searched]
        return Searched.of(self.table, found, self.named_by, self.void_column) if found else None

    @property
    def in_sheet(self) -> tuple[Column, ...]:
        """The columns that files hold: what the office gives with a new row, and what repeats no other row."""
        return tuple(
            column
            for column in self.stored.values()
            if Tier.OFFICE in column.written.creates
            and (not column.copy_of or column.otherwise)
            and column.name not in self.key
            and column.made is None
            and (column.reckoned is None or column.reckoned.given)
        )

    def taken_from(self, link: str) -> dict[str, str]:
        """What a row takes of the one that a link leads to: its own columns, and those there that they repeat.

        A part has its whole's owner, and so its programme.
        """
        copies = {each.name: each.copy_of for each in self.stored.values()}
        taken = {name: copy.column for name, found in copies.items() for copy in found if copy.link == link}
        owned = {owner.column for owner in self.owners}
        if link == self.part_of and link not in owned:
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

    def rule(self, tier: Tier) -> Bounds:
        """Which rows a tier sees that may read the table.

        Raises:
            TierWithoutRule: nobody has said.
        """
        # Every level of every plan asks.
        known = self.known.get(tier)
        if known is None:
            known = self.known[tier] = self._of_table(rule_of(self.table, self.rows_of, tier, self.said))
        return known

    def _of_table(self, rule: Bounds) -> Bounds:
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
        others = (entity for entity in self.kept if entity.table != table)
        return tuple(each for each in others if any(owner.table == table for owner in each.owners))

    @property
    def roots(self) -> tuple[str, ...]:
        """The tables that others belong to, below a programme, in the order in which everybody locks them."""
        owners = {owner.table for entity in self.kept for owner in entity.owners}
        return tuple(sorted(owners - {PROGRAMME}))

    def leaning_on(self, table: str) -> Iterator[tuple[EntityModel, tuple[str, ...]]]:
        """Whose rows lean on a row of a table, each with its links there: those that it cannot be taken back under.

        A part goes with its whole: it leans on nothing, unless it can be taken back by itself. Nor does a copy.
        """
        for entity in self.kept:
            links = tuple(each.name for each in entity.stored.values() if each.target == table and not each.copy_of)
            part = entity.part_of is not None and (entity.part_of in links or entity.void_column is None)
            links = tuple(each for each in links if each not in entity.in_one)
            if entity.is_tenant and links and not part:
                yield entity, links

    def seen_from(self, table: str) -> Iterator[tuple[EntityModel, RowRule, Seen]]:
        """The rules that a row of a table may break where it changes: whose rows keep them, and how they are seen."""
        for entity in self.by_table.values():
            for rule in entity.keeps:
                for seen in rule.back:
                    led = entity.table if seen.link == OWN else entity.stored[seen.link].target
                    if led == table:
                        yield entity, rule, seen

    @property
    def suggestions(self) -> Iterator[tuple[EntityModel, Suggestion]]:
        """What the records let one suppose, each with the entity whose rows it finds."""
        for entity in self.by_type.values():
            yield from ((entity, each) for each in entity.suggests)

    def copies(self, table: str) -> Iterator[tuple[EntityModel, Column, CopyOf]]:
        """The columns that repeat one of a table: their entity, the column, and what it repeats."""
        for entity in self.kept:
            for column in entity.stored.values():
                yield from ((entity, column, copy) for copy in column.copy_of if copy.target == table)
