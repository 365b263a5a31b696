"""Releases in the database: read what binds a new one, write it whole."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_bytes
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ARRAY, bindparam, func, insert, literal_column, or_, select

from graph.closing.counting import run
from graph.closing.earlier import Earlier
from graph.closing.lattice import Cell, Count
from graph.closing.publishing import FigureRow
from graph.declarations.base import Entity
from graph.entities import all_entities
from graph.entities.release import BESIDE, COUNTED
from graph.indicators.period import Period
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Table

    from countries.connections.figures import Counting
    from graph.closing.lattice import CellCounts

ROWS_AT_ONCE = 20_000
KEY_BYTES = 32
DRAWN = ("figure", "settled", "visited", "shown", "most")


def table_named(name: str) -> Table:
    """A table by its name."""
    all_entities()
    return Entity.metadata.tables[name]


async def releases(counting: Counting) -> list[tuple[UUID, Period, int, list[str]]]:
    """Every release, in the order in which they came out: its id, period, revision and definitions."""
    release = table_named("release")
    columns = (release.c.id, release.c.year, release.c.quarter, release.c.month, release.c.revision)
    statement = select(*columns, release.c.definitions).order_by(release.c.published_at, release.c.revision)
    return [
        (row["id"], Period(row["year"], row["quarter"], row["month"]), row["revision"], row["definitions"])
        for row in await run(counting, statement)
    ]


async def kept_secret(counting: Counting) -> bytes | None:
    """The key with which counts are rounded; none where nobody has closed a period yet."""
    table = table_named("drawing_key")
    rows = await run(counting, select(table.c.secret).where(table.c.purpose == literal_column("'ROUNDING'")))
    return bytes.fromhex(rows[0]["secret"]) if rows else None


async def secret(counting: Counting) -> bytes:
    """The key with which counts are rounded; made by whoever closes first."""
    kept = await kept_secret(counting)
    if kept is None:
        kept = token_bytes(KEY_BYTES)
        await write(counting, "drawing_key", ("purpose", "secret"), [("ROUNDING", kept.hex())])
    return kept


async def commitment(counting: Counting, release: UUID) -> str:
    """The digest of the key with which a release was drawn; empty where it was not."""
    table = table_named("release")
    mine = bindparam("release", release, type_=table.c.id.type)
    (row,) = await run(counting, select(table.c.commitment).where(table.c.id == mine))
    digest: str = row["commitment"]
    return digest


async def read_figures(counting: Counting, release: UUID) -> list[FigureRow]:
    """Every figure of a release."""
    table = table_named("published_figure")
    mine = bindparam("release", release, type_=table.c.release_id.type)
    columns = (table.c[name] for name in FigureRow._fields)
    return [
        FigureRow(*(row[name] for name in FigureRow._fields))
        for row in await run(counting, select(*columns).where(table.c.release_id == mine))
    ]


async def read_release(
    counting: Counting, release: UUID, period: Period, revision: int, definitions: list[str]
) -> Earlier:
    """What is behind a release."""
    proof, coverage = table_named("figure_proof"), table_named("release_coverage")
    mine = bindparam("release", release, type_=proof.c.release_id.type)
    columns = ("measure", "area", "split_by", "categories", "amount", "children", "low", "high", *DRAWN)
    counts: dict[Cell, Count] = {}
    figures: dict[Cell, int] = {}
    settled: dict[Cell, tuple[int, int]] = {}
    most: dict[Cell, int] = {}
    ranges: dict[Cell, tuple[int, int]] = {}
    hidden: set[Cell] = set()
    read = select(*(proof.c[name] for name in columns)).where(proof.c.release_id == mine)
    # In one order, whatever was written when: a release that is drawn again is drawn beside the same.
    for row in await run(counting, read.order_by(*(proof.c[name] for name in columns[:4]))):
        cell = cell_of(row["measure"], row["area"], row["split_by"], row["categories"])
        counts[cell] = Count(row["amount"], row["children"])
        if row["figure"] is not None:
            figures[cell] = row["figure"]
        elif row["low"] is not None:
            ranges[cell] = row["low"], row["high"]
        if row["settled"] is not None and row["visited"] is not None:
            settled[cell] = row["settled"], row["visited"]
        if row["most"] is not None:
            most[cell] = row["most"]
        if row["shown"] == 0:
            hidden.add(cell)
    reached = select(coverage.c.country_code, coverage.c.feed_number).where(coverage.c.release_id == mine)
    feed = {row["country_code"]: row["feed_number"] for row in await run(counting, reached)}
    return Earlier(
        release,
        period,
        revision,
        counts,
        figures,
        frozenset(hidden),
        settled,
        most,
        feed,
        frozenset(definitions),
        ranges,
    )


class Numbers(NamedTuple):
    """A count in both federations that prove a release, and what public registers left of it at most."""

    settled: int
    visited: int
    most: int | None


async def read_beside(counting: Counting, release: UUID) -> dict[tuple[UUID, Cell], Numbers]:
    """What else is in the federations that prove a release, by the release whose count it is."""
    kept = table_named("proof_beside")
    mine = bindparam("release", release, type_=kept.c.release_id.type)
    return {
        (row["of_release"], cell_of(row["measure"], row["area"], row["split_by"], row["categories"])): Numbers(
            row["settled"], row["visited"], row["most"]
        )
        for row in await run(counting, select(*(kept.c[name] for name in BESIDE)).where(kept.c.release_id == mine))
    }


async def read_beyond(counting: Counting, release: UUID) -> CellCounts:
    """What countries added to a release's figures of regions and the federation that they have not themselves."""
    kept = table_named("country_count")
    mine = bindparam("release", release, type_=kept.c.release_id.type)
    columns = (kept.c[name] for name in COUNTED if name != "release_id")
    return {
        cell_of(row["measure"], row["country_code"], row["split_by"], row["categories"]): Count(
            row["amount"], row["children"]
        )
        for row in await run(counting, select(*columns).where(kept.c.release_id == mine))
    }


