"""The parameters of a sentence: `{name}` in its text."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def placeholders(*texts: str) -> frozenset[str]:
    """The names that texts hold."""
    return frozenset(name for text in texts for name in PLACEHOLDER.findall(text))
