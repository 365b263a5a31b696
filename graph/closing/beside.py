"""What a release is drawn beside: the releases that were out, in a closing as when it is drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.closing.earlier import latest, rounded_before, stocks_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from graph.closing.drawing import Drawing
    from graph.closing.earlier import Earlier
    from graph.closing.lattice import Cell
    from graph.closing.said import Said
    from graph.closing.stated import Stated
    from graph.indicators.model import Measure
    from graph.indicators.period import Period


class ReleasesOut(NamedTuple):
    """What a drawing takes of the releases that are out, as `Drawing` names it."""

    earlier: Mapping[str, tuple[int, int]]
    beside: Sequence[Stated]
    stocks: Mapping[str, tuple[int, int]]


def beside(
    out: Sequence[Earlier],
    secrets: Mapping[str, Measure],
    period: Period,
    mosts: Mapping[Period, Mapping[Cell, int]],
) -> ReleasesOut:
    """What of the releases that are out binds a new one.

    Args:
        out: those whose counts the new one has too, or is bound to, in the order in which they came out.
        secrets: what was counted and is no public register, by code.
        period: of the new one.
        mosts: what public registers leave at most, by period and cell.
    """
    stated = [
        each.stated(is_latest=each.period != period and each is latest(out, each.period), most=mosts[each.period])
        for each in out
    ]
    return ReleasesOut(rounded_before(out, secrets), stated, stocks_before(out, secrets, period))


def rows_beside(
    release: UUID, said: Said, drawing: Drawing, out: Sequence[Earlier]
) -> Iterator[tuple[UUID, UUID, Cell, int, int, int | None]]:
    """What else is in the federations that prove a release, but what other releases have stored already.

    Args:
        release: the new one.
        said: what it says.
        drawing: what it was drawn beside.
        out: the releases that were out, in the same order.
    """
    for (number, cell), numbers in said.besides.items():
        if not number:
            yield release, release, cell, *numbers, drawing.most.get(cell)
        elif numbers != out[number - 1].settled.get(cell):
            yield release, out[number - 1].id, cell, *numbers, drawing.beside[number - 1].most.get(cell)
    for earlier, stated in zip(out, drawing.beside, strict=True):
        for cell, amount in stated.exact.items():
            yield release, earlier.id, cell, amount, amount, None
