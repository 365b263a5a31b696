"""Which cases of a walk are tried today: a turn of each, and of every kind one at least.

A walk is a test with a case for each type, mutation or argument of the graph: one that is declared tomorrow has cases
of its own, unasked. There are thousands, and most fail together. So a run over folders tries every `TURNS`th case of a
walk, others each day, all of them within so many days; and whatever day it is,

- at each test one case of each type and of each kind of mutation (`record…`, `correct…`, …), and one of each word that
  many of its cases have: a caller, an argument's name;
- in each folder one case of each mutation.

    HEARTH_TESTS=2026-11-30 pytest      what was drawn on that day
    HEARTH_TESTS=all pytest             every case: for the night
    pytest tests/writes/test_verbs.py   a file, a test or -k: every case of it

What was not drawn is counted at the end, by folder. A case that has failed is repeated by its name.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from graph.entities import graph_model
from graph.writes.actions import all_actions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pytest

VARIABLE = "HEARTH_TESTS"
EVERYTHING = "all"
TURNS = 4
"""The days in which each case is drawn once at least."""
LEAST = 20
"""The fewest cases of a walk: fewer are all tried."""
SUBJECTS = 15
"""The fewest types or mutations that a walk goes over. Cases that somebody has written down name fewer, or none."""
OFTEN = 24
"""A word that so-manyth part of the cases of a test have is a kind of case."""
WORD = re.compile(r"\w+")
VERB = re.compile(r"[a-z]+")


class Case(Protocol):
    """What of a test's item is looked at here."""

    @property
    def nodeid(self) -> str:
        """Its module, its test and, between brackets, its case."""
        ...


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is tried.

    Attributes:
        day: whose turn it is; none where every case is tried.
        why: why every case is tried; empty where it is not.
    """

    day: date | None
    why: str = ""

    def as_told(self) -> tuple[str, str]:
        """What one process tells another."""
        return ("" if self.day is None else self.day.isoformat(), self.why)

    @classmethod
    def told(cls, told: tuple[str, str]) -> Drawing:
        """What was told."""
        day, why = told
        return cls(date.fromisoformat(day) if day else None, why)

    def __str__(self) -> str:
        if self.day is None:
            return f"Every case of every walk is tried: {self.why}."
        return (
            f"Of walks every {TURNS}th case is tried, and each kind: {VARIABLE}={self.day} draws the same again, "
            f"{VARIABLE}={EVERYTHING} every case, and so does a file or a test that is named."
        )


@dataclass(slots=True)
class Told:
    """What was drawn: cases by folder, and of how many."""

    drawn: Counter[str] = field(default_factory=Counter)
    cases: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """What the end of a run says."""
        left = self.cases - self.drawn
        yield f"{self.drawn.total()} of {self.cases.total()} cases of walks were drawn. Not drawn today:"
        yield ", ".join(f"{folder} {number}" for folder, number in left.most_common())


def drawing_of(config: pytest.Config) -> Drawing:
    """What a run is to try.

    Raises:
        ValueError: the variable is neither a day nor `all`.
    """
    said = os.environ.get(VARIABLE, "")
    if said == EVERYTHING:
        return Drawing(None, f"{VARIABLE}={EVERYTHING}")
    if config.option.keyword or any("::" in each or Path(each).is_file() for each in config.args):
        return Drawing(None, "some are named")
    return Drawing(date.fromisoformat(said) if said else datetime.now(UTC).date())


def draw(cases: Sequence[Case], day: date) -> tuple[set[str], Told]:
    """The cases of walks that are not drawn on a day, by their node ids, and what is told of it."""
    folders: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for case in cases:
        test, bracket, _ = case.nodeid.partition("[")
        if bracket:
            folders[_folder(test)][test].append(case.nodeid)
    left: set[str] = set()
    told = Told()
    for folder, tests in folders.items():
        walks = {test: ids for test, ids in tests.items() if is_walk(ids)}
        every = {each for ids in walks.values() for each in ids}
        drawn = _drawn(walks, day)
        told.cases[folder] += len(every)
        told.drawn[folder] += len(drawn)
        left |= every - drawn
    return left, told


def _folder(nodeid: str) -> str:
    return nodeid.partition("::")[0].removeprefix("tests/").rpartition("/")[0]


def is_walk(ids: Sequence[str]) -> bool:
    """Whether the cases of a test go over types, mutations or arguments: most name one, and they name many."""
    named = [subject for each in ids if (subject := subject_of(each)) is not None]
    return len(ids) >= LEAST and 2 * len(named) >= len(ids) and len(set(named)) >= SUBJECTS


def subject_of(nodeid: str) -> str | None:
    """The type or the mutation that a case is about: the first that it names."""
    types, mutations = _subjects()
    return next((types.get(word, word) for word in _words(nodeid) if word in types or word in mutations), None)


def _words(nodeid: str) -> list[str]:
    """The words of a case's name; a sentence has none, for somebody has written it."""
    name = nodeid.partition("[")[2]
    return [] if " " in name else WORD.findall(name)


@cache
def _subjects() -> tuple[dict[str, str], frozenset[str]]:
    """The types by what they are called in documents, tables and tests; the mutations."""
    types = {
        word: entity.type_name
        for entity in graph_model().by_type.values()
        for word in (entity.one, entity.many, entity.table, entity.type_name)
    }
    return types, frozenset(all_actions())


def _drawn(walks: dict[str, list[str]], day: date) -> set[str]:
    """The cases of a folder that are drawn: whose turn it is, and more until each kind is there."""
    drawn, met = set[str](), set[tuple[str, str]]()
    later: list[tuple[str, frozenset[tuple[str, str]]]] = []
    for test, ids in walks.items():
        often = _often(ids)
        for each in ids:
            kinds = frozenset(_kinds(test, each, often))
            if (crc32(each.encode()) + day.toordinal()) % TURNS == 0:
                drawn.add(each)
                met |= kinds
            else:
                later.append((each, kinds))
    # Whatever has most kinds that are missing comes first, and among equals others each day.
    later.sort(key=lambda one: crc32(f"{day} {one[0]}".encode()))
    for least in (3, 2, 1):
        for each, kinds in later:
            if each not in drawn and len(kinds - met) >= least:
                drawn.add(each)
                met |= kinds
    return drawn


def _often(ids: Iterable[str]) -> frozenset[str]:
    """The words that many cases of a test have, and that not all have."""
    found = Counter(word for each in ids for word in set(_words(each)))
    cases = len(list(ids))
    return frozenset(word for word, number in found.items() if cases / OFTEN <= number < cases)


def _kinds(test: str, nodeid: str, often: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Where a case is the only one to be drawn, it is so for one of these."""
    yield from ((test, word) for word in often.intersection(_words(nodeid)))
    subject = subject_of(nodeid)
    if subject is None:
        return
    verb = VERB.match(subject)
    if verb is None:
        yield test, subject
        return
    yield _folder(test), subject
    if _verbs()[verb[0]] > 1:
        yield test, verb[0]


@cache
def _verbs() -> Counter[str]:
    """How many mutations begin with a verb."""
    return Counter(verb[0] for name in all_actions() if (verb := VERB.match(name)) is not None)
