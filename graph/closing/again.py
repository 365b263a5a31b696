"""A release drawn again, from the counts and the key that are kept: whether it says what was published."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from countries.connections.figures import AlreadyClosingError, counting
from graph.closing import store
from graph.closing.beside import beside
from graph.closing.comparing import areas_of, differences, made_again, measures_then
from graph.closing.definitions import is_declared
from graph.closing.drawing import Drawing
from graph.closing.earlier import touches
from graph.closing.impossible import most_of
from graph.closing.lattice import add_up
from graph.closing.named import Out
from graph.closing.publishing import PublishedCount
from graph.closing.saying import say
from graph.errors import Conflict
from graph.indicators.catalogue import all_indicators, all_measures
from graph.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from countries.connections.address import Address
    from countries.connections.figures import Counting
    from countries.register.register import Register
    from graph.closing.earlier import Earlier
    from graph.closing.lattice import Areas, Cell
    from graph.closing.named import NamedRelease
    from graph.closing.publishing import FigureRow
    from graph.closing.said import Said
    from graph.indicators.period import Period


@dataclass(frozen=True, slots=True)
class Again:
    """What came of it.

    Attributes:
        release: the one that was drawn again.
        counts: how many counts were.
        figures: how many figures were made of them.
        differing: what is not as it was, each in a few words; no count is among them.
    """

    release: Out
    counts: int
    figures: int
    differing: tuple[str, ...]


async def draw_again(address: Address, register: Register, named: NamedRelease) -> Again:
    """Draw a release again, beside what was out when it was, and compare.

    Args:
        address: the database.
        register: the countries.
        named: the release.

    Raises:
        NotFound: there is no such release.
        Conflict: it was not drawn, or not with the key or the definitions that are here, or a period is being closed.
    """
    try:
        async with counting(address) as statistics:
            listed = await store.releases(statistics)
            out = named.chosen([Out(release, period, revision) for release, period, revision, _ in listed])
            key = await _key(statistics, out)
            before = [
                await store.read_release(statistics, *each)
                for each in listed[: [each[0] for each in listed].index(out.id) + 1]
                if each[0] == out.id or touches(each[1], out.period)
            ]
            published = await store.read_figures(statistics, out.id)
            areas = areas_of(before[-1].counts, register, brief=out.period.is_brief)
            # What registers leave of counts that have no row, such as a country's by form, is as they are now.
            mosts = {each.period: await most_of(statistics, each.period, areas) for each in before}
            periods = {each.id: each.period for each in before}
            for (release, cell), numbers in (await store.read_beside(statistics, out.id)).items():
                # What registers left then, also of counts that nobody publishes, such as a country's by form.
                mosts[periods[release]].pop(cell, None)
                mosts[periods[release]] |= {} if numbers.most is None else {cell: numbers.most}
    except AlreadyClosingError:
        raise Conflict(
            "A period is being closed.", "Wait until it is done, then draw again.", reason=Reason.PERIOD_CLOSED
        ) from None
    _check(out, before[-1])
    return await asyncio.to_thread(_compared, out, before, published, key, (areas, mosts))


async def _key(statistics: Counting, out: Out) -> bytes:
    """The key, where it is the one that the release is bound to."""
    committed, key = await store.commitment(statistics, out.id), await store.kept_secret(statistics)
    if not committed:
        raise Conflict(
            "Release {revision} of {period} is of before counts were rounded.",
            "Nothing was drawn for it. Its page tells what it says: hearth audit release.",
            params=(("revision", out.revision), ("period", out.period.label)),
        )
    if key is None or sha256(key).hexdigest() != committed:
        raise Conflict(
            "The key that is kept is not the one to which release {revision} of {period} is bound.",
            "Restore the database with the key of then, from a backup of the whole, and draw there.",
            params=(("revision", out.revision), ("period", out.period.label)),
        )
    return key


def _check(out: Out, mine: Earlier) -> None:
    now = frozenset(f"{each.code}@{each.version}" for each in all_indicators().values())
    if mine.definitions != now:
        raise Conflict(
            "Indicators were defined otherwise when release {revision} of {period} was drawn.",
            "Draw it with the Hearth that published it: `releases { definitions }` says by which definitions.",
            params=(("revision", out.revision), ("period", out.period.label)),
        )


def _compared(
    out: Out,
    before: Sequence[Earlier],
    published: Sequence[FigureRow],
    key: bytes,
    around: tuple[Areas, Mapping[Period, Mapping[Cell, int]]],
) -> Again:
    mine = before[-1]
    areas, mosts = around
    said, drawing = _drawn(mine, before[:-1], areas, key, mosts)
    told = said.told | {cell: PublishedCount(*[mine.counts[cell].amount] * 3) for cell in drawing.known}
    figures = made_again(told, areas, published)
    differing = [*_of_counts(mine, said), *differences(published, figures)]
    return Again(out, len(mine.figures), len(figures), tuple(differing))


def _drawn(
    mine: Earlier, out: Sequence[Earlier], areas: Areas, key: bytes, mosts: Mapping[Period, Mapping[Cell, int]]
) -> tuple[Said, Drawing]:
    known = mine.counts.keys() - mine.figures.keys()
    secrets, period = measures_then(), mine.period
    bound, most = beside(out, secrets, period, mosts), mosts[period]
    most = {cell: at_most for cell, at_most in most.items() if cell not in mine.figures} | dict(mine.most)
    # In the order of the closing: of two ways that are as good the solver takes the one that comes first.
    counted = (each for each in all_measures().values() if is_declared(each))
    counts = {cell: mine.counts[cell] for cell in add_up({}, counted, areas) if cell in mine.counts}
    drawing = Drawing(period, counts, secrets, areas, known, most, *bound)
    return say(drawing, key), drawing


def _of_counts(mine: Earlier, said: Said) -> Iterator[str]:
    for cell in sorted(mine.figures.keys() | said.figures.keys()):
        was, now = mine.figures.get(cell), said.figures.get(cell)
        if was != now:
            yield f"{_words(cell)}: its count was rounded otherwise."
        elif (cell in mine.hidden) != (cell in said.hidden):
            yield f"{_words(cell)}: it was {'left out' if cell in mine.hidden else 'shown'}, and is not."
        elif mine.settled.get(cell) != said.settled.get(cell):
            yield f"{_words(cell)}: what proves it is another number."


def _words(cell: Cell) -> str:
    return " ".join((cell.measure, cell.area, *cell.categories))
