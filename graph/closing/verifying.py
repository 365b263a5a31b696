"""From what is stored of a release to what its proof claims: all releases that bind it, beside each other.

Each count of each release has a number of its own here, also where two releases tell of the same: so nothing hangs on
figures that are not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries.disclosure.rounding_claims import Story
from graph.closing.claims import Gathering
from graph.closing.drawing import base_of
from graph.closing.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.disclosure.rounding_check import Unproved
    from countries.disclosure.rounding_claims import Claims
    from graph.closing.lattice import Areas, Cell
    from graph.closing.proven import Evidence, ProvenRelease
    from graph.indicators.model import Measure

UNSAID = -1
"""Stands for a figure that is not shown: no figure is so."""
LOOKED_FOR = {
    "missing": "Both federations that prove it have a number for each count.",
    "interval": "In both, each count lies in its interval, also of the releases that were out.",
    "room": "In each interval four children more have room: of stocks, who stay; of flows, who visit.",
    "row": "Both keep all that holds by definition, in this release and between those that were out.",
    "sum": "In both, areas add up.",
}
"""What a proof is checked for, and what is so where it holds."""
WHOSE = {Story.STAYS: "the federation that proves stocks", Story.VISITS: "the federation that proves flows"}


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a release claims, and what is to prove it.

    Attributes:
        claims: of every count.
        worlds: what each is, by story.
        names: what each is called.
    """

    claims: Claims
    worlds: Mapping[Story, Mapping[int, int]]
    names: Mapping[int, str]

    def looked_at(self, what: str) -> int:
        """How many times something is looked for, in both federations."""
        counts = self.claims.claims
        shown = sum(each.figure is not None for each in counts)
        of = {"row": len(self.claims.bounds), "sum": len(self.claims.sums), "room": shown}
        return len(Story) * of.get(what, len(counts))

    def told(self, fault: Unproved) -> str:
        """A fault in a sentence; no number is in it."""
        whose = WHOSE[fault.story]
        match fault.what:
            case "missing":
                return f"{self.names[fault.where]}: {whose} has no number for it."
            case "interval":
                return f"{self.names[fault.where]}: {whose} lies out of its interval."
            case "room":
                return f"{self.names[fault.where]}: {whose} has no room for four more."
            case "row":
                terms = self.claims.bounds[fault.where].terms
                named = ", ".join(sorted(self.names[index] for index, _ in terms))
                return f"{named}: in {whose} they do not keep what holds by definition."
            case _:
                return f"{self.names[self.claims.sums[fault.where][0]]}: in {whose} its parts do not add up."


def claimed_by(evidence: Evidence, measures: Mapping[str, Measure], areas: Areas) -> Claimed:
    """What a release claims.

    Args:
        evidence: what is stored.
        measures: what was counted and is no public register, by code.
        areas: of the release.
    """
    stored = [evidence, *evidence.before]
    gathering = Gathering(
        [_stated(evidence, each, measures) for each in stored], measures, areas, is_apart=True, is_loose=True
    )
    claims = gathering.claims()
    worlds: dict[Story, dict[int, int]] = {story: {} for story in Story}
    names: dict[int, str] = {}
    for number, cell, place in gathering.numbered():
        release = stored[number]
        row, beside = release.rows.get(cell), evidence.beside.get((release.out.id, cell))
        kept = None if row is None else row.numbers
        numbers = kept if beside is None else (beside.settled, beside.visited)
        names[place] = words(cell)
        if number:
            names[place] += f" of {release.out.period.label}, release {release.out.revision}"
        if numbers is not None:
            for story in Story:
                worlds[story][place] = numbers[story]
    return Claimed(claims, worlds, names)


def _stated(evidence: Evidence, release: ProvenRelease, measures: Mapping[str, Measure]) -> Stated:
    """What a release says, as far as auditors read it."""
    out, mine = release.out, {cell: row for cell, row in release.rows.items() if cell.measure in measures}
    secret = {cell: row for cell, row in mine.items() if row.low is not None}
    zeros = frozenset(mine.keys() - secret.keys())
    beside = {cell: numbers for (of, cell), numbers in evidence.beside.items() if of == out.id}
    most = {cell: numbers.most for cell, numbers in beside.items() if numbers.most is not None}
    most |= {cell: row.most for cell, row in secret.items() if row.most is not None}
    same = [each.out.revision for each in evidence.before if each.out.period == out.period]
    is_latest = release is evidence or (out.period != evidence.out.period and out.revision == max(same))
    exact = {cell: beside[cell].settled for cell in zeros if cell in beside}
    if not release.commitment:
        ranges = {cell: (row.low or 0, row.high or 0) for cell, row in secret.items()}
        return Stated(out.period, out.revision, {}, frozenset(), zeros, most, {}, is_latest, exact, ranges)
    figures = {
        cell: row.figure(base_of(measures[cell.measure], out.period)) if row.shown else UNSAID
        for cell, row in secret.items()
    }
    hidden = frozenset(cell for cell, row in secret.items() if not row.shown)
    settled = {cell: row.numbers for cell, row in secret.items() if row.numbers is not None}
    return Stated(out.period, out.revision, figures, hidden, zeros, most, settled, is_latest, exact)


def words(cell: Cell) -> str:
    """What a cell is, in a few words."""
    return " ".join((cell.measure, cell.area, *cell.categories))
