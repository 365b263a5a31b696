"""One case number, as people and programs write it."""

# ruff: noqa: RUF001 - wide letters are among them

from __future__ import annotations

WRITINGS = (
    "NB 2", "NB\u00a02", "NB\u200b 2", "NB 2\u200b", "NB 2\u200e", "nb 2", "NB  2", "NB\u20112", "NB-2", "\u200fNB 2",
    "NB 2\ufeff", " NB - 2 ", "NB\u20132", "NB\u22122", "ＮＢ　２", "N\u00adB\t2", "\u2066nb 2\u2069",
    "NB\u2003\u20142",
)  # fmt: skip
