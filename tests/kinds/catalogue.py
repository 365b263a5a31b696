"""Two made-up entities with a column of every kind that none of ours has, the second one a part of the first."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from sqlalchemy import Numeric, cast, literal_column

from graph.declarations.base import Entity, Kind, Names, Owner, TenantEntity, computed
from graph.declarations.columns import Answer, answered, day_about, listed
from graph.declarations.days import Days, When
from graph.declarations.fields import Day, link, personal, sensitive
from graph.declarations.nouns import NATIONAL, DerivedMutation, PartsOf
from tests.made_up import make_tables as tables_of
from tests.made_up import model_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countries.connections.address import Address
    from graph.declarations.model import GraphModel

BOTH: dict[str, Any] = {"creates": NATIONAL, "changes": NATIONAL}
EMPTY: dict[str, Any] = {"default": None, "nullable": True}
FACT = Days(When.FACT)
LONG = 20_000


class ReviewTopic(StrEnum):
    """What a review looks at."""

    HEALTH = "HEALTH"
    SCHOOL = "SCHOOL"
    FAMILY = "FAMILY"
    MONEY = "MONEY"


@cache
def declare() -> tuple[type[Entity], type[Entity]]:
    """The two classes."""

    class Review(TenantEntity, table=True):
        """A review."""

        __tablename__ = "review"
        names: ClassVar[Names] = Names("Review", "review", "reviews")
        owner: ClassVar = Owner("programme")
        natural_key: ClassVar = ("programme_id", "title")
        mutations: ClassVar = (
            DerivedMutation("recordReview", "Records a review.", creates=True, parts=(PartsOf("finding"),)),
            DerivedMutation("findReview", "Records one.", creates=True, parts=(PartsOf("finding", required=True),)),
            DerivedMutation("updateReview", "Changes a review.", creates=False),
        )

        programme_id: UUID = link("programme", "Whose.", back="reviews", back_doc="Its reviews.", creates=NATIONAL)
        title: str = personal(Kind.TEXT, "The title.", filters=True, orders=True, **BOTH)
        topics: list[ReviewTopic] | None = listed(ReviewTopic, "What it was about.", **EMPTY, **BOTH)
        needed: list[ReviewTopic] = listed(ReviewTopic, "What is needed.", **BOTH)
        agreed: Answer = answered("Whether the child agrees.", filters=True, orders=True, **BOTH)
        held_on: Day | None = day_about(
            "When it was.", day=FACT, known="How much of that is known.", filters=True, orders=True, **EMPTY, **BOTH
        )
        begun_on: Day = day_about("Since when.", day=FACT, known="How much of it is known.", noun="beginning", **BOTH)
        story: str | None = sensitive(Kind.TEXT, "What was said.", longest=LONG, **EMPTY, **BOTH)
        motto: str | None = sensitive(Kind.TEXT, "In short.", longest=10, **EMPTY, **BOTH)
        event_id: UUID | None = sensitive(Kind.UUID, "The occasion.", filters=True, **EMPTY, **BOTH)
        hopeful = computed(
            Kind.BOOLEAN, "Whether it goes well.", lambda row, _: row.c.agreed == literal_column("'YES'"),
            uses=("agreed",), nullable=False,
        )  # fmt: skip
        price = computed(
            Kind.DECIMAL, "What it costs.", lambda row, _: cast(row.c.version, Numeric(14, 2)), uses=("version",)
        )

    class Finding(TenantEntity, table=True):
        """A finding of a review."""

        __tablename__ = "finding"
        names: ClassVar[Names] = Names("Finding", "finding", "findings")
        owner: ClassVar = Owner("programme", part_of="review_id")

        review_id: UUID = link("review", "The review.", back="findings", back_doc="What was found.", creates=NATIONAL)
        topic: ReviewTopic = sensitive(
            Kind.ENUMERATION, "What it is about.", enumeration=ReviewTopic, filters=True, **BOTH
        )
        also: list[ReviewTopic] | None = listed(ReviewTopic, "What else.", **EMPTY, **BOTH)
        points: int | None = sensitive(Kind.INTEGER, "How good, of ten.", **EMPTY, **BOTH)
        weight: str | None = sensitive(Kind.DECIMAL, "How much it counts.", **EMPTY, **BOTH)
        grave: Answer = answered("Whether it is grave.", **BOTH)
        seen_on: Day | None = day_about("When.", day=FACT, known="How much of that is known.", **EMPTY, **BOTH)
        home_id: UUID | None = link(
            "home", "Where.", back="findings", back_doc="What was found there.", creates=NATIONAL, default=None
        )
        event_id: UUID | None = sensitive(Kind.UUID, "The occasion.", filters=True, **EMPTY, **BOTH)
        note: str | None = sensitive(Kind.TEXT, "In words.", longest=50, **EMPTY, **BOTH)

    return Review, Finding


@contextmanager
def made_up_model() -> Iterator[GraphModel]:
    """The model with both entities, and everything that derives from it; afterwards it is as before."""
    with model_with(declare()) as model:
        yield model


async def make_tables(address: Address) -> None:
    """Both tables, as their migration would make them."""
    await tables_of(address, declare())
