"""What the figures rest on: which countries are complete, and which came late."""

from __future__ import annotations

from dataclasses import dataclass

from graph.report.editions import Coverage
from graph.report.figures import Report
from graph.report.names import country_name
from graph.report.saying import said


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """Countries whose records are in the same state.

    Attributes:
        name: the state.
        mark: a sign for it, which is not its colour.
        kind: the same for style sheets.
        countries: name and coverage, by name.
    """

    name: str
    mark: str
    kind: str
    countries: tuple[tuple[str, Coverage], ...]


def covering(report: Report) -> list[CoverageGroup]:
    """The countries in three groups; empty ones are left out."""
    told = sorted((country_name(code), found) for code, found in report.current.coverage.items())
    states = (
        (said("Complete, in time"), "●", "timely"),
        (said("Complete, but late"), "◐", "late"),
        (said("Not complete"), "○", "incomplete"),
    )
    groups = [
        CoverageGroup(name, mark, kind, tuple((country, each) for country, each in told if _state(each) == kind))
        for name, mark, kind in states
    ]
    return [group for group in groups if group.countries]


def _state(found: Coverage) -> str:
    return "incomplete" if not found.complete else "timely" if found.timely else "late"
