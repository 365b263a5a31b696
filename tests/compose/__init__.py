"""Tests of the files for containers."""
