"""The textbook server's mutations, and the application: what can be changed is written as it is asked for.

There is neither history nor feed nor a key; the home's row is locked, so that it is not filled twice.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import strawberry
from sqlalchemy import func
from sqlmodel import col, select
from strawberry.asgi import GraphQL
from strawberry.types import Info

from benchmarks.textbook import Link, Placement, Query, session_of
from benchmarks.textbook_tables import ChildRow, HomeRow, LinkRow, PlacementRow


@strawberry.type
class Mutation:
    """What can be changed."""

    @strawberry.mutation
    async def add_community_link(
        self, info: Info[Any, Any], child_id: UUID, kind: str, started_on: date, note: str | None = None
    ) -> Link:
        """A child belongs to the community around."""
        async with session_of(info) as session:
            child = (await session.exec(select(ChildRow).where(ChildRow.id == child_id))).one()
            row = LinkRow(
                country_code=child.country_code,
                programme_id=child.programme_id,
                child_id=child.id,
                kind=kind,
                started_on=started_on,
                note=note,
            )
            session.add(row)
            await session.flush()
            await session.refresh(row, ["partner"])
            return Link.of(row)

    @strawberry.mutation
    async def place_child(self, info: Info[Any, Any], child_id: UUID, home_id: UUID, started_on: date) -> Placement:
        """A child moves to another home that has room."""
        async with session_of(info) as session:
            child = (await session.exec(select(ChildRow).where(ChildRow.id == child_id))).one()
            home = (await session.exec(select(HomeRow).where(HomeRow.id == home_id).with_for_update())).one()
            lives = (PlacementRow.home_id == home.id, col(PlacementRow.ended_on).is_(None))
            taken = (await session.exec(select(func.count()).select_from(PlacementRow).where(*lives))).one()
            if taken >= (home.capacity or 0):
                message = "the home is full"
                raise ValueError(message)
            open_ended = (PlacementRow.child_id == child.id, col(PlacementRow.ended_on).is_(None))
            present = (await session.exec(select(PlacementRow).where(*open_ended))).first()
            if present is not None:
                present.ended_on = started_on
                present.end_reason = "MOVE"
                await session.flush()
            row = PlacementRow(
                country_code=child.country_code,
                child_id=child.id,
                home_id=home.id,
                programme_id=child.programme_id,
                home_name=home.name or "",
                arrangement=home.form,
                care_episode_id=None if present is None else present.care_episode_id,
                started_on=started_on,
                start_reason="MOVE",
            )
            session.add(row)
            await session.flush()
            return Placement.of(row)


app = GraphQL[Any, Any](strawberry.Schema(Query, Mutation), graphql_ide=None)
