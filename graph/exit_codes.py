"""What a process ends with, for whoever restarts servers."""

from __future__ import annotations

NEVER = 78
"""No restart mends it: a setting, or a login that could do more than it may. `EX_CONFIG` in sysexits.h."""
