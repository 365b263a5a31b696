"""Closing a period: count, protect, publish; once, and the same for everybody above the offices."""
