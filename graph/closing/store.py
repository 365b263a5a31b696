"""Releases in the database: read what binds a new one, write it whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, and_, bindparam, func, insert, or_, select
from sqlalchemy.dialects.postgresql import distinct_on

from graph.closing.counting import run
from graph.closing.earlier import Earlier
from graph.closing.lattice import Cell, Count
from graph.entities import all_entities
from graph.entities.base import Entity
from graph.entities.release import COUNTED
from graph.indicators.period import Period
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Table

    from countries.figures import Counting
    from graph.closing.lattice import Counts

ROWS_AT_ONCE = 20_000


def _table(name: str) -> Table:
    all_entities()
    return Entity.metadata.tables[name]


async def latest_releases(counting: Counting) -> list[tuple[UUID, Period, int, list[str]]]:
    """The latest release of each closed period: its id, period, revision and definitions."""
    release = _table("release")
    period = (release.c.year, release.c.quarter, release.c.month)
    statement = (
        select(release.c.id, *period, release.c.revision, release.c.definitions)
        .ext(distinct_on(*period))
        .order_by(*period, release.c.revision.desc())
    )
    return [
        (row["id"], Period(row["year"], row["quarter"], row["month"]), row["revision"], row["definitions"])
        for row in await run(counting, statement)
    ]


def binding(period: Period, closed: Iterable[Period]) -> set[Period]:
    """The closed periods whose counts bind those of a period, and whatever binds them in turn."""
    left, found, fresh = set(closed), set[Period](), {period}
    while fresh:
        fresh = {each for each in left if any(_touch(each, other) for other in fresh)}
        left -= fresh
        found |= fresh
    return found


def _touch(one: Period, other: Period) -> bool:
    return one.holds(other) or other.holds(one) or one.after == other.first or other.after == one.first


async def read_release(
    counting: Counting, release: UUID, period: Period, revision: int, definitions: list[str]
) -> Earlier:
    """What is behind a release."""
    proof, coverage = _table("figure_proof"), _table("release_coverage")
    mine = bindparam("release", release, type_=proof.c.release_id.type)
    columns = ("measure", "area", "split_by", "categories", "amount", "children", "low")
    counts: dict[Cell, Count] = {}
    hidden: set[Cell] = set()
    for row in await run(counting, select(*(proof.c[name] for name in columns)).where(proof.c.release_id == mine)):
        cell = _cell(row["measure"], row["area"], row["split_by"], row["categories"])
        counts[cell] = Count(row["amount"], row["children"])
        if row["low"] is not None:
            hidden.add(cell)
    reached = select(coverage.c.country_code, coverage.c.feed_number).where(coverage.c.release_id == mine)
    feed = {row["country_code"]: row["feed_number"] for row in await run(counting, reached)}
    return Earlier(release, period, revision, counts, frozenset(hidden), feed, frozenset(definitions))


async def read_beyond(counting: Counting, release: UUID) -> Counts:
    """What countries added to a release's figures of regions and the federation that they have not themselves."""
    kept = _table("country_count")
    mine = bindparam("release", release, type_=kept.c.release_id.type)
    columns = (kept.c[name] for name in COUNTED if name != "release_id")
    return {
        _cell(row["measure"], row["country_code"], row["split_by"], row["categories"]): Count(
            row["amount"], row["children"]
        )
        for row in await run(counting, select(*columns).where(kept.c.release_id == mine))
    }


def place_of(cell: Cell) -> tuple[str, str, str, str]:
    """A cell as it is stored: measure, area, dimensions and categories."""
    return cell.measure, cell.area, ",".join(cell.split), ",".join(cell.categories)


def _cell(measure: str, area: str, split: str, categories: str) -> Cell:
    return Cell(measure, area, tuple(Dimension(each) for each in _listed(split)), _listed(categories))


