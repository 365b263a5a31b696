"""The textbook server's tables: as many columns as the workloads show."""

from datetime import date
from typing import Optional
from uuid import UUID, uuid4

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, Relationship, SQLModel


def _to(table: str, column: str) -> tuple[ForeignKeyConstraint]:
    return (ForeignKeyConstraint(["country_code", column], [f"{table}.country_code", f"{table}.id"]),)


class CountryRow(SQLModel, table=True):
    """A country."""

    __tablename__ = "country"
    code: str = Field(primary_key=True)
    name: str
    programmes: list["ProgrammeRow"] = Relationship(sa_relationship_kwargs={"order_by": "ProgrammeRow.id"})


class ProgrammeRow(SQLModel, table=True):
    """A programme."""

    __tablename__ = "programme"
    country_code: str = Field(primary_key=True, foreign_key="country.code")
    id: UUID = Field(primary_key=True)
    name: str
    kind: str
    homes: list["HomeRow"] = Relationship(sa_relationship_kwargs={"order_by": "HomeRow.id"})


class HomeRow(SQLModel, table=True):
    """A home."""

    __tablename__ = "home"
    __table_args__ = _to("programme", "programme_id")
    country_code: str = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    programme_id: UUID
    name: str | None
    form: str
    capacity: int | None
    current: list["PlacementRow"] = Relationship(
        sa_relationship_kwargs={
            "primaryjoin": "and_(HomeRow.country_code == foreign(PlacementRow.country_code),"
            " HomeRow.id == foreign(PlacementRow.home_id), PlacementRow.ended_on.is_(None))",
            "order_by": "PlacementRow.child_id",
            "viewonly": True,
        }
    )


class ChildRow(SQLModel, table=True):
    """A child."""

    __tablename__ = "child"
    __table_args__ = _to("programme", "programme_id")
    country_code: str = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    programme_id: UUID
    case_number: str
    given_name: str
    family_name: str | None
    birth_date: date | None
    birth_date_precision: str | None
    sex: str
    enrolled_on: date
    placements: list["PlacementRow"] = Relationship(back_populates="child")
    links: list["LinkRow"] = Relationship()


class PlacementRow(SQLModel, table=True):
    """A placement."""

    __tablename__ = "placement"
    __table_args__ = (*_to("child", "child_id"), *_to("home", "home_id"))
    country_code: str = Field(primary_key=True)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    child_id: UUID
    home_id: UUID
    started_on: date
    ended_on: date | None = None
    start_reason: str
    programme_id: UUID
    home_name: str
    arrangement: str
    prepared: str = "NOT_KNOWN"
    care_episode_id: UUID | None = None
    end_reason: str | None = None
    child: "ChildRow" = Relationship(
        back_populates="placements", sa_relationship_kwargs={"overlaps": "home,placements"}
    )
    home: "HomeRow" = Relationship(sa_relationship_kwargs={"overlaps": "child,placements"})


class PartnerRow(SQLModel, table=True):
    """A community partner."""

    __tablename__ = "community_partner"
    country_code: str = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    name: str


class LinkRow(SQLModel, table=True):
    """A community link."""

    __tablename__ = "community_link"
    __table_args__ = (*_to("child", "child_id"), *_to("community_partner", "partner_id"))
    country_code: str = Field(primary_key=True)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    child_id: UUID | None
    partner_id: UUID | None = None
    kind: str
    started_on: date
    programme_id: UUID
    note: str | None = None
    partner: Optional["PartnerRow"] = Relationship(sa_relationship_kwargs={"overlaps": "links"})
