"""Which language a client reads, by `Accept-Language` (RFC 9110, 12.5.4): weights, regions, `*`.

A region reads what its language has: `pt-BR` reads `pt`. An item that is malformed says nothing. Where nothing that a
client reads is here, it reads English, and the answer says so in `Content-Language`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.words.words import ENGLISH, SOURCE, languages

__all__ = ["is_language", "preferred", "served"]

TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag, as far as its form goes (RFC 5646)."""
ITEM = re.compile(
    r"(?P<range>\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:[ \t]*;[ \t]*[qQ]=(?P<weight>[01](?:\.\d{0,3})?))?"
)
ANY = "*"
MOST_CHARACTERS = 1_000
"""What of a header is read: nobody reads more languages."""


def is_language(tag: str) -> bool:
    """Whether it is a tag, and of a language that there is: one of CLDR's, be there a catalogue of it or not."""
    return bool(TAG.fullmatch(tag)) and tag.partition("-")[0].lower() in ENGLISH.locale.languages


def preferred(header: str) -> tuple[str, ...]:
    """The languages that a client reads, the dearest first, without their regions; English last, unless it is refused.

    Args:
        header: the value of `Accept-Language`; of several headers, joined by commas.
    """
    weights: dict[str, float] = {}
    exact: set[str] = set()
    for range_, weight in _items(header[:MOST_CHARACTERS]):
        language, region = [*range_.lower().split("-", 1), ""][:2]
        if not region:
            weights[language] = weight
            exact.add(language)
        elif language not in exact:
            weights[language] = max(weights.get(language, 0.0), weight)
    others = weights.pop(ANY, 0.0)
    wanted = [each for each, weight in weights.items() if weight > 0]
    if others > 0:
        rest = [each for each in languages() if each not in weights]
        weights |= dict.fromkeys(rest, others)
        wanted += rest
    ordered = sorted(wanted, key=lambda each: -weights[each])
    return tuple(dict.fromkeys([*ordered, SOURCE]))


def served(wanted: Iterable[str]) -> str:
    """The first of the languages that there is a catalogue of; English where there is none."""
    known = languages()
    return next((each for each in wanted if each in known), SOURCE)


def _items(header: str) -> Iterator[tuple[str, float]]:
    for item in header.split(","):
        found = ITEM.fullmatch(item.strip(" \t"))
        if found is not None and (weight := float(found["weight"] or 1)) <= 1:
            yield found["range"], weight
