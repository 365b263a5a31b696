"""What a release says, beside the counts behind it: read from the tables, with nothing of what rounds and proves."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.figures.guesses import odds
from graph.closing.lattice import categories_of, part_cell
from graph.indicators.catalogue import all_indicators
from graph.indicators.model import AreaLevel, Part
from graph.indicators.splits import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

FIGURES = """
SELECT level, indicator, area, split_by, categories, value, denominator, uncertainty, status
FROM published_figure WHERE release_id = $1
"""
COUNTS = """
SELECT measure, area, split_by, categories, amount, low, high, figure, shown FROM figure_proof WHERE release_id = $1
"""
SHOWN = {"PUBLISHED", "APPROXIMATE"}
BASIC = {"CARE_STOCK", "CARE_INFLOW", "CARE_OUTFLOW"}
"""Children at the end of the period, those who came, those who left."""
FAR = Decimal("0.1")
ZERO = 4
"""A zero may be so many at most, where there is room for them."""
OF_CHILDREN = 9
"""A count of children may be so many whole numbers at most; sums of days may be many more."""


class _Place(NamedTuple):
    measure: str
    area: str
    split_by: str
    categories: str


@dataclass(frozen=True, slots=True)
class Readable:
    """One release in numbers.

    Attributes:
        figures: how many there are.
        shown: how many have a value.
        unavailable: how many have none for want of anybody to divide by.
        lattice: how many there would be if every split existed in every area.
        countries: of how many countries stock, entries and exits are all shown, as far as the release has them.
        of_countries: of how many.
        above: the same of regions and the federation.
        of_above: of how many.
        off: how many shown figures are farther than a tenth from the true value.
        outside: how many are farther from it than their uncertainty: none.
        secrets: how many counts are secret.
        left_out: how many of them stand behind no figure.
        bound: how many secret counts places bound to fewer than five whole numbers, from nothing to 3.
        narrowest: how many whole numbers any other secret count may be at least, by what is proved.
        small_odds: how often the best guess is right, of counts of children that are shown and not as zero.
        zero_odds: of those shown as zero.
        odds: of both.
        zeros: the share of true zeros among all counts of children: how often a guess of nothing is right unseen.
    """

    figures: int
    shown: int
    unavailable: int
    lattice: int
    countries: int
    of_countries: int
    above: int
    of_above: int
    off: int
    outside: int
    secrets: int
    left_out: int
    bound: int
    narrowest: int | None
    small_odds: float | None
    zero_odds: float | None
    odds: float | None
    zeros: float | None

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self)


async def read(connection: Connection, release: UUID | str) -> Readable:
    """What a release says.

    Args:
        connection: a login that reads figures and the counts behind them.
        release: its id.
    """
    rows = [dict(row) for row in await connection.fetch(FIGURES, release)]
    counts = [dict(row) for row in await connection.fetch(COUNTS, release)]
    amounts = {_Place(row["measure"], row["area"], row["split_by"], row["categories"]): row["amount"] for row in counts}
    errors = [_error(row, amounts) for row in rows if row["status"] in SHOWN]
    statuses = Counter(row["status"] for row in rows)
    countries, above = _basic(rows)
    secret = [row for row in counts if row["low"] is not None]
    free = [row for row in secret if row["low"] or row["high"] >= ZERO]
    children = [
        (row["figure"], row["amount"]) for row in secret if row["shown"] and row["high"] - row["low"] < OF_CHILDREN
    ]
    return Readable(
        figures=len(rows),
        shown=sum(statuses[each] for each in SHOWN),
        unavailable=statuses["NOT_AVAILABLE"],
        lattice=_lattice(rows),
        countries=sum(countries.values()),
        of_countries=len(countries),
        above=sum(above.values()),
        of_above=len(above),
        off=sum(is_off for is_off, _ in errors),
        outside=sum(is_outside for _, is_outside in errors),
        secrets=len(secret),
        left_out=sum(not row["shown"] for row in secret),
        bound=len(secret) - len(free),
        narrowest=min((row["high"] - row["low"] + 1 for row in free), default=None),
        small_odds=odds(each for each in children if each[0]).share,
        zero_odds=odds(each for each in children if not each[0]).share,
        odds=odds(children).share,
        zeros=sum(not amount for _, amount in children) / len(children) if children else None,
    )


def _basic(rows: Iterable[Mapping[str, Any]]) -> tuple[dict[str, bool], dict[str, bool]]:
    """Whether stock, entries and exits are all shown, of countries and of the areas above."""
    statuses: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for row in rows:
        if row["indicator"] in BASIC and not row["split_by"]:
            statuses[row["level"] == AreaLevel.COUNTRY, row["area"]].append(row["status"] in SHOWN)
    countries, above = (
        {area: all(told) for (of, area), told in statuses.items() if of is each} for each in (True, False)
    )
    return countries, above


def _lattice(rows: Iterable[Mapping[str, Any]]) -> int:
    """How many figures there would be, if no area were too small for a split."""
    areas = {(row["level"], row["area"]) for row in rows}
    # A quarter has entries in no country, a year has.
    brief = not any(row["indicator"] == "CARE_INFLOW" and row["level"] == AreaLevel.COUNTRY for row in rows)
    return sum(
        len(list(categories_of(split)))
        for indicator in all_indicators().values()
        for level, _ in areas
        for split in indicator.splits_at(AreaLevel(level), brief=brief)
    )


def _error(row: Mapping[str, Any], amounts: Mapping[_Place, int]) -> tuple[bool, bool]:
    """Whether a shown figure is farther than a tenth from the true value, and whether farther than it says."""
    indicator = all_indicators()[row["indicator"]]
    split = tuple(Dimension(each) for each in row["split_by"].split(",") if each)
    categories = tuple(each for each in row["categories"].split(",") if each)

    def amount(part: Part) -> int:
        cell = part_cell(part, row["area"], split, categories)
        return amounts[_Place(cell.measure, cell.area, ",".join(cell.split), ",".join(cell.categories))]

    below = 1
    if isinstance(indicator.denominator, Part):
        below = amount(indicator.denominator)
    elif indicator.denominator is not None:
        below = row["denominator"]
    if not below:  # there is no true value
        return True, False
    truth = Decimal(amount(indicator.numerator) * indicator.scale) / below
    error = abs(row["value"] - truth)
    # An exact quotient is shown with so many decimals; the uncertainty of another holds its rounding.
    exact = Decimal("0.5").scaleb(-indicator.decimals) if indicator.denominator is not None else Decimal(0)
    return error > FAR * truth, error > (exact if row["uncertainty"] is None else row["uncertainty"])
