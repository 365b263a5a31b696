"""The days on which a rule holds."""

from __future__ import annotations

from datetime import date

ALWAYS = date(1, 1, 1)
"""The first day of what has always been so."""
