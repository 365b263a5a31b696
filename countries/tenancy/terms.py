"""Terms: what a policy says of a row. Which rows a tier sees is a conjunction of them.

Each knows three things: its SQL in a policy, the setting of the scope that it reads, and the predicate by which the
planner says the same in every statement. The policy is the guarantee, and never true where its setting is empty: each
compares with NULL then. The predicate is information for PostgreSQL's planner, so that it may use an index.

None holds an OR or a sub-query: an OR loses the index, and a sub-query cannot be distributed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from countries.tenancy.scope import COUNTRIES, COUNTRY, GROUPS, OWN, PERSONS, PROGRAMMES

if TYPE_CHECKING:
    from countries.tenancy.scope import Setting

Columns = Any
"""The columns of a table in a statement, by name: SQLAlchemy's, which this package does not know."""
Expression = Any


class TermValues(Protocol):
    """The values of a statement under construction."""

    def held(self, setting: Setting) -> Expression:
        """What a setting of the caller's scope holds, as a parameter."""

    def said(self, text: str) -> Expression:
        """A text that the declaration says."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on a row.

    Attributes:
        setting: what of the scope it reads; nothing where it looks at the row alone.
        is_place: whether it says of which countries the rows are: every rule for the rows of a country has one.
    """

    setting: ClassVar[Setting | None] = None
    is_place: ClassVar[bool] = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the row that it reads."""
        return ()

    def policy(self) -> str:
        """The condition in a policy."""
        raise NotImplementedError

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same for the planner; nothing where there is nothing to say."""
        raise NotImplementedError

    def of_table(self, programme: str | None, file: str | None) -> Self:
        """The term in a table in which these columns say the responsible programme, and whose file a row is in."""
        del programme, file
        return self


@dataclass(frozen=True, slots=True)
class _OfColumn(Term):
    """A term about one column of the row."""

    column: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Its column."""
        return (self.column,)


@dataclass(frozen=True, slots=True)
class Everywhere(Term):
    """All rows: headquarters alone says it of what belongs to countries."""

    is_place: ClassVar[bool] = True

    def policy(self) -> str:
        """Always true."""
        return "true"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """Nothing."""
        del row, values
        return None


@dataclass(frozen=True, slots=True)
class InCountry(Term):
    """Rows of the caller's one country."""

    setting: ClassVar[Setting | None] = COUNTRY
    is_place: ClassVar[bool] = True

    @property
    def columns(self) -> tuple[str, ...]:
        """The country."""
        return ("country_code",)

    def policy(self) -> str:
        """The country is the scope's."""
        return f"country_code = {COUNTRY.one}"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same."""
        return row["country_code"] == values.held(COUNTRY)


@dataclass(frozen=True, slots=True)
class InCountries(Term):
    """Rows of the caller's countries; with `or_none` also those of no single country, as figures of a region are."""

    setting: ClassVar[Setting | None] = COUNTRIES
    is_place: ClassVar[bool] = True
    or_none: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The country."""
        return ("country_code",)

    def policy(self) -> str:
        """The country is one of the scope's; the empty text stands for none, and without a setting nothing does."""
        listed = f"string_to_array(',' || {COUNTRIES.one}, ',')" if self.or_none else COUNTRIES.listed
        return f"country_code = ANY ({listed})"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same; of figures there is nothing to say, their statements name what they read."""
        return None if self.or_none else row["country_code"] == values.held(COUNTRIES).any_()


@dataclass(frozen=True, slots=True)
class OfProgrammes(Term):
    """Rows of the caller's programmes; with `or_none` also those of none, which are every caseworker's.

    Attributes:
        column: holds the programme; empty for the one that is responsible for the row, wherever the table has it.
        or_none: also rows without a programme.
    """

    setting: ClassVar[Setting | None] = PROGRAMMES
    column: str = ""
    or_none: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The programme."""
        return (self.column,)

    def of_table(self, programme: str | None, file: str | None) -> Self:
        """With the column of the responsible programme, where none is said."""
        del file
        return self if self.column else replace(self, column=programme or "")

    def policy(self) -> str:
        """The programme is one of the scope's; for none the empty text is one of them, so that it needs no OR."""
        if not self.or_none:
            return f"{self.column}::text = ANY ({PROGRAMMES.listed})"
        held = "string_to_array(coalesce(current_setting('hearth.programmes', true), '') || ',', ',')"
        return f"coalesce({self.column}::text, '') = ANY ({held})"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same, without a cast: an index may serve it."""
        own = row[self.column] == values.held(PROGRAMMES).any_()
        return own | row[self.column].is_(None) if self.or_none else own


@dataclass(frozen=True, slots=True)
class Own(Term):
    """Rows that are about the caller: the column leads to one of the caller's own, or is its id.

    Attributes:
        column: says whose; empty for whose file the row is in, wherever the table has it.
    """

    setting: ClassVar[Setting | None] = OWN
    column: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Whose."""
        return (self.column,)

    def of_table(self, programme: str | None, file: str | None) -> Self:
        """With the column that says whose file a row is in, where none is said."""
        del programme
        return self if self.column else replace(self, column=file or "")

    def policy(self) -> str:
        """The row is one of the caller's own."""
        return f"{self.column}::text = ANY ({OWN.listed})"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same, without a cast."""
        return row[self.column] == values.held(OWN).any_()


@dataclass(frozen=True, slots=True)
class AuthoredBy(_OfColumn):
    """Rows that the caller wrote, or that were written for it: the column lists who did."""

    setting: ClassVar[Setting | None] = PERSONS

    def policy(self) -> str:
        """The caller is among them."""
        return f"{self.column} && {PERSONS.listed}"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same."""
        return row[self.column].op("&&")(values.held(PERSONS))


