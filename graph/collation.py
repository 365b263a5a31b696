"""The order in which people of a country list names, as keys that PostgreSQL compares byte by byte.

    text ─> ICU's collator of the country: CLDR's order, tailored to its first language ─> sort key ─> letters of ASCII

PostgreSQL knows no such order that every server has: the embedded one is without ICU, and those of others differ in
their versions. So a key is made here wherever a name is written, and stored beside it. Two keys are compared as texts
of collation C; equality stays the name's own.

Numbers inside a name count as numbers: House 2 comes before House 10. Only keys that were made alike can be compared
with one another; `order_of` says how, so that stored ones are made anew where that has changed.
"""

from __future__ import annotations

from binascii import b2a_base64
from functools import cache, lru_cache
from typing import Any

import icu

from countries.register.register import load_register

RECIPE = 1
"""The version of what this module makes of a collator's key."""
LONGEST = 96
"""Bytes of a collator's key that are kept: of a name in Latin letters some eighty. Behind them rows tie, and their
identity decides. Keys stand in indexes, which hold 2,700 bytes of a row at most."""
LETTERS = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""Sixty-four letters of ASCII in their order, each for six bits of a key."""
OF_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
IN_ORDER = bytes.maketrans(OF_BASE64, LETTERS)
ROOT = ""
"""In place of a country: CLDR's order as no language changes it."""


def sort_key(country: str, text: str) -> str:
    """What a text is ordered by in a country.

    Args:
        country: ISO 3166-1 alpha-2, or `ROOT`.
        text: as it is stored.

    Returns:
        1 to 128 letters of ASCII, which collation C orders as people do the texts.
    """
    key = _collator(country).getSortKey(text).rstrip(b"\0")[:LONGEST]
    return b2a_base64(key, newline=False).rstrip(b"=").translate(IN_ORDER).decode("ascii")


@cache
def order_of(country: str) -> str:
    """How the keys of a country are made: the version of ICU, and so of CLDR, that of this module, and the language."""
    return f"ICU {icu.ICU_VERSION}, {RECIPE}, {_language(country)}"


def _language(country: str) -> str:
    """The language that is first in a country, as it is used there: `sv_SE`."""
    return _languages().get(country, "root")


@cache
def _languages() -> dict[str, str]:
    """Of each country; the register is read once for all of them."""
    return {code: f"{country.languages[0]}_{code}" for code, country in load_register().items()}


@lru_cache(maxsize=256)
def _collator(country: str) -> Any:  # noqa: ANN401 - the library has no types
    made = icu.Collator.createInstance(icu.Locale(_language(country)))
    made.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    return made
