"""Who is asking: a tier, the countries and the programmes that bound what it sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class Tier(StrEnum):
    """A kind of caller. Each logs in to PostgreSQL as itself: `hearth_<tier>`."""

    CASEWORKER = "caseworker"
    OFFICE = "office"
    REGION = "region"
    HEADQUARTERS = "headquarters"
    AUDITOR = "auditor"

    @property
    def login(self) -> str:
        """The PostgreSQL login of this tier."""
        return f"hearth_{self.value}"

    @property
    def is_national(self) -> bool:
        """Whether such a caller acts within exactly one country."""
        return self in {Tier.CASEWORKER, Tier.OFFICE}


@dataclass(frozen=True, slots=True)
class Caller:
    """One authenticated caller.

    Attributes:
        subject: who it is at the issuer of its token.
        tier: which login, grants and policies apply.
        countries: ISO 3166-1 alpha-2 codes; exactly one for a caseworker and an office, one or more for a region,
            none for headquarters, which is bound by no country.
        programmes: the programmes of a caseworker; empty for every other tier.
    """

    subject: str
    tier: Tier
    countries: tuple[str, ...] = ()
    programmes: tuple[UUID, ...] = ()

    @property
    def country(self) -> str | None:
        """The one country of a national caller, else nothing."""
        return self.countries[0] if self.tier.is_national else None
