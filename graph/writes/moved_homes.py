"""What a home that moves brings to those who live there: another way to their families, and things to look at anew.

    written_3 AS (UPDATE placement SET distance_km = … WHERE home_id = … and it goes on …),
    written_4 AS (INSERT INTO task … one for each child that lives there on the day …)

A caseworker moves a home with the children whom it sees: of those of another programme who live there too, the office
sees to it. A way to the family is known where both places are, and empty else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, or_, select

from graph.entities.members import member
from graph.entities.task import TaskKind
from graph.writes.distance import Spot, kilometres
from graph.writes.mutation import Lock

if TYPE_CHECKING:
    from graph.plan.sql.relation import Relation
    from graph.writes.writing import Sql, Writing

CHILDREN = Lock("child", "homeId", through=("placement", "child_id"), of="home_id")
"""Those who live, lived or are to live there are held: none leaves, or dies, meanwhile."""
LOOK_ANEW: Sql = literal_column("'The home moves: look at school, contact with the family and doctor.'")
OTHER: Sql = member(TaskKind.OTHER)


def reckon_distances(writing: Writing, home: Relation, place: Spot, day: Sql) -> None:
    """How far it is to the family from the new place, for all who live there from the day on, or are to."""
    stay, episode = writing.target("placement"), writing.rows("care_episode")
    there = [*writing.within("care_episode", episode), episode.c.id == stay.c.care_episode_id]
    family = Spot(
        *(
            select(episode.c[name])
            .select_from(episode.clause)
            .where(*there)
            .correlate_except(episode.clause)
            .scalar_subquery()
            for name in ("family_latitude_e2", "family_longitude_e2")
        )
    )
    far = kilometres(family, place)
    goes_on = [
        stay.c.home_id == select(home.c.id).scalar_subquery(),
        or_(stay.c.ended_on.is_(None), stay.c.ended_on > day),
    ]
    where = [*goes_on, stay.c.distance_km.is_distinct_from(far)]
    writing.update("placement", {"distance_km": far}, where=where, must=False)


def open_tasks(writing: Writing, home: Relation, day: Sql) -> None:
    """A task for each child that lives there on the day, due then, or today where the home has moved already."""
    stay = writing.rows("placement")
    there: list[Any] = [
        *writing.within("placement", stay),
        stay.c.home_id == select(home.c.id).scalar_subquery(),
        stay.c.started_on <= day,
        or_(stay.c.ended_on.is_(None), stay.c.ended_on > func.greatest(day, writing.today)),
    ]
    names = ("child_id", "programme_id", "care_episode_id")
    live = writing.read_rows(
        "live", select(*(stay.c[name] for name in names)).select_from(stay.clause).where(*there), many=True
    )
    about = {name: live.c[name] for name in names}
    cells = {**about, "kind": OTHER, "title": LOOK_ANEW, "due_on": func.greatest(day, writing.today)}
    writing.insert("task", {"id": func.uuidv7(), **cells}, live, must=False)
