"""The parameters of a statement under construction: each gets a name, a type, and the source of its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, Text, Uuid, bindparam, case, literal_column
from sqlalchemy.dialects.postgresql import ARRAY, JSON

from countries.tenancy.scope import ALWAYS, COUNTRY, PROGRAMMES
from countries.tenancy.terms import quoted
from graph.declarations.selections import VOIDED, Together
from graph.kinds.table import TYPES
from graph.plan.tree.sources import (
    AHEAD,
    BEHIND,
    FromBound,
    FromIntrospection,
    FromPacks,
    FromScope,
    FromView,
    FromWrite,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import BindParameter, ColumnElement
    from sqlalchemy.types import TypeEngine

    from countries.packs.keys import RuleKey
    from countries.tenancy.caller import Tier
    from countries.tenancy.scope import Setting
    from graph.declarations.model import EntityModel
    from graph.plan.sql.relation import Relation
    from graph.plan.tree.sources import FromBoth, FromCursor, FromWords, ValueOrigin
    from graph.plan.tree.values import Value
    from graph.plan.tree.view import View
    from graph.text_keys import TextKey


TODAY = "today"
"""The name of the parameter."""
ONE, ZERO = literal_column("1", Integer), literal_column("0", Integer)


class Parameters:
    """Collects parameters; a value of the caller's scope is one parameter however often it is used.

    Args:
        tier: whose statement it is.
        is_distributed: whether countries' rows may be on nodes of their own, to which a statement is sent.

    Attributes:
        asks_who: whether a table is read of which the caller sees rows by who it is.
    """

    def __init__(self, tier: Tier, *, is_distributed: bool = False) -> None:
        self.tier = tier
        self.is_distributed = is_distributed
        self.asks_who = False
        self.sources: dict[str, ValueOrigin] = {}
        self._values: dict[Value, BindParameter[Any]] = {}

    @property
    def reads_across(self) -> bool:
        """Whether a statement asks several nodes, whose rows meet only where it is answered."""
        return self.is_distributed and not self.tier.is_national

    def _bind(self, name: str, source: ValueOrigin, type_: TypeEngine[Any]) -> BindParameter[Any]:
        self.sources[name] = source
        return bindparam(name, type_=type_, required=True)

    def value(self, value: Value) -> BindParameter[Any]:
        """A value of the request; one parameter, however often the statement needs it."""
        if value not in self._values:
            type_ = ARRAY(TYPES[value.kind]) if value.many else TYPES[value.kind]
            self._values[value] = self._bind(f"value_{len(self.sources)}", value.source, type_)
        return self._values[value]

    def view(self, view: View) -> BindParameter[Any]:
        """What `viewer` answers, as JSON."""
        return self._bind(f"value_{len(self.sources)}", FromView(view), JSON())

    def worded(self, source: FromWords | FromBoth) -> BindParameter[Any]:
        """What is said in the language of the answer, as JSON."""
        return self._bind(f"value_{len(self.sources)}", source, JSON())

    def introspection(self, key: str) -> BindParameter[Any]:
        """What graphql-core answers under a root field, as JSON."""
        return self._bind(f"value_{len(self.sources)}", FromIntrospection(key), JSON())

    @property
    def today(self) -> BindParameter[Any]:
        """Today's date in the caller's country."""
        return self._bind(TODAY, FromScope(TODAY), Date())

    @property
    def languages(self) -> BindParameter[Any]:
        """The languages that the caller reads, the dearest first: a value, so that one statement serves them all."""
        return self._bind("languages", FromScope("languages"), ARRAY(Text()))

    def today_of(self, row: Relation) -> ColumnElement[Any]:
        """Today's date in the country of a row: the caller's, or for whoever sees several a day more or less."""
        return self.today if self.tier.is_national else self.today_in(row.c.country_code)

    def today_in(self, country: ColumnElement[Any]) -> ColumnElement[Any]:
        """Today's date in the country of a code: the scope's day, or one beside it."""
        ahead, behind = (self._bind(name, FromScope(name), ARRAY(Text())) for name in (AHEAD, BEHIND))
        beyond = case((country == ahead.any_(), ONE), (country == behind.any_(), -ONE), else_=ZERO)
        day: ColumnElement[Any] = self.today + beyond
        return day

    def laid_down(self, key: RuleKey) -> BindParameter[Any]:
        """What the country of a national caller has laid down for today: a number or nothing, else a text."""
        type_: TypeEngine[Any] = Integer() if key.unit.is_number else Text()
        return self._bind(f"rule_{key.key.replace('.', '_')}", FromPacks(key), type_)

    @property
    def country(self) -> BindParameter[Any]:
        """The one country of a national caller."""
        return self.held(COUNTRY)

    @property
    def programmes(self) -> BindParameter[Any]:
        """The programmes of a caseworker."""
        return self.held(PROGRAMMES)

    @property
    def feed(self) -> BindParameter[Any]:
        """What the scope's cursors of the changes feed begin with."""
        return self._bind("feed", FromScope("feed"), Text())

    @property
    def writer(self) -> BindParameter[Any]:
        """Who the caller is, as the feed tells writers apart."""
        return self._bind("writer", FromScope("writer"), Uuid())

    def position(self, cursor: FromCursor) -> BindParameter[Any]:
        """The sealed number in a cursor of the changes feed."""
        return self._bind(f"since_{cursor.slot}", cursor, Text())

    def written(self, name: str, type_: TypeEngine[Any], *, key: TextKey | None = None) -> BindParameter[Any]:
        """A value that a mutation brings, or what Python makes of it."""
        beside = "w_" if key is None else f"k{key.value}_"
        return self._bind(f"{beside}{name.replace('.', '_')}", FromWrite(name, key), type_)

    def tenancy(self, entity: EntityModel, source: Relation, *, void: bool = False) -> list[ColumnElement[bool]]:
        """The tenant predicate of one level, written at every level; `void` lets rows recorded in error in too.

        Row security is the guarantee; this is information for PostgreSQL's planner, and for Citus's router.
        """
        if not entity.is_of_country:
            return []
        self.touches(entity)
        predicates: list[ColumnElement[bool]] = []
        for term in entity.rule(self.tier):
            # What the tier may not read its statements cannot name; the policy bounds it all the same.
            if all(self.tier in entity.stored[name].readers for name in term.columns):
                said = term.predicate(source.c, self)
                predicates += [] if said is None else [said]
        predicates += self._stands(entity, source)
        if entity.void_column is not None and not void:
            predicates.append(source.c[entity.void_column].is_(None))
        return predicates

    def touches(self, entity: EntityModel) -> None:
        """Note that the statement reads or writes rows of an entity."""
        self.asks_who = self.asks_who or entity.asks_who(self.tier)

    def held(self, setting: Setting) -> BindParameter[Any]:
        """What a setting of the caller's scope holds."""
        type_: TypeEngine[Any] = Uuid() if setting.are_ids else Text()
        source = FromScope(setting.name) if setting in ALWAYS else FromBound(setting.name)
        return self._bind(setting.name, source, ARRAY(type_) if setting.separator else type_)

    def said(self, text: str) -> ColumnElement[str]:
        """A text that a declaration says."""
        return literal_column(quoted(text), Text())

    def _stands(self, entity: EntityModel, source: Relation) -> Iterator[ColumnElement[bool]]:
        """Which rows of many tables stand in a selection: what was recorded in error is in none, whoever names it."""
        if isinstance(entity.selection, Together):
            yield from (source.c[name].is_not(None) for name in entity.selection.given)
            if any(part.void for part in entity.selection.read_by(self.tier)):
                yield source.c[VOIDED].is_(None)
