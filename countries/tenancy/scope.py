"""The scope of a transaction: named settings, with which policies compare rows.

    hearth.country  hearth.countries  hearth.programmes      set in every transaction
    hearth.groups                                            set where it holds something
    hearth.own      hearth.persons                           set for statements that ask who the caller is

A further bound is a further `Setting` here, in `FURTHER`, and a term that reads it (`countries/tenancy/terms.py`).
Equal scopes see the same rows: reads of one scope may share a transaction, and what is personal stays out of it, so
that they do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID


class Bounded(Protocol):
    """What of a caller bounds what it sees; `countries/tenancy/caller.py` says what each means."""

    @property
    def country(self) -> str | None:
        """The one country of a national caller."""

    @property
    def countries(self) -> Sequence[str]:
        """Its countries."""

    @property
    def is_of_countries(self) -> bool:
        """Whether it acts within named countries."""

    @property
    def programmes(self) -> Sequence[UUID]:
        """Its programmes."""

    @property
    def groups(self) -> Sequence[str]:
        """The groups of fields that it may read besides."""

    @property
    def own(self) -> Sequence[UUID]:
        """The rows that are about it."""

    @property
    def persons(self) -> Sequence[str]:
        """Who it is, as rows name people."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One named setting of a scope.

    Attributes:
        name: `hearth.<name>` in PostgreSQL.
        of: what a caller has of it; nothing where it is not bounded so.
        separator: stands between the texts of a list, and in none of them; empty where it holds one text.
        is_personal: whether it says who the caller is: it is set only for statements that ask, which then share with
            nobody.
        are_ids: whether it lists the ids of rows.
    """

    name: str
    of: Callable[[Bounded], Iterable[object]]
    separator: str = ","
    is_personal: bool = False
    are_ids: bool = False

    @property
    def one(self) -> str:
        """What it holds, in SQL; NULL where it is not set, so that nothing equals it."""
        return f"nullif(current_setting('hearth.{self.name}', true), '')"

    @property
    def listed(self) -> str:
        """The list that it holds, in SQL; NULL where it is not set or empty."""
        separator = "E'\\n'" if self.separator == "\n" else f"'{self.separator}'"
        return f"string_to_array({self.one}, {separator})"

    def text(self, caller: Bounded) -> str:
        """What is set for a caller.

        Raises:
            ValueError: one of its texts is empty or holds the separator, and would be read as others.
        """
        texts = [str(each) for each in self.of(caller)]
        if any(not each or (self.separator and self.separator in each) for each in texts):
            message = f"hearth.{self.name} cannot hold a text that is empty or has its separator in it"
            raise ValueError(message)
        return self.separator.join(texts)


COUNTRY = Setting("country", lambda caller: () if caller.country is None else (caller.country,), separator="")
COUNTRIES = Setting("countries", lambda caller: caller.countries if caller.is_of_countries else ())
PROGRAMMES = Setting("programmes", lambda caller: caller.programmes, are_ids=True)
ALWAYS = (COUNTRY, COUNTRIES, PROGRAMMES)
"""The arguments of `hearth_scope`, in its order."""

GROUPS = Setting("groups", lambda caller: caller.groups)
"""The groups of fields that a caller may read, besides what its tier reads."""
OWN = Setting("own", lambda caller: caller.own, is_personal=True, are_ids=True)
"""The rows that are about the caller: a young person's file, a donor's."""
PERSONS = Setting("persons", lambda caller: caller.persons, separator="\n", is_personal=True)
"""Who the caller is, as rows name whoever wrote them or may not read them. A token's texts hold no line break."""
FURTHER = (GROUPS, OWN, PERSONS)


class ScopeSettings(NamedTuple):
    """What `hearth_scope` takes: texts, empty where the tier has none; lists are joined by commas."""

    country: str
    countries: str
    programmes: str


class ExtendedScope(NamedTuple):
    """A scope with further settings: their names, and what each holds."""

    country: str
    countries: str
    programmes: str
    names: tuple[str, ...]
    texts: tuple[str, ...]


AnyScope = ScopeSettings | ExtendedScope


def scope_of(caller: Bounded, *, in_person: bool) -> AnyScope:
    """The scope of a caller's transactions.

    Args:
        caller: whoever asks.
        in_person: whether a statement asks who that is.
    """
    always = ScopeSettings(*(setting.text(caller) for setting in ALWAYS))
    held = {each.name: each.text(caller) for each in FURTHER if in_person or not each.is_personal}
    named = {name: text for name, text in held.items() if text}
    return ExtendedScope(*always, tuple(named), tuple(named.values())) if named else always


def bounds_of(caller: Bounded) -> dict[str, list[object]]:
    """What further settings hold for a caller, by name, as statements compare rows with it."""
    return {setting.name: list(setting.of(caller)) for setting in FURTHER}


def further_of(caller: Bounded, *, in_person: bool) -> str:
    """What further settings hold, in a text that two callers have in common only where all of it is the same."""
    held = [
        (each.name, sorted({str(one) for one in each.of(caller)}))
        for each in FURTHER
        if in_person or not each.is_personal
    ]
    named = [(name, texts) for name, texts in held if texts]
    return repr(named) if named else ""
