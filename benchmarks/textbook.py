"""The server that a team writes first: Strawberry and SQLModel as their documentation teaches, select-in loading.

Types wrap rows, each root field opens a session, and `selectinload` fetches what the type below will show. Tenancy is
the same as everywhere: the tier's login, one transaction a request, and the scope set first in it.
"""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, cast
from uuid import UUID

import strawberry
from sqlalchemy import URL, column, func, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import selectinload
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from strawberry.types import Info

from benchmarks.textbook_tables import ChildRow, CountryRow, HomeRow, LinkRow, PlacementRow, ProgrammeRow

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.orm import QueryableAttribute


def related(attribute: object) -> QueryableAttribute[Any]:
    """What SQLAlchemy sees in a relationship whose declared type is the row's."""
    return cast("QueryableAttribute[Any]", attribute)


@strawberry.type
class Partner:
    """A community partner."""

    id: UUID
    name: str


@strawberry.type
class Link:
    """A community link."""

    id: UUID
    kind: str
    started_on: date
    partner: Partner | None

    @classmethod
    def of(cls, row: LinkRow) -> Link:
        """Show a row."""
        partner = Partner(id=row.partner.id, name=row.partner.name) if row.partner else None
        return cls(id=row.id, kind=row.kind, started_on=row.started_on, partner=partner)


@strawberry.type
class Placement:
    """A placement."""

    id: UUID
    started_on: date
    ended_on: date | None
    start_reason: str

    @classmethod
    def of(cls, row: PlacementRow) -> Placement:
        """Show a row."""
        return cls(id=row.id, started_on=row.started_on, ended_on=row.ended_on, start_reason=row.start_reason)


@strawberry.type
class Child:
    """A child."""

    row: strawberry.Private[ChildRow]
    id: UUID
    case_number: str
    given_name: str
    family_name: str | None
    birth_date: date | None
    birth_date_precision: str | None
    sex: str
    enrolled_on: date

    @classmethod
    def of(cls, row: ChildRow) -> Child:
        """Show a row."""
        shown = ("id", "case_number", "given_name", "family_name", "birth_date", "birth_date_precision", "sex")
        return cls(row=row, enrolled_on=row.enrolled_on, **{name: getattr(row, name) for name in shown})

    @strawberry.field
    def home(self) -> Annotated[Home, strawberry.lazy("benchmarks.textbook")] | None:
        """Where the child lives."""
        return next((Home.of(one.home) for one in self.row.placements if one.ended_on is None), None)

    @strawberry.field
    def placements(self) -> list[Placement]:
        """Where the child has lived."""
        return [Placement.of(one) for one in self.row.placements]

    @strawberry.field
    def community_links(self) -> list[Link]:
        """Who is near the child."""
        return [Link.of(one) for one in self.row.links]


@strawberry.type
class Home:
    """A home."""

    row: strawberry.Private[HomeRow]
    id: UUID
    form: str
    capacity: int | None

    @classmethod
    def of(cls, row: HomeRow) -> Home:
        """Show a row."""
        return cls(row=row, id=row.id, form=row.form, capacity=row.capacity)

    @strawberry.field
    def name(self) -> str | None:
        """Its name, which headquarters may not read."""
        return self.row.name

    @strawberry.field
    def children(self, first: int) -> list[Child]:
        """Who lives there."""
        return [Child.of(one.child) for one in self.row.current[:first]]


@strawberry.type
class Programme:
    """A programme."""

    row: strawberry.Private[ProgrammeRow]
    id: UUID
    name: str
    kind: str

    @strawberry.field
    def homes(self, first: int) -> list[Home]:
        """Its homes."""
        return [Home.of(one) for one in self.row.homes[:first]]


@strawberry.type
class Country:
    """A country."""

    row: strawberry.Private[CountryRow]
    code: str
    name: str

    @strawberry.field
    def programmes(self, first: int) -> list[Programme]:
        """Its programmes."""
        return [Programme(row=one, id=one.id, name=one.name, kind=one.kind) for one in self.row.programmes[:first]]


