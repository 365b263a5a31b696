"""Runs become figures: a ratio for each round, their median and their spread, lines and a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.workloads import FLOOR, HEARTH, POSTGRAPHILE, TEXTBOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.wrk import Load

ASKED = {
    "W1": "one child by id",
    "W2": "twenty children with home, placements, community links",
    "W3": "twenty homes, ten children each, their placements",
    "W4": "filter, order and totalCount over 20,000 children",
    "W5": "programmes and homes of 138 countries, by page",
    "W6": "a tie to the community is recorded (addCommunityLink)",
    "W7": "a child moves to another home (placeChild)",
    "W9": "the case screen: twenty children with all of their care, homes with teams",
    "W10": "a child is taken into care (admitChild)",
    "W11": "a child leaves care (endCare)",
}
WHO = {"eight": "offices of eight countries", "caseworker": "caseworker"}


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as many answers a second as a peer: the median of the rounds, the lowest and the highest."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
        """Round by round, because both met the same weather only within a round."""
        ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
        return cls(median(ratios), min(ratios), max(ratios))

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f}-{self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Row:
    """One cell's runs, by peer and round."""

    label: str
    runs: Mapping[str, Sequence[Load]]

    def ratio(self, peer: str) -> Ratio:
        """Against one peer."""
        return Ratio.of([run.rate for run in self.runs[HEARTH]], [run.rate for run in self.runs[peer]])

    def rate(self, peer: str) -> float:
        """A peer's answers a second, the median of the rounds."""
        return median(run.rate for run in self.runs[peer])

    def lines(self) -> list[str]:
        """`W2 postgraphile 3.91 (3.80-4.02)`: workload, peer, how many times as many answers a second as it gives."""
        return [f"{self.label} {peer} {self.ratio(peer)}" for peer in self.runs if peer != HEARTH]

    def as_json(self) -> dict[str, object]:
        """All of it."""
        return {
            "ratios": {peer: asdict(self.ratio(peer)) for peer in self.runs if peer != HEARTH},
            "rates": {peer: round(self.rate(peer), 1) for peer in self.runs},
            "runs": {peer: [asdict(run) for run in runs] for peer, runs in self.runs.items()},
        }


def table(rows: Iterable[Row], machine: str, date: str) -> str:
    """The rows in Markdown, as the README shows them."""
    lines = [
        f"Answers a second with 16 clients, and how many times as many as each peer gives; {machine}, {date}.",
        "",
        "| | Hearth | PostGraphile 5 | textbook Strawberry + SQLModel | asyncpg alone |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        workload, _, who = row.label.partition("-")
        asked = f"{workload} {ASKED[workload]}" + (f", {WHO[who]}" if who else "")
        cells = [f"{row.ratio(peer)}" if peer in row.runs else "" for peer in (POSTGRAPHILE, TEXTBOOK, FLOOR)]
        lines.append(f"| {asked} | {row.rate(HEARTH):,.0f} | {' | '.join(cells)} |")
    return "\n".join(lines)
