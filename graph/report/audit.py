"""The auditor's page: what a release says of each secret count, and what proves that no child can be told from it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.indicators.model import AreaLevel
from graph.report.cells import FEDERATION
from graph.report.names import area_name, category_name, region_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.closing.examining import Examination

    Row = Mapping[str, Any]

MOST_NAMED = 100
"""So many faults of a kind are named one by one."""
FIVE = 5
"""How many whole numbers each count may be at least."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """The counts of a measure.

    Attributes:
        measure: what was counted.
        shown: how many figures of them are shown, rounded.
        left_out: of how many nothing is published.
        least: how many whole numbers the count of which most is known may be.
    """

    measure: str
    shown: int
    left_out: int
    least: int


@dataclass(frozen=True, slots=True)
class Counted:
    """One secret count.

    Attributes:
        what: the measure and its categories.
        low: the least that it may be.
        high: the most.
        is_shown: whether its figure is.
    """

    what: str
    low: int
    high: int
    is_shown: bool

    @property
    def possible(self) -> int:
        """How many whole numbers it may be."""
        return self.high - self.low + 1


@dataclass(frozen=True, slots=True)
class Area:
    """All secret counts of an area."""

    name: str
    counts: tuple[Counted, ...]

    @property
    def left_out(self) -> int:
        """Of how many nothing is published."""
        return sum(not each.is_shown for each in self.counts)


def render_audit(
    label: str, release: Row, proof: Sequence[Row], releases: int, checks: Sequence[Examination] = ()
) -> str:
    """The page: it loads nothing, runs nothing, and prints whole.

    Args:
        label: of the period.
        release: `firstDay`, `lastDay`, `revision`, `publishedAt`, `knownAt`, `reason`, `definitions`, `commitment`.
        proof: `measure`, `area`, `splits`, `low`, `high` and `shown` of each count that is a secret.
        releases: how many releases the period has.
        checks: what was looked at; nothing of a release of before counts were rounded.
    """
    environment = Environment(
        loader=PackageLoader("graph.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    areas = list(_areas(proof))
    return environment.get_template("audit.html.j2").render(
        label=label,
        release=release,
        releases=releases,
        counts=len(proof),
        shown=sum(row["shown"] for row in proof),
        lines=list(_lines(proof)),
        areas=areas,
        narrow=[(area.name, each) for area in areas for each in area.counts if each.possible < FIVE],
        digest=digest_of(proof),
        checks=checks,
        faults=sum(len(check.faults) for check in checks),
        most_named=MOST_NAMED,
    )


def digest_of(proof: Iterable[Row]) -> str:
    """The SHA-256 digest of all intervals: a line for each count, in the order in which they are read."""
    return sha256("".join(_line(row) for row in proof).encode()).hexdigest()


def _line(row: Row) -> str:
    """`measure area DIMENSION=CATEGORY,… low high shown`, and a line feed."""
    splits = ",".join(f"{each['dimension']}={each['value']}" for each in row["splits"])
    return f"{row['measure']} {row['area']} {splits} {row['low']} {row['high']} {'yes' if row['shown'] else 'no'}\n"


def _lines(proof: Sequence[Row]) -> Iterator[AuditLine]:
    for measure, rows in groupby(sorted(proof, key=_measure), _measure):
        counts = [_counted(row) for row in rows]
        shown = sum(each.is_shown for each in counts)
        yield AuditLine(_words(measure), shown, len(counts) - shown, min(each.possible for each in counts))


def _areas(proof: Sequence[Row]) -> Iterator[Area]:
    """The federation, then regions, then countries, each by name."""
    by_area = {area: list(rows) for area, rows in groupby(sorted(proof, key=_area), _area)}
    order = sorted(by_area, key=lambda area: (_LEVELS.index(_level(area)), area_name(area, _level(area))))
    for area in order:
        yield Area(area_name(area, _level(area)), tuple(_counted(row) for row in by_area[area]))


_LEVELS = tuple(AreaLevel)


def _level(area: str) -> AreaLevel:
    if area == FEDERATION:
        return AreaLevel.FEDERATION
    return AreaLevel.REGION if region_of(area) is None else AreaLevel.COUNTRY


def _counted(row: Row) -> Counted:
    splits = ", ".join(category_name(each["value"]) for each in row["splits"])
    what = f"{_words(row['measure'])}: {splits}" if splits else _words(row["measure"])
    return Counted(what, int(row["low"]), int(row["high"]), bool(row["shown"]))


def _words(measure: str) -> str:
    return measure.replace("_", " ").capitalize()


def _measure(row: Row) -> str:
    return str(row["measure"])


def _area(row: Row) -> str:
    return str(row["area"])
