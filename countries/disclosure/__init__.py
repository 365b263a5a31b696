"""Figures from which no child can be told: rounding, and its proof."""
