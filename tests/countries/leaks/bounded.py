"""Made-up entities of which a reader sees some rows, by who it is or by a group that it is in."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from countries.tenancy.caller import Tier
from countries.tenancy.terms import AuthoredBy, InCountry, InGroup, NotAmong, OfProgrammes, Unless
from graph.declarations.base import COUNTRY, Entity, Kind, Names, Owner, TenantEntity
from graph.declarations.fields import link, sensitive
from graph.declarations.nouns import NATIONAL, DerivedMutation

TABLES = ("letter", "reply", "therapy")
BOTH: dict[str, Any] = {"creates": NATIONAL, "changes": NATIONAL}
LIST: dict[str, Any] = {"hidden": True, "default": None, "nullable": False, "default_sql": "'{}'"}


@cache
def declare() -> tuple[type[Entity], ...]:
    """Letters, seen by their authors and by whom they are not about in an office; replies; therapies of a group."""

    class Letter(TenantEntity, table=True):
        """A letter."""

        __tablename__ = "letter"
        names: ClassVar[Names] = Names("Letter", "letter", "letters")
        owner: ClassVar = COUNTRY
        rows: ClassVar = {
            Tier.CASEWORKER: (InCountry(), AuthoredBy("authors")),
            Tier.OFFICE: (InCountry(), NotAmong("excluded"), Unless("mark", "DRAFT")),
        }
        mutations: ClassVar = (DerivedMutation("updateLetter", "Changes a letter.", creates=False),)

        words: str = sensitive(Kind.TEXT, "What it says.", filters=True, orders=True, **BOTH)
        mark: str = sensitive(Kind.TEXT, "What it is.", default="SENT", default_sql="'SENT'")
        authors: list[str] | None = sensitive(Kind.TEXT_LIST, "Who wrote it.", **LIST)
        excluded: list[str] | None = sensitive(Kind.TEXT_LIST, "Whom it is about.", **LIST)
        child_id: UUID | None = link(
            "child", "About which child.", back="letters", back_doc="Letters about it.", default=None
        )

    class Reply(TenantEntity, table=True):
        """A reply, which every caseworker reads."""

        __tablename__ = "reply"
        names: ClassVar[Names] = Names("Reply", "reply", "replies")
        owner: ClassVar = COUNTRY
        mutations: ClassVar = (
            DerivedMutation("addReply", "Records a reply.", creates=True),
            DerivedMutation("updateReply", "Changes a reply.", creates=False),
        )

        words: str = sensitive(Kind.TEXT, "What it says.", **BOTH)
        letter_id: UUID | None = link(
            "letter", "To which letter.", back="replies", back_doc="Its replies.", default=None, **BOTH
        )

    class Therapy(TenantEntity, table=True):
        """A therapy, for those alone who are in the group."""

        __tablename__ = "therapy"
        names: ClassVar[Names] = Names("Therapy", "therapy", "therapies")
        owner: ClassVar = Owner("child")
        rows: ClassVar = {
            Tier.CASEWORKER: (InCountry(), OfProgrammes(), InGroup("health")),
            Tier.OFFICE: (InCountry(), InGroup("health")),
        }
        mutations: ClassVar = (
            DerivedMutation("recordTherapy", "Records a therapy.", creates=True),
            DerivedMutation("correctTherapy", "Changes a therapy.", creates=False),
        )

        note: str = sensitive(Kind.TEXT, "What it is.", filters=True, orders=True, **BOTH)

    return Letter, Reply, Therapy
