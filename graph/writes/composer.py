"""What composes a statement: values of the input, rows that are read, checks; `writing.py` adds what is written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from sqlalchemy import CTE, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import ARRAY

from graph.declarations.constraints import RACED
from graph.kinds.kind import Kind
from graph.kinds.table import TYPES
from graph.plan.sql.parameters import Parameters
from graph.plan.sql.relation import Relation
from graph.refusals import not_found
from graph.writes.checking import Checking
from graph.writes.checks import CheckKind
from graph.writes.draft import TRUE, Draft, Sql, Target, Written, snake, table_of, types_of
from graph.writes.mutation import Linked
from graph.writes.refusals import STALE, TAKEN_BACK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import BindParameter, ColumnElement, CompoundSelect, Select

    from countries.tenancy.caller import Tier
    from graph.declarations.model import GraphModel
    from graph.writes.mutation import Mutation
    from graph.writes.shapes import Question


class Composer(Checking, ABC):
    """Composes one statement.

    Args:
        model: all entities.
        action: the mutation.
        tier: whose predicates are written into every level.
        present: the names that the input gives.
        keyed: whether it is sent under an idempotency key.
        named: whether the client has made the id of the payload's new row.
    """

    def __init__(
        self,
        model: GraphModel,
        action: Mutation,
        tier: Tier,
        present: frozenset[str],
        *,
        keyed: bool,
        named: bool = False,
    ) -> None:
        self.model = model
        self.action = action
        self.asked: dict[Question, bool] = {}
        """What composing has asked of the input, in order, with the answers: they decide the text."""
        self._present = present
        self.parameters = Parameters(tier)
        self.draft = Draft()
        self.keyed, self.named = keyed, named
        self._types = dict(types_of(action))
        self._has_begun = False
        self._targets: dict[str, Target] = {}
        self._aliases = 0
        self.key: CTE | None = None
        self.touched: Sql | None = None
        """The ids that the payload shows, where only the statement knows them."""
        self.checks: CTE | None = None

    # Values

    def has(self, *names: str) -> bool:
        """Whether the input gives one of some values; `exception.reason` for one inside an object.

        The answer decides the text: of what may be left out of a row `gives` writes one text for both.
        """
        return self.asked.setdefault(names, not self._present.isdisjoint(names))

    def gives(self, name: str) -> ColumnElement[bool]:
        """Whether the input gives a value, as the statement finds it out."""
        said: ColumnElement[bool] = literal_column(f"'{name}'") == self.given("named", Kind.TEXT, many=True).any_()
        return said

    def value(self, name: str) -> BindParameter[Any]:
        """A value of the input; a list of them for what a list of objects holds."""
        return self.parameters.written(name, self._types[name])

    def value_or(self, name: str, otherwise: Sql) -> Sql:
        """A value of the input that is never empty, or what is meant where it is left out."""
        value = self.value(name)
        return func.coalesce(value, otherwise, type_=value.type)

    def given(self, name: str, kind: Kind, *, many: bool = False) -> BindParameter[Any]:
        """A value that comes with every write: `id`, `ids`, `issuer`, `subject`, …."""
        return self.parameters.written(name, ARRAY(TYPES[kind]) if many else TYPES[kind])

    @property
    def id(self) -> BindParameter[Any]:
        """The identity of the payload's row."""
        return self.given("id", Kind.ID)

    @property
    def country(self) -> BindParameter[Any]:
        """The caller's country."""
        return self.parameters.country

    @property
    def today(self) -> BindParameter[Any]:
        """Today's date in the caller's country."""
        return self.parameters.today

    # What is read

    def rows(self, name: str) -> Relation:
        """A table under an alias, and its entity's tenant predicate in `within`."""
        self._aliases += 1
        return Relation(table(name).alias(f"{name}_{self._aliases}"), self.model.by_table[name].led_on)

    def within(self, name: str, source: Relation, *, void: bool = False) -> list[ColumnElement[bool]]:
        """The tenant predicate of a level; rows recorded in error only where `void` says so."""
        return self.parameters.tenancy(self.model.by_table[name], source, void=void)

    def read_rows(self, name: str, statement: Select[Any] | CompoundSelect[Any], *, many: bool = False) -> Relation:
        """Read rows under a name. They are read once: what leans on them sees the same rows."""
        # A name of its own: under a table's name it would stand in the table's place for all that follows.
        cte = statement.cte(f"{name}_read").prefix_with("MATERIALIZED")
        self.draft.read[name] = cte
        self.draft.single += [] if many else [name]
        return Relation(cte)

    def row(
        self, name: str, table_name: str, key: Sql, *columns: str, stays: bool = False, void: bool = False
    ) -> Relation:
        """The row of a table under a key, as far as the caller sees it; `found` is null where there is none.

        Args:
            name: under which it is read.
            table_name: the table.
            key: the identity.
            columns: what is needed of it.
            stays: whether it has to stay as it is until the write is committed: the write copies of it, or leans on it.
            void: whether it may have been recorded in error.
        """
        source = Relation(table(table_name).alias(f"{table_name}_of_{name}"), self.model.by_table[table_name].led_on)
        listed = [source.c[column] for column in ("id", *columns)]
        conditions = [*self.within(table_name, source, void=void), source.c.id == key]
        statement = select(TRUE.label("found"), *listed).select_from(source.clause).where(*conditions)
        if stays:
            # Whoever changes the row is waited for, and what they wrote is what is read.
            statement = statement.with_for_update(read=True)
        return self.read_rows(name, statement)

    def linked(self, name: str, *columns: str, stays: bool = False, optional: bool = False) -> Relation:
        """The row that an input names; the write is refused where the caller sees none.

        Args:
            name: the input.
            columns: what is needed of the row.
            stays: whether it has to stay as it is until the write is committed.
            optional: whether the input may name none, and the text is the same then.
        """
        taken = next(each for each in self.action.takes if each.name == name)
        if not isinstance(taken, Linked):
            raise TypeError(name)
        cte_name = snake(name).removesuffix("_id")
        source = self.row(cte_name, taken.table, self.value(name), *columns, stays=stays)
        found = self.value(name).is_(None) | source.c.found if optional else source.c.found
        type_name = self.model.by_table[taken.table].type_name
        self.check(f"{cte_name}_is_there", found, not_found(type_name, name), CheckKind.MISSING)
        return source

    def own(self, *columns: str) -> Relation:
        """The row that the mutation changes, at the version that the client saw; else the write is refused."""
        entity = self.model.by_table[self.action.table]
        voided = (entity.void_column,) if entity.void_column else ()
        state = self.action.state
        read = dict.fromkeys((*voided, *columns, *(state.uses if state else ())))
        source = self.row("own", self.action.table, self.id, "version", *read, void=True)
        self.check("own_is_there", source.c.found, not_found(entity.type_name, "id"), CheckKind.GONE)
        seen = self.given("version", Kind.INTEGER)
        self.check("own_is_as_seen", source.c.version == seen, STALE, CheckKind.STALE)
        for name in voided:
            self.check("own_is_not_void", source.c[name].is_(None), TAKEN_BACK)
        if state is not None:
            self.check(state.name, state.holds(source, self.today), state.refusal)
        return source

    def item(self, values: Sql, keys: Sql, key: Sql) -> Sql:
        """The value of a list that stands where `key` stands in another."""
        listed: Sql = func.coalesce(values, type_=values.type)
        return listed[func.array_position(keys, key)]

    def seldom(self, name: str, condition: Sql) -> bool:
        """Whether to compose what few mutations need: the others do not pay for it.

        The statement looks whether the condition holds. Where it does, nothing is written, and the mutation is composed
        anew with `name` among what is present.
        """
        needed = self.has(name)
        if not needed:
            self.check(name, condition.is_not(TRUE), RACED, CheckKind.SELDOM)
        return needed

    @property
    @abstractmethod
    def go(self) -> CTE:
        """One row where everything holds and the key is new; whatever writes selects from it."""

    # What is written

    @abstractmethod
    def insert(
        self,
        name: str,
        values: Mapping[str, Sql],
        *sources: Relation,
        where: Sequence[Sql] = (),
        must: bool = True,
        optional: Mapping[str, Question] | None = None,
    ) -> Written:
        """Write new rows: one for each row of the sources, which together with `go` are its FROM.

        Args:
            name: the table.
            values: what goes into each column; the country is added.
            sources: what the values come from.
            where: conditions on the sources.
            must: whether a row has to be written.
            optional: the columns that are written whether or not the input gives them, each with the inputs of which
                one has to be there: the history leaves it out where none is.
        """

    @abstractmethod
    def update(  # noqa: PLR0913 - a statement has as many parts
        self,
        name: str,
        values: Mapping[str, Sql],
        *,
        where: Sequence[Sql],
        voids: bool = False,
        also_void: bool = False,
        must: bool = True,
        optional: Mapping[str, Question] | None = None,
        instead: Mapping[str, Sql] | None = None,
    ) -> Written:
        """Change the rows that meet `where`, which compares `self.target(name)` with what was read; copies follow.

        Args:
            name: the table.
            values: what goes into which column; version and instant of change are added.
            where: conditions.
            voids: whether the rows are found to have been recorded in error.
            also_void: whether rows that were found so before change too.
            must: whether a row has to be there to change.
            optional: as of `insert`; what the input does not give stays as it was.
            instead: what copies of a column say from now on, where the rows lead on to another one.
        """

    @abstractmethod
    def repeat(self, name: str, values: Mapping[str, Sql], *, where: Sequence[Sql], borrows: bool) -> Written:
        """Change copies, also those of rows that were recorded in error. Arguments as of `update` and `Written`."""

    @abstractmethod
    def remove(self, name: str, rows: Relation) -> Written:
        """Take rows of a ledger away.

        Args:
            name: the table.
            rows: what tells them: every column of the key, but for the country.
        """

    def target(self, name: str) -> Target:
        """The table that an update changes."""
        if name not in self._targets:
            entity = self.model.by_table[name]
            self._targets[name] = Target(table_of(name, entity.stored), entity.led_on)
        return self._targets[name]
