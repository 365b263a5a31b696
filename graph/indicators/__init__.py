"""Indicators, one file each: what is counted, split and divided, and where its definition comes from."""
