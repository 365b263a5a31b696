"""Close a period: count, round, prove, publish; all of it there at once, or nothing."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING
from uuid import uuid4

import asyncpg

from countries.connections.figures import AlreadyClosingError, counting
from graph.closing import store
from graph.closing.beside import beside, rows_beside
from graph.closing.closed import Closed, DryRunDone, check_closed, check_news
from graph.closing.counting import count
from graph.closing.definitions import is_declared, unpublished
from graph.closing.drawing import Drawing, known_cells
from graph.closing.earlier import latest, touches
from graph.closing.impossible import impossible_cells, most_of
from graph.closing.lattice import NOTHING, Areas, Cell, add_up
from graph.closing.publishing import APPROXIMATE, PUBLISHED, SUPPRESSED, PublishedCount, Publisher
from graph.closing.saying import say
from graph.entities.release import BESIDE, COUNTED, COVERAGE, FIGURE, PROOF, STATED
from graph.errors import BadUserInput, Conflict
from graph.indicators.care_stock import CHILDREN_IN_CARE
from graph.indicators.catalogue import all_indicators, all_measures
from graph.indicators.model import Counts as Kind
from graph.indicators.splits import AgeGroup, Dimension
from graph.reasons import Reason
from graph.text import TextForm, is_blank, normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from countries.connections.address import Address
    from countries.connections.figures import Counting
    from countries.register.register import Register
    from graph.closing.earlier import Earlier
    from graph.closing.lattice import CellCounts, Count
    from graph.closing.said import Said
    from graph.indicators.model import Measure
    from graph.indicators.period import Period

NEARLY_ALL = 0.95
"""A country's records are complete where so large a share of birth dates is known, as far as figures tell."""
ENOUGH = 100
"""Of how many children in care that is said."""


class Closing:
    """Closes periods.

    Args:
        address: the database.
        register: the countries.
    """

    def __init__(self, address: Address, register: Register) -> None:
        self._address = address
        self._register = register

    async def close(
        self,
        period: Period,
        now: datetime,
        reason: str | None = None,
        *,
        anew: bool = False,
        dry_run: bool = False,
    ) -> Closed:
        """Count a period, protect its figures and publish them.

        Args:
            period: the period, which has ended everywhere.
            now: the present instant.
            reason: why it is published once more; without one, only a period that is not closed yet is closed.
            anew: count every country, whether anything changed there or not.
            dry_run: count and check, and draw and write nothing: each draw that was seen and thrown away would be one
                more look at what is rounded.

        Raises:
            BadUserInput: the period has not ended, or there is nothing to restate.
            Conflict: it is closed, nothing has changed since, or another closing is going on.
        """
        if not period.has_ended(now):
            raise BadUserInput(
                "{period} has not ended in every country.",
                "Close it when its last day is over.",
                reason=Reason.PERIOD_OPEN,
                params=(("period", period.label),),
            )
        reason = None if reason is None else normal(reason, TextForm.PROSE).strip()
        if reason is not None and is_blank(reason):
            raise BadUserInput("The reason is empty.", "Say in a sentence what was entered late.", reason=Reason.EMPTY)
        try:
            async with counting(self._address) as counts:
                return await self._close(counts, period, now, reason, anew=anew, dry_run=dry_run)
        except DryRunDone as done:
            return done.closed
        except (AlreadyClosingError, asyncpg.UniqueViolationError, asyncpg.SerializationError):
            hint = "Wait until it is done, then close this one."
            raise Conflict("Another period is being closed.", hint, reason=Reason.PERIOD_CLOSED) from None

    async def _close(
        self,
        statistics: Counting,
        period: Period,
        now: datetime,
        reason: str | None,
        *,
        anew: bool,
        dry_run: bool,
    ) -> Closed:
        out = await self._out(statistics, period)
        previous = latest(out, period)
        check_closed(period, previous, reason)
        feeds = await store.feeds(statistics)
        indicators = all_indicators()
        # What does not say what it is, is no figure above the office.
        counted = {code: measure for code, measure in all_measures().items() if is_declared(measure)}
        measures = {**counted, **unpublished()}
        definitions = [f"{each.code}@{each.version}" for each in indicators.values()]
        countries = await store.active_countries(statistics)
        beyond = {} if anew or previous is None else await store.read_beyond(statistics, previous.id)
        unmoved = {} if previous is None else _unmoved(previous, beyond, feeds, definitions, countries)
        moved = sorted(set(countries) - unmoved.keys())
        areas = Areas.of(countries, self._register, brief=period.is_brief)
        leaves = await count(statistics, counted.values(), period, moved, are_all=not unmoved)
        for kept in unmoved.values():
            leaves |= kept
        full = add_up(leaves, counted.values(), areas)
        check_news(period, previous, full)
        revision = 1 if previous is None else previous.revision + 1
        said = (tuple(moved), now, now, reason, tuple(definitions))
        if dry_run:
            raise DryRunDone(Closed(uuid4(), period, revision, 0, 0, *said, None))
        drawing = await self._drawing(statistics, period, measures, areas, full, out)
        stated = (revision, reason, now, definitions)
        release, shown, commitment = await self._write(statistics, drawing, out, leaves, stated)
        statuses = [row[-1] for row in shown]
        return Closed(
            release,
            period,
            revision,
            statuses.count(PUBLISHED) + statuses.count(APPROXIMATE),
            statuses.count(SUPPRESSED),
            tuple(moved),
            now,
            await store.published_at(statistics, release),
            reason,
            tuple(definitions),
            commitment,
        )

    @staticmethod
    async def _drawing(
        statistics: Counting,
        period: Period,
        measures: Mapping[str, Measure],
        areas: Areas,
        full: CellCounts,
        out: Sequence[Earlier],
    ) -> Drawing:
        """What is drawn, and what binds it."""
        known = known_cells(full, measures, await impossible_cells(statistics, full, measures, period, areas))
        most = await most_of(statistics, period, areas)
        secrets = {code: each for code, each in measures.items() if each.counts is not Kind.PLACES}
        mosts = {each.period: await most_of(statistics, each.period, areas) for each in out}
        return Drawing(period, full, secrets, areas, known, most, *beside(out, secrets, period, mosts))

    @staticmethod
    async def _write(
        statistics: Counting,
        drawing: Drawing,
        out: Sequence[Earlier],
        leaves: CellCounts,
        stated: tuple[int, str | None, datetime, list[str]],
    ) -> tuple[UUID, list[tuple[object, ...]], str]:
        """Draw a release and write it whole; its id, its figures, and the digest of its key.

        Args:
            statistics: the transaction.
            drawing: what is drawn.
            out: the releases that bind it.
            leaves: the counts of countries.
            stated: the revision, the reason, as of when, and the definitions.
        """
        period, full, areas = drawing.period, drawing.counts, drawing.areas
        key = await store.secret(statistics)
        said = await asyncio.to_thread(say, drawing, key)
        release, commitment = uuid4(), sha256(key).hexdigest()
        await store.write(
            statistics, "release", STATED,
            [(release, period.year, period.quarter, period.month, period.first, period.last, *stated,
              commitment)],
        )  # fmt: skip
        told = said.told | {cell: PublishedCount(*[full[cell].amount] * 3) for cell in drawing.known}
        publisher = Publisher(told, areas, await store.populations(statistics, period.year))
        shown: list[tuple[object, ...]] = [(release, *each) for each in publisher.figures(all_indicators().values())]
        await store.write(statistics, "published_figure", FIGURE, shown)
        await store.write(statistics, "figure_proof", PROOF, _proofs(release, full, said, drawing.most))
        besides = [
            (one, other, *store.place_of(cell), *numbers)
            for one, other, cell, *numbers in rows_beside(release, said, drawing, out)
        ]
        await store.write(statistics, "proof_beside", BESIDE, besides)
        await store.write(statistics, "country_count", COUNTED, _beyond(release, leaves, full))
        state = await store.states(statistics, await store.feeds(statistics))
        await store.write(statistics, "release_coverage", COVERAGE, _coverage(release, period, state, areas, told))
        return release, shown, commitment

    @staticmethod
    async def _out(statistics: Counting, period: Period) -> list[Earlier]:
        """The releases whose counts the new one has too, or is bound to, in the order in which they came out."""
        return [
            await store.read_release(statistics, release, each, revision, definitions)
            for release, each, revision, definitions in await store.releases(statistics)
            if touches(each, period)
        ]


