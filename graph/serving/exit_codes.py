"""What a process ends with, for whoever restarts servers."""

from __future__ import annotations

INTERRUPTED = 130
"""SIGINT, Ctrl-C, has ended a command before it was done, as shells have it."""
NEVER = 78
"""No restart mends it: a setting, or a login that could do more than it may. `EX_CONFIG` in sysexits.h."""
