"""Subscriptions on a cluster: what an office writes reaches who listens, and nobody else."""

from __future__ import annotations

from tests.live.conftest import caseworkers, child, ledger, lively, served, small
from tests.live.test_deliveries import *  # noqa: F403 - the same tests, whatever they are

__all__ = ["caseworkers", "child", "ledger", "lively", "served", "small"]
