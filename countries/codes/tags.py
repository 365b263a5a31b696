"""Language tags: whether BCP 47 (RFC 5646) knows one, and in which languages a reader would have a label."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from icu import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?", re.ASCII
)
"""A language, a script and a region, each in its own case: what labels are kept under needs no more."""


@cache
def _languages() -> frozenset[str]:
    return frozenset(Locale.getISOLanguages())


@cache
def _regions() -> frozenset[str]:
    return frozenset(Locale.getISOCountries())


def is_tag(text: str) -> bool:
    """Whether a text is a language tag: `cy`, `pt-BR`, `zh-Hant`; the language and the region are ones that exist."""
    found = _TAG.fullmatch(text)
    if found is None or found["language"] not in _languages():
        return False
    region = found["region"]
    return region is None or region.isdigit() or region in _regions()


def language_of(tag: str) -> str:
    """The language of a tag: `pt` of `pt-BR`."""
    return tag.partition("-")[0]


def looked_up(wanted: Iterable[str]) -> Iterator[str]:
    """The tags under which a label is looked for, in order, each once (RFC 4647, Lookup): `pt-BR`, then `pt`."""
    seen: set[str] = set()
    for each in wanted:
        tag = each
        while tag:
            if tag not in seen:
                seen.add(tag)
                yield tag
            tag = tag.rpartition("-")[0]
