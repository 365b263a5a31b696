"""What came of each fault, as a row of a table in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.faults.callers import DONE

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.faults.ledger import Kept

HEADER = (
    "Fault", "Callers got", "Done", "Lost", "Doubled", "Served again after", "Longest without an answer", "Besides",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fault.

    Attributes:
        name: the fault.
        answers: what attempts were answered, and how often.
        kept: what became of the writes.
        served: seconds from the end of the fault until every caller had a write of after it done; none where that did
            not happen.
        longest: the longest that a caller of each country went without a write that was done, in seconds.
        besides: what else was seen.
    """

    name: str
    answers: Counter[str]
    kept: Kept
    served: float | None
    longest: Mapping[str, float]
    besides: Sequence[str] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost or doubled, and everybody is served again."""
        return self.kept.is_whole and self.served is not None and not self.kept.open

    def cells(self) -> tuple[str, ...]:
        """A row, as `HEADER` names its cells."""
        others = [f"{answer} × {count:,}" for answer, count in self.answers.most_common() if answer != DONE]  # noqa: RUF001 - a sign of times
        longest = ", ".join(f"{country} {seconds:.1f} s" for country, seconds in sorted(self.longest.items()))
        besides = list(self.besides)
        if self.kept.open:
            besides.append(f"{self.kept.open} never answered")
        if self.kept.gaps:
            besides.append(f"gaps in the feed of {', '.join(self.kept.gaps)}")
        served = "never" if self.served is None else f"{self.served:.1f} s"
        counts = (f"{self.kept.done:,}", str(self.kept.lost), str(self.kept.doubled))
        return (self.name, ", ".join(others) or "what they asked for", *counts, served, longest, "; ".join(besides))


def table(outcomes: Sequence[Outcome], skipped: Mapping[str, str]) -> str:
    """All of them."""
    return "\n".join(_lines(outcomes, skipped))


def _lines(outcomes: Sequence[Outcome], skipped: Mapping[str, str]) -> Iterator[str]:
    yield _line(HEADER)
    yield _line(("---",) * len(HEADER))
    for outcome in outcomes:
        yield _line(outcome.cells())
    for name, why in skipped.items():
        yield _line((name, f"not tried: {why}", *("",) * (len(HEADER) - 2)))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