@dataclass(frozen=True, slots=True)
class NotAmong(_OfColumn):
    """Rows that are not kept from the caller: the column lists whom they are about, or who may not know of them.

    `person <> ALL (list)` would be true for nobody and an empty list. `&&` of NULL is NULL whatever the list holds, and
    so is its negation: who is nobody sees nothing, and a row whose list was never written is seen by nobody.
    """

    setting: ClassVar[Setting | None] = PERSONS

    def policy(self) -> str:
        """The caller is not among them."""
        return f"NOT ({self.column} && {PERSONS.listed})"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same."""
        return ~row[self.column].op("&&", is_comparison=True)(values.held(PERSONS))


@dataclass(frozen=True, slots=True)
class InGroup(Term):
    """All rows, for whoever is in a group of readers; none for everybody else."""

    setting: ClassVar[Setting | None] = GROUPS
    name: str

    def policy(self) -> str:
        """The scope has the group."""
        return f"{quoted(self.name)} = ANY ({GROUPS.listed})"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same."""
        del row
        return values.said(self.name) == values.held(GROUPS).any_()


@dataclass(frozen=True, slots=True)
class Unless(_OfColumn):
    """Rows whose column holds something else than this: a page that its author keeps to itself."""

    value: str

    def policy(self) -> str:
        """It holds something else; a row that holds nothing is not seen."""
        return f"{self.column} <> {quoted(self.value)}"

    def predicate(self, row: Columns, values: TermValues) -> Expression | None:
        """The same."""
        return row[self.column] != values.said(self.value)


Bounds = tuple[Term, ...]
"""Which rows: those for which all terms hold."""


def policy_of(rule: Bounds) -> str:
    """The condition of a policy."""
    return " AND ".join(term.policy() for term in rule)


def sees_countries(rule: Bounds) -> bool:
    """Whether all rows of the countries that it is about are seen: no term but those of place."""
    return all(term.is_place for term in rule)


def quoted(text: str) -> str:
    """A text of a declaration as SQL's literal."""
    return "'" + text.replace("'", "''") + "'"
