"""Parts of countries: in which one a place lies whose programmes are told of."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

from countries.packs.packs import load_packs
from countries.register.register import load_register

if TYPE_CHECKING:
    from datetime import date

    from countries.packs.keys import RuleKey
    from countries.packs.packs import Packs

SAID = 0.8
"""Places of which somebody has written down in which part they lie."""


def part_of(country: str, place: str) -> str | None:
    """The part of a country in which a place lies; none where nobody has written it down, or the pack names no parts.

    The same for the same place: whose rules hold for its programmes does not hang on what else is told.
    """
    parts = _packs().jurisdictions(country)
    chance = Random(f"{country} {place} part")
    return chance.choice(parts) if parts and chance.random() < SAID else None


def laid_down(country: str, rule: RuleKey, day: date, part: str | None) -> str:
    """What a country, or a part of it, has laid down on a day, as the pack says it."""
    return str(_packs().on(country, rule, day, part or "").value)


@cache
def _packs() -> Packs:
    return load_packs(load_register())
