"""Rows found by their names and numbers."""
