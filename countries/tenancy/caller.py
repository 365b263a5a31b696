"""Who is asking: a tier, the countries and the programmes that bound what it sees."""

from __future__ import annotations

import hashlib
from copy import copy
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from countries.tenancy.scope import bounds_of, further_of, scope_of
from countries.tenancy.share import Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from countries.tenancy.scope import AnyScope


class TierWithoutRule(RuntimeError):
    """A tier is declared, and nothing says what it may see. Nothing starts before somebody has said so."""


class Reach(Enum):
    """How many countries a caller of a tier acts within."""

    ONE_COUNTRY = "one country"
    COUNTRIES = "named countries"
    FEDERATION = "bound by no country"


class Tier(StrEnum):
    """A kind of caller. Each logs in to PostgreSQL as itself: `hearth_<tier>`."""

    CASEWORKER = "caseworker"
    OFFICE = "office"
    REGION = "region"
    HEADQUARTERS = "headquarters"
    AUDITOR = "auditor"

    # Every request is looked up by it several times; an enumeration's own is a function in Python.
    __hash__ = str.__hash__

    @property
    def login(self) -> str:
        """The PostgreSQL login of this tier."""
        return f"hearth_{self.value}"

    @property
    def is_national(self) -> bool:
        """Whether such a caller acts within exactly one country."""
        return REACH[self] is Reach.ONE_COUNTRY


REACH: Mapping[Tier, Reach] = {
    Tier.CASEWORKER: Reach.ONE_COUNTRY,
    Tier.OFFICE: Reach.ONE_COUNTRY,
    Tier.REGION: Reach.COUNTRIES,
    Tier.HEADQUARTERS: Reach.FEDERATION,
    Tier.AUDITOR: Reach.FEDERATION,
}
"""The reach of every tier. What follows for the rows of each kind of table stands in `countries/tenancy/rows.py`."""


def every_tier(named: Iterable[Tier], what: str) -> None:
    """See that a table in the code leaves no tier out.

    Raises:
        TierWithoutRule: it does; `what` is said of the tiers that are missing.
    """
    if missing := [tier.value for tier in Tier if tier not in set(named)]:
        message = f"Nothing says {what} of {', '.join(missing)}."
        raise TierWithoutRule(message)


every_tier(REACH, "the reach")


def writer_of(issuer: str, subject: str) -> UUID:
    """Who writes, as the feed tells writers apart: it tells nobody who that is. Neither name holds a line break."""
    return UUID(bytes=hashlib.sha256(f"{issuer}\n{subject}".encode("utf-8", "surrogatepass")).digest()[:16])


@dataclass(frozen=True, slots=True)
class Caller:
    """One authenticated caller.

    Attributes:
        subject: who it is at the issuer of its token.
        tier: which login, grants and policies apply.
        countries: ISO 3166-1 alpha-2 codes; exactly one for a caseworker and an office, one or more for a region,
            none for headquarters, which is bound by no country.
        programmes: the programmes of a caseworker; empty for every other tier.
        issuer: who vouches for the subject.
        groups: the groups of fields that it may read besides.
        own: the rows that are about it, where it has a file of its own.
        country: the one country of a national caller, else nothing.
        scope: the scope of its transactions, without a word of who it is: those of equal scopes may share one.
        share: in whose name it holds connections, and takes turns: its country, a region's countries, or else itself;
            within a country those of the same scope.
        feed: ten hexadecimal digits that stand for tier and scope: a cursor of the changes feed begins with them.
        key: equal for equal callers, whatever tokens they come with: what each caller may have is counted by it.
        bounds: what the further settings hold for it, by name, as statements compare rows with it.
        writer: who it is, as the feed tells writers apart.
    """

    subject: str
    tier: Tier
    countries: tuple[str, ...] = ()
    programmes: tuple[UUID, ...] = ()
    issuer: str = ""
    groups: tuple[str, ...] = ()
    own: tuple[UUID, ...] = ()

    country: str | None = field(init=False, compare=False, repr=False)
    scope: AnyScope = field(init=False, compare=False, repr=False)
    share: Share = field(init=False, compare=False, repr=False)
    feed: str = field(init=False, compare=False, repr=False)
    key: str = field(init=False, compare=False, repr=False)
    bounds: Mapping[str, Sequence[object]] = field(init=False, compare=False, repr=False)
    writer: UUID = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Worked out once: a caller is remembered with its token, and every request asks for all of it.
        country = self.countries[0] if self.tier.is_national else None
        object.__setattr__(self, "country", country)
        scope = scope_of(self, in_person=False)
        object.__setattr__(self, "scope", scope)
        further = further_of(self, in_person=False)
        # Programmes, or countries, in another order are the same.
        own = ",".join(sorted({str(programme) for programme in self.programmes}))
        party = country or ",".join(sorted(set(self.countries))) or f"{self.issuer}|{self.subject}"
        member = f"{self.tier.value}|{party}|{own}"
        object.__setattr__(self, "share", Share(party, f"{member}|{further}" if further else member))
        programmes = ",".join(sorted(scope.programmes.split(",")))
        seen = "|".join((self.tier.value, scope.country, scope.countries, programmes, *([further] if further else [])))
        object.__setattr__(self, "feed", hashlib.sha256(seen.encode()).hexdigest()[:10])
        # A text remembers its hash; neither a subject nor a code holds a line break.
        besides = repr((further, sorted(map(str, self.own)))) if further or self.own else ""
        lists = (",".join(sorted(self.countries)), programmes)
        object.__setattr__(self, "key", "\n".join((self.subject, self.tier.value, *lists, self.issuer, besides)))
        object.__setattr__(self, "bounds", bounds_of(self))
        object.__setattr__(self, "writer", writer_of(self.issuer, self.subject))

    @property
    def is_of_countries(self) -> bool:
        """Whether it acts within named countries, as a region does."""
        return REACH[self.tier] is Reach.COUNTRIES

    @property
    def persons(self) -> tuple[str, ...]:
        """Who it is, as rows name people: by the ids of its own file, or else as its issuer vouches for it."""
        return tuple(map(str, self.own)) or (f"{self.issuer}|{self.subject}",)

    def in_person(self) -> Caller:
        """The same caller for a statement that asks who it is: nobody else's reads share its transactions.

        Raises:
            ValueError: its names cannot stand in a setting.
        """
        made = copy(self)
        object.__setattr__(made, "scope", scope_of(self, in_person=True))
        party, member = self.share
        object.__setattr__(made, "share", Share(party, f"{member}|{further_of(self, in_person=True)}"))
        return made