def place_of(cell: Cell) -> tuple[str, str, str, str]:
    """A cell as it is stored: measure, area, dimensions and categories."""
    return cell.measure, cell.area, ",".join(cell.split), ",".join(cell.categories)


def cell_of(measure: str, area: str, split: str, categories: str) -> Cell:
    """The cell that is stored so."""
    return Cell(measure, area, tuple(Dimension(each) for each in _listed(split)), _listed(categories))


def _listed(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()


async def active_countries(counting: Counting) -> list[str]:
    """The countries in which the federation has, or had, a home."""
    home = table_named("home")
    return [row["country_code"] for row in await run(counting, select(home.c.country_code).distinct())]


async def open_places(counting: Counting, day: date) -> dict[tuple[str, str], int]:
    """The places of each country and form in homes that are open on a day."""
    home = table_named("home")
    at = bindparam("day", day, type_=home.c.opened_on.type)
    statement = (
        select(home.c.country_code, home.c.form, func.sum(home.c.capacity).label("places"))
        .where(home.c.opened_on <= at, or_(home.c.closed_on.is_(None), home.c.closed_on > at))
        .group_by(home.c.country_code, home.c.form)
    )
    return {(row["country_code"], row["form"]): row["places"] for row in await run(counting, statement)}


async def open_forms(counting: Counting, first: date, after: date) -> set[tuple[str, str]]:
    """Country and form of every home that was open on a day from `first` to the one before `after`."""
    home = table_named("home")
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
    programme = table_named("programme")
    statement = select(programme.c.country_code, programme.c.kind).distinct()
    return {(row["country_code"], row["kind"]) for row in await run(counting, statement)}


async def populations(counting: Counting, year: int) -> dict[str, int]:
    """The children of each country that is in the register for a year."""
    population = table_named("population")
    asked = bindparam("year", year, type_=population.c.year.type)
    statement = select(population.c.code, population.c.children).where(population.c.year == asked)
    return {row["code"]: row["children"] for row in await run(counting, statement)}


async def feeds(counting: Counting) -> dict[str, int]:
    """How far each country's feed of changes has come."""
    counter = table_named("change_counter")
    return {
        row["country_code"]: row["last"] for row in await run(counting, select(counter.c.country_code, counter.c.last))
    }


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a country's records.

    Attributes:
        latest: when the country last wrote a placement or a home.
        feed: how far its feed of changes had come.
    """

    latest: datetime | None = None
    feed: int = 0


async def states(counting: Counting, feeds: Mapping[str, int]) -> dict[str, State]:
    """The state of each country that ever opened a home. That it wrote no placement is not told by itself."""
    found: dict[str, datetime] = {}
    for table in (table_named("placement"), table_named("home")):
        statement = select(table.c.country_code, func.max(table.c.updated_at).label("latest"))
        for row in await run(counting, statement.group_by(table.c.country_code)):
            found[row["country_code"]] = max(row["latest"], found.get(row["country_code"], row["latest"]))
    return {code: State(latest, feeds.get(code, 0)) for code, latest in found.items()}


async def published_at(counting: Counting, release: UUID) -> datetime:
    """When a release was published."""
    table = table_named("release")
    mine = bindparam("release", release, type_=table.c.id.type)
    (row,) = await run(counting, select(table.c.published_at).where(table.c.id == mine))
    instant: datetime = row["published_at"]
    return instant


async def write(counting: Counting, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Add rows, thousands to a statement."""
    target = table_named(table)
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
        adding = insert(target).from_select(list(columns), select(*(source.c[name] for name in columns)))
        # Citus would COPY them, which row security does not let anybody; what returns something it inserts.
        await run(counting, adding.returning(target.c[columns[0]]) if counting.is_distributed else adding)
