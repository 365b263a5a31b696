"""The parameters of a statement under construction: each gets a name, a type, and the source of its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Text, Uuid, bindparam
from sqlalchemy.dialects.postgresql import ARRAY, JSON

from countries.caller import TierWithoutRule
from countries.rows import Rows
from graph.entities.selection import VOIDED, Together
from graph.kinds.table import TYPES
from graph.plan.values import FromIntrospection, FromPlan, FromScope, FromView, FromWrite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import BindParameter, ColumnElement
    from sqlalchemy.types import TypeEngine

    from countries.caller import Tier
    from graph.entities.model import EntityModel
    from graph.plan.source import Source as SqlSource
    from graph.plan.tree import Value
    from graph.plan.values import FromCursor, Source
    from graph.plan.view import View


class Parameters:
    """Collects parameters; a value of the caller's scope is one parameter however often it is used."""

    def __init__(self, tier: Tier) -> None:
        self.tier = tier
        self.sources: dict[str, Source] = {}
        self._values: dict[Value, BindParameter[Any]] = {}

    def _bind(self, name: str, source: Source, type_: TypeEngine[Any]) -> BindParameter[Any]:
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

    def stated(self, answer: bytes) -> BindParameter[Any]:
        """What the plan itself answers, as JSON."""
        return self._bind(f"value_{len(self.sources)}", FromPlan(answer), JSON())

    def introspection(self, key: str) -> BindParameter[Any]:
        """What graphql-core answers under a root field, as JSON."""
        return self._bind(f"value_{len(self.sources)}", FromIntrospection(key), JSON())

    @property
    def today(self) -> BindParameter[Any]:
        """Today's date in the caller's country."""
        return self._bind("today", FromScope("today"), Date())

    @property
    def country(self) -> BindParameter[Any]:
        """The one country of a national caller."""
        return self._bind("country", FromScope("country"), Text())

    @property
    def programmes(self) -> BindParameter[Any]:
        """The programmes of a caseworker."""
        return self._bind("programmes", FromScope("programmes"), ARRAY(Uuid()))

    @property
    def feed(self) -> BindParameter[Any]:
        """What the scope's cursors of the changes feed begin with."""
        return self._bind("feed", FromScope("feed"), Text())

    def position(self, cursor: FromCursor) -> BindParameter[Any]:
        """The sealed number in a cursor of the changes feed."""
        return self._bind(f"since_{cursor.slot}", cursor, Text())

    def written(self, name: str, type_: TypeEngine[Any]) -> BindParameter[Any]:
        """A value that a mutation brings."""
        return self._bind(f"w_{name.replace('.', '_')}", FromWrite(name), type_)

    def tenancy(self, entity: EntityModel, source: SqlSource, *, void: bool = False) -> list[ColumnElement[bool]]:
        """The tenant predicate of one level, written at every level; `void` lets rows recorded in error in too.

        Row security is the guarantee; this is information for PostgreSQL's planner, and for Citus's router.
        """
        if not entity.is_of_country:
            return []
        country = source.c.country_code
        match entity.rows(self.tier):
            case Rows.ALL:
                predicates: list[ColumnElement[bool]] = []
            case Rows.OF_COUNTRY:
                predicates = [country == self.country]
            case Rows.OF_PROGRAMMES:
                predicates = [country == self.country, self._own(entity, source)]
            case Rows.OF_PROGRAMMES_OR_NONE:
                unassigned: ColumnElement[bool] = source.c[entity.programme_column or ""].is_(None)
                predicates = [country == self.country, self._own(entity, source) | unassigned]
            case Rows.OF_COUNTRIES:
                predicates = [country == self._bind("countries", FromScope("countries"), ARRAY(Text())).any_()]
            case Rows.OF_COUNTRIES_OR_NONE:
                message = f"{entity.table} belongs to countries, and its rule is that of figures."
                raise TierWithoutRule(message)
        predicates += self._stands(entity, source)
        if entity.void_column is not None and not void:
            predicates.append(source.c[entity.void_column].is_(None))
        return predicates

    def _stands(self, entity: EntityModel, source: SqlSource) -> Iterator[ColumnElement[bool]]:
        """Which rows of many tables stand in a selection: what was recorded in error is in none, whoever names it."""
        if isinstance(entity.selection, Together):
            yield from (source.c[name].is_not(None) for name in entity.selection.given)
            if any(part.void for part in entity.selection.read_by(self.tier)):
                yield source.c[VOIDED].is_(None)

    def _own(self, entity: EntityModel, source: SqlSource) -> ColumnElement[bool]:
        """A caseworker's own programmes' rows."""
        own: ColumnElement[bool] = source.c[entity.programme_column or ""] == self.programmes.any_()
        return own
