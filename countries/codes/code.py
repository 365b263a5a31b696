"""A code of a national list, and what is wrong with a file of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Self

from countries.codes.tags import looked_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ENGLISH = "en"
"""The language in which every code has a label."""
ALWAYS = date(1, 1, 1)
"""The first day of what has always been so."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a list for a time, from the first day to the day before the last one.

    Attributes:
        country: ISO 3166-1 alpha-2; `default` as it is read of the list of every country.
        list: the list's key.
        code: as the country writes it.
        from_day: the first day on which it may be used.
        until_day: the first day on which it may no longer; none where it may to this day.
        place: of its line in the file, from 1: lists are shown in that order.
        international: what it maps to; none in a list that maps to nothing.
        certain: whether whoever wrote it has seen the source.
        source: law, article, return or book.
        labels: by language tag.
        label: what is told where no language that is asked for has one.
        file: where it was read.
    """

    country: str
    list: str
    code: str
    from_day: date
    until_day: date | None
    place: int
    international: str | None
    certain: bool
    source: str
    labels: Mapping[str, str]
    label: str
    file: str

    def is_in_force(self, day: date) -> bool:
        """Whether it may be used on a day."""
        return self.from_day <= day and (self.until_day is None or day < self.until_day)

    def of(self, country: str, languages: Iterable[str]) -> Self:
        """The same code of a country: where nothing better is asked for, its label is in the country's language."""
        told = next((self.labels[tag] for tag in looked_up((*languages, ENGLISH)) if tag in self.labels), self.label)
        return replace(self, country=country, label=told)


@dataclass(frozen=True, slots=True)
class CodeFault:
    """What is wrong with a list.

    Attributes:
        file: its path, as it was given.
        line: counted from 1; the header is line 1.
        column: the column's name in the header; empty where it is about the file.
        fault: what is wrong.
        hint: what to do.
    """

    file: str
    line: int
    column: str
    fault: str
    hint: str

    def __str__(self) -> str:
        """As a person reads it."""
        at = f", column {self.column}" if self.column else ""
        return f"{self.file}, line {self.line}{at}: {self.fault}; {self.hint}"


class CodesError(ValueError):
    """Files of lists have faults: all of them."""

    def __init__(self, faults: Sequence[CodeFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)
