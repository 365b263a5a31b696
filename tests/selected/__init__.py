"""Entities whose rows are selected rather than stored."""