def _unmoved(
    previous: Earlier, beyond: CellCounts, feeds: Mapping[str, int], definitions: list[str], countries: list[str]
) -> dict[str, CellCounts]:
    """The counts of countries where nothing was written since the last release.

    A release from before countries' counts were kept has none beyond their figures, and is counted whole.
    """
    if not beyond or previous.definitions != frozenset(definitions):
        return {}
    still = {code for code in countries if previous.feed.get(code, 0) > 0 and previous.feed[code] == feeds.get(code)}
    found: dict[str, CellCounts] = {code: {} for code in still}
    for cell, held in chain(previous.counts.items(), beyond.items()):
        if cell.area in still and held != NOTHING:
            found[cell.area][cell] = held
    return found


def _proofs(
    release: UUID, counts: Mapping[Cell, Count], said: Said, most: Mapping[Cell, int]
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for cell, held in counts.items():
        interval = said.intervals.get(cell, (None, None))
        figure, settled = said.figures.get(cell), said.settled.get(cell, (None, None))
        shown = None if figure is None else int(cell not in said.hidden)
        place = (release, *store.place_of(cell), held.amount, held.children)
        rows.append((*place, *interval, figure, *settled, shown, None if figure is None else most.get(cell)))
    return rows


def _beyond(release: UUID, leaves: CellCounts, full: CellCounts) -> list[tuple[object, ...]]:
    """The countries' counts that are no cells of the lattice."""
    return [(release, *store.place_of(cell), *held) for cell, held in leaves.items() if cell not in full]


def _coverage(
    release: UUID, period: Period, state: Mapping[str, store.State], areas: Areas, told: Mapping[Cell, PublishedCount]
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for code in areas.countries:
        its = state.get(code, store.State())
        day = None if its.latest is None else its.latest.date()
        timely = "NO_RECORDS" if day is None else "TIMELY" if day >= period.after else "LATE"
        rows.append((release, code, _completeness(code, told), timely, day, its.feed))
    return rows


def _completeness(country: str, told: Mapping[Cell, PublishedCount]) -> str:
    """Whether published figures say that nearly all birth dates are on record; counts say nothing here.

    Children whose birth date is unknown are among the grown up: where those are few, so are they.
    """
    living = told.get(Cell(CHILDREN_IN_CARE.code, country, (), ()))
    grown = told.get(Cell(CHILDREN_IN_CARE.code, country, (Dimension.AGE_GROUP,), (AgeGroup.AGE_18_PLUS_OR_UNKNOWN,)))
    if living is None or grown is None or living.figure < ENOUGH:
        return "NOT_ASSESSED"
    return "COMPLETE" if grown.figure <= (1 - NEARLY_ALL) * living.figure else "PARTIAL"
