"""Figures: the report of indicators, the releases behind it, and what an office counts live."""
