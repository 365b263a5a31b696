"""Tests of the international report."""
