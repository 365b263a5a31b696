"""Tests of the demonstration's countries."""
