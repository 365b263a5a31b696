"""What is asked: each workload in each peer's dialect, with the same variables for all.

W1  one child by id
W2  twenty children with home, placements and community links
W3  twenty homes, ten children each, their placements
W4  filter, order and totalCount over a country's children
W5  programmes and homes of 138 countries, by page
W6  a child's tie to the community is recorded
W7  a child moves to another home
W9  the case screen: twenty children with all that is known of their care, and their homes with their teams
W10 a child is taken into care
W11 a child leaves care

The figures of a country are `W8.sql`. The textbook server has none of the tables of W9 to W11.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countries.tenancy.caller import Caller

FOLDER = Path(__file__).parent / "workloads"
NAMES = ("W1", "W2", "W3", "W4", "W5", "W9")
WRITES = ("W6", "W7", "W10", "W11")
HOME = "BE"
"""The country in which most is asked and written."""
BY_PAGE = {"W2": "children", "W3": "homes", "W5": "countries", "W9": "children"}
"""The workloads that go through a list page by page, and the list's field."""

HEARTH, POSTGRAPHILE, TEXTBOOK, FLOOR = "hearth", "postgraphile", "textbook", "floor"
WITHOUT_TEXTBOOK = frozenset({"W9", "W10", "W11"})
"""The workloads that the textbook server has no tables for."""


@dataclass(frozen=True, slots=True)
class Question:
    """One request, in no dialect yet.

    Attributes:
        caller: who asks.
        values: what is asked for: `id` (a child's, as PostgreSQL has it), `page` (from 0), or the filter's values.
    """

    caller: Caller
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of the table: a workload, and who asks.

    Attributes:
        workload: one of `NAMES`.
        callers: `office`, `eight` (the offices of eight countries), `caseworker` or `headquarters`.
        questions: what is asked, over and over.
    """

    workload: str
    callers: str
    questions: tuple[Question, ...]

    @property
    def label(self) -> str:
        """How its lines begin: the workload alone where it is the main comparison."""
        return self.workload if self.callers in {"office", "headquarters"} else f"{self.workload}-{self.callers}"

    @property
    def tier(self) -> str:
        """The tier of its callers."""
        return self.questions[0].caller.tier.value


@cache
def document(workload: str, dialect: str = HEARTH) -> str:
    """The text of a workload's document."""
    folder = FOLDER if dialect == HEARTH else FOLDER / dialect
    return (folder / f"{workload}.graphql").read_text("utf-8")