@strawberry.type
class ChildPage:
    """Some children, and how many there are."""

    nodes: list[Child]
    total_count: int


url = URL.create(
    "postgresql+asyncpg",
    os.environ.get("TEXTBOOK_LOGIN"),
    os.environ.get("TEXTBOOK_PASSWORD"),
    database=os.environ.get("TEXTBOOK_DATABASE"),
    query={"host": os.environ.get("TEXTBOOK_HOST", ""), "port": os.environ.get("TEXTBOOK_PORT", "")},
)
engine = create_async_engine(url, pool_size=int(os.environ.get("TEXTBOOK_POOL", "6")), max_overflow=0)
sessions = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


@asynccontextmanager
async def session_of(info: Info[Any, Any]) -> AsyncIterator[AsyncSession]:
    """A session in a transaction whose scope is set."""
    headers = info.context["request"].headers
    scope = {name: headers.get(f"hearth-{name}", "") for name in ("country", "countries", "programmes")}
    async with sessions() as session, session.begin():
        await session.execute(text("SELECT hearth_scope(:country, :countries, :programmes)"), scope)
        yield session


@strawberry.type
class Query:
    """The root."""

    @strawberry.field
    async def child(self, info: Info[Any, Any], id: UUID) -> Child | None:  # noqa: A002 - the argument's name
        """One child."""
        async with session_of(info) as session:
            row = (await session.exec(select(ChildRow).where(ChildRow.id == id))).first()
            return Child.of(row) if row else None

    @strawberry.field
    async def children(self, info: Info[Any, Any], first: int, after: UUID | None = None) -> list[Child]:
        """Children by id."""
        query = select(ChildRow).order_by(col(ChildRow.id)).limit(first)
        if after is not None:
            query = query.where(ChildRow.id > after)
        loading = (
            selectinload(related(ChildRow.placements)).selectinload(related(PlacementRow.home)),
            selectinload(related(ChildRow.links)).selectinload(related(LinkRow.partner)),
        )
        async with session_of(info) as session:
            return [Child.of(row) for row in await session.exec(query.options(*loading))]

    @strawberry.field
    async def homes(self, info: Info[Any, Any], first: int, after: UUID | None = None) -> list[Home]:
        """Homes by id."""
        query = select(HomeRow).order_by(col(HomeRow.id)).limit(first)
        if after is not None:
            query = query.where(HomeRow.id > after)
        loading = (
            selectinload(related(HomeRow.current))
            .selectinload(related(PlacementRow.child))
            .selectinload(related(ChildRow.placements))
        )
        async with session_of(info) as session:
            return [Home.of(row) for row in await session.exec(query.options(loading))]

    @strawberry.field
    async def children_born(self, info: Info[Any, Any], first: int, since: date, until: date, sex: str) -> ChildPage:
        """Children of one sex who were born in a time, by family name."""
        born = (col(ChildRow.birth_date) >= since, col(ChildRow.birth_date) < until, ChildRow.sex == sex)
        page = select(ChildRow).where(*born).order_by(column("family_name_order"), col(ChildRow.id)).limit(first)
        async with session_of(info) as session:
            rows = (await session.exec(page)).all()
            total = (await session.exec(select(func.count()).select_from(ChildRow).where(*born))).one()
            return ChildPage(nodes=[Child.of(row) for row in rows], total_count=total)

    @strawberry.field
    async def countries(self, info: Info[Any, Any], first: int, after: str | None = None) -> list[Country]:
        """Countries by code."""
        query = select(CountryRow).order_by(col(CountryRow.code)).limit(first)
        if after is not None:
            query = query.where(CountryRow.code > after)
        shown = (HomeRow.country_code, HomeRow.id, HomeRow.programme_id, HomeRow.form, HomeRow.capacity)
        homes = selectinload(related(ProgrammeRow.homes)).load_only(*shown)  # type: ignore[arg-type]  # mypy takes columns for values
        loading = selectinload(related(CountryRow.programmes)).options(homes)
        async with session_of(info) as session:
            return [
                Country(row=row, code=row.code, name=row.name) for row in await session.exec(query.options(loading))
            ]
