"""Cells of a pack: a text becomes a day, a number or a name, or the reason why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from countries.packs.keys import KEYS
from countries.packs.units import NOT_APPLICABLE

if TYPE_CHECKING:
    from countries.packs.keys import RuleKey

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PART = re.compile(r"[A-Z][A-Z0-9_]{0,62}", re.ASCII)
_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}", re.ASCII)
LONGEST = 500
"""Characters of a source or of a body's name: as many as a line of a law's title and its doubts have."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a cell is not what its column holds.

    Attributes:
        what: what is wrong.
        hint: what to do.
    """

    what: str
    hint: str


def near(word: str, words: tuple[str, ...]) -> str:
    """The three of some words that a word is nearest to, for a hint."""
    found = get_close_matches(word.lower(), words, n=3, cutoff=0.5)
    return ", ".join(found)


def read_key(cell: str) -> RuleKey | Unfit:
    """A rule by its key."""
    if cell in KEYS:
        return KEYS[cell]
    hint = near(cell, tuple(KEYS))
    return Unfit("there is no such rule", f"did you mean {hint}?" if hint else "docs/packs.md lists all of them")


def read_part(cell: str) -> str | Unfit:
    """The name of a part of a country; empty for all of it."""
    if not cell or _PART.fullmatch(cell):
        return cell
    return Unfit(
        "no part is named so", "write it in capitals with _ between words, such as FLEMISH_COMMUNITY, or leave it empty"
    )


def read_day(cell: str) -> date | Unfit | None:
    """A day; none where the cell is empty."""
    if not cell:
        return None
    if _DAY.fullmatch(cell):
        try:
            return date.fromisoformat(cell)
        except ValueError:
            return Unfit("there is no such day", "write a day of the calendar, such as 2022-04-01")
    return Unfit("is no day", "write year, month and day, such as 2022-04-01, or leave it empty")


def read_value(key: RuleKey, cell: str) -> str | Unfit:
    """What a rule says, in its unit."""
    if cell == NOT_APPLICABLE:
        return cell if key.may_be_none else Unfit("this rule always applies", f"say {_wanted(key)}")
    if key.unit.is_number:
        fits = _NUMBER.fullmatch(cell) is not None and key.least <= int(cell) <= key.most
        return cell if fits else Unfit("is out of bounds, or no whole number", f"say {_wanted(key)}")
    if not key.members:
        fits = bool(cell) and len(cell) <= LONGEST and cell.isprintable()
        return cell if fits else Unfit("says nothing, or too much", f"say {_wanted(key)}")
    said = cell.split(" ") if key.unit.is_list else [cell]
    if not set(said) <= set(key.members) or len(set(said)) < len(said):
        return Unfit("is no member, or stands there twice", f"say {_wanted(key)}")
    # One order, so that the same list is the same value.
    return " ".join(each for each in key.members if each in said)


def _wanted(key: RuleKey) -> str:
    if key.unit.is_number:
        wanted = f"a whole number of {key.unit.lower()} from {key.least} to {key.most}"
    elif key.unit.is_list:
        wanted = f"one or more of {', '.join(key.members)}, one space between"
    elif key.members:
        wanted = f"one of {', '.join(key.members)}"
    else:
        wanted = f"it in words, {LONGEST} characters at most"
    return f"{wanted}, or {NOT_APPLICABLE}" if key.may_be_none else wanted


def read_source(cell: str) -> str | Unfit:
    """Where a rule is laid down."""
    if not cell:
        return Unfit("no source is said", "name the law and its article, the book, or a link that was opened")
    if len(cell) > LONGEST:
        return Unfit("is too long", f"say it in {LONGEST} characters")
    return cell


def read_certain(cell: str) -> bool | Unfit:
    """Whether somebody has read the source."""
    if cell in ("yes", "no"):
        return cell == "yes"
    return Unfit("is neither yes nor no", "say yes where the source was read, no where it was not")