def _listed(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()


async def active_countries(counting: Counting) -> list[str]:
    """The countries in which the federation has, or had, a home."""
    home = _table("home")
    return [row["country_code"] for row in await run(counting, select(home.c.country_code).distinct())]


async def open_forms(counting: Counting, first: date, after: date) -> set[tuple[str, str]]:
    """Country and form of every home that was open on a day from `first` to the one before `after`."""
    home = _table("home")
    begin = bindparam("first", first, type_=home.c.opened_on.type)
    end = bindparam("after", after, type_=home.c.opened_on.type)
    statement = (
        select(home.c.country_code, home.c.form)
        .distinct()
        .where(home.c.opened_on < end, or_(home.c.closed_on.is_(None), home.c.closed_on > begin))
    )
    return {(row["country_code"], row["form"]) for row in await run(counting, statement)}


async def programme_kinds(counting: Counting) -> set[tuple[str, str]]:
    """Country and kind of every programme that there ever was."""
    programme = _table("programme")
    statement = select(programme.c.country_code, programme.c.kind).distinct()
    return {(row["country_code"], row["kind"]) for row in await run(counting, statement)}


async def populations(counting: Counting, year: int) -> dict[str, int]:
    """The children of each country that is in the register for a year."""
    population = _table("population")
    asked = bindparam("year", year, type_=population.c.year.type)
    statement = select(population.c.code, population.c.children).where(population.c.year == asked)
    return {row["code"]: row["children"] for row in await run(counting, statement)}


async def feeds(counting: Counting) -> dict[str, int]:
    """How far each country's feed of changes has come."""
    counter = _table("change_counter")
    return {
        row["country_code"]: row["last"] for row in await run(counting, select(counter.c.country_code, counter.c.last))
    }


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a country's records.

    Attributes:
        living: children in care on the last day.
        known: those of them whose birth date is on record.
        latest: when the country last wrote a placement.
        feed: how far its feed of changes had come.
    """

    living: int = 0
    known: int = 0
    latest: datetime | None = None
    feed: int = 0


async def states(counting: Counting, last: date, feeds: Mapping[str, int]) -> dict[str, State]:
    """The state of each country that ever wrote a placement."""
    placement, child = _table("placement"), _table("child")
    day = bindparam("day", last, type_=placement.c.started_on.type)
    living = and_(
        placement.c.voided_at.is_(None),
        placement.c.started_on <= day,
        or_(placement.c.ended_on.is_(None), placement.c.ended_on > day),
    )
    same = and_(child.c.country_code == placement.c.country_code, child.c.id == placement.c.child_id)
    statement = (
        select(
            placement.c.country_code,
            func.count().filter(living).label("living"),
            func.count(child.c.birth_date).filter(living).label("known"),
            func.max(placement.c.updated_at).label("latest"),
        )
        .select_from(placement.join(child, same))
        .group_by(placement.c.country_code)
    )
    return {
        row["country_code"]: State(row["living"], row["known"], row["latest"], feeds.get(row["country_code"], 0))
        for row in await run(counting, statement)
    }


async def published_at(counting: Counting, release: UUID) -> datetime:
    """When a release was published."""
    table = _table("release")
    mine = bindparam("release", release, type_=table.c.id.type)
    (row,) = await run(counting, select(table.c.published_at).where(table.c.id == mine))
    instant: datetime = row["published_at"]
    return instant


async def write(counting: Counting, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Add rows, thousands to a statement."""
    target = _table(table)
    types = [target.c[name].type for name in columns]
    for begin in range(0, len(rows), ROWS_AT_ONCE):
        some = rows[begin : begin + ROWS_AT_ONCE]
        if any(isinstance(kind, ARRAY) for kind in types):
            for row in some:
                await run(counting, insert(target).values(dict(zip(columns, row, strict=True))))
            continue
        given = [
            bindparam(name, [row[place] for row in some], type_=ARRAY(kind))
            for place, (name, kind) in enumerate(zip(columns, types, strict=True))
        ]
        source: Any = func.unnest(*given).table_valued(*columns, name="added").render_derived()
        await run(counting, insert(target).from_select(list(columns), select(*(source.c[name] for name in columns))))
