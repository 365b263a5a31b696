"""What is left of a word in Latin letters when it is written by ear, or in a script without vowels: its consonants.

`Muhammad`, `Mohammed` and محمد are `mmd`. Letters that are written one for the other in such names are one. It is
coarser than what somebody mistypes, and ranks behind that.
"""

from __future__ import annotations

import re

VOWELS = re.compile("[aeiouyhw]+")
"""What scripts without vowels leave out, and what is not heard."""
TWICE = re.compile(r"(.)\1+")
ALIKE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("sch|tch|tsh|sh", "s"),
        ("ch(?=[rl])", "k"),
        ("ch", "s"),
        ("zh|dzh|dj", "j"),
        ("ph", "f"),
        ("ck|kh|gh(?=$)|q", "k"),
        ("c(?=[eiy])|ts|tz|z", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("b", "v"),
    )
)
"""Letters that are written for one sound, the longer first."""


def consonants(latin: str) -> str:
    """What is left of a word: empty where it is all vowels."""
    heard = TWICE.sub(r"\1", latin)
    for written, sound in ALIKE:
        heard = written.sub(sound, heard)
    return VOWELS.sub("", heard)
